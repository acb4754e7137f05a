"""What is a message, and what is not."""

import pytest

from pipeline.articles import read, template
from pipeline.articles.messages import plain
from pipeline.model import ArticleName, Finding, Kind, Message
from tests.articles.markdown_strategies import FRONT


def messages(body: str, front: str = FRONT) -> tuple[Message, ...]:
    sample = read(ArticleName("sample"), (front + body).encode(), file="source/sample.md")
    return tuple(message for message in template(sample).messages if message.msgctxt not in FIELDS)


FIELDS = ("title", "subtitle", "description", "slug")


def findings(body: str) -> tuple[Finding, ...]:
    return read(ArticleName("sample"), (FRONT + body).encode(), file="source/sample.md").tree.findings


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("## Side effects {#effects .wide}", [(Kind.HEADING, "Side effects")]),
        ("One\ntwo  \nthree", [(Kind.PARAGRAPH, "One two\nthree")]),
        ("A paragraph.\n{: .lead }", [(Kind.PARAGRAPH, "A paragraph.")]),
        ("- one\n    - two", [(Kind.LIST_ITEM, "one"), (Kind.LIST_ITEM, "two")]),
        ("- one\n\n    more\n\n- two", [(Kind.LIST_ITEM, "one"), (Kind.LIST_ITEM, "more"), (Kind.LIST_ITEM, "two")]),
        ("> said", [(Kind.QUOTE, "said")]),
        ("| Dose |\n|--:|\n| 5 mg |", [(Kind.TABLE_HEADER, "Dose"), (Kind.TABLE_CELL, "5 mg")]),
        ("Term\n:   Meaning", [(Kind.TERM, "Term"), (Kind.DEFINITION, "Meaning")]),
        ('!!! note "Heed"\n    This.', [(Kind.ADMONITION_TITLE, "Heed"), (Kind.PARAGRAPH, "This.")]),
        ("![A chamber](a.png \"In use\")", [(Kind.IMAGE, "![A chamber](a.png \"In use\")")]),
        ("Fact[^1].\n\n[^1]: Source.", [(Kind.PARAGRAPH, "Fact[^1]."), (Kind.FOOTNOTE, "Source.")]),
        ("MS\n\n*[MS]: multiple sclerosis", [(Kind.ABBREVIATION, "*[MS]: multiple sclerosis"), (Kind.PARAGRAPH, "MS")]),
        (
            '<figure markdown="1">\n\n![Alt](a.png)\n\n<figcaption markdown="span">The *chamber*</figcaption>\n</figure>',
            [(Kind.IMAGE, "![Alt](a.png)"), (Kind.CAPTION, "The *chamber*")],
        ),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else "",
)  # fmt: skip
def test_every_construct_is_a_message_of_its_kind(body: str, expected: list[tuple[Kind, str]]) -> None:
    assert [(message.kind, message.msgid) for message in messages(body)] == expected


@pytest.mark.parametrize(
    "body",
    [
        "```\ncode\n```",
        "    indented code",
        "<div>raw words</div>",
        "[ref]: https://example.org",
        "* * *",
        "<!-- a remark -->",
        "[TOC]",
        "`only code`",
        "---",
    ],
)
def test_what_is_not_for_translators(body: str) -> None:
    assert messages(body) == ()


def test_front_matter_fields_are_messages_of_their_own() -> None:
    front = "---\ntitle: T\nsubtitle: S\ndescription: D\nslug: a-b\ntranslate: [lead]\nlead: L\n---\n"
    sample = read(ArticleName("sample"), front.encode(), file="source/sample.md")
    assert [(message.msgctxt, message.msgid, message.required) for message in template(sample).messages] == [
        ("title", "T", True),
        ("subtitle", "S", True),
        ("description", "D", True),
        ("slug", "a-b", False),
        ("lead", "L", True),
    ]


def test_directives_speak_of_the_next_block_with_all_in_it() -> None:
    body = (
        "<!-- i18n:comment: a button -->\n\n<!-- i18n:context: button -->\n\n- Open\n    - Now\n\n"
        "<!-- i18n:skip -->\n\nLeave me.\n\nOpen"
    )
    assert [(message.msgctxt, message.msgid, message.notes) for message in messages(body)] == [
        ("button", "Open", ("a button",)),
        ("button", "Now", ("a button",)),
        (None, "Open", ()),
    ]


def test_a_message_knows_its_section_and_its_line() -> None:
    found = messages("\n## Safety *first*\n\nText.\n")
    assert [(message.section, message.line) for message in found] == [("", 6), ("Safety first", 8)]


def test_the_same_text_twice_is_one_message() -> None:
    assert len(messages("Same.\n\nSame.")) == 1


@pytest.mark.parametrize(
    ("body", "finding", "line"),
    [
        ("Ok.\n\n<div>words</div>", "article.raw-html", 7),
        ("<!-- i18n:skp -->\n\nText.", "article.directive", 5),
        ("[a][r]\n\n[r]: https://example.org \"Printed\"", "article.reference-title", 7),
        ('<div markdown="1">fine</div>', None, None),
        ("<!-- remark -->", None, None),
        ("<hr>", None, None),
    ],
)  # fmt: skip
def test_authors_are_told_what_translators_cannot_reach(
    body: str, finding: str | None, line: int | None
) -> None:
    found = findings(body)
    assert [(each.id, each.line) for each in found] == ([(finding, line)] if finding else [])


def test_plain_text_of_markup() -> None:
    assert plain("The **dose** of [HBOT](a.html)[^1], `x` &amp; <b>y</b>") == "The dose of HBOT, x & y"
