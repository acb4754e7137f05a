"""The shorter way through the block stage: only shorter, never another tree."""

from functools import cache
from typing import Any
from xml.etree.ElementTree import tostring

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.extensions.tables import TableProcessor

from pipeline.articles import blocks
from pipeline.articles.tree import EXTENSIONS

LINES = st.sampled_from(
    (
        "A sentence with *emphasis* in it.",
        "**Lead-in:** and more",
        "*word*",
        "**",
        "***",
        "* * *",
        "---",
        "===",
        "- item",
        "+ item",
        "* item",
        "1. item",
        "2024. A year",
        "# Heading",
        "Heading #",
        "> quote",
        ":   definition",
        "term",
        "!!! note",
        '!!! note "Title"',
        "    indented",
        "  two spaces in",
        "\tby a tab",
        "| a | b |",
        "a | b",
        "--- | ---",
        "|---|---|",
        "[^1]: note",
        "[label]: https://example.org",
        "*[HBOT]: oxygen",
        "*[not",
        "[TOC]",
        "[a link](x) first",
        "`code` first",
        "```",
        "~~~",
        "``` python",
        "```` {.x}",
        "  ```",
        "   ",
        "a\ttab",
        "<div>",
        '<div markdown="1">',
        "</div>",
        "<!-- comment -->",
        "text with <b>markup",
        "AT&T &amp; &#169;",
        "///Footnotes Place Marker///",
        "٣. item",
        " > quote",
        "   :   definition",
        "- - -",
        "“Quoted.” (Set apart.)",
        "é 中文 ا",
        "ends hard  ",
        "",
        "",
    )
)
BODIES = st.lists(LINES, max_size=14).map("\n".join)


def tree(body: str, *, hasten: bool) -> tuple[str, Any]:
    """Return the page's HTML and its references, with and without the shorter way."""
    markdown = Markdown(extensions=list(EXTENSIONS))
    if hasten:
        blocks.hasten(markdown)
    root = markdown.parser.parseDocument(_preprocessed(markdown, body)).getroot()
    markdown.treeprocessors["footnote"].run(root)
    return tostring(root, encoding="unicode"), markdown.references


@cache
def machines() -> tuple[Any, Any]:
    """Return Python-Markdown as it is, and with the shorter ways."""
    plain, hastened = (Markdown(extensions=list(EXTENSIONS)) for _ in range(2))
    blocks.hasten(hastened)
    return plain, hastened


def _preprocessed(markdown: Markdown, body: str) -> list[str]:
    lines = body.split("\n")
    for preprocessor in markdown.preprocessors:
        lines = preprocessor.run(lines)
    return lines


@given(BODIES)
def test_the_tree_is_the_same_either_way(body: str) -> None:
    assert tree(body, hasten=True) == tree(body, hasten=False)


@given(st.text(alphabet="aA1 *_-+=#>:.|!`~[]()<>&;/^\n\r\t\x02\x03“é", max_size=40))
def test_the_tree_is_the_same_for_any_signs(body: str) -> None:
    assert tree(body, hasten=True) == tree(body, hasten=False)


@given(st.text(alphabet="`~{} a\n", max_size=30))
def test_fenced_code_is_found_where_its_expression_finds_it(text: str) -> None:
    pattern = FencedBlockPreprocessor.FENCED_BLOCK_RE
    shorter = blocks.Fences(pattern)
    for start in range(len(text) + 1):
        found, wanted = shorter.search(text, start), pattern.search(text, start)
        assert (found and found.span()) == (wanted and wanted.span())


@pytest.mark.parametrize("name", ["hashheader", "deflist", "quote", "admonition"])
@given(st.text(alphabet='#\\\\:>! a1"\n', max_size=30) | BODIES)
def test_an_expression_for_lines_finds_what_the_one_in_its_place_would(name: str, text: str) -> None:
    plain, hastened = machines()
    wanted = plain.parser.blockprocessors[name].RE.search(text)
    found = hastened.parser.blockprocessors[name].RE.search(text)
    assert (found and (found.span(), found.groups())) == (wanted and (wanted.span(), wanted.groups()))


@given(st.text(alphabet="|\\a ", max_size=12))
def test_the_bar_at_the_end_of_a_row_is_found_where_its_expression_finds_it(row: str) -> None:
    pattern = TableProcessor.RE_END_BORDER
    shorter = blocks.EndBorder(pattern)
    found, wanted = shorter.search(row), pattern.search(row)
    assert (found and found.span()) == (wanted and wanted.span())
    assert shorter.sub("", row) == pattern.sub("", row)


@pytest.mark.parametrize("block", ["Plain.", "**Lead-in:** text", "*word* here\nand (more)", "“Quoted.”"])
def test_prose_is_surely_a_paragraph(block: str) -> None:
    assert blocks.surely_paragraph(block)


@pytest.mark.parametrize(
    "block", ["", "a\n===", "* item", "***", "*[HBOT]: oxygen", "a | b", "term\n:   x", "1. x", " x"]
)
def test_what_may_be_more_is_shown_to_every_processor(block: str) -> None:
    assert not blocks.surely_paragraph(block)
