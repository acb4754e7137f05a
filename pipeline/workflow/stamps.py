"""What the file system says of every file of a content folder: enough to tell that none was touched."""

import os
import time
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from operator import attrgetter, eq
from stat import S_ISDIR
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

GRAIN = 20_000_000
"""Nanoseconds: more than any file system's clock takes for a tick."""

INPUTS = ("pipeline.toml", "source", "locales")
"""What pages are made of."""

GIT = (".git/HEAD", ".git/logs/HEAD", ".mailmap")
"""A commit can change who wrote a line, and so whose approval counts."""

Look = tuple[int, int, int, int]
"""Of a file or a folder: its size, when its content and its inode changed, in nanoseconds, and its inode."""

SIZE = 32
"""Bytes of a look in a block."""

_PIECE = 1_000
"""Looks that are compared at once."""

look_of: Callable[[os.stat_result], Look] = attrgetter("st_size", "st_mtime_ns", "st_ctime_ns", "st_ino")


class Seen(NamedTuple):
    """What is seen at and below some names without reading a file, by path from the root."""

    files: dict[str, Look]
    folders: dict[str, Look]
    """Each as it looked before its entries were read: one more or less changes its time."""
    lost: list[str]
    """Names with nothing behind them: missing files, and links to nothing, as an editor's lock may be."""
    at: int
    """When the look began, in nanoseconds."""


def scan(root: "Path | str", names: Iterable[str] = (*INPUTS, *GIT)) -> Seen:
    """Look at everything at or below `names`, without the caches that Python keeps of its modules."""
    found = Seen({}, {}, [], time.time_ns())
    todo = list(names)
    top = f"{root}/"
    for name in todo:
        try:
            seen = os.stat(top + name)  # noqa: PTH116 -- Thousands of times a run, here and below.
            if not S_ISDIR(seen.st_mode):
                found.files[name] = look_of(seen)
                continue
            entries = list(os.scandir(top + name))
        except OSError:
            found.lost.append(name)
            continue
        found.folders[name] = look_of(seen)
        for entry in entries:
            path = f"{name}/{entry.name}"
            try:
                if not entry.is_dir():
                    found.files[path] = look_of(entry.stat())
                elif entry.name != "__pycache__":
                    todo.append(path)
            except OSError:
                found.lost.append(path)
    return found


def again(root: "Path | str", seen: Seen, files: Collection[str] | None = None) -> Seen:
    """Look again at what `scan` saw of its usual names; the very same value comes back where nothing changed.

    That takes less than a scan: while no folder changed, none has other entries. One that had changed just
    then may have changed once more within the same tick of the clock. Of the files it may be enough to look
    at some.
    """
    before = seen.files if files is None else {name: seen.files[name] for name in files}
    with suppress(OSError):
        if newest(seen.folders.values()) > seen.at - GRAIN:
            return scan(root)
        looks = map(look_of, map(os.stat, [f"{root}/{name}" for name in chain(seen.folders, before)]))
        same = all(map(eq, chain(seen.folders.values(), before.values()), looks))
        if same and not any(map(os.path.exists, [f"{root}/{name}" for name in seen.lost])):
            return seen
    return scan(root)


def block(paths: Iterable[bytes]) -> bytes:
    """Return how files and folders look as one block, to be compared as a whole; no step of it is Python's.

    Raises `OSError` where one is missing.
    """
    return packed(map(look_of, map(os.stat, paths)))


def same(paths: Sequence[bytes], looks: bytes) -> bool:
    """Whether files and folders look as `looks` has it. Raises `OSError` where one is missing.

    Those that come first are compared first, and the others only if they are the same.
    """
    return len(looks) == len(paths) * SIZE and all(
        block(paths[at : at + _PIECE]) == looks[at * SIZE : (at + _PIECE) * SIZE]
        for at in range(0, len(paths), _PIECE)
    )


def packed(looks: Iterable[Look]) -> bytes:
    """Return looks as one block. Raises `OverflowError` for an inode that no 64 bits hold."""
    return array("q", chain.from_iterable(looks)).tobytes()


def newest(looks: Iterable[Look]) -> int:
    """Return the latest time that anything changed, in nanoseconds."""
    return max((max(look[1:3]) for look in looks), default=0)


def joined(files: Mapping[str, Look], names: Sequence[str]) -> str:
    """Return a digest of the names and looks of some of `files`, whatever their order."""
    import hashlib

    ordered = sorted(names)
    return hashlib.sha256(repr((ordered, [files[name] for name in ordered])).encode()).hexdigest()


def standing(folder: "Path", names: Iterable[str] | None = None) -> dict[str, str]:
    """Return size, time of change and inode of every file below `folder`, by its address in it.

    With `names`, only of those of them that are there. The time when an inode changed is left out: a link
    more or less is no change of a file.
    """
    top = f"{folder}/"
    if names is not None:
        with suppress(OSError):
            names = list(names)
            seen = map(os.lstat, [top + name for name in names])
            return {name: _standing(each) for name, each in zip(names, seen, strict=True)}
    found = {name: _standing(entry.stat(follow_symlinks=False)) for name, entry in _files(top)}
    return found if names is None else {name: found[name] for name in names if name in found}


def _standing(seen: os.stat_result) -> str:
    return f"{seen.st_size} {seen.st_mtime_ns} {seen.st_ino}"


def _files(top: str) -> "Iterator[tuple[str, os.DirEntry[str]]]":
    folders = [""]
    for name in folders:
        try:
            entries = list(os.scandir(top + name))
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                folders.append(f"{name}{entry.name}/")
            else:
                yield f"{name}{entry.name}", entry
