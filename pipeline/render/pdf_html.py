"""Clean HTML as an ElementTree, and what its elements mean to a printed page.

The input is nh3's output, so every element is closed.
"""

import re
import unicodedata
from collections.abc import Iterator
from copy import copy
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder

_VOID = frozenset({"br", "col", "hr", "img", "source", "wbr"})


INLINE = {
    **dict.fromkeys(("strong", "b"), "strong"),
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), "em"),
    **dict.fromkeys(("code", "samp"), "code"),
    **dict.fromkeys(("del", "s"), "del"),
    **dict.fromkeys(("ins", "u"), "ins"),
    **{name: name for name in ("sub", "sup", "mark", "kbd", "small", "q")},
    **dict.fromkeys(("a", "abbr", "bdi", "bdo", "data", "span", "time"), "span"),
    **dict.fromkeys(("ruby", "rb", "rt", "rp", "rtc"), "span"),
}
"""Kind of each inline element."""

_PHRASE = frozenset((*INLINE, "img", "br", "wbr", "picture"))

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


DEEPEST = 24
"""Elements within one another; deeper ones are no article, and the compiler has a limit too."""


class _Reader(HTMLParser):
    """Builds an ElementTree from well-formed HTML; text outside elements is kept."""

    def __init__(self) -> None:
        """Open the root."""
        super().__init__(convert_charrefs=True)
        self.builder = TreeBuilder()
        self.builder.start("body", {})
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, and close it again if it is void. One too deep leaves only its text."""
        if tag not in _VOID:
            self.depth += 1
        if self.depth <= DEEPEST:
            self.builder.start(tag, {name: value or "" for name, value in attrs})
            if tag in _VOID:
                self.builder.end(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if tag not in _VOID:
            if self.depth <= DEEPEST:
                self.builder.end(tag)
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        """Keep a text, without control characters."""
        self.builder.data(CONTROL.sub("", data))


def parse(html: str) -> Element:
    """Read nh3's output into a tree below an element `body`."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.builder.end("body")
    return reader.builder.close()


def content(element: Element) -> Iterator[str | Element]:
    """Yield an element's texts and children, in order."""
    if element.text:
        yield element.text
    for child in element:
        yield child
        if child.tail:
            yield child.tail


def members(element: Element, tag: str, *others: str) -> Iterator[Element]:
    """Yield a list's own children; whatever else raw HTML put into it gets a `tag` around it."""
    for part in content(element):
        if isinstance(part, Element) and part.tag in (tag, *others):
            yield part
        elif isinstance(part, Element) and part.tag == "div":
            yield from members(part, tag, *others)
        elif isinstance(part, Element) or part.strip():
            member = Element(tag)
            if isinstance(part, str):
                member.text = part
            else:
                bare = copy(part)
                bare.tail = None
                member.append(bare)
            yield member


def is_phrase(part: str | Element) -> bool:
    """Whether a text or element belongs into a paragraph. An anchor around blocks does not."""
    if isinstance(part, str):
        return True
    return part.tag in _PHRASE and all(is_phrase(child) for child in part)


def classes(element: Element) -> list[str]:
    """Return an element's classes, in order."""
    return element.get("class", "").split()


def admonition(element: Element) -> str:
    """Return the kind of an admonition, as in `note` or `warning`."""
    return next((name for name in classes(element) if name != "admonition"), "note")


def number(text: str | None, default: int) -> int:
    """Read an attribute that counts, from 1 to 999; `default` for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and 0 < int(text) < 1000 else default


def first_strong(text: str) -> str:
    """Return the direction of the first letter that has one (UAX #9, rule P2)."""
    for character in text:
        bidi = unicodedata.bidirectional(character)
        if bidi in ("R", "AL"):
            return "rtl"
        if bidi == "L":
            return "ltr"
    return "ltr"


def rows_of(table: Element) -> Iterator[tuple[Element, Element]]:
    """Yield section and row of each row, the head first and the foot last, as HTML orders them."""
    order = {"thead": 0, "tfoot": 2}
    for section in sorted(table, key=lambda child: order.get(child.tag, 1)):
        if section.tag == "tr":
            yield table, section
        elif section.tag in ("thead", "tbody", "tfoot"):
            for row in section:
                if row.tag == "tr":
                    yield section, row


def is_head(row: Element, section: Element) -> bool:
    """Whether a row belongs to the head of its table."""
    bare = section.tag == "table" and len(row) > 0
    return section.tag == "thead" or (bare and all(cell.tag == "th" for cell in row))
