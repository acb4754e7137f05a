"""Shorter ways through what Python-Markdown does up to its block stage.

Three of its preprocessors look at every sign for what few articles have. And every block construct is known
by how one of its lines begins, or is a table; most blocks are paragraphs. A block therefore need not be
shown to a processor whose signs it does not have. Tests hold that the tree is the same either way.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

_OPENING = frozenset("(“‘«\"'¿¡")
"""Signs that begin a sentence and no construct."""

_NEEDS = {
    "markdown_block": "\x02",
    "admonition": "!\t",
    "empty": "\n",
    "indent": "\t",
    "defindent": "\t",
    "code": "\t",
    "table": "|",
    "hashheader": "#",
    "setextheader": "=-",
    "hr": "_",
    "olist": "1",
    "ulist": "-+*",
    "deflist": ":",
    "quote": ">",
    "footnote": "[",
    "abbr": "*",
    "reference": "[",
}
"""Signs of which a block must have one (`_signs`) before a processor, by its name, could take it."""

_SIGNS = frozenset("".join(_NEEDS.values()))
_BLANK = re.compile(r"\n +\n")
_FENCE = re.compile(r"\n(?=```|~~~)")


def surely_paragraph(block: str) -> bool:
    """Whether no processor but the paragraph's would take `block`; False where one might."""
    if "|" in block:
        return False
    for line in block.split("\n"):
        first = line[:1]
        if first == "*":
            # Emphasis; a list, a rule and an abbreviation go on otherwise.
            if not line.lstrip("*")[:1].isalpha():
                return False
        elif not first.isalpha() and first not in _OPENING:
            return False
    return True


def hasten(markdown: Any) -> None:
    """Let Python-Markdown take the shorter ways, once all its extensions are there."""
    _hasten_whitespace(markdown.preprocessors["normalize_whitespace"])
    fences = markdown.preprocessors["fenced_code_block"]
    fences.FENCED_BLOCK_RE = Fences(fences.FENCED_BLOCK_RE)
    _hasten_html(markdown.preprocessors["html_block"])
    _hasten_footnotes(markdown.treeprocessors["footnote"].footnotes)
    _hasten_blocks(markdown.parser)


def _hasten_whitespace(preprocessor: Any) -> None:
    normalize = preprocessor.run

    def run(lines: list[str]) -> list[str]:
        source = "\n".join((*lines, "", ""))
        if any(sign in source for sign in "\x02\x03\r\t") or _BLANK.search(source):
            normalized: list[str] = normalize(lines)
            return normalized
        return source.split("\n")

    preprocessor.run = run


class Fences:
    """The expression for fenced code, tried only where a line begins like a fence."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        """`pattern` is the expression, which takes a fence at its very beginning."""
        self._pattern = pattern

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Find the next fenced code, as the expression itself would."""
        if start == 0 and (match := self._pattern.match(text)):
            return match
        for fence in _FENCE.finditer(text, max(start - 1, 0)):
            if match := self._pattern.match(text, fence.end()):
                return match
        return None


def _hasten_html(preprocessor: Any) -> None:
    extract = preprocessor.run

    def run(lines: list[str]) -> list[str]:
        source = "\n".join(lines)
        found = [place for sign in "<&" if (place := source.find(sign)) >= 0]
        if not found:
            return lines
        # What stands above the paragraph in which the first HTML may be is text and nothing else.
        begin = source.rfind("\n\n", 0, min(found)) + 2
        if begin < 2:
            return list(extract(lines))
        return [*source[: begin - 1].split("\n"), *extract([source[begin:]])]

    preprocessor.run = run


def _hasten_footnotes(footnotes: Any) -> None:
    find, mark = footnotes.findFootnotesPlaceholder, footnotes.getConfig("PLACE_MARKER")

    def find_placeholder(root: Element) -> Any:
        return find(root) if mark in "".join(root.itertext()) else None

    footnotes.findFootnotesPlaceholder = find_placeholder


def _hasten_blocks(parser: Any) -> None:
    known = {parser.blockprocessors[name]: needs for name, needs in _NEEDS.items()}
    every = tuple((each, known.get(each)) for each in parser.blockprocessors)
    paragraph = parser.blockprocessors["paragraph"]

    @lru_cache(maxsize=256)
    def processors(signs: frozenset[str]) -> Sequence[Any]:
        return tuple(each for each, needs in every if needs is None or not signs.isdisjoint(needs))

    def parse_blocks(parent: Element, blocks: list[str]) -> None:
        while blocks:
            block = blocks[0]
            if surely_paragraph(block):
                paragraph.run(parent, blocks)
                continue
            for processor in processors(_signs(block)):
                if processor.test(parent, block) and processor.run(parent, blocks) is not False:
                    break
                # A processor may take out what is its own and pass on the rest.
                block = blocks[0]

    parser.parseBlocks = parse_blocks


def _signs(block: str) -> frozenset[str]:
    """Return those of `_SIGNS` that the lines of a block begin with, behind any spaces.

    A line feed stands for an empty line, an underscore for one that has nothing but what rules are made of,
    a tab for a block that is indented, 1 for one that begins with a number, and a bar for one that has any.
    """
    lines = block.split("\n")
    signs = {line.lstrip(" ")[:1] or "\n" for line in lines}
    if not signs.isdisjoint("-*") and any(not line.strip(" -_*") for line in lines):
        signs.add("_")
    if block.startswith("    "):
        signs.add("\t")
    if "|" in block:
        signs.add("|")
    if lines[0].lstrip(" ")[:1].isdecimal():
        signs.add("1")
    return _SIGNS & signs
