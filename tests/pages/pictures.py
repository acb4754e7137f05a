"""Pictures of every type of page and PDF in every script, compared with those that were kept.

`python -m tests.pages.pictures` takes them all into `output/pictures/`, says which differ from the kept
ones beside this file and exits with 1 if any does; `--keep` keeps the new ones instead. Each is a sheet
of one page: 360 pixels wide in light and dark, then 1280 wide in light and dark. Those of PDFs come from
`paper`.

Fonts differ between machines by a version, and so do the edges of letters. So two pictures are compared
as someone sees them from afar: letters become a grey, and only cells whose grey differs plainly count.
A title or a paragraph that moved by a line or by 50 pixels aside, vanished or changed its colours is
found. Smoother letters are not, nor is a thin frame that moved by a line.
"""

import http.server
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageChops

from tests.pages import fixture, paper

if TYPE_CHECKING:
    from playwright.sync_api import Browser

KEPT = Path(__file__).parent / "kept"
OUTPUT = fixture.REPOSITORY / "output" / "pictures"

HEIGHTS = {360: 2400, 1280: 1800}
"""How much of a page is shown at a width, in CSS pixels."""
SCHEMES = ("light", "dark")
SCALE = 4
"""How many pixels of a page are one of a sheet, across and down."""
CELL = 4
"""How many pixels of a sheet are one cell of a comparison."""
PLAIN = 20
"""From which difference on, in 256 greys, a cell has changed."""
TILE = 10
"""How many cells, across and down, are looked at together: 160 by 160 pixels of a page."""
TOLERATED = 0.1
"""Which share of a tile's cells may have changed."""


def pages(folder: Path) -> Mapping[str, str]:
    """Return the address of each page below `folder` that is pictured, by the name of its sheet."""
    found = {
        "site-home": "site/index.html",
        "site-404": "site/404.html",
        "preview-status": "preview/status.html",
        "site-extremes": "site/en/extremes/index.html",
    }
    for kind in ("site", "preview"):
        for path in sorted((folder / kind).glob("*/index.html")):
            found[f"{kind}-index-{path.parent.name}"] = path.relative_to(folder).as_posix()
        for path in sorted((folder / kind).glob("*/pressure*/index.html")):
            found[f"{kind}-article-{path.parts[-3]}"] = path.relative_to(folder).as_posix()
    return found


def take(browser: "Browser", address: str) -> Image.Image:
    """Return the sheet of one page."""
    page = browser.new_page(reduced_motion="reduce")
    page.goto(address)
    shots = []
    for width, height in HEIGHTS.items():
        page.set_viewport_size({"width": width, "height": height})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            shots.append(Image.open(BytesIO(page.screenshot())).convert("L").reduce(SCALE))
    page.close()
    sheet = Image.new("L", (sum(shot.width for shot in shots), max(shot.height for shot in shots)), 128)
    left = 0
    for shot in shots:
        sheet.paste(shot, (left, 0))
        left += shot.width
    return sheet


def changed(one: Image.Image, other: Image.Image) -> float:
    """Return the share of cells that differ plainly in the tile where most do, from 0 to 1."""
    if one.size != other.size:
        return 1.0
    difference = ImageChops.difference(one.reduce(CELL), other.reduce(CELL))
    plain = difference.point(lambda grey: 255 if grey >= PLAIN else 0)
    worst = plain.reduce(TILE).getextrema()[1]
    assert isinstance(worst, int)
    return worst / 255


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on loopback; yield its address."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- The name is http.server's.
            """Stay silent."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()


@contextmanager
def chromium() -> Iterator["Browser"]:
    """Start the system's Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as player:
        browser = player.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"], timeout=120_000
        )
        try:
            yield browser
        finally:
            browser.close()


def sheets(folder: Path) -> Iterator[tuple[str, Image.Image]]:
    """Yield the name and the sheet of every page of the outputs in `folder`, each at a root of its own."""
    with chromium() as browser:
        for name, address in pages(folder).items():
            kind, _, place = address.partition("/")
            with served(folder / kind) as origin:
                yield name, take(browser, f"{origin}/{place}")


def kept(name: str) -> Image.Image | None:
    """Return the kept sheet of that name, if there is one."""
    path = KEPT / f"{name}.webp"
    return Image.open(path).convert("L") if path.is_file() else None


def compare(name: str, sheet: Image.Image) -> str:
    """Say how a sheet differs from the kept one; nothing if it does not."""
    before = kept(name)
    if before is None:
        return f"{name}: no picture of it is kept"
    share = changed(before, sheet)
    return f"{name}: {share:.0%} of a part looks different" if share > TOLERATED else ""


def main(keep: bool) -> int:
    """Take all pictures; compare them, or keep them."""
    OUTPUT.mkdir(parents=True, exist_ok=True)
    complaints = []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        fixture.write(folder)
        for name, sheet in chain(sheets(folder), paper.sheets()):
            for kept_in in (OUTPUT, KEPT):
                (kept_in / name).parent.mkdir(parents=True, exist_ok=True)
            sheet.save(OUTPUT / f"{name}.png")
            complaints.append("" if keep else compare(name, sheet))
            if keep:
                sheet.save(KEPT / f"{name}.webp", quality=45, method=6)
    told = [line for line in complaints if line]
    print(*told, f"{len(complaints)} pictures in output/pictures/, {len(told)} differ", sep="\n")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main("--keep" in sys.argv[1:]))
