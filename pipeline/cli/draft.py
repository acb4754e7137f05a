"""`pipeline draft`."""

from typing import TYPE_CHECKING

import click

from pipeline.cli import console

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.model import LocaleTag
    from pipeline.workflow.project import Project


@click.command("draft")
@click.argument("locales", nargs=-1, metavar="[LOCALE]...")
@click.option(
    "--estimate", "only_estimate", is_flag=True, help="Say what would be sent and cost; send nothing."
)
@console.jobs_option
@console.format_option
@click.pass_context
def command(
    ctx: click.Context, locales: tuple[str, ...], only_estimate: bool, jobs: int | None, form: str
) -> None:
    """Fill untranslated messages with machine drafts, for people to correct.

    Each draft is marked as one: fuzzy, with a comment that says where it came from. Markup, links and
    numbers come out as they went in, or the message stays untranslated and is counted.
    """
    from pipeline.workflow.draft import draft_missing
    from pipeline.workflow.project import chosen

    project = console.project(ctx)
    if only_estimate:
        _estimate(project, chosen(project, locales), form)
        return
    done = draft_missing(project, chosen(project, locales), progress=console.progress, jobs=jobs)
    if form == "json":
        findings = [console.finding_json(finding) for finding in done.findings]
        told = {"drafts": done.drafts, "untranslated": done.untranslated, "problems": done.problems}
        console.as_json({**told, "findings": findings})
        return
    for name, number in sorted(done.drafts.items()):
        tag, _, engine = name.partition(" ")
        click.echo(f"{tag}: {console.plural(number, 'message')} drafted by {engine}")
    console.print_findings(done.findings)
    for note in done.notes:
        click.secho(note, fg="yellow", err=True)
    if not done.drafts and not done.untranslated:
        click.echo("Nothing to draft: every message has a translation.")


def _estimate(project: "Project", only: "Sequence[LocaleTag]", form: str) -> None:
    from dataclasses import asdict

    from pipeline.workflow.estimate import estimate_missing

    found = estimate_missing(project, only)
    if form == "json":
        console.as_json([asdict(each) for each in found])
        return
    rows = [
        (
            each.locale,
            each.engine,
            f"{each.messages:,}",
            f"{each.characters:,}",
            f"{each.cached:,}",
            "" if each.cost is None else f"{each.cost:,.2f}",
            each.problem.reason if each.problem else "",
        )
        for each in found
    ]
    head = ("locale", "engine", "messages", "characters", "on disk", "cost", "cannot, because")
    console.table(rows, head=head, right=(2, 3, 4, 5))
