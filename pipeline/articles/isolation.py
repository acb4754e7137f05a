"""Foreign runs in a line of HTML of a right-to-left page, which is known piece by piece."""

from collections import deque
from collections.abc import Iterable, Sequence

from pipeline.bidi import OBJECT, foreign

Piece = tuple[str, str, str]
"""Of a line of HTML: what opens an element, its text, and what closes it. A text outside of elements has
nothing around it; an element without a text (an image, a line break, code) is an opening alone."""


def isolated_html(pieces: Iterable[Piece]) -> str:
    """Return a line of a right-to-left page with its foreign runs in `<bdi dir="ltr">`.

    It does to HTML what `bidi.isolate_tree` does to a tree.
    """
    whole = tuple(pieces)
    shadows = [text if text or not opening else OBJECT for opening, text, _ in whole]
    spans = _uncut(whole, shadows)
    ends = frozenset(spans.values())
    edges = deque(sorted({*spans, *ends}))
    written: list[str] = []
    place, inside = 0, False
    for (opening, text, closing), shadow in zip(whole, shadows, strict=True):
        done, end = place, place + len(shadow)
        while edges and edges[0] < end:
            edge = edges.popleft()
            inside = edge in spans
            written += (text[done - place : edge - place], "</bdi>" if edge in ends else "")
            written.append('<bdi dir="ltr">' if inside else "")
            done = edge
        rest = text[done - place :]
        written += (opening, isolated_html((("", rest, ""),)) if opening and rest and not inside else rest)
        written.append(closing)
        place = end
    return "".join((*written, "</bdi>" if edges else ""))


def _uncut(pieces: Sequence[Piece], shadows: list[str]) -> dict[int, int]:
    """Start and end of each foreign run; none of which cuts an element in two. Changes `shadows` to match."""
    while True:
        spans = dict(foreign("".join(shadows)))
        place, cut = 0, False
        for number, (opening, _, _) in enumerate(pieces):
            end = place + len(shadows[number])
            if opening and any(place < edge < end for span in spans.items() for edge in span):
                shadows[number], cut = OBJECT, True
            place = end
        if not cut:
            return spans
