"""`pipeline dismiss`."""

import click

from pipeline.cli import words
from pipeline.ledger.events import Action


@click.command("dismiss")
@click.option("--check", required=True, metavar="ID", help="The check, as `pipeline check` names it.")
@click.option("--reason", required=True, help="Why the text is right all the same.")
@words.takes_named
def command(ctx: click.Context, request: words.Request) -> None:
    """Say that a check is wrong about texts exactly as they stand, with a reason.

    `pipeline check` names the check and the message. A dismissal is of one text and one version of the
    check; whoever wrote the text cannot give it.
    """
    words.say(ctx, Action.DISMISS, request)
