"""Tokens with their meanings: what each word or phrase has to do with quantities."""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import repeat
from typing import Any, NamedTuple

from pipeline.checks.quantities.reading.phrases import going_on
from pipeline.checks.quantities.reading.tokens import Tokenized, kind, normal
from pipeline.checks.quantities.reading.words import Meaning, Ready
from pipeline.checks.quantities.units import SYMBOLS

_ROMAN = re.compile(r"(X{0,3})(I[XV]|V?I{0,3})(?:e|er|ᵉ|ᵉʳ|ème|º|ª|th)?")
_BOUND = (
    *(
        (stem, 2)
        for stem in ("bifás", "biphas", "bifas", "bidim", "bianual", "bimest", "bienal", "bienn", "bimensuel")
    ),
    *(
        (stem, 3)
        for stem in ("trifás", "triphas", "trifas", "tridim", "trimest", "trilat", "tripart", "triplic")
    ),
    *((stem, 4) for stem in ("cuatrimest", "quadrimest", "cuadri", "quadri", "tetra")),
    *((stem, 6) for stem in ("semestr", "hexa")),
    *((stem, 5) for stem in ("quinquen", "penta")),
    *((stem, 2) for stem in ("zweiar", "zweist", "zweiph", "zweidim", "zweifach", "zweiwe", "zweite")),
    *((stem, 3) for stem in ("dreiar", "dreist", "dreiph", "dreidim", "dreiwe", "dreitei", "dreiwer")),
    *((stem, 4) for stem in ("vierar", "vierst", "vierph", "vierwe", "viertei")),
)
"""Beginnings of words that hold a number: “three-phase” is “trifásico”."""
_BOUND_STARTS = tuple(stem for stem, _ in _BOUND)
_MET = 50_000
"""As many words are remembered for a language."""
_COUNTED = frozenset({("分", "之"), ("分", "钟"), ("分", "鐘"), ("時", "間")})
"""What makes numbers of 十分, “very”, and 一時, “for a time”."""
_BEGINNINGS = frozenset(name[:size] for name in SYMBOLS for size in range(1, len(name) + 1))
"""All that a unit's symbol may begin with."""
_DIGITS = frozenset({"number", "numeral"})
_YEARS = frozenset({"year"})
_OLDER = frozenset({"over", "under"})
_BEFORE_OLDER = frozenset("the in for among of most all".split())
_LETTERS = {"I": 1, "V": 5, "X": 10}
_AMBIGUOUS = frozenset({"IV", "I", "V", "X", "XX"})
"""IV is as often intravenous, X and XX are chromosomes: numerals only beside a century."""


class Lexeme:
    """A word, phrase, number or sign, and its meaning. Numbers are replaced as they are read."""

    __slots__ = ("data", "end", "kind", "start", "text")

    def __init__(self, kind: str, start: int, end: int, text: str, data: Any = None) -> None:
        """Keep what the scan found."""
        self.kind = kind
        """A token's kind, or that of a `Meaning`."""
        self.start = start
        self.end = end
        self.text = text
        self.data = data

    def __repr__(self) -> str:
        return f"{self.kind}:{self.text}"


class Habits(NamedTuple):
    """How a language's grammar arranges what belongs to a number."""

    ideographic: bool
    """Chinese and Japanese: no blanks, measure words, “one” that is “each”."""
    backward: bool
    """Negations stand behind what they deny."""
    semitic: bool
    """Units may stand before their number, two is a form of the noun."""


Alone = tuple[str, Any, frozenset[str]]
"""What a token means by itself: kind, data, and the words before which it may be part of a phrase.

The kind is empty where what stands around it decides in any case. A plain tuple: it is taken apart once
for each token of a text.
"""

_NEVER: frozenset[str] = frozenset()
UNSURE: Alone = ("", None, _NEVER)
"""What the words mean of which more has to be seen."""


_TIMED = [["内"], ["以"], ["之"], ["后"], ["前"], ["左"], ["多"]]
"""What follows a time that is no rate."""
_OUTDONE = frozenset({"plain", "soft_rate", "about", "comparator"})
"""What a unit wins over behind a number: 二十年过去了 are years, 年过二十 is past twenty."""


