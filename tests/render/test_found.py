"""What search engines, feed readers and social networks are told: of published pages, and the truth."""

import json
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from pipeline.model import Review
from pipeline.render import atom, crawlers, web
from pipeline.render.metadata import territory_locale
from pipeline.render.site import SiteKind
from tests.render.editions import edition, listed, named, site
from tests.render.test_web import faults

BASE = "https://example.org/health"
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def linked_data(page: str) -> dict[str, object]:
    """Read a page's JSON-LD."""
    (text,) = lxml_html.document_fromstring(page).xpath("//script[@type='application/ld+json']/text()")
    read: dict[str, object] = json.loads(text)
    return read


def test_a_source_tells_its_translations_and_a_translation_its_source() -> None:
    editions = [edition(tag) for tag in ("en", "es", "ar")]
    whole = site(*editions, base_url=BASE)
    source, spanish = (linked_data(web.page(one, whole)) for one in editions[:2])
    assert source["@type"] == "Article"
    assert source["inLanguage"] == "en"
    assert source["workTranslation"] == [
        {"@type": "Article", "@id": f"{BASE}/es/oxygen-es/", "inLanguage": "es"},
        {"@type": "Article", "@id": f"{BASE}/ar/oxygen-ar/", "inLanguage": "ar"},
    ]
    assert spanish["translationOfWork"] == {
        "@type": "Article",
        "@id": f"{BASE}/en/oxygen-en/",
        "inLanguage": "en",
    }
    assert "workTranslation" not in spanish


def test_front_matter_may_ask_for_a_medical_page_with_citations() -> None:
    review = Review(role="medical reviewer", date=edition().date)
    extra = {"schema": "MedicalWebPage", "citation": ["doi:10.1000/1", 5]}
    one = edition(extra=extra, reviews=(review,))
    told = linked_data(web.page(one, site(one, base_url=BASE)))
    assert (told["@type"], told["name"]) == ("MedicalWebPage", "Oxygen & nerves")
    assert told["lastReviewed"] == "2026-03-09"
    assert told["reviewedBy"] == [{"@type": "Person", "jobTitle": "medical reviewer"}]
    assert told["citation"] == ["doi:10.1000/1"]


def test_an_unknown_type_counts_as_an_article() -> None:
    one = edition(extra={"schema": "</script>"})
    assert linked_data(web.page(one, site(one, base_url=BASE)))["@type"] == "Article"


@given(st.text())
def test_no_title_ends_the_script_that_tells_it(title: str) -> None:
    one = edition(fields={"title": f"{title}</script><script>alert(1)</script>"}, text="x")
    page = web.page(one, site(one, base_url=BASE))
    assert "<script>alert" not in page
    assert str(linked_data(page)["headline"]).startswith(title)


def test_social_networks_learn_the_other_languages() -> None:
    editions = [edition(tag) for tag in ("en", "zh_Hans", "pt_BR")]
    page = lxml_html.document_fromstring(web.page(editions[0], site(*editions, base_url=BASE)))
    told = [(meta.get("property"), meta.get("content")) for meta in page.xpath("//meta[@property]")]
    assert ("og:locale", "en_US") in told
    assert [value for name, value in told if name == "og:locale:alternate"] == ["pt_BR", "zh_CN"]
    assert ("og:url", f"{BASE}/en/oxygen-en/") in told


def test_territories_are_the_likely_ones() -> None:
    assert [territory_locale(named(tag)) for tag in ("ar", "es", "ja", "pt_BR", "de")] == [
        "ar_EG",
        "es_ES",
        "ja_JP",
        "pt_BR",
        "de_DE",
    ]


def test_previews_and_sites_without_an_address_tell_machines_nothing() -> None:
    one = edition()
    for quiet in (site(one), site(one, base_url=BASE, kind=SiteKind.PREVIEW)):
        page = web.page(one, quiet)
        assert "ld+json" not in page
        assert "og:" not in page
        assert "atom+xml" not in page


def test_a_feed_tells_what_changed_newest_first() -> None:
    editions = [
        edition("es", article="old", slug="old", updated=None),
        edition("es", article="new", slug="new", fields={"title": "Nuevo & <mejor>"}),
        edition("es", article="undated", slug="undated", updated=None, date=None),
    ]
    whole = site(*editions, base_url=BASE)
    feed = ElementTree.fromstring(atom.feed(named("es"), whole))
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}id") for entry in entries] == [f"{BASE}/es/new/", f"{BASE}/es/old/"]
    assert entries[0].findtext(f"{ATOM}title") == "Nuevo & <mejor>"
    assert feed.findtext(f"{ATOM}updated") == "2026-11-20T00:00:00Z"
    assert 'href="../feed.xml"' in web.page(editions[0], whole)


@given(st.text())
def test_a_feed_is_well_formed_whatever_the_title(title: str) -> None:
    one = edition("es", fields={"title": title}, text="x")
    ElementTree.fromstring(atom.feed(named("es"), site(one, base_url=BASE)))


def test_the_sitemap_lists_every_language_of_every_public_page() -> None:
    editions = [edition("en"), edition("es"), edition("ar", approved=False)]
    tree = ElementTree.fromstring(crawlers.sitemap(site(*editions, base_url=BASE)))
    urls = tree.findall(f"{SITEMAP}url")
    assert [url.findtext(f"{SITEMAP}loc") for url in urls] == [
        f"{BASE}/en/oxygen-en/",
        f"{BASE}/es/oxygen-es/",
    ]
    for url in urls:
        assert [link.get("hreflang") for link in url.findall(f"{XHTML}link")] == ["en", "x-default", "es"]
        assert url.findtext(f"{SITEMAP}lastmod") == "2026-11-20"


def test_robots_are_shut_out_of_previews() -> None:
    assert "Disallow: /\n" in crawlers.robots(site(kind=SiteKind.PREVIEW))
    assert f"Sitemap: {BASE}/sitemap.xml" in crawlers.robots(site(base_url=BASE))


def test_old_slugs_lead_to_the_new_one_unless_another_page_stands_there() -> None:
    one, other = edition("es", slug="nuevo"), edition("es", article="b", slug="tomado")
    entry = listed(one)
    entry = entry.__class__(
        article=entry.article,
        locale=entry.locale,
        slug=entry.slug,
        title=entry.title,
        approved=True,
        former_slugs=("viejo", "tomado"),
    )
    whole = site(one, other, listing=(entry, listed(other)), base_url=BASE)
    moved = web.redirects(whole)
    assert list(moved) == ["es/viejo/index.html"]
    (page,) = moved.values()
    assert faults(page) == []
    assert 'content="0; url=../nuevo/index.html"' in page
    assert f'<link rel="canonical" href="{BASE}/es/nuevo/">' in page
