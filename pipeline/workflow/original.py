"""What the source edition of an article tells about all of its editions: where its links lead."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.articles import links
from pipeline.articles.filling import fill
from pipeline.articles.links import Link, LinkKind
from pipeline.articles.localization import render, source
from pipeline.articles.skeleton import skeleton
from pipeline.model import Locale
from pipeline.workflow import media
from pipeline.workflow.project import Project

if TYPE_CHECKING:
    from pipeline.articles import Article


@dataclass(frozen=True, kw_only=True, slots=True)
class Original:
    """An article's source edition, as far as its other editions depend on it."""

    heading_ids: tuple[str, ...]
    links: tuple[Link, ...]
    """To articles and files, and those that no page may have; each once."""


def original(article: "Article") -> Original:
    """Render an article's source once, for its headings' ids and links."""
    heading_ids, found = _read(article)
    kinds = (LinkKind.ARTICLE, LinkKind.FILE, LinkKind.FORBIDDEN)
    return Original(heading_ids=heading_ids, links=tuple(link for link in found if link.kind in kinds))


def images(project: Project, article: "Article", locale: Locale) -> Mapping[str, str]:
    """Return the images that an article shows: by the path in its links, the file in `source/` for `locale`.

    An image that may not be published is not among them.
    """
    _, found = _read(article)
    shown = [
        link for link in found if link.kind is LinkKind.FILE and link.path.lower().endswith(media.IMAGES)
    ]
    files = {link: media.localized(project, link.path, locale) for link in shown}
    return {
        link.path: file
        for link, file in files.items()
        if media.problem(project, replace(link, path=file)) is None
    }


def _read(article: "Article") -> tuple[tuple[str, ...], tuple[Link, ...]]:
    """Render an article's source; return its headings' ids and its links to other places, each once."""
    from pipeline.render.clean import clean

    found: list[Link] = []
    made = skeleton(article, clean)
    page = made and fill(
        article,
        made,
        source,
        backlink="-",
        clean=str,
        finish=lambda root: found.extend(links.found(root)),
    )
    if not page:
        found.clear()
        page = render(article, source, finish=lambda root: found.extend(links.found(root)))
        found.extend(_raw_links(page.html))
    return page.heading_ids, tuple(dict.fromkeys(found))


def _raw_links(html: str) -> list[Link]:
    """Return the links of a page, those of raw HTML too, which is no part of the tree."""
    from pipeline.render.clean import clean

    found: list[Link] = []

    def note(element: str, attribute: str, value: str) -> str:
        link = links.read_raw(element, attribute, value)
        if link.kind in (LinkKind.ARTICLE, LinkKind.FILE):
            found.append(link)
        return value

    clean(html, note)
    return found
