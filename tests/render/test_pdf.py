"""PDFs as readers, validators and machines see them."""

import dataclasses
import datetime
import html
import io
import re
import subprocess
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import page
import pikepdf
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.basePen import NullPen

from pipeline.errors import InputError, MachineError
from pipeline.model import Edition, Review, State, Text
from pipeline.render import pdf, pdf_data
from pipeline.render import words as theme_words
from tests.render import samples

pytestmark = pytest.mark.fonts


def words(msgid: str) -> str:
    """Speak English, the language of the theme."""
    return msgid


def made(edition: Edition, *, draft: bool = False, images: Mapping[str, bytes] | None = None) -> bytes:
    return pdf.render(edition, words=words, brand=samples.Brand(), images=images, draft=draft)


@cache
def sample(tag: str) -> bytes:
    """Return the sample page of a locale, rendered once."""
    return made(samples.edition(tag, samples.page(tag), toc=samples.toc(tag)), draft=True)


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def extracted(data: bytes) -> str:
    """Return the text as poppler reads it, white space and format characters aside."""
    run = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return re.sub(r"\s+", " ", "".join(c for c in run.stdout.decode() if unicodedata.category(c) != "Cf"))


def tags(data: bytes) -> list[str]:
    """Return the structure types of a document, in reading order."""
    found: list[str] = []

    def walk(element: Any) -> None:
        if isinstance(element, pikepdf.Array):
            for child in element:
                walk(child)
        elif isinstance(element, pikepdf.Dictionary):
            if "/S" in element and element.get("/Type") in (None, "/StructElem"):
                found.append(str(element["/S"])[1:])
            if "/K" in element:
                walk(element["/K"])

    with opened(data) as document:
        walk(document.Root.StructTreeRoot["/K"])
    return found


def fonts(data: bytes) -> list[list[str]]:
    """Return poppler's table of fonts: name, type, encoding, embedded, subset, unicode."""
    run = subprocess.run(["pdffonts", "-"], input=data, capture_output=True, check=True, text=False)
    rows = run.stdout.decode().splitlines()[2:]
    return [row.split() for row in rows]


@pytest.mark.parametrize("tag", samples.SENTENCES)
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_every_script_passes_pdf_ua_and_pdf_a(tag: str, profile: str) -> None:
    assert not complaints(sample(tag), profile)


def complaints(data: bytes, profile: str) -> list[str]:
    """Return what the validator finds, two misreadings of its version 0.11 aside.

    It takes the width of a CID-keyed CFF glyph for 0 where the font's default width applies, and a
    stream that ends with a carriage return for one byte too long. Other tools settle both.
    """
    failures = page.validate_pdf_bytes(data, profile=profile).failures
    with opened(data) as document:
        sound = not document.check_pdf_syntax() and cff_widths_agree(document)
    misread = ("GLYPH-WIDTH-001", "STREAM-LENGTH-001")
    return [each.message for each in failures if not (sound and each.rule_id.endswith(misread))]


def cff_widths_agree(document: pikepdf.Pdf) -> bool:
    """Whether each glyph of each CID-keyed CFF font is as wide as the PDF says it is."""
    for each in document.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/Subtype") == "/CIDFontType0":
            said = pdf_widths(each)
            fontset = CFFFontSet()
            fontset.decompile(io.BytesIO(each["/FontDescriptor"]["/FontFile3"].read_bytes()), None)
            glyphs = fontset[0].CharStrings
            for number, name in enumerate(fontset[0].charset):
                glyph = glyphs[name]
                glyph.draw(NullPen())
                if number in said and abs(glyph.width - said[number]) > 1:
                    return False
    return True


def pdf_widths(font: pikepdf.Dictionary) -> dict[int, float]:
    """Read a CID font's `W` array (ISO 32000-1, 9.7.4.3) as far as it lists widths one by one."""
    widths: dict[int, float] = {}
    entries = list(font["/W"])
    while entries:
        first, following = int(entries.pop(0)), entries.pop(0)
        if isinstance(following, pikepdf.Array):
            widths.update((first + offset, float(width)) for offset, width in enumerate(following))
        else:
            width = float(entries.pop(0))
            widths.update((number, width) for number in range(first, int(following) + 1))
    return widths


@pytest.mark.parametrize("tag", samples.SENTENCES)
def test_every_font_is_an_embedded_subset_with_unicode(tag: str) -> None:
    for row in fonts(sample(tag)):
        assert row[-5:-2] == ["yes", "yes", "yes"], row


