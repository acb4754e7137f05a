"""Inline Markdown as a reader sees it: the visible text, and the constructs around it.

Checks of words and numbers look at the visible text only; `Inline.span` leads back to the
raw Markdown, so that a finding can be highlighted where the translator edits.
"""

import html
import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.model import Span

OBJECT = "\ufffc"
"""Stands in the visible text for code, an address or an image: something that is not prose."""

_NEST = r"(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*\])*?"
_TOKEN = re.compile(
    rf"""
    (?=[\\`*\[!<&{{_]|https?://|ftp://)(?:  # What none can begin with is passed at once.
    (?P<escape>\\(?=[\\`*_{{}}\[\]()>\#+.!|~:<-]))
  | (?P<code>(?P<ticks>`++)(?P<content>.+?)(?<!`)(?P=ticks)(?!`))
  | (?P<abbreviation>^\*\[(?P<short>[^\]]+)\]:\s*)
  | (?P<note>\[\^(?P<label>[^\]\s]+)\])
  | (?P<link>(?P<bang>!?)\[(?P<words>{_NEST})\]
        (?:\(\s*(?P<url><[^<>\n]*>|(?:[^\s()\\]|\\.|\([^\s()]*\))*)
             (?:\s+(?P<quote>["'])(?P<title>.*?)(?P=quote))?\s*\)
          |[ ]?\[(?P<reference>[^\]\[^]*)\]))
  | (?P<auto><(?P<address>(?:https?|ftp|mailto):[^\s<>]+|[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)>)
  | (?P<comment><!--.*?-->)
  | (?P<tag></?(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<attributes>(?:\s[^<>]*)?)/?>)
  | (?P<entity>&(?:\#\d{{1,7}}|\#[xX][0-9A-Fa-f]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});)
  | (?P<attrs>\{{:?[ ]*[#.][^{{}}\n]*\}}|\{{:[^{{}}\n]*\}})
  | (?P<bare>(?:https?|ftp)://[^\s<>"「」（）。，、؟،]*[^\s<>"「」（）。，、؟،.,;:!?)\]}}'*_»”])
  | (?P<stars>\*{{1,3}})
  | (?P<lines>(?<![^\W_])_{{1,3}}(?=[^\s_])|(?<=[^\s_])_{{1,3}}(?![^\W_]))
    )
    """,
    re.VERBOSE | re.DOTALL,
)
_MARKUP = re.compile(r"[\\`*_\[<&{]|://")
_SUPERSCRIPT = str.maketrans("0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ")
_SUBSCRIPT = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """One construct of inline Markdown."""

    name: str
    """`strong`, `emphasis`, `code`, `link`, `image`, `footnote`, `html`, `attributes`."""
    detail: str = ""
    """What must be the same in a translation: a target, the code, a label, a tag."""
    start: int
    end: int
    """Where it stands in the raw Markdown."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Inline:
    """A message read as inline Markdown."""

    raw: str
    text: str
    """What a reader sees, with U+FFFC for whatever is not prose."""
    offsets: tuple[int, ...] | None
    """For each code point of `text` its place in `raw`, and one more for the end; None if equal."""
    marks: tuple[Mark, ...]

    def span(self, start: int, end: int) -> Span:
        """Return where `text[start:end]` stands in `raw`."""
        if self.offsets is None:
            return Span(start=start, end=end)
        last = self.offsets[end - 1] + 1 if end > start else self.offsets[end]
        return Span(start=self.offsets[start], end=max(last, self.offsets[start]))


class _Reader:
    """Collects visible text, its offsets and the marks in one pass."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.text: list[str] = []
        self.offsets: list[int] = []
        self.marks: list[Mark] = []
        self.open: list[tuple[str, int]] = []
        self.raised: str = ""

    def show(self, start: int, end: int) -> None:
        """Add `raw[start:end]` as visible text."""
        shown = self.raw[start:end]
        if self.raised:
            shown = shown.translate(_SUPERSCRIPT if self.raised == "sup" else _SUBSCRIPT)
        self.text.append(shown)
        self.offsets.extend(range(start, end))

    def put(self, shown: str, at: int) -> None:
        """Add `shown`, all of it standing for the place `at`."""
        self.text.append(shown)
        self.offsets.extend([at] * len(shown))

    def mark(self, name: str, start: int, end: int, detail: str = "") -> None:
        """Note a construct."""
        self.marks.append(Mark(name=name, detail=detail, start=start, end=end))

    def walk(self, start: int, end: int) -> None:
        """Read `raw[start:end]`."""
        position = start
        for match in _TOKEN.finditer(self.raw, start, end):
            if match.start() < position:
                continue
            self.show(position, match.start())
            position = self.token(match, start, end)
        self.show(position, end)

    def token(self, match: re.Match[str], floor: int, ceiling: int) -> int:
        """Take one construct; return where reading goes on."""
        kind = match.lastgroup or ""
        kind = next((name for name in _KINDS if match.group(name) is not None), kind)
        start, end = match.span()
        if kind == "escape":
            self.show(end, end + 1)
            return end + 1
        if kind == "code":
            self.mark("code", start, end, match["content"].strip())
            self.put(OBJECT, start)
        elif kind == "abbreviation":
            self.show(*match.span("short"))
            self.put(f"{OBJECT} ", match.end("short"))
        elif kind == "note":
            self.mark("footnote", start, end, match["label"])
        elif kind == "link":
            self.link(match)
        elif kind in ("auto", "bare"):
            self.mark("link", start, end, match["address"] or match["bare"])
            self.put(OBJECT, start)
        elif kind == "tag":
            self.tag(match)
        elif kind == "entity":
            self.put(html.unescape(match["entity"]), start)
        elif kind == "attrs":
            self.mark("attributes", start, end, " ".join(match["attrs"].strip("{}: ").split()))
        elif kind in ("stars", "lines"):
            self.emphasis(match, floor, ceiling)
        return end

    def link(self, match: re.Match[str]) -> None:
        """Take a link or an image, inline or by reference."""
        name = "image" if match["bang"] else "link"
        target = match["url"]
        if target is None:
            detail = "[" + (match["reference"] or match["words"]).lower() + "]"
        else:
            detail = target.strip("<>")
        self.mark(name, match.start(), match.end(), detail)
        self.walk(*match.span("words"))
        if match["title"]:
            self.put(OBJECT, match.start("title"))
            self.show(*match.span("title"))

    def tag(self, match: re.Match[str]) -> None:
        """Take an HTML tag; superscripts and subscripts become their characters."""
        name = match["name"].lower()
        closing = match.group().startswith("</")
        if name in ("sup", "sub"):
            self.raised = "" if closing else name
        if name == "br":
            self.put("\n", match.start())
        shown = " ".join(match["attributes"].strip(" /").split())
        detail = f"{'/' if closing else ''}{name}" + (f" {shown}" if shown else "")
        self.mark("html", match.start(), match.end(), detail)

    def emphasis(self, match: re.Match[str], floor: int, ceiling: int) -> None:
        """Take a run of `*` or `_` if it opens or closes something; else it is text."""
        start, end = match.span()
        run = match.group()
        before = self.raw[start - 1] if start > floor else " "
        after = self.raw[end] if end < ceiling else " "
        if self.open and self.open[-1][0] == run and not before.isspace():
            _, opened = self.open.pop()
            for name in {1: ("emphasis",), 2: ("strong",), 3: ("strong", "emphasis")}[len(run)]:
                self.mark(name, opened, end)
        elif not after.isspace() and self.raw.find(run, end, ceiling) > 0:
            self.open.append((run, start))
        elif run == "***" and len(self.open) > 1 and not before.isspace():
            for opening, opened in (self.open.pop(), self.open.pop()):
                self.mark("strong" if len(opening) == 2 else "emphasis", opened, end)
        else:
            self.show(start, end)


_KINDS = [
    "escape",
    "code",
    "abbreviation",
    "note",
    "link",
    "auto",
    "comment",
    "tag",
    "entity",
    "attrs",
    "bare",
    "stars",
    "lines",
]


@lru_cache(maxsize=8192)
def read(raw: str, markdown: bool = True) -> Inline:
    """Read `raw` as inline Markdown; plain text where `markdown` is false. Never raises."""
    if not markdown or not _MARKUP.search(raw):
        return Inline(raw=raw, text=raw, offsets=None, marks=())
    reader = _Reader(raw)
    reader.walk(0, len(raw))
    marks = sorted(reader.marks, key=lambda mark: (mark.start, -mark.end))
    offsets = (*reader.offsets, len(raw))
    return Inline(raw=raw, text="".join(reader.text), offsets=offsets, marks=tuple(marks))
