"""Terms are recognised in every form that their language's grammar asks for, and only there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.inflection import Index, occurrences, stem, stems
from pipeline.locales import to_gettext
from pipeline.model import LocaleTag


def found(term: str, text: str, tag: str, between: int = 0) -> list[str]:
    spans = occurrences(term, text, to_gettext(tag) or LocaleTag(tag), between=between)
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("tag", "term", "text", "expected"),
    [
        ("en", "nerve fiber", "Nerve fibers, and a nerve fiber.", ["Nerve fibers", "nerve fiber"]),
        ("es", "oxigenoterapia hiperbárica", "dos oxigenoterapias hiperbáricas", "oxigenoterapias hiperbáricas"),
        ("fr", "lésions nerveuses", "une lésion nerveuse", "lésion nerveuse"),
        ("fr", "oxygène", "l’oxygène", "oxygène"),
        ("it", "malattia autoimmune", "le malattie autoimmuni", "malattie autoimmuni"),
        ("pt_BR", "câmaras hiperbáricas", "uma câmara hiperbárica", "câmara hiperbárica"),
        ("de", "hyperbarer Sauerstoff", "mit hyperbarem Sauerstoff", "hyperbarem Sauerstoff"),
        ("ar", "التصلب المتعدد", "علاج والتصلب المتعدد", "والتصلب المتعدد"),
        ("zh_Hans", "高压氧", "用高压氧治疗", "高压氧"),
        ("ja", "高気圧酸素", "高気圧 酸素を", "高気圧 酸素"),
        ("es", "nervio", "el cerebro", []),
        ("es", "sistema nervioso", "el sistema. Nervioso", []),
    ],
)  # fmt: skip
def test_a_term_is_recognised_in_its_inflections(
    tag: str, term: str, text: str, expected: str | list[str]
) -> None:
    assert found(term, text, tag) == ([expected] if isinstance(expected, str) else expected)


def test_an_acronym_is_not_the_word_of_its_letters() -> None:
    assert found("MS", "Ms Green has MS.", "en") == ["MS"]
    assert found("EM", "em EM", "pt_BR") == ["EM"]


def test_other_words_may_stand_between_if_the_caller_says_so() -> None:
    assert found("célula inmunitaria", "células muy inmunitarias", "es") == []
    assert found("célula inmunitaria", "células muy inmunitarias", "es", between=1)


def test_a_language_without_a_stemmer_is_compared_by_its_words() -> None:
    assert stem("Şekil", LocaleTag("az")) == "şekil"
    assert found("kyslík", "Kyslík je plyn", "sk") == ["Kyslík"]


@given(st.text(max_size=80), st.sampled_from(["en", "es", "de", "ar", "hi", "zh_Hans", "xx"]))
def test_words_stand_where_they_say_and_a_text_has_every_word_of_itself(text: str, tag: str) -> None:
    locale = LocaleTag(tag)
    for word in stems(text, locale):
        assert stem(text[word.start : word.end], locale) == word.stem
        if tag != "zh_Hans":
            assert list(occurrences(text[word.start : word.end], text, locale))


def test_many_terms_are_found_in_one_reading() -> None:
    terms = ["nerve", "nerve fiber", "nerve fibers", "MS", "chamber"]
    text = "Nerve fibers and a nerve fiber; chambers of nerves, in MS and Ms."
    found = [
        (terms[place], text[span.start : span.end])
        for place, span in Index(terms, LocaleTag("en")).find(text)
    ]
    assert found == [
        ("nerve fibers", "Nerve fibers"),
        ("nerve fiber", "nerve fiber"),
        ("chamber", "chambers"),
        ("nerve", "nerves"),
        ("MS", "MS"),
    ]
    chinese = Index(["高压", "高压氧"], LocaleTag("zh_Hans"))
    assert [place for place, _ in chinese.find("高压氧和高压")] == [1, 0]
