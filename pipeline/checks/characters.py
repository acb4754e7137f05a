"""Characters: nothing invisible, nothing borrowed from another script, one form for each.

Bidirectional controls follow UAX #9, scripts UAX #24, normalization UAX #15.
"""

import re
import unicodedata
from collections.abc import Iterator

from pipeline.checks.base import Hit, Pair

_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff"
    "\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_JOINERS = re.compile("[\u200c\u200d]")
_MARKS = re.compile("[\u061c\u200e\u200f]")
_JOINING = frozenset(
    {"Arab", "Aran", "Syrc", "Mong", "Deva", "Beng", "Knda", "Mlym", "Taml", "Telu", "Gujr", "Sinh"}
)
_RIGHT_TO_LEFT = frozenset({"Arab", "Aran", "Hebr", "Syrc", "Thaa", "Nkoo"})
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd\ufffe\uffff\ue000-\uf8ff\ud800-\udfff]")
_COMPATIBILITY = re.compile(
    "[\ufb00-\ufb4f\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\u2f00-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f]"
)
_FULLWIDTH = re.compile("[\uff01-\uff5e\u3000\uff61-\uffdc]")
_HALFWIDTH_KANA = re.compile("[\uff61-\uff9f]")
_WIDE_SCRIPTS = frozenset({"Hans", "Hant", "Jpan", "Kore", "Hani"})
_LATIN = "A-Za-zªºÀ-ÖØ-öø-ʯḀ-ỿ"
_GREEK = "\u0370-\u03ff\u1f00-\u1fff"
_ARABIC = "\u0620-\u064a\u066e-\u06d3"
_CYRILLIC = "\u0400-\u052f"
_MIXED = re.compile(
    f"[{_LATIN}]+[{_CYRILLIC}]+[{_LATIN}{_CYRILLIC}]*|[{_CYRILLIC}]+[{_LATIN}]+[{_LATIN}{_CYRILLIC}]*"
    f"|[{_LATIN}]{{2,}}[{_GREEK}]+[{_LATIN}]+|[{_GREEK}]{{2,}}[{_LATIN}]+|[{_LATIN}]{{2,}}[{_ARABIC}]+|[{_ARABIC}]{{2,}}[{_LATIN}]+"
)
_SEAM = re.compile(f"[{_GREEK}{_CYRILLIC}{_ARABIC}](?:(?<=[{_LATIN}{_CYRILLIC}].)|(?=[{_LATIN}{_CYRILLIC}]))")
"""Where a mixed word changes its script: most texts have none."""
_ASCII = re.compile(r"[\n -~]*")


def _name(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, 'unnamed')}"


def _each(pair: Pair, pattern: re.Pattern[str], what: str) -> Iterator[Hit]:
    """One hit for each character that `pattern` finds in the target and the source has not."""
    target = pair.target_inline
    if not pattern.search(target.text):
        return
    known = set(pattern.findall(pair.source))
    for match in pattern.finditer(target.text):
        if match.group() not in known:
            yield Hit(reason=f"{what}: {_name(match.group()[0])}", target=(target.span(*match.span()),))


def bidi_controls(pair: Pair) -> Iterator[Hit]:
    """Overrides, embeddings and isolates: the page isolates by markup, so none belongs in text."""
    if not pair.target.isascii():
        yield from _each(pair, _BIDI, "bidirectional control")


def invisible(pair: Pair) -> Iterator[Hit]:
    """Zero-width, tag, soft hyphen and variation characters; joiners where the script has none."""
    if pair.target.isascii():
        return
    yield from _each(pair, _INVISIBLE, "invisible character")
    if pair.target_locale.script not in _JOINING:
        yield from _each(pair, _JOINERS, "joiner that the script does not use")
    if pair.target_locale.script not in _RIGHT_TO_LEFT:
        yield from _each(pair, _MARKS, "direction mark that the script does not need")


def control(pair: Pair) -> Iterator[Hit]:
    """Control, private-use, unpaired and replacement characters: text that was damaged."""
    if not _ASCII.fullmatch(pair.target):
        yield from _each(pair, _CONTROL, "damaged text")


def mixed_scripts(pair: Pair) -> Iterator[Hit]:
    """A word whose letters come from two scripts: a look-alike or a slip of the keyboard."""
    target = pair.target_inline
    if pair.target.isascii() or not _SEAM.search(target.text):
        return
    for match in _MIXED.finditer(target.text):
        if match.group() not in pair.source:
            yield Hit(reason=f"“{match.group()}” mixes scripts", target=(target.span(*match.span()),))


def compatibility(pair: Pair) -> Iterator[Hit]:
    """Presentation forms, ligatures, radicals, and full-width forms outside East Asian text."""
    if pair.target.isascii():
        return
    yield from _each(pair, _COMPATIBILITY, "compatibility form")
    if pair.target_locale.script in _WIDE_SCRIPTS:
        yield from _each(pair, _HALFWIDTH_KANA, "half-width form")
    else:
        yield from _each(pair, _FULLWIDTH, "full-width form")


def normalization(pair: Pair) -> Iterator[Hit]:
    """Text is in NFC, so that the same word is the same bytes in search and in the memory."""
    if not pair.target.isascii() and not unicodedata.is_normalized("NFC", pair.target):
        yield Hit(reason="the text is not in Unicode's composed form (NFC)")
