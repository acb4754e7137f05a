"""What only the team sees: how far each language is, and what happened to each block."""

import datetime
import json

import pytest
from lxml import html as lxml_html

from pipeline.model import Deed, PastEvent, Severity, State
from pipeline.render import team, web
from pipeline.render.site import SiteKind
from tests.render.editions import edition, listed, site, status
from tests.render.test_web import faults

DRAFTED = PastEvent(date=datetime.date(2026, 11, 20), actor="apertium", action="draft")
REJECTED = PastEvent(
    date=datetime.date(2026, 11, 21),
    actor="linguist",
    action="reject",
    role="medical reviewer",
    reason="</script><b>12 mg</b>",
)


def test_the_status_page_counts_each_edition_by_state() -> None:
    source, draft = edition(), edition("es", approved=False)
    row = team.Row(
        listed=listed(draft),
        states={State.APPROVED: 30, State.DRAFT: 3},
        reasons=("3 machine drafts",),
        findings={Severity.WARNING: 1, Severity.ERROR: 2},
        drafted={"apertium eng-spa": 33},
        last=datetime.date(2026, 11, 20),
    )
    whole = site(source, draft, kind=SiteKind.PREVIEW)
    page = status([row], whole)
    assert faults(page) == []
    tree = lxml_html.document_fromstring(page)
    (table,) = tree.xpath("//table")
    assert table.findtext("caption") == "Oxygen & nerves"
    cells = [
        (cell.get("data-tally"), cell.text, cell.get("class")) for cell in table.xpath(".//td[@data-tally]")
    ]
    assert cells == [
        ("approved", "30", "heat heat-5"),
        ("translated", "–", "heat heat-0"),
        ("rejected", "–", "heat heat-0"),
        ("draft", "3", "heat heat-1"),
        ("stale", "–", "heat heat-0"),
        ("untranslated", "–", "heat heat-0"),
    ]
    rest = [cell.text_content() for cell in table.xpath(".//td[not(@data-tally)]")]
    assert rest == ["3 machine drafts", "2 error, 1 warning", "33 apertium eng-spa", "November 20, 2026"]
    assert table.xpath(".//tbody//a/@href") == ["es/oxygen-es/index.html"]


def test_a_preview_tells_the_past_of_each_block_in_its_language() -> None:
    body = "".join(f'<p data-state="draft" data-message="{name}">A.</p>' for name in ("abc", "def", "ghi"))
    one = edition("es", approved=False, body=body, past={"abc": (DRAFTED, REJECTED), "ghi": (DRAFTED,)})
    page = web.page(one, site(one, kind=SiteKind.PREVIEW))
    assert faults(page) == []
    (text,) = lxml_html.document_fromstring(page).xpath("//script[@id='past']/text()")
    told = json.loads(text)
    assert told["states"]["draft"] == "Borrador automático"
    assert told["rest"] == [0, 1]
    assert told["past"] == [[[], "def"], [[0], "ghi"]]
    assert told["lines"] == [
        "20 de noviembre de 2026 · apertium · borrador",
        "21 de noviembre de 2026 · linguist (revisión médica) · rechazo – </script><b>12 mg</b>",
    ]
    assert "<b>12 mg" not in page


def test_a_published_page_tells_nothing_of_it() -> None:
    one = edition("es", past={"abc": (DRAFTED,)})
    page = web.page(one, site(one))
    assert "apertium" not in page
    assert 'id="past"' not in page


def test_the_status_page_adds_up_each_language_over_all_articles() -> None:
    es = [listed(edition("es", article=name, slug=name)) for name in ("oxygen", "pressure")]
    whole = site(edition(), kind=SiteKind.PREVIEW, listing=tuple(es))
    rows = [
        team.Row(listed=es[0], states={State.APPROVED: 30}, reasons=()),
        team.Row(listed=es[1], states={State.DRAFT: 9, State.APPROVED: 1}, reasons=("9 drafts",)),
    ]
    page = lxml_html.document_fromstring(status(rows, whole))
    (table,) = page.xpath("//table[caption='All articles']")
    assert [cell.text for cell in table.xpath(".//td")] == ["31", "–", "–", "9", "–", "–", "1 / 2"]
    assert table.xpath(".//tbody//a/@href") == ["es/index.html"]
    assert not lxml_html.document_fromstring(status(rows[:1], whole)).xpath("//caption[.='All articles']")


def test_many_articles_stand_on_several_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(team, "ARTICLES", 2)
    names = ["a", "b", "c", "d", "e"]
    es = [listed(edition("es", article=name, slug=name)) for name in names]
    whole = site(edition(), kind=SiteKind.PREVIEW, listing=tuple(es))
    rows = [team.Row(listed=each, states={State.APPROVED: 1}, reasons=()) for each in es]
    first = status(rows, whole)
    last = team.status_part(rows[4:], whole.narrowed(es[4:]), 2, len(names))
    for page, captions in ((first, ["All articles", "a", "b"]), (last, ["e"])):
        assert faults(page) == []
        tree = lxml_html.document_fromstring(page)
        assert [caption.text for caption in tree.xpath("//caption")] == captions
        links = tree.xpath("//nav[@class='parts']/a")
        assert [(link.text, link.get("href")) for link in links] == [
            ("1–2", "status.html"),
            ("3–4", "status-2.html"),
            ("5–5", "status-3.html"),
        ]
        (current,) = tree.xpath("//nav[@class='parts']/a[@aria-current]/@href")
        assert current == ("status.html" if page is first else "status-3.html")


def test_the_status_page_tells_what_happened_last() -> None:
    deeds = tuple(
        Deed(day=datetime.date(2026, 11, day), actor="apertium", action="draft", number=day)
        for day in range(1, 30)
    )
    one = edition("es")
    row = team.Row(listed=listed(one), states={}, reasons=(), deeds=deeds)
    page = lxml_html.document_fromstring(status([row], site(one, kind=SiteKind.PREVIEW)))
    rows = page.xpath("//table[caption='What happened last']/tbody/tr")
    assert len(rows) == 20
    assert rows[0].text_content().split()[:5] == ["November", "29,", "2026", "apertium", "drafted"]
