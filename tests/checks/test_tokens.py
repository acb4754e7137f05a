"""Tokens, and the short way past those that mean nothing: it must lead where the long way does."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.checks.polarity import forms, reading
from pipeline.checks.quantities.reading import lexemes, words
from pipeline.checks.quantities.reading.tokens import Tokenized, fold, kind, tokenized
from tests.checks.prose import EVERYDAY, LEAFLETS, MEASURES, PAIRS

SENTENCES = [("en", source) for _, source, _ in PAIRS]
SENTENCES += [(tag.partition("_")[0], text) for tag, _, text in (*PAIRS, *MEASURES, *LEAFLETS, *EVERYDAY)]
ANY = st.text() | st.text("aé中二两ال٣5 .,-+²½x°")


def _mixed(sentences: list[tuple[str, str]], places: list[int]) -> tuple[str, str]:
    """Return the first sentence's language, and words of all sentences in another order."""
    parts = [token for _, text in sentences for token in tokenized(text).texts]
    joint = "" if sentences[0][0] in ("zh", "ja") else " "
    return sentences[0][0], joint.join(parts[place % len(parts)] for place in places) if parts else ""


MIXED = st.builds(
    _mixed,
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3),
    st.lists(st.integers(min_value=0, max_value=10_000), max_size=40),
)


def _unsure(divided: Tokenized, unsure: object) -> dict[str, object]:
    return dict.fromkeys(divided.texts, unsure)


@given(text=ANY)
def test_tokens_stand_in_the_text_and_leave_out_blanks_only(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    texts, _, starts, ends = tokenized(text)
    assert texts == [folded[start:end] for start, end in zip(starts, ends, strict=True)]
    assert all(start < end for start, end in zip(starts, ends, strict=True))
    between = zip([0, *ends], [*starts, len(text)], strict=True)
    assert all(folded[end:start].strip().replace("_", "") == "" for end, start in between if folded.isascii())


def test_a_token_is_of_a_kind() -> None:
    texts = tokenized("B12 costs 1,234.5 (½ of 10⁶) in 二十 or 1-800-555-0199 日").texts
    kinds = "label word number sign vulgar word number raised sign word numeral word label han"
    assert list(map(kind, texts)) == kinds.split()


@given(mixed=st.sampled_from(SENTENCES) | MIXED)
def test_what_tokens_mean_by_themselves_is_what_they_mean_beside_each_other(mixed: tuple[str, str]) -> None:
    language, text = mixed
    lexicon = words.ready(language)
    divided = tokenized(text, lexicon.spaced_groups)
    unsure = lexicon._replace(met=_unsure(divided, lexemes.UNSURE))
    found, expected = (
        [(one.kind, one.start, one.end, one.text, one.data) for one in lexemes.scan(divided, ready)]
        for ready in (lexicon, unsure)
    )
    assert found == expected


@given(mixed=st.sampled_from(SENTENCES) | MIXED)
def test_words_that_mean_nothing_by_themselves_are_passed_rightly(mixed: tuple[str, str]) -> None:
    language, text = mixed
    lexicon = forms.ready(language)
    divided = tokenized(text, words.ready(language).spaced_groups)
    unsure = lexicon._replace(known=_unsure(divided, forms.UNSURE), idle=set())
    assert list(reading.signs(divided, lexicon)) == list(reading.signs(divided, unsure))
