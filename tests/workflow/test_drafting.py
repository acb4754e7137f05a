"""Drafting over processes: the same drafts however many there are, and what a killed run leaves behind."""

import json
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.model import ArticleName, LocaleTag
from pipeline.workflow import draft, drafting, drafts, pool
from pipeline.workflow.draft import draft_missing
from pipeline.workflow.drafting import Order
from pipeline.workflow.project import read_catalogue
from tests.fakes.translation_server import Fault, TranslationServer
from tests.workflow.folder import ARTICLES, ES, REPOSITORY, TEA, Folder

XA = LocaleTag("en_XA")
COUNT = 8
NAMES = [ArticleName(f"tea-{number}") for number in range(COUNT)]

SPREAD = """\
import os, signal, sys
from multiprocessing import active_children
from pathlib import Path
from pipeline.workflow import draft, pool
from pipeline.workflow.project import open_project

def progress(step):
    print(step, flush=True)
    if kills and step.startswith("drafted") and active_children():
        os.kill(active_children()[0].pid, kills.pop())
        print("killed", flush=True)

pool._SAMPLE = pool._START = 0
draft._MANY = 1
kills = [signal.SIGKILL] * int(sys.argv[2])
draft.draft_missing(open_project(Path(sys.argv[1])), jobs=2, progress=progress)
"""
"""A drafting by two processes, though there is so little to do; some of them are killed."""


@pytest.fixture
def server() -> Iterator[TranslationServer]:
    made = TranslationServer()
    yield made
    made.stop()


def several(folder: Folder, *, engines: str = "[]", special: str = "", preview: str = "") -> Folder:
    """Give a folder articles of which each has a text of its own, and engines for Spanish; extract."""
    folder.replace("pipeline.toml", "engines = []", f"engines = {engines}\n\n{special}")
    folder.replace("pipeline.toml", 'locales = ["es"]', f'locales = ["es"]{preview}')
    for number, name in enumerate(NAMES):
        text = (
            ARTICLES[TEA]
            .replace("green-tea", name)
            .replace("Tea is a drink", f"Tea number {number} is a drink")
        )
        folder.write(f"source/{name}.md", text)
    folder.run("extract")
    return folder


def catalogues(folder: Folder) -> dict[str, bytes]:
    return {name: data for name, data in folder.tree("locales").items() if name.endswith(".po")}


def ledger(folder: Folder) -> list[tuple[str, str, str]]:
    """Return the drafts that the ledger has: of which article, by which engine, and the text."""
    return [
        (path.parent.name, event["actor"], event["text"][0])
        for path in sorted(folder.path("locales").rglob("*.jsonl"))
        for event in map(json.loads, path.read_text("utf-8").splitlines())
        if event["action"] == "draft"
    ]


def standing(folder: Folder, tag: LocaleTag = ES) -> list[tuple[str, str, str]]:
    """Return the drafts that catalogues have, likewise; every one of them can be read."""
    found = []
    for name in (TEA, *NAMES, ArticleName("water")):
        held = read_catalogue(folder.project, tag, name)
        assert held is not None
        for entry in held.entries:
            if entry.msgstr:
                assert entry.fuzzy
                (comment,) = entry.translator_comments
                found.append((name, comment.removeprefix("imprimatur: drafted by ").split()[0], entry.msgstr))
    return found


def spread(folder: Folder, kills: int = 0) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", SPREAD, str(folder.root), str(kills)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=REPOSITORY,
    )


