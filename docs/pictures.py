"""The README's pictures, taken from the pages in output/: `make publish pictures`.

Chromium shows the pages, poppler's pdftoppm the PDF. Pages are opened from the disk.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urljoin

ROOT = Path(__file__).parent.parent
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


def review(name: str) -> None:
    """Take a picture of the reviewers' page, served from a copy of the content with a reviewer in it."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder)
        for part in ("source", "locales"):
            shutil.copytree(ROOT / part, content / part)
        settings = (ROOT / "pipeline.toml").read_text(encoding="utf-8")
        reviewer = '\n[reviewers.reviewer]\nroles = ["linguist"]\n'
        (content / "pipeline.toml").write_text(settings + reviewer, encoding="utf-8")
        command = (sys.executable, "-m", "pipeline", "-C", folder, "review", "--as", "reviewer", "--no-open")
        with subprocess.Popen((*command, "--port", "0"), stdout=subprocess.PIPE, text=True) as server:
            try:
                assert server.stdout is not None
                link = server.stdout.readline().removeprefix("Review at ").strip()
                with sync_playwright() as player:
                    browser = player.chromium.launch(
                        executable_path="/usr/bin/chromium", args=["--no-sandbox"]
                    )
                    shown = browser.new_page(viewport={"width": 1400, "height": 900})
                    shown.goto(link)
                    shown.goto(urljoin(link, f"/es/{ARTICLE}/"))
                    shown.frame_locator("iframe").locator("h1").wait_for()
                    shown.screenshot(path=IMAGES / name)
                    browser.close()
            finally:
                server.terminate()


def main() -> int:
    """Take all of them."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    try:
        page("de", "page.png")
        page("ar", "page-ar.png")
        pdf("ja", "pdf.png")
        review("review.png")
    except LookupError as error:
        print(error)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
