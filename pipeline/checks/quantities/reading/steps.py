"""Two numbers that are bound by what stands between them, and are no range: de seis em seis, 12/31."""

import itertools
from collections.abc import Sequence

from pipeline.checks.quantities.reading.lexemes import Lexeme

_INTO, _FROM = frozenset({"em", "en", "in"}), frozenset({"de", "di"})
"""What makes two equal numbers one interval: de seis em seis horas, di due in due."""
_DATES = frozenset({"dom", "month-of-year"})


def by_steps(lexemes: Sequence[Lexeme]) -> list[int]:
    """Read “de doze em doze horas”, which is every twelve; return where numbers are left."""
    places = [at for at, lexeme in enumerate(lexemes) if lexeme.kind == "quantity"]
    for left, right in itertools.pairwise(places):
        if right == left + 2 and left and lexemes[left + 1].text in _INTO:
            first, second = lexemes[left], lexemes[right]
            same = first.data.values == second.data.values and not first.data.units
            if same and lexemes[left - 1].text.lower() in _FROM:
                first.kind, first.data = "taken", None
                second.data = second.data._replace(every=bool(second.data.units))
    return [at for at in places if lexemes[at].kind == "quantity"]


def dated(lexemes: Sequence[Lexeme], left: int, right: int) -> bool:
    """Whether two numbers are parts of a date: 12/31 is written 31/12 elsewhere."""
    return not (lexemes[left].data.units | lexemes[right].data.units).isdisjoint(_DATES)
