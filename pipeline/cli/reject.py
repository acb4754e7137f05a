"""`pipeline reject`."""

import click

from pipeline.cli import words
from pipeline.ledger.events import Action


@click.command("reject")
@click.option("--reason", required=True, help="Why.")
@words.takes_request
def command(ctx: click.Context, request: words.Request) -> None:
    """Refuse texts exactly as they stand, with a reason for whoever corrects them."""
    words.say(ctx, Action.REJECT, request)
