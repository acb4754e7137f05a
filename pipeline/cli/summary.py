"""The table at the end of a build: each edition, where it stands, why, and what to open next."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from pipeline.cli import console
from pipeline.workflow.unchanged import NOTHING

if TYPE_CHECKING:
    from pipeline.workflow.summary import Built, Row, Waiting
    from pipeline.workflow.unchanged import Kept

_HEAD = ("article", "locale", "messages", "drafted", "translated", "approved", "where", "why")
_NUMBERS = (2, 3, 4, 5)
MANY = 500
"""Of more editions than these nobody reads a line each: then each language has one."""


def show(built: "Built", form: str, *, strict: bool = False, told: str = "") -> int:
    """Print what a build did; return the exit code that the design gives it.

    `told` is what `editions` makes of it, if that is known.
    """
    waiting = any(row.status != "published" for row in built.rows)
    code = 1 if built.withdrawn or (strict and waiting) else 0
    console.print_findings(built.findings)
    if form == "json":
        from dataclasses import asdict

        data = {**asdict(built), "findings": [console.finding_json(finding) for finding in built.findings]}
        console.as_json(data)
        return code
    _told(told or editions(built))
    for name in built.withdrawn:
        click.secho(f"withdrawn from the site: {name}", fg="red", bold=True)
    click.echo()
    if built.changed:
        click.echo(f"Rendered {console.plural(built.rendered, 'edition')}.")
    else:
        click.echo(NOTHING)
    _open()
    return code


def show_again(kept: "Kept", *, strict: bool) -> int:
    """Print what the last publication did, where nothing changed since; return the exit code."""
    if kept.findings:
        from pipeline.workflow.summary import load_findings

        console.print_findings(load_findings(kept.findings))
    _told(kept.told.decode())
    click.echo(f"\n{NOTHING}")
    _open()
    return 1 if strict and kept.waits else 0


def editions(built: "Built") -> str:
    """Return a line for each edition under a heading, and then what they wait for.

    Where there are `MANY`, it is a line for each language, and how to see the editions.
    """
    rows, missing = list(map(_cells, built.rows)), _missing(built.rows)
    if len(built.rows) > MANY:
        rows, missing = list(_languages(built.rows)), iter(("Edition by edition: pipeline status",))
    return "\n".join((*console.lines(rows, head=_HEAD, right=_NUMBERS), *missing))


def _languages(rows: "Sequence[Row]") -> Iterator[Sequence[str]]:
    """Yield the cells of each language: all of its editions together."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    stand: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        own = counts[row.locale]
        for state, count in row.states.items():
            own[state] += count
        stand[row.locale][row.status] += 1
    for locale, states in counts.items():
        number = console.plural(stand[locale].total(), "article")
        where = ", ".join(f"{count:,} {status}" for status, count in stand[locale].most_common())
        yield (number, locale, *_numbers(states.total(), states), where, "" if states else "source")


def _told(text: str) -> None:
    head, _, rest = text.partition("\n")
    click.secho(head, bold=True)
    if rest:
        click.echo(rest)


def _open() -> None:
    for name in ("site", "preview"):
        click.echo(f"Open {click.style(f'output/{name}/index.html', underline=True)}")


def _missing(rows: "Sequence[Row]") -> Iterator[str]:
    """Say message by message what editions wait for, where that is little; else how to see it."""
    for row in rows:
        for each in row.waiting:
            yield f"{row.locale}/{row.article} waits for {waiting_line(each)}"
    more = next((row for row in rows if row.status != "published" and row.reasons and not row.waiting), None)
    if more:
        command = f"pipeline status {more.locale} {more.article}"
        yield f"What an edition waits for, message by message: {command}"


def waiting_line(each: "Waiting") -> str:
    """Return a message that an edition waits for, on one line."""
    text = " ".join(each.msgid.split())
    text = text if len(text) <= 60 else f"{text[:59]}…"
    parts = [each.state, *(f"needs {role}" for role in each.needs), *each.errors]
    return f"{each.id}  {', '.join(parts)}  “{text}”"


def _cells(row: "Row") -> Sequence[str]:
    why = ", ".join(row.reasons) or ("" if row.messages else "source")
    return (row.article, row.locale, *_numbers(row.messages, row.states), row.status, why)


def _numbers(messages: int, states: Mapping[str, int]) -> list[str]:
    drafted = sum(states.get(state, 0) for state in ("draft", "stale"))
    numbers = [messages, drafted, states.get("translated", 0), states.get("approved", 0)]
    # A source edition has no messages to translate; a row of zeros would look like a fault.
    return [f"{number:,}" if messages else "" for number in numbers]