@pytest.mark.parametrize("tag", ["en", "de", "zh_Hans", "ja", "ko", "th"])
def test_the_text_that_is_copied_is_the_text_of_the_page(tag: str) -> None:
    body = re.sub(r"<sup.*?</sup>", "", samples.SENTENCES[tag][2])
    wanted = re.sub(r"<[^>]*>", "", body).replace("&nbsp;", " ")
    text = extracted(made(samples.edition(tag, f"<p>{body}</p>")))
    assert re.sub(r"[\s\xad]", "", wanted) in re.sub(r"[\s\xad]", "", text)


def test_structure_is_tagged() -> None:
    found = tags(sample("en"))
    assert found.count("H1") == 1
    wanted = "H2 H3 P L LI Lbl LBody Table THead TBody TR TH TD Note Link BlockQuote TOC TOCI Code"
    assert set(wanted.split()) <= set(found)


def test_language_title_and_description_are_told() -> None:
    edition = samples.edition(
        "zh_Hans", "<p>免疫</p>", description="高压氧", extra={"keywords": ["高压氧", "MS"]}
    )
    with opened(made(edition)) as document:
        assert str(document.Root.Lang) == "zh-CN"
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        assert document.Root.MarkInfo.Marked
        with document.open_metadata() as xmp:
            assert xmp["dc:title"] == samples.SENTENCES["zh_Hans"][0]
            assert xmp["dc:description"] == "高压氧"
            assert xmp["dc:creator"] == ["Oxyair"]
            assert "高压氧" in xmp["pdf:Keywords"]
            assert xmp["pdfuaid:part"] == "1"
            assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "A")


@pytest.mark.parametrize(
    ("tag", "lang"), [("pt_BR", "pt-BR"), ("de", "de"), ("ar", "ar"), ("zh_Hant", "zh-TW")]
)
def test_language_tags(tag: str, lang: str) -> None:
    with opened(made(samples.edition(tag, "<p>x</p>", title="x"))) as document:
        assert str(document.Root.Lang) == lang


def test_right_to_left_pages_say_so() -> None:
    with opened(sample("ar")) as document:
        assert str(document.Root.ViewerPreferences.Direction) == "/R2L"


def test_headings_are_bookmarks() -> None:
    with opened(sample("de")) as document, document.open_outline() as outline:
        titles = [item.title for item in outline.root]
        below = [child.title for item in outline.root for child in item.children]
    assert titles == [samples.SENTENCES["de"][0]]
    assert below == [samples.SENTENCES["de"][1]]


def test_the_same_edition_gives_the_same_bytes() -> None:
    edition = samples.edition("ar", samples.page("ar"), toc=samples.toc("ar"))
    assert made(edition) == made(edition)


def test_footer_counts_pages_in_the_words_and_digits_of_the_locale() -> None:
    edition = samples.edition("mr", "<p>x</p>" * 80, title="x")
    spoken = {"Page {n} of {m}": "{m} पैकी {n}"}
    made_pdf = pdf.render(
        edition, words=lambda msgid: spoken.get(msgid, msgid), brand=samples.Brand(), draft=False
    )
    assert "४ पैकी ३" in extracted(made_pdf)


def test_drafts_are_marked_on_every_page() -> None:
    approved = samples.edition("en", samples.page("en") * 3)
    draft = samples.edition("en", samples.page("en") * 3, approved=False)
    marked, plain = ink(made(draft, draft=True), WATERMARK), ink(made(approved), WATERMARK)
    assert len(marked) > 2
    assert min(marked) > 300
    assert max(plain) == 0
    assert "not approved for publication" in extracted(made(draft, draft=True))
    assert "Draft" not in extracted(made(approved))


WATERMARK = (248, 242, 234)
"""The watermark's colour on paper."""


def ink(data: bytes, colour: tuple[int, int, int]) -> list[int]:
    """Return for each page how many pixels, at 20 to the inch, have a colour."""
    run = subprocess.run(
        ["pdftoppm", "-r", "20", "-aa", "no", "-"], input=data, capture_output=True, check=True
    )
    counts = []
    for image in run.stdout.split(b"P6\n")[1:]:
        _, _, pixels = image.split(b"\n", 2)
        counts.append(sum(bytes(colour) == pixels[at : at + 3] for at in range(0, len(pixels), 3)))
    return counts


