"""Pictures of PDFs: an article with its cover in every script, drafts, and what no author should write.

Each sheet has the pages of one PDF side by side. `pictures` compares them like those of web pages.
"""

import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from PIL import Image

from pipeline.model import Edition, Review, TocEntry
from pipeline.render import pdf
from pipeline.render.words import words
from tests.pages import fixture
from tests.render import samples
from tests.render.scripts import TEXTS, scripted

DENSITY = 30
"""Pixels to the inch."""
IMAGES = {f"images/{name}.png": samples.PIXEL for name in ("chamber", "curve")}


def sheets() -> Iterator[tuple[str, Image.Image]]:
    """Yield the name and the sheet of every PDF."""
    for name, edition in editions().items():
        yield f"paper/{name}", sheet(edition)


def editions() -> dict[str, Edition]:
    """Return what is printed, by the name of its sheet."""
    made = {f"article-{tag}": _with_cover(tag) for tag in TEXTS}
    made |= {f"draft-{tag}": fixture._draft(_with_cover(tag)) for tag in ("ar", "ja")}
    made |= {f"short-{tag}": scripted(tag) for tag in ("en", "ar")}
    return made | {"extremes": fixture._extreme()}


def _with_cover(tag: str) -> Edition:
    """Return an article that is long enough for a cover with contents."""
    one = scripted(tag)
    more = "".join(one.body.replace(f'id="{name}"', f'id="{name}-again"') for name in ("chamber", "risks"))
    entries = tuple(TocEntry(level=2, id=f"e{number}", text=one.title) for number in range(6))
    review = Review(role="medical reviewer", date=fixture.DAY)
    return replace(one, body=one.body + more, toc=entries, reviews=(review,))


def sheet(edition: Edition) -> Image.Image:
    """Print an edition and return the picture of its pages."""
    data = pdf.render(
        edition,
        words=words(edition.locale.tag).gettext,
        brand=samples.Brand(),
        images=IMAGES,
        draft=not edition.approved,
        address="" if edition.approved else "https://example.org/",
    )
    with tempfile.TemporaryDirectory() as folder:
        command = ("pdftoppm", "-r", str(DENSITY), "-gray", "-", f"{folder}/page")
        subprocess.run(command, input=data, capture_output=True, check=True)
        pages = [Image.open(BytesIO(path.read_bytes())) for path in sorted(Path(folder).iterdir())]
    whole = Image.new("L", (sum(page.width + 4 for page in pages) - 4, pages[0].height), 128)
    for number, page in enumerate(pages):
        whole.paste(page, (number * (page.width + 4), 0))
    return whole
