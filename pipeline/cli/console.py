"""How commands speak: findings, tables and progress; colours only on a terminal."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from pipeline.model import Finding
    from pipeline.workflow.project import Project

_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}

F = TypeVar("F", bound=Callable[..., Any])


def format_option(command: F) -> F:
    """Add `--format text|json` to a command that reports."""
    choice = click.Choice(["text", "json"])
    option = click.option(
        "--format", "form", type=choice, default="text", help="For people, or for machines."
    )
    return option(command)


def jobs_option(command: F) -> F:
    """Add `--jobs N` to a command that spreads its work."""
    return click.option(
        "--jobs", type=click.IntRange(1), metavar="N", help="Processes to use; by default one for each core."
    )(command)


def cluster_option(command: F) -> F:
    """Add `--cluster ADDRESS` to a command that builds."""
    return click.option(
        "--cluster",
        metavar="ADDRESS",
        help="Let the workers of a Dask cluster do the work: its scheduler's HOST:PORT. They need the same "
        "program, libraries and fonts as this machine, and no file system of it.",
    )(command)


def project(ctx: click.Context) -> "Project":
    """Open the content folder that `-C` names."""
    from pipeline.workflow.project import open_project

    return open_project(ctx.obj)


def progress(step: str) -> None:
    """Tell of a step of long work, on standard error so that output stays clean."""
    click.secho(step, err=True, dim=True)


def place(finding: "Finding") -> str:
    """Return where a finding is, as editors understand it: `file:line: key`."""
    where = finding.file + (f":{finding.line}" if finding.line else "")
    parts = [part for part in (where, finding.key) if part]
    return ": ".join(parts)


def print_findings(findings: "Iterable[Finding]") -> None:
    """Print findings on standard error: where, how grave, what is wrong, what to do."""
    for finding in findings:
        colour = _COLOURS[finding.severity.value]
        where = place(finding)
        head = click.style(f"{finding.severity}:", fg=colour, bold=True)
        name = " ".join(part for part in (finding.id, message_id(finding)) if part)
        click.echo(f"{where + ': ' if where else ''}{head} {finding.reason} [{name}]", err=True)
        for line in finding.hint.splitlines():
            click.echo(f"    {line}", err=True)


def message_id(finding: "Finding") -> str:
    """Return the short id of the message that a finding is about, empty where it is about none."""
    from pipeline.ledger.events import short_id

    return short_id((finding.msgctxt, finding.msgid)) if finding.msgid else ""


def as_json(value: Any) -> None:
    """Print a value for machines."""
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def finding_json(finding: "Finding") -> dict[str, Any]:
    """Return a finding as JSON data; spans in code points of msgid and msgstr, the end excluded."""
    return {
        "id": finding.id,
        "severity": finding.severity.value,
        "reason": finding.reason,
        "hint": finding.hint,
        "file": finding.file,
        "line": finding.line,
        "key": finding.key,
        "message": message_id(finding),
        "msgctxt": finding.msgctxt,
        "msgid": finding.msgid,
        "source_spans": [[span.start, span.end] for span in finding.source_spans],
        "target_spans": [[span.start, span.end] for span in finding.target_spans],
    }


def table(rows: Sequence[Sequence[str]], *, head: Sequence[str], right: Sequence[int] = ()) -> None:
    """Print a table; the columns in `right`, counted from 0, are set flush right."""
    for number, line in enumerate(lines(rows, head=head, right=right)):
        click.secho(line, bold=number == 0)


def lines(rows: Sequence[Sequence[str]], *, head: Sequence[str], right: Sequence[int] = ()) -> Iterator[str]:
    """Yield the lines of a table, as `table` prints it."""
    everything = [head, *rows]
    columns = []
    for at, cells in enumerate(zip(*everything, strict=True)):
        widths = [*map(_width, cells)]
        most = max(widths)
        gaps = (" " * (most - width) for width in widths)
        pairs = zip(cells, gaps, strict=True)
        columns.append([gap + cell if at in right else cell + gap for cell, gap in pairs])
    return ("  ".join(cells).rstrip() for cells in zip(*columns, strict=True))


def _width(text: str) -> int:
    """Return the columns that a text takes on a terminal (UAX #11)."""
    if text.isascii():
        return len(text)
    import unicodedata

    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


def plural(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: `1 message`, `2 messages`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def is_terminal() -> bool:
    """Whether a person watches."""
    return sys.stderr.isatty()
