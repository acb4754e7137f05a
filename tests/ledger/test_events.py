"""How the ledger names texts and messages."""

import unicodedata
from dataclasses import replace

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import InputError
from pipeline.ledger.events import canonical, resolve, short_id, subject, subject_of
from pipeline.model import ArticleName, LocaleTag
from tests.ledger.world import ARTICLE, ENTRIES, ENTRY, LOCALE, TEXTS

ASCII = st.text(st.characters(codec="ascii"), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ASCII, inner, max_size=4),
)


@given(VALUES)
def test_canonical_json_is_that_of_rfc_8785(value: object) -> None:
    assert canonical(value) == rfc8785.dumps(value)  # type: ignore[arg-type]


def test_what_is_no_unicode_has_no_canonical_form() -> None:
    with pytest.raises(ValueError, match="surrogates"):
        canonical("\ud800")


def test_the_subject_of_a_text_never_changes() -> None:
    """Approvals in people's repositories rest on it: if this fails, the version must move."""
    assert subject_of(LOCALE, ARTICLE, ENTRY) == subject(
        locale=LocaleTag("es"),
        article=ArticleName("hyperbaric-oxygen"),
        msgctxt=None,
        msgid="Do not exceed 2.4 bar.",
        msgid_plural=None,
        msgstr=("No supere 2,4 bar.",),
    )
    assert (
        subject_of(LOCALE, ARTICLE, ENTRY)
        == "f39b615cf023152dd75527a06e4189c06e59496ca62c1f42fa9f99459a61777e"
    )


@given(ENTRIES, ENTRIES)
def test_two_texts_have_one_subject_only_if_they_are_equal(one: object, other: object) -> None:
    same = subject_of(LOCALE, ARTICLE, one) == subject_of(LOCALE, ARTICLE, other)  # type: ignore[arg-type]
    assert same == (one == other)


def test_locale_article_context_and_plural_are_part_of_the_subject() -> None:
    subjects = {
        subject_of(LOCALE, ARTICLE, ENTRY),
        subject_of(LocaleTag("pt_BR"), ARTICLE, ENTRY),
        subject_of(LOCALE, ArticleName("another"), ENTRY),
        subject_of(LOCALE, ARTICLE, replace(ENTRY, msgctxt="title")),
        subject_of(LOCALE, ARTICLE, replace(ENTRY, msgctxt="")),
        subject_of(LOCALE, ARTICLE, replace(ENTRY, msgid_plural="", msgstr_plural=("No supere 2,4 bar.",))),
    }
    assert len(subjects) == 6


def test_letters_that_only_look_the_same_make_another_subject() -> None:
    composed, decomposed = (
        replace(ENTRY, msgstr=unicodedata.normalize(f, "Oxígeno")) for f in ("NFC", "NFD")
    )
    assert subject_of(LOCALE, ARTICLE, composed) != subject_of(LOCALE, ARTICLE, decomposed)


def test_flags_and_comments_are_no_part_of_the_subject() -> None:
    marked = replace(ENTRY, flags=("fuzzy",), translator_comments=("see the glossary",), references=("a.md",))
    assert subject_of(LOCALE, ARTICLE, marked) == subject_of(LOCALE, ARTICLE, ENTRY)


@given(st.none() | TEXTS, TEXTS)
def test_a_short_id_has_eight_letters_and_digits_and_finds_its_message(
    msgctxt: str | None, msgid: str
) -> None:
    name = short_id((msgctxt, msgid))
    assert len(name) == 8
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz234567")
    assert resolve(name.upper(), [(msgctxt, msgid), ("other", "message")]) == (msgctxt, msgid)


def test_a_beginning_that_fits_two_messages_is_refused_and_both_are_named() -> None:
    keys = [(None, f"message {number}") for number in range(64)]
    first = short_id(keys[0])[0]
    with pytest.raises(InputError) as caught:
        resolve(first, keys)
    (finding,) = caught.value.findings
    assert finding.id == "message.ambiguous"
    assert short_id(next(key for key in keys if short_id(key)[0] == first)) in finding.hint


@pytest.mark.parametrize("prefix", ["", " ", "zzzzzzzz", "1"])
def test_an_id_that_no_message_has_is_refused(prefix: str) -> None:
    with pytest.raises(InputError, match="no message"):
        resolve(prefix, [(None, "message")])
