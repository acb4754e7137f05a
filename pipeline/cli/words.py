"""What `approve`, `reject`, `dismiss`, `revoke` and `comment` share: who says what of which messages."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli import console
from pipeline.errors import InputError
from pipeline.ledger.events import Action, resolve, short_id
from pipeline.model import Finding, State

if TYPE_CHECKING:
    from pipeline.workflow.desk import Desk, Item
    from pipeline.workflow.project import Project
    from pipeline.workflow.review import Answer


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """What was asked for on the command line."""

    locale: str
    article: str
    messages: tuple[str, ...]
    """Beginnings of short ids."""
    actor: str
    sign: Path | None
    form: str
    all_clean: bool = False
    role: str = ""
    yes: bool = False
    reason: str = ""
    """Why, or the comment itself."""
    check: str = ""
    """For a dismissal: the id of the finding's check."""


_Command = Callable[[click.Context, Request], None]

_SPEAKER = (
    console.format_option,
    click.option("--sign", type=click.Path(path_type=Path), help="Sign with this SSH key."),
    click.option("--as", "actor", default="", help="Who you are, as in pipeline.toml."),
)
_CHOICE = (
    click.option("--yes", is_flag=True, help="Do not ask before --all-clean."),
    click.option("--role", default="", help="The role you speak in; for approvals by default a missing one."),
    click.option("--all-clean", is_flag=True, help="All texts that have no finding, after asking."),
)
_PLACE = (
    click.argument("messages", nargs=-1, metavar="[ID]..."),
    click.argument("article"),
    click.argument("locale"),
)
"""Who speaks, of what, where: what these commands take, the last of each first."""


def takes_request(command: _Command) -> Callable[..., None]:
    """Give a command the arguments that most of these take, and call it with them as a `Request`."""
    return _taking(command, (*_SPEAKER, *_CHOICE, *_PLACE))


def takes_named(command: _Command) -> Callable[..., None]:
    """The same for a command whose messages have to be named one by one."""
    return _taking(command, (*_SPEAKER, *_PLACE))


def _taking(command: _Command, decorators: Iterable[Callable[..., Any]]) -> Callable[..., None]:
    @click.pass_context
    @wraps(command)
    def called(ctx: click.Context, /, **given: Any) -> None:
        command(ctx, Request(**given))

    for decorate in decorators:
        called = decorate(called)
    return called


def say(ctx: click.Context, action: Action, request: Request) -> None:
    """Record a word on each message, tell what became of it, and exit with 1 if any was not taken."""
    from pipeline import feeds
    from pipeline.workflow.review import Outcome, Word, decide

    project = console.project(ctx)
    desk = _desk(project, request)
    actor = _actor(project, request.actor)
    items = _clean(desk, action, actor, request) if request.all_clean else _named(desk, request)
    dismissed = _dismissed(items, request.check) if action is Action.DISMISS else {}
    words = [
        Word(
            key=item.message.key,
            seen=item.verdict.subject,
            action=action,
            role=request.role or (_role(desk, item, actor) if action is Action.APPROVE else ""),
            reason=request.reason,
            check=dismissed.get(item.id, ""),
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
    """Say who speaks: as told, or the only reviewer there is. Whether their word counts is said later."""
    from pipeline.ledger.policy import NAME
    from pipeline.settings.drafting import MACHINES

    reviewers = project.settings.policy.reviewers
    if not name and len(reviewers) == 1:
        return next(iter(reviewers))
    if name in reviewers or (reviewers and NAME.fullmatch(name) and name not in MACHINES):
        return name
    hint = (
        f"say who you are: --as {' | '.join(reviewers)}"
        if reviewers
        else "add [reviewers.NAME] to pipeline.toml"
    )
    raise InputError(Finding(id="review.actor", reason="it is not clear who reviews", hint=hint))


def _named(desk: "Desk", request: Request) -> list["Item"]:
    """Find the messages that were named, each once."""
    if not request.messages:
        raise _wrong("no message is named", alone=bool(request.check))
    by_key = {item.message.key: item for item in desk.items}
    keys = dict.fromkeys(resolve(prefix, by_key) for prefix in request.messages)
    return [by_key[key] for key in keys]


def _dismissed(items: "Sequence[Item]", check: str) -> dict[str, str]:
    """Name the finding of `check` on each message as the ledger does; say of which ones there is none."""
    from pipeline.workflow.desk import check_name

    names, wrong = {}, []
    for item in items:
        found = {finding.id: check_name(finding) for finding in item.findings}
        if check in found:
            names[item.id] = found[check]
            continue
        done = any(finding.id == check for finding in item.dismissed)
        reason = "is dismissed already" if done else f"has no finding of {check!r}"
        told = f"its findings: {', '.join(found)}" if found else "nothing is found there; approve it"
        wrong.append(Finding(id="review.finding", reason=f"message {item.id} {reason}", hint=told))
    if wrong:
        raise InputError(wrong)
    return names


def _clean(desk: "Desk", action: Action, actor: str, request: Request) -> list["Item"]:
    """Find the clean messages of which this can be said; show how many, and ask."""
    if request.messages:
        raise _wrong("messages are named beside --all-clean")
    needed = [item for item in desk.items if item.message.required or any(item.forms)]
    kept = [item for item in needed if item.clean and _applies(desk, item, action, actor, request.role)]
    verb, done = action.value.capitalize(), _DONE[action]
    click.echo(
        f"{console.plural(len(kept), 'message')} without a finding can be {done} by {actor}; "
        f"{console.plural(len(needed) - len(kept), 'other')} cannot.",
        err=True,
    )
    if kept and not request.yes:
        click.confirm(f"{verb} {console.plural(len(kept), 'text')} as they stand?", abort=True, err=True)
    return kept


def _wrong(reason: str, *, alone: bool = False) -> InputError:
    listed = "give the ids that `pipeline audit LOCALE ARTICLE` lists, or --all-clean"
    hint = "give the ids that `pipeline check LOCALE` shows behind its findings" if alone else listed
    return InputError(Finding(id="review.messages", reason=reason, hint=hint))


def _applies(desk: "Desk", item: "Item", action: Action, actor: str, role: str) -> bool:
    """Whether there is something new for `actor` to say of a text, and they may."""
    from pipeline.ledger.judgement import objection

    if action is Action.COMMENT:
        return True
    if action is Action.REVOKE:
        return item.own(actor)
    if action is Action.REJECT:
        mine = any(event.actor == actor for event in item.verdict.rejections)
        return not mine and not objection(item.entry, desk.history, actor=actor, action=action)
    role = role or _role(desk, item, actor)
    missing = item.verdict.missing
    # Where none is missing, the catalogue's own mark alone keeps the text a draft: somebody put it back.
    waits = item.state not in (State.APPROVED, State.REJECTED) and (role in missing or not missing)
    return waits and not objection(item.entry, desk.history, actor=actor, role=role)


def _role(desk: "Desk", item: "Item", actor: str) -> str:
    """Choose the first role that is missing and that the actor has."""
    reviewer = desk.history.policy.reviewers.get(actor)
    own = [role for role in item.verdict.missing if reviewer and role in reviewer.roles]
    required = desk.history.policy.required(desk.history.locale, desk.history.article)
    return (own or [role for role in required if reviewer and role in reviewer.roles] or list(required))[0]


_DONE = {
    Action.APPROVE: "approved",
    Action.REJECT: "rejected",
    Action.DISMISS: "dismissed",
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
