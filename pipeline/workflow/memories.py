"""Memories: what was translated before, ready to search; exchanged with other tools as TMX.

A locale's memory holds what people translated and reviewers approved in its catalogues, and the TMX
files under `locales/<locale>/memory/`. It is kept part by part in `.pipeline/` (`shelf`): only articles
whose catalogue or ledger looks otherwise than before are read again, by all processes where there are many.
"""

import re
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeVar

from pipeline import feeds, po, states, store
from pipeline.articles.edition import live
from pipeline.errors import InputError
from pipeline.exchange import chunks, tmx
from pipeline.memory import Memory, Segment, context_of, sentence_pairs
from pipeline.memory.parts import made, pages, usable
from pipeline.model import ArticleName, Finding, LocaleTag, State
from pipeline.workflow import stamps
from pipeline.workflow.desk import with_witnesses
from pipeline.workflow.pool import Pool, spread
from pipeline.workflow.project import (
    Progress,
    Project,
    article_names,
    collect,
    digest,
    program_digest,
    read_bytes,
    silent,
)
from pipeline.workflow.shelf import Fresh, Shelf, Standing

T = TypeVar("T")

_PARTS = 32
"""Parts that are put on a shelf at a time; a killed run loses no more."""

_HELD = 2
"""Memories that are held for whoever asks next: a reviewer asks again and again for one locale."""

_TMX = ".tmx"


def memory(project: Project, tag: LocaleTag, *, broken: bool = False) -> Memory:
    """Return a locale's memory, of which only what changed is read.

    Raises `InputError` for catalogues and files that cannot be read, unless it may be used without
    what is `broken`.
    """

    def use(shelves: Mapping[LocaleTag, Shelf]) -> Memory:
        shelf, names = shelves[tag], _names(project, tag)
        parts = {name: held.key for name, held in shelf.standing().items()}
        same, made = _MADE.get((project.cache, tag), (None, None))
        if made is None or same != (names, parts):
            made = shelf.memory(names, tag)
            _MADE.pop((project.cache, tag), None)
            _MADE[project.cache, tag] = ((names, parts), made)
            for oldest in list(_MADE)[:-_HELD]:
                _MADE.pop(oldest, None)
        return made

    with Pool(1) as pool:
        return _on_shelves(project, (tag,), pool, silent, use, broken=broken)


_MADE: dict[tuple[Path, LocaleTag], tuple[tuple[list[str], dict[str, str]], Memory]] = {}
"""The memories that were put together last in this process, each with the parts that it was made of."""


def refresh(project: Project, tags: Sequence[LocaleTag], *, pool: Pool, progress: Progress) -> None:
    """Read what changed of several locales' memories, so that each is at hand. Raises `InputError`."""
    _on_shelves(project, tags, pool, progress, lambda _: None)


def _on_shelves(
    project: Project,
    tags: Sequence[LocaleTag],
    pool: Pool,
    progress: Progress,
    use: Callable[[Mapping[LocaleTag, Shelf]], T],
    *,
    broken: bool = False,
) -> T:
    """Return what `use` makes of shelves on which everything stands as it is now."""
    paths = {tag: project.cache / "memory" / f"{tag}.sqlite" for tag in tags}
    for _ in range(2):
        try:
            return use(_Refresh(project, paths).run(pool, progress, broken=broken))
        except (sqlite3.Error, ValueError, OSError):
            # What cannot be read can be made again.
            for path in paths.values():
                with suppress(OSError):
                    path.unlink(missing_ok=True)
    # In a folder that may not be written to, or on a full disk, all else goes on.
    return use(_Refresh(project, dict.fromkeys(tags)).run(pool, progress, broken=broken))


