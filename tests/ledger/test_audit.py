"""The record of an edition says who wrote and who approved each message."""

import json
from dataclasses import replace

from pipeline.ledger.audit import as_json, as_text, record
from pipeline.model import Entry, Kind, Message, State
from tests.ledger.world import ENTRY, FEW, event, feed_bytes, join, past, read, written_by

MESSAGES = [Message(msgid=ENTRY.msgid, kind=Kind.PARAGRAPH), Message(msgid="Oxygen", kind=Kind.HEADING)]
SLUG = Message(msgid="oxygen", msgctxt="slug", kind=Kind.SLUG)
TITLE = FEW[2]


def test_a_whole_story() -> None:
    history = past(
        event("apertium", "draft"),
        event("linguist", "approve", authors=("apertium",)),
        event("linguist", "edit", TITLE),
        event("linguist", "approve", TITLE),
    )
    found = record(MESSAGES, [ENTRY, TITLE], history)
    first, second = found.rows
    assert (first.state, first.authors) == (State.APPROVED, ("apertium 3.8",))
    assert [each.actor for each in first.approvals] == ["linguist"]
    assert (second.state, second.missing) == (State.TRANSLATED, ("linguist",))
    assert not found.approved
    text = as_text(found)
    assert "es hyperbaric-oxygen: 1 of 2 messages approved" in text
    assert "approved by  linguist as linguist, 2026-11-22 12:00 UTC" in text
    assert "no account   linguist as linguist, 2026-11-22 12:00 UTC: “linguist” wrote this text" in text
    assert "waits for    linguist" in text


def test_approvals_of_texts_that_changed_are_listed_as_lapsed() -> None:
    history = past(event("linguist", "approve"))
    found = record(MESSAGES[:1], [replace(ENTRY, msgstr="No supere 3 bar.")], history)
    assert [each.actor for each in found.lapsed] == ["linguist"]
    assert "count no more" in as_text(found)
    assert record(MESSAGES[:1], [ENTRY], history).lapsed == ()
    revoked = past(event("linguist", "approve"), event("linguist", "revoke"))
    assert record(MESSAGES[:1], [replace(ENTRY, msgstr="x")], revoked).lapsed == ()


def test_a_feed_that_does_not_verify_is_the_first_thing_told() -> None:
    data = feed_bytes("linguist", [event("linguist", "comment"), event("linguist", "approve")])
    found = record(MESSAGES, [ENTRY], join([read("linguist", data.replace(b"approve", b"dismiss"))]))
    assert not found.sound
    assert "ledger/linguist.jsonl:2: the line was changed" in as_text(found)


def test_a_slug_that_nobody_translated_is_no_gap() -> None:
    entries = [ENTRY, Entry(msgid="oxygen", msgctxt="slug")]
    approved = past(event("linguist", "approve"))
    assert record([MESSAGES[0], SLUG], entries, approved).approved
    translated = replace(entries[1], msgstr="oxigeno")
    assert not record([MESSAGES[0], SLUG], [ENTRY, translated], approved).approved


def test_authors_outside_the_ledger_are_named() -> None:
    found = record(MESSAGES[:1], [ENTRY], past(**written_by("T <t@example.org>")))
    assert found.rows[0].authors == ("T <t@example.org>",)


def test_json_says_the_same() -> None:
    found = record(
        MESSAGES, [ENTRY], past(event("linguist", "approve"), event("both", "reject", reason="no"))
    )
    values = json.loads(json.dumps(as_json(found)))
    assert values["messages"][0]["rejections"][0]["reason"] == "no"
    assert values["messages"][1]["state"] == "untranslated"
    assert (values["sound"], values["approved"]) == (True, False)
