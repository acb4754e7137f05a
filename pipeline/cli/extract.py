"""`pipeline extract`."""

import click

from pipeline.cli import console


@click.command("extract")
@console.jobs_option
@console.format_option
@click.pass_context
def command(ctx: click.Context, jobs: int | None, form: str) -> None:
    """Bring templates and catalogues up to date with the articles.

    A translation is never lost: moved paragraphs are found again, changed ones are marked for review, and
    those that went stay in the catalogue as obsolete. A catalogue in which nothing changed is not touched.
    """
    from pipeline.workflow.extract import extract

    project = console.project(ctx)
    done = extract(project, progress=console.progress, jobs=jobs)
    console.print_findings(done.findings)
    if form == "json":
        written = [project.named(path) for path in done.written]
        findings = [console.finding_json(finding) for finding in done.findings]
        console.as_json({"messages": done.messages, "written": written, "findings": findings})
        return
    if done.written:
        # One by one they would take as long as a tenth of the work.
        click.echo("\n".join(f"wrote {project.named(path)}" for path in done.written))
    changed = console.plural(len(done.written), "file")
    click.echo(
        f"{console.plural(done.messages, 'message')}; "
        + (f"{changed} changed" if done.written else "no change")
    )
