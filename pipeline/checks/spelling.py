"""Spelling, by whichever dictionary the caller has; for information only.

The dictionary itself is a program outside (Hunspell), so it is passed in as a function.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.checks.base import Check, Hit, Pair, is_plain
from pipeline.checks.inline import Inline, read
from pipeline.inflection import stem
from pipeline.model import Finding, Kind, Locale, LocaleTag, Message, Severity, Span

Unknown = Callable[[Sequence[str]], Collection[str]]
"""Given words, returns those that the dictionary does not know."""

CHECK = Check(
    id="spelling.unknown",
    severity=Severity.INFO,
    reason="a word that the dictionary does not know",
    hint="correct it, or add it to the glossary or the project's word list",
    version=2,
)
SOURCE_CHECK = Check(
    id="source.spelling",
    severity=Severity.INFO,
    reason="a word of the article that the dictionary does not know",
    hint="correct it, or add it to the glossary or the project's word list",
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
    terms = [term.target for pair in texts[:1] for term in pair.context.glossary]
    tag = texts[0].target_locale.tag if texts else LocaleTag("")
    told: set[str] = set()
    for doubt in _doubts([pair.target_inline for pair in texts], tag, unknown, known, terms):
        pair, word = texts[doubt.text], doubt.word
        allowed = {part.lower() for part in _words([pair.source_inline])} | told
        if word.lower() not in allowed and any(part.lower() not in allowed for part in doubt.parts):
            told.add(word.lower())
            yield CHECK.finding(Hit(reason=doubt.reason, target=(doubt.span,)), pair.key)


def check_source_spelling(
    messages: Sequence[Message],
    locale: Locale,
    unknown: Unknown,
    known: Collection[str] = (),
    terms: Collection[str] = (),
) -> Iterator[Finding]:
    """Find words of an article that neither the dictionary nor the project knows, each once.

    `terms` are the glossary's, known in any inflection; all else is as for translations.
    """
    texts = [message for message in messages if message.kind is not Kind.SLUG]
    inlines = [read(message.msgid, not is_plain(message.kind)) for message in texts]
    told: set[str] = set()
    for doubt in _doubts(inlines, locale.tag, unknown, known, terms):
        if doubt.word.lower() not in told:
            told.add(doubt.word.lower())
            yield SOURCE_CHECK.finding(Hit(reason=doubt.reason, source=(doubt.span,)), texts[doubt.text].key)


class _Doubt(NamedTuple):
    """A word that may be misspelt, and where it stands."""

    text: int
    word: str
    parts: list[str]
    """Those of its parts that the dictionary does not know."""
    span: Span

    @property
    def reason(self) -> str:
        return f"“{self.word}” is not in the dictionary"


def _doubts(
    inlines: Sequence[Inline],
    tag: LocaleTag,
    unknown: Unknown,
    known: Collection[str],
    terms: Iterable[str],
) -> Iterator[_Doubt]:
    """Yield each place of each word that neither dictionary, word list nor terms know."""
    listed = {word.lower() for word in known}
    asked = [word for word in _words(inlines) if not word.isupper() and word.lower() not in listed]
    wrong = set(unknown(asked))
    stems = {stem(word, tag) for term in terms for word in _WORD.findall(term)} if wrong else set()
    for text, inline in enumerate(inlines if wrong else ()):
        for match in _WORD.finditer(inline.text):
            word = match.group()
            parts = [part for part in _parts(word) if part in wrong]
            if word in wrong and parts and stem(word, tag) not in stems:
                yield _Doubt(text, word, parts, inline.span(*match.span()))


def _words(inlines: Iterable[Inline]) -> dict[str, None]:
    """Return the words of texts and the parts of compounds, each once."""
    words = (word for inline in inlines for word in _WORD.findall(inline.text))
    return dict.fromkeys(part for word in words for part in (word, *_parts(word)))


def _parts(word: str) -> list[str]:
    """Return the parts of a compound, or the word itself; not those too short to be told from an ending."""
    return [part for part in _CUT.split(word) if len(part) > 1]
