"""Review: approve, reject, edit. Every word is about a text that the reviewer saw, or it is not taken.

What is said goes into the ledger first and into the catalogue after it, both under the lock that
all writers of catalogues share. Editors outside the pipeline know no lock: what they save in
the meantime is found by comparing, and kept.
"""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from pipeline import feeds, po, store
from pipeline.catalogue import changed
from pipeline.ledger.events import Action, Event, forms, short_id, subject_of
from pipeline.ledger.feed import Signer
from pipeline.ledger.history import History
from pipeline.ledger.judgement import judge, objection
from pipeline.ledger.policy import Policy
from pipeline.model import ArticleName, Catalogue, Digest, Entry, LocaleTag, MessageKey
from pipeline.workflow.desk import with_witnesses
from pipeline.workflow.journal import recover, rewrite
from pipeline.workflow.original_text import authors, identity
from pipeline.workflow.project import Project, edition_lock, read_article, read_bytes

LONGEST = 20_000
"""Code points of a text, a reason or a comment; no paragraph needs more."""

_OURS = "imprimatur: "
"""How the pipeline's own translator comments begin."""


class Outcome(StrEnum):
    """What became of what a reviewer asked for."""

    DONE = "done"
    CHANGED = "changed"
    """The text is not the one that the reviewer saw; nothing was recorded."""
    REFUSED = "refused"
    """The reviewer may not do that; nothing was recorded."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Word:
    """What a reviewer says of one message."""

    key: MessageKey
    seen: Digest
    """The subject of the text that was before them."""
    action: Action
    role: str = ""
    reason: str = ""
    check: str = ""
    """For `dismiss`: the check as `id@version`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What became of it."""

    key: MessageKey
    outcome: Outcome
    reason: str = ""
    """Why it was refused, for people."""
    entry: Entry | None = None
    """The entry as it stood before, for undoing; where the outcome is `changed`, as it stands now."""


def decide(
    project: Project,
    locale: LocaleTag,
    article: ArticleName,
    words: Sequence[Word],
    *,
    actor: str,
    now: datetime,
    sign: Signer | None = None,
) -> tuple[Answer, ...]:
    """Record what `actor` says of texts, one event each, and return what became of each word.

    An approval also clears `fuzzy` and what the catalogue kept of the old source. Raises
    `InputError` for broken files, `MachineError` where nothing can be written.
    """
    opening = any(word.action in _OPENING for word in words)
    unsigned = unsignable(project.settings.policy, actor, sign) if opening else ""
    with _Edition.open(project, locale, article) as edition:
        answers, events, approved = [], [], []
        for word in words:
            answer, event = _weigh(edition, word, actor, now, unsigned)
            answers.append(answer)
            if event is not None:
                events.append(event)
                if event.action is Action.APPROVE:
                    approved.append((word.key, word.seen))
        feeds.append(project.root, locale, article, events, sign=sign)
        edition.change(dict(approved), _approved)
    return tuple(answers)


def save(
    project: Project,
    locale: LocaleTag,
    article: ArticleName,
    *,
    key: MessageKey,
    seen: Digest,
    text: Sequence[str],
    actor: str,
    now: datetime,
    sign: Signer | None = None,
) -> Answer:
    """Write a person's text for a message, in the place of exactly the one that they saw.

    If the catalogue holds another one by now the answer is `changed` with that entry, and
    nothing is written; the text of the one who asked is theirs to show again.
    """
    with _Edition.open(project, locale, article) as edition:
        entry = edition.entries.get(key)
        if entry is None:
            return Answer(key=key, outcome=Outcome.CHANGED)
        written = _with_text(entry, tuple(text))
        before, after = edition.subject(entry), edition.subject(written)
        if before == after and not entry.fuzzy:
            return Answer(key=key, outcome=Outcome.DONE, entry=entry)
        if before != seen:
            return Answer(key=key, outcome=Outcome.CHANGED, entry=entry)
        empty = "" if all(form.strip() for form in text) else "write a translation; to refuse one, reject it"
        if edition.original:
            empty = f"the source is written in source/{article}.md"
        if reason := _unfit(text) or empty:
            return Answer(key=key, outcome=Outcome.REFUSED, reason=reason, entry=entry)
        event = replace(_event(Action.EDIT, key, after, actor, now), text=tuple(text), before=before)
        feeds.append(project.root, locale, article, [event], sign=sign)
        missed = edition.change({key: before}, lambda entry: _with_text(entry, tuple(text)))
        if missed:
            return Answer(key=key, outcome=Outcome.CHANGED, entry=missed[0])
        return Answer(key=key, outcome=Outcome.DONE, entry=entry)


def put_back(
    project: Project,
    locale: LocaleTag,
    article: ArticleName,
    *,
    before: Entry,
    seen: Digest,
    actor: str,
    now: datetime,
    sign: Signer | None = None,
) -> Answer:
    """Undo: take back what `actor` said of the text `seen`, and restore text and marks of `before`.

    The catalogue changes only if it still holds the text `seen`.
    """
    with _Edition.open(project, locale, article) as edition:
        entry = edition.entries.get(before.key)
        revocation = _event(Action.REVOKE, before.key, seen, actor, now)
        feeds.append(project.root, locale, article, [revocation], sign=sign)
        missed = edition.change({before.key: seen}, lambda entry: _with_marks(entry, before))
        outcome = Outcome.CHANGED if missed or entry is None else Outcome.DONE
        return Answer(key=before.key, outcome=outcome, entry=entry)


_OPENING = (Action.APPROVE, Action.DISMISS)
"""Words that open the gate, and that must be signed where signatures are required."""


def unsignable(policy: Policy, actor: str, sign: Signer | None) -> str:
    """Say why an approval or dismissal would not count for want of a signature; empty if it would.

    So nobody approves something that then does not count. A server that serves a team holds
    nobody's key: where signatures are required, people sign on their own machines.
    """
    reviewer = policy.reviewers.get(actor)
    if not policy.require_signatures or reviewer is None:
        return ""
    if not reviewer.key:
        return f"only signed approvals count here, and “{actor}” has no key in pipeline.toml"
    if sign is None:
        return "only signed approvals count here: sign on your own machine, with --sign and your SSH key"
    if not feeds.signs_for(actor, reviewer.key, sign):
        return f"only signed approvals count here, and this is not the key of “{actor}” in pipeline.toml"
    return ""


def _weigh(
    edition: "_Edition", word: Word, actor: str, now: datetime, unsigned: str
) -> tuple[Answer, Event | None]:
    """Answer one word, with the event that records it if it is taken."""
    entry = edition.entries.get(word.key)
    if entry is None or edition.subject(entry) != word.seen:
        return Answer(key=word.key, outcome=Outcome.CHANGED, entry=entry), None
    reason = _unfit([word.reason])
    if word.action in (Action.APPROVE, Action.REJECT, Action.DISMISS):
        reason = reason or objection(entry, edition.history, actor=actor, action=word.action, role=word.role)
    if word.action in _OPENING:
        reason = reason or unsigned
    if word.role and word.action is not Action.APPROVE:
        reason = reason or _foreign(word.role, actor, edition.history)
    if word.action is Action.APPROVE and not all(form.strip() for form in forms(entry)):
        reason = reason or "there is no translation to approve"
    if word.action in (Action.REJECT, Action.DISMISS, Action.COMMENT) and not word.reason.strip():
        reason = reason or "say why, in a few words"
    if reason:
        return Answer(key=word.key, outcome=Outcome.REFUSED, reason=reason, entry=entry), None
    event = replace(
        _event(word.action, word.key, word.seen, actor, now),
        role=word.role if word.action in (Action.APPROVE, Action.REJECT, Action.COMMENT) else "",
        reason=word.reason.strip(),
        check=word.check,
        text=forms(entry) if word.action is Action.APPROVE else (),
        authors=judge(entry, edition.history).authors if word.action in _OPENING else None,
    )
    return Answer(key=word.key, outcome=Outcome.DONE, entry=entry), event


def _foreign(role: str, actor: str, history: History) -> str:
    """Say why `actor` may not speak in `role`; empty if they may."""
    reviewer = history.policy.reviewers.get(actor)
    return "" if reviewer and role in reviewer.roles else f"“{actor}” does not have the role “{role}”"


class _Edition:
    """A catalogue and its feeds, read afresh under the lock, until what is to change is written."""

    def __init__(self, project: Project, locale: LocaleTag, article: ArticleName) -> None:
        self.project, self.locale, self.article = project, locale, article
        self.path = project.catalogue_path(locale, article)
        self.data = b""
        self.catalogue = Catalogue(locale=locale)
        self.original = locale == project.settings.source_locale
        self.entries: dict[MessageKey, Entry] = {}
        history = feeds.read_history(project.root, locale, article, project.settings.policy)
        if self.original:
            source = read_article(project, article)
            self.catalogue = identity(project, source)
            self.entries = {entry.key: entry for entry in self.catalogue.entries}
            self.history: History = replace(history, witnesses=authors(project, source))
            return
        recover(self.path)
        if self.path.exists():
            self.take(read_bytes(self.path))
        self.history = with_witnesses(project, self.path, self.data, self.catalogue, history)

    @classmethod
    @contextmanager
    def open(cls, project: Project, locale: LocaleTag, article: ArticleName) -> Iterator["_Edition"]:
        """Hold the lock while an edition is read and changed."""
        name = edition_lock(locale, article)
        with _HERE, store.lock(project.root, name, doing="reviewing", on_wait=lambda _: None):
            yield cls(project, locale, article)

    def take(self, data: bytes) -> None:
        """Go on from the content `data`."""
        self.catalogue = po.read(data, file=self.project.named(self.path), locale=self.locale)
        self.data = data
        self.entries = {entry.key: entry for entry in self.catalogue.entries if not entry.obsolete}

    def subject(self, entry: Entry) -> Digest:
        return subject_of(self.locale, self.article, entry)

    def change(self, wanted: Mapping[MessageKey, Digest], how: Callable[[Entry], Entry]) -> list[Entry]:
        """Write the catalogue with the `wanted` entries changed, each only where it holds its text.

        Returns the entries whose text is another one by now: editors outside know no lock. Raises
        `InputError` where somebody was just writing the file; then nothing was changed.
        """
        missed: list[Entry] = []
        if not wanted or self.original:
            return missed

        def make(data: bytes) -> bytes:
            nonlocal missed
            if data != self.data:
                self.take(data)
            new, missed = self._changed(wanted, how)
            return new

        rewrite(self.path, self.data, make)
        return missed

    def _changed(
        self, wanted: Mapping[MessageKey, Digest], how: Callable[[Entry], Entry]
    ) -> tuple[bytes, list[Entry]]:
        """Return the file with the wanted changes, and the entries that hold another text by now."""
        entries, missed = [], []
        for entry in self.catalogue.entries:
            seen = None if entry.obsolete else wanted.get(entry.key)
            if seen is None:
                entries.append(entry)
            elif self.subject(entry) == seen:
                entries.append(how(entry))
            else:
                entries.append(entry)
                missed.append(entry)
        return po.write(replace(self.catalogue, entries=tuple(entries))).encode(), missed


_HERE = threading.Lock()
"""Threads of one server wait here in turn, instead of asking for the file's lock again and again."""


