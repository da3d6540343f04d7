"""Listening for browsers, until the process is told to stop."""

from __future__ import annotations

import socket

import uvicorn
from starlette.types import ASGIApp

from onrecord.errors import StoreError


def run_app(app: ASGIApp, host: str, port: int) -> None:
    """Serve a site until Ctrl-C; the address is printed to standard error.

    Raises:
        StoreError: nothing can listen at this address.
    """
    address = host.removeprefix("[").removesuffix("]")
    try:
        family, *_, place = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(place)
    except OSError as error:
        raise StoreError(f"{host}:{port}", f"cannot be listened at ({error.strerror}); give another --port") from error
    with listener:
        shown = f"[{address}]" if family == socket.AF_INET6 else address
        config = uvicorn.Config(app, log_level="warning", server_header=False, timeout_graceful_shutdown=5)
        print_address(f"http://{shown}:{listener.getsockname()[1]}/")
        uvicorn.Server(config).run(sockets=[listener])


def print_address(url: str) -> None:
    """Say where the pages are."""
    import click

    click.echo(f"The record is at {url} (stop with Ctrl-C)", err=True)
