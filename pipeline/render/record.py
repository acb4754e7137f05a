"""The record of review as a PDF, for those who file it: names, times, roles, and what approvals mean.

Like an article it is set by Typst from data beside a fixed template, `record.typ`, and is tagged
for PDF/UA-1 and PDF/A-2a.
"""

import tempfile
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any
from unicodedata import category

from pipeline import locales
from pipeline.errors import MachineError
from pipeline.ledger.audit import MEANING, Chain, Record, Row
from pipeline.ledger.events import Action, Event
from pipeline.model import Finding, Locale, LocaleTag, State
from pipeline.render import pdf, pdf_faults
from pipeline.render.pdf_data import STATE_WORDS, Languages

ENGLISH = LocaleTag("en")
"""The language of the record's own words."""

_TRIES = 20
"""How often a record is set again with characters spelled out that no font has."""

_MEANINGS = {
    Action.DRAFT: "Authorship (engine)",
    Action.EDIT: "Authorship",
    Action.APPROVE: "Approval",
    Action.REJECT: "Rejection",
    Action.DISMISS: "Dismissal of a finding",
}


def render(
    records: Sequence[Record],
    *,
    source: Locale,
    brand: str,
    names: Mapping[str, str],
    made: datetime,
    fonts: Mapping[str, Sequence[str]] | None = None,
) -> bytes:
    """Return the records of editions as one PDF, which says that it was made at `made` (UTC).

    `names` are the actors' full names, where they are known. A character that no installed font
    has is printed as its code point, so that nothing keeps a record from being made. Raises
    `MachineError` for a missing font.
    """
    import typst

    languages = Languages(locales.locale(ENGLISH), source, pdf.families(), fonts or {})
    languages.key(source.bcp47)
    data = {
        "title": f"{brand}: record of review",
        "author": brand,
        "meaning": f"Whoever approved a text, by that word, {MEANING}.",
        "source": source.bcp47,
        "records": _shown([_record(each, languages, names, made) for each in records]),
        "languages": languages.data,
    }
    with tempfile.TemporaryDirectory(prefix="imprimatur-") as folder:
        for _ in range(_TRIES):
            try:
                return pdf.typeset(_template(), data, folder=folder, timestamp=int(made.timestamp()))
            except typst.TypstError as error:
                unshown = pdf_faults.unshowable(error)
                if not unshown:
                    raise _failed(str(error).splitlines()[0]) from error
                data["records"] = _shown(data["records"], frozenset("".join(unshown)))
    raise _failed("too many characters that no font has")


def _record(found: Record, languages: Languages, names: Mapping[str, str], made: datetime) -> dict[str, Any]:
    """Return one edition as the template wants it: plain texts, cell by cell."""
    locale = locales.locale(found.locale)
    key, _ = languages.key(locale.bcp47)
    done = sum(row.state is State.APPROVED for row in found.rows)
    return {
        "title": f"{found.article} in {locale.bcp47}",
        "locale": key,
        "facts": [
            ["Article", f"{found.article}.md"],
            ["Language", f"{locale.name} ({locale.bcp47})"],
            ["Messages", f"{done} of {len(found.rows)} approved"],
            ["Ledger", "verifies" if found.sound else "does not verify; no approval below can be relied on"],
            ["This record", f"made {_time(made)} UTC"],
        ],
        "findings": [_finding(finding) for finding in found.findings],
        "chains": [_chain(chain) for chain in found.chains],
        "messages": [_message(row, found, names) for row in found.rows],
        "lapsed": [
            [event.message, _name(event.actor, names), event.role, _time(event.time)]
            for event in found.lapsed
        ],
    }


def _finding(finding: Finding) -> str:
    where = f"{finding.file}:{finding.line}" if finding.line else finding.file
    return f"{where}: {finding.reason}"


def _chain(chain: Chain) -> dict[str, Any]:
    last = _time(chain.last) if chain.last else ""
    return {
        "cells": [chain.actor, chain.name, str(chain.lines), str(chain.signed), last],
        "label": f"Head of {chain.actor}" + (" (up to the broken line)" if chain.broken else ""),
        "head": chain.head,
    }


def _message(row: Row, found: Record, names: Mapping[str, str]) -> dict[str, Any]:
    said = [*row.written, *row.approvals, *row.rejections]
    unknown = [author for author in row.authors if not row.written]
    rows = [["Authorship", author, "", "as git or the catalogue says", ""] for author in unknown]
    rows += [_word(event, found, names) for event in said]
    notes = [f"Rejected, {event.actor}: {event.reason}" for event in row.rejections]
    notes += [f"Does not count, {each.event.actor}: {each.reason}" for each in row.refusals]
    if row.missing and row.state > State.UNTRANSLATED:
        notes.append(f"Waits for: {', '.join(row.missing)}")
    return {
        "id": row.id,
        "place": row.msgctxt or "",
        "state": STATE_WORDS[row.state],
        "good": row.state is State.APPROVED,
        "source": row.msgid,
        "text": "\n".join(row.msgstr),
        "subject": row.subject,
        "rows": rows,
        "notes": notes,
    }


def _word(event: Event, found: Record, names: Mapping[str, str]) -> list[str]:
    who = event.engine or _name(event.actor, names)
    signed = "verified" if event in found.signed else "none"
    return [_MEANINGS[event.action], who, event.role, _time(event.time), signed]


def _name(actor: str, names: Mapping[str, str]) -> str:
    return f"{names[actor]} ({actor})" if names.get(actor) else actor


def _time(time: datetime) -> str:
    return f"{time:%Y-%m-%d %H:%M:%S}"


def _shown(value: Any, unshown: Collection[str] = ()) -> Any:
    """Put code points in the place of characters that nobody can see, in every text of JSON data.

    Those are controls, what Unicode leaves to private use or to nobody, the byte order mark (none
    of them may stand in PDF/A), and `unshown`.
    """
    if isinstance(value, str):
        hidden = {each for each in value if each in unshown or (_hidden(each) and each != "\n")}
        return value.translate({ord(each): f"‹U+{ord(each):04X}›" for each in hidden}) if hidden else value
    if isinstance(value, list):
        return [_shown(each, unshown) for each in value]
    return {key: _shown(each, unshown) for key, each in value.items()} if isinstance(value, dict) else value


def _hidden(character: str) -> bool:
    return character == "\ufeff" or category(character) in ("Cc", "Cn", "Co", "Cs")


@cache
def _template() -> bytes:
    return (files("pipeline.render") / "record.typ").read_bytes()


def _failed(reason: str) -> MachineError:
    return MachineError(
        Finding(
            id="pdf.record",
            reason=f"the record cannot be set: {reason}",
            hint="take it as text or JSON, and please report this",
        )
    )
