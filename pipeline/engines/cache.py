"""Answers of engines on disk, so that nobody pays twice. Disposable: delete it at any time."""

import contextlib
import hashlib
import json
import sqlite3
import threading
from dataclasses import asdict
from pathlib import Path
from typing import Any, Protocol

from pipeline.engines import Answer


class Cache(Protocol):
    """Where answers are kept."""

    def get(self, key: str) -> Answer | None:
        """Return the answer under a key."""

    def put(self, key: str, answer: Answer) -> None:
        """Keep an answer."""

    def drop(self, key: str) -> None:
        """Keep the answer under a key no longer."""

    def fail(self, key: str) -> None:
        """Note that the answer under a key could not be used."""

    def failures(self, key: str) -> int:
        """Return how often that was noted since the last answer that is kept."""

    def close(self) -> None:
        """Let go of files."""


class NoCache:
    """Keeps nothing."""

    def get(self, key: str) -> Answer | None:
        """Return None."""
        del key
        return None

    def put(self, key: str, answer: Answer) -> None:
        """Do nothing."""
        del key, answer

    def drop(self, key: str) -> None:
        """Do nothing."""
        del key

    def fail(self, key: str) -> None:
        """Do nothing."""
        del key

    def failures(self, key: str) -> int:
        """Return 0."""
        del key
        return 0

    def close(self) -> None:
        """Do nothing."""


class DiskCache:
    """Keeps answers in an SQLite file; each is on disk before the next is asked for."""

    def __init__(self, path: Path) -> None:
        """Open or make the file; one that cannot be read is made anew."""
        self._path = path
        self._lock = threading.Lock()
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._connection = self._opened()
        except sqlite3.DatabaseError:
            path.unlink()
            self._connection = self._opened()

    def get(self, key: str) -> Answer | None:
        """Return the answer under a key; None where there is none or it cannot be read."""
        with self._lock, contextlib.suppress(sqlite3.DatabaseError, ValueError, TypeError):
            row = self._connection.execute("SELECT answer FROM answers WHERE key = ?", (key,)).fetchone()
            return _answer(json.loads(row[0])) if row else None
        return None

    def put(self, key: str, answer: Answer) -> None:
        """Keep an answer; a full disk loses the cache's profit, never the run."""
        value = json.dumps(asdict(answer))
        with self._lock, contextlib.suppress(sqlite3.DatabaseError):
            self._connection.execute("INSERT OR REPLACE INTO answers VALUES (?, ?)", (key, value))
            self._connection.commit()

    def drop(self, key: str) -> None:
        """Keep the answer under a key no longer."""
        with self._lock, contextlib.suppress(sqlite3.DatabaseError):
            self._connection.execute("DELETE FROM answers WHERE key = ?", (key,))
            self._connection.commit()

    def fail(self, key: str) -> None:
        """Note that the answer under a key could not be used."""
        count = "INSERT INTO failures VALUES (?, 1) ON CONFLICT (key) DO UPDATE SET count = count + 1"
        with self._lock, contextlib.suppress(sqlite3.DatabaseError):
            self._connection.execute(count, (key,))
            self._connection.commit()

    def failures(self, key: str) -> int:
        """Return how often that was noted."""
        with self._lock, contextlib.suppress(sqlite3.DatabaseError):
            row = self._connection.execute("SELECT count FROM failures WHERE key = ?", (key,)).fetchone()
            return int(row[0]) if row else 0
        return 0

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def _opened(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, check_same_thread=False, timeout=10)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")  # Safe against kills; a cache may lose power.
            connection.execute("CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, answer TEXT)")
            connection.execute("CREATE TABLE IF NOT EXISTS failures (key TEXT PRIMARY KEY, count INTEGER)")
            connection.commit()
        except sqlite3.DatabaseError:
            connection.close()
            raise
        return connection


def _answer(values: dict[str, Any]) -> Answer:
    return Answer(**{**values, "notes": tuple(values.get("notes", ()))})


def key_of(*parts: str) -> str:
    """Return the key of an answer: a digest of all that it depends on."""
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode()).hexdigest()
