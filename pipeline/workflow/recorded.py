"""An edition as the record of a built folder has it, and back."""

import datetime
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from typing import Any

from pipeline import locales
from pipeline.model import Edition, Entry, LocaleTag, Review, State, Text, TocEntry

_ENTRY = ("msgid", "msgctxt", "msgid_plural", "msgstr", "msgstr_plural", "flags")


def dump(edition: Edition) -> bytes:
    """Return an edition as the record has it."""
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
    return json_of(dict(sorted(data.items())))


def dump_entries(entries: Iterable[Entry]) -> bytes:
    """Return the texts that an edition prints as the record has them."""
    return json_of([{name: getattr(entry, name) for name in _ENTRY} for entry in entries])


def load_entries(data: bytes) -> tuple[Entry, ...]:
    """Read what `dump_entries` made."""
    return tuple(map(_entry, json.loads(data)))


def load(data: bytes) -> Edition:
    """Read what `dump` made of an edition."""
    edition = json.loads(data)
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
    return Edition(**edition)


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


def json_of(value: Any) -> bytes:
    """Return a value as JSON in few bytes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
