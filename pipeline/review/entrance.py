"""The ways in and out: the one-time link, a team's passwords, and who is there."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pipeline.review.sessions import LIFETIME
from pipeline.review.visit import Desktop, RefusalError, Visit, answer, render


def login(desktop: Desktop, request: Request, form: Mapping[str, str]) -> Response:
    """Let somebody in: with the one-time key, or a team's member with name and password."""
    if desktop.passwords is None:
        token = desktop.sessions.redeem(request.query_params.get("key", ""), desktop.actor)
        if request.method != "GET" or token is None:
            raise RefusalError(
                403, "This link has been used, or is not complete. `pipeline review` prints a new one."
            )
        # Not a redirect: a strict cookie would not come along on one that began elsewhere.
        return _admit(desktop, answer("welcome.html"), token)
    if request.method == "GET":
        return answer("login.html", wrong=False, name="")
    name, password = form.get("name", "").strip(), form.get("password", "")
    if not desktop.sessions.may_try(name):
        raise RefusalError(429, "Too many tries. Please wait a minute.")
    known = name in desktop.project.settings.policy.reviewers
    if not (len(password) <= 1024 and desktop.passwords.right(name, password) and known):
        return answer("login.html", 403, wrong=True, name=name)
    desktop.sessions.forgive(name)
    return _admit(desktop, RedirectResponse("/", 303), desktop.sessions.start(name))


def _admit(desktop: Desktop, response: Response, token: str) -> Response:
    response.set_cookie(
        desktop.cookie,
        token,
        max_age=int(LIFETIME),
        httponly=True,
        samesite="strict",
        secure=desktop.secure,
        path="/",
    )
    return response


def logout(visit: Visit) -> Response:
    """Close the session."""
    visit.session.until = 0.0
    response = answer("goodbye.html")
    response.delete_cookie(
        visit.desktop.cookie, path="/", secure=visit.desktop.secure, httponly=True, samesite="strict"
    )
    return response


def who(visit: Visit) -> Response:
    """Ask who reviews. On one's own machine anybody may say; in a team the password said it."""
    reviewers = visit.desktop.project.settings.policy.reviewers
    if visit.posted:
        if visit.desktop.passwords is not None or visit.form.get("actor") not in reviewers:
            raise RefusalError(403, "Nobody of that name reviews here.")
        visit.session.actor = visit.form["actor"]
        return RedirectResponse("/", 303)
    return render(visit, "who.html", reviewers=reviewers.values())
