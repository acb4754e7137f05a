"""The index: of every edition the little that other pages, the gate's summary and the plan must know.

It is all that a run holds of every edition at once. Articles, catalogues and feeds are read by the
processes that look at them, article by article, and let go.
"""

import datetime
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline import catalogue
from pipeline.articles import template
from pipeline.articles.links import Link
from pipeline.articles.messages import keys
from pipeline.errors import InputError
from pipeline.ledger.events import Action, subject_of
from pipeline.model import (
    ArticleName,
    Catalogue,
    Deed,
    Digest,
    Finding,
    Locale,
    LocaleTag,
    Review,
    Severity,
    State,
)
from pipeline.render.site import Listed
from pipeline.workflow import gate, survey, telling
from pipeline.workflow.original import original
from pipeline.workflow.project import Project, read_article, targets
from pipeline.workflow.status import few_waiting
from pipeline.workflow.summary import Waiting

if TYPE_CHECKING:
    from pipeline.workflow.survey import Candidate


MOVED = "edition.changed"
"""The finding that a file changed between the look at it and its pages."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Indexed:
    """An edition as it stands."""

    listed: Listed
    source_locale: Locale
    source: bool
    """Whether it is the article itself and not a translation."""
    plain: bool
    """Whether it is printed as it is, without a ledger: a source edition that nobody reviews."""
    open: bool
    """Whether its catalogue has messages that wait for a first translation."""
    left: bool
    """Whether its catalogue has translations of messages that its article no longer has."""
    states: str
    """The state of each live entry of its catalogue, a digit each, in the catalogue's order."""
    counts: Mapping[State, int]
    """How many messages are in each state; absent means none."""
    words: int
    """Of the source that have to be translated."""
    verdict: gate.Verdict
    findings: tuple[Finding, ...]
    """Those that are about no message."""
    found: Mapping[Severity, int]
    """How many findings there are of each severity, those about messages too."""
    drafted: Mapping[str, int]
    """How many messages each engine drafted."""
    last: datetime.date | None
    """The day of the last event in its ledger."""
    deeds: tuple[Deed, ...]
    """What was done to it last, newest first."""
    heads: tuple[str, ...]
    """Of its feeds."""
    reviews: tuple[Review, ...]
    digest: Digest
    """Of all that it is made of: article, catalogue, feeds and states."""
    content: Digest | None
    """Of its catalogue's bytes; None for a source edition."""
    waiting: tuple[Waiting, ...]
    """The messages that keep it out of the site, where they are few."""
    lapsed: bool
    """Whether it waits, and texts of it were approved that are not there any more."""

    @property
    def article(self) -> ArticleName:
        """The article that it is an edition of."""
        return self.listed.article

    @property
    def locale(self) -> Locale:
        """The locale that it is in."""
        return self.listed.locale

    @property
    def messages(self) -> int:
        """How many messages it has."""
        return sum(self.counts.values())


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """An article with all its editions."""

    article: ArticleName
    file: str
    content: Digest
    """Of the article's bytes."""
    heading_ids: tuple[str, ...]
    links: tuple[Link, ...]
    """To articles and files, and those that no page may have."""
    thorough: bool
    """Whether all checks ran."""
    settled: bool
    """Whether an extraction is known to leave its catalogues as they are."""
    editions: tuple[Indexed, ...]
    """The source's first."""

    @property
    def open(self) -> bool:
        """Whether any edition has messages that wait for a first translation."""
        return any(edition.open for edition in self.editions)

    @property
    def left(self) -> bool:
        """Whether any catalogue has translations of messages that the article no longer has."""
        return any(edition.left for edition in self.editions)


def group(
    project: Project,
    name: ArticleName,
    thorough: bool,
    extracted: bool,
    only: Collection[LocaleTag] | None = None,
) -> Group | tuple[Finding, ...]:
    """Look at an article as `looked` does; return what is wrong where it cannot be used."""
    try:
        return looked(project, name, thorough, extracted, only)[0]
    except InputError as error:
        return error.findings


