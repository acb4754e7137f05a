"""How long all checks take over 10,000 messages, no two alike, on one core.

Two sets of them: as they are written, of about twenty words, where those of the article in `source/` have
fourteen; and two of these together, which are twice as long and full of numbers.
"""

from itertools import islice
from statistics import mean

from bench.checks.contestants import Text
from bench.checks.corpus import LOCALES, Case, by_hand, cases


def written(count: int) -> list[Text]:
    """Return `count` messages as they are written: clean pairs, then mutations by hand."""
    share = count // len(LOCALES)
    found: list[Text] = []
    for locale in LOCALES:
        clean = [(locale, case.source, case.target) for case in cases(locale)]
        wrong = [(locale, mutation.case.source, mutation.target) for mutation in by_hand(locale)]
        found += islice(dict.fromkeys((*clean, *wrong)), share)
    return found


def together(count: int) -> list[Text]:
    """Return `count` messages of two sentences each, made of the clean pairs, in all locales."""
    share = count // len(LOCALES)
    found: list[Text] = []
    for locale in LOCALES:
        clean = [case for case in cases(locale) if "\n" not in case.source and "[^" not in case.source]
        pairs = [(one, two) for one in clean for two in clean if _source_id(one) != _source_id(two)]
        found += [
            (locale, f"{one.source} {two.source}", f"{one.target} {two.target}")
            for one, two in pairs[:: len(pairs) // share][:share]
        ]
    return found


def _source_id(case: Case) -> str:
    return case.id.split("-digits")[0]


def words(texts: list[Text]) -> float:
    """Return how many words a source has in the mean."""
    return mean(len(source.split()) for _, source, _ in texts)