def test_text_of_another_language_is_tagged_with_it() -> None:
    body = (
        '<p>Hallo</p><p lang="en" data-state="untranslated">Not yet</p><p>un <span lang="fr">mot</span></p>'
    )
    data = made(samples.edition("de", body, title="x"))
    with opened(data) as document:
        langs = {str(each["/Lang"]) for each in dictionaries(document) if "/Lang" in each}
        runs = b"".join(each["/Contents"].read_bytes() for each in document.pages)
    assert langs == {"de", "en"}
    assert re.search(rb"/Lang ?\(fr\)", runs)


def dictionaries(document: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """Yield every dictionary of a document that is an object of its own."""
    for each in document.objects:
        if isinstance(each, pikepdf.Dictionary):
            yield each


PAYLOADS = [
    '#read("/etc/passwd")',
    '#eval("1+1")',
    '#import "@preview/cetz:0.3.0"',
    "*strong* _emph_ `raw` $x^2$ @label <label> = Heading // gone /* gone */ \\ ~ -- ... '\"",
    "#panic()",
    "{{ data }} ${x} %s",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_of_the_compiler_stays_text(payload: str) -> None:
    escaped = html.escape(payload)
    body = f'<h2 id="{escaped}">{escaped}</h2><p>{escaped}</p><p><a href="https://example.org/{escaped}">a</a></p>'
    text = extracted(made(samples.edition("en", body, title=payload, subtitle=payload, description=payload)))
    assert re.sub(r"\s", "", text).count(re.sub(r"\s", "", payload)) >= 5


def test_links_within_the_page_lead_to_their_heading_and_others_are_printed() -> None:
    body = (
        '<h2 id="a b">Far</h2><p><a href="#a b">near</a> <a href="#nowhere">nowhere</a> '
        '<a href="https://example.org/x/">site</a> <a href="other.md">other</a> '
        '<a href="javascript:x">bad</a></p>'
    )
    data = made(samples.edition("en", body))
    with opened(data) as document:
        notes = [note for each in document.pages for note in each.get("/Annots", [])]
        assert [str(note["/A"]["/URI"]) for note in notes if "/A" in note] == ["https://example.org/x/"]
        assert len([note for note in notes if "/Dest" in note]) == 1
    assert "(example.org/x)" in extracted(data)


def test_relative_links_are_read_against_the_page_address() -> None:
    edition = samples.edition("en", '<p><a href="../other/index.html">other</a></p>')
    data = pdf.render(
        edition,
        words=words,
        brand=samples.Brand(),
        draft=False,
        address="https://example.org/en/sample/index.html",
    )
    with opened(data) as document:
        *_, note = document.pages[0]["/Annots"]
        assert str(note["/A"]["/URI"]) == "https://example.org/en/other/index.html"


def test_a_footnote_that_is_referred_to_twice_is_printed_once() -> None:
    reference = '<sup id="fnref:n"><a class="footnote-ref" href="#fn:n">1</a></sup>'
    note = '<div class="footnote"><hr><ol><li id="fn:n"><p>Once only.</p></li></ol></div>'
    text = extracted(made(samples.edition("en", f"<p>One{reference} two{reference}</p>{note}")))
    assert text.count("Once only.") == 1


# Bad input


def test_a_missing_glyph_is_named_with_its_place() -> None:
    body = "<h2 id='a'>Signs</h2><p>The sign \ue123 is none.</p>"
    with pytest.raises(MachineError) as caught:
        made(samples.edition("en", body))
    [finding] = caught.value.findings
    assert finding.id == "pdf.glyph-missing"
    assert "U+E123" in finding.reason
    assert "“Signs”" in finding.reason
    assert "[fonts] Latn" in finding.hint


def test_a_missing_font_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "families", lambda: frozenset({"Noto Serif", "Noto Sans"}))
    with pytest.raises(MachineError) as caught:
        made(samples.edition("ja", "<p>x</p>"))
    [finding] = caught.value.findings
    assert "Jpan" in finding.reason
    assert "fonts-noto-cjk" in finding.hint


def test_a_font_of_the_settings_comes_first() -> None:
    edition = samples.edition("en", "<p>Plain</p>")
    data = pdf.render(
        edition, words=words, brand=samples.Brand(), draft=False, fonts={"Latn": ["DejaVu Sans"]}
    )
    assert any("DejaVuSans" in row[0] for row in fonts(data))


def test_a_font_of_the_settings_that_is_missing_is_an_error() -> None:
    edition = samples.edition("en", "<p>Plain</p>")
    with pytest.raises(MachineError, match="No Such Font"):
        pdf.render(edition, words=words, brand=samples.Brand(), draft=False, fonts={"Latn": ["No Such Font"]})


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "missing"),
        (b"", "empty"),
        (b"not a picture", "no PNG"),
        (samples.PIXEL[:20], "no PNG"),
        (samples.PIXEL[:16] + b"\x00\x01\x00\x00" * 2 + samples.PIXEL[24:], "million"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>', "DOCTYPE"),
        (b"\x89PNG\r\n\x1a\n" + samples.PIXEL[8:40], "damaged"),
    ],
)
def test_a_bad_image_is_named(content: bytes | None, reason: str) -> None:
    images = {} if content is None else {"images/a.png": content}
    with pytest.raises(InputError) as caught:
        made(samples.edition("en", '<p><img src="images/a.png" alt="a"></p>'), images=images)
    [finding] = caught.value.findings
    assert "images/a.png" in finding.reason
    assert reason in finding.reason


