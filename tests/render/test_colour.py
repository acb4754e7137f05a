"""One brand colour, legible on every paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.render.assets import DARK_PAPERS, LIGHT_PAPERS
from pipeline.render.colour import contrast, is_colour, legible

colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@given(colours)
def test_every_brand_colour_becomes_legible(colour: str) -> None:
    for papers in (LIGHT_PAPERS, DARK_PAPERS):
        assert all(contrast(legible(colour, *papers), paper) >= 4.5 for paper in papers)


def test_a_legible_colour_stays_as_it_is() -> None:
    assert legible("#0f5f6e", *LIGHT_PAPERS) == "#0f5f6e"


def test_what_is_no_colour_is_refused() -> None:
    assert not is_colour("teal")
    with pytest.raises(ValueError, match="teal"):
        legible("teal", *LIGHT_PAPERS)