def _phrase(norms: Sequence[str], at: int, ready: Ready, *, counted: bool) -> tuple[int, Meaning] | None:
    """Return the longest phrase that begins at `at`: its length in tokens, and its meaning.

    `counted`: whether a number stands right before it; then a unit wins: 周一 is Monday, and 24周一次
    “once in 24 weeks”.
    """
    other = None
    for words, meaning in going_on(ready.phrases[norms[at]], norms, at):
        size = len(words)
        if size <= 2 or tuple(norms[at : at + size]) == words:
            if meaning.kind == "plain" and at > 1 and _goes_on(norms, at, ready):
                continue  # “twenty-one of” is not “one of”.
            if meaning.kind == "plain" and norms[max(0, at - 2) : at] == ["分", "之"]:
                continue  # 四分之一个世纪
            if meaning.kind in ("plain", "soft_rate") and norms[at + size : at + size + 1] == ["半"]:
                continue  # 一个半小时
            if meaning.kind == "soft_rate" and norms[at + size : at + size + 1] in _TIMED:
                continue  # 一分钟内 is within one, 一年后 after one.
            if meaning.kind in ("plain", "soft_rate") and at and norms[at - 1] == "第":
                continue  # 第一周, 第一步
            if meaning.kind == "plain" and tuple(norms[at + 1 : at + 3]) in _COUNTED:
                continue  # 十分 is “very”, 十分之一 a tenth.
            if counted and meaning.kind in _OUTDONE:
                other = other or (size, meaning)
                continue
            return (size, meaning) if other is None or meaning.kind == "unit" else other
    return other


def _clitic(norms: Sequence[str], at: int, ready: Ready) -> tuple[int, Meaning, str] | None:
    """Return the size and meaning of the longest phrase behind a clitic, and the clitic."""
    word = norms[at]
    for prefix in ready.prefixes:
        if word.startswith(prefix) and len(word) > len(prefix) + 1:
            for words, meaning in going_on(ready.phrases[word[len(prefix) :]], norms, at):
                size = len(words)
                if size == 1 or tuple(norms[at + 1 : at + size]) == words[1:]:
                    return size, meaning, prefix
    return None


def scan(divided: Tokenized, ready: Ready) -> list[Lexeme]:
    """Give each token or run of tokens its meaning."""
    texts, norms, starts, ends = divided
    met = ready.met
    for text in set(texts).difference(met) if len(met) < _MET else ():
        met[text] = _alone(text, normal(text), ready)
    found: list[Lexeme] = []
    beyond, numbered = 0, False
    behind = [*norms[1:], ""]  # One too many where there is no token.
    meanings = map(met.get, texts, repeat(UNSURE))
    tokens = zip(texts, starts, ends, behind, meanings, strict=False)
    for at, (text, start, end, following, (name, data, followers)) in enumerate(tokens):
        if at < beyond:
            continue
        if name and not numbered and following not in followers:
            found.append(Lexeme(name, start, end, text, data))
        else:
            beyond = at + _here(divided, at, ready, found, numbered=numbered)
            numbered = kind(texts[beyond - 1]) in _DIGITS
    return found


def _alone(text: str, norm: str, ready: Ready) -> Alone:
    """Return what a token means that stands behind no number."""
    begun, what = ready.phrases[norm], kind(text)
    if what in _DIGITS or what == "raised" or (ready.dual and norm in ready.counted):
        return UNSURE
    if ready.dual and "\u064f" in text and (part := _fraction(text)):
        return "part", part, _NEVER
    clitics = [prefix for prefix in ready.prefixes if what == "word" and norm.startswith(prefix)]
    attached = [ready.phrases[norm[len(clitic) :]] for clitic in clitics]
    if any(phrases[""] for phrases in attached):
        return UNSURE
    if begun[""]:
        name, data = begun[""][0][1]
    else:
        name, data = _word(text, norm, ready) if what == "word" else (what, None)
    if name in ("plain", "soft_rate"):
        return UNSURE
    return name, data, _NEVER.union(begun, *attached) - {""}


_FRACTION = re.compile("[وفبلك]?(?:ال|لل)?([خعستثر])\u064f([مشدبسل])")
_PARTS = {"خم": 5, "عش": 10, "سد": 6, "سب": 7, "تس": 9, "ثم": 8, "رب": 4, "ثل": 3}


def _fraction(text: str) -> Fraction | None:
    """Return the denominator of an Arabic fraction that its vowel tells from a number: خُمس is no خَمس."""
    found = _FRACTION.match(text)
    bottom = _PARTS.get(found[1] + found[2]) if found else None
    return Fraction(bottom) if bottom and len(normal(text)) < 9 else None


