"""How far a message has come."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ledger.events import Action, Event
from pipeline.ledger.history import History
from pipeline.ledger.judgement import judge
from pipeline.model import Entry, State
from pipeline.states import counts, each, state
from tests.ledger.world import ARTICLE, ENTRY, FEW, LOCALE, event, happenings, past

NOTHING_KNOWN = History(locale=LOCALE, article=ARTICLE)
FUZZY = replace(ENTRY, flags=("fuzzy",))
STALE = replace(FUZZY, previous_msgid="Do not exceed 2 bar.")
PLURAL = replace(ENTRY, msgid_plural="Do not exceed them.", msgstr="a", msgstr_plural=("a", "b"))


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (None, State.UNTRANSLATED),
        (replace(ENTRY, msgstr=""), State.UNTRANSLATED),
        (replace(ENTRY, msgstr=" "), State.UNTRANSLATED),
        (replace(STALE, msgstr=""), State.UNTRANSLATED),
        (replace(ENTRY, obsolete=True), State.UNTRANSLATED),
        (replace(PLURAL, msgstr_plural=("a", "")), State.UNTRANSLATED),
        (PLURAL, State.TRANSLATED),
        (STALE, State.STALE),
        (FUZZY, State.DRAFT),
        (ENTRY, State.TRANSLATED),
    ],
)
def test_the_state_by_the_catalogue_alone(entry: Entry | None, expected: State) -> None:
    assert state(entry, NOTHING_KNOWN) is expected


ENTRIES = (
    *(ENTRY, FUZZY, STALE, PLURAL, replace(ENTRY, msgstr=""), replace(ENTRY, msgstr="\u2003")),
    *(
        replace(ENTRY, obsolete=True),
        replace(ENTRY, flags=("no-wrap",)),
        replace(PLURAL, msgstr_plural=("", "b")),
    ),
)


@given(st.lists(st.sampled_from(ENTRIES)), st.lists(happenings(), max_size=4))
def test_all_at_once_are_in_the_state_of_each(entries: list[Entry], events: list[Event]) -> None:
    for known in (NOTHING_KNOWN, past(*events)):
        assert list(each(entries, known)) == [state(entry, known) for entry in entries]


@pytest.mark.parametrize(
    ("entry", "words", "expected"),
    [
        (ENTRY, [event("apertium", "draft")], State.DRAFT),
        (replace(ENTRY, msgstr="other"), [event("apertium", "draft")], State.TRANSLATED),
        (ENTRY, [event("apertium", "draft"), event("linguist", "approve")], State.APPROVED),
        (FUZZY, [event("apertium", "draft"), event("linguist", "approve")], State.DRAFT),
        (STALE, [event("linguist", "approve")], State.STALE),
        (FUZZY, [event("linguist", "reject")], State.REJECTED),
        (ENTRY, [event("linguist", "reject")], State.REJECTED),
        (ENTRY, [event("translator", "reject")], State.TRANSLATED),
        (ENTRY, [event("linguist", "approve"), event("linguist", "revoke")], State.TRANSLATED),
    ],
)
def test_the_state_by_catalogue_and_ledger(entry: Entry, words: list[Event], expected: State) -> None:
    assert state(entry, past(*words)) is expected


@given(
    st.sampled_from(FEW),
    st.sampled_from([(), ("fuzzy",)]),
    st.none() | st.just("old"),
    st.lists(happenings(), max_size=9),
)
def test_only_a_finished_text_with_its_approvals_is_approved(
    entry: Entry, flags: tuple[str, ...], previous: str | None, events: list[Event]
) -> None:
    entry = replace(entry, flags=flags, previous_msgid=previous)
    history = past(*events)
    if state(entry, history) is State.APPROVED:
        subject = judge(entry, history).subject
        assert not entry.fuzzy
        assert any(e.action is Action.APPROVE and e.subject == subject for e in events)


def test_counts_leave_out_what_there_is_none_of() -> None:
    assert counts([ENTRY, None, STALE, None], NOTHING_KNOWN) == {
        State.TRANSLATED: 1,
        State.UNTRANSLATED: 2,
        State.STALE: 1,
    }
