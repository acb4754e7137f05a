"""An edition's clean HTML as the small tree of blocks and runs that `article.typ` sets.

All meaning is settled here and in `pdf_runs`, and all looks in the template.
"""

from itertools import groupby
from typing import Any
from xml.etree.ElementTree import Element

from pipeline.render.pdf_html import (
    admonition,
    classes,
    content,
    is_head,
    is_phrase,
    members,
    number,
    rows_of,
)
from pipeline.render.pdf_nodes import (
    MAX_COLUMNS,
    Node,
    begun,
    breakable,
    following,
    long_items,
    split,
    table_part,
    text_of,
    trimmed,
    whole_callout,
)
from pipeline.render.pdf_runs import Runs

DEEPEST_QUOTE = 6
"""Quotations within one another that are set as such."""

_ALIGNMENT = {"align-start": "start", "align-center": "center", "align-end": "end"}


def _illustrates(node: Any) -> bool:
    """Whether a block of a figure is a picture that has something to say."""
    if isinstance(node, list):
        return any(map(_illustrates, node))
    if not isinstance(node, dict):
        return False
    return (node.get("t") == "image" and bool(node["alt"])) or any(map(_illustrates, node.values()))


class Tree(Runs):
    """One edition's body as nodes, and which images and languages it needs."""

    def nodes(self) -> list[Node]:
        """Return the body's blocks."""
        return self._blocks(self._root)

    def _blocks(self, parent: Element) -> list[Node]:
        """Return the blocks of a container; runs of text between blocks become paragraphs."""
        blocks: list[Node] = []
        for phrase, items in groupby(content(parent), key=is_phrase):
            parts = list(items)
            if phrase:
                blocks += self._paragraph(parts)
            else:
                for element in parts:
                    assert isinstance(element, Element)  # noqa: S101 -- only elements are no phrase.
                    blocks += self._block(element)
        return following(blocks)

    def _block(self, element: Element) -> list[Node]:
        with self._turned(element):
            made = self._made(element)
        return self._dressed(element, made, block=True)

    def _made(self, element: Element) -> list[Node]:
        match element.tag:
            case "p":
                return self._paragraph(list(content(element)))
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
            case "div" if "admonition" in classes(element):
                return [self._callout(element, admonition(element), "p")]
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
        inlines = trimmed(self._inlines(parts))
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
        inlines = trimmed(self._inlines(content(element)))
        if not text_of(inlines).strip():
            alts = " ".join(alt for image in element.iter("img") if (alt := image.get("alt", "").strip()))
            if not alts:
                return [{"t": "p", "c": inlines}] if inlines else []
            inlines = [*inlines, {"t": "hidden", "c": [alts]}]
        return [{"t": "heading", "level": self._level, "id": self._label(element), "c": inlines}]

    def _list(self, element: Element) -> Node:
        items = list(members(element, "li"))
        loose = any(child.tag == "p" for item in items for child in item)
        made = [self._anchored(item, self._item(item, loose=loose)) for item in items]
        return {
            "t": element.tag,
            "tight": not loose,
            "long": long_items(made),
            "follows": False,
            "start": number(element.get("start"), 1),
            "items": made,
        }

    def _item(self, element: Element, *, loose: bool) -> list[Node]:
        """Return an item's content; a tight item's text is no paragraph of its own."""
        with self._turned(element):
            blocks = self._item_blocks(element, loose=loose)
        return self._dressed(element, blocks, block=True, anchor=False)

    def _note_blocks(self, element: Element) -> list[Node]:
        return self._item(element, loose=True)

    def _item_blocks(self, element: Element, *, loose: bool) -> list[Node]:
        blocks: list[Node] = []
        for phrase, items in groupby(content(element), key=is_phrase):
            parts = list(items)
            if phrase and not loose:
                inlines = trimmed(self._inlines(parts))
                blocks += [{"t": "text", "c": inlines}] if inlines else []
            elif phrase:
                blocks += self._paragraph(parts)
            else:
                blocks += [node for part in parts if isinstance(part, Element) for node in self._block(part)]
        return following(blocks)

    def _terms(self, element: Element) -> Node:
        """Return a definition list as groups of terms, each with its definitions."""
        groups: list[dict[str, Any]] = []
        for child in members(element, "dd", "dt"):
            if child.tag == "dt":
                if not groups or groups[-1]["definitions"]:
                    groups.append({"terms": [], "definitions": []})
                groups[-1]["terms"].append(self._phrase(child))
            else:
                groups = groups or [{"terms": [], "definitions": []}]
                with self._turned(child):
                    blocks = begun(self._blocks(child))
                groups[-1]["definitions"].append(self._dressed(child, blocks, block=True))
        return {"t": "terms", "groups": groups}

    def _callout(self, element: Element, kind: str, title_tag: str) -> Node:
        title = next((child for child in element if child.tag == title_tag), None)
        if title is not None and kind != "details" and "admonition-title" not in classes(title):
            title = None
        inlines = [] if title is None else self._phrase(title)
        if title is not None:
            element.remove(title)
        blocks = self._blocks(element)
        return {"t": "callout", "kind": kind, "title": inlines, "whole": whole_callout(blocks), "c": blocks}

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
        if not any(_illustrates(node) for node in flat):
            # What shows nothing needs no alternative text: its words are a part of the article.
            if len(flat) == 1 and isinstance(flat[0], dict) and flat[0]["t"] == "table":
                return {**flat[0], "caption": flat[0]["caption"] or inlines}
            if any(isinstance(node, dict) and node["t"] == "image" for node in flat):
                flat = [{"t": "figure", "c": flat, "caption": []}]
            words: list[Node] = [{"t": "p", "c": [{"t": "small", "c": inlines}]}] if inlines else []
            return {"t": "block", "c": [*flat, *words]}
        return {"t": "figure", "c": flat, "caption": inlines}

    # Tables

    def _table(self, element: Element) -> list[Node]:
        caption = next((child for child in element if child.tag == "caption"), None)
        inlines = [] if caption is None else self._phrase(caption)
        rows = [(row, is_head(row, section)) for section, row in rows_of(element)]
        cells = [([self._cell(cell) for cell in row if cell.tag in ("td", "th")], head) for row, head in rows]
        heads = 0
        while heads < len(cells) and cells[heads][1]:
            heads += 1
        table = [row for row, _ in cells if row]
        columns = max((sum(cell["colspan"] for cell in row) for row in table), default=0)
        if not columns:
            return [{"t": "p", "c": inlines}] if inlines else []
        spans = any(cell["colspan"] > 1 or cell["rowspan"] > 1 for row in table for cell in row)
        parts = [table] if spans or columns <= MAX_COLUMNS else list(split(table, columns))
        return [
            table_part(part, heads, spans, inlines if not number else []) for number, part in enumerate(parts)
        ]

    def _cell(self, element: Element) -> dict[str, Any]:
        parts = list(content(element))
        with self._turned(element):
            if all(is_phrase(part) for part in parts):
                made: list[Node] = [{"t": "text", "c": trimmed(self._inlines(parts))}]
            else:
                made = self._blocks(element)
        align = next((_ALIGNMENT[name] for name in classes(element) if name in _ALIGNMENT), "start")
        return {
            "c": self._dressed(element, made, block=False),
            "head": element.tag == "th",
            "align": align,
            "colspan": number(element.get("colspan"), 1),
            "rowspan": number(element.get("rowspan"), 1),
        }
