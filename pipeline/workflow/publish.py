"""Publish: extract, draft, check and build in one go, as marketing does it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.workflow import unchanged

if TYPE_CHECKING:
    from pipeline.workflow.project import Progress, Project
    from pipeline.workflow.summary import Built


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """What a publication did."""

    built: "Built"
    told: str
    """What `tell` made of it."""
    notes: tuple[str, ...]
    """What people should know: engines that could not serve, and how to get them."""


def publish(
    root: Path,
    *,
    progress: "Progress",
    tell: "Callable[[Built], str] | None" = None,
    draft: bool = True,
    jobs: int | None = None,
    cluster: str | None = None,
) -> Published:
    """Bring catalogues, drafts and both outputs of the content folder `root` up to date.

    See `extract`, `draft_missing` and `build`. Whoever asked `unchanged.recall` before knows whether there is
    anything to do; what was done is kept for it with what `tell` makes of it for people, if that is given.
    Where it stops, what is no longer approved is withdrawn none the less.
    """
    from pipeline.errors import InputError
    from pipeline.workflow import withdraw
    from pipeline.workflow.project import open_project

    try:
        project = open_project(root)
    except InputError as error:
        raise withdraw.unjudged(root, error) from None
    unchanged.forget(root)
    with withdraw.guard(project, progress):
        return _publish(project, progress=progress, tell=tell, draft=draft, jobs=jobs, cluster=cluster)


def _publish(
    project: "Project",
    *,
    progress: "Progress",
    tell: "Callable[[Built], str] | None",
    draft: bool,
    jobs: int | None,
    cluster: str | None,
) -> Published:
    from pipeline.workflow import furniture
    from pipeline.workflow.build import build
    from pipeline.workflow.extract import extract
    from pipeline.workflow.known import Known
    from pipeline.workflow.project import article_names

    known = Known(project)
    todo = known.unsettled(article_names(project))
    extract(project, todo, progress=progress, jobs=jobs)
    notes: tuple[str, ...] = ()
    if draft:
        from pipeline.workflow.draft import draft_missing

        notes = draft_missing(project, names=todo, progress=progress, jobs=jobs).notes
    known = Known(project, known)
    before = unchanged.before(project.root, known.seen)
    built = build(
        project,
        progress=progress,
        jobs=jobs,
        cluster=cluster,
        thorough=True,
        extracted=True,
        before=known,
    )
    # What could not be drafted may be possible next time; then there is something to do.
    told = tell(built) if tell else ""
    if tell and draft and not notes:
        unchanged.remember(project.root, before, built, told)
    unspoken = (f"{each.file}: {each.reason}; {each.hint}" for each in furniture.unspoken(project))
    return Published(built=built, told=told, notes=(*notes, *unspoken))


def again(kept: unchanged.Kept) -> "Built":
    """Return what the last publication did, where nothing changed since."""
    from pipeline.workflow.summary import Built, load_findings, load_rows

    return Built(
        rows=load_rows(kept.rows),
        rendered=0,
        changed=False,
        withdrawn=(),
        findings=load_findings(kept.findings),
    )
