"""What a check is, what it looks at, and what it says.

A check is a pure function of one pair of texts, of all pairs of an edition, or of the article
alone. It yields hits; `pipeline.checks` turns them into findings that carry the message's key.
"""

import datetime
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from pipeline.checks.inline import Inline, read
from pipeline.model import (
    ArticleName,
    Catalogue,
    Finding,
    Kind,
    Locale,
    Message,
    MessageKey,
    Severity,
    Span,
    State,
    Template,
)

PLAIN_KINDS = frozenset({Kind.TITLE, Kind.SUBTITLE, Kind.DESCRIPTION, Kind.SLUG, Kind.FIELD})
"""Front-matter fields: plain text, in which `*` and `<` mean themselves."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Context:
    """What a pair's article adds to the pair: the same value for all pairs of an edition."""

    references: Mapping[str, str] = field(default_factory=dict)
    """Label of each reference-style link (lower case) to its target, the same in all editions."""
    link_variants: frozenset[tuple[str, str]] = frozenset()
    """(source's target, localized target): the only link targets that may differ."""
    glossary: tuple["Term", ...] = ()
    do_not_translate: frozenset[str] = frozenset()
    """Names that stand in every language as they are, beside those of the glossary."""
    temperature_conversion: bool = False
    """Whether 98.6 °F may stand for 37 °C."""
    clean: Callable[[str], str] | None = field(default=None, compare=False, repr=False)
    """The page's own cleaner of HTML; None where nobody asks what it would drop."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """A glossary entry for one locale."""

    source: str
    target: str = ""
    """The approved translation; empty where none is decided. Alternatives are separate entries."""
    alternatives: tuple[str, ...] = ()
    """Other wordings that are accepted in the target."""
    do_not_translate: bool = False
    case_sensitive: bool = False


WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
"""A word of any script, without digits; `l’eau` is one."""


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    """Return the words of a source in lower case: once for all its translations."""
    return tuple(WORD.findall(text.lower()))


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A message and its translation, with all that a check may know about them.

    It has no slots, so that what many checks ask of it is worked out once and stays with it.
    """

    source: str
    target: str
    source_locale: Locale
    target_locale: Locale
    kind: Kind = Kind.PARAGRAPH
    msgctxt: str | None = None
    state: State = State.TRANSLATED
    context: Context = field(default_factory=Context)

    @property
    def key(self) -> MessageKey:
        """(msgctxt, msgid)."""
        return (self.msgctxt, self.source)

    @cached_property
    def made(self) -> dict[str, Any]:
        """What families of checks worked out about this pair, each under its own name."""
        return {}

    @cached_property
    def source_inline(self) -> Inline:
        """The source as a reader sees it."""
        return read(self.source, self.kind not in PLAIN_KINDS)

    @cached_property
    def target_inline(self) -> Inline:
        """The translation as a reader sees it."""
        return read(self.target, self.kind not in PLAIN_KINDS)

    @cached_property
    def source_words(self) -> tuple[str, ...]:
        """The visible words of the source in lower case, without numbers."""
        return _words(self.source_inline.text)

    @cached_property
    def target_words(self) -> tuple[str, ...]:
        """The same of the translation; runs of letters where a language does not space its words."""
        return tuple(WORD.findall(self.target_inline.text.lower()))


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """One thing that a check saw. Spans are of the raw Markdown, in code points."""

    reason: str
    """What is wrong here, one line, no full stop."""
    source: tuple[Span, ...] = ()
    target: tuple[Span, ...] = ()
    hint: str = ""
    """What to do, where it is not what the check's own hint says."""
    severity: Severity | None = None
    """Lighter or heavier than the check's own, where this one is."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """One check as the list shows it."""

    id: str
    """Stable and dotted: `quantity.unit`. Findings and dismissals carry it."""
    severity: Severity
    reason: str
    """What it looks for, one line."""
    hint: str
    """What to do about a finding."""
    version: int = 1
    """Raised whenever the check's judgement changes: a dismissal is of one version."""

    def finding(self, hit: Hit, key: MessageKey = (None, "")) -> Finding:
        """Return `hit` as a finding about the message `key`."""
        return Finding(
            id=self.id,
            severity=hit.severity or self.severity,
            reason=hit.reason,
            hint=hit.hint or self.hint,
            msgctxt=key[0],
            msgid=key[1],
            source_spans=hit.source,
            target_spans=hit.target,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class PairCheck(Check):
    """A check of one message and its translation."""

    function: Callable[[Pair], Iterable[Hit]]
    beforehand: tuple[Callable[[Pair], object], ...] = ()
    """What works out what the check will ask of a pair; the pair remembers it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Bitext:
    """An edition as the checks of whole editions see it: source and translation side by side."""

    article: ArticleName
    pairs: tuple[Pair, ...]
    """In the order of the page, untranslated ones with an empty target."""
    catalogue: Catalogue | None = None
    template: Template | None = None
    claims: tuple["Claim", ...] = ()
    markets: frozenset[str] = frozenset()
    """For which the page is made, beside those that its locale names."""
    today: datetime.date | None = None
    """For claims that expire; None where nobody asks."""
    approved: frozenset[MessageKey] | None = None
    """Messages whose text is approved; None where approvals do not matter."""
    ids: frozenset[str] | None = None
    """Anchors that exist on the built page; None where it was not built."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """What may be claimed, on what grounds, and where. `pipeline.checks.claims` reads them."""

    id: str
    wording: str
    """Matched on the source's visible text; `*` stands for anything."""
    reference: str = ""
    """The evidence: a title, a DOI."""
    markets: tuple[str, ...] = ("*",)
    """Locale tags, languages or regions (`pt_BR`, `pt`, `BR`), or what settings name so; `*` for all."""
    status: str = "allowed"
    """`allowed`, `disclaimer` or `forbidden`."""
    disclaimer: str = ""
    """The source text of the message that must be on the page."""
    expires: datetime.date | None = None
    line: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class EditionCheck(Check):
    """A check of all pairs of an edition together."""

    function: Callable[[Bitext], Iterable[tuple[MessageKey, Hit]]]


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceCheck(Check):
    """A check of one message of an article, for its author."""

    function: Callable[[Message, Locale], Iterable[Hit]]


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticleCheck(Check):
    """A check of all messages of an article, for its author."""

    function: Callable[[Sequence[Message], Locale], Iterable[tuple[MessageKey, Hit]]]


def is_plain(kind: Kind) -> bool:
    """Whether messages of `kind` are plain text rather than inline Markdown."""
    return kind in PLAIN_KINDS
