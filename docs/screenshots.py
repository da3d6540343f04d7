"""Make the pictures of docs/web.md from the sample record: python docs/screenshots.py [--record FILE]

Needs playwright and Debian's Chromium (apt-get install chromium); nothing is fetched. The sample is read, unless FILE is there already,
and a picture of each page is written to docs/images. The pages, the fonts and the moment they are made at are those of this machine.
"""

from __future__ import annotations

import argparse
import base64
import os
import shutil
import socket
import struct
import sys
import tempfile
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

import onrecord

if TYPE_CHECKING:
    from onrecord.record import Record

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
WIDTH, HEIGHT, MOST_BYTES = 1200, 760, 120_000
COLOURS = 256
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-lcd-text", "--font-render-hinting=none", "--force-color-profile=srgb",
]  # fmt: skip
#: The browser that took a picture says what colour each of its pixels has.
READ_PIXELS = """async shot => {
    const image = await createImageBitmap(await (await fetch("data:image/png;base64," + shot)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    const bytes = canvas.getImageData(0, 0, image.width, image.height).data;
    return await new Promise(done => {
        const reader = new FileReader();
        reader.onload = () => done(reader.result.split(",")[1]);
        reader.readAsDataURL(new Blob([bytes]));
    });
}"""


@dataclass(frozen=True)
class Picture:
    """One picture: its name, the page that it shows, and how much of the page."""

    name: str
    path: str
    height: int = HEIGHT


def list_pictures(record: Record) -> tuple[Picture, ...]:
    """What is shown of the sample record: of each kind of page the entry that has most to show."""
    named = [found for found in record.utterances() if found.fullest.speaker and found.fullest.speaker.type == "person"]
    utterance = max(named, key=lambda found: (len(found.tellings), found.reports, found.id))
    occasion = max(record.occasions(), key=lambda found: (found.reports, len(found.history), found.id))
    position = max(record.positions(), key=lambda found: (sum(step.before is not None for step in found.steps), found.of, found.issue))
    statement = max(record.statements(), key=lambda found: (len(found.statement.via), bool(found.speaker), found.statement.id))
    speaker = max(
        (found.speaker.id for found in record.statements() if found.speaker and found.speaker.type == "person"),
        key=lambda actor: (sum(found.statement.speaker == actor for found in record.statements()), actor),
    )
    return (
        Picture("start", "/"),
        Picture("statement", f"/statements/{statement.statement.id}"),
        Picture("reader", f"/reports/{statement.report.id}?s={statement.statement.id}"),
        Picture("positions", "/positions"),
        Picture("position", f"/positions/{position.issue}/{position.of}"),
        Picture("utterance", f"/utterances/{utterance.id}"),
        Picture("contact", f"/occasions/{occasion.id}"),
        Picture("contradictions", "/contradictions?kind=denial"),
        Picture("actor", f"/actors/{speaker}"),
        Picture("timeline", "/timeline?since=2031-02-25&until=2031-03-25"),
    )


@contextmanager
def serve(record: Path) -> Iterator[str]:
    """Serve a record from a thread, at the address that is given."""
    import uvicorn

    from onrecord.web import make_app

    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(make_app(record), log_level="warning", ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


def take(record: Path) -> None:
    """Take all pictures."""
    from playwright.sync_api import sync_playwright

    os.environ["PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD"] = "1"
    with onrecord.open(record) as opened:
        pictures = list_pictures(opened)
    IMAGES.mkdir(exist_ok=True)
    with serve(record) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(
            base_url=site, viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", reduced_motion="reduce", locale="en-GB"
        )
        blank = browser.new_page()
        for picture in pictures:
            page.set_viewport_size({"width": WIDTH, "height": picture.height})
            page.goto(picture.path, wait_until="networkidle")
            path = IMAGES / f"{picture.name}.png"
            shot = base64.b64encode(page.screenshot()).decode()
            raw = base64.b64decode(blank.evaluate(READ_PIXELS, shot))
            path.write_bytes(draw(np.frombuffer(raw, np.uint8).reshape(picture.height, WIDTH, 4)[:, :, :3]))
            print(f"{path.relative_to(ROOT)} {path.stat().st_size / 1000:.0f} kB")  # noqa: T201 - what this command is for
            if path.stat().st_size > MOST_BYTES:
                sys.exit(f"{path} is larger than {MOST_BYTES // 1000} kB")
        browser.close()


def draw(pixels: np.ndarray[Any, Any]) -> bytes:
    """A picture as PNG with the colours that most of its pixels have, COLOURS at most; others take the nearest of them."""
    height, width, _ = pixels.shape
    found, places, numbers = np.unique(pixels.reshape(-1, 3), axis=0, return_inverse=True, return_counts=True)
    palette = found[np.argsort(-numbers, kind="stable")[:COLOURS]]
    far = ((found[:, None, :].astype(int) - palette[None].astype(int)) ** 2).sum(axis=2)
    rows = far.argmin(axis=1).astype(np.uint8)[places.reshape(-1)].reshape(height, width)
    lines = np.hstack([np.zeros((height, 1), np.uint8), rows]).tobytes()
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = ((b"IHDR", head), (b"PLTE", palette.tobytes()), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    packed = (struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def main() -> None:
    """Read the sample, if need be, and take all pictures."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--record", type=Path, help="a record of the sample that is there already")
    o = ap.parse_args()
    if o.record and o.record.exists():
        take(o.record)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.db"
        with onrecord.open(path) as record:
            record.read([ROOT / "sample"])
        take(path)


if __name__ == "__main__":
    main()
