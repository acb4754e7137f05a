"""Survey: every edition of a content folder as it stands now, before anything is built of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from pipeline import locales, states
from pipeline.articles import template
from pipeline.articles.edition import Standing, live, standing
from pipeline.errors import InputError
from pipeline.ledger.history import History
from pipeline.ledger.judgement import judge, reviews
from pipeline.model import (
    ArticleName,
    Catalogue,
    Digest,
    Entry,
    Finding,
    Locale,
    LocaleTag,
    MessageKey,
    Review,
    State,
)
from pipeline.workflow import gate
from pipeline.workflow.checking import checked, checked_source, looked_at
from pipeline.workflow.desk import check_name, with_witnesses
from pipeline.workflow.original_text import authors, identity
from pipeline.workflow.project import (
    Progress,
    Project,
    article_names,
    collect,
    digest,
    read_article,
    read_articles,
    read_bytes,
    silent,
    targets,
)
from pipeline.workflow.spelling import misspelt

if TYPE_CHECKING:
    from pipeline.articles import Article


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """An edition as it stands: what it would print, and what the gate says to that."""

    article: "Article"
    locale: Locale
    source_locale: Locale
    catalogue: Catalogue | None
    """None for the source edition."""
    history: History | None
    """None for a source edition that is printed as it is."""
    standing: Standing
    states: Mapping[MessageKey, State]
    """Of every live message."""
    findings: tuple[Finding, ...]
    """What the checks and the ledger say."""
    verdict: gate.Verdict
    digest: Digest
    """Of all that it is made of: article, catalogue and feeds."""
    content: Digest | None = None
    """Of its catalogue's bytes; None for a source edition."""
    original: tuple[Entry, ...] = ()
    """Of a source edition under review: its texts, each as its own translation."""

    @property
    def reviews(self) -> tuple[Review, ...]:
        """Who stands for it, if it is published."""
        if not self.verdict.publish or self.history is None:
            return ()
        return reviews(self.entries, self.history)

    @property
    def words(self) -> int:
        """Words of the source that have to be translated."""
        return sum(_words(message.msgid) for message, _ in self.standing.messages)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries that it prints; none for a source edition that is printed as it is."""
        if self.catalogue is None:
            return self.original
        held = live(self.catalogue)
        return tuple(held[message.key] for message, _ in self.standing.messages if message.key in held)

    def state_of(self, entry: Entry | None) -> State:
        """Return the state of a message by its entry."""
        if self.catalogue is None:
            return State.APPROVED
        return State.UNTRANSLATED if entry is None else self.states.get(entry.key, State.UNTRANSLATED)


@lru_cache(maxsize=4096)
def _words(text: str) -> int:
    """Count the words of a message once for all the editions of its article."""
    return len(text.split())


def survey(
    project: Project,
    only: Sequence[LocaleTag] = (),
    *,
    article: ArticleName | None = None,
    progress: Progress = silent,
) -> tuple[Candidate, ...]:
    """Return every edition, article by article, the source's first; those of `only` where it names any.

    With `article`, only its editions. Raises `InputError` with all that is wrong in articles and catalogues.
    """
    chosen = read_articles(project) if article is None else (read_article(project, article),)
    found: list[Callable[[], Candidate]] = []
    for number, each in enumerate(chosen, start=1):
        step = f"{each.name}, article {number:,} of {len(chosen):,}"
        found.extend(
            partial(_told, progress, step, partial(candidate, project, each, tag))
            for tag in (project.settings.source_locale, *targets(project, each))
            if not only or tag in only
        )
    return collect(found)


def _told(progress: Progress, step: str, make: Callable[[], Candidate]) -> Candidate:
    progress(step)
    return make()


def candidate(project: Project, article: "Article", tag: LocaleTag, *, thorough: bool = True) -> Candidate:
    """Return the edition of `article` in the locale `tag`. Raises `InputError`.

    Unless `thorough`, the checks run only where the gate's word hangs on them, or where they ran before.
    """
    if tag != project.settings.source_locale:
        return _translation(project, article, tag, thorough=thorough)
    if project.settings.policy.source_approved:
        return _reviewed_source(project, article)
    return _source(project, article, thorough=thorough)


def _source(project: Project, article: "Article", *, thorough: bool = True) -> Candidate:
    return Candidate(
        article=article,
        locale=locales.locale(project.settings.source_locale),
        source_locale=locales.locale(project.settings.source_locale),
        catalogue=None,
        history=None,
        standing=standing(article, None, lambda _: State.APPROVED),
        states={},
        findings=(*article.tree.findings, *checked_source(project, article, thorough=thorough)),
        verdict=gate.Verdict(publish=True, reasons=()),
        digest=digest([article.digest]),
    )


def _reviewed_source(project: Project, article: "Article") -> Candidate:
    """Return a source edition that prints only what was approved, as translations do."""
    from pipeline import feeds

    plain = _source(project, article)
    tag, policy = plain.locale.tag, project.settings.policy
    history = feeds.read_history(project.root, tag, article.name, policy)
    history = replace(history, witnesses=authors(project, article))
    entries = live(identity(project, article))
    known = {key: states.state(entry, history) for key, entry in entries.items()}
    messages = tuple((message, known[message.key]) for message in template(article).messages)
    where = replace(plain.standing, messages=messages)
    findings = (*plain.findings, *history.findings)
    return replace(
        plain,
        history=history,
        standing=where,
        states=known,
        findings=findings,
        verdict=gate.decide(plain.locale, where, findings),
        digest=digest([article.digest, *_judged(history, known)]),
        original=tuple(entries.values()),
    )


def _translation(project: Project, article: "Article", tag: LocaleTag, *, thorough: bool) -> Candidate:
    from pipeline import feeds, po

    path = project.catalogue_path(tag, article.name)
    there = path.exists()
    data = read_bytes(path) if there else b""
    held = po.read(data, file=project.named(path), locale=tag) if there else Catalogue(locale=tag)
    history = feeds.read_history(project.root, tag, article.name, project.settings.policy)
    history = with_witnesses(project, path, data, held, history, always=False)
    entries = live(held)
    known = dict(zip(entries, states.each(entries.values(), history), strict=True))
    where = standing(
        article,
        entries,
        lambda entry: State.UNTRANSLATED if entry is None else known.get(entry.key, State.UNTRANSLATED),
    )
    locale = locales.locale(tag)
    approved = frozenset(key for key, state in known.items() if state is State.APPROVED)
    wanted = thorough or looked_at(project, article, tag)
    found: tuple[Finding, ...] = ()
    if wanted or gate.decide(locale, where, history.findings).publish:
        found = checked(project, article, held, locale, approved)
    findings = (*history.findings, *_standing(found, held, history))
    return Candidate(
        article=article,
        locale=locale,
        source_locale=locales.locale(project.settings.source_locale),
        catalogue=held,
        history=history,
        standing=where,
        states=known,
        findings=findings,
        verdict=gate.decide(locale, where, findings),
        digest=digest([article.digest, data, *_judged(history, known)]),
        content=digest([data]),
    )


_REPRS = {state: repr(state) for state in State}


def _judged(history: History, known: Mapping[MessageKey, State]) -> Iterator[str]:
    """Yield all that a page says of its review rests on: feeds, states, roles and printed names."""
    actors = [feed.actor for feed in history.feeds]
    yield repr([feed.head for feed in history.feeds])
    yield f"[{', '.join(map(_REPRS.__getitem__, known.values()))}]"
    yield repr(history.policy.required(history.locale, history.article))
    yield repr([(actor, history.policy.printed_name(actor)) for actor in actors])


def _standing(found: Sequence[Finding], held: Catalogue, history: History) -> Iterator[Finding]:
    """Yield the findings that no reviewer dismissed for exactly this text."""
    entries = live(held)
    for finding in found:
        entry = entries.get((finding.msgctxt, finding.msgid))
        if entry is None or check_name(finding) not in judge(entry, history).dismissed:
            yield finding


def _misspelt(project: Project, candidate: Candidate) -> Iterator[Finding]:
    """Yield what is told of an edition's spelling and nobody dismissed; the gate never asks."""
    if candidate.catalogue is not None and candidate.history is not None:
        found = misspelt(project, candidate.article, candidate.catalogue, candidate.locale)
        yield from _standing(found, candidate.catalogue, candidate.history)


def findings(
    project: Project,
    only_locales: Sequence[LocaleTag] = (),
    *,
    article: str | None = None,
    only: str | None = None,
    progress: Progress = silent,
) -> tuple[Finding, ...]:
    """Return what is found wrong in articles and translations, filtered by article and check id.

    `only` is a check's id, or what several begin with. Raises `InputError` for an unknown article.
    """
    name = _article(project, article) if article is not None else None
    candidates = survey(project, only_locales, article=name, progress=progress)
    from pipeline.workflow.furniture import unspoken

    own = (
        finding
        for candidate in candidates
        for finding in (*candidate.findings, *_misspelt(project, candidate))
    )
    everywhere = unspoken(project, only_locales) if article is None else ()
    return tuple(
        finding
        for finding in (*everywhere, *own)
        if only is None or finding.id == only or finding.id.startswith(only.rstrip(".") + ".")
    )


def _article(project: Project, name: str) -> ArticleName:
    """Return the article of that name. Raises `InputError` where there is none."""
    names = article_names(project)
    found = next((known for known in names if known == name), None)
    if found is None:
        hint = f"there are {', '.join(names)}"
        raise InputError(Finding(id="article.unknown", reason=f"there is no article {name!r}", hint=hint))
    return found
