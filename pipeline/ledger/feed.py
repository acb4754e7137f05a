"""A feed: one actor's events in one edition, as chained lines of canonical JSON.

Every line carries its own hash and the hash of the line before, the first one that of a
genesis bound to edition and actor. So an edited, removed, moved, doubled or foreign line is
found, and named. What a chain alone cannot show, lines missing at the end, others' `seen`
shows (`pipeline.ledger.history`).
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pipeline.ledger.events import VERSION, Action, Event, Json, canonical, digest
from pipeline.model import ArticleName, Digest, Finding, LocaleTag, Severity

_CONFLICT = (b"<<<<<<< ", b"||||||| ", b"=======", b">>>>>>> ")
"""How git's marks of a conflict begin; no line of a feed does."""

Signer = Callable[[bytes], str]
"""Signs the bytes of `payload` and gives an armoured SSH signature without its frame, one line."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """An event as it stands in a feed."""

    event: Event
    prev: Digest
    """The hash of the line before, or the genesis."""
    hash: Digest
    """Of everything else in the line."""
    signature: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Feed:
    """A feed as read: the lines that verify, up to the first that does not."""

    locale: LocaleTag
    article: ArticleName
    actor: str
    file: str
    """As the user knows it."""
    lines: tuple[Line, ...] = ()
    size: int = 0
    """Bytes of the lines that verify. What follows is torn or broken."""
    unfinished: bool = False
    """Whether the last line verifies but lacks its line end, as after a crash."""
    findings: tuple[Finding, ...] = ()

    @property
    def head(self) -> Digest:
        """The hash that the next line must carry."""
        return self.lines[-1].hash if self.lines else genesis(self.locale, self.article, self.actor)

    @property
    def broken(self) -> bool:
        """Whether a line does not verify: nothing may be appended, and the gate is closed."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def genesis(locale: LocaleTag, article: ArticleName, actor: str) -> Digest:
    """Return what the first line of this feed, and of no other, chains to."""
    return digest(canonical(["imprimatur ledger", VERSION, locale, article, actor]))


def payload(event: Event, prev: Digest) -> bytes:
    """Return what a signature is made over: the line without its hash and signature."""
    return canonical(_fields(event, prev))


def extend(feed: Feed, events: Sequence[Event], sign: Signer | None = None) -> tuple[bytes, tuple[Line, ...]]:
    """Chain `events` to `feed`: the bytes to append and the lines they are.

    The feed must not be broken. Each approval and every other event is signed on its own,
    so that no signature vouches for a line that its owner did not write.
    """
    prev, data, lines = feed.head, bytearray(), []
    for event in events:
        line = _line(event, prev, sign(payload(event, prev)) if sign else "")
        data += _encode(line) + b"\n"
        lines.append(line)
        prev = line.hash
    return bytes(data), tuple(lines)