def _here(divided: Tokenized, at: int, ready: Ready, found: list[Lexeme], *, numbered: bool) -> int:
    """Add the lexeme that begins at `at`, as its neighbours have it; return how many tokens it takes.

    `numbered`: whether a number stands right before it.
    """
    texts, norms, starts, ends = divided
    text, norm, what = texts[at], norms[at], kind(texts[at])
    if norm in ready.counted and _measuring(norms, at, found, ready, numbered=numbered):
        found.append(Lexeme("unit", starts[at], ends[at], text, ready.counted[norm].data))
        return 1
    phrase = None
    if norm in ready.phrases.known:
        phrase = _phrase(norms, at, ready, counted=numbered and ready.ideographic)
    size = 1
    if numbered and (suffixed := _suffix(divided, at, ready)):
        name, size = suffixed
        shown, years = ("years", _YEARS) if name == "unit" else (text, None)  # It is no second.
        found.append(Lexeme(name, starts[at], ends[at + size - 1], shown, years))
    elif phrase:
        size, meaning = phrase
        whole = size == 1 or meaning.kind == "month"  # “Sept.” is one in capitals only.
        shown = text if whole else " ".join(norms[at : at + size])
        found.append(Lexeme(meaning.kind, starts[at], ends[at + size - 1], shown, meaning.data))
    elif what == "word" and norm.startswith(ready.prefixes) and (clitic := _clitic(norms, at, ready)):
        size, meaning, prefix = clitic
        if prefix[0] == "و":
            found.append(Lexeme("conjunctions", starts[at], starts[at] + 1, "و"))
        shown = " ".join(norms[at : at + size])
        start = starts[at] + len(prefix)
        found.append(Lexeme(meaning.kind, start, ends[at + size - 1], shown, meaning.data))
    elif what == "word":
        name, data = _word(text, norm, ready)
        found.append(Lexeme(name, starts[at], ends[at], text, data))
    elif what == "raised" and found and text in "²³" and found[-1].end == starts[at]:
        _power(found, Lexeme(what, starts[at], ends[at], text))
    else:
        found.append(Lexeme(what, starts[at], ends[at], text))
    return size


def _measuring(norms: Sequence[str], at: int, found: list[Lexeme], ready: Ready, *, numbered: bool) -> bool:
    """Whether a word that may be an ordinal is a unit: 0,3 seconde, عشرون ثانية."""
    if numbered and kind(norms[at - 1]) == "number":
        return True
    if ready.dual is None:
        return False
    if norms[at + 1 : at + 2] in (["واحده"], ["كامله"]):
        return True
    return bool(found) and (found[-1].kind in _MEASURED or found[-1].text in _SPANNED)


_MEASURED = frozenset({"number", "scale", "part", "perhaps", "comparator", "either", "about", "about_either"})
"""What stands before a unit, and before no ordinal."""
_SPANNED = frozenset({"من", "كل", "لمدة", "مدة", "بعد", "خلال"})


def _goes_on(norms: Sequence[str], at: int, ready: Ready) -> bool:
    """Whether the word at `at` goes on with a number: twenty-one of, vingt et un des."""
    if norms[at - 1] not in ("-", "et", "e", "y"):
        return False
    return any(meaning.kind == "number" for _, meaning in ready.phrases[norms[at - 2]][""])


def _suffix(divided: Tokenized, at: int, ready: Ready) -> tuple[str, int] | None:
    """Return the kind and size of an ordinal's or a decade's ending at `at`: 19th, 29.ª, 1990s."""
    texts, norms, starts, ends = divided
    if kind(texts[at - 1]) != "number" or ends[at - 1] != starts[at]:
        return None
    norm = norms[at]
    if norm == "s" and at > 2 and _older(norms, at):
        return "unit", 1  # the over-80s
    if norm in ready.decade_after and texts[at - 1][-1] == "0" and _decade(texts, at - 1, norm):
        return "decade_after", 1
    if norm in ready.ordinal_after and norm != ".":
        return "ordinal_after", 1
    if norm == "." and at + 1 < len(texts):
        if norms[at + 1] in ready.ordinal_after and starts[at + 1] == ends[at]:
            return "ordinal_after", 2
        if "." in ready.ordinal_after and starts[at + 1] > ends[at]:
            return ("ordinal_after", 1) if _unit_word(norms[at + 1], ready) else None
    return None


