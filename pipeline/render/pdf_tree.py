"""An edition's clean HTML as the small tree of blocks and runs that `article.typ` sets.

All meaning is settled here and all looks there. A node is a text or a mapping with its kind under
`t`; nothing in it is ever evaluated. The input is nh3's output, so every element is closed.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from html.parser import HTMLParser
from itertools import groupby
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element, TreeBuilder

from pipeline.bidi import isolate

Node = str | dict[str, Any]

_VOID = frozenset({"br", "col", "hr", "img", "source", "wbr"})

_INLINE = {
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

_PHRASE = frozenset((*_INLINE, "img", "br", "wbr", "picture"))
_STATES = frozenset({"untranslated", "stale", "draft", "rejected", "translated"})
_LEAVES = frozenset({"p", "text", "heading", "pre", "figure"})
"""Blocks that carry a state themselves; that of others is on the leaves within them."""

_RUNS = frozenset(
    {"span", "strong", "em", "code", "sub", "sup", "mark", "del", "ins", "small", "q", "kbd"}
) | {*("ref", "link", "image", "br", "note", "again", "anchor", "hidden")}
"""Kinds that stand within a line."""

_ALIGNMENT = {"align-start": "start", "align-center": "center", "align-end": "end"}
_SPACE = re.compile(r"[ \t\n\r\f]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")

_SPACELESS = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef"
WORDS = re.compile(rf"[^\s\u00ad\u200b{_SPACELESS}]+")
"""Words of scripts that break lines at spaces."""

LONGEST = 40
"""A longer word, in letters, may be broken anywhere, since no line may hold it."""

DEEPEST = 24
"""Elements within one another; deeper ones are no article, and the compiler has a limit too."""

DEEPEST_QUOTE = 6
"""Quotations within one another that are set as such."""

SHORT = 16
"""Letters of an isolated run that is never broken over lines."""

MAX_COLUMNS = 9
"""A table with more is set as several, one below the other, each with the first column."""


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
        self.builder.data(_CONTROL.sub("", data))


def parse(html: str) -> Element:
    """Read nh3's output into a tree below an element `body`."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.builder.end("body")
    return reader.builder.close()


