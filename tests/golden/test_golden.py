"""Golden articles, through the command line: each case's page and PDF are exactly as they are kept.

After a change that is meant to change them, run `UPDATE_GOLDEN=1 pytest tests/golden` and read the
diff before it is committed.
"""

import os
import re
import subprocess
import unicodedata
from pathlib import Path
from shutil import which

import pytest

from pipeline.model import ArticleName, LocaleTag
from pipeline.workflow import record
from tests.workflow.folder import Folder, make, png

HERE = Path(__file__).parent
CASES = sorted(path.parent for path in HERE.glob("*/source.md"))
UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))

_SETTINGS = """\
[project]
locales = ["{locale}"]

[brand]
name = "Example"

[reviewers.reviewer]
"""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.skipif(which("pdftotext") is None, reason="poppler-utils is not installed")
def test_a_golden_article_makes_the_page_and_the_pdf_that_are_kept(case: Path, tmp_path: Path) -> None:
    name, locale = ArticleName(case.name), LocaleTag(next(case.glob("*.po")).stem)
    folder = built(case, name, locale, tmp_path)
    edition = record.read(folder.path("output/site")).published[name, locale].edition
    pdf = folder.path("output/site") / edition.locale.bcp47 / edition.slug / f"{edition.slug}.pdf"
    compare(case / "page.html", edition.body.strip() + "\n")
    compare(case / "pdf.txt", text_of(pdf))


def built(case: Path, name: ArticleName, locale: LocaleTag, where: Path) -> Folder:
    """Build an edition that a reviewer has approved."""
    folder = make(
        where / "content", _SETTINGS.format(locale=locale), {name: (case / "source.md").read_text()}
    )
    folder.write("source/dot.png", png(255))
    folder.write(folder.po(name, locale), (case / f"{locale}.po").read_text("utf-8"))
    folder.run("extract")
    # A catalogue that its article left behind would be drafts: nothing of a golden article is one.
    compare(case / f"{locale}.po", folder.read(folder.po(name, locale)))
    folder.approve(name, locale)
    said = folder.run("build").output
    assert re.search(rf"^{name} +\S+ .* published$", said, re.MULTILINE), said
    return folder


def text_of(pdf: Path) -> str:
    """Return a PDF's text, line by line, without what differs between versions of poppler."""
    run = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True)
    text = unicodedata.normalize("NFKC", run.stdout.decode("utf-8"))
    text = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line) + "\n"


def compare(kept: Path, now: str) -> None:
    """Demand that a file says what it said, or with the switch let it say this from now on."""
    if UPDATE:
        kept.write_text(now, "utf-8")
    assert now == kept.read_text("utf-8")
