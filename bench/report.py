"""The page of what the benches measured."""

from collections.abc import Iterator, Sequence

from bench.figures import Measured
from bench.measure import Bar, Contest, Taken

INTRODUCTION = """\
Articles come from a seeded generator: about 1,300 words each, with every construct that an article may
have. Whole processes are measured, from their start to their end; contestants run in turns, and a figure is
the median of their rounds. Compare the figures of a table with each other, not with those of another table
or machine. Memory is the most that all processes of a contestant had resident at once."""


QUICK = """\
**This was a quick run**: every contestant did less work than the job says, so that starting counts for much
more."""


def page(measured: Sequence[Measured], versions: dict[str, str]) -> str:
    """Return docs/bench.md."""
    told = ", ".join(f"{name} {version}" for name, version in versions.items())
    parts = [
        "# Speed",
        "<!-- Written by `make bench`. Do not edit it. -->",
        INTRODUCTION,
        "## What was promised",
        "![Each promise and how it was met](images/bench.svg)",
        bars([bar for each in measured for bar in each.contest.bars]),
    ]
    for each in measured:
        parts += [f"## {each.contest.title}", *each.contest.notes, table(each.contest), *_when(each)]
    parts += ["## Versions", f"{told}."]
    return "\n\n".join(parts) + "\n"


def _when(measured: Measured) -> Iterator[str]:
    yield (
        f"Measured on {measured.date}, on {measured.machine}; the load average was {measured.load:g} when it "
        "began."
    )
    if measured.quick:
        yield QUICK


def bars(found: Sequence[Bar]) -> str:
    """Return the table of the promises."""
    head = ("job", "beside", "measured", "bar", "met")
    return _table([head, *(_bar(bar) for bar in found)], right=(2,))


def _bar(bar: Bar) -> tuple[str, ...]:
    limit = f"≥ {bar.least:g}" if bar.least is not None else f"≤ {bar.most:g}"
    note = f" ({bar.note})" if bar.note else ""
    met = "yes" if bar.met else "**no**"
    return (bar.job, bar.beside, f"{figure(bar.value)} {bar.unit}", f"{limit} {bar.unit}", f"{met}{note}")


def table(contest: Contest) -> str:
    """Return what each contestant took, the fastest first."""
    unit = contest.unit
    head = ("contestant", f"{unit}s", f"ms a {unit}", "spread", f"CPU ms a {unit}", "MB", "times Imprimatur")
    ours = next((each.each for each in contest.taken if each.name == "Imprimatur"), None)
    rows = (_row(each, ours) for each in sorted(contest.taken, key=lambda each: each.each))
    return _table([head, *rows], right=range(1, 7))


def _row(taken: Taken, ours: float | None) -> tuple[str, ...]:
    low, high = taken.spread
    spread = f"{figure(low)} to {figure(high)}" if len(taken.runs) > 1 else "one round"
    return (
        taken.name,
        f"{taken.count:,}",
        figure(taken.each),
        spread,
        figure(taken.cpu) if taken.cpu else "",
        f"{taken.peak:,.0f}" if taken.peak else "",
        figure(taken.each / ours) if ours else "",
    )


def figure(number: float) -> str:
    """Return a number to three digits."""
    if number >= 100:
        return f"{number:,.0f}"
    return f"{number:.2f}" if number < 10 else f"{number:.1f}"


def _table(rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> str:
    return "\n".join(_lines(rows, right))


def _lines(rows: Sequence[Sequence[str]], right: Sequence[int]) -> Iterator[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for number, row in enumerate(rows):
        cells = [
            cell.rjust(width) if at in right else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "| " + " | ".join(cells) + " |"
        if number == 0:
            rule = ["-" * (w - 1) + ":" if at in right else "-" * w for at, w in enumerate(widths)]
            yield "| " + " | ".join(rule) + " |"
