"""`pipeline approve`."""

from pathlib import Path

import click

from pipeline.cli import words
from pipeline.ledger.events import Action


@click.command("approve")
@words.arguments
@click.option("--all-clean", is_flag=True, help="All that wait for you and have no finding, after asking.")
@click.option("--role", default="", help="The role to approve in; by default the one that is missing.")
@click.option("--yes", is_flag=True, help="Do not ask before --all-clean.")
@click.pass_context
def command(
    ctx: click.Context,
    locale: str,
    article: str,
    messages: tuple[str, ...],
    actor: str,
    sign: Path | None,
    form: str,
    all_clean: bool,
    role: str,
    yes: bool,
) -> None:
    """Approve texts exactly as they stand, one by one or all that no check has anything to say of."""
    request = words.Request(
        locale=locale,
        article=article,
        messages=messages,
        actor=actor,
        sign=sign,
        form=form,
        all_clean=all_clean,
        role=role,
        yes=yes,
    )
    words.say(ctx, Action.APPROVE, request)
