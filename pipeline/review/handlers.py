"""The pages of editions and messages, and what each of their forms does.

Answers to forms are redirects, so that a reload repeats nothing; only what was not recorded is
answered at once, with everything that the reviewer had typed.
"""

from typing import Any

from starlette.responses import RedirectResponse, Response

from pipeline import locales
from pipeline.errors import ImprimaturError, InputError
from pipeline.ledger.events import Action, short_id
from pipeline.model import ArticleName, Digest, Finding, LocaleTag
from pipeline.render import web
from pipeline.review import printed, views
from pipeline.review.guard import FRAME_POLICY
from pipeline.review.queue import Filter, following, ordered, queue
from pipeline.review.sessions import Undo
from pipeline.review.visit import RefusalError, Visit, render
from pipeline.workflow import review
from pipeline.workflow.desk import Desk, Item, read_desk
from pipeline.workflow.original import images
from pipeline.workflow.original_text import reviewable, reviewed_locales
from pipeline.workflow.project import article_names, read_bytes
from pipeline.workflow.review import Answer, Outcome, Word
from pipeline.workflow.suggestions import suggest

_TOLD = {
    Action.APPROVE: "Approved.",
    Action.REJECT: "Rejected.",
    Action.REVOKE: "Taken back.",
    Action.COMMENT: "Comment added.",
    Action.DISMISS: "Finding dismissed.",
}
_NOUNS = {Action.APPROVE: "approval", Action.REJECT: "rejection", Action.DISMISS: "dismissal"}


def editions(visit: Visit) -> Response:
    """List every edition that the reviewer may work on, with its progress."""
    project = visit.desktop.project
    reviewer = project.settings.policy.reviewers.get(visit.session.actor)
    rows: list[dict[str, Any]] = []
    troubles: list[Finding] = []
    for name in article_names(project):
        for tag in reviewed_locales(project):
            if reviewer is None or not reviewer.reviews(tag) or not reviewable(project, tag, name):
                continue
            try:
                rows.append(views.edition(read_desk(project, tag, name), Filter(), visit.session.actor))
            except ImprimaturError as error:
                troubles.extend(error.findings)
    return render(visit, "editions.html", rows=rows, troubles=troubles)


def edition(visit: Visit) -> Response:
    """Go to the first message that is wanted."""
    desk = _desk(visit)
    chosen = Filter.read(visit.query)
    wanted = queue(desk, chosen, visit.session.actor)
    if not wanted:
        return render(visit, "nothing.html", **views.edition(desk, chosen, visit.session.actor))
    return RedirectResponse(f"{_address(visit)}{wanted[0].id}{chosen.query}", 303)


def message(visit: Visit) -> Response:
    """Show a message, or do what its form says."""
    desk = _desk(visit)
    item = _item(visit, desk)
    chosen = Filter.read(visit.query)
    if not visit.posted:
        return render(visit, "message.html", **_shown(visit, desk, item, chosen))
    if visit.form.get("action") == "save":
        return _save(visit, desk, item, chosen)
    return _decide(visit, desk, item, chosen)


def _save(visit: Visit, desk: Desk, item: Item, chosen: Filter) -> Response:
    """Write what stands in the editor, if the catalogue still holds what the reviewer saw."""
    text = _texts(visit, item)
    answer = review.save(
        visit.desktop.project,
        desk.locale.tag,
        desk.article.name,
        key=item.message.key,
        seen=Digest(visit.form.get("seen", "")),
        text=text,
        **_signed(visit),
    )
    if answer.outcome is Outcome.DONE:
        saved = _item(visit, _desk(visit))
        _remember(visit, desk, answer, "change", saved.verdict.subject)
        visit.session.told = "Saved. Somebody else approves it now."
        return _back(visit, item.id, chosen)
    fresh = _desk(visit)
    changed = answer.outcome is Outcome.CHANGED
    clash = views.Clash(mine=text, began=item.text_of(visit.form.get("seen", ""))) if changed else None
    told = (
        answer.reason
        or "Somebody else changed this text while you were writing. All are below; nothing is lost."
    )
    values = _shown(visit, fresh, _item(visit, fresh), chosen, clash)
    return render(visit, "message.html", 409, told=told, **{**values, "forms": text})


def _decide(visit: Visit, desk: Desk, item: Item, chosen: Filter) -> Response:
    """Record what the reviewer says of the text that they saw."""
    word = _word(visit, item)
    if word.action is Action.APPROVE and _texts(visit, item) != item.forms and "msgstr" in visit.form:
        values = _shown(visit, desk, item, chosen)
        told = "You changed the text: save it first. Nobody approves what they wrote."
        return render(visit, "message.html", 409, told=told, **{**values, "forms": _texts(visit, item)})
    seen_order = _order(desk, item, chosen, visit.session.actor)
    (answer,) = review.decide(
        visit.desktop.project, desk.locale.tag, desk.article.name, [word], **_signed(visit)
    )
    if answer.outcome is not Outcome.DONE:
        fresh = _desk(visit)
        told = answer.reason or "This text has changed since you opened it. Please look again."
        values = _shown(visit, fresh, _item(visit, fresh), chosen)
        return render(visit, "message.html", 409, told=told, **values)
    visit.session.told = _TOLD[word.action]
    if word.action in (Action.APPROVE, Action.REJECT, Action.DISMISS):
        _remember(visit, desk, answer, _NOUNS[word.action], word.seen)
    if word.action not in (Action.APPROVE, Action.REJECT):
        return _back(visit, item.id, chosen)
    now = {each.id for each in queue(_desk(visit), chosen, visit.session.actor)}
    goal = following(seen_order, item.id, now)
    if goal is None and not now:
        return RedirectResponse(f"{_address(visit)}{chosen.query}", 303)
    return _back(visit, goal or item.id, chosen)


