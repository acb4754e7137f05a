"""Check: what is found wrong, article by article over the cores, in the order of the articles.

What was found is kept edition by edition (`kept`), so that a run that was killed goes on where it was.
"""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import partial
from itertools import chain

from pipeline.errors import InputError
from pipeline.model import ArticleName, Finding, LocaleTag
from pipeline.workflow import survey
from pipeline.workflow.furniture import unspoken
from pipeline.workflow.pool import by_article
from pipeline.workflow.project import Progress, Project, article_names, collect, read_article, silent
from pipeline.workflow.spelling import misspelt, misspelt_source

_OTHERS = ("article", "ledger", "theme", "source.anchor")
"""How the ids of findings begin that come from no check, but from reading and comparing files."""


def findings(
    project: Project,
    only_locales: Sequence[LocaleTag] = (),
    *,
    article: str | None = None,
    only: str | None = None,
    jobs: int | None = None,
    progress: Progress = silent,
) -> Iterator[Finding]:
    """Yield what is found wrong in articles and translations, filtered by article and check id.

    `only` is a check's id, or what several begin with; `jobs` the number of processes, by default one for
    each core. Raises `InputError` for an unknown article or check at once, and with all articles and
    catalogues that cannot be read when the others are done.
    """
    if only is not None:
        _known(only)
    names = article_names(project) if article is None else (_article(project, article),)
    everywhere = unspoken(project, only_locales) if article is None else ()
    told = by_article(found, project, names, only_locales, jobs=jobs, what="articles checked", tell=progress)
    return (each for each in chain(everywhere, chain.from_iterable(told)) if _wanted(each, only))


def found(project: Project, name: ArticleName, only: Sequence[LocaleTag]) -> list[Finding]:
    """Return what is found in an article and its editions. Raises `InputError` with all that is broken."""
    article = read_article(project, name)
    tags = [tag for tag in survey.tags_of(project, article) if not only or tag in only]
    editions = collect(partial(survey.candidate, project, article, tag) for tag in tags)
    return [each for edition in editions for each in (*edition.findings, *_misspelt(project, edition))]


def _misspelt(project: Project, candidate: survey.Candidate) -> Iterator[Finding]:
    """Yield what is told of an edition's spelling and nobody dismissed; the gate never asks."""
    found: Iterable[Finding] = ()
    if candidate.locale.tag == project.settings.source_locale:
        found = misspelt_source(project, candidate.article)
    elif candidate.catalogue is not None and candidate.history is not None:
        found = misspelt(project, candidate.article, candidate.catalogue, candidate.locale)
    if candidate.history is not None:
        found = survey.undismissed(tuple(found), candidate.standing.entries or {}, candidate.history)
    yield from found


def _wanted(finding: Finding, only: str | None) -> bool:
    return only is None or finding.id == only or finding.id.startswith(only.rstrip(".") + ".")


def _known(only: str) -> None:
    """Raise `InputError` where nothing is called so: a slip of the pen would look like a clean text."""
    from pipeline.checks import CHECKS

    ids = [check.id for check in CHECKS]
    known = dict.fromkeys([*_OTHERS, *(each.partition(".")[0] for each in ids), *ids])
    if only.rstrip(".") not in known and only.partition(".")[0] not in _OTHERS:
        near = get_close_matches(only, known, n=1)
        families = ", ".join(each for each in known if "." not in each)
        hint = f"did you mean {near[0]}?" if near else f"they begin with {families}"
        raise InputError(Finding(id="check.unknown", reason=f"there is no check {only!r}", hint=hint))


def _article(project: Project, name: str) -> ArticleName:
    """Return the article of that name. Raises `InputError` where there is none."""
    names = article_names(project)
    found = next((known for known in names if known == name), None)
    if found is None:
        hint = f"there are {', '.join(names)}"
        raise InputError(Finding(id="article.unknown", reason=f"there is no article {name!r}", hint=hint))
    return found
