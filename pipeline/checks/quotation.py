"""Quotation marks: the language's own, in pairs, and where the source has some."""

import re
from collections.abc import Iterator

from pipeline.checks.base import Hit, Pair
from pipeline.checks.typography import typography
from pipeline.model import Severity

_MARKS = re.compile("[“”„‟«»‹›「」『』]")
_QUOTED = re.compile('["“«„「『]')
_ANY = re.compile('["“”«»„「」『』《》‘‚]')
_DEEPER = {"«": 1, "‹": 1, "»": -1, "›": -1}


def quotation_marks(pair: Pair) -> Iterator[Hit]:
    """Quotation marks are those of the language, and those of its second level stand within the first."""
    source, target = pair.source_inline.text, pair.target_inline
    own = typography(pair.target_locale).quotes
    yield from _foreign(pair)
    lonely = _unpaired(target.text, own) if not _unpaired(source, "“”") else ""
    if lonely:
        yield Hit(reason=f"{lonely} has no partner")
    if '"' in target.text and '"' not in source:
        yield Hit(reason='straight quotation marks (")', severity=Severity.INFO)
    elif _QUOTED.search(source) and not _ANY.search(target.text):
        yield Hit(reason="the source quotes something, the translation does not", severity=Severity.INFO)


def _foreign(pair: Pair) -> Iterator[Hit]:
    """Find marks of other languages; a mark that the source itself shows as a foreign one may stay."""
    target, habits = pair.target_inline, typography(pair.target_locale)
    theirs = typography(pair.source_locale).quotes
    depth = 0
    for match in _MARKS.finditer(target.text):
        mark = match.group()
        depth += _DEEPER.get(mark, 0)
        if mark not in habits.quotes:
            reason = f"{mark} is not a quotation mark of this language"
        elif mark in habits.inner and depth <= 0:
            reason = f"{mark} stands only within {habits.quotes[0]} {habits.quotes[1]} in this language"
        else:
            continue
        if mark in theirs or mark not in pair.source_inline.text:
            yield Hit(reason=reason, target=(target.span(*match.span()),))


def _unpaired(text: str, own: str) -> str:
    """Return a double quotation mark that stands more often than its partner; empty for none."""
    if "„" in own and "”" in own:
        return ""  # Which of the two partners „ has is a matter of taste.
    for opening, closing in ("„“" if "„" in own else "“”", "«»", "「」", "『』"):
        opened, closed = text.count(opening), text.count(closing)
        if opened != closed and opening in own and closing in own:
            return opening if opened > closed else closing
    return ""
