"""Whether anything changed since the last publication, told from the file system alone.

A publication remembers the size, times and inode of every file that went into it or came out of it, and
of the folders that it read. While none of them changed, the next one has nothing to do and reads no file.
It is only remembered if the inputs were the same before and after the build, and if everything is older
than the clock's grain, so that an edit in the very moment cannot go unnoticed (git calls this "racy").

All that a run with nothing to do must know is one file of `.pipeline/`, and it needs no other module of the
program: the looks are one block that is compared at once, and what is told is kept as it is printed.
"""

import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import chdir, suppress
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from pipeline import __version__
from pipeline.workflow import stamps

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.workflow.summary import Built

NOTHING = "Nothing to do: every page is as it should be."

_OUTPUTS = ("output/site", "output/preview")

_Looks = Mapping[str, stamps.Look]


class Before(NamedTuple):
    """What a publication rests on, as it was before its pages were built."""

    around: bytes
    """The program's version, Python's, and the day."""
    seen: stamps.Seen
    """How every file looked that goes into it."""


class Kept(NamedTuple):
    """What is kept of a publication, as bytes."""

    around: bytes
    """As `Before` has it."""
    paths: bytes
    """Of all that was looked at in the content folder."""
    program: bytes
    """The paths of the program and its libraries."""
    looks: bytes
    """How all of it looked."""
    lost: bytes
    """What was not there."""
    told: bytes
    """The table of every edition, for people."""
    waits: bytes
    """Whether any edition is not published; `1` or nothing."""
    findings: bytes
    """JSON, or nothing where there are none."""
    rows: bytes
    """JSON: what is told of every edition."""


def recall(root: "Path | str", same: Callable[[Sequence[bytes], bytes], bool] = stamps.same) -> Kept | None:
    """Return what is kept of the last publication if nothing changed since; `same` compares the looks."""
    with suppress(OSError, ValueError, OverflowError):
        with open(_path(root), "rb") as file:  # noqa: PTH123
            kept = _read(file.read())
        # From where they stand the system finds thousands of files sooner than by their whole paths.
        with chdir(root):
            if (
                kept.around == _around()
                and not any(map(os.path.exists, _names(kept.lost)))
                and same((*_names(kept.paths), *_names(kept.program)), kept.looks)
            ):
                return kept
    return None


def remember(root: "Path", before: Before, built: "Built", told: str) -> None:
    """Remember a publication before whose build all looked like `before`, and what it `told` people."""
    from pathlib import Path

    from pipeline import store
    from pipeline.workflow import summary

    try:
        looked = _settled(root, before.seen)
    except OSError:
        # Somebody took away what was just built; the next publication makes it again.
        return
    if looked is None:
        return
    inputs, outputs, program = looked
    if before.around != _around() or before.seen.files != inputs.files:
        return
    seen = {**inputs.files, **inputs.folders, **outputs}
    looks = (*seen.values(), *program.values())
    with suppress(OverflowError, UnicodeEncodeError):
        found = Kept(
            around=before.around,
            paths=_joined(seen),
            program=_joined(program),
            looks=stamps.packed(looks),
            lost=_joined(inputs.lost),
            told=told.encode(),
            waits=b"1" if any(row.status != "published" for row in built.rows) else b"",
            findings=summary.dump_findings(built.findings),
            rows=summary.dump_rows(built.rows),
        )
        store.write_cache(Path(_path(root)), _written(found))


def _settled(root: "Path", seen: stamps.Seen) -> "tuple[stamps.Seen, _Looks, _Looks] | None":
    """Look at what goes into a publication, at what came out, and at the program.

    What was written last must be old enough for another change to show: if it is not, wait and look again.
    None where something is being written all the same. Raises `OSError` where something is missing.
    """
    for wait in (stamps.GRAIN / 1e9, 0):
        young = time.time_ns() - stamps.GRAIN
        inputs, outputs, program = stamps.again(root, seen), _outputs(root), _program()
        looks = (inputs.files, inputs.folders, outputs, program)
        if all(stamps.newest(each.values()) <= young for each in looks):
            return inputs, outputs, program
        time.sleep(wait)
    return None


def forget(root: "Path") -> None:
    """Make the next publication look at everything."""
    with suppress(OSError):
        # Where nothing can be written, the publication itself says so.
        os.unlink(_path(root))  # noqa: PTH108


def before(root: "Path", seen: stamps.Seen | None = None) -> Before:
    """Look at all that a publication is made of, unless that was `seen` this moment."""
    return Before(_around(), seen or stamps.scan(root))


def told(kept: Kept, *, styled: bool = False) -> str:
    """Return all that the command tells people; `styled` as for a terminal (ECMA-48)."""
    bold, underlined, plain = ("\x1b[1m", "\x1b[4m", "\x1b[0m") if styled else ("", "", "")
    head, newline, rows = kept.told.decode().partition("\n")
    opened = "".join(f"\nOpen {underlined}{name}/index.html{plain}" for name in _OUTPUTS)
    return f"{bold}{head}{plain}{newline}{rows}\n\n{NOTHING}{opened}"


def _path(root: "Path | str") -> str:
    return f"{root}/.pipeline/published"


def _around() -> bytes:
    # What expires does so overnight.
    return "\n".join((__version__, sys.version, sys.prefix, time.strftime("%Y-%m-%d"))).encode()


def _outputs(root: "Path") -> "_Looks":
    """Return how the files look that were built; whatever else stands there is none of ours."""
    from pipeline.workflow import looks, record

    found: list[str] = []
    for output in _OUTPUTS:
        folder = root / output
        names = looks.names(looks.place(root / ".pipeline", folder), record.seal(folder))
        found += [f"{output}/{name}" for name in names or (*record.read(folder).files, record.NAME)]
    return {name: stamps.look_of(os.stat(f"{root}/{name}")) for name in found}  # noqa: PTH116


def _program() -> "_Looks":
    """Return how the program's files look, and the folder of its libraries, where an upgrade shows."""
    import sysconfig
    from pathlib import Path

    here = Path(__file__).resolve().parent.parent
    seen = stamps.scan(here.parent, (here.name,))
    found = {str(here.parent / name): look for name, look in (*seen.files.items(), *seen.folders.items())}
    libraries = sysconfig.get_path("purelib")
    return {**found, libraries: stamps.look_of(os.stat(libraries))}  # noqa: PTH116


def _joined(names: Iterable[str]) -> bytes:
    return b"\0".join(map(os.fsencode, names))


def _names(joined: bytes) -> list[bytes]:
    return joined.split(b"\0") if joined else []


def _written(kept: Kept) -> bytes:
    """Return the parts as one file: the length of each on the first line, then one after the other."""
    return b" ".join(b"%d" % len(part) for part in kept) + b"\n" + b"".join(kept)


def _read(data: bytes) -> Kept:
    """Read what `_written` made. Raises `ValueError` for anything else."""
    head, _, body = data.partition(b"\n")
    ends = [0, *accumulate(map(int, head.split()))]
    if len(ends) != len(Kept._fields) + 1 or ends[-1] != len(body):
        raise ValueError("cut short, or not ours")
    return Kept(*(body[start:end] for start, end in pairwise(ends)))
