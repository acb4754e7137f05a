"""Texts in pieces: nothing is added, nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Span
from pipeline.review.words import Piece, compare, mark


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("two bar", "three bar", [("two", "old"), ("three", "new"), (" bar", "")]),
        ("same", "same", [("same", "")]),
        ("", "new", [("new", "new")]),
        ("高压氧", "高气压氧", [("高", ""), ("气", "new"), ("压氧", "")]),
        ("2.4", "2.5", [("2.", ""), ("4", "old"), ("5", "new")]),
    ],
)
def test_a_comparison_goes_word_by_word(old: str, new: str, pieces: list[tuple[str, str]]) -> None:
    assert [(piece.text, piece.kind) for piece in compare(old, new)] == pieces


@given(st.text(), st.text())
def test_both_texts_can_be_read_from_a_comparison(old: str, new: str) -> None:
    pieces = compare(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "new") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "old") == new


def test_texts_that_are_far_too_long_are_wholly_other() -> None:
    assert [piece.kind for piece in compare("a " * 5000, "b " * 5000)] == ["old", "new"]


@given(st.text(), st.lists(st.tuples(st.integers(-5, 50), st.integers(-5, 50), st.sampled_from("ab"))))
def test_marks_lose_no_character_wherever_they_stand(text: str, spans: list[tuple[int, int, str]]) -> None:
    marks = [(Span(start=start, end=end), kind) for start, end, kind in spans]
    assert "".join(piece.text for piece in mark(text, marks)) == text


def test_the_first_of_two_marks_shows() -> None:
    marks = [(Span(start=1, end=3), "error"), (Span(start=2, end=4), "warning")]
    assert mark("abcde", marks) == (
        Piece("a"),
        Piece("b", "error"),
        Piece("c", "error"),
        Piece("d", "warning"),
        Piece("e"),
    )
