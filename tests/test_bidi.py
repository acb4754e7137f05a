"""Foreign runs in right-to-left text keep their order, and everything else stays as it was."""

from html import escape
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring

import pytest
from bidi import get_display
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import pipeline.bidi
from pipeline.articles.isolation import isolated_html
from pipeline.bidi import isolate, isolate_tree, isolated

WORDS = (
    "ارتفع",
    "נבדקו",
    "ו-",
    "٢١٫٧٪",
    "HBOT",
    "MS",
    "CD4+ T",
    "+21.7%",
    "10-40",
    "<5",
    "1 / 3",
    "2023",
    "mg",
)
MARKS = tuple('()[]"“” /-–.%+\n\u00a0\u2067\u2069') + (", ", "، ", ". ")
PIECES = st.sampled_from((*WORDS, *MARKS, "a@b.org", "https://x.org/?q=1", "é", "中文", "β", "\u0301"))
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join))


def marked(text: str) -> str:
    """Show the foreign runs of `text` in angle brackets that no example uses."""
    return "".join(f"⟦{run}⟧" if foreign else run for run, foreign in isolate(text))


@pytest.mark.parametrize(
    "shown",
    [
        "ارتفع بنسبة ⟦+21.7%⟧ في 2023.",
        "خلايا ⟦CD4+ T⟧، و⟦B⟧",
        "الصفحة ⟦1 / 3⟧",
        "من ⟦10-40⟧ جلسة، كل منها ⟦60–90⟧ دقيقة",
        "الجرعة ⟦<5 mg⟧ أو ⟦≥ 18⟧",
        "علاج ⟦HBOT (MS)⟧ هنا",
        "اتصل بـ ⟦+1 (555) 010-0199⟧ أو ⟦+34 600 000 000⟧.",
        "ارتفع ⟦+5⟧ (12) هنا",
        "العلاج (⟦HBOT⟧) للتصلب (⟦MS⟧).",
        "راسلنا ⟦a.b@x.org⟧ أو ⟦https://x.org/a?b=1/⟧ اليوم",
        "في ⟦2026-11-22⟧ و10/12/2026",
        "⟦March 3, 2026⟧ كان",
        "⟦p < 0.05⟧ و ⟦2.4 ATA⟧",
        "⟦50 %⟧ من المرضى، و⟦37 °C⟧",
        "⟦HBOT⟧، ⟦MS⟧، ⟦CNS⟧",
        "ב-2013, ל-⟦50%⟧ מהחולים, ו-⟦CNS⟧.",
        "⟦HBOT⟧, ⟦MS⟧ ו-⟦CNS⟧",
        "⟦MS⟧. ⟦HBOT⟧ هو",
        "٢١٫٧٪ من ١٠-٤٠",
        "⟦HBOT⟧ (العلاج) ⟦MS⟧",
        "قال “⟦HBOT⟧” و «⟦MS⟧»",
        "سنة 2013، 1,500 و 10:30",
        "لا شيء هنا",
        "",
    ],
)
def test_foreign_runs(shown: str) -> None:
    assert marked(shown.replace("⟦", "").replace("⟧", "")) == shown


@given(TEXTS)
def test_the_runs_give_the_text_back(text: str) -> None:
    runs = isolate(text)
    assert "".join(run for run, _ in runs) == text
    assert all(run for run, _ in runs)


@given(TEXTS)
def test_a_foreign_run_holds_no_right_to_left_text_and_no_outer_space(text: str) -> None:
    for run, foreign in isolate(text):
        if foreign:
            assert run == run.strip()
            assert not set(run) & set("ارتفعנבדקו٢١٧٪،\n")
            assert run[-1] not in ".,:;"


@given(TEXTS)
def test_brackets_are_isolated_in_pairs(text: str) -> None:
    for run, foreign in isolate(text):
        if foreign:
            for pair in ("()", "[]", "{}", "“”"):
                assert run.count(pair[0]) == run.count(pair[1])


@given(TEXTS)
def test_isolating_a_run_again_changes_nothing_within_it(text: str) -> None:
    for run, foreign in isolate(text):
        if foreign:
            assert isolate(run) == ((run, True),)


@pytest.mark.parametrize(
    "foreign",
    ["+21.7%", "1 / 3", "10-40", "CD4+ T", "<5 mg", "HBOT (MS)", "a@b.org", "5×10⁶", "+1 (555) 010-0199"],
)
@pytest.mark.parametrize("frame", ["ارتفع {} هنا", "({}) ارتفع", "ارتفع {}.", "{}، HBOT"])
def test_what_is_isolated_reads_in_order_by_uax_9(foreign: str, frame: str) -> None:
    """`bidi` is another's implementation of UAX #9; it shows what a right-to-left page shows."""
    text = frame.format(foreign)
    shown = get_display(isolated(text), base_dir="R")
    assert foreign in shown


def test_without_isolation_the_same_texts_are_garbled() -> None:
    for foreign in ("+21.7%", "1 / 3", "10-40"):
        assert foreign not in get_display(f"ارتفع {foreign} هنا", base_dir="R")


