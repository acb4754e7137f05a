"""An edition: an article and its catalogue, joined into what every renderer prints."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from xml.etree.ElementTree import Element

from pipeline.articles import frontmatter
from pipeline.articles.article import Article
from pipeline.articles.filling import clean_page
from pipeline.articles.localization import Rendition, source
from pipeline.articles.messages import template
from pipeline.ledger.events import short_id
from pipeline.model import (
    Catalogue,
    Edition,
    Entry,
    Kind,
    Locale,
    Message,
    MessageKey,
    PastEvent,
    Review,
    State,
    Text,
)

_UNSPACED = frozenset(("Hans", "Hant", "Jpan", "Thai", "Laoo", "Khmr", "Mymr"))
"""Scripts that put no space between words; their texts are counted in characters (CLDR)."""
_TAG = re.compile(r"<[^>]*>")
_STATES = tuple(State)


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """Where an edition's messages stand: all that the gate and the summary need of them."""

    messages: tuple[tuple[Message, State], ...]
    """Each message of the template with its state; an optional one only if it has a text."""
    slug: str
    title: str
    entries: Mapping[MessageKey, Entry] | None = None
    """The live entries of its catalogue by key; None for a source edition."""
    states: Mapping[MessageKey, State] = field(default_factory=dict)
    """The state of each of them."""

    @property
    def counts(self) -> Mapping[State, int]:
        """How many messages are in each state; absent means none."""
        # Members of an enumeration are slow to hash, and quick to compare.
        found = list(map(itemgetter(1), self.messages))
        return {state: count for state in _STATES if (count := found.count(state))}

    @property
    def all_approved(self) -> bool:
        """Whether every message may be printed."""
        return all(state is State.APPROVED for _, state in self.messages)


def standing(
    article: Article, entries: Mapping[MessageKey, Entry] | None, states: Mapping[MessageKey, State]
) -> Standing:
    """Return where the messages of `article` stand in a catalogue with the live `entries`, in these `states`.

    Without any catalogue it is the source edition.
    """
    if entries is None:
        return Standing(messages=(), slug=article.front.slug, title=article.front.title)
    found = []
    for message in template(article).messages:
        key = message.key
        if message.required or (key in entries and entries[key].msgstr):
            found.append((message, states.get(key, State.UNTRANSLATED)))
    title = entries.get(("title", article.front.title))
    return Standing(
        messages=tuple(found),
        slug=slug(article, entries),
        title=title.msgstr if title and title.msgstr else article.front.title,
        entries=entries,
        states=states,
    )


def live(catalogue: Catalogue) -> Mapping[MessageKey, Entry]:
    """Return the entries of `catalogue` that are not obsolete, by key."""
    return {entry.key: entry for entry in catalogue.entries if not entry.obsolete}


def slug(article: Article, entries: Mapping[MessageKey, Entry]) -> str:
    """Return the translated slug where there is one that an address can hold, else the source's."""
    entry = entries.get(("slug", article.front.slug))
    return entry.msgstr if entry and frontmatter.valid_slug(entry.msgstr) else article.front.slug


def compose(
    article: Article,
    where: Standing,
    *,
    locale: Locale,
    source_locale: Locale,
    approved: bool,
    heading_ids: Sequence[str],
    backlink: str,
    clean: Callable[[str], str],
    tidy: Callable[[str], str],
    finish: Callable[[Element], None],
    reviews: tuple[Review, ...] = (),
    past: Mapping[str, tuple[PastEvent, ...]] | None = None,
) -> Edition:
    """Join `article` and the texts that it has in a locale into an edition, `where` they stand.

    `approved` is the gate's word. `heading_ids` are those of the source's page. `backlink` is the
    title of the way back from footnote `{n}`. `finish` may change the finished tree, to point links
    for instance; `clean` makes the HTML harmless, and `tidy` does so to what has no links to articles or
    files, the same for every edition. With a `past`, which only previews tell, every
    block is marked with its state and its message's short id, approved ones too. `reviews` are those
    who stand for it.
    """
    translated = where.entries is not None
    marker = _Marker(where, locale, source_locale, told=past is not None)
    page = clean_page(
        article,
        marker.rendition if translated else source,
        skipped=marker.foreign if translated else None,
        heading_ids=heading_ids,
        backlink=backlink,
        finish=finish,
        isolates=locale.direction == "rtl",
        clean=clean,
        tidy=tidy,
    )
    return Edition(
        article=article.name,
        locale=locale,
        source_locale=source_locale,
        slug=where.slug,
        fields=_fields(article, marker, translated=translated),
        extra=article.front.extra,
        body=page.html,
        toc=page.toc,
        date=article.front.date,
        updated=article.front.updated,
        author=article.front.author,
        states=where.counts,
        words=_words(page.html, locale),
        approved=approved,
        reviews=reviews,
        past=past or {},
    )


_LABELS = tuple(state.label for state in sorted(State))
"""By the states' numbers."""


class _Marker:
    """Decides what is printed for each message, and how it is marked."""

    def __init__(
        self,
        where: Standing,
        locale: Locale,
        source_locale: Locale,
        *,
        told: bool,
    ) -> None:
        """Mark for the edition in `locale`; `told` marks every block, approved ones too."""
        self.told = told
        self.entries, self.states = where.entries or {}, where.states
        self.locale, self.source_locale = locale, source_locale
        self.foreign = {"lang": source_locale.bcp47}
        if source_locale.direction != locale.direction:
            self.foreign["dir"] = source_locale.direction

    def rendition(self, key: MessageKey) -> Rendition:
        """Return a message's translation, or its source text marked with its language."""
        entry = self.entries.get(key)
        state = self.states.get(key, State.UNTRANSLATED)
        if entry is None or state is State.UNTRANSLATED:
            return Rendition(key[1], {**self._marks(key, state), **self.foreign})
        return Rendition(entry.msgstr, self._marks(key, state))

    def _marks(self, key: MessageKey, state: State) -> dict[str, str]:
        if self.told:
            return {"data-state": _LABELS[state], "data-message": short_id(key)}
        return {} if state is State.APPROVED else {"data-state": _LABELS[state]}

    def field(self, name: str, value: str) -> Text:
        """Return a front-matter field as the edition prints it."""
        entry = self.entries.get((name, value))
        state = self.states.get((name, value), State.UNTRANSLATED)
        message = short_id((name, value)) if self.told else ""
        if entry is None or state is State.UNTRANSLATED:
            return Text(value=value, locale=self.source_locale, state=state, message=message)
        text = " ".join(entry.msgstr.split())
        return Text(value=text, locale=self.locale, state=state, message=message)


def _fields(article: Article, marker: _Marker, *, translated: bool) -> Mapping[str, Text]:
    front = article.front
    values = {
        Kind.TITLE.value: front.title,
        Kind.SUBTITLE.value: front.subtitle,
        Kind.DESCRIPTION.value: front.description,
        **{name: str(front.extra[name]) for name in front.translate},
    }
    if not translated:
        state = State.APPROVED
        return {
            name: Text(value=text, locale=marker.locale, state=state) for name, text in values.items() if text
        }
    return {name: marker.field(name, text) for name, text in values.items() if text}


def _words(html: str, locale: Locale) -> int:
    text = _TAG.sub(" ", html)
    if locale.script in _UNSPACED:
        return sum(map(str.isalnum, text))
    return len(text.split())
