"""The nodes that `article.typ` sets, and what can be asked of them.

A node is a text, or a mapping with its kind under `t`; nothing in it is ever evaluated.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from unicodedata import east_asian_width

from pipeline.bidi import isolate

Node = str | dict[str, Any]

_SPACELESS = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef"
WORDS = re.compile(rf"[^\s\u00ad\u200b{_SPACELESS}]+")
"""Words of scripts that break lines at spaces."""

LONGEST = 40
"""A longer word, in letters, may be broken anywhere, since no line may hold it."""


SHORT = 16
"""Letters of an isolated run that is never broken over lines."""

LINE = 88
"""Letters that a line of running text holds, about."""

WHOLE = 900
"""Letters of a callout that is kept on one page."""

MAX_COLUMNS = 9
"""A table with more is set as several, one below the other, each with the first column."""


def directed(text: str) -> list[Node]:
    """Return a plain text of a right-to-left page as nodes, its foreign runs isolated."""
    return [
        {"t": "span", "dir": "ltr", "short": short([run]), "c": [run]} if foreign else run
        for run, foreign in isolate(text)
    ]


def short(nodes: list[Node]) -> bool:
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


def breadth(text: str) -> int:
    """Return a text's rough width in Latin letters."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def long_items(items: Iterable[list[Node]]) -> bool:
    """Whether an item of a list runs over its line, so that items need room between them."""
    own = ([node for node in item if not isinstance(node, dict) or "items" not in node] for item in items)
    return any(breadth(text_of(nodes)) > LINE for nodes in own)


def following(blocks: list[Node]) -> list[Node]:
    """Say of each list whether it follows a text, to which it is set as near as its items to one another."""
    made: list[Node] = []
    for node in blocks:
        if isinstance(node, dict) and "items" in node:
            before = made[-1] if made else None
            node = {**node, "follows": isinstance(before, dict) and before["t"] in ("p", "text")}
        made.append(node)
    return made


def whole_callout(blocks: list[Node]) -> bool:
    """Whether blocks are few enough to stay on one page."""
    plain = all(isinstance(node, str) or node["t"] in ("p", "ul", "ol") for node in blocks)
    return plain and sum(map(breadth, texts(blocks))) <= WHOLE


def begun(blocks: list[Node]) -> list[Node]:
    """Let the first paragraph stand on the line that its number or term begins."""
    if blocks and isinstance(blocks[0], dict) and blocks[0]["t"] == "p":
        return [{**blocks[0], "t": "text"}, *blocks[1:]]
    return blocks


def trimmed(nodes: list[Node]) -> list[Node]:
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


def bare(address: str) -> str:
    """Return an address as people write it."""
    return re.sub(r"^https?://", "", address).rstrip("/")


def table_part(rows: list[list[dict[str, Any]]], heads: int, spans: bool, caption: list[Node]) -> Node:
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
    words = [
        (word, room)
        for row in rows[:heads]
        for cell, room in zip(row, longest, strict=False)
        for word in text_of(cell["c"]).split()
    ]
    return {
        "t": "table",
        "widths": widths,
        "head": rows[:heads],
        "rows": rows[heads:],
        "caption": caption,
        "narrow": spans or any(len(word) > room for word, room in words),
        "whole": len(rows) <= 12 and length <= 1200 and next(_pictures(rows), None) is None,
    }


def _pictures(value: Any) -> Iterator[Any]:
    """Yield the images within a node or list of nodes."""
    if isinstance(value, dict) and value.get("t") == "image":
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _pictures(part)


def split(table: list[list[dict[str, Any]]], columns: int) -> Iterator[list[list[dict[str, Any]]]]:
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
