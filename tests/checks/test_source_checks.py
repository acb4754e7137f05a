"""What authors are told before anybody translates."""

import pytest

from pipeline.checks import check_source, check_source_spelling
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


def test_a_misspelt_word_of_the_source_is_told_once_where_it_first_stands() -> None:
    def unknown(words: object) -> set[str]:
        asked.append(list(words))  # type: ignore[call-overload]
        return set(asked[-1]) - {"The", "rests"}

    asked: list[list[str]] = []
    messages = (
        Message(msgid="The *pateint* rests in Oxydomes", kind=Kind.PARAGRAPH),
        Message(msgid="The pateint rests in HBOT `pateint`", kind=Kind.LIST_ITEM),
        Message(msgid="the-slgu", kind=Kind.SLUG),
    )
    findings = list(
        check_source_spelling(messages, locale(LocaleTag("en")), unknown, known={"IN"}, terms=["Oxydome"])
    )
    assert [(each.id, each.reason) for each in findings] == [
        ("source.spelling", "“pateint” is not in the dictionary")
    ]
    assert findings[0].msgid == messages[0].msgid
    assert [(span.start, span.end) for span in findings[0].source_spans] == [(5, 12)]
    assert len(asked) == 1
