"""`pipeline memory`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import console

if TYPE_CHECKING:
    from typing import TextIO


@click.group("memory")
def command() -> None:
    """Exchange the translation memory with other tools, and search it.

    It holds what people translated and reviewers approved in the catalogues, and what was imported.
    """


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("locales", nargs=-1, metavar="[LOCALE]...")
@console.format_option
@click.pass_context
def import_(ctx: click.Context, file: Path, locales: tuple[str, ...], form: str) -> None:
    """Take the segments of a TMX file (1.4b) into the memory.

    They stand in `locales/<locale>/memory/` from then on, and go with the repository. Nothing imported is
    approved, whatever the file says. A file of the same name replaces what it brought before.
    """
    from dataclasses import asdict

    from pipeline.workflow import memories
    from pipeline.workflow.project import chosen

    project = console.project(ctx)
    tags = [tag for tag in chosen(project, locales) if tag != project.settings.source_locale]
    done = memories.import_segments(project, file, tags, progress=console.progress)
    if form == "json":
        console.as_json([asdict(each) for each in done])
        return
    for each in done:
        click.echo(f"{each.locale}: {console.plural(each.segments, 'segment')} in {each.file}")


@command.command("export")
@click.argument("locale")
@click.argument("file", type=click.File("w", encoding="utf-8", lazy=True), default="-")
@click.pass_context
def export(ctx: click.Context, locale: str, file: "TextIO") -> None:
    """Write the memory of LOCALE as TMX 1.4b to FILE, or to standard output."""
    from pipeline.workflow import memories
    from pipeline.workflow.project import chosen

    project = console.project(ctx)
    (tag,) = chosen(project, (locale,))
    for piece in memories.export_segments(project, tag):
        file.write(piece)


@command.command("search")
@click.argument("locale")
@click.argument("text")
@console.format_option
@click.pass_context
def search(ctx: click.Context, locale: str, text: str, form: str) -> None:
    """Show how TEXT, or one like it, was translated into LOCALE before."""
    from dataclasses import asdict

    from pipeline.workflow import memories
    from pipeline.workflow.project import chosen, read_glossary

    project = console.project(ctx)
    (tag,) = chosen(project, (locale,))
    threshold, terms = project.settings.memory_threshold, read_glossary(project)
    found = memories.memory(project, tag).find(text, threshold=threshold, glossary=terms)
    if form == "json":
        console.as_json([asdict(match) for match in found])
        return
    if not found:
        click.echo("Nothing like it was translated before.")
    for match in found:
        notes = ", ".join([*match.repaired, *match.reasons])
        click.echo(f"{match.score:.0f}%  {match.segment.source}\n      {match.text}")
        click.secho(f"      {match.segment.origin}{': ' + notes if notes else ''}", dim=True)
