"""The theme's templates: found, compiled, and given what every page has.

They are Jinja2's, autoescaped, and sandboxed where a content folder brings its own.
"""

import re
from collections.abc import Mapping
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from pipeline.errors import InputError
from pipeline.model import Finding, Locale
from pipeline.render import cldr
from pipeline.render.assets import Assets, theme_file
from pipeline.render.assets import assets as theme_assets
from pipeline.render.furnishing import isolated
from pipeline.render.site import Listed, Site, Theme, feed_address, index_address, relative
from pipeline.render.words import Words, words

if TYPE_CHECKING:
    from jinja2 import Environment, TemplateError

STATUS = "status.html"
"""Where a preview's status page stands, below its root."""

JSON: Mapping[str, Any] = {"ensure_ascii": False, "separators": (",", ":"), "sort_keys": False}
"""How JSON stands in a page."""

_POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""Content Security Policy (level 3): a page loads only its own site's pictures, style and script.

Pages connect to nothing by themselves. `connect-src` is there for the team's preview, which tells an
open page that it was built again, and for auditors that read robots.txt from within the page.
"""


def render(template: str, site: Site, locale: Locale, here: str, **values: Any) -> str:
    """Render a template of the theme with what every page has, and `values` of its own."""
    spoken = words_of(locale, site)
    common: dict[str, Any] = {
        "_": spoken.format,
        "alternates": [],
        "assets": _assets(site),
        "brand": site.brand,
        "canonical": site.absolute(here) if site.base_url and not site.preview else "",
        "choices": [],
        "date": lambda day: cldr.date_text(day, locale),
        "description": "",
        "status": STATUS if site.preview else "",
        "footer_spoken_in": _attributes(site.source_locale) if _foreign(site, locale, spoken) else "",
        **ways(locale, site),
        "isolated": isolated,
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
    environment = (ImmutableSandboxedEnvironment if own_templates(theme) else Environment)(
        loader=FunctionLoader(partial(_template, theme)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["json.dumps_kwargs"] = dict(JSON)
    return environment


def warm() -> None:
    """Load and compile the shipped templates, for processes that are forked from this one."""
    environment = _environment(Theme())
    for name in ("article.html", "base.html"):
        environment.get_template(name)


def own_templates(theme: Theme) -> frozenset[str]:
    """Return the names of the templates that a content folder brings."""
    return frozenset(name for name, _ in theme.files if name.endswith((".html", ".xml")))


def ways(locale: Locale, site: Site) -> dict[str, str]:
    """Return where a locale's pages lead to: its list of articles, its feed and its search, "" for none."""
    there = any(one.tag == locale.tag for one in site.open_locales())
    return {
        "home": index_address(locale) if there else "index.html",
        "feed": feed_address(locale) if has_feed(locale, site) else "",
        # What nothing was published in has no search.
        "search": f"{index_address(locale)}#search" if site.search and there else "",
    }


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
    own = sorted(own_templates(theme))
    name = getattr(error, "name", None) or template
    return Finding(
        id="theme.template",
        reason=f"a template of the theme cannot be used: {error.message or type(error).__name__}",
        hint=f"look at {', '.join(own)} in source/_theme" if own else "tell the maintainers",
        file=f"source/_theme/{name}" if name in own else "source/_theme",
        line=getattr(error, "lineno", None),
    )


def words_of(locale: Locale, site: Site) -> Words:
    """Return the theme's words in a locale, with those that the content folder brings."""
    return words(locale.tag, site.theme.words.get(locale.tag))


def _assets(site: Site) -> Assets:
    return theme_assets(site.brand, site.theme)


def markup(html: str) -> Any:
    """Return HTML that a template prints as it is."""
    from markupsafe import Markup

    return Markup(html)  # noqa: S704 -- Only ever given `Edition.body`, which `clean` has been through.


def has_feed(locale: Locale, site: Site) -> bool:
    """Whether a locale has a feed: a feed needs absolute addresses and something public to tell."""
    return bool(site.base_url) and not site.preview and any(one.changed for one in site.in_locale(locale))


def _spoken_in(listed: Listed) -> Any:
    """Attributes for a listed text that is in another language than its page."""
    other = listed.text_locale
    return "" if other is None or other.tag == listed.locale.tag else _attributes(other)


def _attributes(locale: Locale) -> Any:
    """Return the attributes of a text that is in another language than what is around it."""
    return markup(f' lang="{locale.bcp47}" dir="{locale.direction}"')


def _foreign(site: Site, locale: Locale, spoken: Words) -> bool:
    """Whether the brand's footer stays in the source language, because no catalogue translates it."""
    footer = site.brand.footer
    return locale.tag != site.source_locale.tag and spoken.gettext(footer) == footer
