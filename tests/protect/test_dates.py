"""Dates for engines that know none: written by CLDR, taken only where they are certain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import LocaleTag
from pipeline.protect import numbers, parse, plain, with_dates
from pipeline.protect.nodes import markdown


def dated(text: str, tag: str = "es") -> str:
    return markdown(with_dates(parse(text), LocaleTag(tag)).nodes)


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("es", "Since *5 March 2026*.", "Since *5 de marzo de 2026*."),
        ("fr", "March 5, 2026, or later", "5 mars 2026, or later"),
        ("it", "the 3rd of May 2026", "the 3 maggio 2026"),
        ("pt_BR", "in March 2026", "in março de 2026"),
        ("es", "On 4 July we met.", "el 4 de julio we met."),
        ("fr", "in May, not in June", "in mai, not in juin"),
    ],
)
def test_a_date_is_written_as_the_target_writes_it(tag: str, text: str, expected: str) -> None:
    assert dated(text, tag) == expected


@pytest.mark.parametrize(
    "text",
    [
        "You may march in may.",
        "March on. May 5 people come?",
        "31 February 2026",
        "`5 March 2026` and [x](a.md \"y\")",
        "v1.5 May",
        "3/5/2026",
        "August persons, in Augusta",
        "Version 3.12 June",
    ],
)  # fmt: skip
def test_what_may_be_something_else_is_left_alone(text: str) -> None:
    assert dated(text) == text


@given(
    st.text(alphabet="0123456789 ,.thMaryJunendoif", max_size=40),
    st.sampled_from(["es", "fr", "it", "pt_BR"]),
)
def test_numbers_and_the_words_of_the_source_stay(text: str, tag: str) -> None:
    inline = with_dates(parse(text), LocaleTag(tag))
    assert plain(inline.nodes) == plain(parse(text).nodes)
    assert numbers(markdown(inline.nodes)) == numbers(text)
