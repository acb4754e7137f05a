"""Stats: what correcting each engine's drafts cost, by locale and article, from the ledger."""

import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from pipeline import store
from pipeline.effort import Effort, Interval, Outcome, figures, measure, outcomes
from pipeline.errors import MachineError
from pipeline.workflow.project import Project, digest, program_digest, read_articles, targets

if TYPE_CHECKING:
    from pipeline.ledger.history import History
    from pipeline.model import ArticleName, LocaleTag
    from pipeline.render.site import Site
    from pipeline.workflow.furniture import Around
    from pipeline.workflow.outputs import Files, Unit
    from pipeline.workflow.packed import Folded

_KEPT = 50_000
"""Remembered groups at most; what is over is forgotten and made again."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Stats:
    """The figures of a content folder."""

    engines: tuple[Effort, ...]
    """Of each engine in each locale."""
    articles: tuple[Effort, ...]
    """The same for each article."""


def measured(project: Project, only: "Sequence[LocaleTag]" = ()) -> Stats:
    """Return the figures of all drafts in the ledger, or of those into the locales in `only`."""
    return stats(project, drafted(project, only))


def drafted(project: Project, only: "Sequence[LocaleTag]" = ()) -> tuple[Outcome, ...]:
    """Return every draft in the ledger and what became of it. Feeds count as far as they verify."""
    from pipeline import feeds

    found: list[Outcome] = []
    for article in read_articles(project):
        for tag in targets(project, article):
            if (not only or tag in only) and tag not in project.settings.preview_locales:
                history = feeds.read_history(project.root, tag, article.name, project.settings.policy)
                found += of_history(history)
    return tuple(found)


def of_history(history: "History") -> tuple[Outcome, ...]:
    """Return the drafts of one edition and what became of them."""
    events = (line.event for feed in history.feeds for line in feed.lines)
    return outcomes(events, history.locale, history.article)


def stats(project: Project, found: Iterable[Outcome], *, every: bool = True) -> Stats:
    """Return the figures of drafts; those that were made before are remembered in `.pipeline/`.

    Without `every`, articles are left out of which nobody has approved anything.
    """
    found = tuple(found)
    if every:
        chosen = found
    else:
        begun = {(one.engine, one.locale, one.article) for one in found if one.approved is not None}
        chosen = tuple(one for one in found if (one.engine, one.locale, one.article) in begun)
    remembered = _Remembered(project)
    engines = measure(found, make=remembered.figures)
    articles = measure(chosen, by_article=True, make=remembered.figures)
    remembered.save()
    return Stats(engines=engines, articles=articles)


def unit(project: Project, around: "Around", groups: "Sequence[Folded]") -> "Unit":
    """Return the preview's page of these figures, to be made again when a feed of an edition grew."""
    from pipeline.workflow.outputs import Unit

    heads = ((each.article, each.heads) for each in groups if each.heads)
    key = digest([around.shared, _library(), around.listing, *chain.from_iterable(heads)])
    drafted = [each for each in groups if each.heads]
    return Unit(name="effort", key=key, make=partial(_page, project, around.whole, drafted))


def _page(project: Project, whole: "Callable[[], Site]", groups: "Sequence[Folded]") -> "Files":
    from pipeline import feeds
    from pipeline.render import effort_page

    policy = project.settings.policy
    editions = chain.from_iterable(each.unfold().editions for each in groups)
    drafted = (each for each in editions if each.heads and not each.locale.pseudo)
    histories = (feeds.read_history(project.root, each.locale.tag, each.article, policy) for each in drafted)
    drafts = (one for each in histories for one in of_history(each))
    found = stats(project, drafts, every=False)
    return {effort_page.ADDRESS: effort_page.page(found.engines, found.articles, whole()).encode()}


class _Remembered:
    """Figures of groups of texts that were measured before. Disposable."""

    def __init__(self, project: Project) -> None:
        """Read what is there; a file that cannot be read is as good as none."""
        self._path = project.cache / "effort.json"
        self._known: dict[str, Any] = {}
        with suppress(OSError, ValueError, RecursionError):
            known = json.loads(self._path.read_text(encoding="utf-8"))
            self._known = known if isinstance(known, dict) else {}
        self._fresh: dict[str, Any] = {}

    def figures(self, group: Sequence[Outcome], article: "ArticleName | None") -> Effort:
        """Return a group's figures, from memory where its texts are the same."""
        own = (f"{one.draft}\0{one.approved}\0{one.words}\0{one.unknown}" for one in group)
        key = digest([_library(), program_digest(), group[0].engine, group[0].locale, article or "", *own])
        with suppress(TypeError, ValueError, KeyError):
            return _effort(self._known[key], group, article)
        made = figures(group, article)
        self._fresh[key] = [len(group), made.count, *(_values(getattr(made, name)) for name in _FIGURES)]
        return made

    def save(self) -> None:
        """Write what is new; a disk that refuses only costs the time again."""
        if not self._fresh:
            return
        old = self._known if len(self._known) + len(self._fresh) <= _KEPT else {}
        with suppress(MachineError):
            store.write_atomic(self._path, json.dumps(old | self._fresh).encode())


_FIGURES = ("unchanged", "edit_rate", "chrf", "ter", "unknown")


def _values(found: Interval | None) -> tuple[float, ...] | None:
    return astuple(found) if found else None


def _effort(values: Any, group: Sequence[Outcome], article: "ArticleName | None") -> Effort:
    """Return remembered figures. Raises TypeError or ValueError for what is none."""
    drafts, count, *found = values
    intervals = [
        None if each is None else Interval(mean=each[0], low=each[1], high=each[2]) for each in found
    ]
    return Effort(
        engine=group[0].engine,
        locale=group[0].locale,
        article=article,
        drafts=int(drafts),
        count=int(count),
        **dict(zip(_FIGURES, intervals, strict=True)),
    )


def _library() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("sacrebleu")
    except PackageNotFoundError:
        return ""
