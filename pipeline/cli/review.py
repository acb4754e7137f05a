"""`pipeline review`."""

from pathlib import Path

import click

from pipeline.cli import console


@click.command("review")
@click.option("--as", "actor", default="", help="Who you are, as in pipeline.toml; otherwise the page asks.")
@click.option("--port", default=8421, show_default=True, help="The port on this machine; 0 for any.")
@click.option("--sign", type=click.Path(path_type=Path), help="Sign with this SSH key what you say.")
@click.option("--open/--no-open", "show", default=True, help="Open the page in your browser.")
@click.option(
    "--team", default="", metavar="HOST", help="Serve a team: people log in, a proxy with TLS stands before."
)
@click.option(
    "--set-password", default="", metavar="NAME", help="Set a reviewer's password for --team, and end."
)
@click.pass_context
def command(
    ctx: click.Context, actor: str, port: int, sign: Path | None, show: bool, team: str, set_password: str
) -> None:
    """Serve the reviewers' page on this machine, until you press Ctrl+C.

    The link that it prints opens once. With --team HOST it serves a team: a proxy that speaks TLS
    under the name HOST hands requests on to the port, and people log in with their passwords.
    """
    from pipeline.review.server import change_password, serve

    project = console.project(ctx)
    if set_password:
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True)
        change_password(project, set_password, password)
        return

    def announce(address: str) -> None:
        click.echo(f"Review at {address}\nCtrl+C ends it; everything that was saved is on the disk.")
        if show and not team:
            click.launch(address)

    serve(project, port=port, actor=actor, team=team, key=sign, announce=announce)
