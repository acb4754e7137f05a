"""The nouns: frozen values that every layer shares. Standard library only.

Words are gettext's, XLIFF 2's, CLDR's and BCP 47's. A change is `dataclasses.replace`.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Any, NewType

from pipeline.values import quick

LocaleTag = NewType("LocaleTag", str)
"""A locale in gettext's form, checked: `es`, `pt_BR`, `zh_Hans`."""

ArticleName = NewType("ArticleName", str)
"""The stem of `source/<article>.md`, checked: it never leaves its folder."""

Digest = NewType("Digest", str)
"""A SHA-256 in lower-case hexadecimal, 64 characters."""

MessageKey = tuple[str | None, str]
"""(msgctxt, msgid): what identifies a message in a catalogue."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Locale:
    """A language as the pipeline needs to know it. `pipeline.locales` makes these."""

    tag: LocaleTag
    bcp47: str
    """The same in BCP 47, for `lang` attributes, addresses and people: `pt-BR`."""
    direction: str
    """`ltr` or `rtl`."""
    script: str
    """ISO 15924: `Latn`, `Arab`, `Hans`, `Jpan` …"""
    name: str
    """The language's name in itself: `español`."""
    pseudo: bool = False
    """A test locale (`en_XA`, `ar_XB`): previewed, never published."""


class Kind(StrEnum):
    """What a message is in its article."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    DESCRIPTION = "description"
    SLUG = "slug"
    """The last part of the page's address; may stay untranslated."""
    FIELD = "field"
    """Another front-matter field that the author listed under `translate`."""
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    QUOTE = "quote"
    TABLE_HEADER = "table header"
    TABLE_CELL = "table cell"
    CAPTION = "caption"
    TERM = "term"
    DEFINITION = "definition"
    FOOTNOTE = "footnote"
    ADMONITION_TITLE = "admonition title"
    IMAGE = "image"
    """An image alone in its block: its alt text and title."""
    ABBREVIATION = "abbreviation"
    """A Markdown abbreviation line, `*[HBOT]: hyperbaric oxygen therapy`: both sides may change."""


@quick
@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """A block of an article as a translator sees it: inline Markdown, whitespace normalised.

    A line break in `msgid` is a hard line break on the page; soft breaks are spaces.
    """

    msgid: str
    msgctxt: str | None = None
    kind: Kind
    section: str = ""
    """Text of the nearest heading above, plain; empty before the first one."""
    notes: tuple[str, ...] = ()
    """The author's notes for translators, from `<!-- i18n:comment: … -->`."""
    line: int = 0
    """1-based line in the article where the block begins; 0 where unknown."""

    @property
    def key(self) -> MessageKey:
        """(msgctxt, msgid)."""
        return (self.msgctxt, self.msgid)

    @property
    def required(self) -> bool:
        """Whether an edition without a translation of it is incomplete."""
        return self.kind is not Kind.SLUG


@dataclass(frozen=True, kw_only=True, slots=True)
class Template:
    """All messages of an article, in the order of the page, each key once (a `.pot`)."""

    article: ArticleName
    messages: tuple[Message, ...]


@quick
@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One entry of a catalogue (a `.po`), with everything that any tool wrote into it."""

    msgid: str
    msgctxt: str | None = None
    msgid_plural: str | None = None
    msgstr: str = ""
    """The translation; of a plural entry the first form."""
    msgstr_plural: tuple[str, ...] = ()
    """All forms of a plural entry; empty for others."""
    flags: tuple[str, ...] = ()
    previous_msgid: str | None = None
    previous_msgctxt: str | None = None
    previous_msgid_plural: str | None = None
    translator_comments: tuple[str, ...] = ()
    """Lines of `# …`, without the mark. Ours begin with `imprimatur: `."""
    extracted_comments: tuple[str, ...] = ()
    """Lines of `#. …`."""
    references: tuple[str, ...] = ()
    obsolete: bool = False
    raw: str | None = field(default=None, compare=False, repr=False)
    """The entry's exact text in the file it was read from; None once anything was changed."""
    line: int = field(default=0, compare=False)
    """1-based line of `msgid` in that file."""

    @property
    def key(self) -> MessageKey:
        """(msgctxt, msgid)."""
        return (self.msgctxt, self.msgid)

    @property
    def fuzzy(self) -> bool:
        """Whether the entry is marked as needing work."""
        return "fuzzy" in self.flags


@dataclass(frozen=True, kw_only=True, slots=True)
class Catalogue:
    """All entries of one article in one locale, in file order, obsolete ones included."""

    locale: LocaleTag
    header: tuple[tuple[str, str], ...] = ()
    """Name and value of each header field, in order, unknown ones included."""
    header_comments: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    header_raw: str | None = field(default=None, compare=False, repr=False)
    """The header's exact text in the file it was read from; None once changed."""
    trailer: str = field(default="", compare=False, repr=False)
    """Whatever stands after the last entry, such as a comment, exactly as it was read."""