class _Refresh:
    """Brings shelves up to date: reads what looks otherwise, and puts it in the place of what stood there."""

    def __init__(self, project: Project, paths: Mapping[LocaleTag, Path | None]) -> None:
        self._project = project
        self._shelves = {tag: Shelf(path) for tag, path in paths.items()}
        self._waiting: dict[LocaleTag, list[Fresh]] = {tag: [] for tag in paths}

    def run(self, pool: Pool, progress: Progress, *, broken: bool) -> dict[LocaleTag, Shelf]:
        """Return the shelves. Raises `InputError`, `sqlite3.Error` and `OSError`."""
        todo: dict[str, list[tuple[LocaleTag, Standing]]] = {}
        base = _base(self._project)
        for tag, shelf in self._shelves.items():
            standing = shelf.standing()
            looks = _looks(self._project, tag, base)
            for name, look in looks.items():
                held = standing.get(name)
                if held is None or not look or held.look != look:
                    known = Standing(look=look, key=held.key if held else "")
                    todo.setdefault(name, []).append((tag, known))
            if gone := standing.keys() - looks.keys():
                shelf.put([], gone)
        arguments = [(self._project, name, base, editions) for name, editions in todo.items()]
        with suppress(*((InputError,) if broken else ())):
            told = spread(_parts, arguments, pool=pool, what="articles remembered", tell=progress)
            for some in told:
                for tag, fresh in some:
                    self._keep(tag, fresh)
        for tag in self._shelves:
            self._put(tag)
        return self._shelves

    def _keep(self, tag: LocaleTag, fresh: Fresh) -> None:
        self._waiting[tag].append(fresh)
        if len(self._waiting[tag]) >= _PARTS:
            self._put(tag)

    def _put(self, tag: LocaleTag) -> None:
        if self._waiting[tag]:
            self._shelves[tag].put(self._waiting[tag])
            self._waiting[tag] = []


def _names(project: Project, tag: LocaleTag) -> list[str]:
    """Return the names of a memory's parts in their order."""
    return [*article_names(project), *(path.name for path in _files(project, tag))]


def _looks(project: Project, tag: LocaleTag, base: str) -> dict[str, str]:
    """Return how the files of each part look; empty where they may change unseen."""
    young = time.time_ns() - stamps.GRAIN
    files = stamps.scan(project.root, [f"locales/{tag}"]).files
    of: dict[str, list[str]] = {name: [] for name in _names(project, tag)}
    for path in files:
        name = _part_of(path)
        if name in of:
            of[name].append(path)
    return {
        name: ""
        if stamps.newest(files[path] for path in paths) > young
        else f"{base} {stamps.joined(files, paths)}"
        for name, paths in of.items()
    }


def _part_of(path: str) -> str:
    match path.split("/")[2:]:
        case ["LC_MESSAGES", file] if file.endswith(".po"):
            return file.removesuffix(".po")
        case ["ledger", article, *_]:
            return article
        case ["memory", file]:
            return file
        case _:
            return ""


def _parts(
    project: Project, name: str, base: str, editions: Sequence[tuple[LocaleTag, Standing]]
) -> list[tuple[LocaleTag, Fresh]]:
    """Return an article's parts of the memories of some locales, or an imported file's of one.

    Raises `InputError` with all that cannot be read.
    """
    tags = [tag for tag, _ in editions]
    made = collect(partial(_part, project, name, base, tag, held) for tag, held in editions)
    return list(zip(tags, made, strict=True))


def _part(project: Project, name: str, base: str, tag: LocaleTag, held: Standing) -> Fresh:
    key = _key(project, name, base, tag)
    standing = Standing(look=held.look, key=key)
    if key == held.key:
        return Fresh(name=name, standing=standing, part=None)
    found = _imported if name.endswith(_TMX) else _segments
    whole = usable(found(project, tag, ArticleName(name)))
    source = project.settings.source_locale
    cut = usable(pair for segment in whole for pair in sentence_pairs(segment, source, tag))
    return Fresh(name=name, standing=standing, part=made(whole, cut), pages=tuple(pages((*whole, *cut))))


def _key(project: Project, name: str, base: str, tag: LocaleTag) -> str:
    """Return a digest of all that a part is made of."""
    if name.endswith(_TMX):
        paths = [_folder(project, tag) / name]
    else:
        article = ArticleName(name)
        paths = [project.catalogue_path(tag, article), *_feeds(project, tag, article)]
    there = (path for path in paths if path.exists())
    return digest([base, *(part for path in there for part in (path.name, read_bytes(path)))])


@cache
def _cutter() -> str:
    try:
        return version("sentencex")
    except PackageNotFoundError:
        return ""


