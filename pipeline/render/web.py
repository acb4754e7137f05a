"""Web pages: an edition and its site in, HTML out. No file, clock or network.

The theme's templates (Jinja2, autoescaped, sandboxed) stand in `theme/`; a content folder may replace
any of them. Catalogue text reaches a page only escaped, or as `Edition.body`, which `clean` cleaned.
Pages make no request that leaves their site, run no inline script or style, and link relatively.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from pipeline.errors import InputError
from pipeline.model import Edition, Finding, Locale, Review
from pipeline.render import cldr, metadata, team
from pipeline.render.assets import Assets, theme_file
from pipeline.render.assets import assets as theme_assets
from pipeline.render.furnishing import foreign_headings, furnish, isolated
from pipeline.render.site import (
    Brand,
    Listed,
    Site,
    SiteKind,
    Theme,
    edition_address,
    feed_address,
    index_address,
    page_address,
    pdf_address,
    relative,
)
from pipeline.render.words import N_, Words, words

if TYPE_CHECKING:
    from jinja2 import Environment, TemplateError

__all__ = [
    "Brand",
    "Listed",
    "Site",
    "SiteKind",
    "Theme",
    "assets",
    "index",
    "not_found",
    "page",
    "redirects",
    "start",
]

_POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""Content Security Policy (level 3): a page loads only its own site's pictures, style and script.

Pages connect to nothing by themselves. `connect-src` is there for the team's preview, which tells an
open page that it was built again, and for auditors that read robots.txt from within the page.
"""


_DESCRIPTION = 160
"""How many characters of a page's description search engines show."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Choice:
    """An entry of a language menu."""

    locale: Locale
    href: str

    @property
    def attributes(self) -> Any:
        """The language of its name, and of what it leads to."""
        return _leading_to(self.locale)


@lru_cache(maxsize=64)
def _leading_to(locale: Locale) -> Any:
    from markupsafe import Markup

    template = Markup(' lang="{0}" hreflang="{0}" dir="{1}"')
    return template.format(locale.bcp47, locale.direction)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Alternate:
    """A `<link rel="alternate" hreflang>`."""

    hreflang: str
    href: str


def page(edition: Edition, site: Site) -> str:
    """Return an edition's page, to stand at `edition_address(edition)`.

    Depends on nothing of `site` but `site.about(edition.article)`.
    """
    here = edition_address(edition)
    spoken = _words(edition.locale, site)
    editions = site.editions_of(edition.article)
    description = edition.fields.get("description")
    has_pdf = _has_pdf(edition, editions)
    public = bool(site.base_url) and not site.preview and edition.approved
    return render(
        "article.html",
        site,
        edition.locale,
        here,
        title=f"{edition.title} · {site.brand.name}",
        description=description.value if description else "",
        edition=edition,
        original=edition.locale.tag == edition.source_locale.tag,
        body=_markup(
            furnish(edition.body, table=spoken.gettext(N_("Table")), notes=spoken.gettext(N_("Notes")))
        ),
        foreign=foreign_headings(edition.body) if edition.toc else {},
        choices=[_Choice(locale=one.locale, href=relative(one.address, here)) for one in editions],
        alternates=_alternates(site, {one.locale: one.address for one in editions}),
        reviews=[_review(review, edition.locale, spoken) for review in edition.reviews],
        tallies=team.tallies(edition, spoken),
        past=team.past(edition, spoken) if site.preview else None,
        reading_time=cldr.minutes_text(cldr.reading_minutes(edition.words, edition.locale), edition.locale),
        pdf=pdf_address(edition.locale, edition.slug) if has_pdf else "",
        open_graph=metadata.open_graph(edition, site, editions) if public else (),
        linked_data=metadata.linked_data(edition, site, editions, has_pdf) if public else None,
        noindex=site.preview or not edition.approved,
    )


def index(locale: Locale, site: Site) -> str:
    """Return a locale's list of articles, to stand at `index_address(locale)`."""
    here = index_address(locale)
    spoken = _words(locale, site)
    pages = {other: index_address(other) for other in site.open_locales()}
    return render(
        "index.html",
        site,
        locale,
        here,
        title=f"{spoken.gettext(N_('Articles'))} · {site.brand.name}",
        description=_shortened(one.title for one in site.in_locale(locale)),
        listed=site.in_locale(locale),
        choices=[_Choice(locale=other, href=relative(target, here)) for other, target in pages.items()],
        alternates=_alternates(site, pages),
    )


