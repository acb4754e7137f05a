"""Feeds joined: what was seen by others cannot be cut off unnoticed."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.ledger.events import Event
from pipeline.ledger.history import news
from tests.ledger.world import ENTRY, event, feed_bytes, feeds_of, happenings, join, past, read


def test_lines_missing_at_the_end_of_a_feed_are_found_once_somebody_saw_them() -> None:
    """A chain cannot show it; the linguist's line, written later, does."""
    feeds = feeds_of(
        [
            event("physician", "comment"),
            event("physician", "reject", reason="dose"),
            event("linguist", "approve"),
        ]
    )
    cut = read("physician", feed_bytes("physician", [event("physician", "comment")]))
    (finding,) = join([cut, feeds[1]]).findings
    assert finding.id == "ledger.missing-line"
    assert finding.file == "ledger/physician.jsonl"
    assert "“linguist” saw" in finding.reason


def test_a_feed_that_vanished_is_found_too() -> None:
    feeds = feeds_of([event("physician", "reject"), event("linguist", "approve")])
    assert [finding.id for finding in join(feeds[1:]).findings] == ["ledger.missing-line"]


def test_lines_that_nobody_saw_are_not_missed() -> None:
    """The limit of it: the last word in an edition has no witness but git."""
    feeds = feeds_of([event("linguist", "approve"), event("linguist", "revoke")])
    cut = read("linguist", feed_bytes("linguist", [event("linguist", "approve")]))
    assert feeds
    assert join([cut]).findings == ()


def test_only_what_is_new_is_noted() -> None:
    feeds = feeds_of([event("physician", "comment"), event("linguist", "comment")])
    assert news(feeds, "linguist") == ()
    assert [name for name, _ in news(feeds, "physician")] == ["linguist"]


@given(st.lists(happenings(), max_size=10), st.data())
def test_a_feed_cut_anywhere_is_found_if_anybody_saw_the_cut_line(
    events: list[Event], data: st.DataObject
) -> None:
    feeds = feeds_of(events)
    if not feeds:
        return
    index = data.draw(st.integers(0, len(feeds) - 1))
    victim = feeds[index]
    kept = data.draw(st.integers(0, len(victim.lines) - 1))
    cut = read(victim.actor, feed_bytes(victim.actor, [line.event for line in victim.lines[:kept]]))
    gone = {line.hash[:16] for line in victim.lines[kept:]}
    others = [feed for feed in feeds if feed is not victim]
    seen = {head for feed in others for line in feed.lines for _, head in line.event.seen}
    assert bool(join([*others, cut]).findings) == bool(gone & seen)


def test_events_of_a_message_are_listed_by_time() -> None:
    history = past(event("physician", "comment", reason="b"), event("linguist", "comment", reason="a"))
    assert [each.actor for each in history.events(event("x", "comment", ENTRY).message)] == [
        "linguist",
        "physician",
    ]


def test_who_drafts_is_an_engine() -> None:
    assert past(event("apertium", "draft"), event("linguist", "approve")).engines == {"apertium"}
