"""A shorter way through Python-Markdown's block stage for what most blocks are: paragraphs.

Every other construct is known by how one of its lines begins, or is a table. A block that can only
be a paragraph therefore need not be shown to a dozen processors first, nor any block to a processor
whose sign it does not have; a test holds that the tree is the same either way.
"""

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


def hasten(parser: Any) -> None:
    """Let a Python-Markdown block parser take the shorter way, once all its processors are there."""
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
