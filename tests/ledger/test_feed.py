"""A feed tells what was changed in it, and by which line."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.ledger.events import Action, Event
from pipeline.ledger.feed import extend, verify
from pipeline.model import ArticleName, LocaleTag, Severity
from tests.ledger.world import ARTICLE, ENTRIES, ENTRY, LOCALE, TEXTS, event, feed_bytes, read

EVENTS = [
    event("linguist", "approve", authors=("apertium",)),
    event("linguist", "comment", reason="«vale»\nsí"),
    event("linguist", "reject", reason="unit"),
    event("linguist", "edit", before="0" * 64, seen=(("apertium", "f" * 16),)),
    event("linguist", "dismiss", check="quantity.unit@1", reason="the label says so"),
    event("linguist", "revoke"),
]
DATA = feed_bytes("linguist", EVENTS)
LINES = DATA.splitlines(keepends=True)


@st.composite
def any_event(draw: st.DrawFn) -> Event:
    entry = draw(ENTRIES)
    return event(
        "linguist",
        draw(st.sampled_from(Action)),
        entry,
        time=draw(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1))).replace(
            tzinfo=UTC, microsecond=0
        ),
        reason=draw(st.text(st.characters(codec="utf-8"), max_size=20)),
        authors=draw(st.none() | st.lists(TEXTS, max_size=2).map(tuple)),
        seen=draw(
            st.dictionaries(st.sampled_from(["a", "b"]), st.just("0" * 16)).map(
                lambda d: tuple(sorted(d.items()))
            )
        ),
    )


@given(st.lists(any_event(), max_size=5))
def test_what_was_appended_is_what_is_read(events: list[Event]) -> None:
    data = feed_bytes("linguist", events)
    feed = read("linguist", data)
    assert [line.event for line in feed.lines] == events
    assert feed.findings == ()
    assert feed.size == len(data)
    assert data.count(b"\n") == len(events)


def test_appending_in_two_steps_is_appending_at_once() -> None:
    first = feed_bytes("linguist", EVENTS[:2])
    more, _ = extend(read("linguist", first), EVENTS[2:])
    assert first + more == DATA


@pytest.mark.parametrize("number", range(len(LINES)))
def test_a_flipped_byte_is_found_in_its_line(number: int) -> None:
    """Every bit of every byte: what stands before the line still counts, it and the rest does not."""
    start = sum(map(len, LINES[:number]))
    for position in range(start, start + len(LINES[number])):
        for bit in range(8):
            flipped = bytearray(DATA)
            flipped[position] ^= 1 << bit
            feed = read("linguist", bytes(flipped))
            assert feed.broken
            assert (feed.findings[0].file, feed.findings[0].line) == ("ledger/linguist.jsonl", number + 1)
            assert [line.event for line in feed.lines] == EVENTS[:number]


@settings(max_examples=300)
@given(st.integers(0, len(DATA)), st.integers(0, 40), st.binary(max_size=40))
def test_no_splice_makes_an_event_that_was_not_written(start: int, length: int, new: bytes) -> None:
    feed = read("linguist", DATA[:start] + new + DATA[start + length :])
    assert [line.event for line in feed.lines] == EVENTS[: len(feed.lines)]


@pytest.mark.parametrize(
    ("lines", "line", "kind"),
    [
        (LINES[:1] + LINES[2:], 2, "removed"),
        (LINES[1:], 1, "foreign"),
        (LINES[:2] + LINES[1:], 3, "duplicated"),
        ([LINES[1], LINES[0], *LINES[2:]], 1, "reordered"),
        ([*LINES[:3], LINES[4], LINES[3], *LINES[5:]], 4, "reordered"),
        ([LINES[0].replace(b"approve", b"dismiss"), *LINES[1:]], 1, "edited"),
        ([LINES[0].replace(b'"v":1', b'"v":2'), *LINES[1:]], 1, "version"),
        ([LINES[0].replace(b'"v":1', b'"v":1.0'), *LINES[1:]], 1, "edited"),
        ([LINES[0].replace(b'":', b'": '), *LINES[1:]], 1, "edited"),
        ([LINES[0].replace(b'"v":1', b'"v":1,"w":1'), *LINES[1:]], 1, "edited"),
        ([LINES[0].replace(b"\n", b"\r\n"), *LINES[1:]], 1, "edited"),
        ([b"\n", *LINES], 1, "malformed"),
        ([b"[" * 100_000 + b"\n", *LINES], 1, "malformed"),
        ([b"<<<<<<< HEAD\n", *LINES], 1, "conflict"),
        ([b'{"v":1,"action":"approve"}\n'], 1, "malformed"),
        ([b'{"v":1,"action":"publish","msgctxt":null}\n'], 1, "malformed"),
        ([b"\xff\xfe\n"], 1, "malformed"),
    ],
)
def test_what_happened_to_the_lines_is_told(lines: list[bytes], line: int, kind: str) -> None:
    feed = read("linguist", b"".join(lines))
    (finding,) = feed.findings
    assert (finding.id, finding.line, finding.severity) == (f"ledger.{kind}", line, Severity.ERROR)
    assert "git checkout" in finding.hint
    assert len(feed.lines) == line - 1


@pytest.mark.parametrize(
    ("locale", "article", "actor"),
    [("fr", ARTICLE, "linguist"), (LOCALE, "another", "linguist"), (LOCALE, ARTICLE, "physician")],
)
def test_a_feed_counts_only_where_it_was_written(locale: str, article: str, actor: str) -> None:
    feed = verify(DATA, locale=LocaleTag(locale), article=ArticleName(article), actor=actor, file="f")
    assert feed.lines == ()
    assert [finding.id for finding in feed.findings] == ["ledger.foreign"]


def test_a_line_torn_by_a_crash_is_a_warning_and_heals() -> None:
    for kept in range(1, len(LINES[-1]) - 1):
        torn = b"".join(LINES[:-1]) + LINES[-1][:kept]
        feed = read("linguist", torn)
        assert not feed.broken
        assert [finding.id for finding in feed.findings] == ["ledger.torn"]
        assert [line.event for line in feed.lines] == EVENTS[:-1]
        more, _ = extend(feed, EVENTS[-1:])
        assert torn[: feed.size] + more == DATA


def test_zeroes_after_a_torn_line_are_torn_too() -> None:
    """Some file systems fill up with them after a power cut."""
    feed = read("linguist", b"".join(LINES[:-1]) + LINES[-1][:20] + b"\0" * 64)
    assert [finding.id for finding in feed.findings] == ["ledger.torn"]


def test_a_last_line_without_its_end_counts() -> None:
    feed = read("linguist", DATA[:-1])
    assert [line.event for line in feed.lines] == EVENTS
    assert feed.unfinished
    assert feed.findings == ()


def test_a_feed_says_what_people_can_read() -> None:
    text = feed_bytes("linguist", [event("linguist", "approve", ENTRY)]).decode()
    assert '"action":"approve","actor":"linguist","authors":[]' in text
    assert '"role":"linguist"' in text
    assert '"time":"2026-11-22T12:00:00Z"' in text
