"""What authors are told before anybody translates."""

import pytest

from pipeline.checks import check_source
from pipeline.locales import locale
from pipeline.model import Kind, LocaleTag, Message

LONG = "This sentence " + "goes on and on " * 8 + "without an end."


def found(text: str, kind: Kind = Kind.PARAGRAPH) -> set[str]:
    messages = (Message(msgid=text, kind=kind),)
    return {finding.id for finding in check_source(messages, locale(LocaleTag("en")))}


@pytest.mark.parametrize(
    ("check", "good", "bad"),
    [
        ("source.number", "Take 1,500 mg or 2.5 g.", "Take 1.500 mg."),
        ("source.number", "Take 2.5 g.", "Take 2,5 g."),
        ("source.date", "On 5 March 2026", "On 3/5/2026"),
        ("source.date", "On 25/12/2026", "On 05-03-2026"),
        ("source.unit", "Take 5 mL.", "Take 5 cc."),
        ("source.unit", "Take 5 µg.", "Take 5 mcg."),
        ("source.sentence", "This one ends. So does this.", LONG),
        ("source.spaces", "One space", "Two  spaces"),
        ("source.link", "See [the trial](a.md).", "For the trial, [click here](a.md)."),
        ("source.image", "![A chamber](a.png)", "![](a.png)"),
        ("source.image", "![A chamber](a.png)", "![A chamber](screenshot.png)"),
    ],
)
def test_an_author_is_told_what_to_mend(check: str, good: str, bad: str) -> None:
    assert check not in found(good)
    assert check in found(bad)


def test_a_heading_is_no_sentence() -> None:
    assert "source.heading" in found("What is it.", Kind.HEADING)
    assert "source.heading" not in found("What is it.", Kind.PARAGRAPH)
