"""What the ledger means for a text: whose approval counts, and what is still missing."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.ledger.events import Action, Event, forms, subject_of
from pipeline.ledger.feed import Line
from pipeline.ledger.history import History
from pipeline.ledger.policy import Policy
from pipeline.model import ArticleName, Digest, Entry, LocaleTag, Review


@dataclass(frozen=True, kw_only=True, slots=True)
class Refusal:
    """An approval, rejection or dismissal of exactly this text that does not count, and why."""

    event: Event
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What is known of one text as it stands in the catalogue."""

    subject: Digest
    authors: tuple[str, ...]
    """Who wrote it: engines, actors, or people as git and Last-Translator name them."""
    approvals: tuple[Event, ...] = ()
    """One for each role that is filled, in the order of the required roles."""
    missing: tuple[str, ...] = ()
    """Roles whose approval is still required."""
    rejections: tuple[Event, ...] = ()
    """Standing ones; any keeps the text from being approved."""
    dismissed: frozenset[str] = field(default_factory=frozenset)
    """Checks, as `id@version`, whose findings on this text were dismissed by a reviewer."""
    refusals: tuple[Refusal, ...] = ()

    @property
    def approved(self) -> bool:
        """Whether every required role approved exactly this text and nobody rejects it."""
        return not self.missing and not self.rejections


def judge(entry: Entry, history: History) -> Verdict:
    """Weigh every word in the ledger on exactly the text of `entry`.

    For each reviewer their latest word counts, in the order of their own feed. Words of
    different people are not ordered by time, because clocks lie and merges shuffle: one
    standing rejection is enough to refuse the text.
    """
    subject = subject_of(history.locale, history.article, entry)
    lines = history.about(subject)
    authors = _authors(entry, history, lines)
    standing, refusals = _standing(lines, authors, history)
    approving = [event for event in standing if event.action is Action.APPROVE]
    required = history.policy.required(history.locale, history.article)
    chosen = _assign(required, approving)
    return Verdict(
        subject=subject,
        authors=authors,
        approvals=tuple(chosen[role] for role in required if role in chosen),
        missing=tuple(role for role in required if role not in chosen),
        rejections=tuple(event for event in standing if event.action is Action.REJECT),
        dismissed=frozenset(event.check for event in standing if event.action is Action.DISMISS),
        refusals=tuple(refusals),
    )


def reviews(entries: Iterable[Entry], history: History) -> tuple[Review, ...]:
    """Say who stands for these texts together: each required role, with the day of its last approval.

    Where the policy has names printed, each role once for each person who approved in it.
    """
    last: dict[tuple[str, str], datetime.date] = {}
    for entry in entries:
        for event in judge(entry, history).approvals:
            who = (in_words(event.role), history.policy.printed_name(event.actor))
            last[who] = max(event.time.date(), last.get(who, datetime.date.min))
    ordered = sorted(last.items(), key=lambda one: (one[1], one[0]))
    return tuple(Review(role=role, date=day, name=name) for (role, name), day in ordered)


def in_words(role: str) -> str:
    """Return a role as readers are told of it; the theme has the words for the usual ones."""
    return "medical reviewer" if role == "medical" else role.replace("-", " ").replace("_", " ")


def objection(
    entry: Entry, history: History, *, actor: str, action: Action = Action.APPROVE, role: str = ""
) -> str:
    """Say why `actor` may not approve (in `role`), reject or dismiss this text; empty if they may.

    The same rule that reading holds: what is refused here would not count there either.
    """
    if reason := _person(actor, action, role, history):
        return reason
    if action is Action.REJECT:
        return ""
    subject = subject_of(history.locale, history.article, entry)
    return _eyes(actor, _authors(entry, history, history.about(subject)), history)


def usable_roles(actor: str, policy: Policy, locale: LocaleTag, article: ArticleName) -> tuple[str, ...]:
    """Return the roles in which `actor` can help this edition: their own that it requires."""
    reviewer = policy.reviewers.get(actor)
    if reviewer is None or not reviewer.reviews(locale):
        return ()
    return tuple(role for role in policy.required(locale, article) if role in reviewer.roles)


