"""`pipeline comment`."""

from pathlib import Path

import click

from pipeline.cli import words
from pipeline.ledger.events import Action


@click.command("comment")
@words.arguments
@click.option("--text", "reason", required=True, help="What you want to say.")
@click.pass_context
def command(
    ctx: click.Context,
    locale: str,
    article: str,
    messages: tuple[str, ...],
    actor: str,
    sign: Path | None,
    form: str,
    reason: str,
) -> None:
    """Say something of texts; no state changes."""
    request = words.Request(
        locale=locale, article=article, messages=messages, actor=actor, sign=sign, form=form, reason=reason
    )
    words.say(ctx, Action.COMMENT, request)
