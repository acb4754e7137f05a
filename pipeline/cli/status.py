"""`pipeline status`."""

import click

from pipeline.cli import console

_STATES = ("untranslated", "stale", "draft", "rejected", "translated", "approved")


@click.command("status")
@click.argument("locale", default="")
@click.argument("article", default="")
@console.jobs_option
@console.format_option
@click.pass_context
def command(ctx: click.Context, locale: str, article: str, jobs: int | None, form: str) -> None:
    """Show how far each edition has come, and what it waits for.

    With LOCALE, and ARTICLE if you like, also message by message.
    """
    from dataclasses import asdict

    from pipeline.cli.summary import waiting_line
    from pipeline.workflow.project import chosen
    from pipeline.workflow.status import status

    project = console.project(ctx)
    wanted = bool(locale) or form == "json"
    tags = chosen(project, [locale] if locale else [])
    told = status(project, tags, article, messages=wanted, jobs=jobs, progress=console.progress)
    lines = list(told)
    if form == "json":
        console.as_json([{**line, "waiting": [asdict(each) for each in line["waiting"]]} for line in lines])
        return
    rows = []
    for line in lines:
        share = f"{100 * line['approved'] // line['messages']}%" if line["messages"] else ""
        counts = [f"{line[state]:,}" if line[state] else "·" for state in _STATES]
        why = ", ".join(line["blocked_by"])
        rows.append((line["article"], line["locale"], f"{line['words']:,}", *counts, share, why))
    head = ("article", "locale", "words", *_STATES, "share", "what blocks it")
    console.table(rows, head=head, right=range(2, 10))
    for line in lines if locale else ():
        for each in line["waiting"]:
            click.echo(f"{line['locale']}/{line['article']} waits for {waiting_line(each)}")
