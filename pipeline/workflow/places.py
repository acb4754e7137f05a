"""Where a text or an image of an edition comes from: the file and the line that a person has to correct."""

from collections.abc import Iterator

from pipeline.articles import messages
from pipeline.articles.article import decode
from pipeline.model import Locale
from pipeline.workflow import media
from pipeline.workflow.rendering import UP, Sheet

Place = tuple[str, int | None]
"""A file as the user knows it, and its 1-based line where that is known."""


def place(sheet: Sheet, locale: Locale, what: str) -> Place | None:
    """Return where `what` comes from, a text or the address of an image; None where nothing is known.

    A text of an edition is looked for in its catalogue first, then in its article: in its messages, then
    line by line, for what has no letters is no message.
    """
    path = what.removeprefix(UP).removeprefix(media.address(""))
    if what == UP + media.address(path):
        return f"source/{path}", None
    return next((found for found, text in _texts(sheet, locale) if what in text), None)


def _texts(sheet: Sheet, locale: Locale) -> Iterator[tuple[Place, str]]:
    """Yield every text that an edition may print, with its place."""
    article, where = sheet.read(locale.tag)
    file = f"locales/{locale.tag}/LC_MESSAGES/{article.name}.po"
    for entry in (where.entries or {}).values():
        yield (file, entry.line or None), entry.msgstr
    for message in messages.template(article).messages:
        yield (article.file, message.line or None), message.msgid
    lines = decode(sheet.article, file=article.file).split("\n")
    yield from (((article.file, number), line) for number, line in enumerate(lines, start=1))
