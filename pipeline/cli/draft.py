"""`pipeline draft`."""

import click

from pipeline.cli import console


@click.command("draft")
@click.argument("locales", nargs=-1, metavar="[LOCALE]...")
@console.format_option
@click.pass_context
def command(ctx: click.Context, locales: tuple[str, ...], form: str) -> None:
    """Fill untranslated messages with machine drafts, for people to correct.

    Each draft is marked as one: fuzzy, with a comment that says where it came from. Markup, links and
    numbers come out as they went in, or the message stays untranslated and is counted.
    """
    from pipeline.workflow.draft import draft_missing
    from pipeline.workflow.project import chosen

    project = console.project(ctx)
    done = draft_missing(project, chosen(project, locales), progress=console.progress)
    if form == "json":
        console.as_json({"drafts": done.drafts, "untranslated": done.untranslated, "problems": done.problems})
        return
    for name, number in sorted(done.drafts.items()):
        tag, _, engine = name.partition(" ")
        click.echo(f"{tag}: {console.plural(number, 'message')} drafted by {engine}")
    for note in done.notes:
        click.secho(note, fg="yellow", err=True)
    if not done.drafts and not done.untranslated:
        click.echo("Nothing to draft: every message has a translation.")
