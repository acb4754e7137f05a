"""The pages around the editions: assets, indexes, the start page, what machines read, the status."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from pipeline import locales
from pipeline.model import Edition, Finding, Locale, LocaleTag, Severity
from pipeline.render.site import Brand, Listed, Site, SiteKind, Theme
from pipeline.workflow import media
from pipeline.workflow.index import Indexed
from pipeline.workflow.outputs import Files, Unit
from pipeline.workflow.pool import in_batches
from pipeline.workflow.project import Project, digest, program_digest, read_bytes

if TYPE_CHECKING:
    from pipeline.render import team


def site_of(project: Project, kind: SiteKind, listing: Sequence[Listed]) -> Site:
    """Return an output as its pages know it: the brand, the theme, and every edition in `listing`."""
    chosen = project.settings
    tags = (
        chosen.source_locale,
        *chosen.locales,
        *(chosen.preview_locales if kind is SiteKind.PREVIEW else ()),
    )
    return Site(
        kind=kind,
        source_locale=locales.locale(chosen.source_locale),
        locales=tuple(locales.locale(tag) for tag in tags),
        base_url=chosen.base_url if kind is SiteKind.SITE else "",
        brand=Brand(
            name=chosen.brand.name,
            url=chosen.brand.url,
            colour=chosen.brand.colour,
            footer=chosen.brand.footer,
            faces=tuple(
                (locale.bcp47, chosen.web_fonts[locale.script])
                for locale in map(locales.locale, tags)
                if locale.script in chosen.web_fonts
            ),
            logo=media.address(chosen.brand.logo) if chosen.brand.logo else "",
        ),
        listing=tuple(listing),
        theme=_theme(project),
        search=chosen.search and kind is SiteKind.SITE,
    )


def _theme(project: Project) -> Theme:
    """Read what the content folder puts in the place of the theme's own files and words."""
    folder = project.source / "_theme"
    files = tuple(
        (path.relative_to(folder).as_posix(), read_bytes(path))
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    )
    tags = (project.settings.source_locale, *project.settings.all_locales)
    paths = {tag: project.root / "locales" / tag / "LC_MESSAGES" / "theme.po" for tag in tags}
    return Theme(files=files, words={tag: read_bytes(path) for tag, path in paths.items() if path.is_file()})


def unspoken(project: Project, only: Sequence[LocaleTag] = ()) -> tuple[Finding, ...]:
    """Tell which words of pages and PDFs stay in English, in every locale or those in `only`."""
    from pipeline.render.words import missing

    tags = (project.settings.source_locale, *project.settings.locales)
    own = _theme(project).words
    found = {tag: missing(tag, own.get(tag)) for tag in tags if not only or tag in only}
    return tuple(
        Finding(
            id="theme.words.missing",
            severity=Severity.WARNING,
            reason=f"{len(left)} words of the pages' furniture have no translation and stay English: "
            + ", ".join(map(repr, left[:5]))
            + (" …" if len(left) > 5 else ""),
            hint="translate them in this file, a catalogue of gettext",
            file=f"locales/{tag}/LC_MESSAGES/theme.po",
        )
        for tag, left in found.items()
        if left
    )


def shared_key(project: Project, site: Site) -> str:
    """Return a hash of all that shapes every page: the program, the theme, the brand, the address."""
    theme = site.theme
    logo = read_bytes(project.source / project.settings.brand.logo) if project.settings.brand.logo else b""
    words = sorted(theme.words.items())
    return digest(
        [
            program_digest(),
            repr(theme.files),
            repr(words),
            repr(site.brand),
            site.base_url,
            str(site.search),
            str(project.settings.policy.names),
            logo,
        ]
    )


