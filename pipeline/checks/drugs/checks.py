"""Drugs: the translation names those of the source, and no other.

A name is recognised by its ending, or because it is well known. Languages with Latin letters spell one
name each in its own way, but by rule, so that names are compared by what all spellings have in common.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import zip_longest

from pipeline.checks.base import WORD, Hit, Pair
from pipeline.checks.drugs.names import ENGLISH_STEMS, NAMES, NOT_DRUGS, PREFIXES, SAME, STEMS
from pipeline.checks.drugs.scripts import instead
from pipeline.checks.drugs.spelling import skeleton
from pipeline.checks.inline import Inline
from pipeline.checks.terms import ready
from pipeline.checks.typography import language
from pipeline.model import Kind, Span

LANGUAGES = frozenset("ca da de en es fr gl it nb nl nn no pt ro sv".split())
"""Those that spell the names of drugs by the rules of `skeleton`."""
_COMPOUNDING = frozenset("da de nb nl nn no sv".split())
"""Those that write a name and what is before it as one word: `Depotpenicillin`."""
_SHORTEST = 6
"""Letters of the shortest name."""
_BEFORE = 2
"""How many letters stand before an ending at least."""
_WORD_BEFORE = 4
"""Letters of the shortest word before a name in a compound."""

_ENDINGS = (*STEMS, *ENGLISH_STEMS)
_KNOWN = frozenset(map(skeleton, NAMES))
_ENDS = re.compile(f".{{{_BEFORE}}}(?:{'|'.join(sorted({skeleton(each) for each in STEMS}))})$")
_ANTIBODIES = ("mab", "mabe")
"""Without a final a: Spanish verbs end with it (`tomaba`)."""
_SAME = {skeleton(name): tuple(each for each in names if each != name) for names in SAME for name in names}


def drug(pair: Pair) -> Iterator[Hit]:
    """Name the drugs of the source that the translation does not name, and those that it names instead."""
    if pair.kind is Kind.SLUG or language(pair.source_locale) != "en":
        return
    named = spoken(pair.source_words)
    if language(pair.target_locale) in LANGUAGES:
        others = [word for word in pair.target_words if len(word) >= _SHORTEST and _is_drug(word)]
        if named or others:
            yield from _latin(pair, named, others)
    elif named:
        yield from _other_script(pair, named)


@lru_cache(maxsize=4096)
def spoken(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the drugs among English `words`, each once: remembered for the other translations."""
    found = (word for word in words if len(word) >= _SHORTEST and _is_english_drug(word))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=16384)
def _is_english_drug(word: str) -> bool:
    for form in (word, word.removesuffix("s")):
        if form in NAMES:
            return True
        if form.endswith(_ENDINGS) and form not in NOT_DRUGS:
            return any(form.endswith(end) and len(form) >= len(end) + _BEFORE for end in _ENDINGS)
    return False


@lru_cache(maxsize=16384)
def _is_drug(word: str) -> bool:
    """Whether a word of any language with Latin letters is the name of a drug beyond doubt."""
    word = _bare(word)
    bare = skeleton(word)
    known = bare in _KNOWN or word.endswith(_ANTIBODIES) or _ENDS.search(bare)
    return bool(known) and word not in NOT_DRUGS


def _bare(word: str) -> str:
    """Return a word without the article before its apostrophe: `insuline` of `l’insuline`."""
    return re.split("['’]", word)[-1]


def _latin(pair: Pair, named: Collection[str], others: Iterable[str]) -> Iterator[Hit]:
    words = [skeleton(_bare(word)) for word in pair.target_words]
    decided = _decided(pair) if named else frozenset()
    lost = [
        name for name in named if name not in decided and not _stands(name, words, pair.target_inline.text)
    ]
    added = _added(pair, named, others)
    for name, other in zip_longest(lost, added):
        source = _span(pair.source_inline, name) if name else ()
        target = _span(pair.target_inline, other) if other else ()
        if name and other:
            yield Hit(reason=f"“{name}” became “{other}”", source=source, target=target)
        elif name:
            yield Hit(reason=f"“{name}” is not in the translation", source=source)
        else:
            yield Hit(reason=f"“{other}” is not in the source", target=target)


def _decided(pair: Pair) -> frozenset[str]:
    """Return the words for which the glossary answers, or which are names of its own."""
    terms = " ".join([*(term.source for term in pair.context.glossary), *ready(pair).names])
    return frozenset(WORD.findall(terms.lower()))


def _stands(name: str, words: Collection[str], text: str) -> bool:
    """Whether a drug, or another name of it, is among or within `words`, which are skeletons."""
    for each in (name, *_SAME.get(skeleton(name), ())):
        if each.isupper():
            if re.search(rf"(?<!\w){each}(?!\w)", text):
                return True
        elif any(skeleton(each) in word for word in words):
            return True
    return False


def _added(pair: Pair, named: Collection[str], others: Iterable[str]) -> list[str]:
    """Return those of the translation's drugs of which the source knows nothing."""
    drugs = {skeleton(each) for name in named for each in (name, *_SAME.get(skeleton(name), ()))}
    spoken_of = {skeleton(part) for word in pair.source_words for part in re.split("['’]", word)} - drugs
    compounds = language(pair.target_locale) in _COMPOUNDING
    known = ready(pair).words
    found = []
    for word in dict.fromkeys(map(_bare, others)):
        bare = skeleton(word)
        told = bare in drugs or any(bare in each for each in spoken_of) or word in known
        if not told and not (compounds and _is_compound(bare, drugs)) and not _short(bare, pair):
            found.append(word)
    return found


def _short(bare: str, pair: Pair) -> bool:
    """Whether the source has the drug by its initials: `ASA`."""
    text = pair.source_inline.text
    initials = (each for each in _SAME.get(bare, ()) if each.isupper())
    return any(re.search(rf"(?<!\w){each}(?!\w)", text) for each in initials)


def _is_compound(bare: str, drugs: Iterable[str]) -> bool:
    """Whether a word is one of the `drugs` behind another word, and no other drug made of it."""
    before = [bare.removesuffix(each) for each in drugs if bare.endswith(each)]
    return bare not in _KNOWN and any(len(each) >= _WORD_BEFORE and each not in PREFIXES for each in before)


def _span(inline: Inline, word: str) -> tuple[Span, ...]:
    found = re.search(rf"(?<!\w)(?:\w+['’])?({re.escape(word)})", inline.text, re.IGNORECASE)
    return (inline.span(*found.span(1)),) if found else ()


def _other_script(pair: Pair, named: Collection[str]) -> Iterator[Hit]:
    """Say only what is certain: a drug of the source is not there, and a well-known other one is."""
    latin = [skeleton(word) for word in WORD.findall(pair.target_inline.text) if word.isascii()]
    decided = _decided(pair)
    said = {*pair.source_words, *(each for name in named for each in _SAME.get(skeleton(name), ()))}
    for name in named:
        if name in decided or _stands(name, latin, pair.target_inline.text):
            continue
        drug_names = (name, *_SAME.get(skeleton(name), ()))
        place = instead(drug_names, pair.target_inline.text, said, language(pair.target_locale))
        if place:
            shown = pair.target_inline.text[slice(*place)]
            span = pair.target_inline.span(*place)
            yield Hit(
                reason=f"“{name}” became “{shown}”", source=_span(pair.source_inline, name), target=(span,)
            )