def _older(norms: Sequence[str], at: int) -> bool:
    """Whether the “s” at `at` makes people of an age: over-80s, the under 5s."""
    if norms[at - 2] == "-":
        return norms[at - 3] in _OLDER
    return norms[at - 2] in _OLDER and norms[at - 3] in _BEFORE_OLDER


def _decade(texts: Sequence[str], at: int, ending: str) -> bool:
    """Whether the number at `at` may be a decade: “30s” are as well seconds."""
    size = len(texts[at])
    quoted = at > 0 and texts[at - 1] in ("'", "’", "‘")
    return size == 4 or (size == 2 and (ending != "s" or quoted))


def _unit_word(norm: str, ready: Ready) -> bool:
    """Whether a word by itself is the name of a unit."""
    return any(meaning.kind == "unit" for _, meaning in ready.phrases[norm][""])


def _power(found: list[Lexeme], raised: Lexeme) -> None:
    """Make square and cubic units of units with a superscript: م²."""
    last = found[-1]
    if last.kind == "unit" or last.text == "م":
        units = last.data if last.kind == "unit" else {"m"}
        data = frozenset(unit + raised.text for unit in units)
        found[-1] = Lexeme("unit", last.start, raised.end, last.text, data)
    else:
        found.append(raised)


def _word(text: str, norm: str, ready: Ready) -> tuple[str, Any]:
    """Return the kind and data of a word that is no phrase: a stem, a Roman numeral, a dual."""
    for stem, unit in ready.stems:
        if norm.startswith(stem) or (stem[0] == "*" and norm.endswith(stem[1:])):
            return "unit", frozenset({unit})
    if ready.compound and (parts := ready.compound.fullmatch(norm)):
        unit = parts.lastgroup or ""
        number = ready.phrases[parts["number"]][""][0][1].data
        return "count", (number, frozenset({unit}))
    if norm.startswith(_BOUND_STARTS):
        value = next(value for stem, value in _BOUND if norm.startswith(stem))
        return "perhaps", Fraction(value)
    if text[0] in "IVX" and (numeral := _ROMAN.fullmatch(text)):
        letters = numeral[1] + numeral[2]
        values = [_LETTERS[letter] for letter in letters]
        pairs = zip(values, [*values[1:], 0], strict=True)
        value = sum(-one if one < following else one for one, following in pairs)
        return "roman" if letters in _AMBIGUOUS else "roman_sure", Fraction(value)
    if ready.dual and ready.dual.fullmatch(norm):
        return "dual", None
    return "word", None


def symbol(lexemes: Sequence[Lexeme], at: int) -> tuple[frozenset[str], int] | None:
    """Return the unit whose symbol begins at `at`, and where it ends; None for no symbol.

    Symbols are exact: `Mg` is no `mg`. They may be two tokens (`°C`, `m²`).
    """
    if at >= len(lexemes):
        return None
    first = lexemes[at]
    if first.text not in _BEGINNINGS:
        return None  # Most words begin none.
    if at + 1 < len(lexemes) and lexemes[at + 1].text in ("'", "’"):
        return None  # “s'étaient” is no second.
    if at + 1 < len(lexemes) and lexemes[at + 1].start == first.end:
        second = lexemes[at + 1]
        joined = first.text + second.text.replace("²", "²")
        if joined in SYMBOLS:
            return frozenset(SYMBOLS[joined].split("|")), at + 2
    if first.text in SYMBOLS and first.kind not in ("number", "taken"):
        return frozenset(SYMBOLS[first.text].split("|")), at + 1
    return None


def lexeme_at(lexemes: Sequence[Lexeme], place: int) -> Lexeme | None:
    """Return the lexeme at `place`; None where there is none."""
    return lexemes[place] if 0 <= place < len(lexemes) else None


def unit_at(lexemes: Sequence[Lexeme], at: int) -> frozenset[str]:
    """Return the unit at `at`, whether by name or by symbol; empty for none."""
    if at >= len(lexemes):
        return frozenset()
    if lexemes[at].kind == "unit":
        units: frozenset[str] = lexemes[at].data
        return units
    found = symbol(lexemes, at)
    return found[0] if found else frozenset()
