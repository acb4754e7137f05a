"""The reference pages of docs/, written from the program: `make docs`.

`--check` writes nothing and fails when a page says something other than the program does.
"""

import argparse
import ast
import dataclasses
import difflib
import inspect
import sys
import textwrap
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parent
NOTE = "<!-- Written by `make docs` from the program. Do not edit it. -->"
WIDTH = 92


def commands() -> str:
    """Return the page of the command line: every command's own help."""
    import click

    from pipeline.cli import main as program

    def help_of(command: click.Command, name: str, parent: click.Context | None = None) -> str:
        context = click.Context(
            command, info_name=name, parent=parent, terminal_width=WIDTH, max_content_width=WIDTH
        )
        return f"```text\n{command.get_help(context).rstrip()}\n```"

    context = click.Context(program, info_name="pipeline")
    parts = ["# Commands", NOTE, help_of(program, "pipeline")]
    for name in program.list_commands(context):
        command = program.get_command(context, name)
        if command is None:
            raise LookupError(f"pipeline lists {name} and does not have it")
        parts += [f"## {name}", help_of(command, name, context)]
        if isinstance(command, click.Group):
            group = click.Context(command, info_name=name, parent=context)
            for part, inner in command.commands.items():
                parts += [f"### {name} {part}", help_of(inner, part, group)]
    return "\n\n".join(parts) + "\n"


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A table of pipeline.toml, and where the documentation of its keys stands."""

    name: str
    holder: type
    keys: Mapping[str, str]
    """Each key with the field of `holder` that it becomes."""
    words: Mapping[str, tuple[str, str]] = dataclasses.field(default_factory=dict)
    """What to say of a key whose word becomes a yes or no: documentation and default."""


def tables() -> tuple[Table, ...]:
    """Return every table of pipeline.toml, in the order of the page."""
    from pipeline.ledger.policy import Policy, Reviewer
    from pipeline.settings import BrandSettings, CheckSettings, LocaleSettings, Settings
    from pipeline.settings.drafting import ENGINE_SETTINGS

    project = ("source_locale", "locales", "preview_locales", "base_url", "pdf", "search")
    drafting = ("engines", "order", "memory", "memory_threshold")
    of_engines = {name: (doc, "") for name, (_, doc) in ENGINE_SETTINGS.items()}
    review = {
        "require": "require",
        "require_signatures": "require_signatures",
        "source": "source_approved",
        "names": "names",
        "on_change": "withdraw_on_change",
        "locales.<tag>.require": "require_in_locale",
        "articles.<article>.require": "require_in_article",
    }
    words = {
        "source": (
            "`approved`: source editions stand under the same rule; `free`: they print as they are.",
            '`"free"`',
        ),
        "on_change": (
            "When an approved page's texts move on: `keep` the last approved edition up, or `withdraw` it.",
            '`"keep"`',
        ),
    }
    reviewers = {
        "roles": "roles",
        "locales": "locales",
        "name": "full_name",
        "email": "emails",
        "key": "key",
    }
    return (
        Table(name="project", holder=Settings, keys={key: key for key in project}),
        Table(name="draft", holder=Settings, keys={key: key for key in drafting}),
        Table(name="engines.<name>", holder=Settings, keys={}, words=of_engines),
        Table(name="brand", holder=BrandSettings, keys=_own(BrandSettings)),
        Table(name="locales.<tag>", holder=LocaleSettings, keys=_own(LocaleSettings)),
        Table(name="fonts", holder=Settings, keys={"<Script>": "fonts"}),
        Table(name="web_fonts", holder=Settings, keys={"<Script>": "web_fonts"}),
        Table(name="checks", holder=CheckSettings, keys=_own(CheckSettings)),
        Table(name="review", holder=Policy, keys=review, words=words),
        Table(name="reviewers.<name>", holder=Reviewer, keys=reviewers),
    )


def _own(holder: Any) -> dict[str, str]:
    return {field.name: field.name for field in dataclasses.fields(holder)}


def settings() -> str:
    """Return the page of the settings: every key of pipeline.toml."""
    parts = [
        "# Settings",
        NOTE,
        "They stand in `pipeline.toml`, at the top of the content folder, and each may be left out. "
        "An unknown one is an error that names the nearest known one.",
    ]
    for table in tables():
        documented, defaults = _documentation(table.holder), _defaults(table.holder)
        said = {key: (documented[name], defaults[name]) for key, name in table.keys.items()} | table.words
        rows = [f"| `{key}` | {_cell(doc)} | {default} |" for key, (doc, default) in said.items()]
        head = ["| setting | what it says | if left out |", "| --- | --- | --- |"]
        parts += [f"## [{table.name}]", "\n".join([*head, *rows])]
    return "\n\n".join(parts) + "\n"


def _documentation(holder: Any) -> dict[str, str]:
    """Return each field's documentation: its metadata's `doc`, or the text that stands under it."""
    found = {}
    definition = ast.parse(textwrap.dedent(inspect.getsource(holder))).body[0]
    assert isinstance(definition, ast.ClassDef)
    for node, after in zip(definition.body, definition.body[1:], strict=False):
        if (
            isinstance(node, ast.AnnAssign)
            and isinstance(node.target, ast.Name)
            and isinstance(after, ast.Expr)
        ):
            found[node.target.id] = inspect.cleandoc(str(ast.literal_eval(after.value)))
    for field in dataclasses.fields(holder):
        if "doc" in field.metadata:
            found[field.name] = field.metadata["doc"]
    return found


def _defaults(holder: Any) -> dict[str, str]:
    """Return each field's default as TOML writes it; nothing for what is empty."""
    found = {}
    for field in dataclasses.fields(holder):
        value = field.default
        if value is dataclasses.MISSING or value in (None, "", ()):
            found[field.name] = ""
        elif isinstance(value, bool):
            found[field.name] = f"`{value}`".lower()
        else:
            text = repr(list(value) if isinstance(value, tuple) else value)
            found[field.name] = f"`{text}`".replace("'", '"')
    return found


def checks() -> str:
    """Return the page of the checks."""
    from pipeline.checks import CHECKS

    rows = [
        f"| `{check.id}` | {check.severity} | {_cell(check.reason)} | {_cell(check.hint)} |"
        for check in CHECKS
    ]
    parts = [
        "# Checks",
        NOTE,
        "What is looked for in every translation. An error closes the gate until it is corrected or "
        "dismissed; a warning asks a reviewer to look.",
        "\n".join(["| check | severity | what is wrong | what to do |", "| --- | --- | --- | --- |", *rows]),
    ]
    return "\n\n".join(parts) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


PAGES: tuple[tuple[str, Callable[[], str]], ...] = (
    ("commands.md", commands),
    ("settings.md", settings),
    ("checks.md", checks),
)


def main() -> int:
    """Write every page, or compare; 1 if a page is stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a page is stale")
    only_check = parser.parse_args().check
    stale = False
    for name, page in PAGES:
        path = DOCS / name
        old, new = path.read_text(encoding="utf-8") if path.exists() else "", page()
        if old == new:
            continue
        stale = True
        if only_check:
            names = (f"docs/{name}", "the program")
            print("\n".join(difflib.unified_diff(old.splitlines(), new.splitlines(), *names, lineterm="")))
        else:
            path.write_text(new, encoding="utf-8")
            print(f"wrote docs/{name}")
    if only_check and stale:
        print("docs/ is stale: run make docs")
    return int(only_check and stale)


if __name__ == "__main__":
    sys.exit(main())
