"""Repairs: translations of nearly the same text, changed only where their source changed."""

import re
from collections import Counter

from pipeline.glossary import Glossary
from pipeline.memory.parts import Segment
from pipeline.model import LocaleTag
from pipeline.protect import numbers


def repair(
    segment: Segment, text: str, glossary: Glossary, locale: LocaleTag
) -> tuple[str, tuple[str, ...]] | None:
    """Change in a segment's translation only what changed in its source: numbers, or one term.

    Returns the new translation and what was changed; None where anything else differs, where a
    place is not certain, or where a term's gender or number would disturb the words around it.
    """
    return _numbers_repaired(segment, text) or _term_repaired(segment, text, glossary, locale)


_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def _numbers_repaired(segment: Segment, text: str) -> tuple[str, tuple[str, ...]] | None:
    if _NUMBER.sub("#", segment.source) != _NUMBER.sub("#", text):
        return None
    pairs = list(zip(_NUMBER.findall(segment.source), _NUMBER.findall(text), strict=True))
    changes = {old: new for old, new in pairs if old != new}
    # A number that stands twice, or with separators that another locale writes otherwise, is not certain.
    if not changes or any(segment.source.count(old) != 1 for old in changes):
        return None
    if any(not number.isdecimal() for pair in changes.items() for number in pair):
        return None
    found = Counter(_NUMBER.findall(segment.target))
    if any(found[old] != 1 for old in changes):
        return None
    target = _NUMBER.sub(lambda match: changes.get(match[0], match[0]), segment.target)
    if numbers(target) != numbers(text):
        return None
    return target, tuple(f"{old} → {new}" for old, new in changes.items())


def _term_repaired(
    segment: Segment, text: str, glossary: Glossary, locale: LocaleTag
) -> tuple[str, tuple[str, ...]] | None:
    before, after = glossary.find(segment.source, locale), glossary.find(text, locale)
    if len(before) != len(after):
        return None
    changed = [pair for pair in zip(before, after, strict=True) if pair[0].term != pair[1].term]
    if len(changed) != 1:
        return None
    old, new = changed[0]
    frame = segment.source[: old.start], segment.source[old.end :]
    if frame != (text[: new.start], text[new.end :]) or not old.target.gender:
        return None
    if (old.target.gender, old.target.number) != (new.target.gender, new.target.number):
        return None
    if _first_is_vowel(old.target.text) != _first_is_vowel(new.target.text):
        return None
    pattern = re.compile(rf"(?<!\w){re.escape(old.target.text)}(?!\w)")
    if len(pattern.findall(segment.target)) != 1:
        return None
    target = pattern.sub(lambda _: new.target.text, segment.target)
    return target, (f"{old.target.text} → {new.target.text}",)


def _first_is_vowel(text: str) -> bool:
    """Articles before vowels differ in several languages."""
    return text[:1].casefold() in "aeiouhàâéèêëîïôöûüœ"