class Tree:
    """Turns one edition's body into nodes, and notes which images and languages it needs."""

    def __init__(
        self, html: str, *, direction: str, language: Callable[[str], tuple[str, str]], address: str = ""
    ) -> None:
        """Read `html`, whose direction is `ltr` or `rtl`.

        `language` gives the key of a `lang` in the template's data, and its direction. `address` is
        the page's absolute address, against which relative links are read, or empty.
        """
        self.images: dict[str, str] = {}
        """The name in the template's data of every image, by its `src`."""
        self._language = language
        self._address = address
        self._root = parse(html)
        self._direction = direction
        self._ids = {value for element in self._root.iter() if (value := element.get("id"))}
        self._labelled: set[str] = set()
        self._printed: set[str] = set()
        self._level = 1
        self._marks = 0
        self._quotes = 0
        self._notes = self._take_notes()
        self._noted: set[str] = set()

    def nodes(self) -> list[Node]:
        """Return the body's blocks."""
        return self._blocks(self._root)

    # Blocks

    def _blocks(self, parent: Element) -> list[Node]:
        """Return the blocks of a container; runs of text between blocks become paragraphs."""
        blocks: list[Node] = []
        for phrase, items in groupby(_content(parent), key=_is_phrase):
            parts = list(items)
            if phrase:
                blocks += self._paragraph(parts)
            else:
                for element in parts:
                    assert isinstance(element, Element)  # noqa: S101 -- only elements are no phrase.
                    blocks += self._block(element)
        return blocks

    def _block(self, element: Element) -> list[Node]:
        with self._turned(element):
            made = self._made(element)
        return self._dressed(element, made, block=True)

    def _made(self, element: Element) -> list[Node]:
        match element.tag:
            case "p":
                return self._paragraph(list(_content(element)))
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                return self._heading(element)
            case "ul" | "ol":
                return [self._list(element)]
            case "dl":
                return [self._terms(element)]
            case "table":
                return self._table(element)
            case "pre":
                return [{"t": "pre", "text": breakable("".join(element.itertext()).rstrip("\n"), 80)}]
            case "hr":
                return [{"t": "hr"}]
            case "figure":
                return [self._figure(element)]
            case "blockquote":
                return [self._quote(element)]
            case "details":
                return [self._callout(element, "details", "summary")]
            case "div" if "admonition" in _classes(element):
                return [self._callout(element, _admonition(element), "p")]
            case _:
                return self._blocks(element)

    def _quote(self, element: Element) -> Node:
        """Return a quotation; one that is deep within others is a plain block."""
        self._quotes += 1
        kind = "quote" if self._quotes <= DEEPEST_QUOTE else "block"
        blocks = self._blocks(element)
        self._quotes -= 1
        return {"t": kind, "c": blocks}

    def _paragraph(self, parts: list[str | Element]) -> list[Node]:
        inlines = _trimmed(self._inlines(parts))
        if not inlines:
            return []
        if len(inlines) == 1 and isinstance(inlines[0], dict) and inlines[0]["t"] == "image":
            image = inlines[0]
            caption: list[Node] = [image["title"]] if image["title"] else []
            return [{"t": "figure", "c": [{**image, "block": True}], "caption": caption}]
        return [{"t": "p", "c": inlines}]

    def _heading(self, element: Element) -> list[Node]:
        # PDF/UA-1 allows no level to be skipped, whatever the author did.
        self._level = min(max(2, int(element.tag[1])), self._level + 1)
        inlines = _trimmed(self._inlines(_content(element)))
        if not text_of(inlines).strip():
            alts = " ".join(alt for image in element.iter("img") if (alt := image.get("alt", "").strip()))
            if not alts:
                return [{"t": "p", "c": inlines}] if inlines else []
            inlines = [*inlines, {"t": "hidden", "c": [alts]}]
        return [{"t": "heading", "level": self._level, "id": self._label(element), "c": inlines}]

    def _list(self, element: Element) -> Node:
        items = list(_members(element, "li"))
        loose = any(child.tag == "p" for item in items for child in item)
        return {
            "t": element.tag,
            "tight": not loose,
            "start": _number(element.get("start"), 1),
            "items": [self._anchored(item, self._item(item, loose=loose)) for item in items],
        }

    def _item(self, element: Element, *, loose: bool) -> list[Node]:
        """Return an item's content; a tight item's text is no paragraph of its own."""
        with self._turned(element):
            blocks = self._item_blocks(element, loose=loose)
        return self._dressed(element, blocks, block=True, anchor=False)

    def _item_blocks(self, element: Element, *, loose: bool) -> list[Node]:
        blocks: list[Node] = []
        for phrase, items in groupby(_content(element), key=_is_phrase):
            parts = list(items)
            if phrase and not loose:
                inlines = _trimmed(self._inlines(parts))
                blocks += [{"t": "text", "c": inlines}] if inlines else []
            elif phrase:
                blocks += self._paragraph(parts)
            else:
                blocks += [node for part in parts if isinstance(part, Element) for node in self._block(part)]
        return blocks

    def _terms(self, element: Element) -> Node:
        """Return a definition list as groups of terms, each with its definitions."""
        groups: list[dict[str, Any]] = []
        for child in _members(element, "dd", "dt"):
            if child.tag == "dt":
                if not groups or groups[-1]["definitions"]:
                    groups.append({"terms": [], "definitions": []})
                groups[-1]["terms"].append(self._phrase(child))
            else:
                groups = groups or [{"terms": [], "definitions": []}]
                with self._turned(child):
                    blocks = _begun(self._blocks(child))
                groups[-1]["definitions"].append(self._dressed(child, blocks, block=True))
        return {"t": "terms", "groups": groups}

    def _callout(self, element: Element, kind: str, title_tag: str) -> Node:
        title = next((child for child in element if child.tag == title_tag), None)
        if title is not None and kind != "details" and "admonition-title" not in _classes(title):
            title = None
        inlines = [] if title is None else self._phrase(title)
        if title is not None:
            element.remove(title)
        return {"t": "callout", "kind": kind, "title": inlines, "c": self._blocks(element)}

    def _figure(self, element: Element) -> Node:
        caption = next((child for child in element if child.tag == "figcaption"), None)
        inlines: list[Node] = []
        if caption is not None:
            holders = [child for child in caption if child.tag == "p"] or [caption]
            for number, holder in enumerate(holders):
                inlines += ([{"t": "br"}] if number else []) + self._phrase(holder)
            if holders != [caption]:
                inlines = self._dressed(caption, inlines, block=False)
            element.remove(caption)
        blocks = self._blocks(element)
        flat: list[Node] = []
        for block in blocks:
            # An image alone in a paragraph is a figure of its own; here the caption is the figure's.
            figure = isinstance(block, dict) and block["t"] == "figure" and len(blocks) == 1
            flat += block["c"] if figure and isinstance(block, dict) else [block]
        return {"t": "figure", "c": flat, "caption": inlines}

    # Tables

    def _table(self, element: Element) -> list[Node]:
        caption = next((child for child in element if child.tag == "caption"), None)
        inlines = [] if caption is None else self._phrase(caption)
        rows = [(row, _is_head(row, section)) for section, row in _rows(element)]
        cells = [([self._cell(cell) for cell in row if cell.tag in ("td", "th")], head) for row, head in rows]
        heads = 0
        while heads < len(cells) and cells[heads][1]:
            heads += 1
        table = [row for row, _ in cells if row]
        columns = max((sum(cell["colspan"] for cell in row) for row in table), default=0)
        if not columns:
            return [{"t": "p", "c": inlines}] if inlines else []
        spans = any(cell["colspan"] > 1 or cell["rowspan"] > 1 for row in table for cell in row)
        parts = [table] if spans or columns <= MAX_COLUMNS else list(_split(table, columns))
        return [
            _table_part(part, heads, spans, inlines if not number else [])
            for number, part in enumerate(parts)
        ]

    def _cell(self, element: Element) -> dict[str, Any]:
        content = list(_content(element))
        with self._turned(element):
            if all(_is_phrase(part) for part in content):
                made: list[Node] = [{"t": "text", "c": _trimmed(self._inlines(content))}]
            else:
                made = self._blocks(element)
        align = next((_ALIGNMENT[name] for name in _classes(element) if name in _ALIGNMENT), "start")
        return {
            "c": self._dressed(element, made, block=False),
            "head": element.tag == "th",
            "align": align,
            "colspan": _number(element.get("colspan"), 1),
            "rowspan": _number(element.get("rowspan"), 1),
        }

    # Runs of text

    def _phrase(self, element: Element) -> list[Node]:
        """Return the content of an element that holds no blocks, with its marks."""
        with self._turned(element):
            inlines = _trimmed(self._inlines(_content(element)))
        return self._dressed(element, inlines, block=False)

    def _inlines(self, parts: Iterable[str | Element]) -> list[Node]:
        nodes: list[Node] = []
        for part in parts:
            for node in [breakable(_SPACE.sub(" ", part))] if isinstance(part, str) else self._inline(part):
                if isinstance(node, str) and nodes and nodes[-1] == {"t": "br"}:
                    nodes += [stripped] if (stripped := node.lstrip(" ")) else []
                elif isinstance(node, str) and nodes and isinstance(nodes[-1], str):
                    nodes[-1] += node
                elif node:
                    nodes.append(node)
        return nodes

    def _inline(self, element: Element) -> list[Node]:
        tag = element.tag
        if tag == "br":
            return [{"t": "br"}]
        if tag == "wbr":
            return ["\u200b"]
        if tag == "img":
            return self._image(element)
        note = self._note(element)
        if note is not None:
            return note
        if tag in ("code", "samp"):
            code: Node = {"t": "code", "text": "".join(element.itertext())}
            if self._direction == "rtl":
                code = {"t": "span", "dir": "ltr", "short": _short([code]), "c": [code]}
            return self._dressed(element, [code], block=False)
        with self._turned(element):
            children = self._inlines(_content(element))
        if tag == "a":
            children = self._link(element, children)
        elif _INLINE.get(tag, "span") != "span" and children:
            children = [{"t": _INLINE[tag], "c": children}]
        return self._dressed(element, children, block=False)

    def _link(self, element: Element, children: list[Node]) -> list[Node]:
        href = element.get("href", "").strip()
        if "footnote-backref" in _classes(element):
            return []
        if href.startswith("#"):
            known = href[1:] in self._ids and href[1:] not in self._notes
            return [{"t": "ref", "to": href[1:], "c": children}] if known and children else children
        address = urljoin(self._address, href) if self._address else href
        if urlsplit(address).scheme not in ("http", "https", "mailto", "tel") or not children:
            return children
        shown = address.removeprefix("mailto:").removeprefix("tel:")
        said = text_of(children).strip().replace("\u200b", "")
        print_it = shown not in self._printed and said.rstrip("/") not in (shown.rstrip("/"), _bare(shown))
        self._printed.add(shown)
        return [{"t": "link", "url": address, "c": children, "print": _bare(shown) if print_it else ""}]

    def _image(self, element: Element) -> list[Node]:
        src = element.get("src", "")
        alt, title = element.get("alt", "").strip(), element.get("title", "").strip()
        if not src:
            return [alt] if alt else []
        name = self.images.setdefault(src, f"image-{len(self.images)}")
        return [{"t": "image", "name": name, "alt": alt, "title": title}]

    # Footnotes

    def _take_notes(self) -> dict[str, Element]:
        """Take Python-Markdown's list of footnotes out of the body; return each note by its id."""
        notes: dict[str, Element] = {}
        for parent in list(self._root.iter()):
            for child in list(parent):
                if child.tag == "div" and "footnote" in _classes(child):
                    notes.update((item.get("id", ""), item) for item in child.iter("li") if item.get("id"))
                    parent.remove(child)
        return notes

    def _note(self, element: Element) -> list[Node] | None:
        """Return a footnote where its reference stands, or None if this is no such reference."""
        link = element.find("a") if element.tag == "sup" else element if element.tag == "a" else None
        if link is None or "footnote-ref" not in _classes(link):
            return None
        name = link.get("href", "")[1:]
        if name not in self._notes:
            return []
        if name in self._noted:
            return [{"t": "again", "to": name}]
        self._noted.add(name)
        return [{"t": "note", "id": name, "c": _begun(self._item(self._notes[name], loose=True))}]

    # Marks

    @contextmanager
    def _turned(self, element: Element) -> Iterator[None]:
        """Read an element's content in the element's direction."""
        before, self._direction = self._direction, self._direction_of(element)
        yield
        self._direction = before

    def _direction_of(self, element: Element) -> str:
        """Return the direction of an element's content: its `dir`, its language's, or the one around it."""
        direction, lang = element.get("dir", ""), element.get("lang", "")
        if direction in ("ltr", "rtl"):
            return direction
        if direction == "auto" or (element.tag == "bdi" and not direction):
            return first_strong("".join(element.itertext()))
        return self._language(lang)[1] if lang else self._direction

    def _label(self, element: Element) -> str:
        """Return the element's id the first time it occurs; a link can have only one target."""
        name = element.get("id", "")
        if not name or name in self._labelled:
            return ""
        self._labelled.add(name)
        return name

    def _mark(self, state: str) -> dict[str, Any]:
        """Return the attributes of a node in a state: the number pairs the marks at its two ends."""
        self._marks += 1
        return {"state": state, "mark": self._marks}

    def _stated(self, node: Any, state: str) -> Any:
        """Put a block's state on every paragraph, heading and picture within it that has none."""
        if isinstance(node, list):
            return [self._stated(part, state) for part in node]
        if not isinstance(node, dict) or "state" in node:
            return node
        if node.get("t") in _LEAVES:
            return {**node, **self._mark(state)}
        return {name: self._stated(value, state) for name, value in node.items()}

    def _anchored(self, element: Element, nodes: list[Node]) -> list[Node]:
        name = self._label(element)
        return [{"t": "anchor", "id": name}, *nodes] if name else nodes

    def _dressed(
        self, element: Element, nodes: list[Node], *, block: bool, anchor: bool = True
    ) -> list[Node]:
        """Wrap nodes in what their element says of state, language, direction and place."""
        if not nodes:
            return nodes
        dressed: dict[str, Any] = {}
        if (state := element.get("data-state", "")) in _STATES:
            if all(isinstance(node, dict) and node["t"] not in _RUNS for node in nodes):
                nodes = [self._stated(node, state) for node in nodes]
            else:
                dressed.update(self._mark(state))
        if lang := element.get("lang", ""):
            dressed["lang"], _ = self._language(lang)
        if (direction := self._direction_of(element)) != self._direction:
            dressed["dir"] = direction
        if dressed:
            nodes = [{"t": "block" if block else "span", **dressed, "short": _short(nodes), "c": nodes}]
        return self._anchored(element, nodes) if anchor else nodes


