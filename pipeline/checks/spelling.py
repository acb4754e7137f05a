"""Spelling, by whichever dictionary the caller has; for information only.

The dictionary itself is a program outside (Hunspell), so it is passed in as a function.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from pipeline.checks.base import Check, Hit, Pair
from pipeline.inflection import stem
from pipeline.model import Finding, Kind, Severity

Unknown = Callable[[Sequence[str]], Collection[str]]
"""Given words, returns those that the dictionary does not know."""

CHECK = Check(
    id="spelling.unknown",
    severity=Severity.INFO,
    reason="a word that the dictionary does not know",
    hint="correct it, or add it to the glossary or the project's word list",
    version=2,
)

_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f\u064b-\u0655\u0670\u0900-\u0dff])"
_WORD = re.compile(rf"{_LETTER}+(?:['’-]{_LETTER}+)*")
_CUT = re.compile(r"-|\w+['’]")
"""Where a compound has its seam; what stands before an apostrophe is a word cut short (`l’`, `dell’`)."""


def check_spelling(pairs: Sequence[Pair], unknown: Unknown, known: Collection[str] = ()) -> Iterator[Finding]:
    """Find words of the translations that neither the dictionary nor the project knows, each once.

    `known` is the project's word list; words of the glossary in any inflection, of the source (names)
    and acronyms count as known, and so does a compound all of whose parts do. The dictionary is asked
    once. All pairs are of one edition.
    """
    texts = [pair for pair in pairs if pair.target and pair.kind is not Kind.SLUG]
    asked = dict.fromkeys(
        part
        for pair in texts
        for word in _WORD.findall(pair.target_inline.text)
        for part in (word, *_parts(word))
    )
    listed = {word.lower() for word in known}
    wrong = set(unknown([word for word in asked if not word.isupper() and word.lower() not in listed]))
    terms = {
        stem(word, pair.target_locale.tag)
        for pair in texts[:1]
        for term in pair.context.glossary
        for word in _WORD.findall(term.target)
    }
    told: set[str] = set()
    for pair in texts if wrong else ():
        allowed = {
            part.lower() for word in _WORD.findall(pair.source_inline.text) for part in (word, *_parts(word))
        }
        for match in _WORD.finditer(pair.target_inline.text):
            word = match.group()
            parts = [part for part in _parts(word) if part in wrong and part.lower() not in allowed]
            if (
                word in wrong
                and parts
                and word.lower() not in allowed | told
                and stem(word, pair.target_locale.tag) not in terms
            ):
                told.add(word.lower())
                span = pair.target_inline.span(*match.span())
                yield CHECK.finding(
                    Hit(reason=f"“{word}” is not in the dictionary", target=(span,)), pair.key
                )


def _parts(word: str) -> list[str]:
    """Return the parts of a compound, or the word itself; not those too short to be told from an ending."""
    return [part for part in _CUT.split(word) if len(part) > 1]
