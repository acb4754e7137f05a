"""Numbers that name a thing and are copied: section 4.1, version 2.0, “1.2. Title”.

A locale with a decimal comma reads them as no number, or as a time of day. The same text is right.
"""

import re

from pipeline.checks.quantities.comparison.crossing import Text
from pipeline.checks.quantities.comparison.pairing import Sides
from pipeline.checks.quantities.quantity import Certainty, Quantity

_POINTED = re.compile(r"\d[.,]\d")
"""What every text holds that has a name which may be misread."""
_CLOCK = frozenset({"clock"})
_HEADING = re.compile(r"(?:[A-Z]\.)?\d+(?:\.\d+)*[.)]?\s+[“‘\"'(]?[A-Z]")
"""What a numbered heading begins with in a source: its words begin with a capital."""
_OUTLINE = 4
"""So many characters may stand before a heading's number: “B.”."""
_NAME = 24
"""So many characters a name may have."""
_PROGRAM = re.compile(r"[^\W\d_]*[a-z][A-Z][a-z][a-zA-Z.]*(?=[\s-]$)")
"""A name that only a thing has, right before its number: LibreOffice."""


def set_aside(sides: Sides, here: Text, there: Text) -> None:
    """Take out of both sides the names that were copied as they stand."""
    if _POINTED.search(here.text) is None:
        return
    for pair in sides.pair(lambda source, target: copied(source, target, here, there), worth=False):
        sides.matched.remove(pair)
        sides.names.append(pair)


def copied(source: Quantity, target: Quantity, here: Text, there: Text) -> bool:
    """Whether both are the same name, written alike."""
    if source.certainty is not Certainty.DIGITS or source.units or target.units - _CLOCK:
        return False
    shown = here.text[source.start : source.end]
    if shown != there.text[target.start : target.end] or not _POINTED.search(shown):
        return False
    return (
        source.group == "name" or _heading(source, target, here, there) or _owned(source, target, here, there)
    )


def _heading(source: Quantity, target: Quantity, here: Text, there: Text) -> bool:
    """Whether the number begins a heading on both sides."""
    prefix = here.text[: source.start]
    same = len(prefix) <= _OUTLINE and prefix == there.text[: target.start]
    return same and _HEADING.match(here.text) is not None


def _owned(source: Quantity, target: Quantity, here: Text, there: Text) -> bool:
    """Whether both stand behind the name of the same program: not “Borg 2.5”, “EDSS 2.5”, “FiO2 0.21”."""
    name, told = (
        _PROGRAM.search(side.text, max(0, one.start - _NAME), one.start)
        for side, one in ((here, source), (there, target))
    )
    return name is not None and told is not None and name.group() == told.group()
