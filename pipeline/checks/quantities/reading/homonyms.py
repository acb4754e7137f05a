"""Number words that are as often something else: French “neuf”, English “second”."""

from collections.abc import Sequence

from pipeline.checks.quantities.reading.lexemes import Lexeme
from pipeline.checks.quantities.reading.powers import next_of

_BOUNDING = frozenset({"comparator", "either", "about", "about_either"})
_GOING_ON = frozenset("of after before to at later between when while from for in with on or and".split())
"""What may stand behind “within a second”, where a second of something would have its noun."""


def moment(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Whether “second” is a time: within a second."""
    if at < 2 or lexemes[at - 1].text.lower() != "a" or lexemes[at - 2].kind not in _BOUNDING:
        return False
    following = next_of(lexemes, at + 1, "word")
    return following is None or following.text in _GOING_ON


def new(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Whether French “neuf” is “new”: it stands behind a noun, and before none."""
    if lexemes[at].text != "neuf" or not (noun := next_of(lexemes, at - 1, "word")) or len(noun.text) < 4:
        return False
    return next_of(lexemes, at + 1, "word", "unit", "counters") is None
