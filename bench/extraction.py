"""Extracting articles into templates: Imprimatur beside mdpo's Python API and po4a.

Each is one process that reads every article and writes its messages; process start counts.
po4a runs as its manual says, once for all articles, into one template.
"""

import shutil
from functools import partial
from pathlib import Path

from bench.corpus import article
from bench.measure import DATA, OURS, PEERS, Row, in_turns, processor_seconds

CONTESTANTS = Path(__file__).parent / "contestants"


def run(*, quick: bool) -> list[Row]:
    """Measure. `quick` takes 200 articles instead of 1,000, and fewer rounds."""
    count, rounds = (200, 3) if quick else (1000, 3)
    source, target = _articles(count), DATA / "templates"
    shutil.rmtree(target, ignore_errors=True)
    for name in ("imprimatur", "mdpo", "po4a"):
        (target / name).mkdir(parents=True)
    settings = _po4a_settings(source, target / "po4a")
    medians = in_turns(
        {
            "imprimatur": partial(
                processor_seconds,
                (OURS, CONTESTANTS / "extract_imprimatur.py", source, target / "imprimatur"),
            ),
            "mdpo": partial(
                processor_seconds, (PEERS, CONTESTANTS / "extract_mdpo.py", source, target / "mdpo")
            ),
            "po4a": partial(
                processor_seconds,
                ("po4a", "--force", "--no-translations", "--quiet", "-M", "UTF-8", settings),
                DATA,
            ),
        },
        rounds,
    )
    each = {name: took / count * 1000 for name, took in medians.items()}
    what = f"extract {count:,} articles"
    return [
        Row(what=what, unit="CPU ms each", ours=each["imprimatur"], peer="mdpo", theirs=each["mdpo"], bar=3),
        Row(what=what, unit="CPU ms each", ours=each["imprimatur"], peer="po4a", theirs=each["po4a"], bar=5),
    ]


def _articles(count: int) -> Path:
    folder = DATA / f"articles-{count}"
    if not folder.exists():
        folder.mkdir(parents=True)
        for number in range(count):
            (folder / f"article-{number}.md").write_text(article(number), encoding="utf-8")
    return folder


def _po4a_settings(source: Path, target: Path) -> Path:
    path = DATA / "po4a.cfg"
    lines = [f"[po4a_paths] {target}/all.pot", '[po4a_alias:markdown] text opt:"-o markdown"']
    lines += [f"[type:markdown] {each}" for each in sorted(source.glob("*.md"))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
