"""Draft: untranslated messages filled by engines, each marked as a draft and entered in the ledger.

Articles are read, remembered and drafted by all processes, as far as this machine alone can do it
(`drafting`). Services are asked by this process only: so there is one budget, one patience and one rate.
What comes of it does not depend on how many processes there are.
"""

import uuid
from collections.abc import Container, Iterable, Sequence
from itertools import takewhile

from pipeline.engines.drafting import Failure
from pipeline.engines.opening import SERVICES
from pipeline.model import ArticleName, LocaleTag
from pipeline.workflow import drafting, drafts
from pipeline.workflow.drafting import Bench, Drafted, Left, Order, Waiting
from pipeline.workflow.engines import Engines, engine_names
from pipeline.workflow.known import Known
from pipeline.workflow.memories import refresh
from pipeline.workflow.pool import Pace, Pool, gradually, spread
from pipeline.workflow.project import Progress, Project, article_names, silent

_MANY = 50
"""Messages of an article from which on it is worth a start of the engines, where they are programs."""


def draft_missing(
    project: Project,
    only: Sequence[LocaleTag] = (),
    *,
    names: Container[ArticleName] | None = None,
    progress: Progress = silent,
    jobs: int | None = None,
) -> Drafted:
    """Draft every untranslated message of every locale, or of those in `only`, of the articles in `names`.

    What an engine cannot do stays untranslated and is counted; the run goes on. Drafts are written
    as they come, so that a killed run keeps them. `jobs` is the number of processes, by default one for
    each core. Raises `InputError` with all that cannot be read, before anything is sent.
    """
    drafts.recover(project, progress)
    with Pool(jobs, warm="pipeline.workflow.warm_drafts") as pool:
        arguments = [(project, name, only) for name in _candidates(project, names)]
        found = spread(drafting.waiting, arguments, pool=pool, what="articles read", tell=progress)
        waiting = [each for each in found if each.messages]
        tags = [tag for tag in project.settings.all_locales if any(tag in each.messages for each in waiting)]
        if project.settings.memory:
            remembered = [tag for tag in tags if tag not in project.settings.preview_locales]
            refresh(project, remembered, pool=pool, progress=progress)
        with Engines(project) as engines:
            done = _Run(project, engines, tags, progress).draft(waiting, pool)
    drafting.leave()
    # A process may have died, too.
    drafts.recover(project, progress)
    return done


def _candidates(project: Project, names: Container[ArticleName] | None) -> list[ArticleName]:
    """Return the articles of `names`; of all articles, those not known to wait for nothing."""
    every = article_names(project)
    if names is not None:
        return [name for name in every if name in names]
    known = Known(project).fresh(every, thorough=False)
    return [name for name in every if name not in known or known[name].open]


class _Run:
    """One drafting: who is asked for which locale, and what came of it."""

    def __init__(
        self, project: Project, engines: Engines, tags: Iterable[LocaleTag], progress: Progress
    ) -> None:
        self._bench, self._engines, self._progress = Bench(project), engines, progress
        self._done = Drafted()
        self._names = {tag: engine_names(project, tag) for tag in tags}

    def draft(self, waiting: Sequence[Waiting], pool: Pool) -> Drafted:
        """Draft what waits: in all processes as far as this machine can do it, the rest by services."""
        pace = Pace(sum(sum(each.messages.values()) for each in waiting), "messages", self._progress)
        run, project = uuid.uuid4().hex, self._bench.project
        arguments = [(project, run, each.article, self._orders(each)) for each in waiting]
        for each, worked in zip(waiting, gradually(pool, drafting.work, arguments), strict=True):
            if worked.messages:
                self._progress(f"drafted {worked.messages} messages of {each.article}")
                pace.step(worked.messages)
            self._done.add(worked.done)
            for left in worked.left:
                self._ask(each.article, left, pace)
        return self._done

    def _orders(self, waiting: Waiting) -> list[Order]:
        """Say whom a process is to ask for each edition of an article.

        Of few messages it only looks up which are remembered: engines would take longer to begin anew.
        """
        local = {
            tag: tuple(takewhile(lambda name: name not in SERVICES, self._names[tag]))
            for tag in waiting.messages
        }
        few = sum(count for tag, count in waiting.messages.items() if local[tag]) < _MANY
        return [
            Order(locale=tag, local=() if few else names, last=len(names) == len(self._names[tag]))
            for tag, names in local.items()
        ]

    def _ask(self, article: ArticleName, left: Left, pace: Pace) -> None:
        """Ask the engines that were not asked yet for what is left of an edition."""
        tag, said = left.locale, {(one.msgctxt, one.msgid): problems for one, problems in left.requests}
        names = self._names[tag][left.asked :]
        if not names:
            hint = f"name an engine under [locales.{tag}] in pipeline.toml, or translate its catalogue"
            self._done.lack(tag, len(said), [f"no engine is set for it; {hint}"])
            pace.step(len(said))
            return
        self._progress(f"drafting {len(said)} messages of {article} into {tag}")
        requests = [request for request, _ in left.requests]
        engines = self._engines.named(names)
        for outcome in self._bench.drafted(article, tag, engines, requests, self._done, self._progress):
            pace.step()
            if isinstance(outcome, Failure):
                request = outcome.request
                problems = said[request.msgctxt, request.msgid] + outcome.problems
                self._done.lack(tag, 1, drafting.said_of(problems))
