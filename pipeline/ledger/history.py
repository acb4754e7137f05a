"""All that is known of one edition: its feeds, the policy, and who wrote what outside them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pipeline.ledger.events import Action, Event
from pipeline.ledger.feed import Feed, Line
from pipeline.ledger.policy import Policy
from pipeline.model import ArticleName, Digest, Finding, LocaleTag, MessageKey

SEEN_DIGITS = 16
"""How much of a hash `Event.seen` keeps: 64 bits, plenty to notice that a line is missing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class History:
    """What state and approval are derived from, with a catalogue's entry. Made by `history`."""

    locale: LocaleTag
    article: ArticleName
    policy: Policy = field(default_factory=Policy)
    feeds: tuple[Feed, ...] = ()
    """In the order of their actors' names."""
    by_subject: Mapping[Digest, tuple[Line, ...]] = field(default_factory=dict)
    """The lines about each text: by actor, and for one actor as written."""
    engines: frozenset[str] = frozenset()
    """Actors who have drafted here; they are no people."""
    witnesses: Mapping[MessageKey, tuple[str, ...]] = field(default_factory=dict)
    """Who wrote a message's present text according to git and the catalogue's Last-Translator,
    as names or `Name <address>`. Heard where the ledger knows nothing."""
    signed: frozenset[Digest] | None = None
    """Hashes of lines whose signature was verified with their actor's key; None if nobody
    verified, and then no signature counts."""
    findings: tuple[Finding, ...] = ()
    """What is wrong with the feeds. An error closes the gate for the edition."""

    def about(self, subject: Digest) -> tuple[Line, ...]:
        """Return the lines about exactly this text."""
        return self.by_subject.get(subject, ())

    def events(self, message: str) -> tuple[Event, ...]:
        """Return everything that happened to the message of this short id, by time, for people."""
        found = (line.event for feed in self.feeds for line in feed.lines if line.event.message == message)
        return tuple(sorted(found, key=lambda event: (event.time, event.actor)))


def history(
    feeds: Iterable[Feed],
    *,
    locale: LocaleTag,
    article: ArticleName,
    policy: Policy,
    witnesses: Mapping[MessageKey, tuple[str, ...]] | None = None,
    signed: frozenset[Digest] | None = None,
) -> History:
    """Join an edition's feeds. Their order does not matter, nor who merged them when."""
    ordered = tuple(sorted(feeds, key=lambda feed: feed.actor))
    index: dict[Digest, list[Line]] = {}
    for feed in ordered:
        for line in feed.lines:
            index.setdefault(line.event.subject, []).append(line)
    return History(
        locale=locale,
        article=article,
        policy=policy,
        feeds=ordered,
        by_subject={subject: tuple(lines) for subject, lines in index.items()},
        engines=frozenset(
            feed.actor for feed in ordered if any(line.event.action is Action.DRAFT for line in feed.lines)
        ),
        witnesses=witnesses or {},
        signed=signed,
        findings=(*(finding for feed in ordered for finding in feed.findings), *_missing(ordered)),
    )


def news(feeds: Iterable[Feed], actor: str) -> tuple[tuple[str, str], ...]:
    """Return what `actor`'s next event has to list as seen: others' heads that are new to them."""
    feeds = tuple(feeds)
    known: dict[str, str] = {}
    for feed in feeds:
        if feed.actor == actor:
            for line in feed.lines:
                known |= dict(line.event.seen)
    heads = {feed.actor: feed.head[:SEEN_DIGITS] for feed in feeds if feed.lines and feed.actor != actor}
    return tuple(sorted((name, head) for name, head in heads.items() if known.get(name) != head))


def _missing(feeds: tuple[Feed, ...]) -> list[Finding]:
    """Find lines that somebody has seen and that are gone, for instance cut off a feed's end."""
    present = {feed.actor: {line.hash[:SEEN_DIGITS] for line in feed.lines} for feed in feeds}
    broken = {feed.actor for feed in feeds if feed.broken}
    folder = next((feed.file.rpartition("/")[0] for feed in feeds), "")
    gone = {
        (name, feed.actor): line.event.time
        for feed in feeds
        for line in feed.lines
        for name, head in line.event.seen
        if name not in broken and head not in present.get(name, ())
    }
    return [
        Finding(
            id="ledger.missing-line",
            reason=f"lines of “{name}” are missing that “{witness}” saw on {time:%Y-%m-%d %H:%M} UTC",
            hint="pull or restore the feed as it was committed",
            file=f"{folder}/{name}.jsonl",
        )
        for (name, witness), time in sorted(gone.items())
    ]
