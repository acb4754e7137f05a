"""What a denial denies: orders, needs, means, conditions, what is ruled out, what has not come yet.

`checks` counts denials. Where one sentence holds several words that may deny, a count hides what is
gone; here each kind of denial is looked for by itself, in texts whose source is English. The kinds
and their wordings are in `lexicon/kinds.py`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.checks.base import Hit, Pair
from pipeline.checks.polarity.lexicon.denial import Denial, Spare
from pipeline.checks.polarity.lexicon.kinds import KINDS, LANGUAGES
from pipeline.checks.polarity.lexicon.kinds_de import DE, PRIVATIVES
from pipeline.checks.polarity.lexicon.kinds_east import EAST
from pipeline.checks.polarity.lexicon.kinds_west import WEST, WEST_PRIVATIVES
from pipeline.checks.polarity.sides import pairs_of, texts_of, unvowelled
from pipeline.checks.typography import language

_KINDS = {"": KINDS, "de": DE, "west": WEST, "east": EAST}
"""The kinds that are known of most languages, and those of languages with kinds of their own."""
_GUARDS = {name: frozenset().union(*(kind.guard for kind in known)) for name, known in _KINDS.items()}
"""Without any of these senses a source says no kind."""
_PRIVATIVES: dict[str, dict[str, Denial]] = {"": {}, "de": PRIVATIVES, "west": WEST_PRIVATIVES, "east": {}}
_WORDS = {
    name: re.compile(rf"\b(?:{'|'.join(known)})\b" if known else r"(?!)")
    for name, known in _PRIVATIVES.items()
}
"""What finds words with “un-” that are looked for by themselves."""
_NAMES = (
    {"de": "de"} | dict.fromkeys(("es", "fr", "it", "pt"), "west") | dict.fromkeys(("ar", "ja", "zh"), "east")
)
"""The kinds that a language has."""
_DENYING = frozenset({"priv", "not"})
"""Senses of such words."""
_Told = tuple[tuple[Denial, tuple[int, int]], ...]


def kinds(pair: Pair) -> Iterator[Hit]:
    """Yield each kind of denial or demand that the source has and the translation turned round."""
    tag = language(pair.target_locale)
    name = _NAMES.get(tag, "")
    if (not name and tag not in LANGUAGES) or language(pair.source_locale) != "en":
        return
    for (here, _), (source, target) in zip(pairs_of(pair), texts_of(pair), strict=True):
        if _GUARDS[name].isdisjoint(here):
            continue
        plain = _plain(source.text)
        told = _told(name, plain, frozenset(here))
        said = unvowelled(target.text) if told and tag == "ar" else target.text
        for kind, (start, end) in told:
            if _turned(kind, tag, plain, said) and not _elsewhere(pair, kind, tag):
                place = pair.source_inline.span(source.start + start, source.start + end)
                yield Hit(reason=kind.reason, source=(place,), target=())


def _plain(text: str) -> str:
    """Return an English text in small letters, with straight apostrophes, each in its place."""
    small = text.replace("’", "'").lower()
    return small if len(small) == len(text) else text


@lru_cache(maxsize=4096)
def _told(name: str, text: str, signs: frozenset[str]) -> _Told:
    """Return the kinds that a source says, and where; without one of its signs there is none of a kind."""
    found: list[tuple[Denial, tuple[int, int]]] = []
    if not _DENYING.isdisjoint(signs):
        found += [(_PRIVATIVES[name][match.group()], match.span()) for match in _WORDS[name].finditer(text)]
    for kind in _KINDS[name]:
        if kind.guard.isdisjoint(signs):
            continue
        match = kind.source.search(text)
        if match and not (kind.unless and kind.unless.search(text)):
            found.append((kind, match.span()))
    return tuple(found)


def _turned(kind: Denial, tag: str, source: str, said: str) -> bool:
    """Whether a translation turns a kind round, and nothing in it keeps it."""
    turned, kept = kind.turned.get(tag), kind.kept.get(tag)
    if kept and kind.least:
        missing = _count(kind.source, source) - _count(kept, said)
        return missing > 0 and sum(_spare(one, tag, source, said) for one in kind.spare) < missing
    if not (turned or kept) or (kept and kept.search(said)):
        return False
    if not turned:
        return True
    count = _count(turned, said)
    return count > _count(kind.balance, source) if kind.balance else count > 0


def _spare(spare: Spare, tag: str, source: str, said: str) -> int:
    """Count the wordings that may keep a denial and that no other word of the source takes."""
    if spare.needed and not spare.needed.search(source):
        return 0
    count = _count(spare.forms[tag], said)
    return max(0, count - _count(spare.taken, source)) if count else 0


def _elsewhere(pair: Pair, kind: Denial, tag: str) -> bool:
    """Whether another sentence may keep what is counted: sentences are not divided alike everywhere."""
    if not kind.least:
        return False
    said = pair.target_inline.text
    whole = unvowelled(said) if tag == "ar" else said
    return not _turned(kind, tag, _plain(pair.source_inline.text), whole)


def _count(pattern: re.Pattern[str], text: str) -> int:
    return len(pattern.findall(text))