def looked(
    project: Project,
    name: ArticleName,
    thorough: bool,
    extracted: bool,
    only: Collection[LocaleTag] | None = None,
) -> "tuple[Group, tuple[Candidate, ...]]":
    """Look at an article and all its editions; return them with all that was read, in the same order.

    Raises `InputError` where they cannot be used. Unless `thorough`, the checks run only where the gate's
    word hangs on them: on an edition that would be published if they found nothing; or where they ran
    before, and have little to do. `extracted` asks whether an extraction would leave the catalogues as
    they are; `only` names the locales to look at, by default all.
    """
    article = read_article(project, name)
    wrong: list[Finding] = []
    candidates: list[Candidate] = []
    for tag in (project.settings.source_locale, *targets(project, article)):
        if only is not None and tag not in only:
            continue
        try:
            candidates.append(survey.candidate(project, article, tag, thorough=thorough))
        except InputError as error:
            wrong.extend(error.findings)
    if wrong:
        raise InputError(wrong)
    first = original(article)
    found = Group(
        article=name,
        file=article.file,
        content=article.digest,
        heading_ids=first.heading_ids,
        links=first.links,
        thorough=thorough,
        settled=extracted and all(map(_settled, candidates)),
        editions=tuple(_indexed(project, each) for each in candidates),
    )
    return found, tuple(candidates)


def whole(project: Project, edition: Indexed, *, thorough: bool = False) -> "Candidate":
    """Read an edition again, with all of it; with what checks find, too, if it is to be `thorough`.

    Raises `InputError` if it is not what it was a moment ago.
    """
    article = read_article(project, edition.article)
    found = survey.candidate(project, article, edition.locale.tag, thorough=thorough)
    if found.digest != edition.digest:
        raise moved(edition)
    return found


def moved(edition: Indexed) -> InputError:
    """Say that a file changed while it was being built."""
    return InputError(
        Finding(
            id=MOVED,
            reason=f"{edition.article} changed in {edition.locale.bcp47} while its pages were built",
            hint="nothing was published; run the command again",
        )
    )


_DIGITS = tuple(str(int(state)) for state in sorted(State))
"""By the states' numbers."""


def _indexed(project: Project, candidate: "Candidate") -> Indexed:
    history = candidate.history
    events = [line.event for feed in history.feeds for line in feed.lines] if history else []
    held = candidate.catalogue
    entries = (candidate.standing.entries or {}).values()
    return Indexed(
        listed=_listed(project, candidate),
        source_locale=candidate.source_locale,
        source=held is None,
        plain=history is None,
        open=any(not entry.msgstr and entry.msgctxt != "slug" for entry in entries),
        left=held is not None and _left(candidate, held),
        states="".join(map(_DIGITS.__getitem__, candidate.states.values())) if held else "",
        counts=dict(sorted(candidate.standing.counts.items())),
        words=candidate.words,
        verdict=candidate.verdict,
        findings=tuple(finding for finding in candidate.findings if not finding.msgid),
        found=dict(Counter(finding.severity for finding in candidate.findings)),
        drafted=dict(Counter(event.engine.partition(" (")[0] for event in events if event.engine)),
        last=max((event.time.date() for event in events), default=None),
        deeds=telling.deeds(events),
        heads=tuple(feed.head for feed in history.feeds) if history else (),
        reviews=candidate.reviews,
        digest=candidate.digest,
        content=candidate.content,
        waiting=few_waiting(candidate),
        lapsed=not candidate.verdict.publish and _lapsed(candidate),
    )


def _settled(candidate: "Candidate") -> bool:
    held, messages = candidate.catalogue, template(candidate.article)
    if held is None:
        return True
    return catalogue.update(messages, held, locale=held.locale, elsewhere=()) == held


def _left(candidate: "Candidate", held: Catalogue) -> bool:
    wanted = keys(candidate.article)
    return any(entry.obsolete or entry.key not in wanted for entry in held.entries)


def _lapsed(candidate: "Candidate") -> bool:
    """Whether somebody approved texts of an edition that are not there any more."""
    history = candidate.history
    if history is None:
        return False
    said = (line.event for feed in history.feeds for line in feed.lines)
    approved = {event.subject for event in said if event.action is Action.APPROVE}
    if not approved:
        return False
    now = {subject_of(history.locale, history.article, entry) for entry in candidate.entries}
    return not approved <= now


def _listed(project: Project, candidate: "Candidate") -> Listed:
    """Return an edition as other pages speak of it."""
    front, locale = candidate.article.front, candidate.locale
    entries = candidate.standing.entries or {}
    entry = entries.get(("description", front.description))
    title = entries.get(("title", front.title))
    translated = candidate.catalogue is None or bool(title and title.msgstr)
    return Listed(
        article=candidate.article.name,
        locale=locale,
        slug=candidate.standing.slug,
        title=candidate.standing.title,
        description=entry.msgstr if entry and entry.msgstr and translated else front.description,
        text_locale=None if translated else candidate.source_locale,
        date=front.date,
        updated=front.updated,
        approved=candidate.verdict.publish,
        has_pdf=project.settings.pdf,
        former_slugs=telling.former_slugs(candidate),
    )
