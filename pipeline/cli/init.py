"""`pipeline init`."""

from pathlib import Path

import click


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
def command(folder: Path) -> None:
    """Make a new content folder, DIR, with settings and a first article.

    `pipeline -C DIR publish` then builds it at once.
    """
    from pipeline.workflow.init import init

    for path in init(folder):
        click.echo(f"wrote {path}")
    click.echo(f"Now: pipeline -C {folder} publish")
