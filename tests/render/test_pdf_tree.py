"""An edition's HTML becomes a small tree that keeps every word and settles all meaning."""

import html as html_module
import json
from collections import Counter
from typing import Any

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.render.clean import clean
from pipeline.render.pdf_nodes import LONGEST, MAX_COLUMNS, Node, breakable, directed, text_of, texts
from pipeline.render.pdf_tree import DEEPEST_QUOTE, Tree

TAGS = (
    "p",
    "div",
    "ul",
    "li",
    "ol",
    "table",
    "tr",
    "td",
    "th",
    "strong",
    "em",
    "span",
    "h2",
    "h5",
    "dl",
    "dt",
    "dd",
)
TAGS += (
    "blockquote",
    "figure",
    "figcaption",
    "details",
    "summary",
    "caption",
    "sub",
    "a",
    "code",
    "bdi",
    "section",
)


def nodes(html: str, direction: str = "ltr") -> list[Node]:
    """Return the nodes of clean HTML on a page whose only other languages are en, fr and ar."""
    spoken = {"en": "ltr", "fr": "ltr", "ar": "rtl"}
    return Tree(clean(html), direction=direction, language=lambda lang: (lang, spoken[lang])).nodes()


def one(html: str, direction: str = "ltr") -> dict[str, Any]:
    """Return the only node of some HTML."""
    [node] = nodes(html, direction)
    assert isinstance(node, dict)
    return node


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Any nesting of elements, sense or nonsense, as raw HTML could bring it."""
    parts: list[str] = []
    opened: list[str] = []
    for _ in range(draw(st.integers(0, 25))):
        move = draw(st.sampled_from(("open", "close", "text", "image", "break")))
        if move == "open":
            opened.append(draw(st.sampled_from(TAGS)))
            parts.append(f"<{opened[-1]}>")
        elif move == "close" and opened:
            parts.append(f"</{opened.pop()}>")
        elif move == "text":
            parts.append(draw(st.sampled_from(("word", " ", "two words", "\n", "&lt;b&gt;", "a\u00a0b"))))
        elif move == "break":
            parts.append("<br>")
    return "".join(parts)


@given(pages())
def test_no_word_is_lost(html: str) -> None:
    wanted = Counter("".join(html_module.unescape(nh3.clean(clean(html), tags=set())).split()))
    found = Counter("".join("".join(texts(nodes(html))).split()))
    assert wanted <= found


@given(pages())
def test_nodes_are_plain_data(html: str) -> None:
    made = nodes(html)
    assert json.loads(json.dumps(made)) == made


def test_white_space_is_collapsed_and_trimmed() -> None:
    assert one("<p>\n a  b\n<strong> c</strong> </p>") == {
        "t": "p",
        "c": ["a b ", {"t": "strong", "c": [" c"]}],
    }


def test_text_beside_blocks_becomes_a_paragraph() -> None:
    assert [
        node["t"] for node in nodes("<div>loose <em>text</em><p>own</p>more</div>") if isinstance(node, dict)
    ] == [
        "p",
        "p",
        "p",
    ]


def test_a_tight_list_has_text_and_a_loose_one_paragraphs() -> None:
    tight, loose = one("<ul><li>a</li></ul>"), one("<ul><li><p>a</p></li></ul>")
    assert (tight["tight"], tight["items"]) == (True, [[{"t": "text", "c": ["a"]}]])
    assert (loose["tight"], loose["items"]) == (False, [[{"t": "p", "c": ["a"]}]])


def test_a_numbered_list_keeps_its_start() -> None:
    assert one('<ol start="7"><li>a</li></ol>')["start"] == 7
    assert one('<ol start="-1"><li>a</li></ol>')["start"] == 1


def test_headings_step_down_one_level_at_a_time() -> None:
    made = nodes("<h3>a</h3><h6>b</h6><h2>c</h2><h3>d</h3>")
    assert [node["level"] for node in made if isinstance(node, dict)] == [2, 3, 2, 3]


def test_an_id_labels_one_place_only() -> None:
    first, second = nodes('<h2 id="a">x</h2><h2 id="a">y</h2>')
    assert isinstance(first, dict)
    assert isinstance(second, dict)
    assert (first["id"], second["id"]) == ("a", "")


def test_an_image_alone_is_a_figure_with_its_title_as_caption() -> None:
    made = one('<p><img src="a.png" alt="A" title="T"></p>')
    assert (made["t"], made["caption"]) == ("figure", ["T"])


def test_a_figure_has_its_own_caption() -> None:
    made = one(
        '<figure><p><img src="a.png" alt="A"></p><figcaption>What <em>it</em> is</figcaption></figure>'
    )
    assert (made["t"], text_of(made["caption"])) == ("figure", "What it is")
    assert [node["t"] for node in made["c"]] == ["image"]


def test_an_admonition_has_kind_and_title() -> None:
    made = one('<div class="admonition warning"><p class="admonition-title">Mind</p><p>the gap</p></div>')
    assert (made["t"], made["kind"], made["title"]) == ("callout", "warning", ["Mind"])


def test_terms_and_definitions_are_grouped() -> None:
    made = one("<dl><dt>a</dt><dt>b</dt><dd>c</dd><dd>d</dd><dt>e</dt><dd>f</dd></dl>")
    assert [len(group["terms"]) for group in made["groups"]] == [2, 1]
    assert [len(group["definitions"]) for group in made["groups"]] == [2, 1]


def test_a_table_has_head_alignment_and_spans() -> None:
    made = one(
        '<table><thead><tr><th class="align-end" colspan="2">h</th></tr></thead>'
        '<tbody><tr><td class="align-center">a</td><td>b</td></tr></tbody></table>'
    )
    assert [[cell["align"] for cell in row] for row in made["head"]] == [["end"]]
    assert [[cell["align"] for cell in row] for row in made["rows"]] == [["center", "start"]]
    assert made["head"][0][0]["colspan"] == 2
    assert len(made["widths"]) == 2


@given(st.integers(1, 60))
def test_a_wide_table_is_cut_and_repeats_its_first_column(columns: int) -> None:
    row = "".join(f"<td>c{number}</td>" for number in range(columns))
    parts = [node for node in nodes(f"<table><tr>{row}</tr></table>") if isinstance(node, dict)]
    assert all(len(part["widths"]) <= MAX_COLUMNS for part in parts)
    assert all(text_of(part["rows"][0][0]["c"]) == "c0" for part in parts)
    shown = {text_of(cell["c"]) for part in parts for cell in part["rows"][0]}
    assert shown == {f"c{number}" for number in range(columns)}


def test_a_footnote_stands_where_it_is_first_referred_to() -> None:
    reference = '<sup id="fnref:a"><a class="footnote-ref" href="#fn:a">1</a></sup>'
    note = '<p>Note.&nbsp;<a class="footnote-backref" href="#fnref:a">↩</a></p>'
    first, second = nodes(
        f'<p>x{reference}</p><p>y{reference}</p><div class="footnote"><hr><ol><li id="fn:a">{note}</li></ol></div>'
    )
    assert isinstance(first, dict)
    assert isinstance(second, dict)
    assert first["c"] == ["x", {"t": "note", "id": "fn:a", "c": [{"t": "text", "c": ["Note."]}]}]
    assert second["c"] == ["y", {"t": "again", "to": "fn:a"}]


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ('<a href="#here">x</a>', {"t": "ref", "to": "here", "c": ["x"]}),
        ('<a href="#nowhere">x</a>', "x"),
        ('<a href="other/index.html">x</a>', "x"),
        (
            '<a href="https://a.example/b/">x</a>',
            {"t": "link", "url": "https://a.example/b/", "c": ["x"], "print": "a.example/b"},
        ),
        (
            '<a href="https://a.example/b">a.example/b</a>',
            {"t": "link", "url": "https://a.example/b", "c": ["a.example/b"], "print": ""},
        ),
        (
            '<a href="mailto:a@b.example">x</a>',
            {"t": "link", "url": "mailto:a@b.example", "c": ["x"], "print": "a@b.example"},
        ),
    ],
)
def test_links(link: str, expected: Node) -> None:
    made = nodes(f'<h2 id="here">h</h2><p>{link}</p>')[1]
    assert isinstance(made, dict)
    assert made["c"] == [expected]


def test_an_address_is_printed_once() -> None:
    made = one('<p><a href="https://a.example/">x</a> <a href="https://a.example/">y</a></p>')
    assert [node["print"] for node in made["c"] if isinstance(node, dict)] == ["a.example", ""]


def test_state_and_language_dress_a_block() -> None:
    assert one('<p data-state="untranslated" lang="en" dir="ltr">x</p>', "rtl") == {
        "t": "block",
        "lang": "en",
        "dir": "ltr",
        "short": True,
        "c": [{"t": "p", "state": "untranslated", "mark": 1, "c": ["x"]}],
    }


def test_a_state_reaches_every_text_that_has_none_of_its_own() -> None:
    made = one('<ul data-state="draft"><li>a<ul><li data-state="stale">b</li></ul></li></ul>')
    inner = made["items"][0][1]["items"][0]
    assert made["items"][0][0] == {"t": "text", "state": "draft", "mark": 2, "c": ["a"]}
    assert inner == [{"t": "text", "state": "stale", "mark": 1, "c": ["b"]}]


def test_a_state_within_a_line_is_a_span() -> None:
    assert one('<p>a <span data-state="draft">b</span></p>')["c"] == [
        "a ",
        {"t": "span", "state": "draft", "mark": 1, "short": True, "c": ["b"]},
    ]


def test_an_approved_block_needs_no_dress() -> None:
    assert one('<p data-state="approved">x</p>') == {"t": "p", "c": ["x"]}


@pytest.mark.parametrize(
    ("html", "direction", "turned"),
    [
        ('<bdi dir="ltr">+5%</bdi>', "rtl", "ltr"),
        ('<bdi dir="ltr">+5%</bdi>', "ltr", None),
        ("<bdi>نص</bdi>", "ltr", "rtl"),
        ('<span lang="ar">نص</span>', "ltr", "rtl"),
        ('<span lang="fr">mot</span>', "ltr", None),
        ("<code>x</code>", "rtl", "ltr"),
    ],
)
def test_only_a_change_of_direction_is_told(html: str, direction: str, turned: str | None) -> None:
    [node] = one(f"<p>{html}</p>", direction)["c"]
    assert (node.get("dir") if isinstance(node, dict) else None) == turned


def test_direction_is_told_against_the_one_around_it() -> None:
    [outer] = one('<p><span dir="rtl">ا <span dir="ltr">b</span></span></p>')["c"]
    assert outer["dir"] == "rtl"
    assert outer["c"][1]["dir"] == "ltr"


def test_plain_text_of_a_right_to_left_page_has_its_foreign_runs_isolated() -> None:
    assert directed("علاج HBOT") == ["علاج ", {"t": "span", "dir": "ltr", "short": True, "c": ["HBOT"]}]


@given(st.text())
def test_only_words_that_are_too_long_may_break_anywhere(text: str) -> None:
    broken = breakable(text)
    assert broken.replace("\u200b", "") == text.replace("\u200b", "")
    assert all(len(word) <= LONGEST for word in broken.split() if "\u200b" not in word and word.isascii())


def test_elements_too_deep_leave_their_text() -> None:
    made = nodes("<blockquote>" * 500 + "<p>x</p>" + "</blockquote>" * 500)
    assert "x" in list(texts(made))
    assert json.dumps(made).count("quote") == DEEPEST_QUOTE