def _standing(
    lines: Sequence[Line], authors: Sequence[str], history: History
) -> tuple[list[Event], list[Refusal]]:
    """Return the words that count and were not taken back, and those that do not count.

    A rejection takes back the reviewer's approvals of this text, an approval that counts their
    rejection, a revocation everything. What opens the gate must be signed where signatures
    are required; what closes it need not be.
    """
    standing: dict[tuple[str, Action, str], Event] = {}
    refusals = []
    for line in lines:
        event = line.event
        own = [key for key in standing if key[0] == event.actor]
        reason = _why_not(line, authors, history)
        if event.action is Action.REVOKE:
            kept = {Action.REJECT} if reason else set()
            for key in own:
                if key[1] not in kept:
                    del standing[key]
        elif event.action in (Action.APPROVE, Action.REJECT, Action.DISMISS):
            if event.action is Action.REJECT or (event.action is Action.APPROVE and not reason):
                other = Action.APPROVE if event.action is Action.REJECT else Action.REJECT
                for key in own:
                    if key[1] is other:
                        del standing[key]
            if reason:
                refusals.append(Refusal(event=event, reason=reason))
            else:
                standing[event.actor, event.action, event.role or event.check] = event
    return list(standing.values()), refusals


def _why_not(line: Line, authors: Sequence[str], history: History) -> str:
    """Why a word does not count; empty if it does."""
    event = line.event
    if reason := _person(event.actor, event.action, event.role, history):
        return reason
    if event.action is Action.REJECT:
        return ""
    if history.policy.require_signatures and line.hash not in (history.signed or ()):
        return "the line bears no valid signature by their key"
    if event.authors:
        # What was known when they approved outlives later changes of the catalogue's header:
        # the text was there before, so whoever saved the file since did not write it. Where nobody
        # was known, git may know by now: a text is often committed after it was approved.
        edits = [other.event for other in history.about(event.subject)]
        written = [other.actor for other in edits if other.action is Action.EDIT]
        authors = (*event.authors, *written)
    return _eyes(event.actor, authors, history)


def _person(actor: str, action: Action, role: str, history: History) -> str:
    if actor in history.engines:
        return "an engine never approves"
    reviewer = history.policy.reviewers.get(actor)
    if reviewer is None:
        return f"“{actor}” is no reviewer in the settings"
    if not reviewer.reviews(history.locale):
        return f"“{actor}” does not review {history.locale}"
    if action is Action.APPROVE and role not in reviewer.roles:
        return f"“{actor}” does not have the role “{role}”"
    return ""


def _eyes(actor: str, authors: Iterable[str], history: History) -> str:
    reviewer = history.policy.reviewers[actor]
    if any(reviewer.answers_to(author) for author in authors):
        return f"“{actor}” wrote this text, and nobody approves what they wrote"
    return ""


def _authors(entry: Entry, history: History, lines: Sequence[Line]) -> tuple[str, ...]:
    """Who wrote exactly this text: by the ledger, or where it is silent by git and the header."""
    written = [line.event.actor for line in lines if line.event.action in (Action.EDIT, Action.DRAFT)]
    if not written and any(forms(entry)):
        written = list(history.witnesses.get(entry.key, ()))
    return tuple(dict.fromkeys(written))


def _assign(required: Sequence[str], approving: Sequence[Event]) -> dict[str, Event]:
    """Fill as many roles as can be, each by a different person (augmenting paths, Kuhn 1955)."""
    taken: dict[str, Event] = {}

    def fill(role: str, tried: set[str]) -> bool:
        for event in approving:
            if event.role != role or event.actor in tried:
                continue
            tried.add(event.actor)
            other = taken.get(event.actor)
            if other is None or fill(other.role, tried):
                taken[event.actor] = event
                return True
        return False

    for role in required:
        fill(role, set())
    return {event.role: event for event in taken.values()}
