"""Serving the review page: on this machine with a one-time link, or for a team behind TLS."""

import socket
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import feeds, store
from pipeline.errors import InputError, MachineError
from pipeline.ledger.feed import Signer
from pipeline.model import Finding
from pipeline.review.app import application
from pipeline.review.sessions import Passwords, Sessions
from pipeline.review.visit import Desktop
from pipeline.workflow.project import Project

if TYPE_CHECKING:
    import uvicorn

PASSWORDS = "review.passwords"
"""The team's password hashes, in the content folder and ignored by git."""

LOOPBACK = "127.0.0.1"

_HINT = "add [reviewers.NAME] to pipeline.toml, with roles and locales"


def serve(
    project: Project,
    *,
    port: int,
    actor: str,
    team: str,
    key: Path | None,
    announce: Callable[[str], None],
) -> None:
    """Serve the review page until it is interrupted.

    Always on loopback: a team's proxy, which speaks TLS under the name `team`, stands before it.
    `port` 0 takes any that is free. `actor` is who reviews, empty to ask on the page. `key` is
    the private SSH key that signs what `actor` says. `announce` is told the address to open.
    Raises `InputError` for an unknown actor, `MachineError` for a port that is taken.
    """
    reviewers = project.settings.policy.reviewers
    if actor and actor not in reviewers:
        known = f"known: {', '.join(reviewers)}" if reviewers else _HINT
        raise InputError(Finding(id="review.actor", reason=f"“{actor}” is no reviewer", hint=known))
    from pipeline.review.sessions import read_passwords

    passwords = read_passwords(project.root / PASSWORDS) if team else None
    signers: Mapping[str, Signer] = {actor: feeds.ssh_signer(key)} if key and actor else {}
    with _listen(port) as listener:
        number = listener.getsockname()[1]
        server, sessions = prepare(
            project, port=number, actor=actor, team=team, passwords=passwords, signers=signers
        )
        home = f"http://{LOOPBACK}:{number}"
        announce(f"https://{team}/ (from {home})" if team else f"{home}/login?key={sessions.link_key()}")
        server.run(sockets=[listener])


def prepare(
    project: Project,
    *,
    port: int,
    actor: str = "",
    team: str = "",
    passwords: Passwords | None = None,
    signers: Mapping[str, Signer] | None = None,
) -> "tuple[uvicorn.Server, Sessions]":
    """Return the server for a port that is listened on, and the sessions that it knows."""
    import uvicorn

    sessions = Sessions(clock=time.monotonic)
    desktop = Desktop(
        project=project,
        sessions=sessions,
        now=_now,
        actor=actor,
        passwords=passwords,
        signers=signers or {},
        secure=bool(team),
    )
    hosts = frozenset({team.lower()} if team else {f"{LOOPBACK}:{port}", f"localhost:{port}"})
    config = uvicorn.Config(
        application(desktop, hosts),
        log_level="error",
        access_log=False,
        lifespan="off",
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=30,
        h11_max_incomplete_event_size=32 * 1024,
        limit_concurrency=256,
    )
    return uvicorn.Server(config), sessions


def change_password(project: Project, name: str, password: str) -> None:
    """Set a reviewer's password for a team's page. Raises `InputError` for an unknown name."""
    from pipeline.review.sessions import hash_password, read_passwords

    if name not in project.settings.policy.reviewers:
        raise InputError(Finding(id="review.actor", reason=f"“{name}” is no reviewer", hint=_HINT))
    path = project.root / PASSWORDS
    held = dict(read_passwords(path).hashes) if path.exists() else {}
    held[name] = hash_password(password)
    store.write_atomic(path, "".join(f"{each}:{value}\n" for each, value in sorted(held.items())).encode())
    path.chmod(0o600)


def _listen(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((LOOPBACK, port))
        # From now on a browser that comes before the server is ready waits, and is not refused.
        listener.listen()
    except OSError as error:
        listener.close()
        raise MachineError(
            Finding(
                id="review.port",
                reason=f"port {port} cannot be used: {error.strerror}",
                hint="another review page may be open; choose a port with --port, or 0 for any",
            )
        ) from error
    return listener


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
