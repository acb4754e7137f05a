"""The source edition under review: its texts as if they were their own translations.

Only where the settings say `source = "approved"`, for claims that somebody must see before print.
The article's file is never written here: authors change it.
"""

from typing import TYPE_CHECKING

from pipeline import authorship
from pipeline.articles import template
from pipeline.model import ArticleName, Catalogue, Entry, LocaleTag, MessageKey
from pipeline.workflow.project import Project, read_bytes

if TYPE_CHECKING:
    from pipeline.articles import Article


def reviewed_locales(project: Project) -> tuple[LocaleTag, ...]:
    """Return the locales whose editions are reviewed: the source's too where the policy says so."""
    own = (project.settings.source_locale,) if project.settings.policy.source_approved else ()
    return (*own, *project.settings.locales)


def reviewable(project: Project, locale: LocaleTag, article: ArticleName) -> bool:
    """Whether an edition has texts to review: a catalogue, or none because it is the source's."""
    return locale == project.settings.source_locale or project.catalogue_path(locale, article).exists()


def identity(project: Project, article: "Article") -> Catalogue:
    """Return the catalogue in which every message translates itself."""
    entries = (
        Entry(msgid=message.msgid, msgctxt=message.msgctxt, msgstr=message.msgid, line=message.line)
        for message in template(article).messages
    )
    return Catalogue(locale=project.settings.source_locale, entries=tuple(entries))


def authors(project: Project, article: "Article") -> dict[MessageKey, tuple[str, ...]]:
    """Return who wrote each message according to git: the authors of its lines, to the next empty one."""
    path = project.article_path(article.name)
    data = read_bytes(path)
    by_line = authorship.blame(project.root, path, data)
    lines = data.decode("utf-8", "replace").split("\n")
    found = {}
    for message in template(article).messages:
        first = last = max(message.line - 1, 0)
        while last < len(lines) and lines[last].strip():
            last += 1
        names = (name for name in by_line[first : max(last, first + 1)] if name)
        found[message.key] = tuple(dict.fromkeys(names))
    return found
