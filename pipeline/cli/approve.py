"""`pipeline approve`."""

import click

from pipeline.cli import words
from pipeline.ledger.events import Action


@click.command("approve")
@words.takes_request
def command(ctx: click.Context, request: words.Request) -> None:
    """Approve texts exactly as they stand, one by one or all that no check has anything to say of."""
    words.say(ctx, Action.APPROVE, request)
