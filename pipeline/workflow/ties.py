"""What ties an edition's page to what is around it: addresses, media, and a key of all that it is made of."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from pipeline import feeds, locales
from pipeline.articles.edition import Standing
from pipeline.articles.links import Link, LinkKind
from pipeline.model import Locale
from pipeline.workflow import media
from pipeline.workflow.index import Group, Indexed
from pipeline.workflow.project import Project, digest
from pipeline.workflow.rendering import Sheet, key

if TYPE_CHECKING:
    from pipeline.articles import Article

Versions = Mapping[str, Mapping[str, str]]
"""For each file that articles carry along, by its path in `source/`: that of each locale's own version."""


def versions(project: Project, links: Iterable[Link]) -> Versions:
    """Return the versions of the files that `links` lead to, and of the brand's logo."""
    paths = {link.path for link in links if link.kind is LinkKind.FILE}
    if project.settings.brand.logo:
        paths.add(project.settings.brand.logo)
    tags = (project.settings.source_locale, *project.settings.all_locales)
    return {
        path: {tag: media.localized(project, path, locales.locale(tag)) for tag in tags}
        for path in sorted(paths)
    }


class Addresses:
    """Where articles and files stand for a page: in its language, else in the source's."""

    def __init__(self, project: Project, pages: Iterable[tuple[str, str, str]], own: Versions) -> None:
        """For `pages`, each with its article, its locale and its address, and the files of `own`."""
        self._own, self._source = own, project.settings.source_locale
        self._pages: dict[str, dict[str, str]] = defaultdict(dict)
        for article, tag, address in pages:
            self._pages[tag][f"article:{article}"] = address
        self._of = cache(self._all)

    def of(self, locale: Locale) -> Mapping[str, str]:
        """Return every address as the pages in `locale` know it."""
        return self._of(locale)

    def linked(self, locale: Locale, links: Iterable[Link]) -> Mapping[str, str]:
        """Return those of the addresses that an edition with these `links` points to."""
        return among(self.of(locale), links)

    def _all(self, locale: Locale) -> Mapping[str, str]:
        files = {f"file:{path}": media.address(each[locale.tag]) for path, each in self._own.items()}
        return files | self._pages[self._source] | self._pages[locale.tag]


def among(known: Mapping[str, str], links: Iterable[Link]) -> Mapping[str, str]:
    """Return those of the addresses in `known` that `links` lead to."""
    return {name: known[name] for name in map(key, links) if name in known}


def page_key(*, shared: str, edition: str, addresses: Mapping[str, str], body: str, listing: str) -> str:
    """Return the key of an edition's page: two that have the same one are the same, byte for byte.

    `shared` is a hash of what shapes every page, `edition` that of the edition itself; `body` is that of
    an edition that stays as it was, and `listing` tells the other editions of its article.
    """
    return digest([shared, edition, repr(addresses), body, listing])


def sheet(
    project: Project,
    group: Group,
    edition: Indexed,
    *,
    told: bool,
    addresses: Mapping[str, str],
    article: bytes = b"",
    catalogue: bytes | None = None,
    parsed: "tuple[Article, Standing] | None" = None,
) -> Sheet:
    """Return what `edition` is composed of; `told` says that its blocks are marked, as in a preview."""
    tag = edition.locale.tag
    past = told and bool(edition.heads)
    return Sheet(
        name=group.article,
        file=group.file,
        article=article,
        catalogue=catalogue,
        states=edition.states,
        heading_ids=group.heading_ids,
        reviews=edition.reviews,
        feeds=feeds.read_bytes(project.root, tag, group.article) if past else {},
        told=told,
        addresses=addresses,
        parsed=parsed,
    )
