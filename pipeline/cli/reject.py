"""`pipeline reject`."""

from pathlib import Path

import click

from pipeline.cli import words
from pipeline.ledger.events import Action


@click.command("reject")
@words.arguments
@click.option("--reason", "reason", required=True, help="Why.")
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
    """Refuse texts exactly as they stand, with a reason for whoever corrects them."""
    request = words.Request(
        locale=locale, article=article, messages=messages, actor=actor, sign=sign, form=form, reason=reason
    )
    words.say(ctx, Action.REJECT, request)
