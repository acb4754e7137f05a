"""A visit: one request of somebody who was let in, and how it is answered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from starlette.responses import Response

from pipeline.ledger.feed import Signer
from pipeline.review import printed
from pipeline.review.sessions import Passwords, Session, Sessions
from pipeline.workflow.project import Project

HERE = Path(__file__).parent


class RefusalError(Exception):
    """An answer that is no page of the application: a status, and a sentence for people."""

    def __init__(self, status: int, reason: str) -> None:
        """Answer with `status`, an HTTP code."""
        super().__init__(reason)
        self.status, self.reason = status, reason


@dataclass(frozen=True, kw_only=True, slots=True)
class Desktop:
    """What all handlers share: the content folder, who is here, and the clock."""

    project: Project
    sessions: Sessions
    now: Callable[[], datetime]
    actor: str = ""
    """Who reviews on this machine, if that was said at the start."""
    passwords: Passwords | None = None
    """For a team; None on one's own machine, where a one-time link is the way in."""
    signers: Mapping[str, Signer] = field(default_factory=dict)
    """How the words of each reviewer are signed, where they are."""
    secure: bool = False
    """Whether browsers come by TLS, and the cookie may come by nothing else."""

    @property
    def cookie(self) -> str:
        """The name of the session's cookie (RFC 6265bis prefixes)."""
        return "__Host-imprimatur" if self.secure else "imprimatur"


@dataclass(frozen=True, kw_only=True, slots=True)
class Visit:
    """One request of somebody who was let in."""

    desktop: Desktop
    session: Session
    query: Mapping[str, str]
    form: Mapping[str, str]
    path: Mapping[str, str]
    posted: bool


Page = Callable[[Visit], Response]
"""What answers a visit."""


def render(visit: Visit, template: str, status: int = 200, *, told: str = "", **values: Any) -> Response:
    """Answer with a page for somebody who is in."""
    told, visit.session.told = told or visit.session.told, ""
    common = {
        "actor": visit.session.actor,
        "told": told,
        "warned": status != 200,
        "undo": visit.session.undo,
        "team": visit.desktop.passwords is not None,
        "brand": visit.desktop.project.settings.brand.name,
    }
    return answer(template, status, **common, **values)


def answer(file: str, status: int = 200, **values: Any) -> Response:
    """Answer with a page for anybody. Everything in `values` is escaped."""
    html = _environment().get_template(file).render(**values)
    return Response(html, status, media_type="text/html")


@cache
def _environment() -> Any:
    """Make Jinja2 escape everything, and take templates from beside this module only."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["anchor"] = printed.anchor
    return environment
