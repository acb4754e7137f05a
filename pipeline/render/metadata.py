"""What machines read in a page's head: Open Graph and schema.org, of published pages alone.

Both need absolute addresses, so a site without `base_url` and every preview go without.
"""

from collections.abc import Sequence
from typing import Any

from pipeline.locales import babel_name
from pipeline.model import Edition, Locale
from pipeline.render.site import Listed, Site, edition_address, pdf_address

SCHEMAS = ("Article", "MedicalWebPage", "NewsArticle", "TechArticle", "WebPage")
"""The schema.org types that front matter may ask for by `schema:`. Others count as `Article`."""


def open_graph(edition: Edition, site: Site, others: Sequence[Listed]) -> list[tuple[str, str]]:
    """Return the Open Graph properties of a page (ogp.me) as names and values, in order."""
    properties = [
        ("og:type", "article"),
        ("og:title", edition.title),
        ("og:description", _description(edition)),
        ("og:url", site.absolute(edition_address(edition))),
        ("og:site_name", site.brand.name),
        ("og:image", site.absolute(site.brand.logo) if site.brand.logo else ""),
        ("og:locale", territory_locale(edition.locale)),
        *(
            ("og:locale:alternate", territory_locale(other.locale))
            for other in others
            if other.locale.tag != edition.locale.tag
        ),
        ("article:published_time", edition.date.isoformat() if edition.date else ""),
        ("article:modified_time", edition.updated.isoformat() if edition.updated else ""),
    ]
    return [(name, value) for name, value in properties if value]


def linked_data(edition: Edition, site: Site, others: Sequence[Listed], has_pdf: bool) -> dict[str, Any]:
    """Return a page's description in schema.org's words (JSON-LD 1.1), empty fields left out."""
    asked = edition.extra.get("schema")
    kind = asked if asked in SCHEMAS else "Article"
    address = site.absolute(edition_address(edition))
    described = {
        "@context": "https://schema.org",
        "@type": kind,
        "@id": address,
        "url": address,
        "name" if kind.endswith("Page") else "headline": edition.title,
        "description": _description(edition),
        "inLanguage": edition.locale.bcp47,
        "datePublished": edition.date.isoformat() if edition.date else None,
        "dateModified": _changed(edition),
        "author": {"@type": "Person", "name": edition.author} if edition.author else _publisher(site),
        "publisher": _publisher(site),
        "encoding": _pdf(edition, site) if has_pdf else None,
        "citation": _citations(edition.extra.get("citation")),
        **_review(edition),
        **_translations(edition, site, others, kind),
    }
    return {name: value for name, value in described.items() if value}


def territory_locale(locale: Locale) -> str:
    """Return a locale as Open Graph wants it, language and territory: `pt_BR`, `zh_CN`, `es_ES`."""
    from babel import Locale as BabelLocale
    from babel.core import get_global

    babel = BabelLocale.parse(babel_name(locale.tag))
    likely = get_global("likely_subtags").get(str(babel)) or get_global("likely_subtags").get(babel.language)
    territory = babel.territory or (likely or "").rpartition("_")[2]
    return f"{babel.language}_{territory}" if territory else babel.language


def _description(edition: Edition) -> str:
    text = edition.fields.get("description") or edition.fields.get("subtitle")
    return text.value if text else ""


def _changed(edition: Edition) -> str:
    day = edition.updated or edition.date
    return day.isoformat() if day else ""


def _publisher(site: Site) -> dict[str, Any]:
    known = {
        "@type": "Organization",
        "name": site.brand.name,
        "url": site.brand.url,
        "logo": site.absolute(site.brand.logo) if site.brand.logo else "",
    }
    return {name: value for name, value in known.items() if value}


def _pdf(edition: Edition, site: Site) -> dict[str, str]:
    address = site.absolute(pdf_address(edition.locale, edition.slug))
    return {"@type": "MediaObject", "encodingFormat": "application/pdf", "contentUrl": address}


def _citations(asked: Any) -> list[str]:
    """Read the front matter's `citation`, a text or a list of texts."""
    cited = asked if isinstance(asked, list) else [asked]
    return [text for text in cited if isinstance(text, str) and text.strip()]


def _review(edition: Edition) -> dict[str, Any]:
    """Tell who reviewed a page and when: a role, and a name only where names are printed."""
    if not edition.reviews:
        return {}
    people = [
        {"@type": "Person", "jobTitle": review.role} | ({"name": review.name} if review.name else {})
        for review in edition.reviews
    ]
    last = max(review.date for review in edition.reviews)
    return {"reviewedBy": people, "lastReviewed": last.isoformat()}


def _translations(edition: Edition, site: Site, others: Sequence[Listed], kind: str) -> dict[str, Any]:
    """Link the source to its translations and each translation to its source."""
    works = {
        other.locale.tag: {
            "@type": kind,
            "@id": site.absolute(other.address),
            "inLanguage": other.locale.bcp47,
        }
        for other in others
    }
    source = works.pop(site.source_locale.tag, None)
    if edition.locale.tag == site.source_locale.tag:
        return {"workTranslation": list(works.values())}
    return {"translationOfWork": source}
