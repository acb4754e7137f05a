"""Shorter ways through what Python-Markdown does up to its block stage.

Two of its preprocessors look at every sign for what few articles have. And most blocks are paragraphs:
every other construct is known by how one of its lines begins, or is a table. A block that can only be a
paragraph therefore need not be shown to a dozen processors first, nor any block to a processor whose
sign it does not have; a test holds that the tree is the same either way.
"""

import re
from typing import Any
from xml.etree.ElementTree import Element

_OPENING = frozenset("(“‘«\"'¿¡")
"""Signs that begin a sentence and no construct."""

_NEEDS = {
    "table": "|",
    "hashheader": "#",
    "setextheader": "\n",
    "deflist": ":",
    "quote": ">",
    "footnote": "[",
    "abbr": "[",
    "reference": "[",
}
"""What a block must hold before a processor, by its name in Python-Markdown, could take it."""


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


def _hasten_blocks(parser: Any) -> None:
    names = {parser.blockprocessors[name]: sign for name, sign in _NEEDS.items()}
    processors = tuple((each, names.get(each, "")) for each in parser.blockprocessors)
    paragraph = parser.blockprocessors["paragraph"]

    def parse_blocks(parent: Element, blocks: list[str]) -> None:
        while blocks:
            block = blocks[0]
            if surely_paragraph(block):
                paragraph.run(parent, blocks)
                continue
            for processor, sign in processors:
                if (
                    sign in block
                    and processor.test(parent, block)
                    and processor.run(parent, blocks) is not False
                ):
                    break
                # A processor may take out what is its own and pass on the rest.
                block = blocks[0]

    parser.parseBlocks = parse_blocks
