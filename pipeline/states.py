"""How far a message has come: derived from its catalogue entry and the ledger, never stored."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from pipeline.ledger.events import Action, forms
from pipeline.ledger.history import History
from pipeline.ledger.judgement import Verdict, judge
from pipeline.model import Entry, State


def state(entry: Entry | None, history: History, verdict: Verdict | None = None) -> State:
    """Derive the state of a message of `history`'s edition from its entry; None means none.

    `verdict` is what `judge` says of the entry, where that is known already. A rejection is told
    before staleness and draft, because it is about exactly this text. An entry that is fuzzy,
    obsolete or lacks a form is never approved, whatever the ledger says.
    """
    if entry is None or entry.obsolete or not all(form.strip() for form in forms(entry)):
        return State.UNTRANSLATED
    silent = verdict is None and not history.by_subject
    if silent and history.policy.required(history.locale, history.article):
        # An empty ledger says the same of every text.
        unfinished = State.STALE if entry.previous_msgid is not None else State.DRAFT
        return unfinished if entry.fuzzy else State.TRANSLATED
    verdict = verdict or judge(entry, history)
    if verdict.rejections:
        return State.REJECTED
    if entry.fuzzy:
        return State.STALE if entry.previous_msgid is not None else State.DRAFT
    if verdict.approved:
        return State.APPROVED
    drafted = any(line.event.action is Action.DRAFT for line in history.about(verdict.subject))
    return State.DRAFT if drafted else State.TRANSLATED


def each(entries: Iterable[Entry], history: History) -> Iterator[State]:
    """Yield the state of each of an edition's `entries`."""
    if history.by_subject or not history.policy.required(history.locale, history.article):
        yield from (state(entry, history) for entry in entries)
        return
    # An empty ledger says the same of every text.
    for entry in entries:
        plain = entry.msgstr and not entry.flags and not entry.msgstr_plural and not entry.obsolete
        yield State.TRANSLATED if plain and not entry.msgstr.isspace() else state(entry, history)


def counts(entries: Iterable[Entry | None], history: History) -> Mapping[State, int]:
    """Count the states of an edition's messages; a state that no message has is absent."""
    return Counter(state(entry, history) for entry in entries)
