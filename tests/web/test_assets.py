import hashlib
import re
from importlib.resources import files

from starlette.testclient import TestClient

from onrecord.web.assets import NAMES, load_assets

STATIC = files("onrecord.web").joinpath("static")


def test_vendored_files_are_as_they_were_published() -> None:
    rows = re.findall(r"^\| `(\S+)` \|.*\| `([0-9a-f]{64})` \|$", STATIC.joinpath("vendor/VENDOR.md").read_text("utf8"), re.MULTILINE)
    assert {name for name, _ in rows} == {name.removeprefix("vendor/") for name in NAMES if name.startswith("vendor/")}
    for name, digest in rows:
        assert hashlib.sha256(STATIC.joinpath(f"vendor/{name}").read_bytes()).hexdigest() == digest


def test_assets_are_served_for_ever_under_their_hash(client: TestClient) -> None:
    for asset in load_assets().values():
        response = client.get(asset.url)
        assert response.content == asset.data
        assert "immutable" in response.headers["cache-control"]
        assert client.get(re.sub("/[0-9a-f]{12}/", "/000000000000/", asset.url)).status_code == 404


def test_the_style_reaches_for_nothing_outside() -> None:
    style = load_assets()["site.css"].data.decode()
    assert "url(" not in style
    assert "@import" not in style
    assert "</style" not in style
