"""`pipeline revoke`."""

import click

from pipeline.cli import words
from pipeline.ledger.events import Action


@click.command("revoke")
@click.option("--reason", default="", help="Why.")
@words.takes_request
def command(ctx: click.Context, request: words.Request) -> None:
    """Take back everything you said of texts as they stand: approvals, rejections, dismissals."""
    words.say(ctx, Action.REVOKE, request)
