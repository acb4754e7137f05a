"""An edition's page from its article's skeleton and its own texts; whole where that cannot be."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

from pipeline.articles import localization
from pipeline.articles.article import Article
from pipeline.articles.fragments import Fragments, Inseparable
from pipeline.articles.localization import Localizer, Page, Rendition
from pipeline.articles.skeleton import Clean, Skeleton, skeleton
from pipeline.articles.tree import Slot, Tree
from pipeline.model import TocEntry

_SEPARATOR = "<hr>"
"""No message makes one, so that several can be cleaned in one go."""

_SPECIAL = re.compile(r'[&"<>\xa0\x02\x03]')


def clean_page(
    article: Article,
    localizer: Localizer,
    *,
    skipped: Mapping[str, str] | None,
    heading_ids: Sequence[str],
    backlink: str,
    finish: Callable[[Element], None],
    isolates: bool,
    clean: Clean,
    tidy: Clean,
) -> Page:
    """Render the body of `article` and make it harmless: by its skeleton, or whole.

    The first arguments are those of `localization.render`. `isolates` says that `finish` isolates
    foreign runs, as on right-to-left pages. `clean` makes the edition's HTML harmless, `tidy` what is
    the same in every edition.
    """
    made = skeleton(article, tidy)
    page = None
    if made is not None:
        page = fill(
            article,
            made,
            localizer,
            skipped=skipped,
            heading_ids=heading_ids,
            backlink=backlink,
            clean=clean,
            finish=finish,
            isolates=isolates,
        )
    if page is None:
        page = localization.render(
            article, localizer, skipped=skipped, heading_ids=heading_ids, backlink=backlink, finish=finish
        )
        page = replace(page, html=clean(page.html))
    return page


def fill(
    article: Article,
    made: Skeleton,
    localizer: Localizer,
    *,
    skipped: Mapping[str, str] | None = None,
    heading_ids: Sequence[str] = (),
    backlink: str = "",
    clean: Clean,
    finish: Callable[[Element], None] | None = None,
    isolates: bool = False,
) -> Page | None:
    """Fill a skeleton with the texts that `localizer` gives: the clean page, or None if it cannot be.

    The arguments are those of `localization.render`. `clean` makes HTML harmless; `isolates` says
    that `finish` isolates foreign runs, as on right-to-left pages.
    """
    if (heading_ids and tuple(heading_ids) != made.heading_ids) or (made.backs and not backlink):
        return None
    if _SPECIAL.search(backlink):
        return None
    renditions = _renditions(article.tree.slots, localizer, skipped or {})
    try:
        texts, names = _texts(article.tree, made, renditions, localizer, finish, isolates, clean)
    except Inseparable:
        return None
    html = _filled(made, renditions, texts, backlink)
    return Page(html, tuple(_entries(made.toc, names)), made.heading_ids)


def _renditions(slots: Sequence[Slot], localizer: Localizer, skipped: Mapping[str, str]) -> list[Rendition]:
    """Return what is printed in each slot, made harmless."""
    said = [None if slot.said.skip else localizer((slot.said.context, slot.text)) for slot in slots]
    # One look at all texts together takes much less than one at each, and mostly finds nothing.
    if not localization.is_harmless("".join(each.text for each in said if each)):
        said = [each and Rendition(localization.harmless(each.text), each.marks) for each in said]
    return [
        each or Rendition(slot.text, skipped if slot.said.skip else {})
        for slot, each in zip(slots, said, strict=True)
    ]


def _texts(
    tree: Tree,
    made: Skeleton,
    renditions: Sequence[Rendition],
    localizer: Localizer,
    finish: Callable[[Element], None] | None,
    isolates: bool,
    clean: Clean,
) -> tuple[Mapping[int, str], Mapping[int, str]]:
    """Render each message alone; return them clean, and the names of headings. Raises `Inseparable`."""
    names = localization.abbreviations(tree, localizer)
    if not all(any(map(str.isalpha, name)) for name in names):
        # It would be found in Python-Markdown's own placeholders.
        raise Inseparable
    texts = [rendition.text for rendition in renditions]
    renderer = Fragments(
        tree,
        names,
        finish=finish,
        isolates=isolates,
        translated=texts != [slot.text for slot in tree.slots],
        texts=texts,
    )
    found: dict[int, str] = {}
    for number in made.order:
        slot, text, marks = tree.slots[number], texts[number], renditions[number].marks
        if not text or text.isspace() or (slot.suffix and "{" in slot.suffix and text[-1] in "# \t\n"):
            # Its place would treat such a text in a way of its own.
            raise Inseparable
        if slot.wrap and marks and "[^" in text:
            # The text gets an element of its own, and its turn comes later.
            raise Inseparable
        html = renderer.render(number, text, made.tags[number], marks)
        if html is not None:
            found[number] = html
    if renderer.references != made.references:
        raise Inseparable
    return found | _cleaned(renderer.raw, clean), renderer.names


def _cleaned(raw: Mapping[int, str], clean: Clean) -> dict[int, str]:
    """Clean all in one go. Raises `Inseparable` where they do not come out as they went in, one by one."""
    if not raw:
        return {}
    cleaned = clean(_SEPARATOR.join(raw.values())).split(_SEPARATOR)
    if len(cleaned) != len(raw):
        raise Inseparable
    return dict(zip(raw, cleaned, strict=True))


def _filled(
    made: Skeleton,
    renditions: Sequence[Rendition],
    texts: Mapping[int, str],
    backlink: str,
) -> str:
    page = list(made.page)
    for at, number in made.holes:
        page[at] = texts[number]
    for at, start in made.starts:
        page[at] = _attributes(start.rest, tuple(renditions[start.slot].marks.items()))
    for at, number in made.backs:
        page[at] = backlink.replace("{n}", str(number))
    return "".join(page)


@lru_cache(maxsize=1024)
def _attributes(rest: tuple[tuple[str, str], ...], marks: tuple[tuple[str, str], ...]) -> str:
    """Write a block's attributes: its own as they stand, or all of them in order where it is marked."""
    listed = sorted((*rest, *marks)) if marks else rest
    return "".join(f' {name}="{value}"' for name, value in listed)


def _entries(tokens: Iterable[Mapping[str, Any]], names: Mapping[int, str]) -> Iterator[TocEntry]:
    for token in tokens:
        name = token["name"] if token["slot"] is None else names.get(token["slot"], "")
        yield localization.toc_entry(token, name, tuple(_entries(token["children"], names)))
