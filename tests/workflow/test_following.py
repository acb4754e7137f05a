"""What the preview makes after a save, in which order, and that no older page follows a newer one."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import ImprimaturError
from pipeline.preview import following
from pipeline.preview.builder import Builder, Done, rebuild
from pipeline.preview.following import Event, Follower, Moment, Saved
from pipeline.preview.screen import Screen
from pipeline.workflow.early import Early
from pipeline.workflow.project import silent
from tests.workflow.folder import SETTINGS, Folder, make

ENGLISH, SPANISH = "en/green-tea/index.html", "es/green-tea/index.html"


@dataclass
class Slow(Builder):
    """Builds when the test says so, in this process."""

    begun: int = 0

    def begin(self) -> None:
        """Count."""
        self.begun += 1


@dataclass
class Desk:
    """A preview without a server, a clock and a process: what happens is handed to it."""

    folder: Folder
    news: "SimpleQueue[Event]" = field(default_factory=SimpleQueue)
    told: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.early, self.builder = Early(), Slow()
        self.screen = Screen(self.early.fresh)
        self.follower = Follower(
            self.folder.root, self.news, self.early, self.screen, self.builder, self.problem
        )
        self.follower.begin()

    def problem(self, error: ImprimaturError) -> None:
        self.told.extend(finding.file for finding in error.findings)

    def save(self, name: str, old: str, new: str) -> None:
        self.folder.replace(name, old, new)
        self.notice(name)

    def notice(self, *names: str) -> None:
        paths = frozenset(self.folder.path(name) for name in names)
        self.follower.take(Saved(paths=paths))

    def rest(self) -> None:
        self.follower.take(Moment.QUIET)

    def build(self) -> None:
        """Let the build that was begun do its work and say so."""
        self.follower.take(Done(changed=rebuild(self.folder.root, silent).changed))

    def shown(self, address: str) -> str:
        """A page as the server answers it."""
        made = self.early.fresh.find(address)
        return made.decode() if made else self.folder.read(f"output/preview/{address}")


@pytest.fixture(autouse=True)
def _no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "_REST", 0.0)


@pytest.fixture
def desk(published: Folder) -> Desk:
    """Everything is built, and what was begun at the start is done."""
    made = Desk(published)
    made.build()
    return made


def test_the_open_page_is_first_then_the_others_then_the_build(desk: Desk) -> None:
    desk.screen.ask(SPANISH)
    before = desk.screen.news.built
    desk.save("source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
    assert desk.screen.news.built == before + 1
    assert "Tea is a hot drink." in desk.shown(SPANISH)
    assert "Tea is a hot drink." not in desk.shown(ENGLISH)
    desk.rest()
    assert desk.screen.news.built == before + 2
    assert "Tea is a hot drink." in desk.shown(ENGLISH)
    assert desk.builder.begun == 1
    desk.rest()
    assert desk.builder.begun == 2
    desk.build()
    assert not desk.early.fresh.units
    assert "Tea is a hot drink." in desk.shown(ENGLISH)


def test_a_save_is_shown_while_a_build_is_under_way_and_outlives_it(desk: Desk) -> None:
    desk.screen.ask(ENGLISH)
    desk.save("source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
    desk.rest()
    desk.rest()
    done = Done(changed=rebuild(desk.folder.root, silent).changed)
    desk.save("source/tea.md", "a hot drink", "a warm drink")
    assert "Tea is a warm drink." in desk.shown(ENGLISH)
    desk.follower.take(done)
    assert "Tea is a warm drink." in desk.shown(ENGLISH)
    desk.rest()
    assert desk.builder.begun == 3


def test_one_build_at_a_time_and_none_while_somebody_goes_on_saving(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "_REST", 1000.0)
    for _ in range(3):
        desk.save("source/tea.md", "a drink", "truly a drink")
        desk.rest()
        desk.rest()
    assert desk.builder.begun == 1
    monkeypatch.setattr(following, "_REST", 0.0)
    desk.rest()
    assert desk.builder.begun == 2
    desk.save("source/tea.md", "Tea", "Green tea")
    desk.rest()
    desk.rest()
    assert desk.builder.begun == 2
    desk.build()
    desk.rest()
    assert desk.builder.begun == 3


def test_what_all_articles_share_is_left_to_a_build_and_a_save_meanwhile_is_not(desk: Desk) -> None:
    desk.screen.ask(ENGLISH)
    desk.folder.replace("pipeline.toml", "Example", "Second")
    desk.rest()
    assert desk.builder.begun == 2
    desk.save("source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
    assert "Tea is a hot drink." in desk.shown(ENGLISH)
    assert "Second" in desk.shown(ENGLISH)
    desk.build()
    assert "Second" in desk.shown(SPANISH)
    desk.rest()
    assert desk.builder.begun == 3


def test_with_something_wrong_no_build_is_begun_and_it_is_told_once(desk: Desk) -> None:
    good = desk.folder.read("source/tea.md")
    for _ in range(2):
        desk.folder.write("source/tea.md", "no front matter")
        desk.notice("source/tea.md")
        desk.rest()
        desk.rest()
    assert desk.told == ["source/tea.md"]
    assert desk.screen.news.notice[0].startswith("source/tea.md:1: ")
    assert desk.builder.begun == 1
    desk.folder.write("source/tea.md", good)
    desk.notice("source/tea.md")
    desk.rest()
    assert not desk.screen.news.notice
    desk.rest()
    assert desk.builder.begun == 2


def test_what_a_build_says_of_files_that_were_saved_meanwhile_is_not_told(desk: Desk) -> None:
    def stopped() -> Done:
        try:
            rebuild(desk.folder.root, silent)
        except ImprimaturError as error:
            return Done(error=error)
        raise AssertionError("nothing was wrong")

    good = desk.folder.read("pipeline.toml")
    desk.folder.write("pipeline.toml", good + "[")
    desk.rest()
    done = stopped()
    desk.folder.write("pipeline.toml", good)
    desk.rest()
    desk.follower.take(done)
    assert not desk.told
    desk.folder.write("pipeline.toml", good + "[")
    desk.rest()
    done = stopped()
    desk.follower.take(done)
    desk.rest()
    desk.follower.take(stopped())
    assert desk.told == ["pipeline.toml"]
    begun = desk.builder.begun
    desk.rest()
    assert desk.builder.begun == begun, "it would stop again"


def test_many_articles_at_once_are_left_to_a_build(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "_MANY", 1)
    desk.folder.replace("source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
    desk.folder.replace("source/water.md", "Water is wet.", "Water is very wet.")
    desk.notice("source/tea.md", "source/water.md")
    assert not desk.early.fresh.units
    desk.rest()
    assert desk.builder.begun == 2


STEPS = ["save", "take back", "translate", "quiet", "build begins", "build swaps", "build is told"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """The folder without PDFs, built: it is done quickly."""
    text = SETTINGS.replace('locales = ["es"]', 'locales = ["es"]\npdf = false')
    made = make(tmp_path_factory.mktemp("built") / "content", text)
    made.run("build")
    return made


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(STEPS), min_size=4, max_size=12))
def test_whoever_is_told_finds_what_was_saved_last(built: Folder, steps: list[str]) -> None:
    """A build may read before a save and swap after it; a page is loaded whenever it is told of news."""
    with TemporaryDirectory() as name:
        walk = Walk(Desk(Folder(Path(shutil.copytree(built.root, Path(name) / "content")))))
        walk.desk.build()
        for step in steps:
            walk.do(step)
            walk.look()
        walk.settle()


@dataclass
class Walk:
    """A writer with a page open, and builds that take their time."""

    desk: Desk
    texts: list[str] = field(default_factory=lambda: ["Tea is a drink."])
    seen: int = 0
    read: str | None = None
    """The article as the build under way has read it."""
    swapped: Done | None = None

    def __post_init__(self) -> None:
        self.desk.screen.ask(ENGLISH)

    def do(self, step: str) -> None:
        desk, told = self.desk, self.desk.builder.begun
        match step:
            case "save":
                self.write(f"Tea is drink number {len(self.texts)}.")
            case "take back":
                self.write(self.texts[-2] if len(self.texts) > 1 else self.texts[-1])
            case "translate":
                desk.folder.translate({"Green tea": f"Té {len(self.texts)}"})
                desk.notice(desk.folder.po())
            case "quiet":
                desk.rest()
            case "build begins":
                desk.rest()
                desk.rest()
            case "build swaps" if self.read is not None and self.swapped is None:
                with self.as_read():
                    self.swapped = Done(changed=rebuild(desk.folder.root, silent).changed)
            case "build is told" if self.swapped is not None:
                done, self.swapped, self.read = self.swapped, None, None
                desk.follower.take(done)
        if desk.builder.begun > told:
            self.read = desk.folder.read("source/tea.md")

    def write(self, text: str) -> None:
        before = self.texts[-1]
        self.texts.append(text)
        self.desk.save("source/tea.md", before, text)

    @contextmanager
    def as_read(self) -> Iterator[None]:
        now = self.desk.folder.read("source/tea.md")
        self.desk.folder.write("source/tea.md", self.read or now)
        try:
            yield
        finally:
            self.desk.folder.write("source/tea.md", now)

    def look(self) -> None:
        if self.desk.screen.news.built != self.seen:
            self.seen = self.desk.screen.news.built
            assert self.texts[-1] in self.desk.shown(ENGLISH)

    def settle(self) -> None:
        """In the end everything is built, and nothing but the disk is shown."""
        for _ in range(4):
            for step in ("quiet", "build begins", "build swaps", "build is told"):
                self.do(step)
                self.look()
        assert not self.desk.early.fresh.units
        assert self.texts[-1] in self.desk.shown(ENGLISH)
        assert self.texts[-1] in self.desk.shown(SPANISH)
