"""What no author should write, through the whole build: page and PDF are still right, or an error names the place."""

import html
import re
import struct
import subprocess
import zlib

import pikepdf
import pytest

from tests.render.samples import PIXEL
from tests.render.test_pdf import complaints, extracted
from tests.workflow.folder import SETTINGS, TEA, Folder

pytestmark = pytest.mark.fonts

HEAD = "---\ntitle: Green tea\nslug: green-tea\n---\n\n"
WEB = "output/site/en/green-tea/index.html"
PAPER = "output/site/en/green-tea/green-tea.pdf"


def png(width: int, height: int) -> bytes:
    """Return a white picture, one bit for each point."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = (b"\0" + b"\xff" * ((width + 7) // 8)) * height
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def svg(inside: str, **attributes: str) -> bytes:
    """Return an SVG."""
    more = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"{more}>{inside}</svg>'.encode()


def built(folder: Folder, text: str, head: str = HEAD) -> tuple[str, bytes]:
    """Build a folder with this article; return its page and its PDF, which is valid."""
    folder.write("source/tea.md", head + text)
    folder.run("build")
    pages = folder.path("output/site/en").glob("*/index.html")
    page = next(path for path in pages if path.parent.name != "water")
    data = next(page.parent.glob("*.pdf")).read_bytes()
    assert not complaints(data, "ua1")
    assert inside_the_page(data)
    return page.read_text("utf-8"), data


def inside_the_page(data: bytes) -> bool:
    """Whether every word stands between the edges of its page."""
    run = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=data, capture_output=True, check=True)
    edges = [float(edge) for edge in re.findall(r'xM(?:in|ax)="([-\d.]+)"', run.stdout.decode())]
    return min(edges) > 30 and max(edges) < 565


def refused(folder: Folder, *says: str, code: int = 2) -> str:
    """Demand that a build is refused in these words (regular expressions) and leaves the output as it is."""
    before = folder.stamps("output")
    said = folder.run("build", code=code).stderr
    for words in says:
        assert re.search(words, said, re.MULTILINE), f"{words!r} is not in\n{said}"
    assert folder.stamps("output") == before
    return said


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("cup.png", None, r"there is no file source/cup.png"),
        ("cup.png", b"", "it is empty"),
        ("cup.png", b"no picture", "it is no PNG, JPEG, GIF, WebP or SVG picture"),
        ("cup.png", PIXEL[:45], "it is a PNG that was cut off or damaged"),
        ("cup.png", PIXEL[:50] + b"????" + PIXEL[54:], "it is a PNG that was cut off or damaged"),
        ("cup.png", png(9000, 9000), "it has 9000 × 9000 pixels, more than 60 million"),
        ("cup.png", PIXEL + bytes(20_000_000), "is larger than 20 MB"),
        ("cup.jpg", PIXEL, r"source/cup.jpg is no JPG image"),
        ("cup.bmp", b"BM", r"cup.bmp is (no|of a kind)"),
        ("cup.svg", svg("<script>alert(1)</script>"), "it holds scripts, or could"),
        ("cup.svg", svg("", onload="alert(1)"), "it holds scripts, or could"),
        ("cup.svg", svg('<a href="javascript:alert(1)"/>'), "it holds scripts, or could"),
        ("cup.svg", svg("<foreignObject/>"), "it holds scripts, or could"),
        ("cup.svg", svg('<image href="/etc/passwd"/>'), "it reaches for another file: /etc/passwd"),
        ("cup.svg", svg('<use href="https://x.example/a.svg#b"/>'), "it reaches for another file: https://x"),
        ("cup.svg", svg("<style>@import 'x.css'</style>"), "it reaches for another file"),
        ("cup.svg", svg('<rect fill="url(https://x.example/#a)"/>'), "it reaches for another file"),
        ("cup.svg", b"<!DOCTYPE svg><svg/>", "it is an SVG with a DOCTYPE"),
        ("cup.svg", svg("<g>"), "it is no well-formed SVG"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_image_that_cannot_be_shown_is_told_with_its_line(
    extracted: Folder, name: str, data: bytes | None, says: str
) -> None:
    extracted.run("build")
    if data is not None:
        extracted.write(f"source/{name}", data)
    extracted.write("source/tea.md", HEAD + f"Tea.\n\n![A cup]({name})\n")
    refused(extracted, rf"^source/tea.md:8: error: .*{says}")


def test_a_locale_s_own_version_of_an_image_is_held_to_the_same(extracted: Folder) -> None:
    extracted.write("source/cup.png", PIXEL)
    extracted.write("source/cup.es.png", b"no picture")
    extracted.write("source/tea.md", HEAD + "Tea.\n\n![A cup](cup.png)\n")
    refused(extracted, r"^source/tea.md:8: error: source/cup.es.png cannot be shown")


@pytest.mark.parametrize(
    "inside",
    [
        '<rect fill="url(#a)"/>',
        '<use href="#a"/>',
        '<image href="data:image/png;base64,AA=="/>',
        "<style>g{}</style>",
    ],
)
def test_an_svg_that_needs_only_itself_is_shown(folder: Folder, inside: str) -> None:
    folder.write("source/cup.svg", svg(inside))
    page, data = built(folder, "![A cup](cup.svg)\n")
    assert 'alt="A cup"' in page
    assert "Green tea" in extracted(data)


def test_a_picture_far_wider_than_the_page_fits_it(folder: Folder) -> None:
    folder.write("source/cup.png", png(7000, 40))
    page, data = built(folder, "![A cup](cup.png)\n\nAfter.\n")
    assert 'src="../../media/cup.png"' in page
    with pikepdf.open(folder.path(PAPER)) as document:
        assert len(document.pages) == 1
    assert "After." in extracted(data)


def test_a_table_of_forty_columns(folder: Folder) -> None:
    rows = ["|".join(f"{mark}{number}" for number in range(40)) for mark in ("head", "cell")]
    page, data = built(folder, f"|{rows[0]}|\n|{'---|' * 40}\n|{rows[1]}|\n")
    words = extracted(data).split()
    assert len(re.findall("<th[ >]", page)) == page.count("<td") == 40
    assert all(f"head{number}" in words and f"cell{number}" in words for number in range(40))
    assert words.count("head0") > 1, "each part of the table names its rows"


def test_a_word_of_three_hundred_letters_everywhere(folder: Folder) -> None:
    word = "n" * 300
    page, data = built(
        folder, f"## {word}\n\n{word}\n\n- {word}\n\n| a | b |\n|---|---|\n| {word} | c |\n\n`{word}`\n"
    )
    assert page.count(word) >= 5
    assert re.sub(r"[\s\u200b]", "", extracted(data)).count(word) >= 4


@pytest.mark.parametrize("title", ["word " * 80, "w" * 400])
def test_a_title_of_four_hundred_letters(folder: Folder, title: str) -> None:
    page, data = built(folder, "Tea.\n", head=f"---\ntitle: {title}\n---\n\n")
    assert html.escape(title.strip()) in page
    assert re.sub(r"[\s\u200b]", "", title) in re.sub(r"[\s\u200b]", "", extracted(data))


def test_a_heading_that_is_only_an_image(folder: Folder) -> None:
    folder.write("source/cup.png", PIXEL)
    page, data = built(folder, "## ![A cup](cup.png)\n\nTea.\n\n## b\n\nb\n\n## c\n\nc\n")
    assert re.search(r'<h2[^>]*><img [^>]*alt="A cup"', page)
    assert not re.search(r"<a[^>]*></a>", page), "no link without a name leads there"
    with pikepdf.open(folder.path(PAPER)) as document, document.open_outline() as outline:
        assert [item.title for item in outline.root[0].children] == ["A cup", "b", "c"]
    assert "A cup" in extracted(data)


@pytest.mark.parametrize(
    "inside",
    [
        "<figcaption markdown>Words.</figcaption>",
        "![](cup.png)\n<figcaption markdown>Words.</figcaption>",
        "![A cup](cup.png)\n<figcaption markdown>Words.</figcaption>",
        "Words.",
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n<figcaption markdown>Words.</figcaption>",
        "- one\n- Words.\n",
        "> Words.\n\n<figcaption markdown>Somebody</figcaption>",
    ],
)
def test_a_figure_of_whatever_kind_is_printed(folder: Folder, inside: str) -> None:
    folder.write("source/cup.png", PIXEL)
    page, data = built(folder, f"Tea.\n\n<figure markdown>\n{inside}\n</figure>\n\nAfter.\n")
    for words in ("Words.", "After."):
        assert words in page
        assert words in extracted(data)


def test_a_slug_that_is_taken_in_the_source(extracted: Folder) -> None:
    extracted.replace("source/water.md", "title: Water", "title: Water\nslug: green-tea")
    said = refused(extracted, r"^source/water.md:1: error: tea and water have the same slug in en: green-tea")
    assert said.count("the same slug") == 1, "the editions that take it over are not told again"


def test_a_slug_that_is_taken_in_one_locale(extracted: Folder) -> None:
    extracted.translate({"green-tea": "agua"}, TEA)
    name = extracted.po("water")
    extracted.replace(name, 'msgid "water"\nmsgstr ""', 'msgid "water"\nmsgstr "agua"')
    line = extracted.read(name).split('msgctxt "slug"')[0].count("\n") + 2
    refused(extracted, rf"^{name}:{line}: error: tea and water have the same slug in es: agua")


def test_a_locale_without_a_font(extracted: Folder) -> None:
    extracted.write("pipeline.toml", SETTINGS.replace('["es"]', '["es", "iu"]'))
    refused(
        extracted, r"^pipeline.toml: fonts.Cans: error: no font for the script Cans of the locale iu", code=3
    )


def test_a_font_of_the_settings_that_is_missing(extracted: Folder) -> None:
    extracted.write("pipeline.toml", SETTINGS + '\n[fonts]\nLatn = ["No Such Font"]\n')
    refused(extracted, r"^pipeline.toml: fonts.Latn: error: .*No Such Font", "install one of them", code=3)


SIGN = "\ue123"
"""A character for private use, which no font has."""


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"Tea.\n\nThe sign {SIGN} here.\n", 8),
        (f"Tea.\n\n- one\n- two\n    - three {SIGN}\n", 10),
        (f"Tea.\n\n| a |\n|---|\n| three {SIGN} |\n", 10),
        # What has no letters is no message, and is printed all the same.
        (f"Tea.\n\n| a |\n|---|\n| {SIGN} |\n", 10),
    ],
)
def test_a_text_that_no_font_can_show_is_named_with_file_line_and_character(
    extracted: Folder, text: str, line: int
) -> None:
    extracted.write("source/tea.md", HEAD + text)
    refused(extracted, rf"^source/tea.md:{line}: error: no font has a glyph for “{SIGN}” \(U\+E123", code=3)


def test_a_translation_that_no_font_can_show_is_named_by_its_catalogue(extracted: Folder) -> None:
    extracted.translate({"Tea is a drink.": f"El té {SIGN}."})
    before = extracted.read(extracted.po()).split("El té")[0]
    line = before.count("\n") - before[before.rindex("msgid ") :].count("\n") + 1
    refused(extracted, rf"^{extracted.po()}:{line}: error: no font has a glyph for “{SIGN}”", code=3)


def test_a_setting_that_no_font_can_show_is_named(extracted: Folder) -> None:
    extracted.write("pipeline.toml", SETTINGS.replace('"Example"', f'"Example {SIGN}"'))
    refused(extracted, rf"^pipeline.toml: brand.name: error: no font has a glyph for “{SIGN}”", code=3)


def test_every_script_with_a_font_may_be_quoted(folder: Folder) -> None:
    quotes = "Ω я א ع अ ก 漢 かな 한 ა ✓ ≥ →"
    page, data = built(folder, f"{quotes}\n")
    assert quotes in page
    assert all(part in extracted(data) for part in ("漢", "かな", "한", "Ω", "✓", "≥"))


def test_what_is_wrong_with_several_editions_is_told_together(extracted: Folder) -> None:
    extracted.write("pipeline.toml", SETTINGS.replace('["es"]', '["es", "iu"]'))
    extracted.replace("source/water.md", "Water is wet.", f"Water is {SIGN}.")
    extracted.translate({"Tea is a drink.": f"El té {SIGN}."})
    said = refused(extracted, r"^source/water.md:5: ", rf"^{extracted.po()}:\d+: ", code=3)
    assert said.count("fonts.Cans: error") == 1, "what two editions lack is told once"
