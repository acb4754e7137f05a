"""Whether anything changed since the last publication, told from the file system alone.

A publication remembers the size, times and inode of every file that went into it or came out of it.
While none of them changed, the next one has nothing to do and reads no file. It is only remembered
if the inputs' contents were the same before and after the build, and if every file is older than
the clock's grain, so that an edit in the very moment cannot go unnoticed (git calls this "racy").
"""

import hashlib
import json
import os
import sysconfig
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import __version__

if TYPE_CHECKING:
    from pipeline.workflow.summary import Built

_GRAIN = 20_000_000
"""Nanoseconds: more than any file system's clock takes for a tick."""

_INPUTS = ("pipeline.toml", "source", "locales")
_GIT = (".git/HEAD", ".git/logs/HEAD")
"""A commit can change who wrote a line, and so whose approval counts."""


def recall(root: Path) -> dict[str, Any] | None:
    """Return the summary of the last publication if nothing changed since, as JSON data."""
    with suppress(OSError, ValueError, KeyError):
        kept = json.loads(_path(root).read_text("utf-8"))
        if kept["files"] == _look(root)[0]:
            built: dict[str, Any] = kept["built"]
            return built
    return None


def remember(root: Path, before: str, built: "Built") -> None:
    """Remember a publication whose inputs, before its build, had the contents `before`."""
    from pipeline import store

    _, newest = _look(root)
    time.sleep(max(0, newest + _GRAIN - time.time_ns()) / 1e9)
    files, _ = _look(root)
    if contents(root) != before:
        return
    kept = {"files": files, "built": {**asdict(built), "changed": False, "rendered": 0, "withdrawn": []}}
    store.write_atomic(_path(root), json.dumps(kept, ensure_ascii=False, default=str).encode())


def forget(root: Path) -> None:
    """Make the next publication look at everything."""
    with suppress(OSError):
        # Where nothing can be written, the publication itself says so.
        _path(root).unlink(missing_ok=True)


def contents(root: Path) -> str:
    """Return a hash of all bytes that a publication is made of."""
    total = hashlib.sha256()
    for path in _files(root, _INPUTS):
        # An editor's lock may be a link to nothing.
        data = path.read_bytes() if path.is_file() else b""
        total.update(f"{path}\n{len(data)}\n".encode())
        total.update(data)
    return total.hexdigest()


def _path(root: Path) -> Path:
    return root / ".pipeline" / "published.json"


def _look(root: Path) -> tuple[str, int]:
    """Return a hash of every file's stat, and the newest time among them in nanoseconds."""
    program = Path(__file__).resolve().parent.parent
    # What expires does so overnight; an upgrade of a library shows in the name of its metadata.
    libraries = sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*-info"))
    lines = [__version__, datetime.now(UTC).date().isoformat(), *libraries]
    newest = 0
    for path in (*_files(root, (*_INPUTS, *_GIT, "output/site", "output/preview")), *_files(program, (".",))):
        line, changed = _stat(path)
        lines.append(line)
        newest = max(newest, changed)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest(), newest


def _stat(path: Path) -> tuple[str, int]:
    try:
        found = path.stat()
    except OSError:
        return f"{path} -", 0
    line = f"{path} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"
    return line, max(found.st_mtime_ns, found.st_ctime_ns)


def _files(root: Path, names: tuple[str, ...]) -> Iterator[Path]:
    """Yield every file at or below `names`, in a fixed order."""
    for name in names:
        path = root / name
        if path.is_file():
            yield path
            continue
        for folder, folders, files in os.walk(path):
            folders[:] = sorted(each for each in folders if each != "__pycache__")
            for file in sorted(files):
                yield Path(folder, file)