def start(site: Site) -> str:
    """Return the page at the root, `index.html`: each language under its own name."""
    pages = {locale: index_address(locale) for locale in site.open_locales()}
    return render(
        "start.html",
        site,
        site.source_locale,
        "index.html",
        title=site.brand.name,
        description=_shortened(locale.name for locale in pages),
        search="",
        choices=[_Choice(locale=locale, href=target) for locale, target in pages.items()],
        alternates=_alternates(site, pages, default="index.html"),
    )


def not_found(site: Site) -> str:
    """Return `404.html`, in the source language.

    A server shows it at any depth, so where the site's public address is known its links begin there.
    """
    root = re.sub(r"^[a-z]+://[^/]*", "", site.base_url.rstrip("/")) + "/" if site.base_url else ""
    return render(
        "404.html",
        site,
        site.source_locale,
        "404.html",
        title=_words(site.source_locale, site).gettext(N_("Page not found")),
        link=lambda address: root + address,
        search="",
        choices=[_Choice(locale=one, href=root + index_address(one)) for one in site.open_locales()],
        noindex=True,
    )


def redirects(site: Site) -> Mapping[str, str]:
    """Return a page at each address where an edition stood under an earlier slug, by address.

    A slug that another edition of the locale bears now leads to that one, and has no redirect.
    """
    taken = {one.address for one in site.shown}
    moves = {
        page_address(one.locale, slug): one
        for one in site.shown
        for slug in one.former_slugs
        if page_address(one.locale, slug) not in taken
    }
    return {address: _redirect(address, one, site) for address, one in moves.items()}


def _redirect(address: str, moved: Listed, site: Site) -> str:
    return render(
        "redirect.html",
        site,
        moved.locale,
        address,
        title=f"{moved.title} · {site.brand.name}",
        moved=moved,
        target=relative(moved.address, address),
        canonical=site.absolute(moved.address) if site.base_url and not site.preview else "",
    )


def assets(site: Site) -> Mapping[str, bytes]:
    """Return the files that the pages load, content by address below the root."""
    return theme_assets(site.brand, site.theme).of(preview=site.preview, search=site.search)


def render(template: str, site: Site, locale: Locale, here: str, **values: Any) -> str:
    """Render a template of the theme with what every page has, and `values` of its own."""
    spoken = _words(locale, site)
    common: dict[str, Any] = {
        "_": spoken.format,
        "alternates": [],
        "assets": _assets(site),
        "brand": site.brand,
        "canonical": site.absolute(here) if site.base_url and not site.preview else "",
        "choices": [],
        "date": lambda day: cldr.date_text(day, locale),
        "description": "",
        "status": team.ADDRESS if site.preview else "",
        "footer_spoken_in": _attributes(site.source_locale) if _foreign(site, locale, spoken) else "",
        "feed": feed_address(locale) if has_feed(locale, site) else "",
        "search": f"{index_address(locale)}#search" if _searchable(locale, site) else "",
        "isolated": isolated,
        "home": index_address(locale) if locale in tuple(site.open_locales()) else "index.html",
        "link": lambda address: relative(address, here),
        "locale": locale,
        "noindex": site.preview,
        "policy": _POLICY,
        "site": site,
        "spoken_in": _spoken_in,
    }
    from jinja2 import TemplateError

    try:
        return _environment(site.theme).get_template(template).render(common | values) + "\n"
    except TemplateError as error:
        raise InputError(_about(error, template, site.theme)) from None


