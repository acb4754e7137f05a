"""The record of an edition: who wrote and who approved each message, as values, text and JSON."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pipeline.ledger.events import Action, Event, forms, short_id
from pipeline.ledger.feed import Feed
from pipeline.ledger.history import History
from pipeline.ledger.judgement import Refusal, judge
from pipeline.model import ArticleName, Digest, Entry, Finding, LocaleTag, Message, Severity, State
from pipeline.states import state

MEANING = "has read source and translation in full and vouches for exactly this text in the role named"
"""What an approval says, for the record."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One message of the record, in the order of the page."""

    id: str
    """Its short id."""
    msgctxt: str | None
    msgid: str
    msgstr: tuple[str, ...]
    state: State
    subject: Digest
    """The exact text, as approvals name it."""
    authors: tuple[str, ...]
    """Engines with their version, actors, or people as git and Last-Translator name them."""
    written: tuple[Event, ...]
    """The drafts and edits in the ledger that made this text."""
    approvals: tuple[Event, ...]
    missing: tuple[str, ...]
    """Roles whose approval is required and absent."""
    rejections: tuple[Event, ...]
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Chain:
    """One actor's feed, as far as it verifies."""

    actor: str
    name: str
    """The actor's full name, if the settings have it."""
    lines: int
    signed: int
    """Lines with a signature that verifies with the key in the settings."""
    head: Digest
    """The hash of the last line, which stands for all of them."""
    last: datetime | None
    """When that line was written; None for an empty feed."""
    broken: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """Everything that an auditor asks of one edition."""

    locale: LocaleTag
    article: ArticleName
    rows: tuple[Row, ...]
    lapsed: tuple[Event, ...]
    """Approvals that were not taken back and whose text the edition no longer has."""
    chains: tuple[Chain, ...]
    """Every feed, by its actor's name."""
    signed: frozenset[Event]
    """What was said under a signature that verifies."""
    findings: tuple[Finding, ...]
    """What is wrong with the feeds: the first broken line of each, missing lines."""

    @property
    def sound(self) -> bool:
        """Whether every feed verifies."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)

    @property
    def approved(self) -> bool:
        """Whether the feeds verify and each message that the page needs is approved."""
        return self.sound and all(row.state is State.APPROVED for row in self.rows)


def record(messages: Sequence[Message], entries: Iterable[Entry], history: History) -> Record:
    """Make the record of an edition from the article's messages and the catalogue's entries.

    An optional message that nobody translated, such as a slug, has no row.
    """
    by_key = {entry.key: entry for entry in entries if not entry.obsolete}
    rows = [
        _row(message, by_key.get(message.key), history)
        for message in messages
        if message.required or any(forms(by_key.get(message.key, _NOTHING)))
    ]
    current = {judge(by_key[m.key], history).subject for m in messages if m.key in by_key}
    return Record(
        locale=history.locale,
        article=history.article,
        rows=tuple(rows),
        lapsed=tuple(event for event in _upheld(history) if event.subject not in current),
        chains=tuple(_chain(feed, history) for feed in history.feeds),
        signed=frozenset(
            line.event for feed in history.feeds for line in feed.lines if line.hash in (history.signed or ())
        ),
        findings=history.findings,
    )


def as_text(found: Record) -> str:
    """Write the record for a terminal: a block for each message, times in UTC."""
    blocks = [f"{found.locale} {found.article}: {_summary(found)}"]
    for finding in found.findings:
        where = f"{finding.file}:{finding.line}" if finding.line else finding.file
        blocks.append(f"{finding.severity.value}: {where}: {finding.reason}\n  {finding.hint}")
    for row in found.rows:
        lines = [f"{row.id}  {row.state.label:<12}  {_short(row.msgid)}"]
        lines.append(f"  written by   {', '.join(row.authors) or 'unknown'}")
        lines += [f"  approved by  {_who(event)}" for event in row.approvals]
        lines += [f"  rejected by  {_who(event)}: {event.reason}" for event in row.rejections]
        lines += [f"  no account   {_who(refusal.event)}: {refusal.reason}" for refusal in row.refusals]
        if row.missing and row.state > State.UNTRANSLATED:
            lines.append(f"  waits for    {', '.join(row.missing)}")
        blocks.append("\n".join(lines))
    if found.lapsed:
        lines = [f"  {event.message}  {_who(event)}" for event in found.lapsed]
        blocks.append(
            "\n".join(["Approvals of texts that have changed since, and that count no more:", *lines])
        )
    if found.chains:
        blocks.append("\n".join(["Feeds:", *(f"  {_told(chain)}" for chain in found.chains)]))
    return "\n\n".join(blocks) + "\n"


def as_json(found: Record) -> dict[str, Any]:
    """Return the record as JSON values; times are RFC 3339 in UTC."""
    return {
        "locale": found.locale,
        "article": found.article,
        "sound": found.sound,
        "approved": found.approved,
        "meaning": MEANING,
        "feeds": [
            {
                "actor": chain.actor,
                "name": chain.name or None,
                "lines": chain.lines,
                "signed": chain.signed,
                "head": chain.head,
                "last": _time(chain.last) if chain.last else None,
                "sound": not chain.broken,
            }
            for chain in found.chains
        ],
        "findings": [
            {
                "id": f.id,
                "severity": f.severity.value,
                "file": f.file,
                "line": f.line,
                "reason": f.reason,
                "hint": f.hint,
            }
            for f in found.findings
        ],
        "messages": [
            {
                "id": row.id,
                "msgctxt": row.msgctxt,
                "msgid": row.msgid,
                "msgstr": list(row.msgstr),
                "state": row.state.label,
                "subject": row.subject,
                "authors": list(row.authors),
                "approvals": [_event(event) for event in row.approvals],
                "missing": list(row.missing),
                "rejections": [_event(event) for event in row.rejections],
                "refused": [_event(refusal.event) | {"why": refusal.reason} for refusal in row.refusals],
            }
            for row in found.rows
        ],
        "lapsed": [_event(event) for event in found.lapsed],
    }


_NOTHING = Entry(msgid="")


def _row(message: Message, entry: Entry | None, history: History) -> Row:
    verdict = judge(entry or Entry(msgid=message.msgid, msgctxt=message.msgctxt), history)
    about = [line.event for line in history.about(verdict.subject)]
    engines = {event.actor: event.engine for event in about if event.action is Action.DRAFT}
    return Row(
        id=short_id(message.key),
        msgctxt=message.msgctxt,
        msgid=message.msgid,
        msgstr=forms(entry) if entry else (),
        state=state(entry, history),
        subject=verdict.subject,
        written=tuple(event for event in about if event.action in (Action.DRAFT, Action.EDIT)),
        authors=tuple(engines.get(author) or author for author in verdict.authors),
        approvals=verdict.approvals,
        missing=verdict.missing,
        rejections=verdict.rejections,
        refusals=verdict.refusals,
    )


def _chain(feed: Feed, history: History) -> Chain:
    reviewer = history.policy.reviewers.get(feed.actor)
    return Chain(
        actor=feed.actor,
        name=reviewer.full_name if reviewer else "",
        lines=len(feed.lines),
        signed=sum(line.hash in (history.signed or ()) for line in feed.lines),
        head=feed.head,
        last=feed.lines[-1].event.time if feed.lines else None,
        broken=feed.broken,
    )


def _upheld(history: History) -> list[Event]:
    """Approvals that their giver has not taken back, of whatever text."""
    upheld: dict[tuple[str, str, str], Event] = {}
    for feed in history.feeds:
        for line in feed.lines:
            event = line.event
            if event.action is Action.APPROVE:
                upheld[event.actor, event.subject, event.role] = event
            elif event.action in (Action.REVOKE, Action.REJECT):
                for key in [key for key in upheld if key[:2] == (event.actor, event.subject)]:
                    del upheld[key]
    return list(upheld.values())


def _summary(found: Record) -> str:
    if not found.sound:
        return "the ledger does not verify"
    done = sum(row.state is State.APPROVED for row in found.rows)
    return f"{done} of {len(found.rows)} messages approved"


def _who(event: Event) -> str:
    role = f" as {event.role}" if event.role else ""
    return f"{event.actor}{role}, {event.time:%Y-%m-%d %H:%M} UTC"


def _told(chain: Chain) -> str:
    lines = f"{chain.lines} {'line' if chain.lines == 1 else 'lines'}"
    signed = f", {chain.signed} signed" if chain.signed else ""
    broken = ", then a line that does not verify" if chain.broken else ""
    return f"{chain.actor}: {lines}{signed}{broken}, head {chain.head}"


def _time(time: datetime) -> str:
    return f"{time:%Y-%m-%dT%H:%M:%SZ}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 72 else f"{line[:71]}…"


def _event(event: Event) -> dict[str, Any]:
    return {
        "message": event.message,
        "actor": event.actor,
        "role": event.role or None,
        "time": _time(event.time),
        "reason": event.reason or None,
        "subject": event.subject,
    }
