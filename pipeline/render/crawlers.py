"""What search engines read: `sitemap.xml` with every language of a page, and `robots.txt`."""

from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from pipeline.render.site import Listed, Site

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(site: Site) -> str:
    """Return the site's map with the alternates of each page (sitemaps.org 0.9). Needs `base_url`."""
    register_namespace("", _SITEMAP)
    register_namespace("xhtml", _XHTML)
    root = Element(f"{{{_SITEMAP}}}urlset")
    for listed in site.shown:
        url = SubElement(root, f"{{{_SITEMAP}}}url")
        SubElement(url, f"{{{_SITEMAP}}}loc").text = site.absolute(listed.address)
        if listed.changed:
            SubElement(url, f"{{{_SITEMAP}}}lastmod").text = listed.changed.isoformat()
        for other in site.editions_of(listed.article):
            _alternate(url, other, other.locale.bcp47, site)
            if other.locale.tag == site.source_locale.tag:
                _alternate(url, other, "x-default", site)
    body: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _alternate(url: Element, other: Listed, language: str, site: Site) -> None:
    href = site.absolute(other.address)
    SubElement(url, f"{{{_XHTML}}}link", {"rel": "alternate", "hreflang": language, "href": href})


def robots(site: Site) -> str:
    """Return `robots.txt`: a site is open, a preview closed to every crawler."""
    if site.preview:
        return "User-agent: *\nDisallow: /\n"
    where = f"\nSitemap: {site.absolute('sitemap.xml')}\n" if site.base_url else ""
    return f"User-agent: *\nAllow: /\n{where}"
