"""`pipeline stats`."""

from typing import TYPE_CHECKING

import click

from pipeline.cli import console

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.effort import Effort, Interval

_HEAD = ("engine", "locale", "article", "drafts", "approved")
_FIGURES = ("unchanged", "edit rate", "chrF++", "TER", "unknown words")


@click.command("stats")
@click.argument("locales", nargs=-1, metavar="[LOCALE]...")
@console.format_option
@click.pass_context
def command(ctx: click.Context, locales: tuple[str, ...], form: str) -> None:
    """Show what correcting each engine's drafts cost.

    Each figure stands between the drafts as they were made and the texts as they were approved, with its
    95% interval: the share approved unchanged, characters changed for each character approved, chrF++ and
    TER; and the share of words that the engine did not know.
    """
    from dataclasses import asdict

    from pipeline.workflow.project import chosen
    from pipeline.workflow.stats import measured

    project = console.project(ctx)
    found = measured(project, chosen(project, locales))
    if form == "json":
        console.as_json([asdict(each) for each in (*found.engines, *found.articles)])
        return
    if not found.engines:
        click.echo("No engine has drafted anything yet.")
        return
    for number, group in enumerate((found.engines, found.articles)):
        click.echo("\n" * number, nl=False)
        console.table(_rows(group), head=(*_HEAD, *_FIGURES), right=range(3, 10))
    if any(each.count and each.chrf is None for each in found.engines):
        click.secho("chrF++ and TER need sacrebleu: pip install 'imprimatur[effort]'", fg="yellow", err=True)


def _rows(group: "Iterable[Effort]") -> list[list[str]]:
    return [
        [
            each.engine,
            each.locale,
            each.article or "all",
            f"{each.drafts:,}",
            f"{each.count:,}",
            _share(each.unchanged),
            _share(each.edit_rate),
            _score(each.chrf),
            _score(each.ter),
            _share(each.unknown),
        ]
        for each in group
    ]


def _share(figure: "Interval | None") -> str:
    """Return a share and its interval in percent."""
    if figure is None:
        return "–"
    return f"{figure.mean:.1%} ({100 * figure.low:.1f}–{100 * figure.high:.1f})"


def _score(figure: "Interval | None") -> str:
    return "–" if figure is None else f"{figure.mean:.1f} ({figure.low:.1f}–{figure.high:.1f})"