class TestSeveralProcesses:
    """Draft what one would."""

    @pytest.mark.parametrize("kills", [0, 1])
    def test_make_the_same_though_one_is_killed(self, folder: Folder, tmp_path: Path, kills: int) -> None:
        several(folder, preview='\npreview_locales = ["en_XA", "ar_XB"]')
        folder.write("locales/es/memory/known.tmx", KNOWN)
        alone = Folder(Path(shutil.copytree(folder.root, tmp_path / "alone")))
        told, said = spread(folder, kills).communicate(timeout=120)
        assert told.count("killed") == kills
        assert not said
        alone.run("draft", "--jobs", "1")
        assert catalogues(folder) == catalogues(alone)
        assert ledger(folder) == ledger(alone)
        assert {engine for _, engine, _ in ledger(folder)} == {"memory", "pseudo"}
        assert len(ledger(folder)) == 2 * (6 * (COUNT + 1) + 2) + 1 + COUNT
        assert not list(folder.path(".pipeline/drafts").glob("*/*"))

    def test_leave_services_to_the_run_itself(self, folder: Folder, server: TranslationServer) -> None:
        several(folder, engines='["apertium", "openai", "pseudo"]', special=openai(server))
        worked = drafting.work(folder.project, "run", TEA, [Order(locale=ES, local=("pseudo",), last=False)])
        (left,) = worked.left
        assert not server.script.requests
        assert worked.messages == 0
        assert {problem.kind.value for _, said in left.requests for _, problem in said} == {"unsupported"}

    def test_tell_how_far_they_have_come(self, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
        several(folder, preview='\npreview_locales = ["en_XA"]')
        times = iter(range(0, 10_000, 10))
        monkeypatch.setattr(pool.time, "monotonic", lambda: float(next(times)))
        monkeypatch.setattr(draft, "_MANY", 5)
        told: list[str] = []
        draft_missing(folder.project, [XA], progress=told.append, jobs=1)
        assert any(" of 56 messages, " in step and " left" in step for step in told)
        assert "drafted 6 messages of tea" in told


def test_an_article_that_is_known_to_wait_for_nothing_is_not_read(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    several(folder, preview='\npreview_locales = ["en_XA"]')
    folder.translate(dict.fromkeys(("Water", "Water is wet."), "by a person"), ArticleName("water"))
    folder.translate(dict.fromkeys(("Water", "Water is wet."), "by a person"), ArticleName("water"), XA)
    time.sleep(0.03)  # What is younger than the clock's tick is looked at again.
    folder.run("build")
    read: list[str] = []
    real = drafting.waiting
    monkeypatch.setattr(
        drafting, "waiting", lambda project, name, only: read.append(name) or real(project, name, only)
    )
    folder.run("draft")
    assert sorted(read) == sorted([TEA, *NAMES])


class TestServices:
    """What they are asked for comes after what this machine can do, and what both said is told."""

    def test_are_asked_for_what_the_memory_does_not_know(
        self, folder: Folder, server: TranslationServer
    ) -> None:
        several(folder, engines='["openai"]', special=openai(server))
        folder.write("locales/es/memory/known.tmx", KNOWN)
        folder.run("draft")
        assert ("tea", "memory", "Espera.") in standing(folder)
        assert all("Wait a moment" not in text for text in asked(server))
        assert sorted(ledger(folder)) == sorted(standing(folder))

    @pytest.mark.parametrize("many", [1, 50])
    def test_what_each_engine_said_is_told_in_their_order(
        self, folder: Folder, server: TranslationServer, many: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        server.script.faults = [Fault.AUTH] * 9
        several(folder, engines='["pseudo", "openai"]', special=openai(server))
        monkeypatch.setattr(draft, "_MANY", many)
        (note,) = draft_missing(folder.project, jobs=1).notes
        assert re.search(r"es: 56 messages stay untranslated: pseudo: .*; openai: ", note)


class TestAKilledRun:
    """Leaves whole catalogues, and the next one goes on where it was."""

    def test_pays_for_nothing_twice_but_what_was_under_way(
        self, folder: Folder, server: TranslationServer
    ) -> None:
        several(folder, engines='["openai"]', special=openai(server))
        server.script.latency = 0.03
        process = folder.start("draft", "--jobs", "2")
        try:
            wait(lambda: len(server.script.requests) > 25)
            process.send_signal(signal.SIGKILL)
        finally:
            process.kill()
            process.communicate()
        assert not list(folder.path("locales").rglob("*.tmp"))
        before = standing(folder)
        assert 0 < len(before) < 56
        assert set(ledger(folder)) <= set(before)
        untouched = folder.entry("Water is wet.", ArticleName("water"))
        assert not untouched.msgstr
        server.script.latency = 0
        time.sleep(0.1)  # What was under way has arrived.
        folder.run("draft")
        after = standing(folder)
        assert (len(after), set(before) - set(after)) == (56, set())
        assert sorted(ledger(folder)) == sorted(after)
        # A text with other neighbours is another question.
        bodies = Counter(json.dumps(each["body"]) for each in server.script.requests)
        assert sum(bodies.values()) - len(bodies) <= WORKERS
        assert folder.run("draft").stdout == "Nothing to draft: every message has a translation.\n"

    def test_by_several_processes_goes_on_too(self, folder: Folder) -> None:
        several(folder, preview='\npreview_locales = ["en_XA"]')
        process = spread(folder)
        assert process.stdout is not None
        try:
            wait(lambda: process.stdout.readline().startswith("drafted "))  # type: ignore[union-attr]
            process.send_signal(signal.SIGKILL)
        finally:
            process.kill()
            # Its end comes once no process of it holds the other side.
            process.communicate(timeout=60)
        assert set(ledger(folder)) <= set(standing(folder, XA))
        folder.run("draft")
        assert len(standing(folder, XA)) == 56
        assert sorted(ledger(folder)) == sorted(standing(folder, XA))

    @pytest.mark.parametrize("edited", [False, True])
    def test_between_catalogue_and_ledger_is_made_up_for(
        self, folder: Folder, monkeypatch: pytest.MonkeyPatch, edited: bool
    ) -> None:
        """But not for a text that a person has written in the meantime."""

        class KilledError(BaseException):
            """Stands for SIGKILL: nothing of ours runs after it."""

        def killed(*_: object) -> None:
            raise KilledError

        several(folder, preview='\npreview_locales = ["en_XA"]')
        with monkeypatch.context() as patch:
            patch.setattr(drafts.feeds, "append", killed)
            with pytest.raises(KilledError):
                draft_missing(folder.project, [XA], jobs=1)
        drafted = standing(folder, XA)
        assert len(drafted) == 6
        assert not ledger(folder)
        if edited:
            folder.translate({"Tea is a drink.": "by a person"}, locale=XA)
            drafted = [each for each in drafted if "Ţéé ŧš å" not in each[2] and "Ţéé îš" not in each[2]]
        folder.run("draft")
        assert len(ledger(folder)) == (55 if edited else 56)
        assert set(drafted) <= set(ledger(folder))
        assert not list(folder.path(".pipeline/drafts").glob("*/*"))


WORKERS = 4
"""Requests at a time, unless the settings say otherwise."""

KNOWN = """<?xml version="1.0"?><tmx version="1.4"><body><tu><tuv xml:lang="en"><seg>Wait a moment.</seg></tuv>
<tuv xml:lang="es"><seg>Espera.</seg></tuv></tu></body></tmx>
"""


def openai(server: TranslationServer) -> str:
    """Return settings of a language model at `server`, that is asked for one message at a time."""
    return f'[engines.openai]\nurl = "{server.base}/v1"\nmodel = "fake"\nbatch = 1\nper_second = 1000\n'


def asked(server: TranslationServer) -> list[str]:
    """Return every text that the server was sent."""
    bodies = [each["body"] for each in server.script.requests]
    return [text for body in bodies for text in json.loads(body["messages"][-1]["content"]).values()]


def wait(for_what: Callable[[], object]) -> None:
    """Wait for something of another process."""
    end = time.monotonic() + 60
    while not for_what():
        assert time.monotonic() < end
        time.sleep(0.01)