def units(site: Site, shared: str, candidates: Sequence[Indexed]) -> list[Unit]:
    """Return the pages around the editions; in a preview also where `candidates` stand."""
    everything = digest([shared, repr(site.listing), repr(site.locales)])
    units = [
        Unit(name="assets", key=shared, make=partial(_assets, site)),
        Unit(name="start", key=everything, make=partial(_start, site)),
    ]
    for locale in site.open_locales():
        units.append(Unit(name=f"index/{locale.tag}", key=everything, make=partial(_index, locale, site)))
    if site.preview:
        told = digest([everything, *map(_telling, candidates)])
        units.append(Unit(name="status", key=told, make=partial(_status, site, candidates)))
        units += _status_parts(site, shared, candidates)
    return units


def _status_parts(site: Site, shared: str, candidates: Sequence[Indexed]) -> Iterator[Unit]:
    """Yield the status of the articles that have no room on the first page."""
    from pipeline.render.team import ARTICLES

    editions: dict[str, list[Indexed]] = {}
    for each in candidates:
        editions.setdefault(each.article, []).append(each)
    names = [name for name, own in editions.items() if not all(each.source for each in own)]
    for part, some in enumerate(in_batches(names, ARTICLES)):
        if part:
            own = [each for name in some for each in editions[name]]
            about = site.narrowed([each.listed for each in own])
            told = [shared, repr(site.locales), repr(about.listing), str(len(names)), *map(_telling, own)]
            make = partial(_status_part, about, own, part, len(names))
            yield Unit(name=f"status/{part}", key=digest(told), make=make)


def _telling(edition: Indexed) -> str:
    return f"{edition.digest}{edition.verdict}{sorted(edition.found.items())}"


def searches(site: Site, pages: Mapping[tuple[str, str], str]) -> list[Unit]:
    """Return the search of each locale, if the site has one. `pages` has the keys of all editions' pages.

    An index is made of every edition of its locale, so one changed article costs reading all of them.
    """
    units = []
    for locale in site.open_locales() if site.search else ():
        shown = [(one.article, one.locale.tag) for one in site.in_locale(locale)]
        key = digest([program_digest(), *(pages[which] for which in shown)])
        units.append(Unit(name=f"search/{locale.tag}", key=key, gather=partial(_search, locale, shown)))
    return units


def _search(
    locale: Locale, shown: Sequence[tuple[str, str]], standing: Mapping[tuple[str, str], Edition]
) -> Files:
    from pipeline.render import search

    return search.index(locale, (standing[which] for which in shown))


def _assets(site: Site) -> Files:
    from pipeline.render import web

    return web.assets(site)


def _start(site: Site) -> Files:
    from pipeline.render import crawlers, web

    pages = {
        "index.html": web.start(site),
        "404.html": web.not_found(site),
        "robots.txt": crawlers.robots(site),
    }
    if site.base_url:
        pages["sitemap.xml"] = crawlers.sitemap(site)
    pages |= web.redirects(site)
    return {address: text.encode() for address, text in pages.items()}


def _index(locale: Locale, site: Site) -> Files:
    from pipeline.render import atom, web
    from pipeline.render.site import feed_address, index_address

    pages = {index_address(locale): web.index(locale, site)}
    if web.has_feed(locale, site):
        pages[feed_address(locale)] = atom.feed(locale, site)
    return {address: text.encode() for address, text in pages.items()}


def _status(site: Site, candidates: Sequence[Indexed]) -> Files:
    from pipeline.render import team

    rows = [_row(each) for each in candidates if not each.source]
    return {team.ADDRESS: team.status(rows, site).encode()}


def _status_part(site: Site, candidates: Sequence[Indexed], part: int, articles: int) -> Files:
    from pipeline.render import team

    rows = [_row(each) for each in candidates if not each.source]
    return {team.address(part): team.status_part(rows, site, part, articles).encode()}


def _row(edition: Indexed) -> "team.Row":
    from pipeline.render import team

    return team.Row(
        listed=edition.listed,
        states=edition.counts,
        reasons=edition.verdict.reasons,
        findings=edition.found,
        drafted=edition.drafted,
        last=edition.last,
        deeds=edition.deeds,
    )
