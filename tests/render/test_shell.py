"""A page through its shell is the page that its template makes."""

import datetime
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import PastEvent, Review, State, Text, TocEntry
from pipeline.render import web
from pipeline.render.assets import theme_file
from pipeline.render.site import Brand, Site, SiteKind, Theme
from tests.render.editions import edition, named, site

OWN = Theme(files=(("article.html", theme_file("article.html", Theme()).encode()),))
"""A content folder that brings the shipped template as its own, which is rendered for each page."""

texts = st.text(st.sampled_from("ab <>&\"'{}[]%\\/é中م\xa0") | st.characters(exclude_categories=["Cs"]))
days = st.none() | st.dates(datetime.date(2000, 1, 1), datetime.date(2040, 1, 1))
tags = st.sampled_from(("en", "es", "pt_BR", "ar", "zh_Hans", "en_XA"))
states = st.sampled_from(State)
entries = st.recursive(
    st.just(()),
    lambda inner: st.lists(
        st.builds(TocEntry, level=st.just(2), id=texts, text=texts, children=inner), max_size=3
    ).map(tuple),
    max_leaves=4,
)
events = st.builds(
    PastEvent, date=days.filter(bool), actor=texts, action=st.sampled_from(("draft", "approve")), reason=texts
)


@st.composite
def pages(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the values of an edition and of its site."""
    locale = draw(tags)
    field = st.builds(Text, value=texts, locale=st.sampled_from((named(locale), named("en"))), state=states)
    names = ("subtitle", "description", "disclaimer")
    values = {
        "tag": locale,
        "slug": draw(st.sampled_from(("page", "oxygen", "en", "assets"))),
        "fields": {"title": draw(field)} | draw(st.dictionaries(st.sampled_from(names), field)),
        "extra": draw(st.dictionaries(st.sampled_from(("schema", "citation")), texts)),
        "body": draw(texts.map(web.markup)),
        "toc": draw(entries),
        "date": draw(days),
        "updated": draw(days),
        "author": draw(texts),
        "states": draw(st.dictionaries(states, st.integers(0, 3000))),
        "words": draw(st.integers(0, 5000)),
        "approved": draw(st.booleans()),
        "reviews": tuple(
            draw(st.lists(st.builds(Review, role=texts, date=days.filter(bool), name=texts), max_size=2))
        ),
        "past": draw(st.dictionaries(texts, st.lists(events, max_size=2).map(tuple), max_size=2)),
    }
    around = {
        "kind": draw(st.sampled_from(SiteKind)),
        "base_url": draw(st.sampled_from(("", "https://example.org/health"))),
        "brand": Brand(name=draw(texts), url=draw(texts), footer=draw(texts), logo=draw(texts)),
        "search": draw(st.booleans()),
    }
    return values, around


@given(made=pages(), others=st.sets(tags))
def test_an_edition_s_page_is_what_its_template_makes_of_it(
    made: tuple[dict[str, Any], dict[str, Any]], others: set[str]
) -> None:
    values, around = made
    tag, fields = values.pop("tag"), values.pop("fields")
    one = replace(edition(tag, "", **values), fields=fields)
    translations = [edition(other) for other in sorted(others - {tag})]
    whole = site(edition(tag, "", **values), *translations, **around)
    assert web.page(one, whole) == web.page(one, _own(whole))


def _own(whole: Site) -> Site:
    return replace(whole, theme=OWN)


def test_a_brand_that_writes_like_a_hole_is_printed_as_it_is() -> None:
    names = ("[0]", "[0123456789abcdef 0]", '"[0123456789abcdef json 0]"')
    for name in names:
        whole = site(edition(), brand=Brand(name=name))
        assert web.page(edition(), whole) == web.page(edition(), _own(whole))
