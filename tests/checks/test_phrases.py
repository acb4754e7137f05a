"""Tests for the tables of phrases, which are made as a text needs them."""

from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.checks.polarity import forms
from pipeline.checks.polarity.reading import LANGUAGES
from pipeline.checks.quantities.reading import words
from pipeline.checks.quantities.reading.phrases import ByNeed, by_first, by_second
from pipeline.checks.quantities.reading.tokens import first, tokenize, words_of

LETTERS = st.text(alphabet="aZéßİ一二〇をカ한٣ءُ5½²ª.,-'’ \u00a0", max_size=12)


@given(form=LETTERS | st.text(max_size=12))
def test_a_form_is_divided_as_a_text_is(form: str) -> None:
    assert words_of(form) == tuple(tokenize(form).norms)
    assert first(form) == next(iter(words_of(form)), "")


def test_forms_are_sorted_by_their_first_words_in_their_order() -> None:
    groups = [("at most|at|", "limit"), ("up to|At Least", "bound")]
    at = [("at most", "limit"), ("at", "limit"), ("At Least", "bound")]
    assert by_first(groups) == {"at": at, "up": [("up to", "bound")]}


def test_phrases_that_any_word_may_follow_are_among_all_in_order() -> None:
    phrases = [("b", "a b c"), ("", "a *ly"), ("b", "a b"), ("d", "a d"), ("", "a")]
    assert by_second(phrases) == {
        "b": ["a b c", "a *ly", "a b", "a"],
        "d": ["a *ly", "a d", "a"],
        "": ["a *ly", "a"],
    }


def test_what_is_needed_is_made_once_and_nothing_is_kept_of_other_words() -> None:
    table: ByNeed[list[str]] = ByNeed({"a", "b"}, lambda word: [word], [])
    first_time = table["a"]
    assert first_time == ["a"]
    assert table["a"] is first_time
    assert table["c"] == []
    assert table == {"a": ["a"]}


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_what_a_phrase_means_is_the_same_in_whatever_order_words_are_met(language: str) -> None:
    for ready in (words.ready, forms.ready):
        one, other = ready.__wrapped__(language).phrases, ready.__wrapped__(language).phrases
        known = list(one.known)
        assert {word: one[word] for word in known} == {word: other[word] for word in reversed(known)}
        assert all(phrase[0] == word for word in known for some in one[word].values() for phrase, _ in some)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_only_words_behind_the_first_of_a_phrase_have_an_open_end(language: str) -> None:
    lexicon = import_module(f"pipeline.checks.polarity.lexicon.{language}").LEXICON
    phrases = (form.split() for group in lexicon.values() for form in group.split("|"))
    assert not [words for words in phrases if len(words) > 1 and "*" in words[0]]
