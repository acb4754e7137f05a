"""What a person waits for in a folder that was built: nothing changed, one article did, one message did."""

import re
import subprocess
import threading
import time
import urllib.request
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench import folders
from bench.measure import DATA, PIPELINE, Bar, Contest, Contestant, Run, environment, in_turns, measured
from bench.translation import LOCALES

SIZE = "1,000 × 10"


def run(*, quick: bool) -> list[Contest]:
    """Measure."""
    count, rounds = (20, 3) if quick else (1000, 7)
    folder = _built(count, "changes")
    alone = _built(1, "changes-alone")
    return [_nothing(folder, rounds), _article(folder, alone, rounds), _message(folder, count, rounds)]


def _built(count: int, name: str) -> Path:
    """Return a folder under git, published."""
    folder = folders.fresh(folders.content(count, LOCALES), name)
    for command in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "-m", "All")):
        measured(("git", "-c", "user.name=bench", "-c", "user.email=bench@localhost", *command), folder)
    measured((*PIPELINE, "-C", folder, "publish"))
    return folder


def _nothing(folder: Path, rounds: int) -> Contest:
    publish = partial(measured, (*PIPELINE, "-C", folder, "publish"))
    status = partial(measured, ("git", "status", "--short"), folder)
    publish()
    status()
    taken = in_turns(
        [
            Contestant(name="Imprimatur", count=1, run=publish, rounds=rounds),
            Contestant(name="git status", count=1, run=status, rounds=rounds),
        ]
    )
    ours, git = (each.seconds for each in taken)
    bar = Bar(job=f"nothing changed, {SIZE}", beside="git status", value=ours / git, most=5)
    notes = ("`pipeline publish` and `git status` over the same tree, both after a run before.",)
    return Contest(title="Nothing changed", unit="run", taken=taken, bars=(bar,), notes=notes)


def _article(folder: Path, alone: Path, rounds: int) -> Contest:
    edits = iter(range(10**6))

    def change(folder: Path) -> None:
        """Let the author say one paragraph otherwise."""
        path = folder / "source" / "article-0.md"
        text = path.read_text(encoding="utf-8")
        head, rest = text.split("### ", 1)
        heading, body = rest.split("\n\n", 1)
        # What was put there before goes, or the paragraph would be another one after some rounds.
        body = re.sub(r"^New \d+\. ", "", body)
        path.write_text(f"{head}### {heading}\n\nNew {next(edits)}. {body}", encoding="utf-8")

    def contestant(name: str, folder: Path, change: Callable[[], object]) -> Contestant:
        run = partial(measured, (*PIPELINE, "-C", folder, "publish"))
        return Contestant(name=name, count=1, run=run, prepare=change, rounds=min(rounds, 5))

    taken = in_turns(
        [
            contestant("Imprimatur", folder, partial(change, folder)),
            contestant("nothing changed", folder, lambda: None),
            contestant("that article alone in a folder", alone, partial(change, alone)),
        ]
    )
    one, nothing, only = (each.seconds for each in taken)
    bar = Bar(
        job=f"one article changed of {SIZE}",
        beside="nothing changed plus those editions alone",
        value=one / (nothing + only),
        most=1.5,
    )
    notes = (
        "A paragraph of an article changed; `pipeline publish` updates its catalogues and its editions.",
    )
    return Contest(title="One article changed", unit="run", taken=taken, bars=(bar,), notes=notes)


def _message(folder: Path, count: int, rounds: int) -> Contest:
    """Change a message while the preview serves the folder; wait until its page is there and told of."""
    number = count // 2
    catalogue = folder / "locales" / "de" / "LC_MESSAGES" / f"article-{number}.po"
    command = [str(part) for part in (*PIPELINE, "-C", folder, "preview", "--port", "0")]
    with (DATA / "preview.log").open("wb") as log:
        server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True, env=environment())
    try:
        assert server.stdout is not None
        address = re.search(r"http://[^/]+", server.stdout.readline())
        assert address, "the preview did not start"
        page = f"{address[0]}/preview/de/article-{number}/index.html"
        runs = []
        for turn in range(rounds + 1):
            taken = _reload(address[0], page, catalogue, f"Neuung{turn}x{turn}")
            if turn:
                runs.append(taken)
    finally:
        server.terminate()
        server.wait()
    contestant = in_turns(
        [Contestant(name="Imprimatur", count=1, run=partial(runs.pop, 0), rounds=len(runs))], quiet=True
    )
    value = contestant[0].seconds * 1000
    bar = Bar(
        job="one message changed, preview open",
        beside="until the page reloads",
        value=value,
        most=300,
        unit="ms",
    )
    notes = (
        f"A translator saves one catalogue of {SIZE}; the time until the browser is told and has the page.",
    )
    return Contest(title="One message changed", unit="save", taken=contestant, bars=(bar,), notes=notes)


def _reload(server: str, page: str, catalogue: Path, word: str) -> Run:
    told = threading.Event()

    def listen() -> None:
        with urllib.request.urlopen(f"{server}/-/changes", timeout=120) as events:
            ready.set()
            for line in events:
                if line.startswith(b"event: built"):
                    told.set()
                    return

    ready = threading.Event()
    threading.Thread(target=listen, daemon=True).start()
    ready.wait(30)
    time.sleep(0.5)
    text = catalogue.read_text(encoding="utf-8")
    first = text.index('msgstr "', text.index("#. paragraph")) + len('msgstr "')
    end = re.compile(r"\W").search(text, first)
    assert end
    changed = catalogue.with_suffix(".new")
    changed.write_text(text[:first] + word + text[end.start() :], encoding="utf-8")
    start = time.perf_counter()
    changed.replace(catalogue)
    while True:
        assert told.wait(120), "the preview told of no build"
        with urllib.request.urlopen(page, timeout=30) as answer:
            if word.encode() in answer.read():
                return Run(wall=time.perf_counter() - start, cpu=0, peak=0)
        told.clear()
        threading.Thread(target=listen, daemon=True).start()
