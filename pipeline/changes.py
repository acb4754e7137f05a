"""What changed between two source texts that matters in medicine, and how alike two texts are.

Counted in words, never in characters: "12 mg" and "21 mg" differ by nothing in characters, and
"Take this" and "Do not take this" by little. The lists of words are English, the source
language; numbers and signs are the same in all.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, starmap

_UNITS = (
    "%|‰|°C|°F|°|[mµμnkc]?g|mcg|[mµμdc]?[lL]|IU|mmol|mol|mmHg|kPa|hPa|Pa|psi|bar|ATA|atm|[mckµμn]?m|"
    "min(?:ute)?s?|hours?|hrs?|h|s(?:ec(?:ond)?s?)?|days?|weeks?|months?|years?|times|sessions?|doses?|tablets?"
)
_UNIT = rf"(?:{_UNITS})(?![^\W\d_])"
_NUMBER = rf"(?:(?<![^\W_])[+\-−])?\d+(?:[.,:/]\d+)*(?:[ \u00a0\u202f]?{_UNIT})?(?:/{_UNIT})?"
_NAME = r"[A-Za-zΑ-ω]+-?\d[\w+-]*"
"""A name with a figure in it, such as CD4+ or T2: another figure is another thing."""

_SPACE = re.compile(r"(?<=\d)[ \u00a0\u202f]")
_IDEOGRAPH = r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
"""Scripts without spaces count by the character."""

_TOKEN = re.compile(
    rf"([A-Za-z]++(?![\w'’-]))|({_NAME}|{_NUMBER})|([<>≤≥=≠≈±×→]+)|"
    rf"({_IDEOGRAPH}|[^\W\d_]+(?:['’][^\W\d_]+)*)"
)
"""A plain word, which is a word, too, but found sooner; a number; a sign; a word."""

_NEGATIONS = frozenset(
    "not no never none neither nor without cannot nothing nobody nowhere hardly rarely seldom except unless "
    "avoid avoids avoided stop stops stopped lack lacks lacking absent absence contraindicated".split()
)
_MODALS = frozenset(
    "must should may might can could shall will would need needs required recommended only always "
    "sometimes often usually".split()
)
_COMPARATORS = frozenset(
    "less more fewer greater least most below above under over between exceed exceeds exceeding up "
    "minimum maximum before after within beyond until higher lower increase increases increased "
    "increasing decrease decreases decreased decreasing reduce reduces reduced raise raises raised "
    "improve improves improved worsen worsens worsened longer shorter".split()
)
_COUNTS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty "
    "sixty seventy eighty ninety hundred thousand million half third quarter double twice thrice triple once "
    "daily weekly monthly hourly yearly".split()
)
_CATEGORIES = {
    word: category
    for category, members in (
        ("number", _COUNTS),
        ("comparator", _COMPARATORS),
        ("modal", _MODALS),
        ("negation", _NEGATIONS),
    )
    for word in members
}
"""Why a word matters; the last of these wins."""

_PREFIXES = ("un", "in", "im", "ir", "il", "non", "dis", "contra", "hypo", "hyper", "anti")
"""Turn a word into its opposite, as in safe and unsafe."""

_JOINED = ("n't", "cannot")
"""How words end that `_expanded` takes apart."""

_PENALTY = 0.1
"""What a change that matters takes from the similarity, so that a text without one wins."""

ALIKE = 0.55
"""Texts at least so similar are the same paragraph, changed; all others are different ones."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word, number or sign of a text."""

    text: str
    """As it is compared: words in lower case, numbers without the space before their unit."""
    shown: str
    category: str
    """Why it matters; empty where it does not."""


@lru_cache(maxsize=64)
def differences(old: str, new: str) -> tuple[str, ...]:
    """Name the numbers, comparators, negations and modals that `old` and `new` do not share.

    Each is a short line: "number 50% → 40%", "negation removed: not", "number moved: 10 mg".
    Empty where none of these changed, whatever else did.
    """
    from rapidfuzz.distance import Indel

    before, after = _tokens(old), _tokens(new)
    removed: list[_Word] = []
    added: list[_Word] = []
    for code in Indel.opcodes([text for text, *_ in before], [text for text, *_ in after]):
        if code.tag == "delete":
            removed += (_Word(*token) for token in before[code.src_start : code.src_end])
        elif code.tag == "insert":
            added += (_Word(*token) for token in after[code.dest_start : code.dest_end])
    said = _opposites(removed, added)
    for category in ("number", "comparator", "negation", "modal"):
        said += _named(category, *([w for w in side if w.category == category] for side in (removed, added)))
    return tuple(said)


