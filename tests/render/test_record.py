"""The record of review on paper: whatever people wrote is printed, and nothing of it runs."""

import re
import subprocess
import unicodedata
from datetime import UTC, datetime

import page
import pytest

from pipeline import locales
from pipeline.ledger.audit import MEANING, Record, record
from pipeline.ledger.events import Event, subject_of
from pipeline.ledger.history import history
from pipeline.model import Entry, Kind, LocaleTag, Message
from pipeline.render import record as printed
from tests.ledger.world import ARTICLE, ENTRY, POLICY, event, feed_bytes, feeds_of, join, past, read

pytestmark = pytest.mark.fonts

MADE = datetime(2026, 11, 22, 18, 30, 5, tzinfo=UTC)
MESSAGES = [Message(msgid=ENTRY.msgid, kind=Kind.PARAGRAPH)]


def text_of(data: bytes) -> str:
    """Return the text as poppler reads it, white space and format characters aside."""
    run = subprocess.run(["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True)
    return re.sub(r"\s+", " ", "".join(c for c in run.stdout.decode() if unicodedata.category(c) != "Cf"))


def made(*records: Record, names: dict[str, str] | None = None) -> bytes:
    source = locales.locale(LocaleTag("en"))
    return printed.render(records, source=source, brand="Example", names=names or {}, made=MADE)


def in_locale(tag: str, msgstr: str, *, reason: str = "") -> Record:
    """The record of an edition with one text, which one person approved and another one rejected."""
    locale, entry = LocaleTag(tag), Entry(msgid=ENTRY.msgid, msgstr=msgstr)

    def said(actor: str, action: str, **more: str) -> Event:
        return event(actor, action, entry, subject=subject_of(locale, ARTICLE, entry), **more)

    events = [said("linguist", "approve")]
    if reason:
        events.append(said("second-linguist", "reject", reason=reason))
    joined = history(feeds_of(events), locale=locale, article=ARTICLE, policy=POLICY)
    return record(MESSAGES, [entry], joined)


def test_names_times_roles_meaning_hashes_and_heads_are_on_it() -> None:
    found = record(MESSAGES, [ENTRY], past(event("apertium", "draft"), event("linguist", "approve")))
    text = text_of(made(found, names={"linguist": "Reviewer One"}))
    assert re.search(r"Approval Reviewer One \(linguist\) linguist 2026-11-22 12:00:00 none", text)
    assert "Authorship (engine) apertium 3.8" in text
    assert MEANING in text
    assert found.rows[0].subject in text
    assert [chain.actor for chain in found.chains] == ["apertium", "linguist"]
    assert all(chain.head in text for chain in found.chains)
    assert "made 2026-11-22 18:30:05 UTC" in text
    assert ENTRY.msgid in text
    assert ENTRY.msgstr in text


@pytest.mark.parametrize(
    ("tag", "msgstr"),
    [
        ("ar", "لا تتجاوز 2.4 بار."),
        ("he", "אין לעבור 2.4 בר."),
        ("zh_Hans", "请勿超过2.4巴。"),
        ("ja", "2.4バールを超えないでください。"),
        ("th", "ห้ามเกิน 2.4 บาร์"),
    ],
)
def test_every_script_prints(tag: str, msgstr: str) -> None:
    letters = {character for character in msgstr if unicodedata.category(character) == "Lo"}
    assert letters <= set(text_of(made(in_locale(tag, msgstr))))


HOSTILE = '#panic("x") $y$ *b* [[c]] <d> // e \\ "f" @g ~ ‘#import "/etc/passwd": *’'


def test_what_people_wrote_is_printed_and_never_run() -> None:
    text = text_of(made(in_locale("es", HOSTILE, reason=HOSTILE)))
    assert text.count(HOSTILE) == 2


@pytest.mark.parametrize("character", ["\ue123", "\x07", "\ufeff", "\ufdd0", "\U000e0fff", "\U0001f1fa"])
def test_what_no_font_shows_is_spelled_out(character: str) -> None:
    text = text_of(made(in_locale("es", f"a{character}b", reason=f"a{character}b")))
    assert f"‹U+{ord(character):04X}›" in text or character in text


def test_a_broken_ledger_is_told_on_it() -> None:
    data = feed_bytes("linguist", [event("linguist", "comment"), event("linguist", "approve")])
    found = record(MESSAGES, [ENTRY], join([read("linguist", data.replace(b"approve", b"dismiss"))]))
    text = text_of(made(found))
    assert "does not verify" in text
    assert "linguist.jsonl:2: the line was changed" in text


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_it_is_accessible_and_archivable(profile: str) -> None:
    data = made(in_locale("es", ENTRY.msgstr), in_locale("ar", "لا تتجاوز 2.4 بار.", reason="no"))
    assert page.validate_pdf_bytes(data, profile=profile).failures == []


def test_the_same_record_has_the_same_bytes() -> None:
    assert made(in_locale("ja", "酸素")) == made(in_locale("ja", "酸素"))
