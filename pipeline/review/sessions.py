"""Who is there: one-time links, passwords, sessions, and how often somebody may try."""

import hashlib
import hmac
import secrets
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.errors import InputError
from pipeline.model import Digest, Entry, Finding

LIFETIME = 12 * 60 * 60.0
"""Seconds after which a session ends."""

_TRIES, _WINDOW = 5, 60.0
"""Failed logins of one name, and of all names the tenfold, within so many seconds."""

_BURST, _PER_SECOND = 60.0, 10.0
"""Changes that one session may make at once, and lastingly."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Undo:
    """The last thing that a session did, for one step back."""

    locale: str
    article: str
    before: Entry
    seen: Digest
    what: str
    """For people: `approval`."""


@dataclass(kw_only=True, slots=True)
class Session:
    """One browser that was let in. The one mutable thing here; it lives in memory only."""

    actor: str
    """Empty until the visitor has said who they are."""
    until: float
    undo: Undo | None = None
    told: str = ""
    """A sentence for the next page."""
    tokens: float = _BURST
    refilled: float = 0.0


@dataclass(kw_only=True)
class Sessions:
    """All sessions of one server. `clock` gives seconds that never go back."""

    clock: Callable[[], float]
    _key: Digest | None = None
    _open: dict[Digest, Session] = field(default_factory=dict)
    _failed: dict[str, list[float]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def link_key(self) -> str:
        """Make the key of a one-time link; the one before no longer opens anything."""
        key = secrets.token_urlsafe(32)
        self._key = _hash(key)
        return key

    def redeem(self, key: str, actor: str) -> str | None:
        """Turn the one-time key into a session's token; None if it is wrong or was used."""
        with self._lock:
            if self._key is None or not hmac.compare_digest(self._key, _hash(key)):
                return None
            self._key = None
        return self.start(actor)

    def start(self, actor: str) -> str:
        """Open a session and return its token, which only the browser keeps."""
        token = secrets.token_urlsafe(32)
        now = self.clock()
        with self._lock:
            self._open = {name: one for name, one in self._open.items() if one.until > now}
            self._open[_hash(token)] = Session(actor=actor, until=now + LIFETIME, refilled=now)
        return token

    def find(self, token: str) -> Session | None:
        """Return the session of a token, if it is still open."""
        found = self._open.get(_hash(token))
        return found if found is not None and found.until > self.clock() else None

    def end(self, token: str) -> None:
        """Close a session."""
        with self._lock:
            self._open.pop(_hash(token), None)

    def spend(self, session: Session) -> bool:
        """Whether the session may make one more change now (a token bucket)."""
        with self._lock:
            now = self.clock()
            session.tokens = min(_BURST, session.tokens + (now - session.refilled) * _PER_SECOND)
            session.refilled = now
            if session.tokens < 1:
                return False
            session.tokens -= 1
            return True

    def may_try(self, name: str) -> bool:
        """Whether somebody may try another password for `name`; every try is counted until `forgive`."""
        with self._lock:
            now = self.clock()
            for key, most in ((name, _TRIES), ("", 10 * _TRIES)):
                recent = [at for at in self._failed.get(key, ()) if at > now - _WINDOW]
                if len(recent) >= most:
                    return False
                self._failed[key] = recent
            if len(self._failed) > 10_000:
                self._failed = {"": self._failed[""]}
            for key in (name, ""):
                self._failed.setdefault(key, []).append(now)
            return True

    def forgive(self, name: str) -> None:
        """Forget the tries of a name, because the right password came."""
        with self._lock:
            tries = len(self._failed.pop(name, ()))
            self._failed[""] = self._failed.get("", [])[: -tries or None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Passwords:
    """The team's passwords, as argon2id hashes (RFC 9106), by reviewer."""

    hashes: Mapping[str, str]

    def right(self, name: str, password: str) -> bool:
        """Whether this is the reviewer's password; takes as long for a name that there is not."""
        from argon2 import PasswordHasher
        from argon2.exceptions import InvalidHashError, VerificationError

        with _TURNS:
            try:
                return (
                    PasswordHasher().verify(self.hashes.get(name, _nobody()), password)
                    and name in self.hashes
                )
            except (VerificationError, InvalidHashError):
                return False


_TURNS = threading.Semaphore(2)
"""How many passwords are checked at once: each takes 64 MB for a moment."""


def hash_password(password: str) -> str:
    """Return the argon2id hash of a password, with a salt of its own."""
    from argon2 import PasswordHasher

    return PasswordHasher().hash(password)


def read_passwords(path: Path) -> Passwords:
    """Read a file of `name:hash` lines; a `#` begins a comment. Raises `InputError`."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise InputError(
            Finding(
                id="review.passwords",
                reason="there are no passwords for a team",
                hint="set one for each reviewer: pipeline review --set-password NAME",
                file=path.name,
            )
        ) from None
    pairs = (line.partition(":") for line in lines if line.strip() and not line.startswith("#"))
    return Passwords(hashes={name.strip(): value.strip() for name, _, value in pairs})


def _hash(token: str) -> Digest:
    return Digest(hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest())


_dummy: list[str] = []


def _nobody() -> str:
    """A hash that no password matches."""
    if not _dummy:
        _dummy.append(hash_password(secrets.token_urlsafe(32)))
    return _dummy[0]
