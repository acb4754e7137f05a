"""`pipeline build`."""

import click

from pipeline.cli import console, summary


@click.command("build")
@console.jobs_option
@console.cluster_option
@console.format_option
@click.pass_context
def command(ctx: click.Context, jobs: int | None, cluster: str | None, form: str) -> None:
    """Render the pages and PDFs whose inputs changed.

    Approved editions go to output/site/, everything goes to output/preview/. A run that fails leaves
    yesterday's pages standing, but for those in the site that are no longer approved.
    """
    from pipeline.workflow.build import build

    built = build(console.project(ctx), progress=console.progress, jobs=jobs, cluster=cluster)
    ctx.exit(summary.show(built, form))
