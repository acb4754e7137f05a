"""`pipeline build`."""

import click

from pipeline.cli import console, summary


@click.command("build")
@click.option(
    "--jobs", type=click.IntRange(1), metavar="N", help="Processes to use; by default one for each core."
)
@console.format_option
@click.pass_context
def command(ctx: click.Context, jobs: int | None, form: str) -> None:
    """Render the pages and PDFs whose inputs changed.

    Approved editions go to output/site/, everything goes to output/preview/. A run that fails leaves
    yesterday's pages standing.
    """
    from pipeline.workflow.build import build

    built = build(console.project(ctx), progress=console.progress, jobs=jobs)
    ctx.exit(summary.show(built, form))