def tree(html: str) -> str:
    """Return the tree of `html` after isolation."""
    root = fromstring(f"<div>{html}</div>")
    isolate_tree(root)
    return tostring(root, encoding="unicode")[5:-6]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>بنسبة +21.7% هنا</p>", '<p>بنسبة <bdi dir="ltr">+21.7%</bdi> هنا</p>'),
        (
            "<p><b>بنسبة 5%</b> و 6%</p>",
            '<p><b>بنسبة <bdi dir="ltr">5%</bdi></b> و <bdi dir="ltr">6%</bdi></p>',
        ),
        (
            '<p>علاج <abbr title="x">HBOT</abbr> (<abbr>MS</abbr>) هنا</p>',
            '<p>علاج <bdi dir="ltr"><abbr title="x">HBOT</abbr> (<abbr>MS</abbr>)</bdi> هنا</p>',
        ),
        ("<p>خلايا CD4<sup>+</sup> T</p>", '<p>خلايا <bdi dir="ltr">CD4<sup>+</sup> T</bdi></p>'),
        ("<p>Oxy<b>air هنا</b></p>", '<p><bdi dir="ltr">Oxy</bdi><b><bdi dir="ltr">air</bdi> هنا</b></p>'),
        ("<p>هنا <code>a +5%</code> <bdi>x</bdi></p>", "<p>هنا <code>a +5%</code> <bdi>x</bdi></p>"),
        ('<p dir="ltr" lang="en">+5% HBOT</p>', '<p dir="ltr" lang="en">+5% HBOT</p>'),
        (
            '<p>HBOT<sup id="fnref:1"><a href="#fn:1">1</a></sup> هنا</p>',
            '<p><bdi dir="ltr">HBOT</bdi><sup id="fnref:1"><a href="#fn:1">1</a></sup> هنا</p>',
        ),
        (
            "<ul><li>HBOT<ul><li>MS</li></ul></li></ul>",
            '<ul><li><bdi dir="ltr">HBOT</bdi><ul><li><bdi dir="ltr">MS</bdi></li></ul></li></ul>',
        ),
        ("<p>لا شيء</p>", "<p>لا شيء</p>"),
    ],
)
def test_tree(before: str, after: str) -> None:
    assert tree(before) == after


ELEMENTS = st.sampled_from(("strong", "em", "a", "abbr"))
LINES = st.lists(
    st.one_of(
        TEXTS.filter(lambda text: not set(text) & set("\x02<>&\r") and text.isprintable()),
        st.tuples(ELEMENTS, st.lists(PIECES, min_size=1, max_size=4).map("".join)),
        st.sampled_from(("<code>x-1</code>", "<br />")),
    ),
    max_size=6,
)


@given(LINES)
def test_a_line_of_html_is_isolated_as_its_tree_is(line: list[str | tuple[str, str]]) -> None:
    root = Element("div")
    pieces = []
    for part in line:
        if isinstance(part, tuple):
            SubElement(root, part[0]).text = part[1]
            pieces.append((f"<{part[0]}>", escape(part[1], quote=False), f"</{part[0]}>"))
        elif part.startswith("<"):
            root.append(fromstring(part))
            pieces.append((part, "", ""))
        else:
            _say(root, part)
            pieces.append(("", escape(part, quote=False), ""))
    isolate_tree(root)
    assume("&" not in "".join(text for _, text, _ in pieces))
    assert tostring(root, encoding="unicode").removeprefix("<div />") == (
        f"<div>{isolated_html(pieces)}</div>" if line and any(line) else ""
    )


def _say(root: Element, text: str) -> None:
    if len(root):
        root[-1].tail = (root[-1].tail or "") + text
    else:
        root.text = (root.text or "") + text


def test_placeholders_of_python_markdown_stay_whole() -> None:
    root = Element("p")
    root.text = "هنا \x02wzxhzdk:0\x03 و AT\x02amp\x03T و \x02amp\x03#97;\x02amp\x03#64;b.org و \x0242\x03"
    isolate_tree(root)
    runs = [bdi.text for bdi in root]
    assert runs == ["AT\x02amp\x03T", "\x02amp\x03#97;\x02amp\x03#64;b.org"]
    assert "\x02wzxhzdk:0\x03" in (root.text or "")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("غاز O{0}2{1} هنا", "غاز [O{0}2{1}] هنا"),
        ("خلايا CD4{0}+{1} T هنا", "خلايا [CD4{0}+{1} T] هنا"),
        ("هنا {0}HBOT{1} هنا", "هنا {0}[HBOT]{1} هنا"),
        ("هنا {0}هنا{1} HBOT", "هنا {0}هنا{1} [HBOT]"),
        ("m{0}2{1}، O{2}2{3}", "[m{0}2{1}]، [O{2}2{3}]"),
    ],
)
def test_stashed_tags_within_a_word_stay_in_its_run(before: str, after: str) -> None:
    stash = [f"\x02wzxhzdk:{number}\x03" for number in range(4)]
    root = Element("p")
    root.text = before.format(*stash)
    isolate_tree(root)
    shown = tostring(root, encoding="unicode")[3:-4]
    shown = shown.replace('<bdi dir="ltr">', "[").replace("</bdi>", "]")
    assert shown == after.format(*stash)


@given(TEXTS.filter(lambda text: text.isprintable()))
def test_a_tree_keeps_its_text(text: str) -> None:
    root = Element("p")
    root.text = text
    child = Element("strong")
    child.text = child.tail = text
    root.append(child)
    isolate_tree(root)
    assert "".join(root.itertext()) == text * 3
    assert all(bdi.get("dir") == "ltr" for bdi in root.iter("bdi"))


@settings(max_examples=400)
@given(TEXTS)
def test_what_stands_between_right_to_left_letters_need_not_be_looked_at(text: str) -> None:
    runs = list(pipeline.bidi.foreign(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline.bidi, "_kinds", lambda whole: whole.translate(pipeline.bidi._KINDS))
        assert runs == list(pipeline.bidi.foreign(text))
