"""Sentences: texts cut into them, and segments where both sides have as many."""

from collections import Counter
from functools import lru_cache

from pipeline.memory.parts import Segment
from pipeline.model import LocaleTag
from pipeline.protect import Signature, numbers, signature


def sentences(text: str, locale: LocaleTag) -> list[str]:
    """Cut a text into sentences, each with the white space behind it; joined they are the text.

    Needs `sentencex`; without it the text is one sentence.
    """
    try:
        from sentencex import segment
    except ImportError:
        return [text]
    found: list[str] = []
    for sentence in segment(locale.partition("_")[0], text):
        if sentence.strip() or not found:
            found.append(sentence)
        else:
            found[-1] += sentence
    return found if "".join(found) == text else [text]


def sentence_pairs(segment: Segment, source: LocaleTag, target: LocaleTag) -> tuple[Segment, ...]:
    """Cut a segment into sentences, where both sides have as many; empty where they do not.

    Needs `sentencex`; without it no segment is cut.
    """
    known = _known(segment.source, source)
    if len(known) < 2:
        return ()
    new = [sentence.strip() for sentence in sentences(segment.target, target)]
    if len(new) != len(known):
        return ()
    return tuple(
        Segment(source=old, target=text, approved=segment.approved, origin=segment.origin)
        for (old, shape), text in zip(known, new, strict=True)
        if shape == _shape(text)
    )


@lru_cache(maxsize=512)
def _known(text: str, locale: LocaleTag) -> "tuple[tuple[str, _Shape], ...]":
    """Cut a source text once for all the locales that it is translated into."""
    cut = [sentence.strip() for sentence in sentences(text, locale)]
    return tuple((sentence, _shape(sentence)) for sentence in cut) if len(cut) > 1 else ()


_Shape = tuple[Signature, Counter[str]]
"""What a sentence and its translation have in common: constructs and numbers."""


def _shape(sentence: str) -> _Shape:
    return signature(sentence), numbers(sentence)