class State(IntEnum):
    """How far a message has come. Derived from catalogue and ledger, never stored."""

    UNTRANSLATED = 0
    """No msgstr."""
    STALE = 1
    """Fuzzy with a previous msgid: the source changed after it was translated."""
    DRAFT = 2
    """Fuzzy without one, or a text that still equals what an engine drafted."""
    REJECTED = 3
    """A reviewer's latest word on exactly this text is no."""
    TRANSLATED = 4
    """Not fuzzy: written or touched by a person."""
    APPROVED = 5
    """The approvals that policy requires exist for exactly this text."""

    @property
    def label(self) -> str:
        """The state as people and `data-state` attributes read it: `translated`."""
        return self.name.lower()


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    """Closes the gate until it is corrected or dismissed."""
    WARNING = "warning"
    """A reviewer should look."""
    INFO = "info"


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """A stretch of a text, in code points, end excluded."""

    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """Something that a person should know or correct: where, what is wrong, what to do."""

    id: str
    """Stable and dotted: `settings.unknown-key`, `quantity.unit`."""
    severity: Severity = Severity.ERROR
    reason: str
    """What is wrong, one line, no full stop."""
    hint: str = ""
    """What to do about it."""
    file: str = ""
    """Path as the user knows it, relative to the content folder."""
    line: int | None = None
    """1-based."""
    key: str = ""
    """Path of the setting or field: `locales.es.engines`."""
    msgctxt: str | None = None
    msgid: str = ""
    """With `msgctxt`, the message it is about; empty where it is about none."""
    source_spans: tuple[Span, ...] = ()
    target_spans: tuple[Span, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class FrontMatter:
    """What stands above an article, parsed and checked."""

    title: str
    subtitle: str = ""
    description: str = ""
    slug: str
    date: datetime.date | None = None
    updated: datetime.date | None = None
    author: str = ""
    locales: tuple[LocaleTag, ...] | None = None
    """The locales it is published in; None for all of the settings."""
    translate: tuple[str, ...] = ()
    """Further fields whose text is translated."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Unknown keys, passed through to the page's template."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Text:
    """A front-matter field as an edition prints it: plain text, never markup."""

    value: str
    locale: Locale
    """The language that the value is really in: the source's where nobody translated it."""
    state: State
    message: str = ""
    """Short id of its message, where every block is marked with its own."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TocEntry:
    """A heading in the table of contents."""

    level: int
    """2 to 6."""
    id: str
    text: str
    """Plain text in the edition's language."""
    children: tuple["TocEntry", ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Review:
    """Who stands for an edition, as its readers are told: the role, and by default no name."""

    role: str
    """In words: `medical reviewer` for the role `medical` or `medical-reviewer` of `pipeline.toml`."""
    date: datetime.date
    """The day of the last approval in that role."""
    name: str = ""
    """Empty unless the settings say that names are printed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PastEvent:
    """Something that happened to a message, as the team's preview tells it."""

    date: datetime.date
    actor: str
    action: str
    """As the ledger names it: `draft`, `edit`, `approve`, `reject`, `revoke`, `comment`, `dismiss`."""
    role: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Deed:
    """What somebody did to an edition's messages in one day, as the status page tells it."""

    day: datetime.date
    actor: str
    """A person's or an engine's name in the ledger."""
    action: str
    """As the ledger names it: `draft`, `edit`, `approve` …"""
    number: int
    """How many messages it was done to."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Edition:
    """One article in one locale, ready for every renderer. The unit of work."""

    article: ArticleName
    locale: Locale
    source_locale: Locale
    slug: str
    fields: Mapping[str, Text]
    """`title`, and where the article has them `subtitle`, `description`, further fields."""
    extra: Mapping[str, Any]
    """Unknown front matter, as the author wrote it."""
    body: str
    """Clean HTML (through nh3): headings from h2, ids from the source's text, `<bdi>` around
    foreign runs in right-to-left text. A block that is not approved carries
    `data-state="draft|stale|untranslated|…"`, one in another language `lang` and `dir`."""
    toc: tuple[TocEntry, ...]
    date: datetime.date | None
    updated: datetime.date | None
    author: str
    states: Mapping[State, int]
    """How many messages are in each state; absent means none."""
    words: int
    """Words (or, for scripts without spaces, characters) of the body, for the reading time."""
    approved: bool
    """Whether the gate lets it into the site. False: draft banner, watermark, `noindex`."""
    reviews: tuple[Review, ...] = ()
    """Who approved what is printed, newest last; empty for a source edition without a review."""
    past: Mapping[str, tuple[PastEvent, ...]] = field(default_factory=dict)
    """In a preview, what happened to each message, by the short id in its block's `data-message`,
    oldest first; empty elsewhere."""

    @property
    def title(self) -> str:
        """The title in the edition's language."""
        return self.fields["title"].value
