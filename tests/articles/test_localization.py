"""The promise of the one tree: what translators see is exactly what is rendered."""

import re

import markdown
import pytest
from hypothesis import given
from markdown.extensions.toc import slugify_unicode

from pipeline.articles import Article, read, template
from pipeline.articles.localization import Page, Rendition, render, source
from pipeline.articles.tree import EXTENSIONS
from pipeline.model import ArticleName, MessageKey
from tests.articles.markdown_strategies import ARTICLES, BODIES, FRONT


def article(text: str) -> Article:
    return read(ArticleName("sample"), text.encode(), file="source/sample.md")


def body(text: str) -> Article:
    return article(FRONT + text)


def localized(text: str, texts: dict[str, str], marks: dict[str, str] | None = None) -> str:
    sample = body(text)
    original = render(sample, source)

    def localizer(key: MessageKey) -> Rendition | None:
        return Rendition(texts[key[1]], marks or {}) if key[1] in texts else None

    return render(sample, localizer, heading_ids=original.heading_ids).html


def identity(sample: Article) -> tuple[Page, Page]:
    original = render(sample, source)
    known = {message.key for message in template(sample).messages}

    def localizer(key: MessageKey) -> Rendition:
        assert key in known, "only what translators see is printed"
        return Rendition(key[1], {})

    return original, render(sample, localizer, heading_ids=original.heading_ids)


@given(ARTICLES)
def test_the_identity_catalogue_renders_the_same_bytes_as_none(text: str) -> None:
    original, same = identity(article(text))
    assert same == original


@given(BODIES)
def test_a_source_page_is_what_python_markdown_makes_of_it(text: str) -> None:
    plain = markdown.markdown(
        text, extensions=list(EXTENSIONS), extension_configs={"toc": {"slugify": slugify_unicode}}
    )
    plain = re.sub(r' style="text-align: left;"', ' class="align-start"', plain)
    plain = re.sub(r' style="text-align: right;"', ' class="align-end"', plain)
    # Soft line breaks are spaces to us, so that rewrapping a source makes no translation stale.
    assert collapsed(render(body(text), source).html) == collapsed(plain)


def collapsed(html: str) -> str:
    return re.sub(r"\s+", " ", html)


@given(ARTICLES)
def test_rendering_leaves_the_article_as_it_was(text: str) -> None:
    sample = article(text)
    first = render(sample, lambda key: Rendition(key[1].upper(), {"data-state": "draft"}))
    again = render(sample, lambda key: Rendition(key[1].upper(), {"data-state": "draft"}))
    assert first == again
    assert render(sample, source) == render(article(text), source)


def test_text_moves_its_markup_along() -> None:
    html = localized(
        "See [the **guide**](a.html) now.", {"See [the **guide**](a.html) now.": "[**Guía**](a.html), ya."}
    )
    assert html == '<p><a href="a.html"><strong>Guía</strong></a>, ya.</p>'


def test_a_heading_keeps_the_id_of_the_source() -> None:
    html = localized("## Side effects\n\n## Own {#mine}", {"Side effects": "Efectos", "Own": "Propio"})
    assert html == '<h2 id="side-effects">Efectos</h2>\n<h2 id="mine">Propio</h2>'


def test_block_syntax_in_a_translation_stays_text() -> None:
    html = localized("Plain.", {"Plain.": "# no heading\n- no list\n\n```\nno code"})
    assert "<h1" not in html
    assert "<li" not in html
    assert "<pre" not in html


def test_a_translation_cannot_forge_placeholders() -> None:
    html = localized("Plain.\n\n```\ncode\n```", {"Plain.": "\x02wzxhzdk:0\x03"})
    assert html.count("<code>") == 1


def test_marks_stand_on_the_block_and_on_nothing_else() -> None:
    html = localized("- outer\n    - inner", {"outer": "fuera", "inner": "dentro"}, {"data-state": "draft"})
    assert html.replace("\n", "") == (
        '<ul><li><span data-state="draft">fuera</span><ul><li data-state="draft">dentro</li></ul></li></ul>'
    )


def test_abbreviations_are_localized_on_both_sides() -> None:
    text = "HBOT helps.\n\n*[HBOT]: hyperbaric oxygen therapy"
    html = localized(
        text,
        {
            "HBOT helps.": "La OHB ayuda.",
            "*[HBOT]: hyperbaric oxygen therapy": "*[OHB]: oxigenoterapia hiperbárica",
        },
    )
    assert html == '<p>La <abbr title="oxigenoterapia hiperbárica">OHB</abbr> ayuda.</p>'


@pytest.mark.parametrize(
    ("translation", "marked"),
    [
        ("关于HBOT和氧气。", "关于<abbr>HBOT</abbr>和氧气。"),
        ("このHBOTは、ヒトHBOTー。", "この<abbr>HBOT</abbr>は、ヒト<abbr>HBOT</abbr>ー。"),
        ("HBOT는 좋다", "<abbr>HBOT</abbr>는 좋다"),
        ("การHBOTคือ", "การ<abbr>HBOT</abbr>คือ"),
        ("وHBOT، بـHBOT", "و<abbr>HBOT</abbr>، بـ<abbr>HBOT</abbr>"),
        ("HBOTs, xHBOT, HBOT2, HBOT_", "HBOTs, xHBOT, HBOT2, HBOT_"),
        ("éHBOT, HBOT-Sitzung", "éHBOT, <abbr>HBOT</abbr>-Sitzung"),
    ],
)
def test_abbreviations_are_found_in_scripts_without_spaces(translation: str, marked: str) -> None:
    html = localized("HBOT helps.\n\n*[HBOT]: oxygen", {"HBOT helps.": translation})
    assert html.replace(' title="oxygen"', "") == f"<p>{marked}</p>"


def test_footnote_backlinks_speak_the_language() -> None:
    page = render(body("Fact[^1].\n\n[^1]: Source."), source, backlink="Volver a la nota {n}")
    assert 'title="Volver a la nota 1"' in page.html


def test_a_footnote_with_two_ways_back_is_one_footnote() -> None:
    text = "One[^a], two[^b], one again[^a].\n\n[^a]: First.\n[^b]: Second."
    html = render(body(text), source, backlink="Back to note {n}").html
    assert re.findall(r'title="(.*?)"', html) == ["Back to note 1", "Back to note 1", "Back to note 2"]


def test_a_skipped_block_keeps_its_text_and_tells_its_language() -> None:
    sample = body("<!-- i18n:skip -->\n\nAs it is.\n\nOther.")
    page = render(sample, lambda key: Rendition("X", {}), skipped={"lang": "en"})
    assert '<p lang="en">As it is.</p>\n<p>X</p>' in page.html


def test_the_table_of_contents_is_in_the_language_of_the_page() -> None:
    sample = body("## One\n\n### Two\n\n## Three")
    page = render(sample, lambda key: Rendition(f"{key[1]} & mehr", {}), heading_ids=("one", "two", "three"))
    assert [(entry.id, entry.text) for entry in page.toc] == [
        ("one", "One & mehr"),
        ("three", "Three & mehr"),
    ]
    assert page.toc[0].children[0].level == 3
