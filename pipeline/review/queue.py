"""What a reviewer should look at, and in which order. Positions are messages, never numbers."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import IntEnum
from urllib.parse import urlencode

from pipeline.ledger.events import Action
from pipeline.ledger.judgement import objection, usable_roles
from pipeline.model import Severity, State
from pipeline.workflow.desk import Desk, Item


class Risk(IntEnum):
    """How soon a message should be looked at: the lower, the sooner."""

    GRAVE = 0
    """A check reports an error, or anything about a number, a quantity or a negation."""
    MACHINE = 1
    """No person has touched the text yet."""
    REST = 2


GRAVE = ("quantity.", "polarity.")
"""Families of checks that come first, whatever their severity: numbers, and who may or must what or not."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Filter:
    """Which messages a reviewer wants to see. Empty means all."""

    state: str = ""
    """A state's label."""
    finding: str = ""
    """A check's id."""
    engine: str = ""
    """The beginning of an engine's name and version."""
    section: str = ""
    mine: str = ""
    """`yes` for those that wait for this reviewer's approval."""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "Filter":
        """Read a filter from an address; what it does not know is ignored."""
        return cls(**{each.name: query.get(each.name, "")[:200] for each in fields(cls)})

    @property
    def query(self) -> str:
        """The filter as it stands in an address, with its question mark; empty for all."""
        given = {each.name: getattr(self, each.name) for each in fields(self)}
        text = urlencode({name: value for name, value in given.items() if value})
        return f"?{text}" if text else ""

    def without(self, name: str) -> "Filter":
        """Return the filter without one of its conditions."""
        return replace(self, **{name: ""})

    def accepts(self, item: Item, desk: Desk, actor: str) -> bool:
        """Whether a message is wanted."""
        return (
            self.state in ("", item.state.label)
            and (not self.finding or any(one.id == self.finding for one in item.findings))
            and item.engine.startswith(self.engine)
            and self.section in ("", item.message.section)
            and (not self.mine or bool(roles_for(item, desk, actor)))
        )


def risk(item: Item) -> Risk:
    """Return how soon a message should be looked at."""
    if any(one.severity is Severity.ERROR or one.id.startswith(GRAVE) for one in item.findings):
        return Risk.GRAVE
    return Risk.MACHINE if item.state in (State.DRAFT, State.STALE) else Risk.REST


def ordered(desk: Desk) -> tuple[Item, ...]:
    """Return an edition's messages, the riskiest first, then as on the page."""
    return tuple(sorted(desk.items, key=lambda item: (risk(item), item.position)))


def queue(desk: Desk, chosen: Filter, actor: str) -> tuple[Item, ...]:
    """Return the wanted messages, in order."""
    return tuple(item for item in ordered(desk) if chosen.accepts(item, desk, actor))


def following(before: Sequence[str], name: str, after: Collection[str]) -> str | None:
    """Return the id of the message to go to from the one named `name`.

    `before` is the order that the reviewer saw, with that message in it; `after` are the messages
    that are wanted now. The next in that order which is still wanted comes, at the end the first.
    """
    start = before.index(name) + 1 if name in before else 0
    return next((each for each in [*before[start:], *before[:start]] if each in after and each != name), None)


def roles_for(item: Item, desk: Desk, actor: str) -> tuple[str, ...]:
    """Return the roles in which `actor` may approve this text and has not done so."""
    if item.state in (State.UNTRANSLATED, State.APPROVED):
        return ()
    history = desk.history
    usable = usable_roles(actor, history.policy, history.locale, history.article)
    given = {event.role for event in item.verdict.approvals if event.actor == actor}
    return tuple(
        role
        for role in usable
        if role not in given
        and role in item.verdict.missing
        and not objection(item.entry, history, actor=actor, action=Action.APPROVE, role=role)
    )


def choices(desk: Desk) -> Mapping[str, Mapping[str, int]]:
    """Return what can be filtered by, with the number of messages: state, finding, engine, section."""
    items = desk.items
    return {
        "state": Counter(item.state.label for item in sorted(items, key=lambda item: item.state)),
        "finding": Counter(name for item in items for name in sorted({one.id for one in item.findings})),
        "engine": Counter(item.engine for item in items if item.engine),
        "section": Counter(item.message.section for item in items if item.message.section),
    }