def _order(desk: Desk, item: Item, chosen: Filter, actor: str) -> list[str]:
    """Return the queue as the reviewer saw it, the present message in its place in any case."""
    return [each.id for each in ordered(desk) if each.id == item.id or chosen.accepts(each, desk, actor)]


def _word(visit: Visit, item: Item) -> Word:
    try:
        action = Action(visit.form.get("action", ""))
    except ValueError:
        raise RefusalError(400, "The form does not say what to do.") from None
    if action in (Action.DRAFT, Action.EDIT):
        raise RefusalError(400, "The form does not say what to do.")
    return Word(
        key=item.message.key,
        seen=Digest(visit.form.get("seen", "")),
        action=action,
        role=visit.form.get("role", ""),
        reason=visit.form.get("reason", ""),
        check=visit.form.get("check", ""),
    )


def undo(visit: Visit) -> Response:
    """Take back the last thing that this session did."""
    last = visit.session.undo
    if last is None:
        visit.session.told = "There is nothing to undo."
        return RedirectResponse("/", 303)
    visit.session.undo = None
    answer = review.put_back(
        visit.desktop.project,
        LocaleTag(last.locale),
        ArticleName(last.article),
        before=last.before,
        seen=last.seen,
        **_signed(visit),
    )
    done = answer.outcome is Outcome.DONE
    visit.session.told = (
        f"The {last.what} was undone."
        if done
        else "What you said was taken back; the text has changed since."
    )
    name = short_id(last.before.key)
    bcp47 = locales.to_bcp47(LocaleTag(last.locale))
    return RedirectResponse(f"/{bcp47}/{last.article}/{name}{Filter.read(visit.form).query}", 303)


def printed_page(visit: Visit) -> Response:
    """Show the page as it will be, with the text that is in the editor if one came along."""
    desk = _desk(visit)
    item = _item(visit, desk)
    other = {item.message.key: _texts(visit, item)} if visit.posted else None
    html = printed.page(visit.desktop.project, desk, other)
    return Response(html, media_type="text/html", headers={"Content-Security-Policy": FRAME_POLICY})


def asset(visit: Visit) -> Response:
    """Give the theme's style, script or icon to the printed page."""
    project = visit.desktop.project
    files = web.assets(printed.bare_site(project))
    content = files.get(f"assets/{visit.path['name']}")
    if content is None:
        raise RefusalError(404, "There is no such page.")
    suffix = visit.path["name"].rpartition(".")[2]
    kinds = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
    return Response(content, media_type=kinds.get(suffix, "application/octet-stream"))


def image(visit: Visit) -> Response:
    """Give the printed page an image that the article itself shows; nothing else of `source/`."""
    desk, name = _desk(visit), visit.path["name"]
    project = visit.desktop.project
    if name not in images(project, desk.article, desk.locale).values():
        raise RefusalError(404, "There is no such image on this page.")
    kind = _IMAGE_TYPES[name.lower().rpartition(".")[2]]
    headers = {"Content-Security-Policy": FRAME_POLICY}
    return Response(read_bytes(project.source / name), media_type=kind, headers=headers)


_IMAGE_TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "svg": "image/svg+xml",
}
"""The types of `media.IMAGES`."""


def _desk(visit: Visit) -> Desk:
    """Read the edition that the address names, if there is one and the reviewer may see it."""
    project = visit.desktop.project
    tag = locales.to_gettext(visit.path["locale"])
    reviewer = project.settings.policy.reviewers.get(visit.session.actor)
    if tag not in reviewed_locales(project) or visit.path["article"] not in article_names(project):
        raise RefusalError(404, "There is no such edition.")
    if reviewer is None or not reviewer.reviews(tag):
        raise RefusalError(403, "This language is reviewed by others.")
    return read_desk(project, tag, ArticleName(visit.path["article"]))


def _item(visit: Visit, desk: Desk) -> Item:
    item = desk.item(visit.path["id"])
    if item is None:
        raise RefusalError(404, "There is no such message; its source may have changed.")
    return item


def _shown(
    visit: Visit, desk: Desk, item: Item, chosen: Filter, clash: views.Clash | None = None
) -> dict[str, Any]:
    """Return what the page of a message shows."""
    found = suggest(visit.desktop.project, desk.locale.tag, desk.article.name, item.message.key)
    actor = visit.session.actor
    try:
        unsigned = review.unsignable(desk.history.policy, actor, visit.desktop.signers.get(actor))
    except InputError as error:
        unsigned = str(error)
    return views.message(desk, item, chosen, actor, found, clash, unsigned)


def _texts(visit: Visit, item: Item) -> tuple[str, ...]:
    """Return what stands in the editor: one text, or all forms of a plural."""
    count = len(item.forms)
    return tuple(
        visit.form.get("msgstr" if number == 0 else f"msgstr{number}", "") for number in range(count)
    )


def _signed(visit: Visit) -> dict[str, Any]:
    actor = visit.session.actor
    return {"actor": actor, "now": visit.desktop.now(), "sign": visit.desktop.signers.get(actor)}


def _remember(visit: Visit, desk: Desk, answer: Answer, what: str, seen: Digest) -> None:
    if answer.entry is not None:
        visit.session.undo = Undo(
            locale=desk.locale.tag, article=desk.article.name, before=answer.entry, seen=seen, what=what
        )


def _address(visit: Visit) -> str:
    return f"/{visit.path['locale']}/{visit.path['article']}/"


def _back(visit: Visit, name: str, chosen: Filter) -> Response:
    return RedirectResponse(f"{_address(visit)}{name}{chosen.query}", 303)
