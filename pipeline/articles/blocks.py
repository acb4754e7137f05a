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

_HEADER = re.compile(
    r"(?:^|\n)(?P<level>#{1,6})(?P<header>(?:[^\\#\n]++|\\.|#++(?=[^#\n]))*+)#*(?:\n|$)",
)
_DEFINITION = re.compile(r"(^|\n)[ ]{0,3}:[ ]{1,3}(.*)(\n|$)")
"""Python-Markdown's expressions for a heading and a definition, but taking in what they may at once."""

_SIGNS = frozenset("".join(_NEEDS.values()))
_ANY = re.compile(".", re.DOTALL)
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


class AtLines:
    """An expression for what a line begins with, tried where lines begin and nowhere else."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        """`pattern` begins with the text's beginning or a line feed."""
        self._pattern = pattern
        self.match = pattern.match

    def search(self, text: str) -> re.Match[str] | None:
        """Find the first match, as the expression itself would."""
        found, feed = self.match(text), text.find("\n")
        while found is None and feed >= 0:
            found, feed = self.match(text, feed), text.find("\n", feed + 1)
        return found


class EndBorder:
    """Python-Markdown's expression for the bar that ends a table's row, tried at the row's end alone."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        """`pattern` takes in nothing but backslashes and a bar."""
        self._pattern = pattern

    def search(self, row: str) -> re.Match[str] | None:
        """Find the bar."""
        return self._pattern.search(row, len(row.rstrip("\\|"))) if row.endswith("|") else None

    def sub(self, new: str, row: str) -> str:
        """Put `new` in the place of the bar."""
        found = self.search(row)
        return row[: found.start()] + new if found else row


class _Markup:
    """The expression `[&<]`: looking for each sign is far quicker."""

    @staticmethod
    def search(text: str, start: int) -> re.Match[str] | None:
        """Find the first of the signs."""
        found = [place for sign in "&<" if (place := text.find(sign, start)) >= 0]
        return _ANY.match(text, min(found)) if found else None


def _hasten_html(preprocessor: Any) -> None:
    from markdown.extensions.md_in_html import HTMLExtractorExtra

    def run(lines: list[str]) -> list[str]:
        source = "\n".join(lines)
        first = _Markup.search(source, 0)
        if first is None:
            return lines
        # What stands above the paragraph in which the first HTML may be is text and nothing else.
        blank = source.rfind("\n\n", 0, first.start())
        begin = blank + 2 if blank >= 0 else 0
        parser = HTMLExtractorExtra(preprocessor.md)
        parser.interesting = _Markup  # type: ignore[assignment]  # It asks no more of it.
        parser.feed(source[begin:])
        parser.close()
        return "".join((source[:begin], *parser.cleandoc)).split("\n")

    preprocessor.run = run


def _hasten_footnotes(footnotes: Any) -> None:
    find, mark = footnotes.findFootnotesPlaceholder, footnotes.getConfig("PLACE_MARKER")

    def find_placeholder(root: Element) -> Any:
        return find(root) if mark in "".join(root.itertext()) else None

    footnotes.findFootnotesPlaceholder = find_placeholder


def _hasten_blocks(parser: Any) -> None:
    parser.blockprocessors["hashheader"].RE = AtLines(_HEADER)
    parser.blockprocessors["deflist"].RE = AtLines(_DEFINITION)
    table = parser.blockprocessors["table"]
    table.RE_END_BORDER = EndBorder(table.RE_END_BORDER)
    for name in ("quote", "admonition"):
        parser.blockprocessors[name].RE = AtLines(parser.blockprocessors[name].RE)
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
