"""A shorter way through Python-Markdown's block stage for what most blocks are: paragraphs.

Every other construct is known by how one of its lines begins, or is a table. A block that can only
be a paragraph therefore need not be shown to a dozen processors first; a test holds that the tree
is the same either way.
"""

from typing import Any
from xml.etree.ElementTree import Element

_OPENING = frozenset("(“‘«\"'¿¡")
"""Signs that begin a sentence and no construct."""


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
    processors = tuple(parser.blockprocessors)
    paragraph = parser.blockprocessors["paragraph"]

    def parse_blocks(parent: Element, blocks: list[str]) -> None:
        while blocks:
            if surely_paragraph(blocks[0]):
                paragraph.run(parent, blocks)
                continue
            for processor in processors:
                if processor.test(parent, blocks[0]) and processor.run(parent, blocks) is not False:
                    break

    parser.parseBlocks = parse_blocks
