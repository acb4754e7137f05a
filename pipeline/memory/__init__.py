"""The translation memory: what was translated before, found again by words, never taken on trust.

Similarity counts words, not characters: "Take this" and "Do not take this" are nearly the same
letters. A difference in numbers, units, negation, modals or glossary terms costs extra, and a match
that is not exact is a draft that a person must see.
"""

from pipeline.memory.parts import Segment, context_of
from pipeline.memory.repairs import repair
from pipeline.memory.search import THRESHOLD, Match, MatchKind, Memory
from pipeline.memory.sentences import sentence_pairs, sentences

__all__ = [
    "THRESHOLD",
    "Match",
    "MatchKind",
    "Memory",
    "Segment",
    "context_of",
    "repair",
    "sentence_pairs",
    "sentences",
]
