"""How an output looked when it was built: enough to tell its untouched files without reading one.

It is kept in `.pipeline/`, where it only saves time. A file is as it was built if its size, its time and its
inode are the same, and it was old enough when these were kept for another change to show; any other is read.
Folders are remembered as well: in one that looks the same nobody put or took away a file.
"""

import hashlib
import json
import os
import shutil
import time
from array import array
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter
from pathlib import Path

from pipeline import store
from pipeline.errors import MachineError
from pipeline.workflow import stamps

Look = tuple[int, int, int]
"""Of a file or a folder: its size, when its content changed, in nanoseconds, and its inode."""

_look: Callable[[os.stat_result], Look] = attrgetter("st_size", "st_mtime_ns", "st_ino")

NONE: Look = (0, 0, 0)
"""Stands for the look of what may have changed again without a trace: it is like no other."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Looks:
    """The looks of a tree, by address."""

    files: Mapping[str, Look] = field(default_factory=dict)
    folders: Mapping[str, Look] = field(default_factory=dict)
    """The root has the empty name."""


def now(top: Path, names: Collection[str]) -> dict[str, Look]:
    """Return how those of `names` look that are there below `top`."""
    with suppress(OSError):
        return dict(zip(names, map(_look, map(os.lstat, [f"{top}/{name}" for name in names])), strict=True))
    found = {}
    for name in names:
        with suppress(OSError):
            found[name] = _look(os.lstat(f"{top}/{name}"))
    return found


def place(cache: Path, live: Path) -> Path:
    """Return where it is kept how the output `live` looked; `cache` is the folder's `.pipeline`."""
    return cache / "outputs" / f"{live.name}.looks"


def read(path: Path, record: str = "") -> Looks | None:
    """Read what is kept at `path`, if it is of the output with that `record`, or of any."""
    found = _read(path, record)
    if found is None:
        return None
    names, numbers, files = found
    each = iter(numbers)
    pairs = list(zip(names, zip(each, each, each, strict=True), strict=True))
    return Looks(files=dict(pairs[:files]), folders=dict(pairs[files:]))


def names(path: Path, record: str) -> list[str] | None:
    """Return the addresses of the files kept at `path`, if they are of the output with that `record`."""
    found = _read(path, record)
    return found and found[0][: found[2]]


def _read(path: Path, record: str) -> "tuple[list[str], array[int], int] | None":
    """Return the names of files and folders, their looks, and how many of them are files."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        first, _, body = path.read_bytes().partition(b"\n")
        head = json.loads(first)
        if head["sha256"] == hashlib.sha256(body).hexdigest() and record in ("", head["record"]):
            numbers, (files, folders) = array("q"), head["count"]
            size = 3 * numbers.itemsize * (files + folders)
            numbers.frombytes(body[:size])
            return body[size:].decode("utf-8", "surrogateescape").split("\0"), numbers, files
    return None


def write(
    path: Path, record: str, top: Path, known: Looks, fresh: Iterable[str], made: Iterable[str]
) -> None:
    """Keep how the output at `top` looks: as `known`, but for the files in `fresh` and folders in `made`."""
    files, folders = frozenset(fresh), frozenset(made)
    new = now(top, files), now(top, folders)
    # What was written last must be old enough for another change to show.
    newest = max((look[1] for looks in new for look in looks.values()), default=0)
    time.sleep(min(max(newest + stamps.GRAIN - time.time_ns(), 0), stamps.GRAIN) / 1e9)
    young = time.time_ns() - stamps.GRAIN
    names: list[str] = []
    numbers, counts = array("q"), []
    for before, changed, looks in ((known.files, files, new[0]), (known.folders, folders, new[1])):
        kept = {name: look for name, look in before.items() if name not in changed}
        kept |= {name: NONE if look[1] > young else look for name, look in looks.items()}
        names += kept
        numbers.extend(chain.from_iterable(kept.values()))
        counts.append(len(kept))
    body = numbers.tobytes() + "\0".join(names).encode("utf-8", "surrogateescape")
    head = {"record": record, "count": counts, "sha256": hashlib.sha256(body).hexdigest()}
    with suppress(MachineError):
        store.write_cache(path, json.dumps(head).encode() + b"\n" + body)


def tidied(top: Path, kept: Looks | None) -> Looks:
    """Return how a tree looks now that is to become an output, and remove from it what nobody knows.

    What is `kept` of it tells which folders need not be read; where there is nothing, all of it is known.
    """
    if kept is None:
        return _scanned(top)
    folders = now(top, kept.folders.keys())
    changed = {name for name, look in kept.folders.items() if folders.get(name) != look}
    # In a folder that looks the same, each name still stands for the same file.
    doubtful = {name for name in kept.files if name.rpartition("/")[0] in changed} if changed else set()
    files = {name: look for name, look in kept.files.items() if name not in doubtful} | now(top, doubtful)
    for name in changed & folders.keys():
        _tidy(top, name, files, folders)
    return Looks(files=files, folders=folders)


def _tidy(top: Path, name: str, files: Mapping[str, Look], folders: Mapping[str, Look]) -> None:
    for entry in list(os.scandir(f"{top}/{name}")):
        address = f"{name}/{entry.name}" if name else entry.name
        if address not in files and address not in folders:
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path)
            else:
                os.unlink(entry.path)  # noqa: PTH108


def _scanned(top: Path) -> Looks:
    files: dict[str, Look] = {}
    folders: dict[str, Look] = {"": NONE}
    todo = [""]
    for name in todo:
        for entry in list(os.scandir(f"{top}/{name}")):
            address = f"{name}/{entry.name}" if name else entry.name
            look = _look(entry.stat(follow_symlinks=False))
            if entry.is_dir(follow_symlinks=False):
                folders[address] = look
                todo.append(address)
            else:
                files[address] = look
    return Looks(files=files, folders=folders)
