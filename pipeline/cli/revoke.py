"""`pipeline revoke`."""

from pathlib import Path

import click

from pipeline.cli import words
from pipeline.ledger.events import Action


@click.command("revoke")
@words.arguments
@click.option("--reason", default="", help="Why.")
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
    """Take back everything you said of texts as they stand: approvals, rejections, dismissals."""
    request = words.Request(
        locale=locale, article=article, messages=messages, actor=actor, sign=sign, form=form, reason=reason
    )
    words.say(ctx, Action.REVOKE, request)
