"""`pipeline check`."""

import click

from pipeline.cli import console


@click.command("check")
@click.argument("locales", nargs=-1, metavar="[LOCALE]...")
@click.option("--article", metavar="NAME", help="Only this article.")
@click.option("--only", metavar="ID", help="Only this check, or all whose ids begin so: `quantity`.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    help="For people, for machines, or for code review tools.",
)
@console.jobs_option
@click.pass_context
def command(
    ctx: click.Context,
    locales: tuple[str, ...],
    article: str | None,
    only: str | None,
    form: str,
    jobs: int | None,
) -> None:
    """Look for what must not be wrong in articles and translations.

    Errors close the gate for their edition until they are corrected, or dismissed by a reviewer with a
    reason; with any, the exit code is 1.
    """
    from pipeline.cli.findings import show
    from pipeline.workflow.check import findings
    from pipeline.workflow.project import chosen
    from pipeline.workflow.spelling import unchecked

    project = console.project(ctx)
    tags = chosen(project, locales)
    found = findings(project, tags, article=article, only=only, jobs=jobs, progress=console.progress)
    code = show(found, form)
    if form == "text" and (lacking := unchecked(project, tags)):
        names = ", ".join(each.bcp47 for each in lacking)
        console.progress(f"spelling was not checked in {names}: Hunspell has no dictionary for it here")
    ctx.exit(code)
