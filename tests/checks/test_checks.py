"""The list of checks, and what holds for every one of them."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.checks import CHECKS, check_pair, check_pairs
from pipeline.model import Kind
from tests.checks.support import pair

LOCALES = ("es", "fr", "it", "pt_BR", "de", "ar", "zh_Hans", "ja", "hi", "th", "he", "en_XA", "ar_XB")
PIECES = (
    r"** * ` [ ](a) ]( [^1] <b> </b> <sup> &amp; \\ {#a} _ ~ | 5 2.5 1,500 ½ 10⁶ mg % two not million"
    " 三十 万 分の ٣ – < per"
)
MARKDOWN = st.lists(st.sampled_from([*PIECES.split(), "\n", " "]) | st.text(max_size=3), max_size=30).map(
    "".join
)


def test_every_check_explains_itself() -> None:
    assert len({check.id for check in CHECKS}) == len(CHECKS)
    for check in CHECKS:
        assert re.fullmatch(r"[a-z]+\.[a-z-]+", check.id)
        assert check.reason
        assert check.hint
        assert not check.reason.endswith(".")
        assert check.version >= 1


@given(source=MARKDOWN, target=MARKDOWN, tag=st.sampled_from(LOCALES), kind=st.sampled_from(list(Kind)))
def test_no_text_makes_a_check_raise_and_spans_lie_within_it(
    source: str, target: str, tag: str, kind: Kind
) -> None:
    for finding in check_pair(pair(source, target, tag, kind)):
        assert finding.msgid == source
        assert finding.reason
        for span in finding.source_spans:
            assert 0 <= span.start <= span.end <= len(source)
        for span in finding.target_spans:
            assert 0 <= span.start <= span.end <= len(target)


@given(source=st.text(), target=st.text(), tag=st.sampled_from(LOCALES))
def test_any_unicode_is_taken(source: str, target: str, tag: str) -> None:
    assert check_pair(pair(source, target, tag)) == check_pair(pair(source, target, tag))


@given(
    texts=st.lists(
        st.tuples(MARKDOWN, MARKDOWN | st.just(""), st.sampled_from(LOCALES), st.sampled_from(list(Kind))),
        max_size=5,
    )
)
def test_what_is_found_of_a_message_does_not_depend_on_those_checked_with_it(
    texts: list[tuple[str, str, str, Kind]],
) -> None:
    together = check_pairs([pair(*text) for text in texts])
    assert together == [check_pair(pair(*text)) for text in texts]


def test_many_messages_keep_their_order() -> None:
    numbers = range(600)
    pairs = [pair(f"Take {number} mg.", f"Tome {number + number % 3} mg.", "es") for number in numbers]
    wrong = [number for number, found in zip(numbers, check_pairs(pairs), strict=True) if found]
    assert wrong == [number for number in numbers if number % 3]


@pytest.mark.parametrize("tag", LOCALES)
def test_nothing_is_said_about_what_is_not_translated(tag: str) -> None:
    assert check_pair(pair("Take 5 mg.", "", tag)) == ()


ENDLESS = (
    "A-",
    "a, ",
    "AB (",
    "“x ",
    "*",
    "[",
    "<",
    ". ",
    "Aa ",
    "مع ، ",
    "的、",
    "١",
    "7",
    "⁹",
    "〇",
    "万",
    "<b>",
    "`",
    "\u202e",
)


@pytest.mark.parametrize("piece", ENDLESS)
@pytest.mark.parametrize("tag", ["es", "ar", "ja"])
def test_endless_runs_take_no_endless_time(piece: str, tag: str) -> None:
    """Ten times the text may take a hundred times as long, but no more: seconds, not hours."""
    text = piece * (5_000 // len(piece))
    start = time.process_time()
    for source, target in ((text, text[::-1]), (text, "x"), ("Take 5 mg.", text)):
        check_pair(pair(source, target, tag))
    assert time.process_time() - start < 15
