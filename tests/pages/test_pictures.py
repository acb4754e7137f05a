"""Every type of page in every script looks as it did when its picture was kept.

What the tolerance lets through and what it finds is tried on one of the pictures themselves.
"""

import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter

from tests.pages import fixture, pictures


@pytest.fixture(scope="module")
def page() -> Image.Image:
    """A sheet: a page at four sizes and schemes, of which the wide light one begins at pixel 180."""
    kept = pictures.kept("site-article-en")
    assert kept
    return kept


WIDE = (180, 0, 500, 450)
"""Where the page of 1280 pixels in light stands on the sheet."""


def moved(sheet: Image.Image, box: tuple[int, int, int, int], right: int, down: int) -> Image.Image:
    """Return the sheet with what stands in `box` moved."""
    other = sheet.copy()
    block = sheet.crop(box)
    other.paste(sheet.getpixel((box[0], box[1])), box)
    other.paste(block, (box[0] + right, box[1] + down))
    return other


BLOCKS = {"title": (270, 28, 420, 62), "paragraph": (276, 160, 452, 190)}
BLOCK = pytest.mark.parametrize("block", BLOCKS)


@BLOCK
@pytest.mark.parametrize(("right", "down"), [(0, 6), (-13, 0), (30, 30)], ids=["a line down", "aside", "far"])
def test_a_moved_block_is_found(page: Image.Image, block: str, right: int, down: int) -> None:
    assert pictures.changed(page, moved(page, BLOCKS[block], right, down)) > pictures.TOLERATED


@BLOCK
def test_a_missing_block_is_found(page: Image.Image, block: str) -> None:
    gone = page.copy()
    box = BLOCKS[block]
    gone.paste(page.getpixel(box[:2]), box)
    assert pictures.changed(page, gone) > pictures.TOLERATED


def test_another_colour_of_the_scheme_is_found(page: Image.Image) -> None:
    other = page.copy()
    other.paste(ImageChops.invert(page.crop(WIDE)), WIDE[:2])
    assert pictures.changed(page, other) > 0.2


def test_letters_of_another_version_are_not(page: Image.Image) -> None:
    assert pictures.changed(page, page.filter(ImageFilter.GaussianBlur(0.7))) <= pictures.TOLERATED
    assert pictures.changed(page, page.filter(ImageFilter.UnsharpMask(1, 60))) <= pictures.TOLERATED


@pytest.mark.browser
@pytest.mark.fonts
@pytest.mark.skipif(not shutil.which("chromium"), reason="Chromium is missing")
def test_every_page_looks_as_it_did(tmp_path: Path) -> None:
    """`make pictures ARGS=--keep` keeps the new ones, once somebody has looked at them."""
    fixture.write(tmp_path)
    taken = dict(pictures.sheets(tmp_path))
    assert [line for name, sheet in taken.items() if (line := pictures.compare(name, sheet))] == []
    assert {path.stem for path in pictures.KEPT.glob("*.webp")} == set(taken)
