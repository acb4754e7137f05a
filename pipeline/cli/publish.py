"""`pipeline publish`."""

import click

from pipeline.cli import console, summary


@click.command("publish")
@click.option("--strict", is_flag=True, help="Exit with 1 while any edition is not published; for CI.")
@click.option("--no-draft", is_flag=True, help="Leave untranslated messages as they are.")
@console.jobs_option
@console.cluster_option
@console.format_option
@click.pass_context
def command(
    ctx: click.Context, strict: bool, no_draft: bool, jobs: int | None, cluster: str | None, form: str
) -> None:
    """Do all of it: extract, draft, check, build; and say what was published.

    Only editions in which every message was approved exactly as printed stand in output/site/. That
    others wait for review is no failure.
    """
    from pipeline.workflow import unchanged

    kept = unchanged.recall(ctx.obj)
    if kept is not None and form == "text":
        ctx.exit(summary.show_again(kept, strict=strict))
    from pipeline.workflow.publish import again, publish

    if kept is not None:
        ctx.exit(summary.show(again(kept), form, strict=strict))
    done = publish(
        ctx.obj,
        progress=console.progress,
        tell=summary.editions,
        draft=not no_draft,
        jobs=jobs,
        cluster=cluster,
    )
    for line in done.notes:
        click.secho(line, fg="yellow", err=True)
    ctx.exit(summary.show(done.built, form, strict=strict, told=done.told))
