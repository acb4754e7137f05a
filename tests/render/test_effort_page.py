"""The preview's page of effort: every plot beside its numbers."""

from lxml import html as lxml_html

from pipeline.effort import Effort, Interval
from pipeline.model import ArticleName, LocaleTag
from pipeline.render import effort_page
from pipeline.render.site import SiteKind
from tests.render.editions import edition, site, status
from tests.render.test_web import faults

MADE = Effort(
    engine="apertium",
    locale=LocaleTag("es"),
    article=None,
    drafts=1234,
    count=40,
    unchanged=Interval(mean=0.5, low=0.25, high=0.75),
    edit_rate=Interval(mean=0.1, low=0.05, high=1.5),
    chrf=Interval(mean=61.9, low=60, high=64),
    ter=None,
    unknown=Interval(mean=0.02, low=0.01, high=0.03),
)
WAITING = Effort(
    engine="<b>deepl",
    locale=LocaleTag("ar"),
    article=ArticleName("oxygen"),
    drafts=5,
    count=0,
    unchanged=None,
    edit_rate=None,
    chrf=None,
    ter=None,
    unknown=None,
)
PREVIEW = site(edition(), edition("es", approved=False), kind=SiteKind.PREVIEW)


def test_each_figure_is_drawn_and_told() -> None:
    page = effort_page.page([MADE, WAITING], [WAITING], PREVIEW)
    assert faults(page) == []
    tree = lxml_html.document_fromstring(page)
    captions = [caption.text.strip() for caption in tree.xpath("//caption")]
    assert captions == ["Approved unchanged", "Characters changed", "chrF++", "Unknown words", "By article"]
    first = tree.xpath("//table")[0]
    cells = [cell.text_content().strip() for cell in first.xpath("./tbody/tr/*[not(@dir)]")]
    assert cells == ["apertium", "español", "50.0%", "25.0% – 75.0%", "40"]
    (line,) = first.xpath(".//line[@class='range']")
    assert (line.get("x1"), line.get("x2")) == ("26.0%", "74.0%")
    assert first.xpath(".//circle/@cx") == ["50.0%"]


def test_a_scale_reaches_as_far_as_its_longest_interval() -> None:
    tree = lxml_html.document_fromstring(effort_page.page([MADE], [], PREVIEW))
    (top,) = tree.xpath("//table[caption[contains(., 'Characters')]]//th[@dir]/span[2]/text()")
    assert top == "150.0%"
    assert tree.xpath("//table[caption[contains(., 'Characters')]]//line[@class='range']/@x2") == ["98.0%"]


def test_engines_that_nobody_has_corrected_yet_stand_in_the_list_by_article() -> None:
    page = effort_page.page([WAITING], [WAITING], PREVIEW)
    assert "&lt;b&gt;deepl" in page
    cells = lxml_html.document_fromstring(page).xpath("//tbody/tr/td[@class='number']/text()")
    assert cells == ["5", "0", "–", "–", "–", "–", "–"]


def test_before_the_first_draft_the_page_says_so_and_the_status_page_leads_there() -> None:
    assert "No engine has drafted" in effort_page.page([], [], PREVIEW)
    assert 'href="effort.html"' in status([], PREVIEW)
