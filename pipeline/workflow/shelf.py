"""Shelves: what the memory of a locale is made of, part by part, in one file of `.pipeline/`.

A part is an article's catalogue or an imported file, kept for as long as its content stays the same, with
how its files looked then, so that those that nobody touched are not read again. It only saves time: a
shelf that is damaged is made anew, and where none can be written the parts are held in memory.
"""

import sqlite3
import threading
import weakref
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pipeline.memory import Memory, Segment
from pipeline.memory.parts import MOST_WORDS, PAGE, Part, character, segment_of
from pipeline.model import LocaleTag

_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS words (number INTEGER PRIMARY KEY, word TEXT UNIQUE)",
    "CREATE TABLE IF NOT EXISTS parts (name TEXT PRIMARY KEY, look TEXT, key TEXT, whole INTEGER,"
    " marks BLOB, encoded TEXT)",
    "CREATE TABLE IF NOT EXISTS pages (part TEXT, key TEXT, page INTEGER, lines TEXT,"
    " PRIMARY KEY (part, page))",
)
_HERE = ":memory:"


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """What is known of a part that stands on a shelf."""

    look: str
    """How its files looked; empty where they may have changed since without looking otherwise."""
    key: str
    """A digest of all that it was made from."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fresh:
    """A part to be put on a shelf."""

    name: str
    standing: Standing
    part: Part | None
    """None where it stands there already under this key, and only looks otherwise."""
    pages: tuple[str, ...] = ()
    """Its segments, as `memory.parts.pages` writes them."""


class Shelf:
    """The parts of one locale's memory. Raises `sqlite3.Error` for a file that is no good."""

    def __init__(self, path: Path | None) -> None:
        """Open or make the file at `path`; None holds everything in memory."""
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = threading.Lock()
        # Whoever searches a memory may do so in several threads, one at a time.
        self._database = sqlite3.connect(
            path or _HERE, timeout=10, isolation_level=None, check_same_thread=False
        )
        weakref.finalize(self, self._database.close)
        self._database.execute("PRAGMA synchronous = OFF")
        for table in _SCHEMA:
            self._database.execute(table)

    def standing(self) -> dict[str, Standing]:
        """Return what stands on it, by name."""
        rows = self._database.execute("SELECT name, look, key FROM parts")
        return {name: Standing(look=look, key=key) for name, look, key in rows}

    def put(self, parts: Sequence[Fresh], gone: Iterable[str] = ()) -> None:
        """Put parts in the places of those of their names, and take down those that are gone."""
        run = self._database.execute
        run("BEGIN IMMEDIATE")
        try:
            codes = self._codes()
            if len(codes) + sum(len(each.part.words) for each in parts if each.part) > MOST_WORDS:
                raise sqlite3.DatabaseError("more words than there are characters for")
            for name in gone:
                self._take_down(name)
            for each in parts:
                if each.part is None:
                    look, key = each.standing.look, each.standing.key
                    run("UPDATE parts SET look = ? WHERE name = ? AND key = ?", (look, each.name, key))
                else:
                    self._take_down(each.name)
                    self._add(each, each.part, codes)
            run("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                run("ROLLBACK")
            raise

    def _take_down(self, name: str) -> None:
        for statement in ("DELETE FROM parts WHERE name = ?", "DELETE FROM pages WHERE part = ?"):
            self._database.execute(statement, (name,))

    def _add(self, fresh: Fresh, part: Part, codes: dict[str, str]) -> None:
        """Write a part with this shelf's characters in the place of its own."""
        new = [word for word in part.words if word not in codes]
        first = len(codes)
        self._database.executemany("INSERT INTO words VALUES (?, ?)", enumerate(new, first))
        codes |= {word: character(number) for number, word in enumerate(new, first)}
        theirs = {ord(character(number)): codes[word] for number, word in enumerate(part.words)}
        encoded = part.encoded.translate(theirs)
        name, look, key = fresh.name, fresh.standing.look, fresh.standing.key
        row = (name, look, key, part.whole, part.marks, encoded)
        self._database.execute("INSERT INTO parts VALUES (?, ?, ?, ?, ?, ?)", row)
        rows = ((name, key, number, lines) for number, lines in enumerate(fresh.pages))
        self._database.executemany("INSERT INTO pages VALUES (?, ?, ?, ?)", rows)

    def _codes(self) -> dict[str, str]:
        rows = self._database.execute("SELECT word, number FROM words ORDER BY number")
        return {word: character(number) for word, number in rows}

    def memory(self, names: Sequence[str], locale: LocaleTag) -> Memory:
        """Return the memory of those of these parts that stand here. Raises `ValueError` if one is broken."""
        run = self._database.execute
        run("BEGIN")
        codes = self._codes()
        parts = {
            name: (key, Part(whole=whole, words=(), encoded=encoded, marks=marks))
            for name, key, whole, marks, encoded in run("SELECT name, key, whole, marks, encoded FROM parts")
        }
        run("COMMIT")
        held = [(name, *parts[name]) for name in names if name in parts]

        def fetch(part: int, place: int) -> Segment | None:
            name, key, _ = held[part]
            return self._segment(name, key, place)

        return Memory.of(locale, codes, [part for _, _, part in held], fetch)

    def _segment(self, name: str, key: str, place: int) -> Segment | None:
        """Read a segment; None where its part is another by now, or its page is broken."""
        query = "SELECT lines FROM pages WHERE part = ? AND page = ? AND key = ?"
        with self._lock, suppress(sqlite3.Error, ValueError, TypeError, IndexError):
            row = self._database.execute(query, (name, place // PAGE, key)).fetchone()
            return segment_of(row[0], place % PAGE)
        return None
