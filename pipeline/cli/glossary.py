"""`pipeline glossary`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import console
from pipeline.cli.findings import show

if TYPE_CHECKING:
    from typing import TextIO


@click.group("glossary")
def command() -> None:
    """Look over the glossary, find what it lacks, and exchange it with other tools.

    It stands in `locales/glossary.csv`: terms with their approved translations, and names that stay as
    they are.
    """


@command.command("check")
@console.format_option
@click.pass_context
def check(ctx: click.Context, form: str) -> None:
    """Say which terms lack a translation, and which no article uses."""
    from pipeline.workflow import terms

    found = terms.check(console.project(ctx))
    if not found and form == "text":
        click.echo("The glossary lacks nothing.")
        return
    ctx.exit(show(found, form))


@command.command("suggest")
@click.option("--least", default=3, show_default=True, help="How often words must occur.")
@click.option("--most", default=50, show_default=True, help="How many suggestions are shown.")
@console.format_option
@click.pass_context
def suggest(ctx: click.Context, least: int, most: int, form: str) -> None:
    """List frequent words of the articles that the glossary does not have."""
    from dataclasses import asdict

    from pipeline.workflow import terms

    found = terms.suggest(console.project(ctx), least=least)[:most]
    if form == "json":
        console.as_json([asdict(each) for each in found])
        return
    if not found:
        click.echo(f"No words that are no terms yet occur {console.plural(least, 'time')}.")
        return
    rows = [(str(each.count), each.words, _short(each.example)) for each in found]
    console.table(rows, head=("times", "words", "as in"), right=(0,))


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@console.format_option
@click.pass_context
def import_(ctx: click.Context, file: Path, form: str) -> None:
    """Take the terms of a TBX file (ISO 30042, version 2 or 3) into the glossary.

    New terms are added and empty translations filled; what stands in the glossary stays, and where the
    file says something else a warning tells it.
    """
    from pipeline.workflow import terms

    done = terms.import_terms(console.project(ctx), file, progress=console.progress)
    console.print_findings(done.findings)
    if form == "json":
        findings = [console.finding_json(finding) for finding in done.findings]
        console.as_json({"added": done.added, "filled": done.filled, "findings": findings})
        return
    click.echo(
        f"{console.plural(done.added, 'term')} added, {console.plural(done.filled, 'translation')} filled."
    )


@command.command("export")
@click.argument("file", type=click.File("w", encoding="utf-8", lazy=True), default="-")
@click.pass_context
def export(ctx: click.Context, file: "TextIO") -> None:
    """Write the glossary as TBX-Basic (version 3) to FILE, or to standard output."""
    from pipeline.workflow import terms

    for piece in terms.export_terms(console.project(ctx)):
        file.write(piece)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
