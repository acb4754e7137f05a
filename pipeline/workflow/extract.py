"""Extract: articles to templates, templates into catalogues. All is read before any is written.

Processes look at the articles and set aside what changes (`updating`); once all of it is there and lasts,
each file is put in its place. No more than what changes is held of each edition.
"""

import os
from array import array
from collections.abc import Container, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from pipeline import articles, catalogue, po, store
from pipeline.errors import InputError
from pipeline.model import ArticleName, Entry, Finding, LocaleTag
from pipeline.workflow import journal, updating
from pipeline.workflow.pool import Pace, Pool, in_batches, stream
from pipeline.workflow.project import (
    Progress,
    Project,
    article_names,
    collect,
    edition_lock,
    read_article,
    read_bytes,
    read_catalogue,
    silent,
)
from pipeline.workflow.updating import Change, Edition, Elsewhere, Seen

_ARTICLES = 8
"""Articles that a process looks at in one go."""

_FILES = 32
"""Files that a process puts in place in one go."""

_SYNCING = 8
"""Threads that wait for the disk, each with so many files: it makes many last in the time of one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Extracted:
    """What an extraction did."""

    messages: int
    """Messages of all templates together."""
    written: tuple[Path, ...]
    """The templates and catalogues that changed; all others were left untouched."""
    findings: tuple[Finding, ...]
    """What authors should know about their articles."""


def extract(
    project: Project,
    only: Container[ArticleName] | None = None,
    *,
    progress: Progress = silent,
    jobs: int | None = None,
) -> Extracted:
    """Bring every template and catalogue up to date with the articles, or with those in `only`.

    `jobs` is the number of processes, by default one for each core. Raises `InputError` with all that is
    wrong in settings, articles and catalogues; then nothing was written.
    """
    with (
        store.lock(project.root, "catalogues", doing="extracting messages", on_wait=progress),
        store.staging(project.cache / "extract") as stage,
        Pool(jobs, here=updating.warm) as pool,
        ThreadPoolExecutor(_SYNCING) as disk,
    ):
        names = article_names(project)
        chosen = [name for name in names if only is None or name in only]
        run = _Run(project, stage, pool.executor(len(chosen)), disk, progress)
        seen = run.look(chosen)
        elsewhere = _elsewhere(project, seen, names)
        seen = run.look_again(seen, elsewhere)
        return Extracted(
            messages=sum(each.messages for each in seen),
            written=tuple(run.put(seen, elsewhere)),
            findings=tuple(finding for each in seen for finding in each.findings),
        )


class _Run:
    """One extraction: where it sets aside what changes, and who does the work."""

    def __init__(
        self, project: Project, stage: Path, executor: Executor | None, disk: Executor, progress: Progress
    ) -> None:
        self._project, self._stage, self._progress = project, stage, progress
        self._executor, self._disk = executor, disk
        self._aside = replace(project, root=stage)
        self._waiting: list[Path] = []
        self._syncs: list[Future[None]] = []

    def look(self, names: Sequence[ArticleName], elsewhere: bytes = b"") -> list[Seen]:
        """Look at articles and set aside what changes. Raises `InputError` for articles that are no good."""
        batches = ((self._project, self._stage, batch, elsewhere) for batch in in_batches(names, _ARTICLES))
        pace = Pace(len(names), "articles extracted", self._progress)
        seen: list[Seen] = []
        wrong: list[Finding] = []
        for each in chain.from_iterable(stream(self._executor, updating.look, batches)):
            pace.step()
            if isinstance(each, Seen):
                seen.append(each)
                self._sync(each)
            else:
                wrong.extend(each)
        if wrong:
            raise InputError(wrong)
        return seen

    def look_again(self, seen: Sequence[Seen], elsewhere: Elsewhere) -> list[Seen]:
        """Look again at the articles that may gain by what vanished elsewhere."""
        texts = {tag: {updating.checksum(entry.msgid) for entry in held} for tag, held in elsewhere.items()}
        names = [
            each.article
            for each in seen
            if any(_may_gain(edition, elsewhere, texts[edition.locale]) for edition in each.editions)
        ]
        if not names:
            return list(seen)
        self._wait()
        again = {each.article: each for each in self.look(names, updating.packed(elsewhere))}
        collect(partial(_vanished, tag, list(again.values())) for tag in elsewhere)
        return [again.get(each.article, each) for each in seen]

    def put(self, seen: Sequence[Seen], elsewhere: Elsewhere) -> Iterator[Path]:
        """Put in place what was set aside, and yield the paths of what changed, the templates first."""
        self._wait()
        found = [change for each in seen for change in each.changes()]
        order: dict[LocaleTag | None, int] = {None: -1}
        order |= {tag: place for place, tag in enumerate(self._project.settings.all_locales)}
        changes = sorted(found, key=lambda change: order[change.locale])
        batches = ((self._project, self._stage, batch) for batch in in_batches(changes, _FILES))
        stands = chain.from_iterable(stream(self._executor, updating.put, batches))
        folders = set()
        for change, done in zip(changes, stands, strict=True):
            if done or self._update(change, elsewhere):
                path = change.path(self._project)
                folders.add(path.parent)
                yield path
        for folder in folders:
            store.sync(folder)

    def _sync(self, seen: Seen) -> None:
        """Let what was set aside of an article last, while the processes go on."""
        self._waiting += (change.path(self._aside) for change in seen.changes())
        if len(self._waiting) >= _SYNCING:
            self._hand_over()

    def _hand_over(self) -> None:
        """Let a thread see to the files that wait: one for each file would cost more than it does."""
        self._syncs.append(self._disk.submit(_last, self._waiting))
        self._waiting = []

    def _wait(self) -> None:
        """Wait for the disk. Raises `MachineError`."""
        self._hand_over()
        for sync in self._syncs:
            sync.result()
        self._syncs.clear()

    def _update(self, change: Change, elsewhere: Elsewhere) -> bool:
        """Update a catalogue as it is now: somebody holds it, or saved it since it was looked at."""
        project, name, tag = self._project, change.article, change.locale
        if tag is None:
            return False
        with store.lock(project.root, edition_lock(tag, name), on_wait=self._progress):
            path, template = change.path(project), articles.template(read_article(project, name))
            if not path.exists():
                new = catalogue.update(template, None, locale=tag, elsewhere=elsewhere[tag])
                return store.write_if_changed(path, po.write(new).encode())

            def update(data: bytes) -> bytes:
                held = po.read(data, file=project.named(path), locale=tag)
                new = catalogue.update(template, held, locale=tag, elsewhere=elsewhere[tag])
                return data if new == held else po.write(new).encode()

            return journal.rewrite(path, read_bytes(path), update)


def _last(paths: Sequence[Path]) -> None:
    """Make files last. Raises `MachineError`."""
    for path in paths:
        store.sync(path)


def _elsewhere(project: Project, seen: Sequence[Seen], names: Sequence[ArticleName]) -> Elsewhere:
    """Return what the articles of each locale have no more. Raises `InputError` for broken catalogues."""

    def of(tag: LocaleTag) -> Sequence[Entry]:
        found = _vanished(tag, seen)
        return found + _orphans(project, tag, names) if any(tag in each.locales for each in seen) else found

    tags = project.settings.all_locales
    return dict(zip(tags, collect(partial(of, tag) for tag in tags), strict=True))


def _vanished(tag: LocaleTag, seen: Sequence[Seen]) -> list[Entry]:
    """Return what the articles have no more. Raises `InputError` with all that is wrong with catalogues."""
    if wrong := [finding for each in seen for finding in each.wrong.get(tag, ())]:
        raise InputError(wrong)
    editions = (edition for each in seen for edition in each.editions if edition.locale == tag)
    return [entry for edition in editions for entry in edition.vanished]


def _may_gain(edition: Edition, elsewhere: Elsewhere, texts: set[int]) -> bool:
    """Whether an edition's update may be another one for what vanished elsewhere."""
    if edition.alone and len(elsewhere[edition.locale]) > len(edition.vanished):
        return True
    return bool(edition.open) and not texts.isdisjoint(array("I", edition.open))


def _orphans(project: Project, tag: LocaleTag, present: Sequence[ArticleName]) -> list[Entry]:
    """Return the messages of catalogues whose article is gone: its paragraphs may have moved."""
    known = {f"{name}.po" for name in (*present, "theme")}
    folder = project.catalogue_path(tag, ArticleName("x")).parent
    # Names first: nearly all are known, and thousands of paths take their time.
    there = os.listdir(folder) if folder.is_dir() else ()  # noqa: PTH208
    names = [
        ArticleName(name.removesuffix(".po"))
        for name in sorted({name for name in there if name.endswith(".po")} - known)
        if not name.startswith(".")
    ]
    held = collect(partial(read_catalogue, project, tag, name) for name in names)
    return [entry for old in held if old for entry in old.entries]