def _event(action: Action, key: MessageKey, subject: Digest, actor: str, now: datetime) -> Event:
    return Event(actor=actor, action=action, subject=subject, message=short_id(key), msgctxt=key[0], time=now)


def _unfit(texts: Sequence[str]) -> str:
    """Say why a text cannot be taken; empty if it can."""
    if any(len(text) > LONGEST for text in texts):
        return f"the text is longer than {LONGEST:,} characters"
    if any(ord(character) < 32 and character != "\n" for text in texts for character in text):
        return "the text holds a control character"
    return ""


def _with_text(entry: Entry, text: tuple[str, ...]) -> Entry:
    """Return the entry with a person's text: no longer fuzzy, and without our notes on the draft."""
    return changed(
        _approved(entry),
        msgstr=text[0],
        msgstr_plural=text if entry.msgid_plural is not None else (),
        translator_comments=tuple(line for line in entry.translator_comments if not line.startswith(_OURS)),
    )


def _approved(entry: Entry) -> Entry:
    """Return the entry without the marks that say it needs work."""
    if not entry.fuzzy and entry.previous_msgid is None:
        return entry
    notes = tuple(line for line in entry.translator_comments if not line.startswith(f"{_OURS}source changed"))
    return changed(
        entry,
        translator_comments=notes,
        flags=tuple(flag for flag in entry.flags if flag != "fuzzy"),
        previous_msgid=None,
        previous_msgctxt=None,
        previous_msgid_plural=None,
    )


def _with_marks(entry: Entry, before: Entry) -> Entry:
    """Return the entry with text, flags, comments and old source of `before`."""
    return changed(
        entry,
        msgstr=before.msgstr,
        msgstr_plural=before.msgstr_plural,
        flags=before.flags,
        translator_comments=before.translator_comments,
        previous_msgid=before.previous_msgid,
        previous_msgctxt=before.previous_msgctxt,
        previous_msgid_plural=before.previous_msgid_plural,
    )
