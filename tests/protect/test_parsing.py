"""Parsing inline Markdown: nothing is lost, and Python-Markdown agrees about what is what."""

import re
import time
from collections import Counter

import pytest
from hypothesis import given
from markdown import Markdown

from pipeline.protect import Atom, Mark, Pair, Text, constructs, parse, signature
from tests.protect.markdown_texts import ANY, REFERENCES, WELL_FORMED


@given(ANY)
def test_a_parsed_message_is_written_byte_for_byte(message: str) -> None:
    assert parse(message, REFERENCES).markdown() == message
    assert parse(message).markdown() == message


@given(WELL_FORMED)
def test_python_markdown_sees_the_same_constructs(message: str) -> None:
    definitions = "\n\n[guide]: g.md\n[other label]: o.md\n\n[^note]: n"
    markdown = Markdown(extensions=["extra", "sane_lists"])
    page = markdown.convert(f"x {message} x{definitions}").split('<div class="footnote">')[0]
    marks = Counter(node.mark for node in constructs(parse(f"x {message} x", REFERENCES).nodes))
    assert marks[Mark.STRONG] == len(re.findall("<strong", page))
    assert marks[Mark.EMPHASIS] == len(re.findall("<em", page))
    assert marks[Mark.CODE] == len(re.findall("<code", page))
    assert marks[Mark.IMAGE] == len(re.findall("<img", page))
    assert marks[Mark.FOOTNOTE] == len(re.findall("<sup", page))
    autolinks = message.count("<https:")
    assert marks[Mark.LINK] + marks[Mark.FOOTNOTE] + autolinks == len(re.findall("<a ", page))


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("**a**", [(Mark.STRONG, "")]),
        ("***a***", [(Mark.STRONG, ""), (Mark.EMPHASIS, "")]),
        ("这是**“文字”**是", [(Mark.STRONG, "")]),
        ("snake_case_name", []),
        ("2 * 3 * 4", []),
        ("[a *b](x) c*", [(Mark.LINK, "x")]),
        ("[a](b(c).md 'title')", [(Mark.LINK, "b(c).md")]),
        ("[a](<b c>)", [(Mark.LINK, "b c")]),
        ("[text][Guide]", [(Mark.LINK, "[guide]")]),
        ("[guide] [nothing]", [(Mark.LINK, "[guide]")]),
        ("![alt](a.png){.wide}", [(Mark.IMAGE, "a.png{.wide}")]),
        ("`*a*`{.x}", [(Mark.CODE, "`*a*`{.x}")]),
        ("text[^1]", [(Mark.FOOTNOTE, "1")]),
        ("<https://a.example/b_c>", [(Mark.URL, "https://a.example/b_c")]),
        ("see www.example.org/a.", [(Mark.URL, "www.example.org/a")]),
        ("m<sup>2</sup>", [(Mark.HTML, "<sup>")]),
        ("<kbd>Esc</kbd>", [(Mark.HTML, "<kbd>Esc</kbd>")]),
        ("a<br>b", [(Mark.HTML, "<br>")]),
        ("a < b > c", []),
        ("a  \nb", [(Mark.BREAK, "")]),
        ("*[HBOT]: hyperbaric oxygen therapy", [(Mark.ACRONYM, "HBOT")]),
    ],
)
def test_constructs(message: str, expected: list[tuple[Mark, str]]) -> None:
    assert signature(message, REFERENCES) == Counter(expected)


def test_alt_texts_and_titles_may_be_translated() -> None:
    (image,) = parse('![A door](door.png "Open")').nodes
    assert isinstance(image, Atom)
    assert image.parts[1::2] == ("A door", "Open")
    (link,) = parse('[door](door.md "About it")').nodes
    assert isinstance(link, Pair)
    assert link.parts[1::2] == ("About it",)


@pytest.mark.parametrize(
    "message",
    [
        "[" * 10_000,
        "*a" * 10_000,
        "_a *b " * 5_000,
        "[a](" * 5_000,
        "`a " * 5_000,
        "<a " * 10_000,
        "{" * 10_000,
        "![" * 5_000 + "](x)" * 5_000,
        "*" * 20_000,
        "a " * 500_000,
        "<!-- " * 2_000,
        "**a *b** c* " * 2_000,
    ],
    ids=lambda message: message[:12],
)
def test_hostile_texts_take_no_time(message: str) -> None:
    started = time.process_time()
    assert parse(message).markdown() == message
    assert time.process_time() - started < 5


def test_a_text_with_private_characters_is_left_alone() -> None:
    message = "\U000f0000 **a**"
    assert parse(message).nodes == (Text(value=message),)
