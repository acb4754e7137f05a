"""Editors that know no lock save at the worst moments, and the machine dies at the worst moments."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import store
from pipeline.errors import InputError
from pipeline.ledger.events import subject_of
from pipeline.model import State
from pipeline.workflow import journal
from pipeline.workflow.desk import Item, read_desk
from pipeline.workflow.project import Project
from pipeline.workflow.review import Outcome, save
from tests.review.folder import ARTICLE, DOSE, ES, HEADING, NOON, SPANISH, entry, make, poedit

MINE, THEIRS, LATER = "Nunca supere la dosis.", "Lo que es", "Y qué es"


class KilledError(BaseException):
    """Stands for SIGKILL: nothing of ours runs after it."""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return make(tmp_path / "content")


def write(project: Project, text: str = MINE) -> Outcome:
    """Save a text for the dose on the review page."""
    seen = subject_of(ES, ARTICLE, entry(project, DOSE))
    key = (None, DOSE)
    return save(project, ES, ARTICLE, key=key, seen=seen, text=[text], actor="linguist", now=NOON).outcome


def item(project: Project) -> Item:
    return next(one for one in read_desk(project, ES, ARTICLE).items if one.message.msgid == DOSE)


def journals(project: Project) -> list[Path]:
    return sorted(project.catalogue_path(ES, ARTICLE).parent.glob(".*"))


def exchanging(monkeypatch: pytest.MonkeyPatch, *moments: Callable[[Path, Path], None]) -> None:
    """Let something happen in the place of the first exchanges of two files."""
    real, coming = store.exchange, list(moments)

    def exchange(new: Path, live: Path) -> None:
        if coming:
            coming.pop(0)(new, live)
        else:
            real(new, live)

    monkeypatch.setattr(store, "exchange", exchange)


def exchanged(new: Path, live: Path) -> None:
    """Exchange two files, and nothing else happens."""
    aside = new.with_suffix(".swap")
    new.rename(aside)
    live.rename(new)
    aside.rename(live)


class TestKilled:
    """What an editor had saved is in the catalogue after the next start, whenever the server was killed."""

    def saved_by_an_editor(self, project: Project, msgstr: str = THEIRS) -> Callable[[Path, Path], None]:
        def moment(new: Path, live: Path) -> None:
            poedit(project, HEADING, msgstr)
            exchanged(new, live)

        return moment

    def killed(self, new: Path, live: Path) -> None:
        raise KilledError

    def killed_after(self, new: Path, live: Path) -> None:
        exchanged(new, live)
        raise KilledError

    def test_before_the_exchange(self, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
        exchanging(monkeypatch, self.killed)
        with pytest.raises(KilledError):
            write(project)
        assert entry(project, DOSE).msgstr == SPANISH[DOSE]
        self.goes_on(project, HEADING, SPANISH[HEADING])

    def test_right_after_it(self, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
        exchanging(monkeypatch, self.killed_after)
        with pytest.raises(KilledError):
            write(project)
        assert entry(project, DOSE).msgstr == MINE
        self.goes_on(project, HEADING, SPANISH[HEADING])

    def test_right_after_it_when_somebody_had_saved(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def moment(new: Path, live: Path) -> None:
            self.saved_by_an_editor(project)(new, live)
            raise KilledError

        exchanging(monkeypatch, moment)
        with pytest.raises(KilledError):
            write(project)
        self.goes_on(project, HEADING, THEIRS)

    def test_before_what_they_saved_was_taken_over(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        exchanging(monkeypatch, self.saved_by_an_editor(project), self.killed)
        with pytest.raises(KilledError):
            write(project)
        self.goes_on(project, HEADING, THEIRS)

    def test_after_it_was_taken_over(self, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
        exchanging(monkeypatch, self.saved_by_an_editor(project), self.killed_after)
        with pytest.raises(KilledError):
            write(project)
        assert entry(project, DOSE).msgstr == MINE
        self.goes_on(project, HEADING, THEIRS)

    def goes_on(self, project: Project, msgid: str, msgstr: str) -> None:
        """The next reviewer finds what the editor had saved, and can save; the edit is not forgotten."""
        found = item(project)
        assert MINE in (found.entry.msgstr, *(text for event in found.events for text in event.text))
        assert write(project, "Otra cosa.") in (Outcome.DONE, Outcome.CHANGED)
        assert write(project, "Otra cosa.") is Outcome.DONE
        assert entry(project, msgid).msgstr == msgstr
        assert entry(project, DOSE).msgstr == "Otra cosa."
        assert item(project).state is State.TRANSLATED


class TestAnEditorThatWritesIntoTheFile:
    """It empties the file and fills it, with the file open all the while."""

    def slowly(self, project: Project, seconds: float) -> tuple[threading.Thread, Callable[..., None]]:
        """Empty the catalogue now; what it then holds is written `seconds` later."""
        path = project.catalogue_path(ES, ARTICLE)
        data = path.read_bytes().replace(SPANISH[HEADING].encode(), THEIRS.encode())
        opened = threading.Event()

        def work() -> None:
            with path.open("r+b") as file:
                file.truncate(0)
                opened.set()
                time.sleep(seconds)
                file.write(data)

        thread = threading.Thread(target=work)

        def moment(new: Path, live: Path) -> None:
            thread.start()
            opened.wait()
            exchanged(new, live)

        return thread, moment

    def test_it_is_waited_for(self, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
        thread, moment = self.slowly(project, 0.2)
        exchanging(monkeypatch, moment)
        assert write(project) is Outcome.DONE
        thread.join()
        assert entry(project, HEADING).msgstr == THEIRS
        assert entry(project, DOSE).msgstr == MINE
        assert journals(project) == []

    def test_one_that_takes_too_long_gets_its_file_back(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(journal, "_LONGEST", 2)
        thread, moment = self.slowly(project, 0.6)
        exchanging(monkeypatch, moment)
        with pytest.raises(InputError, match="empty"):
            write(project)
        thread.join()
        assert entry(project, HEADING).msgstr == THEIRS
        assert journals(project) == []
        assert (MINE,) in [event.text for event in item(project).events], "the ledger still tells of it"

    def test_an_empty_file_is_no_catalogue_without_texts(self, project: Project) -> None:
        path = project.catalogue_path(ES, ARTICLE)
        seen = subject_of(ES, ARTICLE, entry(project, DOSE))
        path.write_bytes(b"")
        with pytest.raises(InputError, match="the file is empty"):
            save(
                project,
                ES,
                ARTICLE,
                key=(None, DOSE),
                seen=seen,
                text=[MINE],
                actor="linguist",
                now=NOON,
            )
        assert path.read_bytes() == b""


def test_nothing_is_left_beside_the_catalogue(project: Project) -> None:
    assert write(project) is Outcome.DONE
    assert journals(project) == []
