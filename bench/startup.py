"""What a person waits for at every command: start-up, and a publish that has nothing to do."""

import shutil
import sys
from functools import partial

from bench.measure import DATA, OURS, ROOT, Row, in_turns, seconds

PIPELINE = OURS.parent / "pipeline"


def run(*, quick: bool) -> list[Row]:
    """Measure. `quick` takes fewer rounds."""
    medians = in_turns(
        {
            "help": partial(seconds, (PIPELINE, "--help")),
            "click": partial(seconds, (OURS, "-c", "import click")),
        },
        5 if quick else 21,
    )
    help_, click = medians["help"] * 1000, medians["click"] * 1000
    print(f"\n(Python with click alone: {click:.0f} ms)", file=sys.stderr)
    return [
        Row(what="`pipeline --help`", unit="ms", ours=help_, peer="", theirs=None, bar=150),
        _nothing_to_do(3 if quick else 9),
    ]


def _nothing_to_do(rounds: int) -> Row:
    content = DATA / "content"
    shutil.rmtree(content, ignore_errors=True)
    content.mkdir(parents=True)
    for name in ("source", "locales"):
        shutil.copytree(ROOT / name, content / name)
    shutil.copy(ROOT / "pipeline.toml", content)
    publish = (PIPELINE, "-C", content, "publish")
    seconds(publish)
    medians = in_turns({"publish": partial(seconds, publish)}, rounds)
    what = "`pipeline publish` with nothing to do"
    return Row(what=what, unit="ms", ours=medians["publish"] * 1000, peer="", theirs=None, bar=500)
