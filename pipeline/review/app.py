"""The routes of the review page, behind the guard.

Every page is whole without scripts; `static/review.js` only fetches the same pages and puts
their main part in place.
"""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from pipeline.errors import ImprimaturError
from pipeline.review import entrance, handlers
from pipeline.review.guard import Application, Guard
from pipeline.review.visit import HERE, Desktop, Page, RefusalError, Visit, answer, render

_STATIC = {
    "review.css": "text/css; charset=utf-8",
    "review.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}
"""The only files that are served as they are, with their types."""

_FIELDS = 60
"""Fields that a form may have."""


def application(desktop: Desktop, hosts: frozenset[str]) -> Application:
    """Return the application, guarded: it answers only to `hosts`."""
    routes = [
        Route("/login", _open(desktop, entrance.login), methods=["GET", "POST"]),
        Route("/static/{name}", _static),
        Route("/", _page(desktop, handlers.editions)),
        Route("/who", _page(desktop, entrance.who), methods=["GET", "POST"]),
        Route("/logout", _page(desktop, entrance.logout), methods=["POST"]),
        Route("/undo", _page(desktop, handlers.undo), methods=["POST"]),
        Route("/printed/assets/{name}", _page(desktop, handlers.asset)),
        Route("/printed/media/{locale}/{article}/{name:path}", _page(desktop, handlers.image)),
        Route(
            "/printed/{locale}/{article}/{id}", _page(desktop, handlers.printed_page), methods=["GET", "POST"]
        ),
        Route("/{locale}/{article}/", _page(desktop, handlers.edition)),
        Route("/{locale}/{article}/{id}", _page(desktop, handlers.message), methods=["GET", "POST"]),
    ]
    starlette = Starlette(routes=routes, exception_handlers={404: _not_found, RefusalError: _refusal})
    starlette.router.redirect_slashes = False
    return Guard(app=starlette, hosts=hosts)


def _open(desktop: Desktop, handler: Callable[[Desktop, Request, Mapping[str, str]], Response]) -> Any:
    """Make an endpoint that anybody may reach."""

    async def endpoint(request: Request) -> Response:
        form = await _form(request)
        return await run_in_threadpool(handler, desktop, request, form)

    return endpoint


def _page(desktop: Desktop, handler: Page) -> Any:
    """Make an endpoint for those who were let in."""

    async def endpoint(request: Request) -> Response:
        session = desktop.sessions.find(request.cookies.get(desktop.cookie, ""))
        if session is None:
            if request.method == "GET" and desktop.passwords is not None:
                return RedirectResponse("/login", 303)
            raise RefusalError(403, "Open the link that `pipeline review` printed; each opens once.")
        if request.method == "POST" and not desktop.sessions.spend(session):
            raise RefusalError(429, "That was too much at once; please try again in a moment.")
        if not session.actor and request.url.path != "/who":
            return RedirectResponse("/who", 303)
        visit = Visit(
            desktop=desktop,
            session=session,
            query=dict(request.query_params),
            form=await _form(request),
            path=request.path_params,
            posted=request.method == "POST",
        )
        try:
            return await run_in_threadpool(handler, visit)
        except ImprimaturError as error:
            return render(visit, "trouble.html", 409, findings=error.findings)

    return endpoint


async def _form(request: Request) -> dict[str, str]:
    """Read a form. Raises `RefusalError` for one that is none."""
    if request.method != "POST":
        return {}
    try:
        text = (await request.body()).decode("ascii")
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_FIELDS)
    except ValueError:
        raise RefusalError(400, "The form cannot be read.") from None
    return {name: value.replace("\r\n", "\n") for name, value in pairs}


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _STATIC:
        raise RefusalError(404, "There is no such page.")
    return Response((HERE / "static" / name).read_bytes(), media_type=_STATIC[name])


async def _not_found(request: Request, error: Exception) -> Response:
    del request, error
    return answer("refusal.html", 404, reason="There is no such page.")


async def _refusal(request: Request, error: Exception) -> Response:
    del request
    assert isinstance(error, RefusalError)  # noqa: S101 -- Starlette calls this for nothing else.
    return answer("refusal.html", error.status, reason=error.reason)
