"""Runs of text: what stands within the lines of a printed page, and what blocks and runs carry alike."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

from pipeline.render.pdf_html import INLINE, classes, content, first_strong, parse
from pipeline.render.pdf_nodes import Node, bare, begun, breadth, breakable, short, text_of, texts, trimmed

_STATES = frozenset({"untranslated", "stale", "draft", "rejected", "translated"})
_LEAVES = frozenset({"p", "text", "heading", "pre", "figure"})
"""Blocks that carry a state themselves; that of others is on the leaves within them."""

_RUNS = frozenset(
    {"span", "strong", "em", "code", "sub", "sup", "mark", "del", "ins", "small", "q", "kbd"}
) | {*("ref", "link", "image", "br", "note", "again", "anchor", "hidden")}
"""Kinds that stand within a line."""


_SPACE = re.compile(r"[ \t\n\r\f]+")


class Runs:
    """Reads one body; `pdf_tree.Tree` adds the blocks. Notes which images and languages it needs."""

    def __init__(
        self, html: str, *, direction: str, language: Callable[[str], tuple[str, str]], address: str = ""
    ) -> None:
        """Read `html`, whose direction is `ltr` or `rtl`.

        `language` gives the key of a `lang` in the template's data, and its direction. `address` is
        the page's absolute address, against which relative links are read, or empty.
        """
        self.images: dict[str, str] = {}
        """The name in the template's data of every image, by its `src`."""
        self.abbreviations: dict[str, str] = {}
        """What each abbreviation of the body stands for, by the abbreviation."""
        self.longest_note = 0
        """Rough width of the longest footnote, in Latin letters."""
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
        self._within_note = False

    def _note_blocks(self, element: Element) -> list[Node]:
        """Return a footnote's content; whoever knows blocks says how."""
        raise NotImplementedError

    def _phrase(self, element: Element) -> list[Node]:
        """Return the content of an element that holds no blocks, with its marks."""
        with self._turned(element):
            inlines = trimmed(self._inlines(content(element)))
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
            code: Node = {"t": "code", "text": breakable("".join(element.itertext()))}
            if self._direction == "rtl":
                code = {"t": "span", "dir": "ltr", "short": short([code]), "c": [code]}
            return self._dressed(element, [code], block=False)
        with self._turned(element):
            children = self._inlines(content(element))
        if tag == "abbr" and (long := element.get("title", "").strip()):
            self.abbreviations.setdefault(text_of(children).replace("\u200b", ""), long)
        if tag == "a":
            children = self._link(element, children)
        elif INLINE.get(tag, "span") != "span" and children:
            children = [{"t": INLINE[tag], "c": children}]
        return self._dressed(element, children, block=False)

    def _link(self, element: Element, children: list[Node]) -> list[Node]:
        href = element.get("href", "").strip()
        if "footnote-backref" in classes(element):
            return []
        if href.startswith("#"):
            known = href[1:] in self._ids and href[1:] not in self._notes
            return [{"t": "ref", "to": href[1:], "c": children}] if known and children else children
        address = urljoin(self._address, href) if self._address else href
        if urlsplit(address).scheme not in ("http", "https", "mailto", "tel") or not children:
            return children
        shown = address.removeprefix("mailto:").removeprefix("tel:")
        said = text_of(children).strip().replace("\u200b", "")
        print_it = shown not in self._printed and said.rstrip("/") not in (shown.rstrip("/"), bare(shown))
        self._printed.add(shown)
        return [{"t": "link", "url": address, "c": children, "print": bare(shown) if print_it else ""}]

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
                if child.tag == "div" and "footnote" in classes(child):
                    notes.update((item.get("id", ""), item) for item in child.iter("li") if item.get("id"))
                    parent.remove(child)
        return notes

    def _note(self, element: Element) -> list[Node] | None:
        """Return a footnote where its reference stands, or None if this is no such reference."""
        link = element.find("a") if element.tag == "sup" else element if element.tag == "a" else None
        if link is None or "footnote-ref" not in classes(link):
            return None
        name = link.get("href", "")[1:]
        if name not in self._notes:
            return []
        if name in self._noted:
            return [{"t": "again", "to": name}]
        self._noted.add(name)
        self._within_note = True
        blocks = begun(self._note_blocks(self._notes[name]))
        self._within_note = False
        self.longest_note = max(self.longest_note, sum(map(breadth, texts(blocks))))
        return [{"t": "note", "id": name, "c": blocks}]

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
        return {"state": state, "mark": self._marks, **({"foot": True} if self._within_note else {})}

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
            nodes = [{"t": "block" if block else "span", **dressed, "short": short(nodes), "c": nodes}]
        return self._anchored(element, nodes) if anchor else nodes
