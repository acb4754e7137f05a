"""Strong and emphasis: which runs of `*` and `_` pair up.

The algorithm is CommonMark's ("parsing nested emphasis and links"), with Python-Markdown's rule of
what may open or close: a run of `*` opens before and closes after anything but whitespace, a run of
`_` only at the edge of a word.
"""

import re
from dataclasses import dataclass

_RUN = re.compile(r"\*+|_+")
MAX_DEPTH = 16
"""Deeper nesting is text: nobody writes it, and it must not exhaust the stack."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Region:
    """A pair of delimiters: offsets of its opening, `start` to `inner_start`, and of its closing."""

    start: int
    inner_start: int
    inner_end: int
    end: int


@dataclass(kw_only=True, slots=True)
class _Run:
    """A run of delimiters, eaten from the inside as it pairs up."""

    char: str
    start: int
    end: int
    length: int
    opens: bool
    closes: bool


def regions(text: str) -> list[Region]:
    """Return all pairs in `text`, outer before inner, well nested and at most `MAX_DEPTH` deep."""
    found: list[Region] = []
    openers: list[_Run] = []
    for match in _RUN.finditer(text):
        run = _run(text, match)
        if run.closes:
            _close(run, openers, found)
        if run.opens and run.start < run.end:
            openers.append(run)
    found.sort(key=lambda region: (region.start, -region.end))
    return _shallow(found)


def _run(text: str, match: re.Match[str]) -> _Run:
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    opens, closes = not after.isspace(), not before.isspace()
    if match[0][0] == "_":
        opens, closes = opens and not _in_word(before), closes and not _in_word(after)
    return _Run(
        char=match[0][0],
        start=match.start(),
        end=match.end(),
        length=len(match[0]),
        opens=opens,
        closes=closes,
    )


def _in_word(character: str) -> bool:
    return character == "_" or character.isalnum()


def _close(run: _Run, openers: list[_Run], found: list[Region]) -> None:
    """Pair `run` with openers, innermost first, until it is eaten or nothing fits."""
    while run.start < run.end:
        at = next((i for i in range(len(openers) - 1, -1, -1) if _fits(openers[i], run)), None)
        if at is None:
            return
        opener = openers[at]
        del openers[at + 1 :]
        left, right = opener.end - opener.start, run.end - run.start
        size = 1 if left == right == 3 else min(left, right, 2)
        if opener.end == run.start:
            return
        found.append(
            Region(start=opener.end - size, inner_start=opener.end, inner_end=run.start, end=run.start + size)
        )
        opener.end -= size
        run.start += size
        if opener.start == opener.end:
            openers.pop()


def _fits(opener: _Run, run: _Run) -> bool:
    if opener.char != run.char:
        return False
    ambiguous = opener.closes or run.opens
    total = opener.length + run.length
    return not (ambiguous and total % 3 == 0 and (opener.length % 3 or run.length % 3))


def _shallow(found: list[Region]) -> list[Region]:
    kept: list[Region] = []
    around: list[Region] = []
    for region in found:
        while around and around[-1].end <= region.start:
            around.pop()
        if len(around) < MAX_DEPTH:
            kept.append(region)
            around.append(region)
    return kept
