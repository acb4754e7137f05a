"""`pipeline status`."""

import click

from pipeline.cli import console

_STATES = ("untranslated", "stale", "draft", "rejected", "translated", "approved")


@click.command("status")
@console.format_option
@click.pass_context
def command(ctx: click.Context, form: str) -> None:
    """Show how far each edition has come, and what it waits for."""
    from pipeline.workflow.status import status

    lines = status(console.project(ctx))
    if form == "json":
        console.as_json(lines)
        return
    rows = []
    for line in lines:
        share = f"{100 * line['approved'] // line['messages']}%" if line["messages"] else ""
        counts = [f"{line[state]:,}" if line[state] else "·" for state in _STATES]
        why = ", ".join(line["blocked_by"])
        rows.append((line["article"], line["locale"], f"{line['words']:,}", *counts, share, why))
    head = ("article", "locale", "words", *_STATES, "share", "what blocks it")
    console.table(rows, head=head, right=range(2, 10))
