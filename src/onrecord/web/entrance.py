"""Logging in and out, and saying who reviews: what has to do with cookies."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.users import Users
from onrecord.web.gate import NAME_COOKIE, SESSION_COOKIE, Throttle, keep_cookie, safe_path
from onrecord.web.places import Shown

#: A page as an answer.
Respond = Callable[[Request, Shown], Response]
#: So many characters of a name, and so many bytes of a form, are taken at most.
LONGEST_NAME, LONGEST_FORM = 80, 10_000


class Entrance:
    """The door of a site: `routes` are /login, /logout and /reviewer."""

    def __init__(self, users: Users | None, respond: Respond):
        self._users = users
        self._respond = respond
        self._throttle = Throttle()

    @property
    def routes(self) -> list[Route]:
        """The places of the entrance."""
        out = [Route("/reviewer", self.name, methods=["POST"])]
        if self._users:
            out += [
                Route("/login", self.ask),
                Route("/login", self.log_in, methods=["POST"]),
                Route("/logout", self.log_out, methods=["POST"]),
            ]
        return out

    def ask(self, request: Request) -> Response:
        """The page that asks who it is."""
        return self._respond(request, _show(request.query_params.get("next", "/")))

    async def log_in(self, request: Request) -> Response:
        """Begin a session, if name and password are those of an account."""
        form = await _read_form(request)
        name, password, path = (form.get(key, "") for key in ("name", "password", "next"))
        return await run_in_threadpool(self._admit, request, " ".join(name.split()), password, path)

    def _admit(self, request: Request, name: str, password: str, path: str) -> Response:
        assert self._users is not None
        address = request.client.host if request.client else ""
        if seconds := self._throttle.wait(name, address):
            response = self._respond(request, _show(path, f"Too many wrong passwords; try again in {seconds} seconds.", 429))
            response.headers["retry-after"] = str(seconds)
            return response
        user = self._users.check(name, password)
        if user is None:
            self._throttle.fail(name, address)
            return self._respond(request, _show(path, "There is no account with this name and this password.", 403))
        response = RedirectResponse(safe_path(path), 303)
        keep_cookie(response, request, SESSION_COOKIE, self._users.begin(user))
        return response

    def log_out(self, request: Request) -> Response:
        """End the session."""
        if self._users and (session := request.cookies.get(SESSION_COOKIE)):
            self._users.end(session)
        response = RedirectResponse("/login", 303)
        keep_cookie(response, request, SESSION_COOKIE, "")
        return response

    async def name(self, request: Request) -> Response:
        """Keep the name of whoever reviews on this machine; with users it is that of the account."""
        form = await _read_form(request)
        response = RedirectResponse(safe_path(form.get("next", "")), 303)
        if self._users is None:
            keep_cookie(response, request, NAME_COOKIE, " ".join(form.get("name", "").split())[:LONGEST_NAME])
        return response


async def _read_form(request: Request) -> dict[str, str]:
    """A short form; nobody has to have an account to send one, so no more than that is taken."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST_FORM:
            raise HTTPException(413, "That is too long.")
    return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))


def _show(path: str, problem: str = "", status: int = 200) -> Shown:
    values = {"next": safe_path(path), "problem": problem}
    return Shown("login.html", "Log in", {"error": problem} if problem else {}, values, status=status)
