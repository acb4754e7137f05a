"""Publish: extract, draft, check and build in one go, as marketing does it."""

from dataclasses import dataclass

from pipeline.workflow.build import Built, build
from pipeline.workflow.extract import extract
from pipeline.workflow.project import Progress, Project, silent


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """What a publication did."""

    built: Built
    notes: tuple[str, ...]
    """What people should know: engines that could not serve, and how to get them."""


def publish(
    project: Project, *, progress: Progress = silent, draft: bool = True, jobs: int | None = None
) -> Published:
    """Bring catalogues, drafts and both outputs up to date; see `extract`, `draft_missing` and `build`."""
    extract(project, progress=progress)
    notes: tuple[str, ...] = ()
    if draft:
        from pipeline.workflow.draft import draft_missing

        notes = draft_missing(project, progress=progress).notes
    return Published(built=build(project, progress=progress, jobs=jobs), notes=notes)
