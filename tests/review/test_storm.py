"""Sixteen reviewers and an editor without our lock, and a server that is killed nine times.

What a reviewer was told is done must be there at the end: an approval in the ledger, a text in
the catalogue, or replaced by a later one, or shown as saved over by the editor.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from argon2 import PasswordHasher

from pipeline import feeds
from pipeline.errors import InputError
from pipeline.ledger.events import Action, short_id
from pipeline.model import Severity
from pipeline.workflow.desk import read_desk
from pipeline.workflow.project import Project, open_project
from tests.review.folder import ARTICLE, ES, draft, make, poedit
from tests.review.running import form

REVIEWERS = 16
KILLS = 9
ENOUGH, LONGEST = 5, 8.0
"""A server is killed after so many answers that something is done, or so many seconds."""

MSGIDS = [f"Paragraph number {number} is here." for number in range(12)]
PEOPLE = [f"reviewer-{number}" for number in range(REVIEWERS)]
SETTINGS = '[project]\nsource_locale = "en"\nlocales = ["es"]\n' + "".join(
    f"[reviewers.{name}]\n" for name in PEOPLE
)
SOURCE = "---\ntitle: Storm\n---\n\n" + "\n\n".join(MSGIDS) + "\n"
PASSWORD = "correct horse"
NAME = "review.example.org"

SERVERS = """
import os, signal, sys
from pathlib import Path
from pipeline.review import server
from pipeline.workflow.project import open_project
import argon2, markdown, uvicorn, pipeline.po, pipeline.render.web

