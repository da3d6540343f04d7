"""The site: every place with its twins, every action, and what surrounds them."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.catalogue import Catalogue
from onrecord.errors import DecisionError, JudgementError, OnRecordError, QueryError
from onrecord.users import Users
from onrecord.web.assets import serve_asset
from onrecord.web.entrance import Entrance
from onrecord.web.gate import Gate
from onrecord.web.intake import Intake
from onrecord.web.pages import FAMILIES
from onrecord.web.places import Action, Asked, ForbiddenError, Form, MissingError, Place, Shown
from onrecord.web.rendering import render_csv, render_export, render_json, render_page
from onrecord.web.security import Guard

LOG = logging.getLogger(__name__)
#: So many bytes of a form are taken at most.
MOST_BYTES = 64 * 2**20


def make_app(path: Path, users: Users | None = None) -> Starlette:
    """The site of one record file, which is there.

    Args:
        path: the record.
        users: who may use it, and for what; None if everybody at this machine may do everything.

    Raises:
        StoreError: it is not there, or it cannot be used.
    """
    with Catalogue.open(path) as catalogue:
        catalogue.refresh()
    intake = Intake(path)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        await run_in_threadpool(intake.close)

    app = Starlette(
        routes=[*Entrance(users, _respond_to).routes, *_make_routes()],
        middleware=[
            Middleware(Guard, anywhere=users is not None),
            Middleware(Gate, users=users),
            Middleware(GZipMiddleware, minimum_size=1000),
        ],
        exception_handlers={HTTPException: _tell_http_error},
        lifespan=lifespan,
    )
    app.state.path = path
    app.state.intake = intake
    app.state.users = users
    return app


def _make_routes() -> Iterator[Route]:
    yield Route("/static/{hash}/{name:path}", serve_asset)
    for family in FAMILIES:
        for place in family.PLACES:
            for suffix in (".json", ".csv") if place.csv else (".json",):
                yield Route(place.path + suffix, _make_endpoint(place, suffix))
        for place in family.PLACES:
            yield Route(place.path, _make_endpoint(place, ""))
        for action in getattr(family, "ACTIONS", ()):
            yield Route(action.path, _make_action(action), methods=["POST"])


def _make_endpoint(place: Place, suffix: str) -> Any:
    def answer(request: Request) -> Response:
        with Catalogue.open(request.app.state.path) as catalogue:
            asked = _ask(request, catalogue, suffix)
            try:
                _check_role(asked, place.role)
                return _respond(request, asked, place.show(asked), suffix)
            except Exception as error:
                return _respond(request, asked, _tell(error), suffix)

    return answer


def _make_action(action: Action) -> Any:
    async def answer(request: Request) -> Response:
        if int(request.headers.get("content-length") or 0) > MOST_BYTES:
            raise HTTPException(413, f"That is more than {MOST_BYTES // 2**20} MB; bring it in parts, or read it with onrecord read.")
        async with request.form(max_part_size=MOST_BYTES) as sent:
            values: dict[str, tuple[str, ...]] = {}
            files = []
            for name, value in sent.multi_items():
                if isinstance(value, UploadFile):
                    if value.filename:
                        files.append((value.filename, await value.read()))
                else:
                    values[name] = (*values.get(name, ()), value)
        return await run_in_threadpool(act, request, Form(values, tuple(files)))

    def act(request: Request, form: Form) -> Response:
        with Catalogue.open(request.app.state.path) as catalogue:
            asked = _ask(request, catalogue, "")
            if asked.login:  # nobody judges in the name of somebody else
                form = Form({**form.values, "by": (asked.user.name,)}, form.files)
            try:
                _check_role(asked, action.role)
                done = action.act(asked, form)
            except Exception as error:
                done = _tell(error)
            return RedirectResponse(done, 303) if isinstance(done, str) else _respond(request, asked, done, "")

    return answer


def _ask(request: Request, catalogue: Catalogue, suffix: str) -> Asked:
    path = "/" + quote(request.url.path.removesuffix(suffix).lstrip("/"), safe="/%")
    site = f"{request.url.scheme}://{request.url.netloc}"
    query = request.query_params
    queries = {name: tuple(query.getlist(name)) for name in query}
    state = request.app.state
    login = state.users is not None
    return Asked(catalogue, state.intake, path, request.path_params, dict(query), site, queries, request.state.user, login)


def _check_role(asked: Asked, role: str) -> None:
    if not asked.user.may(role):
        raise ForbiddenError(f"This needs the role of {role}; {asked.user.name} is a {asked.user.role}.")


def _respond_to(request: Request, shown: Shown) -> Response:
    with Catalogue.open(request.app.state.path) as catalogue:
        return _respond(request, _ask(request, catalogue, ""), shown, "")


def _respond(request: Request, asked: Asked, shown: Shown, suffix: str) -> Response:
    if suffix == ".json":
        return Response(render_json(shown.data, shown.status), shown.status, media_type="application/json")
    if suffix == ".csv" and shown.table:
        return Response(render_csv(shown.table), shown.status, {"content-disposition": _name_file(asked, "csv")}, "text/csv; charset=utf-8")
    if asked.query.get("export") == "html":
        return Response(render_export(shown, asked), shown.status, {"content-disposition": _name_file(asked, "html")}, "text/html")
    part = request.headers.get("hx-request") == "true"
    headers = {"vary": "HX-Request", "cache-control": "no-cache"}
    return Response(render_page(shown, asked, part), shown.status, headers, "text/html")


def _name_file(asked: Asked, suffix: str) -> str:
    name = "-".join(part for part in asked.path.split("/") if part.replace("_", "").isalnum()) or "record"
    return f'attachment; filename="{name}.{suffix}"'


def _tell(error: Exception) -> Shown:
    """An error as a page, with the status that fits it."""
    if isinstance(error, MissingError):
        return tell_error("There is nothing here", str(error) or "Nothing in the record has this address.", 404)
    if isinstance(error, ForbiddenError):
        return tell_error("You may not do this", str(error), 403)
    if isinstance(error, DecisionError):
        return tell_error("This has changed", str(error), 409)
    if isinstance(error, QueryError):
        return tell_error("This cannot be answered", str(error), 400)
    if isinstance(error, JudgementError):
        return tell_error("This contradicts another judgement", str(error), 409)
    if isinstance(error, OnRecordError):
        return tell_error("The record cannot be used", str(error), 500)
    LOG.error("an answer failed", exc_info=error)
    message = "Run onrecord verify to see whether the record is damaged. If it is not, please report this, with what the server printed."
    return tell_error("This page could not be made", message, 500)


def tell_error(title: str, message: str, status: int) -> Shown:
    """A page that says what is wrong."""
    return Shown("error.html", title, {"error": message, "status": status}, {"message": message}, status=status)


def _tell_http_error(request: Request, error: Exception) -> Response:
    status, detail = (error.status_code, error.detail) if isinstance(error, HTTPException) else (500, "")
    message = "Nothing in the record has this address." if status == 404 else detail
    suffix = ".json" if request.url.path.endswith(".json") else ""
    with Catalogue.open(request.app.state.path) as catalogue:
        shown = tell_error("There is nothing here" if status == 404 else detail, message, status)
        return _respond(request, _ask(request, catalogue, suffix), shown, suffix)
