"""Files that pages need: read once, and served under names that change with their content."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import PurePath

from starlette.requests import Request
from starlette.responses import Response

TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
NAMES = ("site.css", "site.js", "review.js", "icon.svg", "vendor/htmx.min.js")


@dataclass(frozen=True)
class Asset:
    """A file, its media type, and the URL that it is served at."""

    name: str
    data: bytes

    @property
    def url(self) -> str:
        """A path with the beginning of the content's hash."""
        return f"/static/{hashlib.sha256(self.data).hexdigest()[:12]}/{self.name}"

    @property
    def csp_hash(self) -> str:
        """The hash of the content as a content security policy names it."""
        return f"'sha256-{b64encode(hashlib.sha256(self.data).digest()).decode()}'"


@cache
def load_assets() -> dict[str, Asset]:
    """All files, by name."""
    folder = files("onrecord.web").joinpath("static")
    return {name: Asset(name, folder.joinpath(name).read_bytes()) for name in NAMES}


def serve_asset(request: Request) -> Response:
    """A file; one whose hash is another is not there."""
    asset = load_assets().get(request.path_params["name"])
    if asset is None or request.url.path != asset.url:
        return Response("Not found\n", 404, media_type="text/plain")
    kind = TYPES[PurePath(asset.name).suffix]
    return Response(asset.data, media_type=kind, headers={"cache-control": "public, max-age=31536000, immutable"})
