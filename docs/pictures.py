"""The README's pictures: `make publish pictures`.

Two are of the pages in output/: Chromium shows them from the disk, poppler's pdftoppm shows the PDF.
The others are taken on a reviewer's way through a copy of the content, which the tests walk too.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))  # The way through the review page stands with the tests.
IMAGES = ROOT / "docs" / "images"
ARTICLE = "hbot-for-multiple-sclerosis"
WIDTH, HEIGHT = 900, 1200
"""Of a picture, in CSS pixels and in pixels."""


def edition(locale: str) -> Path:
    """Return the folder of the article's preview in `locale` (BCP 47). Raises `LookupError`."""
    folder = ROOT / "output" / "preview" / locale
    for path in sorted(folder.glob("*/index.html")):
        # Addresses are translated; the language switcher leads to the source edition.
        if f"/en/{ARTICLE}/" in path.read_text(encoding="utf-8"):
            return path.parent
    raise LookupError(f"there is no page in {folder.relative_to(ROOT)}: run make publish")


def page(locale: str, name: str) -> None:
    """Take a picture of the top of a page."""
    chromium = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
    with tempfile.TemporaryDirectory() as profile:
        size = (f"--window-size={WIDTH},{HEIGHT}", f"--user-data-dir={profile}")
        shot = f"--screenshot={IMAGES / name}"
        address = (edition(locale) / "index.html").as_uri()
        subprocess.run((*chromium, *size, shot, address), check=True, capture_output=True)


def pdf(locale: str, name: str) -> None:
    """Take a picture of the first page of a PDF."""
    (path,) = edition(locale).glob("*.pdf")
    target = (IMAGES / name).with_suffix("")
    scale = ("-scale-to-x", str(WIDTH), "-scale-to-y", "-1")
    subprocess.run(("pdftoppm", "-png", "-singlefile", *scale, path, target), check=True)


def walk() -> None:
    """Walk a reviewer through the German edition of a copy of the content, with pictures on the way."""
    from tests.review import walk as way
    from tests.review.running import running

    with tempfile.TemporaryDirectory() as folder, way.chromium() as browser:
        project = way.content(Path(folder))
        with running(project) as served:
            shown = browser.new_page(viewport={"width": 1400, "height": 900})
            link = f"{served.home}/login?key={served.sessions.link_key()}"
            way.walk(shown, project, link, lambda name: shown.screenshot(path=IMAGES / f"{name}.png"))


def main() -> int:
    """Take all of them."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    try:
        page("ar", "page-ar.png")
        pdf("ja", "pdf.png")
        walk()
    except LookupError as error:
        print(error)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
