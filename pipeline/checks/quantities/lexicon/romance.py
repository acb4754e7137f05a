"""What Spanish, French, Italian and Portuguese form by the same rules: ordinals and “greater than”."""

import itertools
from collections.abc import Iterable, Mapping, Sequence

from pipeline.checks.quantities.reading.words import inflected

_PLAIN = str.maketrans("áéíóú", "aeiou")
_GENDERS = ("o", "a")


def ordinals(
    units: Sequence[str],
    tens: Sequence[str],
    short: Iterable[int] = (),
    others: Mapping[int, str] | None = None,
) -> dict[int, str]:
    """Return the ordinals to the ninety-ninth: décimo primero, decimoprimera, decimotercer.

    `units` are the stems of the first nine, `tens` those of the tens, `short` the units that lose their
    ending before a noun, `others` what a number is called besides. Plurals of most are parts: tres quintos.
    """
    found: dict[int, list[str]] = {}
    for unit, stem in enumerate(units, start=1):
        found[unit] = [stem + gender for gender in (*_GENDERS, "as")] + [stem] * (unit in short)
    for ten, stem in zip(range(10, 100, 10), tens, strict=True):
        found[ten] = [stem + gender for gender in _GENDERS]
        for unit, last in enumerate(units, start=1):
            ends = [last + gender for gender in _GENDERS] + [last] * (unit in short)
            starts = (f"{stem}o ", f"{stem}a ", f"{stem}o-", stem.translate(_PLAIN) + "o")
            found[ten + unit] = [start + end for start in starts for end in ends]
    return {
        number: "|".join([*forms, *filter(None, [(others or {}).get(number)])])
        for number, forms in found.items()
    }


def french_ordinals() -> dict[int, str]:
    """Return the French ordinals: vingt et unième, quatre-vingt-onzième."""
    stems = "un deux trois quatr cinqu six sept huit neuv dix onz douz treiz quatorz quinz seiz".split()
    below = [f"{stem}ième" for stem in stems] + [f"dix-{stem}ième" for stem in ("sept", "huit", "neuv")]
    found = dict(enumerate(below, start=1)) | {
        1: "premier|première|premiers|premières",
        2: "deuxième|deuxièmes|second|seconde",
        3: "troisième|troisièmes",
    }
    for ten, word in ((20, "vingt"), (30, "trente"), (40, "quarante"), (50, "cinquante"), (60, "soixante")):
        found[ten] = f"{word.removesuffix('e')}ième"
        for unit in range(1, 20 if ten == 60 else 10):
            joints = (" et ", "-et-") if unit in (1, 11) else ("-", " ")
            found[ten + unit] = "|".join(word + joint + below[unit - 1] for joint in joints)
    found[80] = "quatre-vingtième"
    return found | {80 + unit: f"quatre-vingt-{below[unit - 1]}" for unit in range(1, 20)}


def italian_ordinals(numbers: Mapping[int, str]) -> dict[int, str]:
    """Return the Italian ordinals above ten, from the words of the numbers: ventunesimo, ventitreesima."""
    found = {}
    for number in range(11, 100):
        word = numbers[number].split("|")[0]
        stem = word if word.endswith(("tre", "sei")) else word[:-1]
        found[number] = inflected(f"{stem}esim", "o a e")
    return found


def greater(more: str, *, equal: str, joint: str, links: str) -> tuple[str, str]:
    """Return the adjectives that say “greater than”, and those that say “greater than or equal to”."""
    adjectives, equals, ends = more.split(), equal.split(), links.split("|")
    strict = [f"{word} {link}" for word, link in itertools.product(adjectives, ends)]
    both = [(word, same) for word in adjectives for same in equals]
    orders = [f"{word} {joint} {same}" for word, same in both] + [
        f"{same} {joint} {word}" for word, same in both
    ]
    loose = [f"{order} {link}" for order, link in itertools.product(orders, ends)]
    return "|".join(strict), "|".join(loose)
