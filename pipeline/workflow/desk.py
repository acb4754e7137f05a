"""The desk: all that a reviewer needs to know of an edition, read afresh from files."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import authorship, checks, feeds, locales, states
from pipeline.articles import template
from pipeline.ledger.events import Action, Event, forms, short_id, subject
from pipeline.ledger.history import History
from pipeline.ledger.judgement import Verdict, judge
from pipeline.model import (
    ArticleName,
    Catalogue,
    Digest,
    Entry,
    Finding,
    Locale,
    LocaleTag,
    Message,
    MessageKey,
    State,
)
from pipeline.workflow.checking import checked
from pipeline.workflow.original_text import authors, identity
from pipeline.workflow.project import Project, read_article, read_bytes
from pipeline.workflow.spelling import misspelt

if TYPE_CHECKING:
    from pipeline.articles import Article


_WORDS = (Action.APPROVE, Action.REJECT, Action.DISMISS, Action.REVOKE)
"""What a reviewer says of a text and can take back, and the taking back."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """A message of an edition, with everything that is known of it."""

    id: str
    """Its short id."""
    position: int
    """In the order of the page, from 0."""
    message: Message
    entry: Entry
    """An empty one where the catalogue has none."""
    state: State
    verdict: Verdict
    findings: tuple[Finding, ...]
    """What the checks say of this text and nobody dismissed."""
    dismissed: tuple[Finding, ...]
    engine: str
    """The engine, with its version, that drafted exactly this text; empty if none did."""
    draft: tuple[str, ...]
    """What an engine last drafted for this message; empty if none did."""
    approved: tuple[str, ...]
    """The text that was last approved; empty if none was."""
    astray: Event | None
    """The last text saved for this source on the review page, where the catalogue holds another
    one now that the ledger knows nothing of: somebody saved the file over it."""
    events: tuple[Event, ...]
    """Everything in the ledger about this message, oldest first."""

    @property
    def forms(self) -> tuple[str, ...]:
        """The present translation: one text, or the forms of a plural."""
        return forms(self.entry)

    @property
    def clean(self) -> bool:
        """Whether it is translated and no check has anything to say of it, a dictionary's doubts aside."""
        said = any(not finding.id.startswith("spelling.") for finding in self.findings)
        return self.state is not State.UNTRANSLATED and not said

    def text_of(self, subject: str) -> tuple[str, ...]:
        """Return the text of this message that `subject` names; empty where the ledger does not have it."""
        return next((event.text for event in self.events if event.subject == subject and event.text), ())

    def own(self, actor: str) -> bool:
        """Whether `actor` has said something of the present text that can be taken back."""
        said = [
            event.action
            for event in self.events
            if (event.actor, event.subject) == (actor, self.verdict.subject) and event.action in _WORDS
        ]
        return bool(said) and said[-1] is not Action.REVOKE


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    """An edition as it lies before a reviewer."""

    article: "Article"
    locale: Locale
    source_locale: Locale
    items: tuple[Item, ...]
    """In the order of the page; an optional message that nobody translated is among them."""
    catalogue: Catalogue
    history: History

    def item(self, name: str) -> Item | None:
        """Return the message of this short id."""
        return next((item for item in self.items if item.id == name), None)

    @property
    def counts(self) -> Mapping[State, int]:
        """How many messages that the page needs are in each state; absent means none."""
        return Counter(item.state for item in self.items if _needed(item))


def read_desk(project: Project, locale: LocaleTag, article: ArticleName) -> Desk:
    """Read an edition's article, catalogue and feeds. Raises `InputError` for files that are broken."""
    from pipeline import po

    source = read_article(project, article)
    history = feeds.read_history(project.root, locale, article, project.settings.policy)
    if locale == project.settings.source_locale:
        held = identity(project, source)
        history = replace(history, witnesses=authors(project, source))
    else:
        path = project.catalogue_path(locale, article)
        there = path.exists()
        data = read_bytes(path) if there else b""
        held = po.read(data, file=project.named(path), locale=locale) if there else Catalogue(locale=locale)
        history = with_witnesses(project, path, data, held, history)
    entries = {entry.key: entry for entry in held.entries if not entry.obsolete}
    found = {} if locale == project.settings.source_locale else findings(project, source, held)
    items = tuple(
        _item(position, message, entries.get(message.key), history, found.get(message.key, ()))
        for position, message in enumerate(template(source).messages)
    )
    return Desk(
        article=source,
        locale=locales.locale(locale),
        source_locale=locales.locale(project.settings.source_locale),
        items=items,
        catalogue=held,
        history=history,
    )


