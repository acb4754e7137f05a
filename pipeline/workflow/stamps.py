"""What the file system says of every file of a content folder: enough to tell that none was touched."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

GRAIN = 20_000_000
"""Nanoseconds: more than any file system's clock takes for a tick."""

INPUTS = ("pipeline.toml", "source", "locales")
"""What pages are made of."""

GIT = (".git/HEAD", ".git/logs/HEAD", ".mailmap")
"""A commit can change who wrote a line, and so whose approval counts."""


class Stamp(NamedTuple):
    """What is seen of a file, or of several, without reading them."""

    text: str
    newest: int
    """The newest time among them, in nanoseconds."""


def scan(root: Path, names: Iterable[str] = (*INPUTS, *GIT)) -> dict[str, Stamp]:
    """Return the stamp of every file at or below `names`, by its path from `root`, in no fixed order."""
    found: dict[str, Stamp] = {}
    for name in names:
        found.update(_walk(os.path.join(root, name), name))  # noqa: PTH118 -- Thousands of times a run.
    return found


def _walk(place: str, name: str) -> Iterator[tuple[str, Stamp]]:
    try:
        entries = list(os.scandir(place))
    except NotADirectoryError:
        yield name, _stamp(os.stat(place))  # noqa: PTH116
        return
    except OSError:
        return
    for entry in entries:
        path = f"{name}/{entry.name}"
        try:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _walk(entry.path, path)
            else:
                yield path, _stamp(entry.stat())
        except OSError:
            # An editor's lock may be a link to nothing.
            yield path, Stamp("-", 0)


def _stamp(seen: os.stat_result) -> Stamp:
    text = f"{seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns} {seen.st_ino}"
    return Stamp(text, max(seen.st_mtime_ns, seen.st_ctime_ns))


def standing(folder: Path) -> dict[str, str]:
    """Return size, time of change and inode of every file below `folder`, by its address in it.

    The time when an inode changed is left out: a link more or less is no change of a file.
    """
    found: dict[str, str] = {}
    folders = [(str(folder), "")]
    for place, name in folders:
        try:
            entries = list(os.scandir(place))
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                folders.append((entry.path, f"{name}{entry.name}/"))
                continue
            seen = entry.stat(follow_symlinks=False)
            found[f"{name}{entry.name}"] = f"{seen.st_size} {seen.st_mtime_ns} {seen.st_ino}"
    return found


def join(found: Iterable[Stamp]) -> Stamp:
    """Return one stamp for several, whatever their order."""
    found = list(found)
    total = hashlib.sha256("\n".join(sorted(each.text for each in found)).encode())
    return Stamp(total.hexdigest(), max((each.newest for each in found), default=0))
