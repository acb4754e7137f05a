"""What changed between two texts that matters, and how alike they are."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.changes import _TOKEN, ALIKE, differences, matches, similarity, words

TEXTS = st.lists(
    st.sampled_from(
        ["take", "not", "don't", "50%", "12 mg", "CD4+", "<", "may", "safe", "unsafe", "the", "x", "。"]
    ),
    max_size=12,
).map(" ".join) | st.text(max_size=40)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Save 50% off", "Save 40% off", ("number 50% → 40%",)),
        ("Take 12 mg", "Take 21 mg", ("number 12 mg → 21 mg",)),
        ("Take 500 mg", "Take 500 µg", ("number 500 mg → 500 µg",)),
        ("Take 1,500 mg", "Take 1.500 mg", ("number 1,500 mg → 1.500 mg",)),
        ("5 mg/kg", "5 mg/ml", ("number 5 mg/kg → 5 mg/ml",)),
        ("10 mg every 8 h", "8 mg every 10 h", ("number 10 mg → 8 mg", "number 8 h → 10 h")),
        ("for 2-3 weeks", "for 2-4 weeks", ("number 3 weeks → 4 weeks",)),
        ("a change of +2", "a change of -2", ("number +2 → -2",)),
        ("CD4+ cells", "CD8+ cells", ("number CD4+ → CD8+",)),
        ("two sessions", "three sessions", ("number two → three",)),
        ("from 5 to 10", "from 10 to 5", ("number moved: 10",)),
        ("从100到200", "从100到300", ("number 200 → 300",)),
        ("p < 0.05", "p > 0.05", ("comparator < → >",)),
        ("at least 5", "at most 5", ("comparator least → most",)),
        ("Do not take this", "Take this", ("negation removed: not",)),
        ("It is safe", "It is unsafe", ("negation safe → unsafe",)),
        ("You can", "You can't", ("negation added: not",)),
        ("It may help", "It must help", ("modal may → must",)),
        ("Rest", "Rest for 5 min", ("number added: 5 min",)),
    ],
)
def test_what_matters_is_named(old: str, new: str, said: tuple[str, ...]) -> None:
    assert differences(old, new) == said


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Hello world", "Hello, **world**!"),
        ("You can't", "You cannot"),
        ("do not", "don’t"),
        ("50 mg", "50mg"),
        ("a red pill", "a blue pill"),
        ("", ""),
    ],
)
def test_other_changes_are_not(old: str, new: str) -> None:
    assert differences(old, new) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Take this now", "Do not take this now"),
        ("It is safe here", "It is not safe here"),
        ("12 mg a day", "21 mg a day"),
    ],
)
def test_a_dangerous_change_weighs_more_than_a_harmless_one(old: str, new: str) -> None:
    harmless = f"{old} please"
    assert similarity(old, new) < similarity(old, harmless) < 1


@pytest.mark.parametrize(("old", "new"), [("12 mg", "21 mg"), ("safe", "unsafe"), ("yes", "no")])
def test_texts_that_are_nothing_but_the_change_are_not_alike(old: str, new: str) -> None:
    assert similarity(old, new) < ALIKE


@given(TEXTS, TEXTS)
def test_similarity_is_a_share_and_one_only_for_the_same_words(old: str, new: str) -> None:
    score = similarity(old, new)
    assert 0 <= score <= 1
    if words(old) or words(new):
        assert (score == 1) == (words(old) == words(new))


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert differences(text, text) == ()
    assert similarity(text, text) == 1


@given(st.lists(TEXTS, max_size=5), st.lists(TEXTS, max_size=5))
def test_the_bounds_of_matches_leave_none_out(old: list[str], new: list[str]) -> None:
    expected = {
        (row, column)
        for row, a in enumerate(old)
        for column, b in enumerate(new)
        if words(a) and words(b) and similarity(a, b) >= ALIKE
    }
    assert {(row, column) for _, row, column in matches(old, new)} == expected


@given(st.text(alphabet="abTnK2é_-+'’.,%/ 中α", max_size=25))
def test_a_plain_word_is_the_one_that_the_longer_expression_finds(text: str) -> None:
    longer = re.compile(_TOKEN.pattern.partition("|")[2])
    assert [match[0] for match in _TOKEN.finditer(text)] == [match[0] for match in longer.finditer(text)]
