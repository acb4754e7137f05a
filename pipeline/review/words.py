"""Texts cut into pieces for the eye: word by word against another, or with findings marked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from pipeline.model import Span

_WORD = re.compile(r"[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\u0e00-\u0e7f]|\w+|\s+|[^\w\s]")
"""A word, a space or a sign; of scripts without spaces a character."""

_LONGEST = 4_000
"""Pieces beyond which a comparison would take too long; such texts are shown as wholly other."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text."""

    text: str
    kind: str = ""
    """Of a comparison `old`, `new` or nothing; of marks the severity or nothing."""


def compare(old: str, new: str) -> tuple[Piece, ...]:
    """Return what became of `old` in `new`, word by word."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    if max(len(before), len(after)) > _LONGEST:
        return (Piece(old, "old"), Piece(new, "new"))
    pieces: list[Piece] = []
    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("".join(after[k:m])))
            continue
        if i < j:
            pieces.append(Piece("".join(before[i:j]), "old"))
        if k < m:
            pieces.append(Piece("".join(after[k:m]), "new"))
    return tuple(pieces)


def mark(text: str, spans: Sequence[tuple[Span, str]]) -> tuple[Piece, ...]:
    """Cut `text` at the ends of `spans`; a piece within several has the kind of the first of them."""
    edges = sorted(
        {0, len(text), *(_within(end, text) for span, _ in spans for end in (span.start, span.end))}
    )
    return tuple(
        Piece(
            text[start:end],
            next((kind for span, kind in spans if span.start <= start and end <= span.end), ""),
        )
        for start, end in pairwise(edges)
    )


def _within(position: int, text: str) -> int:
    return max(0, min(position, len(text)))
