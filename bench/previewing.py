"""What a writer waits for beside an open preview page, on this repository's own folder: save, look, save.

Who looks is a client that does what the page's script does: it keeps the line of events open, fetches its
page when it is told of a build, and loads it when it is another one.
"""

import re
import shutil
import subprocess
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

from bench.measure import DATA, PIPELINE, ROOT, Bar, Contest, Contestant, Run, environment, in_turns, measured

ARTICLE, LOCALE = "hbot-for-multiple-sclerosis", "es"
"""What is saved, and in which language it is looked at."""

_WORDS = (f"Zq{number}x" for number in count(1))
"""A word that stands nowhere, for each save."""


def run(*, quick: bool) -> list[Contest]:
    """Measure."""
    starts, saves = (1, 2) if quick else (5, 3)
    folder = _folder()
    taken: dict[str, list[Run]] = {}
    for change, kind in ((_translate, "catalogue"), (_write, "article")):
        for _ in range(starts):
            with _preview(folder) as page:
                times = [_saved(folder, page, change) for _ in range(saves + 1)]
                taken.setdefault(f"{kind}, first save", []).append(times[0])
                taken.setdefault(f"{kind}, later saves", []).extend(times[1:])
                during = taken.setdefault(f"{kind}, while the rest is built", [])
                during.extend(_saved(folder, page, change, during=True) for _ in range(saves))
    contestants = [
        Contestant(name=name, count=1, run=partial(runs.pop, 0), rounds=len(runs))
        for name, runs in taken.items()
    ]
    contest = Contest(title="Saved beside an open page", unit="save", taken=in_turns(contestants, quiet=True))
    bars = tuple(
        Bar(
            job=f"saved {each.name.replace(' saves', ' save')}, preview open",
            beside="until the page reloads",
            value=each.seconds * 1000,
            most=1000,
            unit="ms",
        )
        for each in contest.taken
    )
    editions = len(list((folder / "output" / "preview").glob("*/*/index.html")))
    note = (
        f"This repository's own articles, {editions} pages. The page in {LOCALE} is open while one is saved."
    )
    return [Contest(title=contest.title, unit=contest.unit, taken=contest.taken, bars=bars, notes=(note,))]


def _folder() -> Path:
    """Return a copy of this repository's content, built."""
    folder = DATA / "runs" / "previewing"
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("source", "locales"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copyfile(ROOT / "pipeline.toml", folder / "pipeline.toml")
    measured((*PIPELINE, "-C", folder, "build"))
    return folder


@dataclass
class _Page:
    """A page that is open in a browser."""

    server: str
    address: str

    def __post_init__(self) -> None:
        self.text, self._news = "", threading.Condition()
        self._load()
        threading.Thread(target=self._listen, daemon=True).start()

    def wait(self, word: str) -> None:
        """Wait until the page shows a word. Raises `TimeoutError`."""
        with self._news:
            if not self._news.wait_for(lambda: word in self.text, 120):
                raise TimeoutError(f"the preview never showed {word}")

    def _listen(self) -> None:
        with urllib.request.urlopen(f"{self.server}/-/changes", timeout=120) as events:
            try:
                for line in events:
                    if line.startswith(b"event: built"):
                        self._load()
            except OSError:
                return

    def _load(self) -> None:
        for _ in ("to compare it", "to show it"):
            with urllib.request.urlopen(f"{self.server}{self.address}", timeout=60) as answer:
                text = answer.read().decode()
            if text == self.text:
                return
        with self._news:
            self.text = text
            self._news.notify_all()


@contextmanager
def _preview(folder: Path) -> Iterator[_Page]:
    """Serve the folder and open the page."""
    command = [str(part) for part in (*PIPELINE, "-C", folder, "preview", "--port", "0")]
    with (DATA / "preview.log").open("wb") as log:
        server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True, env=environment())
    try:
        assert server.stdout is not None
        address = re.search(r"http://[^/]+", server.stdout.readline())
        if not address:
            raise OSError("the preview did not start")
        found = next((folder / "output" / "preview" / LOCALE).glob(f"*{_slug(folder)}/index.html"))
        yield _Page(address[0], "/" + found.relative_to(folder / "output").as_posix())
    finally:
        server.terminate()
        server.wait()


def _slug(folder: Path) -> str:
    text = _catalogue(folder).read_text(encoding="utf-8")
    told = re.search(r'msgctxt "slug"\nmsgid "([^"]*)"\nmsgstr "([^"]*)"', text)
    if not told:
        raise LookupError("the article has no slug")
    return told[2] or told[1]


def _saved(folder: Path, page: _Page, change: Callable[[Path, str], None], *, during: bool = False) -> Run:
    """Save once, or twice so that the second save comes while the rest of the first is being built."""
    _settled(folder)
    time.sleep(0.5)
    if during:
        word = next(_WORDS)
        change(folder, word)
        page.wait(word)
        _until(lambda: _busy(folder))
    word = next(_WORDS)
    start = time.perf_counter()
    change(folder, word)
    page.wait(word)
    return Run(wall=time.perf_counter() - start, cpu=0, peak=0)


def _settled(folder: Path) -> None:
    """Wait until nothing was built for longer than the preview waits with what takes longer."""
    quiet = time.monotonic()
    while time.monotonic() - quiet < 2.5:
        time.sleep(0.05)
        if _busy(folder):
            quiet = time.monotonic()


def _until(true: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not true():
        if time.monotonic() > until:
            raise TimeoutError("the rest was never built")
        time.sleep(0.005)


def _busy(folder: Path) -> bool:
    """Whether a build holds the outputs."""
    return (folder / ".pipeline" / "locks" / "output.json").exists()


def _catalogue(folder: Path) -> Path:
    return folder / "locales" / LOCALE / "LC_MESSAGES" / f"{ARTICLE}.po"


def _translate(folder: Path, word: str) -> None:
    """Let the translator say a paragraph otherwise."""
    path = _catalogue(folder)
    text = path.read_text(encoding="utf-8")
    at = text.index('msgstr "', text.index("#. paragraph")) + len('msgstr "')
    _replace(path, f"{text[:at]}{word} {re.sub(r'^Zq[0-9]+x ', '', text[at:])}")


def _write(folder: Path, word: str) -> None:
    """Let the author add a paragraph, or say the one that was added otherwise."""
    path = folder / "source" / f"{ARTICLE}.md"
    text = re.sub(r"\nZq[0-9]+x\.\n$", "", path.read_text(encoding="utf-8"))
    _replace(path, f"{text}\n{word}.\n")


def _replace(path: Path, text: str) -> None:
    """Save as editors do: a new file in the place of the old one."""
    new = path.with_name(f".{path.name}.new")
    new.write_text(text, encoding="utf-8")
    new.replace(path)
