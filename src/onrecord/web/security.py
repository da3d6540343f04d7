"""Who may ask, and what a browser may do with an answer."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.errors import QueryError
from onrecord.users import Users

POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'"
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
LOCAL = "localhost"
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")


def check_host(host: str, users: Users | None = None, login: bool = False) -> None:
    """Check that an address to listen at is this machine's own, or else, and if `login` is wanted, that there are users.

    Raises:
        QueryError: there are none.
    """
    if login and not users:
        raise QueryError("--login", "needs users; make one with: onrecord users add NAME --role admin --record PATH")
    if not is_loopback(host) and not users:
        raise QueryError(host, "is not this machine alone, and there are no users that would say who may use the record; make one "
                               "with: onrecord users add NAME --role admin --record PATH; or listen at 127.0.0.1")  # fmt: skip


def is_loopback(host: str) -> bool:
    """Whether a host name or address, with or without brackets, means this machine."""
    if host == LOCAL:
        return True
    try:
        return ip_address(host.removeprefix("[").removesuffix("]")).is_loopback
    except ValueError:
        return False


class Guard:
    """Turns away what does not come from the site itself, and sends the headers of `HEADERS` with every answer.

    A page of another site could have its name lead to this machine, so the host has to be one of our own, unless `anywhere`: where
    there are users, such a page has no session. It could also send
    forms here, so a request that changes something has to come from a page of ours: browsers say so in `Sec-Fetch-Site`, and
    older ones in `Origin`. A program that is no browser sends neither.
    """

    def __init__(self, app: ASGIApp, anywhere: bool = False):
        self.app = app
        self.anywhere = anywhere

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or turn away."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                out = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    out.setdefault(name, value)
            await send(message)

        refusal = _refuse(scope["method"], headers, self.anywhere)
        app = PlainTextResponse(refusal, 403) if refusal else self.app
        await app(scope, receive, send_guarded)


def _refuse(method: str, headers: Headers, anywhere: bool) -> str | None:
    host = headers.get("host", "")
    if not anywhere and not is_loopback(urlsplit(f"//{host}").hostname or ""):
        return f"Forbidden: this is not {host or 'a host without a name'}.\n"
    if method in SAFE_METHODS:
        return None
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    foreign = site not in ("same-origin", "none") if site else origin is not None and urlsplit(origin).netloc != host
    return "Forbidden: the form comes from another site.\n" if foreign else None
