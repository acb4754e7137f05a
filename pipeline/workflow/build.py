"""Build: every edition whose inputs changed becomes a page and a PDF; the gate decides where they stand."""

import os
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from itertools import chain
from typing import TYPE_CHECKING

from pipeline import store
from pipeline.model import Finding, Severity
from pipeline.render.site import SiteKind
from pipeline.workflow import gate, outputs, record, rendering
from pipeline.workflow.plan import Plan, plan
from pipeline.workflow.project import Progress, Project, silent
from pipeline.workflow.record import Published
from pipeline.workflow.rendering import Job, Rendered
from pipeline.workflow.summary import Built, Row
from pipeline.workflow.survey import Candidate, survey

if TYPE_CHECKING:
    from collections.abc import Iterator


def build(
    project: Project, *, progress: Progress = silent, jobs: int | None = None, cluster: str | None = None
) -> Built:
    """Bring both outputs up to date. What fails leaves yesterday's pages standing.

    `jobs` is the number of processes, by default one for each core; `cluster` is the address of a Dask
    scheduler whose workers do the work instead. Raises `InputError` with all
    that is wrong, `MachineError` for a missing font or a full disk.
    """
    with store.lock(project.root, "output", doing="building pages", on_wait=progress):
        outputs.sweep(project.output)
        candidates = survey(project)
        lost = _lost(project, candidates)
        plans = [
            plan(project, candidates, kind, record.read(project.output / kind.value))
            for kind in (SiteKind.PREVIEW, SiteKind.SITE)
        ]
        with _executor(project, plans, jobs, cluster, progress) as executor:
            made = [_make(each, executor, progress) for each in plans]
        changed = outputs.install(
            [
                outputs.Made(stage=each.stage, files=files, published=_published(each, editions))
                for each, (files, editions) in zip(plans, made, strict=True)
            ]
        )
    site = plans[1]
    return Built(
        rows=tuple(_row(project, candidate, site) for candidate in candidates),
        rendered=sum(len(editions) for _, editions in made),
        changed=any(changed),
        withdrawn=tuple(site.withdrawn),
        findings=(
            *(finding for candidate in candidates for finding in candidate.findings if not finding.msgid),
            *lost,
        ),
    )


def _lost(project: Project, candidates: Sequence[Candidate]) -> tuple[Finding, ...]:
    """Say which editions may have had an approved page that only the output kept, where there is none."""
    if (project.output / SiteKind.SITE.value / record.NAME).exists():
        return ()
    lost = [
        f"{candidate.locale.bcp47}/{candidate.article.name}"
        for candidate in candidates
        if candidate.history is not None
        and not candidate.verdict.publish
        and gate.approved_before(candidate.entries, candidate.history)
    ]
    if not lost:
        return ()
    more = f" and {len(lost) - 5} more" if len(lost) > 5 else ""
    return (
        Finding(
            id="site.afresh",
            severity=Severity.WARNING,
            reason=f"no last approved page is kept here of {', '.join(lost[:5])}{more}: their texts have "
            "moved on since they were approved, and output/site is new",
            hint="to keep such pages up, build where output/ is kept between runs, or copy output/site here",
            file="output/site",
        ),
    )


def _executor(
    project: Project, plans: Sequence[Plan], jobs: int | None, cluster: str | None, progress: Progress
) -> AbstractContextManager[Executor | None]:
    """Return the cluster, or a pool of processes if there is work for more than one."""
    waiting = sum(len(each.jobs) for each in plans)
    if cluster and waiting:
        from pipeline.workflow.cluster import connect

        named = chain.from_iterable(project.settings.fonts.values())
        return connect(cluster, families=named, progress=progress)
    workers = min(jobs or os.cpu_count() or 1, waiting)
    if workers < 2 or waiting < 4:
        return nullcontext(None)
    return _pool(workers)


@contextmanager
def _pool(workers: int) -> "Iterator[Executor]":
    from multiprocessing import get_context

    # A fork server is warm and holds no threads or locks of ours, unlike a plain fork.
    context = get_context("forkserver")
    context.set_forkserver_preload(["pipeline.workflow.rendering"])
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        yield pool


Made = tuple[Mapping[str, outputs.Files], Mapping[tuple[str, str], Rendered]]
"""The files of each unit that was missing, and the editions that were rendered for them."""


def _make(planned: Plan, executor: Executor | None, progress: Progress) -> Made:
    """Build every missing unit of an output."""
    files: dict[str, outputs.Files] = {
        unit.name: unit.make() for unit in planned.stage.missing if unit.make is not None
    }
    editions: dict[tuple[str, str], Rendered] = {}
    for done in _run(planned.jobs, executor):
        edition = done.edition
        key = (edition.article, edition.locale.tag)
        editions[key] = done
        name = f"{edition.article}/{edition.locale.tag}"
        files[f"page/{name}"], files[f"pdf/{name}"] = done.page, done.pdf
        count = f"({len(editions)} of {len(planned.jobs)})"
        progress(f"built {planned.kind.value} {edition.locale.bcp47}/{edition.slug} {count}")
    standing = {key: held.edition for key, held in _published(planned, editions).items()}
    files |= {unit.name: unit.gather(standing) for unit in planned.stage.missing if unit.gather is not None}
    return files, editions


def _run(jobs: Sequence[Job], executor: Executor | None) -> "Iterable[Rendered]":
    if executor is None:
        return map(rendering.render, jobs)
    return executor.map(rendering.render, jobs)


def _published(
    planned: Plan, rendered: Mapping[tuple[str, str], Rendered]
) -> Mapping[tuple[str, str], Published]:
    """Return what the site holds now, with the texts that were approved for it."""
    found = {}
    for key, held in planned.published.items():
        fresh = rendered.get(key)
        edition = fresh.edition if fresh else held.edition
        if edition is not None:
            found[key] = Published(edition=edition, entries=held.entries, digest=held.digest)
    return found


def _row(project: Project, candidate: Candidate, site: Plan) -> Row:
    key = (candidate.article.name, candidate.locale.tag)
    name = f"{candidate.locale.bcp47}/{candidate.article.name}"
    kept = key in site.pending
    published = key in site.published
    if published:
        status = "update pending" if kept else "published"
    else:
        status = "withdrawn" if name in site.withdrawn else "preview"
    kind = SiteKind.SITE if published and not kept else SiteKind.PREVIEW
    page = project.output / kind.value / candidate.locale.bcp47 / candidate.standing.slug / "index.html"
    return Row(
        article=candidate.article.name,
        locale=candidate.locale.bcp47,
        messages=len(candidate.standing.messages),
        states={state.label: count for state, count in sorted(candidate.standing.counts.items())},
        words=candidate.words,
        published=published,
        status=status,
        reasons=candidate.verdict.reasons,
        page=project.named(page),
    )
