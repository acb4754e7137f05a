"""An article's messages: what of it a translator sees, and in what order."""

import html
import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.articles.article import Article
from pipeline.model import Kind, Message, MessageKey, Template

_MARKUP = re.compile(
    r"\[\^[^\]]*\]|!?\[((?:[^\[\]\\]|\\.)*)\](?:\([^)]*\)|\[[^\]]*\])?|[*_`]+|<[^>]*>|\\(?=[^\w\s])"
)


def template(article: Article) -> Template:
    """Return all messages of `article`, in the order of the page, each key once."""
    return _template(_Same(article))


def keys(article: Article) -> frozenset[MessageKey]:
    """Return the keys of all messages of `article`."""
    return _keys(_Same(article))


class _Same:
    """An article as a key: the same where its name and its bytes are."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._key = (article.name, article.file, article.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)


@lru_cache(maxsize=8)
def _template(same: _Same) -> Template:
    """Make a template once for all the editions of an article."""
    article = same.article
    found: dict[MessageKey, Message] = {}
    for message in (*_front_matter(article), *_abbreviations(article), *_body(article)):
        found.setdefault(message.key, message)
    return Template(article=article.name, messages=tuple(found.values()))


@lru_cache(maxsize=8)
def _keys(same: _Same) -> frozenset[MessageKey]:
    return frozenset(message.key for message in _template(same).messages)


def plain(markdown: str) -> str:
    """Return inline Markdown as a reader hears it, for a section's name in a comment."""
    return " ".join(html.unescape(_MARKUP.sub(lambda match: match.group(1) or "", markdown)).split())


def _front_matter(article: Article) -> Iterator[Message]:
    front = article.front
    fields = (
        (Kind.TITLE, "title", front.title),
        (Kind.SUBTITLE, "subtitle", front.subtitle),
        (Kind.DESCRIPTION, "description", front.description),
        (Kind.SLUG, "slug", front.slug),
        *((Kind.FIELD, name, str(front.extra[name])) for name in front.translate),
    )
    for kind, name, text in fields:
        if text:
            notes = (SLUG_NOTE,) if kind is Kind.SLUG else ()
            yield Message(msgid=text, msgctxt=name, kind=kind, notes=notes, line=1)


SLUG_NOTE = "last part of the page's address: small letters, digits and hyphens; may stay empty"
"""What translators are told about a slug."""


def _abbreviations(article: Article) -> Iterator[Message]:
    for short, long in article.tree.abbreviations:
        yield Message(msgid=abbreviation(short, long), kind=Kind.ABBREVIATION)


def abbreviation(short: str, long: str) -> str:
    """Return an abbreviation as its definition is written in Markdown."""
    return f"*[{short}]: {long}"


def _body(article: Article) -> Iterator[Message]:
    section = ""
    for slot in article.tree.slots:
        if slot.kind is Kind.HEADING:
            section = plain(slot.text)
        if not slot.said.skip:
            yield Message(
                msgid=slot.text,
                msgctxt=slot.said.context,
                kind=slot.kind,
                section="" if slot.kind in (Kind.HEADING, Kind.FOOTNOTE) else section,
                notes=slot.said.notes,
                line=slot.line,
            )
