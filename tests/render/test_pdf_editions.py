"""Every PDF that this repository publishes or previews, and one of each further script, held by tools."""

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pikepdf
import pytest
from rapidfuzz import fuzz

from pipeline.locales import locale
from pipeline.model import LocaleTag
from pipeline.render import pdf
from pipeline.render.words import words
from pipeline.workflow.build import build
from pipeline.workflow.project import open_project
from tests.render import reading, samples
from tests.render.scripts import TEXTS, scripted
from tests.render.test_pdf import complaints, fonts

pytestmark = pytest.mark.fonts

ROOT = Path(__file__).parent.parent.parent
_SETTINGS = open_project(ROOT).settings
_ARTICLES = sorted(path.stem for path in (ROOT / "source").glob("*.md"))

BUILT = [
    *(("preview", tag, article) for tag in ("en", *_SETTINGS.all_locales) for article in _ARTICLES),
    *(("site", "en", article) for article in _ARTICLES),
]
"""Output, locale and article of every edition."""

SCRIPTS = [("script", tag, "") for tag in TEXTS]
"""A page in each script that the theme sets in a way of its own, `he`, `ko`, `hi` and `th` among them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Printed:
    """A page on the web and on paper."""

    html: str
    pdf: bytes


def copied(folder: Path) -> Path:
    """Copy the content of this repository."""
    for part in ("source", "locales"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "pipeline.toml", folder)
    return folder


@cache
def content() -> tuple[Path, tempfile.TemporaryDirectory[str]]:
    """Build this repository's own content once, in a folder that goes with the value."""
    # The folder goes when the process ends, and the cache keeps it until then.
    folder = tempfile.TemporaryDirectory(prefix="imprimatur-editions-")
    root = copied(Path(folder.name))
    build(open_project(root), jobs=1)
    return root, folder


@cache
def printed(kind: str, tag: str, article: str) -> Printed:
    """Return an edition as it was built."""
    if kind == "script":
        edition = scripted(tag)
        data = pdf.render(edition, words=words(LocaleTag(tag)).gettext, brand=samples.Brand(), draft=False)
        fields = f'<h1>{edition.title}</h1><p class="subtitle">{edition.fields["subtitle"].value}</p>'
        return Printed(html=f'{fields}<div class="prose">{edition.body}</div>', pdf=data)
    folder = content()[0] / "output" / kind / locale(LocaleTag(tag)).bcp47
    for page in folder.glob("*/index.html"):
        text = page.read_text(encoding="utf-8")
        # Addresses are translated; each page has its source's headings for ids.
        if re.search(rf'id="{ANCHORS[article]}"', text):
            return Printed(html=text, pdf=next(page.parent.glob("*.pdf")).read_bytes())
    raise LookupError(f"{kind} has no {article} in {tag}")


ANCHORS = {
    path.stem: re.sub(r"[^a-z0-9]+", "-", match[1].lower()).strip("-")
    for path in (ROOT / "source").glob("*.md")
    if (match := re.search(r"^## (.+?)(?: \{.*)?$", path.read_text(encoding="utf-8"), re.MULTILINE))
}
"""The id of each article's first heading."""


