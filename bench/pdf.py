"""PDFs from scratch: articles in five locales of three scripts, with two cores."""

import shutil
from functools import partial
from pathlib import Path

from bench import folders
from bench.measure import (
    CONTESTANTS,
    DATA,
    OURS,
    PEERS,
    PIPELINE,
    Bar,
    Contest,
    Contestant,
    in_turns,
    measured,
    there,
)

LOCALES = ("es", "de", "fr", "ar", "zh_Hans")
JOB = "build PDF, 100 articles × 5 locales, cold, two cores"


def run(*, quick: bool) -> list[Contest]:
    """Measure. The others make the PDFs of some articles, from the pages that we built."""
    count, slow, rounds = (10, 1, 1) if quick else (100, 4, 2)
    folder = folders.fresh(folders.content(count, LOCALES), "pdf-ours")
    folders.settings(folder, LOCALES, pdf=True)
    contestants = [_ours(folder, count, rounds)]
    measured((*PIPELINE, "-C", folder, "build"))
    pages = _pages(folder, slow)
    weasyprint = (PEERS, CONTESTANTS / "pdf_weasyprint.py")
    contestants.append(_peer("WeasyPrint", weasyprint, pages, rounds))
    contestants.append(_peer("WeasyPrint, pages without styles", weasyprint, _bare(slow), rounds))
    if there("chromium"):
        program = shutil.which("chromium") or ""
        command = (OURS, CONTESTANTS / "pdf_chromium.py", program)
        contestants.append(_peer("Chromium", command, pages, rounds))
    contest = Contest(title="Make PDFs", unit="PDF", taken=in_turns(contestants))
    value = contest.times("WeasyPrint")
    bars = () if value is None else (Bar(job=JOB, beside="WeasyPrint, two processes", value=value, least=5),)
    notes = (
        "Imprimatur builds everything, the pages too; the others get those pages, or the same articles "
        "without any style. Its PDFs and WeasyPrint's are made for PDF/UA-1, Chromium's are tagged. "
        "WeasyPrint runs in two processes, Chromium in two tabs.",
    )
    return [Contest(title=contest.title, unit=contest.unit, taken=contest.taken, bars=bars, notes=notes)]


def _ours(folder: Path, count: int, rounds: int) -> Contestant:
    def prepare() -> None:
        shutil.rmtree(folder / "output", ignore_errors=True)
        shutil.rmtree(folder / ".pipeline", ignore_errors=True)

    run = partial(measured, (*PIPELINE, "-C", folder, "build"))
    # Every edition's preview, the source's among them, and the source's in the site.
    return Contestant(
        name="Imprimatur", count=count * (len(LOCALES) + 2), run=run, prepare=prepare, rounds=rounds
    )


def _pages(folder: Path, count: int) -> list[Path]:
    """Keep the pages of some articles with all that they load, where no build removes them."""
    kept = DATA / "runs" / "pdf-pages"
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(folder / "output" / "preview", kept)
    found = [
        path
        for number in range(count)
        for path in sorted(kept.glob(f"*/article-{number}/index.html"))
        if path.parts[-3] != "en"
    ]
    if len(found) != count * len(LOCALES):
        raise LookupError(f"{len(found)} pages instead of {count * len(LOCALES)}")
    return found


def _bare(count: int) -> list[Path]:
    """Return the same articles as pages without any style."""
    source, kept = folders.markdown(count, LOCALES), DATA / "runs" / "pdf-bare"
    shutil.rmtree(kept, ignore_errors=True)
    measured((PEERS, CONTESTANTS / "pages_markdown.py", source, kept))
    return [path for path in sorted(kept.glob("*/*/index.html")) if path.parts[-3] != "en"]


def _peer(name: str, command: tuple[str | Path, ...], pages: list[Path], rounds: int) -> Contestant:
    output = DATA / "runs" / f"pdf-{name.lower().replace(', ', '-').replace(' ', '-')}"

    def prepare() -> None:
        shutil.rmtree(output, ignore_errors=True)
        output.mkdir(parents=True)

    run = partial(measured, (*command, output, *pages))
    return Contestant(name=name, count=len(pages), run=run, prepare=prepare, rounds=rounds)
