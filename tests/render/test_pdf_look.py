"""How a printed page looks: its rhythm, its cover, what stays together, and what paper needs beside the web."""

import re
import subprocess
from collections.abc import Iterator

import pytest

from pipeline.model import TocEntry
from pipeline.render.pdf_data import Rhythm
from tests.render import samples
from tests.render.test_pdf import extracted, made

pytestmark = pytest.mark.fonts

SERIF = 13.62
"""Height of a word of running text, in points."""

LOREM = "The immune system attacks the myelin sheath of nerve fibres by mistake. " * 4
ARTICLE = f"""
<p>{LOREM}</p><h2 id="a">Care</h2><p>{LOREM}<sup>2</sup> and <code>code</code> in a line.</p>
<ul><li>{LOREM}</li><li>short</li><li>{LOREM}</li></ul><p>{LOREM}</p><ul><li>one</li><li>two</li></ul>
<p>{LOREM}</p><h3 id="b">A heading that is so long that it takes a second line of the page, as some do</h3>
<p>{LOREM}</p><blockquote><p>{LOREM}</p></blockquote><p>{LOREM}</p>
<div class="admonition note"><p class="admonition-title">Note</p><p>{LOREM}</p></div><p>{LOREM}</p>
<table><thead><tr><th>Dose</th><th>Days</th></tr></thead><tbody><tr><td>2 mg</td><td>9</td></tr></tbody></table>
<p>{LOREM}</p><pre>one\ntwo\nthree</pre><p>{LOREM}</p><p><img src="a.png" alt="A" title="Caption"></p><p>{LOREM}</p>
"""


def lines(data: bytes) -> Iterator[list[tuple[float, float, str]]]:
    """Yield for each page the foot and height of every word, in points, and the word."""
    run = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=data, capture_output=True, check=True)
    word = r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)<'
    for page in run.stdout.decode().split("<page ")[1:]:
        yield [(float(foot), float(foot) - float(top), text) for top, foot, text in re.findall(word, page)]


def test_lines_of_text_stand_on_a_grid_whatever_stands_between_them() -> None:
    """Only list items and code may lie a quarter line off; everything is back on the grid after them."""
    quarter = Rhythm().pitch * 10 / 4
    pages = list(lines(made(samples.edition("en", ARTICLE), images={"a.png": samples.PIXEL})))
    assert len(pages) > 1
    for page in pages:
        feet = [foot for foot, high, text in page if abs(high - SERIF) < 0.01 and text != "Oxyair"]
        strays = [(foot - feet[0]) / quarter % 1 for foot in feet]
        assert max(min(stray, 1 - stray) for stray in strays) < 0.1


@pytest.mark.parametrize("tag", ["en", "ar", "ja"])
def test_the_cover_takes_the_room_that_the_contents_leave(tag: str) -> None:
    short = tuple(TocEntry(level=2, id=f"h{n}", text="Care") for n in range(3))
    body = "".join(f'<h2 id="h{n}">x</h2><p>x</p>' for n in range(3))
    picture = subprocess.run(
        ["pdftoppm", "-r", "10", "-f", "1", "-l", "1", "-aa", "no", "-"],
        input=made(samples.edition(tag, body, toc=short)),
        capture_output=True,
        check=True,
    ).stdout
    pixels = picture.split(b"\n", 3)[3]
    brand = bytes.fromhex(samples.Brand().colour[1:])
    share = sum(pixels[at : at + 3] == brand for at in range(0, len(pixels), 3)) / (len(pixels) / 3)
    assert 0.4 < share < 0.67


def test_the_footer_stands_on_every_page() -> None:
    text = extracted(made(samples.edition("en", "<p>x</p>" * 60)))
    assert text.count(samples.Brand().footer) == text.count(" of 3") == 3


def test_abbreviations_are_explained_at_the_end() -> None:
    body = '<p><abbr title="hyperbaric oxygen therapy">HBOT</abbr> and <abbr title="multiple sclerosis">MS</abbr>, '
    text = extracted(made(samples.edition("en", body + '<abbr title="again">MS</abbr></p>')))
    assert "Abbreviations HBOT hyperbaric oxygen therapy MS multiple sclerosis" in text
    assert "again" not in text


def test_a_japanese_title_breaks_at_phrases() -> None:
    edition = samples.edition("ja", "<p>x</p>", title="多発性硬化症（MS）に対する高気圧酸素治療（HBOT）")
    run = subprocess.run(["pdftotext", "-", "-"], input=made(edition), capture_output=True, check=True)
    assert "に対する\n高気圧酸素治療" in run.stdout.decode()


def test_a_short_callout_stays_on_one_page() -> None:
    callout = (
        f'<div class="admonition note"><p class="admonition-title">First</p><p>{LOREM}</p><p>Last.</p></div>'
    )
    for filler in range(20, 44):
        data = made(samples.edition("en", "<p>x</p>" * filler + callout))
        held = [[word for _, _, word in page] for page in lines(data)]
        assert all(("First" in page) == ("Last." in page) for page in held)


def test_a_short_footnote_stays_on_one_page() -> None:
    reference = '<p>x<sup id="fnref:n"><a class="footnote-ref" href="#fn:n">1</a></sup></p>'
    note = '<div class="footnote"><hr><ol><li id="fn:n"><p>First.</p><p>Last.</p></li></ol></div>'
    for filler in range(20, 44, 3):
        data = made(samples.edition("en", "<p>x</p>" * filler + reference + note))
        held = [[word for _, _, word in page] for page in lines(data)]
        assert all(("First." in page) == ("Last." in page) for page in held)


def test_the_page_on_the_web_is_named_unless_it_is_a_draft() -> None:
    from pipeline.render import pdf

    def printed(*, draft: bool) -> str:
        address = "https://example.org/en/sample/index.html"
        edition = samples.edition("en", "<p>x</p>", approved=not draft)
        data = pdf.render(edition, words=str, brand=samples.Brand(), draft=draft, address=address)
        return extracted(data)

    assert "On the web example.org/en/sample" in printed(draft=False)
    assert "example.org" not in printed(draft=True)