class Page(HTMLParser):
    """What a page says: its title and article, as runs of text that nothing on paper interrupts."""

    BREAKS = frozenset(
        "p li h1 h2 h3 h4 h5 h6 td th dt dd figcaption caption blockquote div pre figure ul ol table a sup".split()
    )

    def __init__(self, html: str) -> None:
        """Read it."""
        super().__init__()
        self.runs = [""]
        self.headings: list[tuple[str, str]] = []
        self.counts: Counter[str] = Counter()
        self.alts: list[str] = []
        self._open: list[tuple[str, bool, bool]] = []
        self.feed(html.partition('<div class="footnote"')[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element."""
        given = {name: value or "" for name, value in attrs}
        names = given.get("class", "").split()
        if tag in ("br", "img", "hr", "meta", "link", "input", "path"):
            self.runs.append("")
            if tag == "img" and self._inside and given.get("alt"):
                self.alts.append(given["alt"])
            return
        enters = (tag == "div" and "prose" in names) or tag == "h1" or "subtitle" in names
        self._open.append((tag, enters, "footnote-ref" in names))
        if self._inside:
            self.counts[tag] += 1
            if re.fullmatch("h[1-6]", tag):
                self.headings.append((tag, ""))
        if tag in self.BREAKS:
            self.runs.append("")

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, and whatever was left open in it."""
        while self._open and self._open.pop()[0] != tag:
            pass
        if tag in self.BREAKS:
            self.runs.append("")

    def handle_data(self, data: str) -> None:
        """Take a text of the article."""
        if self._inside and not any(note for _, _, note in self._open):
            self.runs[-1] += data
            if any(re.fullmatch("h[1-6]", tag) for tag, _, _ in self._open):
                name, text = self.headings[-1]
                self.headings[-1] = (name, text + data)

    @property
    def _inside(self) -> bool:
        return any(enters for _, enters, _ in self._open)


def plain(text: str) -> str:
    """Return a text's characters without white space and those that show nothing."""
    kept = (each for each in unicodedata.normalize("NFKC", text) if unicodedata.category(each) != "Cf")
    return re.sub(r"\s", "", "".join(kept))


EVERY = pytest.mark.parametrize("which", [*BUILT, *SCRIPTS], ids="-".join)
DOUBLED = {"hi": 97, "th": 97}
"""Scripts whose stacked signs Typst 0.15 sets in a run of their own, which then says the whole cluster
again, and how alike page and PDF are at least, in percent."""


def chosen(*directions: str, but: Collection[str] = ()) -> pytest.MarkDecorator:
    """Take the editions whose text runs in one of these directions."""
    every = [*BUILT, *SCRIPTS]
    found = [each for each in every if locale(LocaleTag(each[1])).direction in directions]
    return pytest.mark.parametrize("which", [each for each in found if each[1] not in but], ids="-".join)


Which = tuple[str, str, str]


@EVERY
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_the_validator_is_content(which: Which, profile: str) -> None:
    assert not complaints(printed(*which).pdf, profile)


@EVERY
def test_language_title_and_direction_are_told(which: Which) -> None:
    one, wanted = printed(*which), locale(LocaleTag(which[1]))
    with pikepdf.open(io.BytesIO(one.pdf)) as document:
        assert str(document.Root.Lang).partition("-")[0] == wanted.bcp47.partition("-")[0]
        assert document.Root.MarkInfo.Marked
        assert document.Root.ViewerPreferences.DisplayDocTitle
        direction = document.Root.ViewerPreferences.get("/Direction", "/L2R")
        assert str(direction) == ("/R2L" if wanted.direction == "rtl" else "/L2R")
        assert all(page.get("/Tabs") == "/S" for page in document.pages)
        with document.open_metadata() as xmp:
            assert plain(xmp["dc:title"]) == plain(Page(one.html).headings[0][1])
            assert (xmp["pdfuaid:part"], xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("1", "2", "A")


@EVERY
def test_headings_are_those_of_the_page_and_bookmarks(which: Which) -> None:
    one = printed(*which)
    headings = Page(one.html).headings
    found = [each.kind for each in reading.read(one.pdf).walk() if re.fullmatch("H[1-6]", each.kind)]
    assert found[: len(headings)] == [name.upper() for name, _ in headings]
    assert len(found) - len(headings) in (0, 1), "only the list of abbreviations is added"
    with pikepdf.open(io.BytesIO(one.pdf)) as document, document.open_outline() as outline:
        titles: list[str] = []

        def walk(items: list[pikepdf.OutlineItem]) -> None:
            for item in items:
                titles.append(plain(item.title))
                walk(item.children)

        walk(outline.root)
    assert titles[: len(headings)] == [plain(text) for _, text in headings]


@EVERY
def test_tables_lists_and_pictures_are_tagged_as_on_the_page(which: Which) -> None:
    one = printed(*which)
    page, found = Page(one.html), list(reading.read(one.pdf).walk())
    kinds = Counter(each.kind for each in found)
    assert (kinds["Table"], kinds["TH"], kinds["TD"]) == tuple(
        page.counts[tag] for tag in ("table", "th", "td")
    )
    assert kinds["LI"] >= page.counts["li"]
    scopes = [str(each.entries.get("/A", "")) for each in found if each.kind == "TH"]
    assert all("/Scope" in scope for scope in scopes)
    alts = [
        plain(str(each.entries["/Alt"])) for each in found if "/Alt" in each.entries and each.kind == "Figure"
    ]
    assert alts == [plain(alt) for alt in page.alts]


@EVERY
def test_every_font_is_embedded_as_a_subset_that_says_its_characters(which: Which) -> None:
    rows = fonts(printed(*which).pdf)
    assert rows
    assert all(row[-5:-2] == ["yes", "yes", "yes"] for row in rows)


@EVERY
def test_no_glyph_is_missing(which: Which) -> None:
    """Glyph 0 of a font is the box that stands for what it has not."""
    assert 0 not in reading.codes(printed(*which).pdf)


@chosen("ltr", but=DOUBLED)
def test_the_text_in_reading_order_is_the_text_of_the_page(which: Which) -> None:
    """Numbers of notes and items, contents and printed addresses stand between, nothing else."""
    one = printed(*which)
    text, place = plain(reading.read(one.pdf).text), 0
    for run in filter(None, map(plain, Page(one.html).runs)):
        at = text.find(run, place)
        assert at >= 0, f"“{run}” is not behind “{text[max(0, place - 40) : place]}”"
        place = at + len(run)


@pytest.mark.parametrize("tag", DOUBLED)
def test_the_text_of_stacked_scripts_is_found_but_for_doubled_signs(tag: str) -> None:
    one = printed("script", tag, "")
    text = plain(reading.read(one.pdf).text)
    runs = [run for run in map(plain, Page(one.html).runs) if run]
    alike = sum(len(run) * fuzz.partial_ratio(run, text) for run in runs) / sum(map(len, runs))
    assert alike >= DOUBLED[tag]


MEASURED = {"ar": 0.97, "ar_XB": 0.99, "he": 1.0}
"""Share of a page's words that poppler reads out of the PDF, at least. What is lost has vowel signs."""


@chosen("rtl")
def test_the_words_of_right_to_left_pages_are_found(which: Which) -> None:
    one = printed(*which)
    run = subprocess.run(["pdftotext", "-", "-"], input=one.pdf, capture_output=True, check=True)
    wanted = Counter(word for part in Page(one.html).runs for word in bare_words(part))
    missing = wanted - Counter(bare_words(run.stdout.decode()))
    assert 1 - missing.total() / wanted.total() >= MEASURED[which[1]]


def bare_words(text: str) -> list[str]:
    """Return a text's words without vowel signs, presentation forms as letters.

    Where the direction turns, poppler writes a mark and moves the space to its other side.
    """
    letters = unicodedata.normalize("NFKC", re.sub("[\u202a-\u202e]", " ", text))
    return re.findall(
        r"\w+", "".join(each for each in letters if unicodedata.category(each) not in ("Cf", "Mn"))
    )


def test_a_second_build_makes_the_same_bytes(tmp_path: Path) -> None:
    """In another process and another folder."""
    root = copied(tmp_path)
    command = (sys.executable, "-m", "pipeline", "-C", str(root), "build", "--jobs", "1")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    subprocess.run(command, env=environment, capture_output=True, check=True)
    assert sums(root) == sums(content()[0])


def sums(root: Path) -> dict[str, str]:
    """Return the hash of every PDF below a content folder's output."""
    hashed: Callable[[Path], str] = lambda path: hashlib.sha256(path.read_bytes()).hexdigest()  # noqa: E731
    return {str(path.relative_to(root)): hashed(path) for path in sorted(root.glob("output/**/*.pdf"))}
