"""What a person waits for at every command: start-up, beside Python with click."""

from functools import partial

from bench.measure import OURS, PIPELINE, Bar, Contest, Contestant, in_turns, measured


def run(*, quick: bool) -> list[Contest]:
    """Measure."""
    rounds = 5 if quick else 21
    taken = in_turns(
        [
            Contestant(
                name="Imprimatur", count=1, run=partial(measured, (*PIPELINE, "--help")), rounds=rounds
            ),
            Contestant(
                name="Python with click",
                count=1,
                run=partial(measured, (OURS, "-c", "import click")),
                rounds=rounds,
            ),
        ],
        quiet=True,
    )
    ours, click = (each.seconds for each in taken)
    bar = Bar(
        job="start-up, `pipeline --help`", beside='`python -c "import click"`', value=ours / click, most=3
    )
    return [Contest(title="Start", unit="start", taken=taken, bars=(bar,))]