def _base(project: Project) -> str:
    """Return a digest of what every part depends on beside its files."""
    settings = project.settings
    return digest([program_digest(), _cutter(), repr(settings.policy), settings.source_locale])


def segments(project: Project, tag: LocaleTag) -> Iterator[Segment]:
    """Yield what people translated and reviewers approved in a locale's catalogues."""
    for name in article_names(project):
        yield from _segments(project, tag, name)


def _segments(project: Project, tag: LocaleTag, name: ArticleName) -> Iterator[Segment]:
    path = project.catalogue_path(tag, name)
    if not path.exists():
        return
    data = read_bytes(path)
    held = po.read(data, file=project.named(path), locale=tag)
    history = feeds.read_history(project.root, tag, name, project.settings.policy)
    history = with_witnesses(project, path, data, held, history, always=False)
    for entry in live(held).values():
        state = states.state(entry, history)
        if state in (State.TRANSLATED, State.APPROVED) and entry.msgid_plural is None:
            yield Segment(
                source=entry.msgid,
                target=entry.msgstr,
                context=context_of(name, entry.msgctxt),
                approved=state is State.APPROVED,
                origin=name,
            )


def imported(project: Project, tag: LocaleTag) -> Iterator[Segment]:
    """Yield the segments of the TMX files of a locale."""
    for path in _files(project, tag):
        yield from _imported(project, tag, path.name)


def _imported(project: Project, tag: LocaleTag, name: str) -> Iterator[Segment]:
    path = _folder(project, tag) / name
    return tmx.read(chunks(path), project.settings.source_locale, tag, file=project.named(path))


@dataclass(frozen=True, kw_only=True, slots=True)
class Imported:
    """What an import took in for one locale."""

    locale: LocaleTag
    segments: int
    file: str


def import_segments(
    project: Project, path: Path, only: Sequence[LocaleTag] = (), *, progress: Progress = silent
) -> tuple[Imported, ...]:
    """Take the segments of a TMX file into the memories of the locales that it has, or of those in `only`.

    Another file of the same name takes the place of what it brought before. Raises `InputError` for a
    file that is no TMX, or that has none of the locales; then nothing was written.
    """
    source = project.settings.source_locale
    tags = only or project.settings.locales
    counts = {tag: sum(1 for _ in tmx.read(chunks(path), source, tag, file=str(path))) for tag in tags}
    if not any(counts.values()):
        reason = f"there are no translations from {source} into {', '.join(tags)}"
        hint = "its segments name their languages in `xml:lang`"
        raise InputError(Finding(id="exchange.empty", reason=reason, hint=hint, file=str(path)))
    done = []
    for tag, count in counts.items():
        if count:
            progress(f"importing {count:,} segments into the memory of {tag}")
            kept = _folder(project, tag) / f"{_safe(path.stem)}.tmx"
            found = tmx.read(chunks(path), source, tag, file=path.name)
            store.write_atomic(kept, (piece.encode() for piece in tmx.write(found, source, tag)))
            done.append(Imported(locale=tag, segments=count, file=project.named(kept)))
    return tuple(done)


def export_segments(project: Project, tag: LocaleTag) -> Iterator[str]:
    """Yield a locale's memory as TMX, piece by piece: its catalogues' messages, then what was imported."""
    source = project.settings.source_locale

    def both() -> Iterator[Segment]:
        yield from segments(project, tag)
        yield from imported(project, tag)

    return tmx.write(both(), source, tag)


def _folder(project: Project, tag: LocaleTag) -> Path:
    return project.root / "locales" / tag / "memory"


def _files(project: Project, tag: LocaleTag) -> list[Path]:
    return sorted(path for path in _folder(project, tag).glob(f"*{_TMX}") if not path.name.startswith("."))


def _safe(stem: str) -> str:
    """Return a file's name without what no path should have."""
    return re.sub(r"[^\w-]+", "-", stem).strip("-_")[:80] or "imported"


def _feeds(project: Project, tag: LocaleTag, name: ArticleName) -> list[Path]:
    return sorted(project.ledger_path(tag, name).glob("*.jsonl"))
