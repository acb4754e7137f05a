"""The pages around the editions: assets, indexes, the start page, what machines read, the status."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from pipeline import locales
from pipeline.errors import InputError
from pipeline.model import Edition, Finding, Locale, LocaleTag, Severity, State
from pipeline.render.site import Brand, Listed, Site, SiteKind, Theme
from pipeline.workflow import media
from pipeline.workflow.index import Indexed
from pipeline.workflow.outputs import Files, Unit
from pipeline.workflow.packed import Folded
from pipeline.workflow.pool import in_batches
from pipeline.workflow.project import Project, digest, leads_out, outside, program_digest, read_bytes

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
    """Read what the content folder puts in the place of the theme's own files and words.

    Raises `InputError` for links out of `source/`.
    """
    folder = project.source / "_theme"
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    if wrong := [outside(project, path) for path in (folder, *paths) if leads_out(project, path)]:
        raise InputError(wrong)
    files = tuple((path.relative_to(folder).as_posix(), read_bytes(path)) for path in paths)
    tags = (project.settings.source_locale, *project.settings.all_locales)
    places = {tag: project.root / "locales" / tag / "LC_MESSAGES" / "theme.po" for tag in tags}
    return Theme(files=files, words={tag: read_bytes(path) for tag, path in places.items() if path.is_file()})


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


@dataclass(frozen=True, kw_only=True, slots=True)
class Around:
    """What the pages around the editions depend on; the listing itself is made when one of them is."""

    site: Site
    """Without its listing."""
    shared: str
    """A hash of all that shapes every page."""
    whole: Callable[[], Site]
    """Returns the site with its listing."""
    tags: Collection[str]
    """The locales that have at least one edition."""
    listing: str
    """A digest of the listing."""
    shown: Callable[[str], Iterable[tuple[str, str]]]
    """Returns the articles that stand in a locale, and of each a digest of all that it is made of."""

    @property
    def open(self) -> Iterator[Locale]:
        """The locales that have at least one edition, in order."""
        return (locale for locale in self.site.locales if locale.tag in self.tags)


def units(around: Around, groups: Sequence[Folded]) -> list[Unit]:
    """Return the pages around the editions; in a preview also where the articles of `groups` stand."""
    everything = digest([around.shared, around.listing, repr(around.site.locales)])
    units = [
        Unit(name="assets", key=around.shared, make=partial(_assets, around.site)),
        Unit(name="start", key=everything, make=partial(_start, around.whole)),
    ]
    for locale in around.open:
        units.append(
            Unit(name=f"index/{locale.tag}", key=everything, make=partial(_index, locale, around.whole))
        )
    if around.site.preview:
        units += _status(around, everything, groups)
    return units


def _status(around: Around, everything: str, groups: Sequence[Folded]) -> Iterator[Unit]:
    """Yield the status page, and those of the articles that have no room on it."""
    from pipeline.render.team import ARTICLES

    named = [each for each in groups if len(each.places) > 1]
    told = digest([everything, *(each.digest for each in groups)])
    yield Unit(name="status", key=told, make=partial(_status_page, around.site, named))
    for part, some in enumerate(in_batches(named, ARTICLES)):
        if part:
            own = (each.digest for each in some)
            key = digest([around.shared, repr(around.site.locales), str(len(named)), *own])
            make = partial(_status_part, around.site, some, part, len(named))
            yield Unit(name=f"status/{part}", key=key, make=make)


def searches(around: Around) -> list[Unit]:
    """Return the search of each locale, if the site has one.

    An index is made of every edition of its locale, so one changed article costs reading all of them.
    """
    return [
        Unit(
            name=f"search/{locale.tag}",
            key=digest([around.shared, *chain.from_iterable(around.shown(locale.tag))]),
            gather=partial(_search, locale, around.shown),
        )
        for locale in around.open
        if around.site.search
    ]


def _search(
    locale: Locale,
    shown: Callable[[str], Iterable[tuple[str, str]]],
    standing: Mapping[tuple[str, str], Edition],
) -> Files:
    from pipeline.render import search

    return search.index(locale, (standing[article, locale.tag] for article, _ in shown(locale.tag)))


def _assets(site: Site) -> Files:
    from pipeline.render import web

    return web.assets(site)


def _start(whole: Callable[[], Site]) -> Files:
    from pipeline.render import crawlers, web

    site = whole()
    pages = {
        "index.html": web.start(site),
        "404.html": web.not_found(site),
        "robots.txt": crawlers.robots(site),
    }
    if site.base_url:
        pages["sitemap.xml"] = crawlers.sitemap(site)
    pages |= web.redirects(site)
    return {address: text.encode() for address, text in pages.items()}


def _index(locale: Locale, whole: Callable[[], Site]) -> Files:
    from pipeline.render import atom, web
    from pipeline.render.site import feed_address, index_address

    site = whole()
    pages = {index_address(locale): web.index(locale, site)}
    if web.has_feed(locale, site):
        pages[feed_address(locale)] = atom.feed(locale, site)
    return {address: text.encode() for address, text in pages.items()}


def _status_page(site: Site, groups: Sequence[Folded]) -> Files:
    from pipeline.render import team

    rows, listed = _rows(groups[: team.ARTICLES])
    recent, about = _rows(_latest(groups, team.DEEDS))
    page = team.status(
        rows,
        site.narrowed((*listed, *about)),
        articles=len(groups),
        totals=_totals(groups) if len(groups) > 1 else {},
        recent=recent,
    )
    return {team.ADDRESS: page.encode()}


def _status_part(site: Site, groups: Sequence[Folded], part: int, articles: int) -> Files:
    from pipeline.render import team

    rows, listed = _rows(groups)
    return {team.address(part): team.status_part(rows, site.narrowed(listed), part, articles).encode()}


def _latest(groups: Sequence[Folded], count: int) -> list[Folded]:
    """Return the articles among which are those with the last `count` deeds."""
    days = sorted((each.last for each in groups if each.last), reverse=True)
    since = days[count - 1] if len(days) >= count else ""
    return [each for each in groups if each.last and each.last >= since]


def _totals(groups: Iterable[Folded]) -> "dict[str, team.Total]":
    """Add up the translations of each locale."""
    from pipeline.render import team

    counts: dict[str, Counter[str]] = defaultdict(Counter)
    editions, published = Counter[str](), Counter[str]()
    for each in groups:
        for place in each.places[1:]:
            counts[place.tag].update(place.counts)
            editions[place.tag] += 1
            published[place.tag] += place.publish
    return {
        tag: team.Total(
            counts={State(int(state)): number for state, number in own.items()},
            published=published[tag],
            editions=editions[tag],
        )
        for tag, own in counts.items()
    }


def _rows(groups: Iterable[Folded]) -> "tuple[list[team.Row], list[Listed]]":
    """Return what the status tells of articles' translations, and how pages speak of all their editions."""
    editions = [edition for each in groups for edition in each.unfold().editions]
    return [_row(each) for each in editions if not each.source], [each.listed for each in editions]


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
