"""What `approve`, `reject`, `revoke` and `comment` share: who says what of which messages."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from pipeline.cli import console
from pipeline.errors import InputError
from pipeline.ledger.events import Action, resolve, short_id
from pipeline.model import Finding, State

if TYPE_CHECKING:
    from pipeline.workflow.desk import Desk, Item
    from pipeline.workflow.project import Project
    from pipeline.workflow.review import Answer

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """What was asked for on the command line."""

    locale: str
    article: str
    messages: tuple[str, ...]
    """Beginnings of short ids."""
    all_clean: bool = False
    actor: str
    role: str = ""
    reason: str = ""
    sign: Path | None = None
    yes: bool = False
    form: str = "text"


def arguments(command: F) -> F:
    """Add what all of these commands take."""
    for decorate in (
        console.format_option,
        click.option("--sign", type=click.Path(path_type=Path), help="Sign with this SSH key."),
        click.option("--as", "actor", default="", help="Who you are, as in pipeline.toml."),
        click.argument("messages", nargs=-1, metavar="[ID]..."),
        click.argument("article"),
        click.argument("locale"),
    ):
        command = decorate(command)
    return command


def say(ctx: click.Context, action: Action, request: Request) -> None:
    """Record a word on each message, tell what became of it, and exit with 1 if any was not taken."""
    from pipeline import feeds
    from pipeline.workflow.review import Outcome, Word, decide

    project = console.project(ctx)
    desk = _desk(project, request)
    actor = _actor(project, request.actor)
    items = _items(desk, request)
    if request.all_clean:
        items = _clean(desk, items, actor, request)
        if not items:
            return
    words = [
        Word(
            key=item.message.key,
            seen=item.verdict.subject,
            action=action,
            role=request.role or _role(desk, item, actor) if action is Action.APPROVE else "",
            reason=request.reason,
        )
        for item in items
    ]
    answers = decide(
        project,
        desk.history.locale,
        desk.history.article,
        words,
        actor=actor,
        now=datetime.now(UTC).replace(microsecond=0),
        sign=feeds.ssh_signer(request.sign) if request.sign else None,
    )
    _tell(action, answers, request.form)
    if any(answer.outcome is not Outcome.DONE for answer in answers):
        ctx.exit(1)


def _desk(project: "Project", request: Request) -> "Desk":
    from pipeline.locales import to_gettext
    from pipeline.model import ArticleName
    from pipeline.workflow.desk import read_desk
    from pipeline.workflow.original_text import reviewed_locales
    from pipeline.workflow.project import article_names

    tag = to_gettext(request.locale)
    names = article_names(project)
    if tag not in reviewed_locales(project):
        known = ", ".join(reviewed_locales(project))
        raise InputError(
            Finding(id="review.locale", reason=f"no edition is in {request.locale!r}", hint=f"known: {known}")
        )
    if request.article not in names:
        known = ", ".join(names)
        raise InputError(
            Finding(
                id="review.article", reason=f"there is no article {request.article!r}", hint=f"known: {known}"
            )
        )
    return read_desk(project, tag, ArticleName(request.article))


def _actor(project: "Project", name: str) -> str:
    """Say who speaks: as told, or the only reviewer there is."""
    reviewers = project.settings.policy.reviewers
    if name in reviewers or (name and reviewers):
        return name
    if len(reviewers) == 1 and not name:
        return next(iter(reviewers))
    hint = (
        f"say who you are: --as {' | '.join(reviewers)}"
        if reviewers
        else "add [reviewers.NAME] to pipeline.toml"
    )
    raise InputError(Finding(id="review.actor", reason="it is not clear who reviews", hint=hint))


def _items(desk: "Desk", request: Request) -> list["Item"]:
    """Find the messages that were named."""
    if request.all_clean:
        return [item for item in desk.items if item.clean]
    if not request.messages:
        raise InputError(
            Finding(
                id="review.messages",
                reason="no message is named",
                hint="give the ids that `pipeline audit LOCALE ARTICLE` lists, or --all-clean",
            )
        )
    by_key = {item.message.key: item for item in desk.items}
    return [by_key[resolve(prefix, by_key)] for prefix in request.messages]


def _clean(desk: "Desk", items: list["Item"], actor: str, request: Request) -> list["Item"]:
    """Keep of the clean messages those that wait for this approval; show how many, and ask."""
    from pipeline.ledger.judgement import objection

    kept = []
    for item in items:
        role = request.role or _role(desk, item, actor)
        waits = item.state not in (State.APPROVED, State.REJECTED) and role in item.verdict.missing
        if waits and not objection(item.entry, desk.history, actor=actor, role=role):
            kept.append(item)
    rest = sum(
        item.state is not State.APPROVED and (item.message.required or any(item.forms)) for item in desk.items
    )
    click.echo(
        f"{console.plural(len(kept), 'message')} without a finding can be approved by {actor}; "
        f"{console.plural(rest - len(kept), 'other')} cannot.",
        err=True,
    )
    if kept and not request.yes:
        click.confirm(f"Approve {console.plural(len(kept), 'text')} as they stand?", abort=True, err=True)
    return kept


def _role(desk: "Desk", item: "Item", actor: str) -> str:
    """Choose the first role that is missing and that the actor has."""
    reviewer = desk.history.policy.reviewers.get(actor)
    own = [role for role in item.verdict.missing if reviewer and role in reviewer.roles]
    required = desk.history.policy.required(desk.history.locale, desk.history.article)
    return (own or [role for role in required if reviewer and role in reviewer.roles] or list(required))[0]


_DONE = {
    Action.APPROVE: "approved",
    Action.REJECT: "rejected",
    Action.REVOKE: "taken back",
    Action.COMMENT: "commented",
}


def _tell(action: Action, answers: "tuple[Answer, ...]", form: str) -> None:
    from pipeline.workflow.review import Outcome

    told = {
        Outcome.DONE: _DONE[action],
        Outcome.CHANGED: "not recorded: the text has changed just now; look at it again",
        Outcome.REFUSED: "refused",
    }
    if form == "json":
        console.as_json(
            [
                {
                    "message": short_id(answer.key),
                    "msgctxt": answer.key[0],
                    "msgid": answer.key[1],
                    "outcome": answer.outcome.value,
                    "reason": answer.reason,
                }
                for answer in answers
            ]
        )
        return
    for answer in answers:
        why = f": {answer.reason}" if answer.reason else ""
        text = " ".join(answer.key[1].split())
        text = text if len(text) <= 60 else f"{text[:59]}…"
        click.echo(f"{short_id(answer.key)}  {told[answer.outcome]}{why}  “{text}”")
