"""What the templates are given: plain values, each text still raw. Jinja2 escapes all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.ledger.events import Action, Event
from pipeline.ledger.judgement import objection
from pipeline.model import Finding, Severity, Span, State
from pipeline.review.queue import Filter, Risk, choices, queue, risk, roles_for
from pipeline.review.words import Piece, compare, mark
from pipeline.workflow.desk import Desk, Item, check_name
from pipeline.workflow.suggestions import Suggestions

STATES = {
    State.UNTRANSLATED: "not translated",
    State.STALE: "source changed",
    State.DRAFT: "machine draft",
    State.REJECTED: "rejected",
    State.TRANSLATED: "waits for approval",
    State.APPROVED: "approved",
}
"""States in the words of the page."""

_DONE = {
    Action.DRAFT: "drafted",
    Action.EDIT: "wrote",
    Action.APPROVE: "approved",
    Action.REJECT: "rejected",
    Action.REVOKE: "took back what they had said",
    Action.COMMENT: "commented",
    Action.DISMISS: "dismissed a finding",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A message in the queue."""

    id: str
    snippet: str
    state: State
    words: str
    risk: Risk
    findings: int
    current: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Remark:
    """A finding on the text, and the name under which it is dismissed."""

    finding: Finding
    check: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Happening:
    """An event in the words of the page."""

    event: Event
    what: str
    current: bool
    """Whether it is about the present text."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """One text beside another."""

    title: str
    note: str
    pieces: tuple[Piece, ...]
    of_source: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Clash:
    """A text that could not be saved because another one is there now."""

    mine: Sequence[str]
    began: Sequence[str] = ()
    """What stood there when they began, where the ledger knows it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Signing:
    """Why somebody cannot approve on this page, though they may, and what they do instead."""

    why: str
    commands: Sequence[str]
    """For their own machine: to approve this text, or to open the page there."""


def edition(desk: Desk, chosen: Filter, actor: str) -> dict[str, Any]:
    """Return what every page of an edition shows: queue, filters, progress."""
    counts = desk.counts
    needed = sum(counts.values())
    return {
        "desk": desk,
        "address": f"/{desk.locale.bcp47}/{desk.article.name}/",
        "filter": chosen,
        "choices": choices(desk),
        "wanted": queue(desk, chosen, actor),
        "mine": sum(bool(roles_for(item, desk, actor)) for item in desk.items),
        "approved": counts.get(State.APPROVED, 0),
        "needed": needed,
        "counts": [(state, STATES[state], counts[state]) for state in sorted(counts, reverse=True)],
        "broken": [one for one in desk.history.findings if one.severity is Severity.ERROR],
    }


def message(
    desk: Desk,
    item: Item,
    chosen: Filter,
    actor: str,
    helping: Suggestions,
    clash: Clash | None = None,
    unsigned: str = "",
) -> dict[str, Any]:
    """Return what the page of one message shows. `unsigned` says why nothing can be approved here."""
    shared = edition(desk, chosen, actor)
    wanted = shared["wanted"]
    roles = roles_for(item, desk, actor)
    listed = wanted if item in wanted else (item, *wanted)
    return shared | {
        "item": item,
        "action": f"{shared['address']}{item.id}{chosen.query}",
        "rows": [_row(each, item) for each in listed],
        "state": STATES[item.state],
        "source": mark(item.message.msgid, _spans(item.findings, source=True)),
        "target": mark(item.entry.msgstr, _spans(item.findings, source=False)),
        "forms": clash.mine if clash else item.forms,
        "clash": clash,
        "theirs": compare("\n".join(item.forms), "\n".join(clash.mine)) if clash else (),
        "remarks": [Remark(finding=one, check=check_name(one)) for one in item.findings],
        "comparisons": _comparisons(item),
        "terms": helping.terms,
        "matches": [(match, compare(match.segment.source, item.message.msgid)) for match in helping.matches],
        "roles": () if unsigned else roles,
        "hindrance": _hindrance(item, desk, actor),
        "unsigned": unsigned,
        "signing": _signing(unsigned, item, desk, actor) if unsigned and roles else None,
        "own": item.own(actor),
        "before": next((one for one in reversed(desk.items[: item.position]) if one.message.required), None),
        "after": next((one for one in desk.items[item.position + 1 :] if one.message.required), None),
        "happenings": [
            Happening(event=event, what=_DONE[event.action], current=event.subject == item.verdict.subject)
            for event in item.events
        ],
    }


def _signing(why: str, item: Item, desk: Desk, actor: str) -> Signing:
    who = f"--as {actor} --sign ~/.ssh/id_ed25519"
    where = f"{desk.locale.bcp47} {desk.article.name}"
    return Signing(why=why, commands=(f"pipeline approve {where} {item.id} {who}", f"pipeline review {who}"))


def _row(item: Item, current: Item) -> Row:
    text = " ".join(item.message.msgid.split())
    return Row(
        id=item.id,
        snippet=text if len(text) <= 90 else f"{text[:89]}…",
        state=item.state,
        words=STATES[item.state],
        risk=risk(item),
        findings=len(item.findings),
        current=item.id == current.id,
    )


def _spans(findings: Sequence[Finding], *, source: bool) -> list[tuple[Span, str]]:
    order = list(Severity)
    return [
        (span, finding.severity.value)
        for finding in sorted(findings, key=lambda one: order.index(one.severity))
        for span in (finding.source_spans if source else finding.target_spans)
    ]


def _comparisons(item: Item) -> list[Comparison]:
    now = "\n".join(item.forms)
    found = []
    if item.entry.previous_msgid is not None:
        found.append(
            Comparison(
                title="The source has changed",
                note="Struck through: the source as it was when this was translated.",
                pieces=compare(item.entry.previous_msgid, item.message.msgid),
                of_source=True,
            )
        )
    for title, note, old in (
        ("Since it was last approved", "Struck through: the text as approved.", item.approved),
        ("Since it was drafted", "Struck through: the engine’s words.", item.draft),
    ):
        if old and "\n".join(old) != now:
            found.append(Comparison(title=title, note=note, pieces=compare("\n".join(old), now)))
    return found


def _hindrance(item: Item, desk: Desk, actor: str) -> str:
    """Say why `actor` cannot approve the text now; empty if they can."""
    if roles_for(item, desk, actor):
        return ""
    if item.state is State.APPROVED:
        return "This text is approved."
    if item.state is State.UNTRANSLATED:
        return "There is no translation yet."
    if any(event.actor == actor for event in item.verdict.approvals):
        return f"You have approved it; it still needs: {', '.join(item.verdict.missing)}."
    reasons = {
        objection(item.entry, desk.history, actor=actor, role=role): None for role in item.verdict.missing
    }
    reasons.pop("", None)
    return "; ".join(reasons) + "." if reasons else ""