def test_images_keep_their_alternative_text() -> None:
    body = (
        '<p><img src="a.png" alt="One black pixel" title="A caption"></p>'
        '<p>in <img src="a.png" alt=""> line</p>'
    )
    data = made(samples.edition("en", body), images={"a.png": samples.PIXEL})
    with opened(data) as document:
        alts = [str(each["/Alt"]) for each in dictionaries(document) if "/Alt" in each]
    assert alts == ["One black pixel"]
    assert "A caption" in extracted(data)


SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}<rect width="9" height="9"/></svg>'


def test_an_svg_with_a_script_is_refused() -> None:
    svg = SVG.format("<script>alert(1)</script>").encode()
    with pytest.raises(InputError, match=r"a\.svg .*scripts"):
        made(samples.edition("en", '<p><img src="a.svg" alt="a"></p>'), images={"a.svg": svg})


@pytest.mark.parametrize("href", ["/etc/passwd", "../../../etc/passwd", "https://example.org/a.png"])
def test_an_svg_that_reaches_for_other_files_is_refused(href: str) -> None:
    svg = SVG.format(f'<image href="{href}" width="9" height="9"/>').encode()
    with pytest.raises(InputError, match=r"a\.svg"):
        made(samples.edition("en", '<p><img src="a.svg" alt="a"></p>'), images={"a.svg": svg})


def test_a_table_of_forty_columns_keeps_every_cell() -> None:
    head = "".join(f"<th>h{number}</th>" for number in range(40))
    row = "".join(f"<td>c{number}</td>" for number in range(40))
    table = f"<table><thead><tr>{head}</tr></thead><tbody><tr>{row}</tr></tbody></table>"
    text = extracted(made(samples.edition("en", table)))
    assert all(f"c{number}" in text.split() for number in range(40))
    assert text.split().count("h0") > 1


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_nothing_leaves_the_page(tag: str, tmp_path: Path) -> None:
    """A word of 300 letters, in text, a cell and a title of 400, stays between the edges."""
    word = ("ن" if tag == "ar" else "n") * 300
    body = f"<p>{word}</p><table><tr><td>{word}</td><td>a</td></tr></table><pre>{word}</pre>"
    path = tmp_path / "a.pdf"
    path.write_bytes(made(samples.edition(tag, body, title=f"{word} {word[:99]}")))
    run = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True)
    edges = [float(edge) for edge in re.findall(r'xM(?:in|ax)="([-\d.]+)"', run.stdout)]
    assert min(edges) > 30
    assert max(edges) < 565


def test_a_heading_of_only_an_image_is_a_bookmark_by_its_alternative_text() -> None:
    edition = samples.edition("en", '<h2 id="a"><img src="a.png" alt="A pixel"></h2><p>x</p>')
    data = made(edition, images={"a.png": samples.PIXEL})
    with opened(data) as document, document.open_outline() as outline:
        assert [child.title for child in outline.root[0].children] == ["A pixel"]


def test_heading_levels_never_skip() -> None:
    found = tags(made(samples.edition("en", "<h2>a</h2><h5>b</h5><h2>c</h2><h6>d</h6>")))
    assert [tag for tag in found if tag.startswith("H")] == ["H1", "H2", "H3", "H2", "H3"]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("<blockquote>", "</blockquote>"),
        ("<ul><li>", "</li></ul>"),
        ("<table><tr><td>", "</td></tr></table>"),
        ("<dl><dd>", "</dd></dl>"),
        ("<details>", "</details>"),
        ("<strong>", "</strong>"),
    ],
)
def test_absurd_nesting_is_still_a_page(start: str, end: str) -> None:
    assert "deep" in extracted(made(samples.edition("en", start * 1000 + "deep" + end * 1000)))