def similarity(old: str, new: str) -> float:
    """How alike two texts are, from 0 to 1, by their words in order.

    1 only where they are the same words and numbers; case, punctuation and markup do not count,
    but in texts that have nothing else. A change that `differences` would name costs extra.
    """
    from rapidfuzz.distance import Indel

    if not words(old) and not words(new):
        return float(old == new)
    return _penalised(Indel.normalized_similarity(words(old), words(new)), old, new)


def matches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[float, int, int]]:
    """Yield similarity, index in `old` and index in `new` of each pair of texts at least `ALIKE`.

    Bounds by length and by the set of words come first, so that a pair that cannot match costs
    next to nothing.
    """
    from rapidfuzz.distance import Indel

    bags = [(text, words(text)) for text in old]
    sets = [frozenset(bag) for _, bag in bags]
    for column, text in enumerate(new):
        bag = words(text)
        unique = frozenset(bag)
        for row, (candidate, other) in enumerate(bags):
            enough = ALIKE * (len(bag) + len(other)) / 2
            if not bag or min(len(bag), len(other)) < enough:
                continue
            repeated = min(len(bag) - len(unique), len(other) - len(sets[row]))
            if len(unique & sets[row]) + repeated < enough:
                continue
            score = Indel.normalized_similarity(other, bag, score_cutoff=ALIKE)
            if score and (score := _penalised(score, candidate, text)) >= ALIKE:
                yield score, row, column


def words(text: str) -> tuple[str, ...]:
    """The words, numbers and signs of `text` in lower case, as `similarity` compares them."""
    return tuple([token for token, *_ in _tokens(text)])


def _penalised(score: float, old: str, new: str) -> float:
    return max(0.0, score - _PENALTY) if score < 1 and differences(old, new) else score


@lru_cache(maxsize=256)
def _tokens(text: str) -> tuple[tuple[str, str, str], ...]:
    """Split `text` into what makes words."""
    return tuple(chain.from_iterable(starmap(_parts, _TOKEN.findall(text))))


@lru_cache(maxsize=8192)
def _parts(plain: str, number: str, sign: str, word: str) -> tuple[tuple[str, str, str], ...]:
    """Return what a match of `_TOKEN` makes: "can't" and "cannot" make two words, as "can not" does."""
    if number:
        # A space before the unit is a matter of typography, the case of a unit is not.
        return ((_SPACE.sub("", number), number, "number"),)
    if sign:
        return ((sign, sign, "comparator"),)
    lower = plain.lower() or word.lower().replace("’", "'")
    parts = _expanded(lower) if lower.endswith(_JOINED) else (lower,)
    return tuple((part, part, _CATEGORIES.get(part, "")) for part in parts)


def _expanded(word: str) -> tuple[str, ...]:
    if word == "cannot":
        return ("can", "not")
    if word.endswith("n't"):
        return ({"can't": "can", "won't": "will", "shan't": "shall"}.get(word, word[:-3]), "not")
    return (word,)


def _opposites(removed: list[_Word], added: list[_Word]) -> list[str]:
    """Words that were turned into their opposites by a prefix."""
    return [
        f"negation {old} → {new}"
        for old in sorted({word.text for word in removed})
        for new in sorted({word.text for word in added})
        if any(new == prefix + old or old == prefix + new for prefix in _PREFIXES)
    ]


def _named(category: str, removed: list[_Word], added: list[_Word]) -> list[str]:
    """One line for each change of a category, in the order of the text."""
    gone, come, said = [*removed], [*added], []
    for word in removed:
        same = next((other for other in come if other.text == word.text), None)
        if same is not None:
            gone.remove(word)
            come.remove(same)
            said.append(f"{category} moved: {word.shown}")
    pairs = min(len(gone), len(come))
    said += [f"{category} {old.shown} → {new.shown}" for old, new in zip(gone, come, strict=False)]
    said += [f"{category} removed: {word.shown}" for word in gone[pairs:]]
    said += [f"{category} added: {word.shown}" for word in come[pairs:]]
    return said
