"""`pipeline preview`."""

import click

from pipeline.cli import console


@click.command("preview")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one."
)
@click.pass_context
def command(ctx: click.Context, port: int) -> None:
    """Serve the pages on this machine and rebuild them as files change.

    Only this machine can reach them. A page that is open reloads itself when it was built again. End
    with Ctrl+C.
    """
    from pipeline.preview import rebuild, serve

    project = console.project(ctx)
    rebuild(project.root, console.progress)
    serve(
        project,
        port=port,
        progress=console.progress,
        problem=lambda error: console.print_findings(error.findings),
        ready=lambda address: click.echo(f"Open {address}"),
    )
