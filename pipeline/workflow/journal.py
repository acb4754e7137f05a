"""Exchanging a catalogue with a new one so that what another program saved in between outlives a crash.

Editors know nothing of our lock. The new file is put in the place of the old one in one step, and
whatever stood there at that moment, ours or theirs, then stands in a journal beside it. Its name
says what was expected there and what was written, so that after a crash it is known whose it is.
"""

import hashlib
import time
from collections.abc import Callable
from pathlib import Path

from pipeline import store
from pipeline.errors import InputError

_PATIENCE, _LONGEST = 0.05, 20
"""Seconds between two looks at a file that somebody may still be writing, and looks at most."""


def rewrite(path: Path, data: bytes, make: Callable[[bytes], bytes]) -> bool:
    """Put what `make` makes of the catalogue at `path` in its place, under the lock; say if it is another.

    `data` is what was read there. An editor without our lock may save the file at any moment. So the new
    file is exchanged with the old one, and if that is not what was read, `make` is asked once more, of what
    was really there. Where it raises `InputError`, somebody was just writing the file; it is theirs to
    finish, and nothing was changed.
    """
    expected, new = data, make(data)
    taken = []
    while new != expected:
        journal = exchange(path, expected, new)
        theirs = settled(journal)
        if theirs in (None, expected):
            journal.unlink(missing_ok=True)
            break
        try:
            again = make(theirs or b"")
        except InputError:
            store.exchange(journal, path)
            journal.unlink()
            raise
        taken.append(journal)
        expected, new = new, again
    # What others saved is in the catalogue now; until here it outlived a crash.
    for journal in taken:
        journal.unlink(missing_ok=True)
    return bool(taken) or expected != new


def exchange(path: Path, expected: bytes, new: bytes) -> Path:
    """Put `new` in the place of the file at `path`; return the journal that holds what stood there.

    `expected` is what should have. There is no journal where no file stood there at all. The
    caller deletes it once what it holds is where it belongs.
    """
    journal = path.with_name(f".{path.name}.{_name(expected)}-{_name(new)}.review")
    store.write_atomic(journal, new)
    if path.exists():
        journal.chmod(path.stat().st_mode)
    store.exchange(journal, path)
    return journal


def settled(journal: Path) -> bytes | None:
    """Read what stood in the catalogue's place, once nobody writes it any more; None if nothing did.

    Some editors write into the file itself, which they still have open.
    """
    try:
        data = journal.read_bytes()
        if _name(data) in journal.name.split(".")[-2].split("-"):
            return data
        for _ in range(_LONGEST):
            time.sleep(_PATIENCE)
            before, data = data, journal.read_bytes()
            if data and data == before:
                break
    except FileNotFoundError:
        return None
    return data


def recover(path: Path) -> None:
    """Put back what another program had saved at `path` when a crash came between; under the lock.

    What this program had written in its place is in the ledger, and was acknowledged to nobody.
    """
    for journal in sorted(path.parent.glob(f".{path.name}.*-*.review")):
        expected, _, new = journal.name.split(".")[-2].partition("-")
        if _name(journal.read_bytes()) in (expected, new):
            # Nothing of anybody else: the exchange was still to come, or replaced what was known.
            journal.unlink()
        elif path.exists() and _name(path.read_bytes()) == new:
            journal.replace(path)


def _name(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]
