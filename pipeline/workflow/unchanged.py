"""Whether anything changed since the last publication, told from the file system alone.

A publication remembers the size, times and inode of every file that went into it or came out of it.
While none of them changed, the next one has nothing to do and reads no file. It is only remembered
if the inputs' contents were the same before and after the build, and if every file is older than
the clock's grain, so that an edit in the very moment cannot go unnoticed (git calls this "racy").
"""

import datetime
import hashlib
import json
import sysconfig
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import __version__
from pipeline.workflow import stamps

if TYPE_CHECKING:
    from pipeline.workflow.summary import Built


def recall(root: Path) -> dict[str, Any] | None:
    """Return the summary of the last publication if nothing changed since, as JSON data."""
    with suppress(OSError, ValueError, KeyError):
        kept = json.loads(_path(root).read_text("utf-8"))
        if kept["files"] == _look(root)[0]:
            built: dict[str, Any] = kept["built"]
            return built
    return None


def remember(root: Path, before: str, built: "Built") -> None:
    """Remember a publication before whose build its inputs looked like `before`."""
    from pipeline import store

    files, newest = _look(root)
    if (wait := newest + stamps.GRAIN - time.time_ns()) > 0:
        time.sleep(wait / 1e9)
        files, _ = _look(root)
    if inputs(root) != before:
        return
    kept = {"files": files, "built": {**asdict(built), "changed": False, "rendered": 0, "withdrawn": []}}
    store.write_cache(_path(root), json.dumps(kept, ensure_ascii=False, default=str).encode())


def forget(root: Path) -> None:
    """Make the next publication look at everything."""
    with suppress(OSError):
        # Where nothing can be written, the publication itself says so.
        _path(root).unlink(missing_ok=True)


def inputs(root: Path) -> str:
    """Return a hash of how all files look that a publication is made of, once they are old enough to tell."""
    seen = _joined(root, stamps.INPUTS)
    if (wait := seen.newest + stamps.GRAIN - time.time_ns()) > 0:
        time.sleep(min(wait / 1e9, 1))
        seen = _joined(root, stamps.INPUTS)
    return seen.text


def _path(root: Path) -> Path:
    return root / ".pipeline" / "published.json"


def _look(root: Path) -> tuple[str, int]:
    """Return a hash of every file's stat, and the newest time among them in nanoseconds."""
    program = Path(__file__).resolve().parent.parent
    # What expires does so overnight; an upgrade of a library shows in the name of its metadata.
    libraries = sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*-info"))
    lines = [__version__, datetime.date.today().isoformat(), *libraries]
    seen = stamps.join(
        [
            _joined(root, (*stamps.INPUTS, *stamps.GIT, "output/site", "output/preview")),
            _joined(program.parent, (program.name,)),
        ]
    )
    return hashlib.sha256("\n".join((*lines, seen.text)).encode()).hexdigest(), seen.newest


def _joined(root: Path, names: Iterable[str]) -> stamps.Stamp:
    found = stamps.scan(root, names)
    return stamps.join(stamps.Stamp(f"{path} {stamp.text}", stamp.newest) for path, stamp in found.items())
