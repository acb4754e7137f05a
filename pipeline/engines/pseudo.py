"""No translation at all: text that shows where a layout, or a forgotten message, breaks.

`en_XA` is accented, in brackets and about 40% longer. `ar_XB` writes the same letters as Arabic
ones: they are strongly right to left by themselves, so that the bidirectional algorithm does
its real work and no control character is needed.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline.engines import Answer, Problem, ProblemKind
from pipeline.model import LocaleTag
from pipeline.protect import NUMBERED, Rendering

_ACCENTS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "åƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ",
)
_ARABIC = str.maketrans(
    "abcdefghijklmnopqrstuvwxyz",
    "ابثدعفجهيژكلمنوپقرستؤڤوخىز",
)
_TOKEN = re.compile(r"(</?[gx]\d+/?>)")
_VOWEL = re.compile(r"[aeiouAEIOU]")
_LONGER = 0.4
"""By what share of its letters a text grows; translations of short texts grow as much."""


def engine(settings: Mapping[str, Any]) -> "Pseudo":
    """Return the engine. It has no settings."""
    del settings
    return Pseudo()


class Pseudo:
    """The engine."""

    name = "pseudo"
    terms = False

    def version(self, source: LocaleTag, target: LocaleTag) -> str:
        """Return the pseudo-locale."""
        del source
        return target

    def supports(self, source: LocaleTag, target: LocaleTag) -> Problem | None:
        """Return None for the two pseudo-locales."""
        del source
        if target in MADE:
            return None
        reason = f"{target} is no pseudo-locale"
        hint = f"the engine pseudo serves {', '.join(MADE)} only"
        return Problem(kind=ProblemKind.UNSUPPORTED, reason=reason, hint=hint)

    def renderings(self, target: LocaleTag) -> tuple[Rendering, ...]:
        """Numbered tags, which it leaves alone."""
        del target
        return (NUMBERED,)

    def translate(
        self, texts: Sequence[str], source: LocaleTag, target: LocaleTag
    ) -> Iterator[Answer | Problem]:
        """Yield each text in the manner of the pseudo-locale."""
        del source
        for text in texts:
            yield Answer(text=MADE[target](text))

    def close(self) -> None:
        """Do nothing: there is nothing to close."""


def accented(text: str) -> str:
    """Return `text` with accents, in brackets, its vowels repeated until it is 40% longer."""
    pieces = _TOKEN.split(text)
    letters = sum(sum(map(str.isalpha, piece)) for piece in pieces[::2])
    vowels = sum(len(_VOWEL.findall(piece)) for piece in pieces[::2])
    more = math.ceil(letters * _LONGER / vowels) if vowels else 0
    pieces[::2] = [
        _VOWEL.sub(lambda match: match[0] + match[0].lower() * more, piece).translate(_ACCENTS)
        for piece in pieces[::2]
    ]
    # A token at the very beginning may have to stay there: an abbreviation's `*[X]:` does.
    head = pieces[:2] if len(pieces) > 1 and not pieces[0] else []
    return f"{''.join(head)}⟦{''.join(pieces[len(head) :])}⟧"


def mirrored(text: str) -> str:
    """Return `text` with each Latin letter as an Arabic one."""
    pieces = _TOKEN.split(text)
    pieces[::2] = [piece.lower().translate(_ARABIC) for piece in pieces[::2]]
    return "".join(pieces)


MADE = {LocaleTag("en_XA"): accented, LocaleTag("ar_XB"): mirrored}
