"""Pages: values in, HTML out, whole, quiet and in the right language."""

import re
from html.parser import HTMLParser

import pytest
from lxml import etree
from lxml import html as lxml_html

from pipeline.errors import InputError
from pipeline.model import Review, State, Text, TocEntry
from pipeline.render import web
from pipeline.render.site import Brand, SiteKind, Theme
from tests.render.editions import edition, listed, named, site

TAGS = ("en", "es", "pt_BR", "de", "ar", "he", "zh_Hans", "ja", "ko", "hi", "th", "en_XA", "ar_XB")
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Nesting(HTMLParser):
    """Notes every end tag that does not close what is open, and doubled ids."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value in self.ids:
                self.faults.append(f"doubled id {value}")
            elif name == "id" and value:
                self.ids.add(value)
            if name == "style" or name.startswith("on"):
                self.faults.append(f"<{tag} {name}>")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")


def faults(page: str) -> list[str]:
    """List what is not well formed in a page."""
    reader = Nesting()
    reader.feed(page)
    reader.close()
    return reader.faults + reader.open


def tree(page: str) -> etree._Element:
    """Parse a page."""
    return lxml_html.document_fromstring(page)


def every_page(**values: object) -> dict[str, str]:
    """Render one page of each type in each locale."""
    editions = [edition(tag) for tag in TAGS]
    whole = site(*editions, locales=tuple(named(tag) for tag in TAGS), **values)
    pages = {f"{one.locale.tag} page": web.page(one, whole) for one in editions}
    pages |= {f"{tag} index": web.index(named(tag), whole) for tag in TAGS}
    return pages | {"start": web.start(whole), "404": web.not_found(whole)}


@pytest.mark.parametrize("kind", SiteKind)
def test_every_page_is_well_formed_and_quiet(kind: SiteKind) -> None:
    for name, page in every_page(kind=kind, base_url="https://example.org/health/").items():
        assert faults(page) == [], name
        for script in re.findall(r"<script\b([^>]*)>", page):
            assert "src=" in script or "application/" in script, name
        assert "<style" not in page, name
        loaded = tree(page).xpath(
            "//link[@rel='stylesheet' or @rel='icon']/@href | //script/@src | //img/@src"
        )
        assert loaded, name
        assert not [address for address in loaded if re.match(r"[a-z]+:|//", address)], name


def test_language_and_direction_stand_on_the_root() -> None:
    for tag in TAGS:
        one = edition(tag)
        root = tree(web.page(one, site(one)))
        assert (root.get("lang"), root.get("dir")) == (named(tag).bcp47, named(tag).direction)


def test_catalogue_text_is_escaped_wherever_it_appears() -> None:
    hostile = '"><script>alert(1)</script>&'
    one = edition(
        fields={"title": hostile, "subtitle": hostile, "description": hostile, "disclaimer": hostile},
        author=hostile,
    )
    whole = site(one, base_url="https://example.org/", brand=Brand(name=hostile, footer=hostile))
    for page in (web.page(one, whole), web.index(one.locale, whole), web.start(whole), web.not_found(whole)):
        assert "<script>alert" not in page
        assert faults(page) == []


def test_a_published_page_says_so_and_a_draft_does_not() -> None:
    published, draft = (
        edition("es"),
        edition("es", approved=False, states={State.DRAFT: 3, State.APPROVED: 1200}),
    )
    public = web.page(published, site(published))
    assert "noindex" not in public
    assert "banner" not in public
    preview = web.page(draft, site(draft, kind=SiteKind.PREVIEW))
    assert "noindex" in preview
    assert "Borrador: no aprobado para su publicación" in preview
    assert "Borrador automático <b>3</b>" in preview
    assert "Aprobado <b>1.200</b>" in preview


def test_an_edition_that_is_not_approved_is_never_indexed() -> None:
    draft = edition("es", approved=False)
    assert "noindex" in web.page(draft, site(draft))


def test_a_field_in_another_language_is_marked() -> None:
    one = edition("ar")
    fallback = Text(value="Oxygen", locale=named("en"), state=State.UNTRANSLATED)
    one = edition("ar", fields={}, approved=False)
    object.__setattr__(one, "fields", {**one.fields, "title": fallback})
    page = tree(web.page(one, site(one, kind=SiteKind.PREVIEW)))
    (title,) = page.xpath("//h1")
    assert title.get("data-state") == "untranslated"
    assert [(span.get("lang"), span.get("dir")) for span in title] == [("en", "ltr")]


def test_foreign_runs_of_plain_texts_are_isolated_on_right_to_left_pages() -> None:
    texts = {"title": "زيادة +21.7% <b>", "subtitle": "نحو 1 / 3 من HBOT", "description": "عن CD4+ T"}
    toc = (TocEntry(level=2, id="a", text="خلايا CD4+ T"),)
    one = edition("ar", fields=texts, toc=toc)
    page, cards = tree(web.page(one, site(one))), tree(web.index(one.locale, site(one)))
    runs = {
        "h1": ["+21.7% <b"],
        "p[@class='subtitle']": ["1 / 3", "HBOT"],
        "nav[@class='contents']//a": ["CD4+ T"],
    }
    for path, expected in runs.items():
        assert page.xpath(f"//{path}/bdi[@dir='ltr']/text()") == expected
    assert page.xpath("string(//h1)") == texts["title"]
    assert cards.xpath("//h2/a/bdi/text()") == ["+21.7% <b"]
    assert cards.xpath("//article/p/bdi/text()") == ["CD4+ T"]


def test_the_contents_say_which_of_their_headings_are_in_another_language() -> None:
    body = '<h2 data-state="untranslated" dir="ltr" id="a&amp;b" lang="en">CD4+ T</h2><h2 id="c">خلايا</h2>'
    toc = (TocEntry(level=2, id="a&b", text="CD4+ T"), TocEntry(level=2, id="c", text="خلايا"))
    one = edition("ar", approved=False, body=body, toc=toc)
    links = tree(web.page(one, site(one, kind=SiteKind.PREVIEW))).xpath("//nav[@class='contents']//a")
    assert [(link.get("href"), link.get("lang"), link.get("dir")) for link in links] == [
        ("#a&b", "en", "ltr"),
        ("#c", None, None),
    ]
    assert [link.text for link in links] == ["CD4+ T", "خلايا"]


def test_left_to_right_pages_isolate_nothing() -> None:
    one = edition("es", fields={"title": "HBOT +21,7 % <b>"})
    assert tree(web.page(one, site(one))).xpath("//h1//bdi") == []


def test_the_switcher_names_each_language_in_itself() -> None:
    editions = [edition(tag) for tag in ("en", "ar", "zh_Hans")]
    page = tree(web.page(editions[0], site(*editions)))
    links = page.xpath("//details[@class='languages']//a")
    assert [(link.text, link.get("lang"), link.get("dir"), link.get("href")) for link in links] == [
        ("English", "en", "ltr", "index.html"),
        ("العربية", "ar", "rtl", "../../ar/oxygen-ar/index.html"),
        ("中文 (简体)", "zh-Hans", "ltr", "../../zh-Hans/oxygen-zh-hans/index.html"),
    ]
    assert [link.get("aria-current") for link in links] == ["true", None, None]


def test_the_site_speaks_of_approved_editions_only() -> None:
    approved, draft, pseudo = edition("en"), edition("es", approved=False), edition("en_XA")
    whole = site(approved, draft, pseudo, locales=(named("en"), named("es"), named("en_XA")))
    for page in (web.page(approved, whole), web.start(whole)):
        assert "oxygen-es" not in page
        assert "español" not in page
        assert "XA" not in page
    assert "oxygen-es" in web.index(named("es"), site(approved, draft, kind=SiteKind.PREVIEW))


def test_alternates_are_complete_reciprocal_and_only_public() -> None:
    editions = [edition(tag) for tag in ("en", "pt_BR", "zh_Hans")]
    whole = site(*editions, base_url="https://example.org/health/")
    found = {}
    for one in editions:
        page = tree(web.page(one, whole))
        found[one.locale.bcp47] = {
            link.get("hreflang"): link.get("href")
            for link in page.xpath("//link[@rel='alternate'][@hreflang]")
        }
        (canonical,) = page.xpath("//link[@rel='canonical']/@href")
        assert canonical == found[one.locale.bcp47][one.locale.bcp47]
    assert found["en"] == found["pt-BR"] == found["zh-Hans"]
    assert found["en"] == {
        "en": "https://example.org/health/en/oxygen-en/",
        "pt-BR": "https://example.org/health/pt-BR/oxygen-pt-br/",
        "zh-Hans": "https://example.org/health/zh-Hans/oxygen-zh-hans/",
        "x-default": "https://example.org/health/en/oxygen-en/",
    }
    for quiet in (site(*editions), site(*editions, kind=SiteKind.PREVIEW, base_url="https://example.org/")):
        assert "canonical" not in web.page(editions[0], quiet)
        assert 'rel="alternate" hreflang' not in web.page(editions[0], quiet)


def test_contents_link_to_headings_that_exist() -> None:
    page = tree(web.page(edition(), site(edition())))
    links = page.xpath("//nav[@class='contents']//a/@href")
    assert links == ["#symptoms-signs", "#help"]
    assert all(page.get_element_by_id(link[1:]) is not None for link in links)


def test_tables_scroll_and_footnotes_have_a_heading() -> None:
    page = tree(web.page(edition("es"), site(edition("es"))))
    (region,) = page.xpath("//section[@class='scroll']")
    assert (region.get("tabindex"), region.get("aria-label")) == ("0", "Tabla")
    assert [child.tag for child in region] == ["table"]
    (notes,) = page.xpath("//div[@class='footnote']")
    assert notes[0].text == "Notas"


def test_dates_and_durations_follow_the_locale() -> None:
    assert "20 de noviembre de 2026" in web.page(edition("es"), site(edition("es")))
    assert "2026年11月20日" in web.page(edition("ja"), site(edition("ja")))
    assert "4 minutes" in web.page(edition("en", words=900), site(edition("en")))
    assert "1 minute<" in web.page(edition("en", words=0), site(edition("en")))
    assert "4分钟" in web.page(edition("zh_Hans", words=900), site(edition("zh_Hans")))


def test_reviews_name_the_role_and_the_day() -> None:
    review = Review(role="medical reviewer", date=edition().date)
    page = web.page(edition("es", reviews=(review,)), site(edition("es")))
    assert "Revisado el 9 de marzo de 2026: revisión médica" in page


def test_a_page_depends_on_its_own_article_alone() -> None:
    one = edition()
    other = edition(article="other", slug="other")
    whole = site(one, other)
    assert web.page(one, whole) == web.page(one, whole.about(one.article))


def test_an_index_lists_its_editions() -> None:
    editions = [edition("es", article=f"a{number}", slug=f"a{number}") for number in range(3)]
    page = tree(web.index(named("es"), site(*editions)))
    assert page.xpath("//article//h2/a/@href") == [f"a{number}/index.html" for number in range(3)]
    assert page.xpath("//li/a[@type]/@href") == [f"a{number}/a{number}.pdf" for number in range(3)]


def test_a_listed_text_in_another_language_is_marked() -> None:
    draft = edition("ar", approved=False)
    whole = site(draft, kind=SiteKind.PREVIEW)
    entry = listed(draft).__class__(
        article=draft.article, locale=draft.locale, slug=draft.slug, title="Oxygen", text_locale=named("en")
    )
    page = tree(web.index(named("ar"), site(draft, kind=whole.kind, listing=(entry,))))
    assert page.xpath("//article//h2/a/@lang") == ["en"]


def test_the_page_not_found_links_from_the_sites_root() -> None:
    one = edition()
    page = tree(web.not_found(site(one, base_url="https://example.org/health/")))
    assert page.xpath("//main//a/@href") == ["/health/en/index.html"]
    assert page.xpath("//link[@rel='stylesheet']/@href")[0].startswith("/health/assets/style.")
    assert tree(web.not_found(site(one))).xpath("//main//a/@href") == ["en/index.html"]


def test_assets_are_named_by_their_content() -> None:
    one, other = site(brand=Brand(name="A")), site(brand=Brand(name="A", colour="#aa0000"))
    assert set(web.assets(one)) != set(web.assets(other))
    assert all(re.fullmatch(r"assets/\w+\.[0-9a-f]{10}\.\w+", name) for name in web.assets(one))


def test_style_uses_logical_properties_and_loads_nothing() -> None:
    (style,) = (content.decode() for name, content in web.assets(site()).items() if name.endswith(".css"))
    assert "@import" not in style
    assert "url(" not in style
    physical = re.findall(
        r"[\s;{](?:margin|padding|border|inset)?-?(?:left|right|top|bottom)(?:-\w+)?\s*:", style
    )
    assert physical == []


def test_a_page_with_its_style_and_script_weighs_under_60_kilobytes() -> None:
    whole = site(edition())
    weight = len(web.page(edition(), whole).encode()) + sum(map(len, web.assets(whole).values()))
    assert weight < 60_000


def test_a_folders_own_template_may_extend_the_one_it_replaces() -> None:
    own = b'{% extends "theme/article.html" %}{% block title %}Own{% endblock %}'
    page = web.page(edition(), site(edition(), theme=Theme(files=(("article.html", own),))))
    assert tree(page).xpath("//title/text()") == ["Own"]
    assert tree(page).xpath("//h1")


@pytest.mark.parametrize(
    "escape",
    [
        b'{% include "../web.py" %}',
        b'{% include "/etc/passwd" %}',
        b'{% include "theme/../../web.py" %}',
        b"{{ ''.__class__.__mro__ }}",
        b"{{ site.__class__.__init__.__globals__ }}",
        b"{{ _.__self__.translations }}{{ link.__globals__ }}",
    ],
)
def test_a_folders_own_template_cannot_leave_its_folder(escape: bytes) -> None:
    with pytest.raises(InputError, match="template"):
        web.start(site(edition(), theme=Theme(files=(("start.html", escape),))))


def test_a_folders_own_template_that_is_wrong_is_told_with_its_line() -> None:
    theme = Theme(files=(("start.html", b"<p>\n{% if %}"),))
    with pytest.raises(InputError) as told:
        web.start(site(edition(), theme=theme))
    (finding,) = told.value.findings
    assert (finding.file, finding.line) == ("source/_theme/start.html", 2)


def test_a_folders_own_file_that_is_no_text_is_told() -> None:
    with pytest.raises(InputError, match="UTF-8"):
        web.assets(site(edition(), theme=Theme(files=(("style.css", b"\xff"),))))


def test_lists_describe_themselves_by_what_stands_in_them() -> None:
    one = edition(fields={"title": "A long title " * 30})
    whole = site(one)
    for page in (web.index(one.locale, whole), web.start(whole)):
        (told,) = lxml_html.document_fromstring(page).xpath("//meta[@name='description']/@content")
        assert told
        assert len(told) <= 162
