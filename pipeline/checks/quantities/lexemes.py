"""Tokens with their meanings: what each word or phrase has to do with quantities."""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from pipeline.checks.quantities.tokens import Token, Tokenized
from pipeline.checks.quantities.units import SYMBOLS
from pipeline.checks.quantities.words import Meaning, Ready

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
_DIGITS = frozenset({"number", "numeral"})
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


def _phrase(norms: Sequence[str], at: int, ready: Ready, *, counted: bool) -> tuple[int, Meaning] | None:
    """Return the longest phrase that begins at `at`: its length in tokens, and its meaning.

    `counted`: whether a number stands right before it; then a unit wins: 周一 is Monday, and 24周一次
    “once in 24 weeks”.
    """
    other = None
    pairs = ready.pairs[norms[at]]
    following = norms[at + 1] if at + 1 < len(norms) else ""
    for words, meaning in pairs.get(following) or pairs[""]:
        size = len(words)
        if size <= 2 or tuple(norms[at : at + size]) == words:
            if meaning.kind == "plain" and at > 1 and _goes_on(norms, at, ready):
                continue  # “twenty-one of” is not “one of”.
            if meaning.kind in ("plain", "soft_rate") and norms[at + size : at + size + 1] == ["半"]:
                continue  # 一个半小时
            if meaning.kind == "plain" and tuple(norms[at + 1 : at + 3]) in _COUNTED:
                continue  # 十分 is “very”, 十分之一 a tenth.
            if counted and meaning.kind in ("plain", "soft_rate"):
                other = other or (size, meaning)
                continue
            return (size, meaning) if other is None or meaning.kind == "unit" else other
    return other


def _clitic(norms: Sequence[str], at: int, ready: Ready) -> tuple[int, Meaning, str] | None:
    """Return the size and meaning of the longest phrase behind a clitic, and the clitic."""
    word = norms[at]
    for prefix in ready.prefixes:
        if word.startswith(prefix) and len(word) > len(prefix) + 1:
            for words, meaning in ready.phrases.get(word[len(prefix) :], ()):
                size = len(words)
                if size == 1 or tuple(norms[at + 1 : at + size]) == words[1:]:
                    return size, meaning, prefix
    return None


def scan(divided: Tokenized, ready: Ready) -> list[Lexeme]:
    """Give each token or run of tokens its meaning."""
    tokens, norms = divided
    phrases, single, met = ready.phrases, ready.single, ready.met
    found: list[Lexeme] = []
    at, count = 0, len(tokens)
    while at < count:
        token = tokens[at]
        norm = norms[at]
        size = 1
        numbered = at > 0 and tokens[at - 1].kind in _DIGITS
        if numbered and norm in ready.counted and tokens[at - 1].kind == "number":
            found.append(Lexeme("unit", token.start, token.end, token.text, ready.counted[norm].data))
            at += 1
            continue
        if not numbered and norm in single:
            meaning = single[norm]
            found.append(Lexeme(meaning.kind, token.start, token.end, token.text, meaning.data))
            at += 1
            continue
        phrase = None
        if norm in phrases:
            phrase = _phrase(norms, at, ready, counted=numbered and ready.ideographic)
        if numbered and (suffixed := _suffix(tokens, norms, at, ready)):
            kind, size = suffixed
            found.append(Lexeme(kind, token.start, tokens[at + size - 1].end, token.text))
        elif phrase:
            size, meaning = phrase
            text = token.text if size == 1 else " ".join(norms[at : at + size])
            found.append(Lexeme(meaning.kind, token.start, tokens[at + size - 1].end, text, meaning.data))
        elif token.kind == "word":
            if norm.startswith(ready.prefixes) and (clitic := _clitic(norms, at, ready)):
                size, meaning, prefix = clitic
                start = token.start + len(prefix)
                if prefix[0] == "و":
                    found.append(Lexeme("conjunctions", token.start, token.start + 1, "و"))
                text = " ".join(norms[at : at + size])
                found.append(Lexeme(meaning.kind, start, tokens[at + size - 1].end, text, meaning.data))
            else:
                known = met.get(token.text)
                if known is None:
                    known = _word(token.text, norm, ready)
                    if len(met) < _MET:
                        met[token.text] = known
                kind, data = known
                found.append(Lexeme(kind, token.start, token.end, token.text, data))
        elif token.kind == "raised" and found and token.text in "²³" and found[-1].end == token.start:
            _power(found, token)
        else:
            found.append(Lexeme(token.kind, token.start, token.end, token.text))
        at += size
    return found


def _goes_on(norms: Sequence[str], at: int, ready: Ready) -> bool:
    """Whether the word at `at` goes on with a number: twenty-one of, vingt et un des."""
    if norms[at - 1] not in ("-", "et", "e", "y"):
        return False
    before = ready.phrases.get(norms[at - 2], ())
    return any(len(words) == 1 and meaning.kind == "number" for words, meaning in before)


def _suffix(tokens: Sequence[Token], norms: Sequence[str], at: int, ready: Ready) -> tuple[str, int] | None:
    """Return the kind and size of an ordinal's or a decade's ending at `at`: 19th, 29.ª, 1990s."""
    before = tokens[at - 1]
    if before.kind != "number" or before.end != tokens[at].start:
        return None
    norm = norms[at]
    if norm in ready.decade_after and before.text[-1] == "0" and _decade(tokens, at - 1, norm):
        return "decade_after", 1
    if norm in ready.ordinal_after and norm != ".":
        return "ordinal_after", 1
    if norm == "." and at + 1 < len(tokens):
        following = tokens[at + 1]
        if norms[at + 1] in ready.ordinal_after and following.start == tokens[at].end:
            return "ordinal_after", 2
        if "." in ready.ordinal_after and following.start > tokens[at].end:
            return ("ordinal_after", 1) if _unit_word(norms[at + 1], ready) else None
    return None


def _decade(tokens: Sequence[Token], at: int, ending: str) -> bool:
    """Whether the number at `at` may be a decade: “30s” are as well seconds."""
    size = len(tokens[at].text)
    quoted = at > 0 and tokens[at - 1].text in ("'", "’", "‘")
    return size == 4 or (size == 2 and (ending != "s" or quoted))


def _unit_word(norm: str, ready: Ready) -> bool:
    """Whether a word by itself is the name of a unit."""
    return any(len(words) == 1 and meaning.kind == "unit" for words, meaning in ready.phrases.get(norm, ()))


def _power(found: list[Lexeme], token: Token) -> None:
    """Make square and cubic units of units with a superscript: م²."""
    last = found[-1]
    if last.kind == "unit" or last.text == "م":
        units = last.data if last.kind == "unit" else {"m"}
        found[-1] = Lexeme(
            "unit", last.start, token.end, last.text, frozenset(unit + token.text for unit in units)
        )
    else:
        found.append(Lexeme(token.kind, token.start, token.end, token.text))


def _word(text: str, norm: str, ready: Ready) -> tuple[str, Any]:
    """Return the kind and data of a word that is no phrase: a stem, a Roman numeral, a dual."""
    for stem, unit in ready.stems:
        if norm.startswith(stem) or (stem[0] == "*" and norm.endswith(stem[1:])):
            return "unit", frozenset({unit})
    if ready.compound and (parts := ready.compound.fullmatch(norm)):
        unit = parts.lastgroup or ""
        number = ready.phrases[parts["number"]][-1][1].data
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
