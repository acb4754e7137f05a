"""The shorter way to a page gives the very bytes that rendering it whole gives, or steps aside."""

import random
from functools import partial
from xml.etree.ElementTree import Element

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import bidi
from pipeline.articles import Article, links, read
from pipeline.articles.filling import fill
from pipeline.articles.localization import Localizer, Page, Rendition, render, source
from pipeline.articles.skeleton import skeleton
from pipeline.model import ArticleName, MessageKey
from pipeline.render.clean import clean
from tests.articles.markdown_strategies import ARTICLES, FLAT, LINE

BACKLINK = "Zurück zu Anmerkung {n}"


def article(text: str) -> Article:
    return read(ArticleName("sample"), text.encode(), file="source/sample.md")


def finish(root: Element, *, rtl: bool) -> None:
    links.point(root, lambda link: f"../../{link.path}")
    if rtl:
        bidi.isolate_tree(root)


def both(
    sample: Article, localizer: Localizer, *, rtl: bool = False, skipped: dict[str, str] | None = None
) -> tuple[Page, Page | None]:
    """Return the page rendered whole, and filled into the skeleton."""
    ids = render(sample, source).heading_ids
    ending = partial(finish, rtl=rtl)
    whole = render(sample, localizer, skipped=skipped, heading_ids=ids, backlink=BACKLINK, finish=ending)
    whole = Page(clean(whole.html), whole.toc, whole.heading_ids)
    made = skeleton(sample, clean)
    if made is None:
        return whole, None
    return whole, fill(
        sample,
        made,
        localizer,
        skipped=skipped,
        heading_ids=ids,
        backlink=BACKLINK,
        clean=clean,
        finish=ending,
        isolates=rtl,
    )


MARKS = st.sampled_from(
    (
        {},
        {"data-state": "draft"},
        {"data-state": "stale", "data-message": "0f-3"},
        {"data-state": "untranslated", "data-message": "ab", "lang": "en", "dir": "ltr"},
    )
)
ARABIC = st.sampled_from(
    (
        *("الأكسجين HBOT بنسبة 50%", "**CD4+** خلايا", "HBOT", "x > 5 mg &amp; ب", "تركيز\u00a0عال"),
        *("خلايا *CD4+ T* و **HBOT (MS)** هنا", "نسبة [+21.7%](https://x.org/a) و `a-1`", "HBOT **هنا** 5%"),
        *("علاج HBOT\nو +5%", "O*2 هنا*", "(MS) *HBOT*, MS"),
    )
)
PLAIN = st.sampled_from(
    (
        *(
            "![a figure](f.png)",
            '![a figure](a/b-1.png "its title")',
            "![A, b](../f.png)",
            "![الشكل 5%](f.png)",
        ),
        *("one *two*\nthree", "a\\ b", "a\\b `c`", "![a](f.png) b", "![a b](f.png)\n**c**"),
    )
)
TEXTS = st.one_of(
    FLAT, LINE, ARABIC, PLAIN, st.text(max_size=12), st.just("a\nb"), st.just("Ende # "), st.just("x{: #y}")
)


def localizer_of(texts: list[str], marks: dict[str, str], seed: int) -> Localizer:
    """Give each message one of `texts`, or its own, the same for the same message."""

    def localizer(key: MessageKey) -> Rendition | None:
        chosen = random.Random(f"{seed}{key}")
        if chosen.random() < 0.3:
            return Rendition(key[1], {})
        return Rendition(chosen.choice(texts), marks)

    return localizer


@settings(max_examples=400)
@given(ARTICLES, st.lists(TEXTS, min_size=1, max_size=4), MARKS, st.booleans(), st.integers(0, 9))
def test_a_filled_skeleton_is_the_page_rendered_whole(
    text: str, texts: list[str], marks: dict[str, str], rtl: bool, seed: int
) -> None:
    whole, filled = both(article(text), localizer_of(texts, marks, seed), rtl=rtl, skipped={"lang": "en"})
    assert filled is None or filled == whole


@settings(max_examples=200)
@given(ARTICLES, MARKS, st.booleans())
def test_so_it_is_for_the_identity(text: str, marks: dict[str, str], rtl: bool) -> None:
    whole, filled = both(article(text), lambda key: Rendition(key[1], marks), rtl=rtl)
    assert filled is None or filled == whole
    whole, filled = both(article(text), source)
    assert filled is None or filled == whole
