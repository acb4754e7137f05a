"""Every PDF looks as it did when its picture was kept."""

import pytest
from PIL import ImageChops

from tests.pages import paper, pictures

pytestmark = pytest.mark.fonts


def test_every_pdf_looks_as_it_did() -> None:
    """`make pictures ARGS=--keep` keeps the new ones, once somebody has looked at them."""
    taken = dict(paper.sheets())
    assert [line for name, sheet in taken.items() if (line := pictures.compare(name, sheet))] == []
    assert {f"paper/{path.stem}" for path in (pictures.KEPT / "paper").glob("*.webp")} == set(taken)


@pytest.mark.parametrize(("right", "down"), [(0, 12), (12, 0)])
def test_a_paragraph_that_moved_by_ten_millimetres_is_found(right: int, down: int) -> None:
    kept = pictures.kept("paper/article-en")
    assert kept
    page = (252, 60, 470, 330)
    moved = kept.copy()
    moved.paste(ImageChops.offset(kept.crop(page), right, down), page[:2])
    assert pictures.changed(kept, moved) > pictures.TOLERATED
