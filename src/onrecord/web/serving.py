"""Listening for browsers, until the process is told to stop."""

from __future__ import annotations

import socket
from contextlib import suppress

import uvicorn
from starlette.types import ASGIApp

from onrecord.errors import StoreError


def run_app(app: ASGIApp, host: str, port: int) -> None:
    """Serve a site until Ctrl-C; the address is printed to standard error.

    Raises:
        StoreError: nothing can listen at this address.
    """
    address = host.removeprefix("[").removesuffix("]")
    with _listen(address, port) as listener:
        shown = f"[{address}]" if listener.family == socket.AF_INET6 else address
        config = uvicorn.Config(app, log_level="warning", server_header=False, timeout_graceful_shutdown=5)
        print_address(f"http://{shown}:{listener.getsockname()[1]}/")
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listener])


def _listen(address: str, port: int) -> socket.socket:
    try:
        family, *_, place = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, socket.SOCK_STREAM)
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(place)
            listener.listen()
        except BaseException:
            listener.close()
            raise
    except OSError as error:
        raise StoreError(f"{address}:{port}", f"cannot be listened at ({error.strerror}); give another --port") from error
    return listener


def print_address(url: str) -> None:
    """Say where the pages are."""
    import click

    click.echo(f"The record is at {url} (stop with Ctrl-C)", err=True)
