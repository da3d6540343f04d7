"""Who asks: sessions and tokens where there are users; on this machine alone, the name that a reviewer gives."""

from __future__ import annotations

import time
from collections import defaultdict
from threading import Lock
from urllib.parse import quote, unquote

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.users import SESSION, User, Users

#: The cookies: of a session, and of the name of whoever reviews on this machine.
SESSION_COOKIE, NAME_COOKIE = "session", "reviewer"
#: What can be asked for without an account.
OPEN = ("/login", "/static/")
#: So many wrong passwords are taken in so many seconds: for one name from one address, from one address, and for one name.
WINDOW = 300.0
TRIES = (5, 20, 50)


class Gate:
    """Lets those in who have an account, and says to the pages who they are (`request.state.user`)."""

    def __init__(self, app: ASGIApp, users: Users | None):
        self.app = app
        self.users = users

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or ask for an account."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        user = await run_in_threadpool(find_user, connection, self.users)
        scope.setdefault("state", {})["user"] = user or User("", "reader")
        app = self.app if user or connection.url.path.startswith(OPEN) else _ask_for_account(connection, scope["method"])
        await app(scope, receive, send)


def find_user(connection: HTTPConnection, users: Users | None) -> User | None:
    """Who asks; None if there are users, and this is nobody's session or token."""
    if users is None:
        return User(unquote(connection.cookies.get(NAME_COOKIE, "")), "admin")
    kind, _, token = connection.headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer":
        return users.find_token(token.strip())
    session = connection.cookies.get(SESSION_COOKIE)
    return users.find_session(session) if session else None


def keep_cookie(response: Response, connection: HTTPConnection, name: str, value: str) -> None:
    """Have the browser keep a value that no script can read, and that no form of another site sends; an empty one is forgotten."""
    age = int(SESSION.total_seconds()) if name == SESSION_COOKIE else 365 * 86400
    response.set_cookie(
        name, quote(value), max_age=age if value else 0, httponly=True, samesite="lax", secure=connection.url.scheme == "https"
    )


def safe_path(path: str) -> str:
    """A path of this site to go to; the first page for anything else."""
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable() else "/"


def _ask_for_account(connection: HTTPConnection, method: str) -> ASGIApp:
    url = connection.url
    if method == "GET" and "authorization" not in connection.headers and not url.path.endswith((".json", ".csv")):
        return RedirectResponse(f"/login?next={quote(url.path + ('?' + url.query if url.query else ''), safe='')}", 303)
    answer = {"ok": False, "error": "log in at /login, or send a token: Authorization: Bearer TOKEN", "status": 401}
    return JSONResponse(answer, 401, {"www-authenticate": "Bearer"})


class Throttle:
    """Counts wrong passwords, so that nobody can try many."""

    def __init__(self) -> None:
        self._failed: dict[tuple[str, str], list[float]] = defaultdict(list)
        self._lock = Lock()

    def wait(self, name: str, address: str) -> int:
        """For how many seconds this name from this address has to wait before the next try."""
        now = time.monotonic()
        with self._lock:
            for key in [key for key, times in self._failed.items() if times[-1] < now - WINDOW]:
                del self._failed[key]
            waits = [0.0]
            for key, most in zip(_keys(name, address), TRIES, strict=True):
                times = [one for one in self._failed.get(key, ()) if one >= now - WINDOW]
                if len(times) >= most:
                    waits.append(times[-most] + WINDOW - now)
        return int(max(waits) + 0.999)

    def fail(self, name: str, address: str) -> None:
        """Count a wrong password."""
        with self._lock:
            for key, most in zip(_keys(name, address), TRIES, strict=True):
                self._failed[key] = [*self._failed[key][-most:], time.monotonic()]


def _keys(name: str, address: str) -> tuple[tuple[str, str], ...]:
    return (name, address), ("", address), (name, "")
