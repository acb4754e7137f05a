"""What happens to a text, as values, and the names by which the ledger speaks of texts.

Hashes are SHA-256 over canonical JSON (RFC 8785). Texts are taken code point by code point:
nothing is normalised, so that two texts which only look the same are two texts.
"""

import hashlib
import json
from base64 import b32encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from pipeline.errors import InputError
from pipeline.model import ArticleName, Digest, Entry, Finding, LocaleTag, MessageKey

VERSION = 1
"""The version of the line format and of the subject. A change of either is a new number."""

Json = str | int | bool | None | Sequence["Json"] | Mapping[str, "Json"]
"""The JSON that the ledger uses: no floats, and integers that every reader can hold."""


class Action(StrEnum):
    """What an actor did."""

    DRAFT = "draft"
    """An engine proposed a text. Only engines do."""
    EDIT = "edit"
    """A person wrote a text, here or through the review page."""
    APPROVE = "approve"
    """A reviewer vouches, in a role, for exactly this text."""
    REJECT = "reject"
    """A reviewer refuses exactly this text, with a reason."""
    REVOKE = "revoke"
    """A reviewer takes back everything that they said of this text."""
    COMMENT = "comment"
    """Somebody said something about it; no state changes."""
    DISMISS = "dismiss"
    """A reviewer looked at a check's finding on this text and gives a reason to let it pass."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """One thing that one actor did to one text. A line of a feed without its hashes."""

    actor: str
    """The feed's owner: an engine, or a person named as in the settings."""
    action: Action
    subject: Digest
    """The exact text it is about; see `subject`."""
    message: str
    """The message's short id, so that people can read the line."""
    msgctxt: str | None = None
    time: datetime
    """Aware, in UTC, whole seconds. For people only: no judgement rests on a clock."""
    role: str = ""
    """For `approve`: the role in which the reviewer vouches; where they said so, for others too."""
    reason: str = ""
    """Why, or the comment itself."""
    engine: str = ""
    """For `draft`: the engine with its version."""
    text: tuple[str, ...] = ()
    """The msgstr as drafted, written or approved, so that the ledger can be read without the
    catalogues of its day; several forms for a plural."""
    words: int = 0
    """For `draft`: how many words the engine counted in its text; 0 where it counts none."""
    unknown: int = 0
    """For `draft`: how many of those it did not know."""
    before: str = ""
    """For `edit`: the subject of the text that the writer saw and replaced; empty for none."""
    check: str = ""
    """For `dismiss`: the check as `id@version`."""
    authors: tuple[str, ...] | None = None
    """For `approve`: who was known to have written the text when it was approved; empty where
    nobody was. None on a line that was not written by this program."""
    seen: tuple[tuple[str, str], ...] = ()
    """Of other actors' feeds in the same edition: (actor, first 16 digits of the hash of its
    last line), where that changed since this actor's line before. A feed that loses lines at
    its end is found out by those who had seen them."""


def canonical(value: Json) -> bytes:
    """Write `value` as RFC 8785 has it. Raises ValueError for text that is no Unicode.

    Python sorts keys by code point and the RFC by UTF-16 unit; the ledger's keys are ASCII,
    where both are the same.
    """
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8")


def digest(data: bytes) -> Digest:
    """SHA-256 in lower-case hexadecimal."""
    return Digest(hashlib.sha256(data).hexdigest())


def subject(
    *,
    locale: LocaleTag,
    article: ArticleName,
    msgctxt: str | None,
    msgid: str,
    msgid_plural: str | None,
    msgstr: Sequence[str],
) -> Digest:
    """Name exactly this text of exactly this message in exactly this edition.

    `msgstr` has one form, or for a plural all of them. One code point more or less anywhere,
    a precomposed letter for a composed one, and it is another subject.
    """
    return digest(canonical([VERSION, locale, article, msgctxt, msgid, msgid_plural, list(msgstr)]))


def forms(entry: Entry) -> tuple[str, ...]:
    """All forms of the entry's translation: one, or those of a plural."""
    return entry.msgstr_plural or (entry.msgstr,)


def subject_of(locale: LocaleTag, article: ArticleName, entry: Entry) -> Digest:
    """Name the text that `entry` holds now; flags and comments are no part of it."""
    return subject(
        locale=locale,
        article=article,
        msgctxt=entry.msgctxt,
        msgid=entry.msgid,
        msgid_plural=entry.msgid_plural,
        msgstr=forms(entry),
    )


@lru_cache(maxsize=4096)
def short_id(key: MessageKey) -> str:
    """Name a message in eight letters and digits (40 bits), the same in every locale."""
    msgctxt, msgid = key
    raw = hashlib.sha256(canonical([msgctxt, msgid])).digest()[:5]
    return b32encode(raw).decode("ascii").lower()


def resolve(prefix: str, keys: Iterable[MessageKey]) -> MessageKey:
    """Find the one message whose short id begins with `prefix`, in either case.

    Raises InputError when there is none or more than one; the hint then lists them.
    """
    wanted = prefix.strip().lower()
    found = [key for key in dict.fromkeys(keys) if wanted and short_id(key).startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise InputError(
            Finding(
                id="message.unknown",
                reason=f"no message has an id that begins with “{prefix}”",
                hint="`pipeline audit LOCALE ARTICLE` lists the messages with their ids",
            )
        )
    listing = ", ".join(f"{short_id(key)} “{key[1][:40]}”" for key in found[:5])
    raise InputError(
        Finding(
            id="message.ambiguous",
            reason=f"{len(found)} messages have an id that begins with “{prefix}”",
            hint=f"give more of the id: {listing}",
        )
    )
