"""`pipeline comment`."""

import click

from pipeline.cli import words
from pipeline.ledger.events import Action


@click.command("comment")
@click.option("--text", "reason", required=True, help="What you want to say.")
@words.takes_request
def command(ctx: click.Context, request: words.Request) -> None:
    """Say something of texts; no state changes."""
    words.say(ctx, Action.COMMENT, request)
