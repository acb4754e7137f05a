"""Spelling, by whichever dictionary the caller has; for information only.

The dictionary itself is a program outside (Hunspell), so it is passed in as a function.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from pipeline.checks.base import Check, Pair
from pipeline.model import Finding, Kind, Severity

Unknown = Callable[[Sequence[str]], Collection[str]]
"""Given words, returns those that the dictionary does not know."""

CHECK = Check(
    id="spelling.unknown",
    severity=Severity.INFO,
    reason="a word that the dictionary does not know",
    hint="correct it, or add it to the glossary or the project's word list",
)

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def check_spelling(pairs: Sequence[Pair], unknown: Unknown, known: Collection[str] = ()) -> Iterator[Finding]:
    """Find words of the translations that neither the dictionary nor the project knows.

    `known` is the project's word list; words of the glossary, of the source (names) and acronyms
    count as known. The dictionary is asked once.
    """
    from pipeline.checks.base import Hit

    asked: dict[str, None] = {}
    texts = [pair for pair in pairs if pair.target and pair.kind is not Kind.SLUG]
    for pair in texts:
        asked.update(dict.fromkeys(_WORD.findall(pair.target_inline.text)))
    listed = {word.lower() for word in known}
    candidates = [
        word for word in asked if word.lower() not in listed and not word.isupper() and len(word) > 1
    ]
    wrong = set(unknown(candidates))
    for pair in texts:
        allowed = {word.lower() for word in _WORD.findall(pair.source_inline.text)}
        allowed |= {word.lower() for term in pair.context.glossary for word in _WORD.findall(term.target)}
        for match in _WORD.finditer(pair.target_inline.text):
            if match.group() in wrong and match.group().lower() not in allowed:
                span = pair.target_inline.span(*match.span())
                yield CHECK.finding(
                    Hit(reason=f"“{match.group()}” is not in the dictionary", target=(span,)), pair.key
                )
