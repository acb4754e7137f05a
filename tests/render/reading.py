"""What assistive technology reads: a PDF's text and structure, in the order of its structure tree."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf


@dataclass
class Element:
    """A structure element (ISO 32000-1, 14.7.2) with its text and its kids."""

    kind: str
    text: str = ""
    """Its own and its kids' text, in order."""
    kids: list["Element"] = field(default_factory=list)
    entries: dict[str, Any] = field(default_factory=dict)
    """Its dictionary, without the kids."""

    def walk(self) -> Iterator["Element"]:
        """Yield the element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()


def read(data: bytes) -> Element:
    """Return the document as its structure tree tells it."""
    with pikepdf.open(io.BytesIO(data)) as document:
        texts = {page.objgen: _marked(page) for page in document.pages}
        return _element(document.Root.StructTreeRoot, None, texts)


def codes(data: bytes) -> set[int]:
    """Return the code of every glyph that any page shows."""
    with pikepdf.open(io.BytesIO(data)) as document:
        shown = (
            _codes(operands[0] if str(operator) == "TJ" else operands)
            for page in document.pages
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) in ("Tj", "TJ")
        )
        return {code for some in shown for code in some}


def _codes(parts: Any) -> list[int]:
    """Read what a `Tj` or `TJ` shows: two bytes for each glyph."""
    joined = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    return [int.from_bytes(joined[at : at + 2], "big") for at in range(0, len(joined), 2)]


def _element(node: Any, page: Any, texts: dict[Any, dict[int, str]]) -> Element:
    page = node.get("/Pg", page)
    made = Element(kind=str(node.get("/S", "/StructTreeRoot"))[1:])
    made.entries = {str(name): value for name, value in node.items() if name not in ("/K", "/P", "/Pg")}
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            made.text += texts[page.objgen].get(kid, "")
        elif kid.get("/Type") == "/MCR":
            made.text += texts[kid.get("/Pg", page).objgen].get(int(kid["/MCID"]), "")
        elif kid.get("/Type") != "/OBJR":
            made.kids.append(_element(kid, page, texts))
            made.text += made.kids[-1].text
    return made


def _marked(page: Any) -> dict[int, str]:
    """Return the text of each marked content of a page, by its number."""
    fonts = {name: _unicode(font) for name, font in page.get("/Resources", {}).get("/Font", {}).items()}
    found: dict[int, str] = {}
    open_: list[tuple[int | None, str | None]] = []
    font: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            marks = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else {}
            actual = str(marks["/ActualText"]) if "/ActualText" in marks else None
            number = int(marks["/MCID"]) if "/MCID" in marks else None
            _add(found, open_, actual)
            open_.append((number, actual))
        elif name == "EMC":
            open_.pop()
        elif name == "Tf":
            font = fonts[str(operands[0])]
        elif name in ("Tj", "TJ"):
            shown = _codes(operands[0] if name == "TJ" else operands)
            _add(found, open_, "".join(font.get(code, "") for code in shown))
    return found


def _add(found: dict[int, str], open_: list[tuple[int | None, str | None]], text: str | None) -> None:
    """Add a text to the marked content that is open, unless a replacement stands for it."""
    number = next((number for number, _ in reversed(open_) if number is not None), None)
    if text and number is not None and all(actual is None for _, actual in open_):
        found[number] = found.get(number, "") + text


def _unicode(font: Any) -> dict[int, str]:
    """Read a font's ToUnicode map (Adobe Technical Note 5411) for codes of two bytes."""
    cmap = font["/ToUnicode"].read_bytes().decode("ascii", "replace") if "/ToUnicode" in font else ""
    made: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, text in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>", block):
            made[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            start = bytes.fromhex(text).decode("utf-16-be")
            for code in range(int(first, 16), int(last, 16) + 1):
                made[code] = start[:-1] + chr(ord(start[-1]) + code - int(first, 16))
    return made
