"""`pipeline audit`."""

from pathlib import Path

import click

from pipeline.cli import console


@click.command("audit")
@click.argument("locale", default="")
@click.argument("article", default="")
@click.option(
    "--pdf",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the record to this PDF, to be filed, instead of printing it as text.",
)
@console.format_option
@click.pass_context
def command(ctx: click.Context, locale: str, article: str, pdf: Path | None, form: str) -> None:
    """Verify every feed of the ledger, and tell who wrote and who approved each text.

    Without LOCALE and ARTICLE every edition that has a ledger is told of. Exits with 1 if a feed
    does not verify.
    """
    from datetime import UTC, datetime

    from pipeline.ledger.audit import as_json, as_text
    from pipeline.workflow.audit import audit, write_pdf

    project = console.project(ctx)
    records = audit(project, locale=locale, article=article)
    if pdf is not None:
        write_pdf(project, records, pdf, made=datetime.now(UTC).replace(microsecond=0))
    if form == "json":
        console.as_json([as_json(record) for record in records])
    elif pdf is not None:
        click.echo(f"{pdf}: the record of {console.plural(len(records), 'edition')}")
    else:
        click.echo("\n".join(as_text(record) for record in records), nl=False)
    if not all(record.sound for record in records):
        ctx.exit(1)
