"""Tokens with their meanings: what each word or phrase has to do with quantities."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from pipeline.checks.quantities.tokens import Token, Tokenized
from pipeline.checks.quantities.units import SYMBOLS
from pipeline.checks.quantities.words import Meaning, Ready

_ROMAN = {"II": 2, "III": 3, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "XI": 11, "XII": 12}
"""Phase III, grade II; IV is as often intravenous."""


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


def _phrase(norms: Sequence[str], at: int, ready: Ready) -> tuple[int, Meaning] | None:
    """Return the longest phrase that begins at `at`: its length in tokens, and its meaning."""
    for words, meaning in ready.phrases.get(norms[at], ()):
        size = len(words)
        if size == 1 or tuple(norms[at : at + size]) == words:
            if meaning.kind == "plain" and tuple(norms[at + 1 : at + 3]) == ("分", "之"):
                continue  # 十分 is “very”, 十分之一 a tenth.
            return size, meaning
    return None


def _clitic(word: str, ready: Ready) -> tuple[Meaning, str] | None:
    """Return the meaning of a word behind a clitic, and the clitic."""
    for prefix in ready.prefixes:
        if word.startswith(prefix) and len(word) > len(prefix) + 1:
            for words, meaning in ready.phrases.get(word[len(prefix) :], ()):
                if len(words) == 1:
                    return meaning, prefix
    return None


def scan(divided: Tokenized, ready: Ready) -> list[Lexeme]:
    """Give each token or run of tokens its meaning."""
    tokens, norms = divided
    found: list[Lexeme] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        size = 1
        phrase = _phrase(norms, at, ready) if norms[at] in ready.phrases else None
        if phrase:
            size, meaning = phrase
            text = token.text if size == 1 else " ".join(norms[at : at + size])
            found.append(Lexeme(meaning.kind, token.start, tokens[at + size - 1].end, text, meaning.data))
        elif token.kind == "word":
            found.extend(_word(token, norms[at], ready))
        else:
            found.append(Lexeme(token.kind, token.start, token.end, token.text))
        at += size
    return found


def _word(token: Token, norm: str, ready: Ready) -> list[Lexeme]:
    """Return the lexemes of a word that is no phrase: a stem, a clitic and its word, a dual."""
    start, end = token.start, token.end
    for stem, unit in ready.stems:
        if norm.startswith(stem):
            return [Lexeme("unit", start, end, token.text, frozenset({unit}))]
    if ready.prefixes and (clitic := _clitic(norm, ready)):
        meaning, prefix = clitic
        lexeme = Lexeme(meaning.kind, start + len(prefix), end, token.text, meaning.data)
        if prefix[0] == "و":
            return [Lexeme("conjunctions", start, start + 1, "و"), lexeme]
        return [lexeme]
    if token.text in _ROMAN:
        return [Lexeme("perhaps", start, end, token.text, Fraction(_ROMAN[token.text]))]
    if ready.dual and ready.dual.fullmatch(norm):
        return [Lexeme("dual", start, end, token.text)]
    return [Lexeme("word", start, end, token.text)]


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


def unit_at(lexemes: Sequence[Lexeme], at: int) -> frozenset[str]:
    """Return the unit at `at`, whether by name or by symbol; empty for none."""
    if at >= len(lexemes):
        return frozenset()
    if lexemes[at].kind == "unit":
        units: frozenset[str] = lexemes[at].data
        return units
    found = symbol(lexemes, at)
    return found[0] if found else frozenset()
