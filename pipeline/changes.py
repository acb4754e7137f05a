"""How two versions of a source text differ, as a medical reader must judge it.

Similarity is over words, never over characters: "Take this" and "Do not take this" share most of
their letters, and mean the opposite.
"""

import re
from collections import Counter
from functools import lru_cache

_TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*|\w+(?:['’]\w+)*|[^\w\s]")
_QUANTITY = re.compile(
    r"(?P<sign>[<>≤≥≈~±=]\s*|(?<!\w)[-−+](?=\d))?"
    r"(?P<number>\d+(?:[.,:/]\d+)*)"
    r"(?P<unit>\s?%|\s?[°℃℉][CF]?|\s?(?:[mkµμnc]?(?:g|l|L|m|mol|Pa|bar|s|V|W|J|Hz|cal|U|IU|IE|Sv|Gy)|h|min|d|ATA|mmHg)"
    r"(?:/\w+)?\b)?"
)
_NEGATIONS = frozenset(
    [
        "not",
        "no",
        "never",
        "none",
        "nobody",
        "nothing",
        "neither",
        "nor",
        "without",
        "cannot",
        "except",
        "unless",
        "hardly",
    ]
)
_MODALS = frozenset(
    ["must", "may", "might", "should", "shall", "can", "could", "only", "always", "avoid", "contraindicated"]
)
_CONTRACTED = re.compile(r"n['’]t$")

MIXED_PENALTY = 0.12
"""What each kind of difference in numbers or negations takes off a similarity."""


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """Split a text into lower-case words, numbers and signs."""
    return tuple(_TOKEN.findall(text.lower()))


def differences(old: str, new: str) -> tuple[str, ...]:
    """Name what changed between two versions in numbers, comparators, negations and modals.

    As in `number 50% → 40%`, `negation removed: not`, `modal added: may`. Empty if nothing of the kind
    did. The words are English; texts in other languages are compared by their numbers.
    """
    found = [
        f"number {before or '–'} → {after or '–'}"
        for before, after in _paired(_quantities(old), _quantities(new))
    ]
    for name, pick in (("negation", _negations), ("modal", _modals)):
        before, after = pick(words(old)), pick(words(new))
        found.extend(f"{name} removed: {word}" for word in (before - after).elements())
        found.extend(f"{name} added: {word}" for word in (after - before).elements())
    return tuple(found)


def similarity(old: str, new: str, *, at_least: float = 0.0) -> float:
    """Return how much of their words two texts share, 0 to 1; 0 where it is below `at_least`.

    The longest common subsequence of words (Indel similarity), less a penalty where numbers or
    negations differ, so that such a pair never passes for the closest one.
    """
    one, other = words(old), words(new)
    total = len(one) + len(other)
    if not total:
        return 1.0
    if 2 * min(len(one), len(other)) < at_least * total:
        return 0.0
    if 2 * (Counter(one) & Counter(other)).total() < at_least * total:
        return 0.0
    from rapidfuzz.distance import Indel

    share = Indel.normalized_similarity(one, other, score_cutoff=at_least)
    if share == 0.0:
        return 0.0
    penalties = (_quantities(old) != _quantities(new)) + (_negations(one) != _negations(other))
    result = share - MIXED_PENALTY * penalties
    return result if result >= at_least else 0.0


def _quantities(text: str) -> "Counter[str]":
    """Return each number with the comparator before it and the unit behind it."""
    return Counter(
        "".join(part for part in match.groups("") if part).replace(" ", "")
        for match in _QUANTITY.finditer(text)
    )


def _paired(old: "Counter[str]", new: "Counter[str]") -> list[tuple[str, str]]:
    """Pair what went with what came, in order; what has no partner stands alone."""
    gone, come = list((old - new).elements()), list((new - old).elements())
    length = max(len(gone), len(come))
    return list(zip(gone + [""] * (length - len(gone)), come + [""] * (length - len(come)), strict=True))


def _negations(tokens: tuple[str, ...]) -> "Counter[str]":
    return Counter(
        "not" if _CONTRACTED.search(token) else token
        for token in tokens
        if token in _NEGATIONS or _CONTRACTED.search(token)
    )


def _modals(tokens: tuple[str, ...]) -> "Counter[str]":
    return Counter(token for token in tokens if token in _MODALS)
