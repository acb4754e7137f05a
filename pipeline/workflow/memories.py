"""Memories: what was translated before, ready to search; exchanged with other tools as TMX.

A locale's memory holds what people translated and reviewers approved in its catalogues, and the TMX
files under `locales/<locale>/memory/`. Its index in `.pipeline/` is made again whenever one of them, or
the ledger, changes.
"""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from pipeline import feeds, po, states, store
from pipeline.articles.edition import live
from pipeline.errors import InputError, MachineError
from pipeline.exchange import chunks, tmx
from pipeline.memory import Memory, Segment, context_of, sentence_pairs
from pipeline.model import ArticleName, Finding, LocaleTag, State
from pipeline.workflow.desk import with_witnesses
from pipeline.workflow.project import (
    Progress,
    Project,
    article_names,
    digest,
    program_digest,
    read_bytes,
    silent,
)


def memory(project: Project, tag: LocaleTag) -> Memory:
    """Return a locale's memory, from its index where that is up to date. Raises `InputError`."""
    path = project.cache / "memory" / f"{tag}.json"
    key = _key(project, tag)
    with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
        held: Any = json.loads(path.read_text(encoding="utf-8"))
        if held["key"] == key:
            return Memory.unpacked(held, tag)
    source = project.settings.source_locale
    whole = [*segments(project, tag), *imported(project, tag)]
    cut = (pair for segment in whole for pair in sentence_pairs(segment, source, tag))
    made = Memory([*whole, *cut], tag)
    with suppress(MachineError):  # Without an index the memory only takes longer to make.
        text = json.dumps({"key": key, **made.packed()}, ensure_ascii=False)
        store.write_atomic(path, text.encode("utf-8"))
    return made


def segments(project: Project, tag: LocaleTag) -> Iterator[Segment]:
    """Yield what people translated and reviewers approved in a locale's catalogues."""
    for name in article_names(project):
        path = project.catalogue_path(tag, name)
        if not path.exists():
            continue
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
        yield from tmx.read(chunks(path), project.settings.source_locale, tag, file=project.named(path))


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
    return sorted(path for path in _folder(project, tag).glob("*.tmx") if not path.name.startswith("."))


def _safe(stem: str) -> str:
    """Return a file's name without what no path should have."""
    return re.sub(r"[^\w-]+", "-", stem).strip("-_")[:80] or "imported"


def _key(project: Project, tag: LocaleTag) -> str:
    """Return a hash of all that a locale's memory is made of."""
    parts: list[bytes | str] = [program_digest(), _cutter(), repr(project.settings.policy)]
    for name in article_names(project):
        paths = [project.catalogue_path(tag, name), *_feeds(project, tag, name)]
        parts += [part for path in paths if path.exists() for part in (path.name, read_bytes(path))]
    for path in _files(project, tag):
        parts += [path.name, read_bytes(path)]
    return digest(parts)


def _feeds(project: Project, tag: LocaleTag, name: ArticleName) -> list[Path]:
    return sorted(project.ledger_path(tag, name).glob("*.jsonl"))


def _cutter() -> str:
    try:
        return version("sentencex")
    except PackageNotFoundError:
        return ""