@lru_cache(maxsize=4)
def _environment(theme: Theme) -> "Environment":
    """Make Jinja's environment.

    A folder's own templates come first, by name from memory, so that no `include` can leave it. With
    any it is sandboxed, so that a template cannot reach the interpreter.
    """
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    # Our own templates need no watching, which takes a third of a page's time.
    own = any(name.endswith((".html", ".xml")) for name, _ in theme.files)
    environment = (ImmutableSandboxedEnvironment if own else Environment)(
        loader=FunctionLoader(partial(_template, theme)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["json.dumps_kwargs"] = {
        "ensure_ascii": False,
        "separators": (",", ":"),
        "sort_keys": False,
    }
    return environment


def warm() -> None:
    """Load and compile the shipped templates, for processes that are forked from this one."""
    environment = _environment(Theme())
    for name in ("article.html", "base.html"):
        environment.get_template(name)


def _template(theme: Theme, name: str) -> str | None:
    """Find a template: the folder's own, then the shipped one.

    `theme/article.html` is always the shipped one, so that an own one can extend what it replaces.
    """
    if not re.fullmatch(r"(theme/)?[\w-]+\.(html|xml)", name):
        return None
    shipped = name.startswith("theme/")
    return theme_file(name.removeprefix("theme/"), Theme() if shipped else theme)


def _about(error: "TemplateError", template: str, theme: Theme) -> Finding:
    """Say what is wrong with a template of the content folder's own; ours are held by tests."""
    own = sorted(name for name, _ in theme.files if name.endswith((".html", ".xml")))
    name = getattr(error, "name", None) or template
    return Finding(
        id="theme.template",
        reason=f"a template of the theme cannot be used: {error.message or type(error).__name__}",
        hint=f"look at {', '.join(own)} in source/_theme" if own else "tell the maintainers",
        file=f"source/_theme/{name}" if name in own else "source/_theme",
        line=getattr(error, "lineno", None),
    )


def _words(locale: Locale, site: Site) -> Words:
    return words(locale.tag, site.theme.words.get(locale.tag))


def _assets(site: Site) -> Assets:
    return theme_assets(site.brand, site.theme)


def _markup(html: str) -> Any:
    from markupsafe import Markup

    return Markup(html)  # noqa: S704 -- Only ever given `Edition.body`, which `clean` has been through.


def _alternates(site: Site, pages: dict[Locale, str], default: str = "") -> list[_Alternate]:
    """List the same page in every language, itself included, and x-default.

    x-default is `default`, or else the page in the source language.
    """
    if not site.base_url or site.preview:
        return []
    found = [
        _Alternate(hreflang=locale.bcp47, href=site.absolute(address)) for locale, address in pages.items()
    ]
    default = default or pages.get(site.source_locale, "")
    return [*found, _Alternate(hreflang="x-default", href=site.absolute(default))] if default else found


def has_feed(locale: Locale, site: Site) -> bool:
    """Whether a locale has a feed: a feed needs absolute addresses and something public to tell."""
    return bool(site.base_url) and not site.preview and any(one.changed for one in site.in_locale(locale))


def _searchable(locale: Locale, site: Site) -> bool:
    """Whether a locale has a search: what nothing was published in has none."""
    return site.search and any(one.tag == locale.tag for one in site.open_locales())


def _shortened(texts: Iterable[str]) -> str:
    """Describe a list for search engines: what stands in it, as far as they show it."""
    text = " · ".join(islice(texts, 20))
    return text if len(text) <= _DESCRIPTION else text[:_DESCRIPTION].rpartition(" ")[0] + " …"


def _review(review: Review, locale: Locale, spoken: Words) -> str:
    """Say who reviewed a page and when."""
    role = spoken.gettext(review.role)
    who = f"{review.name} ({role})" if review.name else role
    # NOTE: {role} is one of the roles of this catalogue, such as "medical reviewer", with a name
    # before it where names are printed. {date} is a date such as 22 November 2026.
    text = N_("Reviewed by {role} on {date}")
    return spoken.format(text, role=who, date=cldr.date_text(review.date, locale))


def _has_pdf(edition: Edition, editions: Sequence[Listed]) -> bool:
    """Whether the listing says that this edition has a PDF; one that is not listed has."""
    return next((one.has_pdf for one in editions if one.locale.tag == edition.locale.tag), True)


def _spoken_in(listed: Listed) -> Any:
    """Attributes for a listed text that is in another language than its page."""
    other = listed.text_locale
    return "" if other is None or other.tag == listed.locale.tag else _attributes(other)


def _attributes(locale: Locale) -> Any:
    return _markup(f' lang="{locale.bcp47}" dir="{locale.direction}"')


def _foreign(site: Site, locale: Locale, spoken: Words) -> bool:
    """Whether the brand's footer stays in the source language, because no catalogue translates it."""
    footer = site.brand.footer
    return locale.tag != site.source_locale.tag and spoken.gettext(footer) == footer
