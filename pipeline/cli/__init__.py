"""The command line: each command parses its options, calls one workflow function and prints.

Commands are loaded when they are called, so that `pipeline --help` answers at once.
"""

import errno
import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline import __version__, collect_rarely

if TYPE_CHECKING:
    from pipeline.errors import ImprimaturError

COMMANDS = (
    ("extract", "Bring templates and catalogues up to date with the articles."),
    ("draft", "Fill untranslated messages with machine drafts, for people to correct."),
    ("check", "Look for what must not be wrong in articles and translations."),
    ("status", "Show how far each edition has come, and what it waits for."),
    ("stats", "Show what correcting each engine's drafts cost."),
    ("review", "Open the reviewers' page on this machine."),
    ("approve", "Approve texts exactly as they stand."),
    ("reject", "Refuse texts, with a reason."),
    ("dismiss", "Say with a reason that a check is wrong about texts."),
    ("revoke", "Take back what you said of texts."),
    ("comment", "Say something of texts."),
    ("audit", "Verify the ledger, and tell who wrote and who approved each text."),
    ("build", "Render the pages and PDFs whose inputs changed."),
    ("publish", "Do all of it: extract, draft, check, build; and say what was published."),
    ("preview", "Serve the pages on this machine and rebuild them as files change."),
    ("glossary", "Look over the glossary, and exchange it as TBX."),
    ("memory", "Exchange the translation memory as TMX, and search it."),
    ("init", "Make a new content folder."),
)
"""Every command, in the order of the work, with its one-line help."""


class _Commands(click.Group):
    """A group that imports a command's module only when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of the work."""
        del ctx
        return [name for name, _ in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a command."""
        del ctx
        if cmd_name not in dict(COMMANDS):
            return None
        module = importlib.import_module(f"pipeline.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with their help, without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(COMMANDS)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; turn the pipeline's errors into text and an exit code."""
        collect_rarely()
        try:
            return super().invoke(ctx)
        except (click.exceptions.Exit, click.ClickException):
            raise
        except _errors() as error:
            from pipeline.cli.console import print_findings

            print_findings(error.findings)
            raise click.exceptions.Exit(error.exit_code) from None
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            # Wherever a file is read or written there is a message of its own; this is the last resort.
            place = f"{error.filename}: " if error.filename else ""
            click.echo(f"{place}error: {error.strerror or error} [machine.failed]", err=True)
            raise click.exceptions.Exit(3) from None


def _errors() -> "type[ImprimaturError]":
    """Import the pipeline's errors, once there is one: a run with nothing to do needs no model."""
    from pipeline.errors import ImprimaturError

    return ImprimaturError


@click.group(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.option(
    "-C",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    metavar="DIR",
    help="The content folder to work in; this one if none is named.",
)
@click.option(
    "--profile",
    type=click.Path(path_type=Path, dir_okay=False, writable=True),
    metavar="FILE",
    help="Write to FILE where the time went, function by function; the command runs in one process then.",
)
@click.version_option(__version__, prog_name="pipeline")
@click.pass_context
def main(ctx: click.Context, folder: Path, profile: Path | None) -> None:
    """Imprimatur: articles in, approved and localized web pages and PDFs out.

    It prints nothing that nobody approved. Exit codes: 0 done; 1 done, and something needs a person at
    once; 2 wrong usage, settings or input; 3 this machine cannot do it.
    """
    ctx.obj = folder
    if profile is not None:
        from pipeline.cli.profile import profiled

        ctx.with_resource(profiled(profile))