def test_a_long_table_repeats_its_head_on_every_page() -> None:
    rows = "".join(f"<tr><td>row {number}</td><td>2.5 mg</td></tr>" for number in range(120))
    body = f"<table><thead><tr><th>Study</th><th>Dose</th></tr></thead><tbody>{rows}</tbody></table>"
    data = made(samples.edition("en", body))
    with opened(data) as document:
        pages = len(document.pages)
    assert pages > 2
    assert extracted(data).count("Study Dose") == pages
    assert tags(data).count("THead") == 1


def test_a_footnote_below_a_long_table_is_set() -> None:
    """Typst 0.15 takes such a note for a part of the repeated head, which may hold no link."""
    note = '<sup id="fnref:a"><a class="footnote-ref" href="#fn:a">1</a></sup>'
    rows = f"<tr><td>row{note}</td><td>2.5 mg</td></tr>" * 120
    body = (
        f"<table><thead><tr><th>Study</th><th>Dose</th></tr></thead><tbody>{rows}</tbody></table><hr>"
        '<p>After.</p><div class="footnote"><hr><ol><li id="fn:a"><p><a href="https://a.example">A</a></p></li></ol></div>'
    )
    assert "After." in extracted(made(samples.edition("en", body)))


def test_a_short_table_of_long_cells_still_breaks_over_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    cell = f"<td>{'Long words in a cell. ' * 400}</td>"
    path.write_bytes(made(samples.edition("en", f"<table><tr>{cell}{cell}</tr></table>")))
    run = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True)
    assert max(float(edge) for edge in re.findall(r'yMax="([-\d.]+)"', run.stdout)) < 842


def test_reviewers_are_named_by_role() -> None:
    review = Review(role="medical reviewer", date=datetime.date(2026, 11, 20))
    edition = dataclasses.replace(samples.edition("en", "<p>x</p>"), reviews=(review,))
    assert "Reviewed by medical reviewer on November 20, 2026" in extracted(made(edition))


def test_the_words_for_states_are_those_of_the_web_theme() -> None:
    template = {str(message.id) for message in theme_words.template()}
    assert set(pdf_data.STATE_WORDS.values()) <= template


def test_every_word_of_the_pdf_is_in_the_theme() -> None:
    asked: set[str] = set()

    def listen(msgid: str) -> str:
        asked.add(msgid)
        return msgid

    review = Review(role="medical reviewer", date=datetime.date(2026, 11, 20))
    edition = samples.edition("en", samples.page("en"), toc=samples.toc("en"), approved=False)
    edition = dataclasses.replace(edition, reviews=(review,), updated=datetime.date(2026, 11, 30))
    pdf.render(edition, words=listen, brand=samples.Brand(footer=""), draft=True)
    assert asked <= {str(message.id) for message in theme_words.template()}


def test_an_empty_body_is_a_page() -> None:
    assert made(samples.edition("en", ""))


def test_a_field_in_another_language_is_set_in_it() -> None:
    edition = samples.edition("ar", "<p>هنا</p>")
    english = Text(value="Not yet translated", locale=edition.source_locale, state=State.UNTRANSLATED)
    fields = {**edition.fields, "title": english, "subtitle": english}

    assert "Not yet translated" in extracted(made(dataclasses.replace(edition, fields=fields)))


@pytest.mark.parametrize(("tag", "said"), [("en", "No advice (HBOT)."), ("ja", "助言ではありません。")])
def test_the_disclaimer_stands_at_the_end_of_paper_as_of_the_page(tag: str, said: str) -> None:
    body = f"<p>{samples.SENTENCES[tag][2]}</p>"
    data = made(samples.edition(tag, body, disclaimer=said))
    assert re.sub(r"\s", "", extracted(data)).count(re.sub(r"\s", "", said)) == 1
    assert said not in extracted(made(samples.edition(tag, body)))
    assert complaints(data, "ua1") == []


def test_a_disclaimer_that_nobody_translated_is_set_in_its_own_language() -> None:
    edition = samples.edition("ar", "<p>هنا</p>")
    english = Text(value="No advice (HBOT) at all", locale=edition.source_locale, state=State.UNTRANSLATED)
    data = made(dataclasses.replace(edition, fields={**edition.fields, "disclaimer": english}))
    assert "No advice (HBOT) at all" in extracted(data)
