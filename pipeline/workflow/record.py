"""What was built, written into the built folder itself, so that pages and their record change as one.

The record tells the next build which files it may keep, and which editions stand in the site and
exactly which approved texts they print: such a page stays up when its source moves on, for as long
as those approvals hold.
"""

import datetime
import hashlib
import json
from collections.abc import Container, Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from pipeline import locales
from pipeline.model import Edition, Entry, LocaleTag, Review, State, Text, TocEntry

NAME = ".imprimatur.json"
"""The record's file, at the root of `site/` and of `preview/`."""

_VERSION = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """An edition in the site: what every renderer needs, and the texts that were approved for it."""

    edition: Edition
    entries: tuple[Entry, ...]
    """The catalogue's entries that it prints; none for a source edition."""
    digest: str
    """Of all that it is made of."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """What one built folder holds."""

    units: Mapping[str, str] = field(default_factory=dict)
    """The key of the inputs from which each unit was built, by the unit's name."""
    files: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """The unit and the SHA-256 of each file, by its address."""
    published: Mapping[tuple[str, str], Published] = field(default_factory=dict)
    """By article and locale; empty in a preview."""

    def intact(
        self, folder: Path, wanted: Mapping[str, str], sure: Container[str] = ()
    ) -> dict[str, Mapping[str, str]]:
        """Return the files, with their hashes, of each unit of `wanted` that stands as built from its key.

        Files whose addresses are in `sure` are known to be as they were built, and are not read.
        """
        found: dict[str, dict[str, str]] = {
            unit: {} for unit, key in wanted.items() if self.units.get(unit) == key
        }
        for address, (owner, sha) in self.files.items():
            if owner in found:
                found[owner][address] = sha
        return {
            unit: files
            for unit, files in found.items()
            if all(address in sure or _sha(folder / address) == sha for address, sha in files.items())
        }

    def holds(self, folder: Path, address: str, sha: str) -> bool:
        """Say whether a file stands in `folder` as it was built, with exactly this content."""
        return self.files.get(address, ("", ""))[1] == sha == _sha(folder / address)


def read(folder: Path) -> Record:
    """Read a built folder's record; an empty one where there is none that can be trusted."""
    try:
        data = json.loads((folder / NAME).read_text("utf-8"))
        payload = data["record"]
        if data["version"] != _VERSION or data["sha256"] != _hash(payload):
            return Record()
        return Record(
            units=payload["units"],
            files={address: (unit, sha) for address, (unit, sha) in payload["files"].items()},
            published={(one["article"], one["locale"]): _published(one) for one in payload["published"]},
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Record()


def dump(record: Record) -> bytes:
    """Return a record as the bytes of its file."""
    payload = {
        "units": dict(sorted(record.units.items())),
        "files": {address: list(owned) for address, owned in sorted(record.files.items())},
        "published": [
            {"article": article, "locale": locale, **_plain(published)}
            for (article, locale), published in sorted(record.published.items())
        ],
    }
    whole = {"version": _VERSION, "sha256": _hash(payload), "record": payload}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True).encode() + b"\n"


def _hash(payload: Any) -> str:
    text = json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _sha(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


_ENTRY = ("msgid", "msgctxt", "msgid_plural", "msgstr", "msgstr_plural", "flags")


def _plain(published: Published) -> dict[str, Any]:
    edition = published.edition
    data = {each.name: getattr(edition, each.name) for each in fields(Edition)}
    data["locale"], data["source_locale"] = edition.locale.tag, edition.source_locale.tag
    data["fields"] = {
        name: {"value": text.value, "locale": text.locale.tag, "state": text.state.label}
        for name, text in edition.fields.items()
    }
    data["toc"] = [asdict(entry) for entry in edition.toc]
    data["reviews"] = [{**asdict(review), "date": review.date.isoformat()} for review in edition.reviews]
    data["past"] = {}  # Only previews tell it, and their editions are not recorded.
    data["states"] = {state.label: count for state, count in edition.states.items()}
    data["extra"] = json.loads(json.dumps(edition.extra, default=str))
    for name in ("date", "updated"):
        data[name] = data[name].isoformat() if data[name] else None
    entries = [{name: getattr(entry, name) for name in _ENTRY} for entry in published.entries]
    return {"edition": data, "entries": entries, "digest": published.digest}


def _published(data: Mapping[str, Any]) -> Published:
    edition = dict(data["edition"])
    edition["locale"] = locales.locale(LocaleTag(edition["locale"]))
    edition["source_locale"] = locales.locale(LocaleTag(edition["source_locale"]))
    edition["fields"] = {
        name: Text(
            value=text["value"],
            locale=locales.locale(LocaleTag(text["locale"])),
            state=State[text["state"].upper()],
        )
        for name, text in edition["fields"].items()
    }
    edition["toc"] = _toc(edition["toc"])
    edition["reviews"] = tuple(
        Review(**{**review, "date": datetime.date.fromisoformat(review["date"])})
        for review in edition["reviews"]
    )
    edition["states"] = {State[label.upper()]: count for label, count in edition["states"].items()}
    for name in ("date", "updated"):
        edition[name] = datetime.date.fromisoformat(edition[name]) if edition[name] else None
    entries = tuple(_entry(entry) for entry in data["entries"])
    return Published(edition=Edition(**edition), entries=entries, digest=data["digest"])


def _entry(data: Mapping[str, Any]) -> Entry:
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in data.items()
    }
    return Entry(**values)


def _toc(entries: Iterable[Mapping[str, Any]]) -> tuple[TocEntry, ...]:
    return tuple(
        TocEntry(level=entry["level"], id=entry["id"], text=entry["text"], children=_toc(entry["children"]))
        for entry in entries
    )
