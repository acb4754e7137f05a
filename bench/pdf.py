"""A PDF of the article: Imprimatur beside WeasyPrint with `pdf_variant="pdf/ua-1"` on the same page."""

import shutil
from functools import partial
from pathlib import Path

from bench.measure import DATA, OURS, PEERS, ROOT, Row, in_turns, reported

ARTICLE, OTHER = "hbot-for-multiple-sclerosis", "writing-for-translation"
CONTESTANTS = Path(__file__).parent / "contestants"


def run(*, quick: bool) -> list[Row]:
    """Measure. `quick` takes fewer rounds."""
    content = DATA / "articles"
    pages = [content / "output" / "site" / "en" / name / "index.html" for name in (ARTICLE, OTHER)]
    medians = in_turns(
        {
            "imprimatur": partial(_ours, content),
            "weasyprint": partial(reported, (PEERS, CONTESTANTS / "pdf_weasyprint.py", *pages)),
        },
        2 if quick else 9,
    )
    ours, theirs = medians["imprimatur"] * 1000, medians["weasyprint"] * 1000
    return [
        Row(what="a PDF of the article", unit="CPU ms", ours=ours, peer="WeasyPrint", theirs=theirs, bar=3)
    ]


def _ours(content: Path) -> float:
    shutil.rmtree(content, ignore_errors=True)
    shutil.copytree(ROOT / "source", content / "source")
    (content / "pipeline.toml").write_text('[project]\nsource_locale = "en"\n', encoding="utf-8")
    return reported((OURS, CONTESTANTS / "pdf_imprimatur.py", content, ARTICLE))