def verify(data: bytes, *, locale: LocaleTag, article: ArticleName, actor: str, file: str) -> Feed:
    """Read a feed, and stop at the first line that is not what this actor appended here.

    Findings are errors, one for the first broken line, but for a torn last line, which is
    a warning: a crash leaves it, and the next append heals it.
    """
    raw = data.split(b"\n")
    tail = raw.pop()
    reader = _Reader(locale=locale, article=article, actor=actor, file=file, raw=raw)
    lines: list[Line] = []
    size = 0
    findings: tuple[Finding, ...] = ()
    prev = genesis(locale, article, actor)
    for text in raw:
        try:
            line = reader.read(text, prev, len(lines))
        except _BrokenError as broken:
            findings = (broken.finding(file, len(lines) + 1),)
            break
        lines.append(line)
        size += len(text) + 1
        prev = line.hash
    unfinished = False
    if tail and not findings:
        try:
            line = reader.read(tail, prev, len(lines))
        except _BrokenError as broken:
            findings = (_torn_or(broken, tail).finding(file, len(lines) + 1),)
        else:
            lines.append(line)
            size += len(tail)
            unfinished = True
    return Feed(
        locale=locale,
        article=article,
        actor=actor,
        file=file,
        lines=tuple(lines),
        size=size,
        unfinished=unfinished,
        findings=findings,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Reader:
    """Reads the lines of one feed and says what is wrong with the first that is."""

    locale: LocaleTag
    article: ArticleName
    actor: str
    file: str
    raw: Sequence[bytes]

    def read(self, text: bytes, prev: Digest, index: int) -> Line:
        if text.startswith(_CONFLICT):
            raise _BrokenError(
                "conflict",
                f"git could not merge what “{self.actor}” said in two clones of the same edition",
            )
        line = _decode(text)
        if line.event.actor != self.actor:
            raise _BrokenError(
                "foreign", f"the line is by “{line.event.actor}”, the feed is “{self.actor}”’s"
            )
        if line.prev != prev:
            raise self._misplaced(text, line, index)
        return line

    def _misplaced(self, text: bytes, line: Line, index: int) -> "_BrokenError":
        if text in self.raw[:index]:
            return _BrokenError("duplicated", "the line stands here twice")
        others = {_hash(other) for position, other in enumerate(self.raw) if position != index}
        if line.prev in others or line.prev == genesis(self.locale, self.article, self.actor):
            return _BrokenError("reordered", "the line does not stand where it was written")
        if index == 0:
            return _BrokenError(
                "foreign",
                f"the line was not written as the first of {self.actor} in {self.locale} {self.article}",
            )
        return _BrokenError("removed", "one or more lines before this one are missing")


class _BrokenError(Exception):
    """A line that does not verify."""

    def __init__(self, kind: str, reason: str, severity: Severity = Severity.ERROR) -> None:
        super().__init__(reason)
        self.kind, self.reason, self.severity = kind, reason, severity

    def finding(self, file: str, line: int) -> Finding:
        hint = f"restore the file as it was committed, for instance `git checkout -- {file}`"
        if self.kind == "conflict":
            hint = (
                f"keep one side, for instance `git checkout --ours -- {file}`, and say again what only the\n"
                f"other side held: `git show MERGE_HEAD:{file}` prints it. Pull before you review, and this "
                "does not happen"
            )
        elif self.severity is Severity.WARNING:
            hint = "nothing to do: the next entry in this feed removes it"
        return Finding(
            id=f"ledger.{self.kind}",
            severity=self.severity,
            reason=self.reason,
            hint=hint,
            file=file,
            line=line,
        )


def _torn_or(broken: _BrokenError, tail: bytes) -> _BrokenError:
    """Tell a torn line from a damaged one: a torn one is a beginning, zeroes may follow it."""
    text = tail.rstrip(b"\0").decode("utf-8", "replace")
    start = '{"action":"'
    try:
        json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        if text[: len(start)] == start[: len(text)]:
            return _BrokenError("torn", "the last line was not finished, as after a crash", Severity.WARNING)
    return broken


def _hash(text: bytes) -> str:
    try:
        return str(json.loads(text)["hash"])
    except (ValueError, LookupError, TypeError, RecursionError):
        return ""


def _fields(event: Event, prev: Digest) -> dict[str, Json]:
    """Return the line's members without hash and signature. What is empty is left out."""
    fields: dict[str, Json] = {
        "v": VERSION,
        "actor": event.actor,
        "action": event.action.value,
        "subject": event.subject,
        "message": event.message,
        "msgctxt": event.msgctxt,
        "time": event.time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "prev": prev,
    }
    for name in ("role", "reason", "engine", "before", "check"):
        if value := getattr(event, name):
            fields[name] = value
    for name in ("words", "unknown"):
        if number := getattr(event, name):
            fields[name] = number
    if event.text:
        fields["text"] = list(event.text)
    if event.authors is not None:
        fields["authors"] = list(event.authors)
    if event.seen:
        fields["seen"] = dict(event.seen)
    return fields


def _line(event: Event, prev: Digest, signature: str) -> Line:
    members = _fields(event, prev) | ({"signature": signature} if signature else {})
    return Line(event=event, prev=prev, hash=digest(canonical(members)), signature=signature)


def _encode(line: Line) -> bytes:
    members = _fields(line.event, line.prev) | ({"signature": line.signature} if line.signature else {})
    return canonical(members | {"hash": line.hash})


def _decode(text: bytes) -> Line:
    """Read one line. It must be, byte for byte, what `_encode` writes for what it says."""
    try:
        members = json.loads(text.decode("utf-8"))
        version = members["v"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise _BrokenError("malformed", "the line is no entry of a ledger") from None
    if version != VERSION or isinstance(version, bool):
        raise _BrokenError(
            "version", f"the line is of version {version!r}; this program knows version {VERSION}"
        )
    try:
        event = _event(members)
        line = Line(
            event=event,
            prev=Digest(_str(members, "prev")),
            hash=Digest(_str(members, "hash")),
            signature=_str(members, "signature", ""),
        )
        same = _encode(line) == text
    except (ValueError, LookupError, TypeError, RecursionError):
        raise _BrokenError("malformed", "the line is no entry of a ledger") from None
    if not same or _line(event, line.prev, line.signature).hash != line.hash:
        raise _BrokenError("edited", "the line was changed after it was written")
    return line


def _event(members: Mapping[str, Any]) -> Event:
    msgctxt = members["msgctxt"]
    authors = members.get("authors")
    return Event(
        actor=_str(members, "actor"),
        action=Action(_str(members, "action")),
        subject=Digest(_str(members, "subject")),
        message=_str(members, "message"),
        msgctxt=None if msgctxt is None else _str(members, "msgctxt"),
        time=datetime.strptime(_str(members, "time"), "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC),
        role=_str(members, "role", ""),
        reason=_str(members, "reason", ""),
        engine=_str(members, "engine", ""),
        text=_strs(members.get("text", ())),
        words=_int(members, "words"),
        unknown=_int(members, "unknown"),
        before=_str(members, "before", ""),
        check=_str(members, "check", ""),
        authors=None if authors is None else _strs(authors),
        seen=tuple(sorted((name, _str(members["seen"], name)) for name in members.get("seen", {}))),
    )


def _str(members: Mapping[str, Any], name: str, default: str | None = None) -> str:
    value = members[name] if default is None else members.get(name, default)
    if not isinstance(value, str):
        raise TypeError(name)
    return value


def _int(members: Mapping[str, Any], name: str) -> int:
    value = members.get(name, 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**53:
        raise TypeError(name)
    return value


def _strs(values: Any) -> tuple[str, ...]:
    if not isinstance(values, (list, tuple)) or not all(isinstance(value, str) for value in values):
        raise TypeError("list of text expected")
    return tuple(values)