def directed(text: str) -> list[Node]:
    """Return a plain text of a right-to-left page as nodes, its foreign runs isolated."""
    return [
        {"t": "span", "dir": "ltr", "short": _short([run]), "c": [run]} if foreign else run
        for run, foreign in isolate(text)
    ]


def _short(nodes: list[Node]) -> bool:
    """Whether nodes are few enough letters to stay on one line, as "1 / 3" must."""
    return len(text_of(nodes)) <= SHORT and all(isinstance(node, str) or node["t"] != "br" for node in nodes)


def text_of(nodes: Iterable[Node]) -> str:
    """Return the words of nodes, in order, footnotes left out."""
    return "".join(_text_parts(nodes))


def _text_parts(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node["t"] == "code":
            yield node["text"]
        elif node["t"] != "note":
            yield from _text_parts(node.get("c", ()))


def _content(element: Element) -> Iterator[str | Element]:
    """Yield an element's texts and children, in order."""
    if element.text:
        yield element.text
    for child in element:
        yield child
        if child.tail:
            yield child.tail


def _members(element: Element, tag: str, *others: str) -> Iterator[Element]:
    """Yield a list's own children; whatever else raw HTML put into it gets a `tag` around it."""
    for part in _content(element):
        if isinstance(part, Element) and part.tag in (tag, *others):
            yield part
        elif isinstance(part, Element) and part.tag == "div":
            yield from _members(part, tag, *others)
        elif isinstance(part, Element) or part.strip():
            member = Element(tag)
            if isinstance(part, str):
                member.text = part
            else:
                bare = copy(part)
                bare.tail = None
                member.append(bare)
            yield member


def _is_phrase(part: str | Element) -> bool:
    """Whether a text or element belongs into a paragraph. An anchor around blocks does not."""
    if isinstance(part, str):
        return True
    return part.tag in _PHRASE and all(_is_phrase(child) for child in part)


def _begun(blocks: list[Node]) -> list[Node]:
    """Let the first paragraph stand on the line that its number or term begins."""
    if blocks and isinstance(blocks[0], dict) and blocks[0]["t"] == "p":
        return [{**blocks[0], "t": "text"}, *blocks[1:]]
    return blocks


def _trimmed(nodes: list[Node]) -> list[Node]:
    """Drop the white space at both ends of a block."""
    if nodes and isinstance(nodes[0], str):
        nodes = [nodes[0].lstrip(" "), *nodes[1:]]
    if nodes and isinstance(nodes[-1], str):
        nodes = [*nodes[:-1], nodes[-1].rstrip(" ").removesuffix("\u00a0")]
    return [node for node in nodes if node]


def breakable(text: str, longest: int = LONGEST) -> str:
    """Let a word of more than `longest` letters break anywhere."""
    return WORDS.sub(lambda word: "\u200b".join(word[0]) if len(word[0]) > longest else word[0], text)


def _fitted(nodes: list[Node], longest: int) -> list[Node]:
    """Let the words of a narrow cell break."""
    return [
        breakable(node, longest)
        if isinstance(node, str)
        else {**node, "c": _fitted(node["c"], longest)}
        if "c" in node
        else node
        for node in nodes
    ]


def _classes(element: Element) -> list[str]:
    return element.get("class", "").split()


def _admonition(element: Element) -> str:
    return next((name for name in _classes(element) if name != "admonition"), "note")


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and 0 < int(text) < 1000 else default


def _bare(address: str) -> str:
    """Return an address as people write it."""
    return re.sub(r"^https?://", "", address).rstrip("/")


def first_strong(text: str) -> str:
    """Return the direction of the first letter that has one (UAX #9, rule P2)."""
    for character in text:
        bidi = unicodedata.bidirectional(character)
        if bidi in ("R", "AL"):
            return "rtl"
        if bidi == "L":
            return "ltr"
    return "ltr"


def _rows(table: Element) -> Iterator[tuple[Element, Element]]:
    """Yield section and row of each row, the head first and the foot last, as HTML orders them."""
    order = {"thead": 0, "tfoot": 2}
    for section in sorted(table, key=lambda child: order.get(child.tag, 1)):
        if section.tag == "tr":
            yield table, section
        elif section.tag in ("thead", "tbody", "tfoot"):
            for row in section:
                if row.tag == "tr":
                    yield section, row


def _is_head(row: Element, section: Element) -> bool:
    bare = section.tag == "table" and len(row) > 0
    return section.tag == "thead" or (bare and all(cell.tag == "th" for cell in row))


def _table_part(rows: list[list[dict[str, Any]]], heads: int, spans: bool, caption: list[Node]) -> Node:
    """Return a table's node, its columns as wide as their text asks for."""
    columns = max(sum(cell["colspan"] for cell in row) for row in rows)
    widths = [1] * columns if spans else _widths(rows)
    # About a hundred letters fit side by side.
    longest = [max(6, 100 * width // sum(widths) - 3) for width in widths]
    if not spans:
        rows = [
            [
                {**cell, "c": _fitted(cell["c"], LONGEST if room > LONGEST else max(room, 20))}
                for cell, room in zip(row, longest, strict=False)
            ]
            for row in rows
        ]
    length = sum(len(text_of(cell["c"])) for row in rows for cell in row)
    return {
        "t": "table",
        "widths": widths,
        "head": rows[:heads],
        "rows": rows[heads:],
        "caption": caption,
        "whole": len(rows) <= 12 and length <= 1200 and next(_pictures(rows), None) is None,
    }


def _pictures(value: Any) -> Iterator[Any]:
    """Yield the images within a node or list of nodes."""
    if isinstance(value, dict) and value.get("t") == "image":
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _pictures(part)


def _split(table: list[list[dict[str, Any]]], columns: int) -> Iterator[list[list[dict[str, Any]]]]:
    """Cut a wide table into several that repeat the first column."""
    step = MAX_COLUMNS - 1
    for start in range(1, columns, step):
        yield [[row[0], *row[start : start + step]] for row in table]


def _widths(table: list[list[dict[str, Any]]]) -> list[int]:
    """Share a table's width by how much text each column holds, none far narrower than another."""
    columns = max(len(row) for row in table)
    widths = []
    for column in range(columns):
        cells = [text_of(row[column]["c"]) for row in table if column < len(row)]
        longest = max((len(word) for cell in cells for word in cell.split()), default=0)
        widths.append(min(60, max(6, min(longest, 18) + 2, max(map(len, cells), default=0) // 2)))
    return widths


def texts(nodes: Iterable[Node]) -> Iterator[str]:
    """Yield every text that the tree prints, notes, cells and captions included."""
    for node in nodes:
        if isinstance(node, str):
            yield node
        else:
            yield node.get("text", "")
            for value in node.values():
                yield from _nested(value)


def _nested(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from texts([dict(value)])
    elif isinstance(value, list):
        for item in value:
            if isinstance(item, str):
                yield item
            else:
                yield from _nested(item)
