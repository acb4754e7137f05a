"""Survey: every edition of a content folder as it stands now, before anything is built of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from pipeline import locales, states
from pipeline.articles import template
from pipeline.articles.edition import Standing, live, standing
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
    Project,
    collect,
    digest,
    read_article,
    read_articles,
    read_bytes,
    targets,
)

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
    def states(self) -> Mapping[MessageKey, State]:
        """The state of every live message."""
        return self.standing.states

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
        held = self.standing.entries
        if held is None:
            return self.original
        return tuple(held[message.key] for message, _ in self.standing.messages if message.key in held)


@lru_cache(maxsize=4096)
def _words(text: str) -> int:
    """Count the words of a message once for all the editions of its article."""
    return len(text.split())


def survey(
    project: Project,
    only: Sequence[LocaleTag] = (),
    *,
    article: ArticleName | None = None,
) -> tuple[Candidate, ...]:
    """Return every edition, article by article, the source's first; those of `only` where it names any.

    With `article`, only its editions. Raises `InputError` with all that is wrong in articles and catalogues.
    """
    chosen = read_articles(project) if article is None else (read_article(project, article),)
    return collect(
        partial(candidate, project, each, tag)
        for each in chosen
        for tag in tags_of(project, each)
        if not only or tag in only
    )


def tags_of(project: Project, article: "Article") -> tuple[LocaleTag, ...]:
    """Return the locales of an article's editions, the source's first."""
    return (project.settings.source_locale, *targets(project, article))


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
    findings = (*article.tree.findings, *checked_source(project, article, thorough=thorough))
    return Candidate(
        article=article,
        locale=locales.locale(project.settings.source_locale),
        source_locale=locales.locale(project.settings.source_locale),
        catalogue=None,
        history=None,
        standing=standing(article, None, {}),
        findings=findings,
        verdict=gate.decide_source(findings),
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
    where = replace(plain.standing, messages=messages, states=known)
    findings = (*plain.findings, *history.findings)
    return replace(
        plain,
        history=history,
        standing=where,
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
    where = standing(article, entries, known)
    locale = locales.locale(tag)
    approved = frozenset(key for key, state in known.items() if state is State.APPROVED)
    wanted = thorough or looked_at(project, article, tag)
    found: tuple[Finding, ...] = ()
    if wanted or gate.decide(locale, where, history.findings).publish:
        found = checked(project, article, held, locale, approved)
    findings = (*history.findings, *undismissed(found, entries, history))
    content = digest([data])
    return Candidate(
        article=article,
        locale=locale,
        source_locale=locales.locale(project.settings.source_locale),
        catalogue=held,
        history=history,
        standing=where,
        findings=findings,
        verdict=gate.decide(locale, where, findings),
        digest=digest([article.digest, content, *_judged(history, known)]),
        content=content,
    )


_REPRS = tuple(repr(state) for state in sorted(State))
"""By the states' numbers."""


def _judged(history: History, known: Mapping[MessageKey, State]) -> Iterator[str]:
    """Yield all that a page says of its review rests on: feeds, states, roles and printed names."""
    actors = [feed.actor for feed in history.feeds]
    yield repr([feed.head for feed in history.feeds])
    yield f"[{', '.join(map(_REPRS.__getitem__, known.values()))}]"
    yield repr(history.policy.required(history.locale, history.article))
    yield repr([(actor, history.policy.printed_name(actor)) for actor in actors])


def undismissed(
    found: Sequence[Finding], entries: Mapping[MessageKey, Entry], history: History
) -> Iterator[Finding]:
    """Yield those of `found` that no reviewer dismissed for exactly the text of one of the live `entries`."""
    if not history.by_subject:
        yield from found
        return
    for finding in found:
        entry = entries.get((finding.msgctxt, finding.msgid))
        if entry is None or check_name(finding) not in judge(entry, history).dismissed:
            yield finding
