"""Parts: the segments of one article or file, looked at once so that a search need not read them.

A part depends on nothing but its own segments. So it can be made anywhere, kept for as long as they stay
the same, and put beside others in a moment.
"""

import hashlib
import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.changes import words

PAGE = 64
"""Segments that are kept, and read again, together."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Segment:
    """A source text and its translation."""

    source: str
    target: str
    context: str = ""
    """Where it stands: article and msgctxt, or what an imported file says."""
    approved: bool = False
    origin: str = ""
    """The catalogue or file that it comes from, for people."""


def context_of(article: str, msgctxt: str | None) -> str:
    """Name where a message of an article stands, as `Segment.context` does."""
    return f"{article}\x1f{msgctxt or ''}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """What a search must know of some segments: first those that are whole texts, then sentences of them."""

    whole: int
    """How many are whole texts."""
    words: tuple[str, ...]
    """Every word of the source texts, once."""
    encoded: str
    """The source texts, a line for each and in it a character for each word: its place in `words`."""
    marks: bytes
    """As `Marks.packed` has them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Marks:
    """Numbers that tell segments apart without their texts."""

    sources: "array[int]"
    contexts: "array[int]"
    """0 where there is none."""
    pairs: "array[int]"
    """Of source, target and context; its lowest bit says whether the segment is approved."""

    def packed(self) -> bytes:
        """Return all of them as bytes."""
        return b"".join(each.tobytes() for each in (self.sources, self.contexts, self.pairs))

    @classmethod
    def unpacked(cls, data: bytes) -> "Marks":
        """Read what `packed` returned. Raises `ValueError` for anything else."""
        every = array("q", data)
        count, rest = divmod(len(every), 3)
        if rest:
            raise ValueError("the marks are broken")
        return cls(
            sources=every[:count], contexts=every[count : 2 * count], pairs=every[2 * count : 3 * count]
        )


def made(whole: Sequence[Segment], cut: Sequence[Segment] = ()) -> Part:
    """Make a part of whole texts and sentences of them, all of them usable."""
    codes: dict[str, str] = {}
    segments = (*whole, *cut)
    marks = Marks(
        sources=array("q", (mark(each.source) for each in segments)),
        contexts=array("q", (mark(each.context) for each in segments)),
        pairs=array("q", map(_pair, segments)),
    )
    encoded = "\n".join(encode(each.source, codes, learn=True) for each in segments)
    return Part(whole=len(whole), words=tuple(codes), encoded=encoded, marks=marks.packed())


def usable(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """Return the segments that have a text on both sides."""
    return tuple(each for each in segments if each.source.strip() and each.target.strip())


def mark(*texts: str) -> int:
    """Return a number for some texts, 0 for none or an empty one."""
    if not any(texts):
        return 0
    data = "\0".join(texts).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "big", signed=True)


def _pair(segment: Segment) -> int:
    return mark(segment.source, segment.target, segment.context) & ~1 | segment.approved


def encode(text: str, codes: dict[str, str], *, learn: bool) -> str:
    """Write each word of a text as its character; new words get one if they are to be learnt."""
    found = []
    fresh = len(codes)
    for word in words(text):
        code = codes.get(word)
        if code is None:
            # Unknown words of a query match nothing, not even each other.
            code = character(fresh)
            fresh += 1
            if learn:
                codes[word] = code
        found.append(code)
    return "".join(found)


def character(number: int) -> str:
    """Return the character that stands for a word; surrogates are none, nor is the end of a line."""
    return chr(number + 0x100 if number < 0xD700 else number + 0x900)


MOST_WORDS = 0x110000 - 0x900
"""Words that characters can stand for."""

_FIELDS = ("source", "target", "context", "approved", "origin")


def pages(segments: Sequence[Segment]) -> Iterator[str]:
    """Yield segments as texts of `PAGE` lines, a line for each."""
    for start in range(0, len(segments), PAGE):
        rows = ([getattr(each, name) for name in _FIELDS] for each in segments[start : start + PAGE])
        yield "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)


def segment_of(page: str, line: int) -> Segment:
    """Read a segment of a page. Raises IndexError, TypeError or ValueError for one that is broken."""
    row: Any = json.loads(page.split("\n")[line])
    source, target, context, approved, origin = row
    return Segment(source=source, target=target, context=context, approved=approved, origin=origin)