def with_witnesses(
    project: Project, path: Path, data: bytes, held: Catalogue, history: History, *, always: bool = True
) -> History:
    """Add what git and the header know, where the ledger alone cannot say who wrote each text.

    Unless `always`, only where an approval or a dismissal rests on it: those that this program
    recorded say themselves who had written the text, and asking git takes time.
    """
    if not always and not history.by_subject:
        return history
    live = [entry for entry in held.entries if not entry.obsolete and any(forms(entry))]
    verdicts = [judge(entry, history) for entry in live]
    if not always:
        said = [line.event for verdict in verdicts for line in history.about(verdict.subject)]
        resting = {event.subject for event in said if not event.authors and event.action in _RESTING}
        verdicts = [verdict for verdict in verdicts if verdict.subject in resting]
    if all(verdict.authors for verdict in verdicts):
        return history
    return replace(history, witnesses=authorship.witnesses(project.root, path, data, held))


_RESTING = (Action.APPROVE, Action.DISMISS)
"""Words that count only if somebody else wrote the text."""


def findings(
    project: Project, article: "Article", held: Catalogue
) -> Mapping[MessageKey, tuple[Finding, ...]]:
    """Run the checks over an edition: findings by message, dismissed ones among them."""
    found: dict[MessageKey, list[Finding]] = {}
    locale = locales.locale(held.locale)
    for finding in (*checked(project, article, held, locale), *misspelt(project, article, held, locale)):
        found.setdefault((finding.msgctxt, finding.msgid), []).append(finding)
    return {key: tuple(some) for key, some in found.items()}


def check_name(finding: Finding) -> str:
    """Name a finding's check with its version, as a dismissal does: `quantity.unit@1`."""
    version = next((check.version for check in checks.CHECKS if check.id == finding.id), 1)
    return f"{finding.id}@{version}"


def _item(
    position: int, message: Message, entry: Entry | None, history: History, found: Sequence[Finding]
) -> Item:
    held = entry or Entry(msgid=message.msgid, msgctxt=message.msgctxt)
    verdict = judge(held, history)
    name = short_id(message.key)
    events = history.events(name)
    drafts = [event for event in events if event.action is Action.DRAFT]
    approvals = [event for event in events if event.action is Action.APPROVE]
    return Item(
        id=name,
        position=position,
        message=message,
        entry=held,
        state=states.state(entry, history, verdict),
        verdict=verdict,
        findings=tuple(one for one in found if check_name(one) not in verdict.dismissed),
        dismissed=tuple(one for one in found if check_name(one) in verdict.dismissed),
        engine=next((event.engine for event in drafts if event.subject == verdict.subject), ""),
        draft=drafts[-1].text if drafts else (),
        approved=approvals[-1].text if approvals else (),
        astray=_astray(held, verdict.subject, events, history),
        events=events,
    )


def _astray(entry: Entry, current: Digest, events: Sequence[Event], history: History) -> Event | None:
    """Find a text that was saved here and that somebody saved over without our lock."""
    if any(event.subject == current and event.action is not Action.COMMENT for event in events):
        return None
    last = next((event for event in reversed(events) if event.action is Action.EDIT), None)
    if last is None or any(
        event.action is Action.REVOKE and (event.actor, event.subject) == (last.actor, last.subject)
        for event in events
    ):
        return None
    then = subject(
        locale=history.locale,
        article=history.article,
        msgctxt=entry.msgctxt,
        msgid=entry.msgid,
        msgid_plural=entry.msgid_plural,
        msgstr=last.text,
    )
    return last if then == last.subject else None


def _needed(item: Item) -> bool:
    return item.message.required or any(item.forms)
