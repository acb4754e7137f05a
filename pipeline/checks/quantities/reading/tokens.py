"""Words, numbers and signs of a text, with their places.

A number is a token with all its separators; a Han character or kana outside a number is a token
of its own, so that phrases of every script are sequences of tokens.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

_BLANKLESS = "\u2e80"
"""Where the scripts begin that write no blanks between words."""
_SPACES = "\u00a0\u202f\u2009"
HAN_NUMERALS = "〇零一二三四五六七八九十百千万萬億亿两兩"
VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_LABEL = r"(?<![A-Za-z0-9_])(?!pH\d|q\d+h\b|[xX]\d)[A-Za-z\u0370-\u03ff]+[0-9]+[A-Za-z0-9]*(?![.,]\d)"
"""Letters and digits that name a thing: B12."""
_WORD = r"(?![%RAISED%%VULGAR%])[^\W\d_%IDEOGRAPH%](?:[^\W\d_%IDEOGRAPH%]|[%MARKS%])*+"
_PHONE = r"(?<![\d-])\d{1,4}-\d{2,4}-\d{3,4}(?:-\d{2,4})?(?![\d-])"
"""A number of a telephone: 1-800-555-0199."""
# Words are the most frequent, so they are tried first; a label is looked for only before digits.
_KINDS = {
    "word": rf"[A-Za-z]++(?![\w%MARKS%])|{_WORD}(?!\d)|(?!{_LABEL}){_WORD}",
    "han": "(?![%BARE%两兩])[%IDEOGRAPH%]",
    "numeral": "一[两兩]|(?:[%BARE%]+|[两兩])(?:(?:(?<=[百千万萬億亿])[两兩])?[%BARE%]+)*",
    "label": rf"%PHONE%|\+\d{{1,3}}(?:[ \u00a0()-]+\d{{2,4}}){{2,5}}(?!\d)|{_LABEL}",
    "number": r"(?<![\d.,])\d{1,3}(?:[%SPACE%]\d{3})+(?!\d)(?:[.,٫]\d+)?"
    r"|\d+(?:[.,٫٬'’·]\d+|，\d{3}(?!\d))*|(?<![\w.,])[.٫]\d+",
    "raised": "[⁻⁺]?[%RAISED%]+",
    "vulgar": "[%VULGAR%]",
    "sign": r"<=|>=|\+/[-−]|±|[^\s\w]",
}
"""What tokens look like, by their kinds: `raised` are superscripts, `vulgar` is ½, `numeral` Han."""


_IDEOGRAPH = "\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_MARKS = "\u0300-\u036f\u064b-\u0652\u0670\u0900-\u0903\u093a-\u094f"


def _compiled(pattern: str, spaces: str) -> re.Pattern[str]:
    for name, characters in (
        ("%SPACE%", spaces),
        ("%PHONE%", _PHONE),
        ("%VULGAR%", VULGAR),
        ("%RAISED%", "⁰¹²³⁴-⁹"),
        ("%BARE%", HAN_NUMERALS.rstrip("两兩")),
        ("%IDEOGRAPH%", _IDEOGRAPH),
        ("%MARKS%", _MARKS),
    ):
        pattern = pattern.replace(name, characters)
    return re.compile(pattern)


_ANY = rf"((?=\S)(?:{'|'.join(_KINDS.values())}))"  # Blanks are passed at once.
_NARROW = _compiled(_ANY, _SPACES)
_WIDE = _compiled(_ANY, "\\ " + _SPACES)
_KIND = _compiled("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()), "\\ " + _SPACES)
_FOLD: dict[int, str] = {0xFF10 + digit: str(digit) for digit in range(10)} | {
    ord(wide): narrow for wide, narrow in zip("．％－～＜＞‐‑⁄／：＋", ".%-〜<>--//:+", strict=True)
}
_FOLD |= {0xFEE0 + letter: chr(letter) for letter in (*range(0x41, 0x5B), *range(0x61, 0x7B))}
_FOLD |= dict.fromkeys((0x200E, 0x200F, *range(0x2066, 0x206A)), " ")
_ARABIC = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ـ": None}
    | {chr(mark): None for mark in range(0x64B, 0x653)}
)


_FOLDED = re.compile(f"[{''.join(map(chr, _FOLD))}]".replace("-", r"\-"))
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_KOREAN = re.compile("(?<=[0-9])[백천만억]+(?!큼)")
"""Multipliers behind digits, as in 230만 and 3억; 만큼 is “as much as”."""
_MULTIPLIERS = str.maketrans("백천만억", "百千万億")


def fold(text: str) -> str:
    """Return `text` with ASCII digits, letters and signs for full-width ones and other scripts' digits.

    Korean multipliers behind digits become the Han numerals that they mean, and marks of direction blanks.

    The length stays the same, so places in it are places in `text`.
    """
    if text.isascii():
        return text
    if _FOLDED.search(text):
        text = text.translate(_FOLD)
    text = _OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit.group())), text)
    return _KOREAN.sub(lambda found: found.group().translate(_MULTIPLIERS), text)


@lru_cache(maxsize=65536)
def normal(word: str) -> str:
    """Return the form under which the lexicons know a word."""
    word = word.lower()
    if word.isascii():
        return word
    if "\u0600" <= word[0] <= "\u06ff":
        return word.translate(_ARABIC)
    return word.replace("’", "'")


class Tokenized(NamedTuple):
    """A text in tokens: of each its text, the form under which the lexicons know it, and its place."""

    texts: list[str]
    norms: list[str]
    starts: list[int]
    ends: list[int]


def tokenize(text: str, *, spaced_groups: bool = False) -> Tokenized:
    """Divide a folded text into tokens; blanks are none.

    `spaced_groups`: whether a plain blank may stand between groups of three digits.
    """
    # Blanks and tokens take turns, so that nothing has to be made for each token but its text.
    pieces = (_WIDE if spaced_groups else _NARROW).split(text)
    ends = list(accumulate(map(len, pieces)))
    texts = pieces[1::2]
    return Tokenized(texts, list(map(normal, texts)), ends[:-1:2], ends[1::2])


def _plain(text: str) -> bool:
    """Whether a text is letters of scripts that write blanks between words, and needs no pattern."""
    return text.isalpha() and (text.isascii() or max(text) < _BLANKLESS)


def words_of(form: str) -> tuple[str, ...]:
    """Return the words of a lexicon's form as they are known, divided as a text is."""
    return tuple(map(normal, form.split() if _plain(form.replace(" ", "")) else _NARROW.findall(form)))


def first(form: str) -> str:
    """Return the first of these words, "" where there is none."""
    word = form.partition(" ")[0]
    if _plain(word):
        return normal(word)
    found = _NARROW.search(form)
    return normal(found.group()) if found else ""


@lru_cache(maxsize=4096)
def tokenized(text: str, spaced_groups: bool = False) -> Tokenized:
    """Fold and divide a text, once for all checks of words. Not to be changed."""
    return tokenize(fold(text), spaced_groups=spaced_groups)


@lru_cache(maxsize=65536)
def kind(token: str) -> str:
    """Return what a token is: `word`, `han`, `numeral`, `label`, `number`, `raised`, `vulgar` or `sign`."""
    match = _KIND.fullmatch(token)
    return (match and match.lastgroup) or "label"  # Some, as q5h, are one only where more follows.
