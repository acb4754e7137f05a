"""Markup and links: each check passes, fails, and keeps quiet where it does not apply."""

import pytest

from pipeline.checks import check_pair
from pipeline.model import Kind
from pipeline.render.clean import clean
from tests.checks.support import ids, pair


@pytest.mark.parametrize(
    ("check", "source", "good", "bad"),
    [
        (
            "markup.constructs",
            "**High safety:** made well",
            "**Alta seguridad:** bien hecho",
            "Alta seguridad: bien hecho",
        ),
        ("markup.constructs", "plain words", "palabras", "**palabras**"),
        ("markup.constructs", "*one* and **two**", "**dos** y *uno*", "*dos* y *uno*"),
        ("markup.constructs", "Run `make`.", "Ejecute `make`.", "Ejecute `hacer`."),
        ("markup.constructs", "A claim.[^1]", "Una afirmación.[^1]", "Una afirmación."),
        ("markup.constructs", "A claim.[^1] More.[^2]", "Una.[^1] Más.[^2]", "Una.[^1] Más.[^1]"),
        ("markup.constructs", "H<sub>2</sub>O", "H<sub>2</sub>O", "H<b>2</b>O"),
        ("markup.constructs", "A head {#top}", "Una cabeza {#top}", "Una cabeza {#arriba}"),
        (
            "markup.links",
            "See [us](https://example.org/a).",
            "Véanos [aquí](https://example.org/a).",
            "[aquí](https://example.org/b)",
        ),
        ("markup.links", "See [us](a.md).", "Ver [aquí](a.md).", "Ver aquí."),
        ("markup.links", "See us.", "Ver aquí.", "Ver [aquí](a.md)."),
        ("markup.links", "![A chamber](c.png)", "![Una cámara](c.png)", "[Una cámara](c.png)"),
        (
            "markup.links",
            "See <https://example.org>.",
            "Ver <https://example.org>.",
            "Ver <https://example.com>.",
        ),
        ("markup.links", "See https://example.org.", "Ver https://example.org.", "Ver aquí."),
        ("markup.addresses", "[a](x.md)", "[a](x.md)", "[a](javascript:alert(1))"),
        ("markup.line-breaks", "one\ntwo", "uno\ndos", "uno dos"),
        ("markup.broken", "**Bold** text", "Texto **gordo**", "Texto ** gordo**"),
        ("markup.broken", "See [us](a.md)", "Ver [aquí](a.md)", "Ver [aquí] (a.md)"),
    ],
)
def test_a_translation_keeps_the_constructs(check: str, source: str, good: str, bad: str) -> None:
    assert check not in ids(source, good)
    assert check in ids(source, bad)


def test_references_are_resolved_by_their_labels() -> None:
    labels = {"nice": "https://example.org/nice"}
    assert "markup.links" not in ids(
        "See [NICE][nice].", "Véase [NICE](https://example.org/nice).", references=labels
    )
    assert "markup.links" in ids("See [NICE][nice].", "Véase [NICE][otra].", references=labels)


def test_a_localized_link_must_be_in_the_table() -> None:
    source, target = "See [us](https://example.org/en).", "Véanos [aquí](https://example.org/es)."
    assert "markup.links" in ids(source, target)
    table = frozenset({("https://example.org/en", "https://example.org/es")})
    assert "markup.links" not in ids(source, target, link_variants=table)


def test_plain_fields_are_not_markdown() -> None:
    assert not {
        i for i in ids("Stars * and <b>", "Estrellas * y <c>", kind=Kind.TITLE) if i.startswith("markup")
    }


def test_spans_point_into_the_raw_markdown() -> None:
    shown = pair("It is **5 mg**, `x` &amp; more", "x")
    at = shown.source_inline.text.index("5")
    span = shown.source_inline.span(at, at + 4)
    assert shown.source[span.start : span.end] == "5 mg"
    assert shown.source_inline.text == "It is 5 mg, \ufffc & more"


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("Un <b>buen</b> día", None),
        ("Un <br> día", None),
        ('<abbr title="uno">1</abbr> < 2', None),
        ("Un <kbd class='x'>día</kbd>", None),
        ("<script>alert(1)</script>", "<script> will not be printed"),
        ('<b onclick="x()">día</b>', 'onclick of <b onclick="x()"> will not be printed'),
        ("<span style='color:red' lang=es>día</span>", "style of <span style='color:red' lang=es>"),
        ("<b>uno</b> <b id=q onfocus=z>dos</b>", "onfocus of <b id=q onfocus=z>"),
        ("<iframe src=x>", "<iframe src=x> will not be printed"),
        ("<font>día</font>", "<font> will not be printed"),
        ("<a href='javascript:x'>día</a>", "href of <a href='javascript:x'>"),
        ("<img src='https://x.org/a.png' alt=''>", "src of <img"),
    ],
)
def test_html_that_the_pages_cleaner_drops_is_told_by_asking_it(target: str, says: str | None) -> None:
    found = [f.reason for f in check_pair(pair("A day", target, clean=clean)) if f.id == "markup.html"]
    assert [reason[: len(says)] for reason in found] == [says] if says else not found
    assert "markup.html" not in ids(target, target, clean=clean)
    assert "markup.html" not in ids("A day", target, kind=Kind.TITLE, clean=clean)


@pytest.mark.parametrize("slug", ["../x", "Ein Slug", "ÄÖ", "a--b", "a/b", "x" * 101, "feed.xml", " a"])
def test_a_slug_that_no_address_can_hold_is_told(slug: str) -> None:
    assert "markup.slug" in ids("green-tea", slug, "de", Kind.SLUG)


@pytest.mark.parametrize("slug", ["gruener-tee", "绿茶", "", "tee2"])
def test_a_slug_that_is_printed_is_not(slug: str) -> None:
    assert "markup.slug" not in ids("green-tea", slug, "de", Kind.SLUG)
    assert "markup.slug" not in ids("Green tea", "Grüner Tee", "de")
