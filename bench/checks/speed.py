"""How long all checks take over 10,000 messages, no two alike, on one core."""

from bench.checks.contestants import Text
from bench.checks.corpus import LOCALES, cases


def messages(count: int) -> list[Text]:
    """Return `count` messages of two sentences each, made of the clean pairs, in all locales."""
    share = count // len(LOCALES)
    found: list[Text] = []
    for locale in LOCALES:
        clean = [case for case in cases(locale) if "\n" not in case.source and "[^" not in case.source]
        pairs = [
            (one, two)
            for one in clean
            for two in clean
            if one.id.split("-digits")[0] != two.id.split("-digits")[0]
        ]
        found += [
            (locale, f"{one.source} {two.source}", f"{one.target} {two.target}")
            for one, two in pairs[:: len(pairs) // share][:share]
        ]
    return found
