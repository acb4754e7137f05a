"""`pipeline audit`."""

import click

from pipeline.cli import console


@click.command("audit")
@click.argument("locale", default="")
@click.argument("article", default="")
@console.format_option
@click.pass_context
def command(ctx: click.Context, locale: str, article: str, form: str) -> None:
    """Verify every feed of the ledger, and tell who wrote and who approved each text.

    Without LOCALE and ARTICLE every edition that has a ledger is told of. Exits with 1 if a feed
    does not verify.
    """
    from pipeline.ledger.audit import as_json, as_text
    from pipeline.workflow.audit import audit

    records = audit(console.project(ctx), locale=locale, article=article)
    if form == "json":
        console.as_json([as_json(record) for record in records])
    else:
        click.echo("\n".join(as_text(record) for record in records), nl=False)
    if not all(record.sound for record in records):
        ctx.exit(1)