root, port, name, kills = Path(sys.argv[1]), *sys.argv[2:]
project = open_project(root)
for turn in range(int(kills) + 1):
    child = os.fork()
    if not child:
        server.serve(project, port=int(port), actor="", team=name, key=None, announce=lambda _: None)
    sys.stdin.readline()
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
"""
"""Runs a server that has everything imported already, kills it without a warning at each line
of its input, and runs the next."""


@dataclass
class Log:
    """What reviewers were told is done, and how long they waited for it."""

    edits: list[tuple[str, str, str]] = field(default_factory=list)
    """(actor, msgid, text)."""
    approvals: list[tuple[str, str]] = field(default_factory=list)
    """(actor, subject)."""
    seconds: list[float] = field(default_factory=list)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = make(tmp_path / "content", SETTINGS, SOURCE)
    draft(project, ES, {msgid: f"Párrafo: {msgid}" for msgid in MSGIDS})
    # One cheap hash for all: here it is not the passwords that are tried.
    known = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1).hash(PASSWORD)
    (project.root / "review.passwords").write_text("".join(f"{name}:{known}\n" for name in PEOPLE))
    return project


def review(home: str, actor: str, over: threading.Event, log: Log) -> None:
    """Open messages at random, and edit or approve them, logging in again after every crash."""
    rng = random.Random(actor)
    headers = {"Host": NAME, "Origin": f"https://{NAME}"}
    with httpx.Client(base_url=home, headers=headers, timeout=10, verify=False, trust_env=False) as client:
        while not over.wait(0.3):
            with suppress(httpx.HTTPError, AssertionError):
                answer = client.post("/login", data={"name": actor, "password": PASSWORD})
                client.headers["Cookie"] = answer.headers.get("set-cookie", "").partition(";")[0]
                while not over.is_set():
                    work(client, actor, rng, log)


def work(client: httpx.Client, actor: str, rng: random.Random, log: Log) -> None:
    """Do one thing to one message."""
    msgid = rng.choice(MSGIDS)
    address = f"/es/{ARTICLE}/{short_id((None, msgid))}"
    html = client.get(address).text
    action = "approve" if 'value="approve"' in html and rng.random() < 0.5 else "save"
    fields = form(html, action)
    if action == "save":
        fields["msgstr"] = f"Texto {rng.randrange(10**9)} de {actor}."
    started = time.monotonic()
    answer = client.post(address, data=fields)
    if answer.status_code == 303:
        log.seconds.append(time.monotonic() - started)
        if action == "save":
            log.edits.append((actor, msgid, fields["msgstr"]))
        else:
            log.approvals.append((actor, fields["seen"]))


def edit_without_lock(project: Project, over: threading.Event, saved: list[tuple[str, str]]) -> None:
    """Read the whole catalogue, think, and write it back with one change: as Poedit does."""
    rng = random.Random(0)
    while not over.is_set():
        msgid, text = rng.choice(MSGIDS), f"De Poedit {rng.randrange(10**9)}."
        with suppress(InputError):
            poedit(project, msgid, text, think=rng.choice([0.0, 0.2]))
            saved.append((msgid, text))
        time.sleep(0.2)


def wait_for_work(log: Log) -> None:
    """Wait until some more was acknowledged."""
    before, until = len(log.seconds), time.monotonic() + LONGEST
    while len(log.seconds) < before + ENOUGH and time.monotonic() < until:
        time.sleep(0.05)


def free_port() -> int:
    """A port below those that the system gives to clients.

    One of theirs a client can connect to from itself while the server is down, and then holds it.
    """
    import socket

    for port in random.sample(range(20_000, 30_000), 100):
        with suppress(OSError), socket.socket() as probe:
            probe.bind(("127.0.0.1", port))
            return port
    raise AssertionError("there is no free port")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
def test_nothing_that_was_acknowledged_is_lost(
    project: Project, record_testsuite_property: Callable[[str, object], None]
) -> None:
    port, log = free_port(), Log()
    saved: list[tuple[str, str]] = []
    options = [str(project.root), str(port), NAME, str(KILLS)]
    servers = subprocess.Popen([sys.executable, "-c", SERVERS, *options], stdin=subprocess.PIPE, text=True)
    home, over = f"http://127.0.0.1:{port}", threading.Event()
    threads = [threading.Thread(target=review, args=(home, name, over, log)) for name in PEOPLE]
    threads.append(threading.Thread(target=edit_without_lock, args=(project, over, saved)))
    for thread in threads:
        thread.start()
    try:
        for _ in range(KILLS + 1):
            wait_for_work(log)
            assert servers.stdin is not None
            servers.stdin.write("\n")
            servers.stdin.flush()
        assert servers.wait(timeout=30) == 0
    finally:
        servers.kill()
        servers.communicate()
        over.set()
        for thread in threads:
            thread.join()
    p95 = statistics.quantiles(log.seconds, n=20)[-1] if len(log.seconds) > 20 else 0.0
    figures = {
        "edits": len(log.edits),
        "approvals": len(log.approvals),
        "foreign": len(saved),
        "p95": round(p95, 3),
    }
    record_testsuite_property("storm", json.dumps(figures))
    assert log.edits
    assert log.approvals
    check(open_project(project.root), log)


def check(project: Project, log: Log) -> None:
    """Look for everything that was acknowledged."""
    found = feeds.read_feeds(project.root, ES, ARTICLE)
    assert not [one for feed in found for one in feed.findings if one.severity is Severity.ERROR]
    desk = read_desk(project, ES, ARTICLE)
    assert not [one for one in desk.history.findings if one.severity is Severity.ERROR]
    events = [line.event for feed in found for line in feed.lines]
    approved = {(event.actor, event.subject) for event in events if event.action is Action.APPROVE}
    assert set(log.approvals) <= approved
    written = {(event.actor, event.text[0]) for event in events if event.action is Action.EDIT}
    assert {(actor, text) for actor, _, text in log.edits} <= written
    for msgid in MSGIDS:
        item = next(one for one in desk.items if one.message.msgid == msgid)
        edits = [event for event in item.events if event.action is Action.EDIT]
        drafted = item.engine != ""
        ours = drafted or item.forms in {event.text for event in edits}
        seen_since = any(event.subject == item.verdict.subject for event in item.events)
        assert ours or seen_since or not edits or item.astray is not None
