"""A kind of denial or demand: how English says it, and how others keep it or turn it round."""

import re
from typing import NamedTuple

Forms = dict[str, re.Pattern[str]]


class Spare(NamedTuple):
    """Wordings that may keep a denial, and the words of a source that take as many of them."""

    taken: re.Pattern[str]
    forms: Forms
    needed: re.Pattern[str] | None = None
    """Without this in the source they keep nothing."""


class Denial(NamedTuple):
    """A kind of denial or demand."""

    reason: str
    guard: frozenset[str]
    source: re.Pattern[str]
    kept: Forms
    turned: Forms
    unless: re.Pattern[str] | None = None
    balance: re.Pattern[str] | None = None
    """What in the source makes up for what is `turned`, one for one."""
    least: bool = False
    """Whether a translation keeps it as often as the source says it."""
    spare: tuple[Spare, ...] = ()
    """What keeps it too, unless it renders another word of the source."""


def wording(*forms: str) -> re.Pattern[str]:
    """Compile what English says, in small letters: texts are compared in these."""
    return re.compile("|".join(forms))


def wordings(**forms: str) -> Forms:
    """Compile what is written by language."""
    return {tag: re.compile(form) for tag, form in forms.items()}
