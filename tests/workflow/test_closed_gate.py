"""No text reaches the site whose exact bytes are not approved: after any history, and any damage."""

import json
import random
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from pipeline import feeds
from pipeline.errors import InputError
from pipeline.ledger.events import Action, Event, short_id, subject_of
from pipeline.model import Digest
from pipeline.workflow.project import Project, open_project
from pipeline.workflow.review import Outcome, Word, decide, save
from pipeline.workflow.survey import Candidate, survey
from tests.review.folder import ARTICLE, ES, NOON, SETTINGS, SPANISH, entry, make, poedit

FLIPS = 1_000
SOURCE = "---\ntitle: Oxygen under pressure\n---\n\n## What it is\n\nDo not exceed the dose.\n"
KEYS = [("title", "Oxygen under pressure"), (None, "What it is"), (None, "Do not exceed the dose.")]
PEOPLE = ["linguist", "second-linguist", "french-linguist", "translator", "apertium"]
ELIGIBLE = {"linguist", "second-linguist"}
TEXTS = ["Una cosa.", "Otra cosa."]


def candidate(project: Project) -> Candidate | None:
    """The Spanish edition as the gate sees it; None where its files cannot be read, so nothing is built."""
    try:
        return next(one for one in survey(project, [ES]) if one.locale.tag == ES)
    except InputError:
        return None


class Histories(RuleBasedStateMachine):
    """People edit, approve, reject and revoke, editors save over it, clones are merged, feeds damaged.

    A model of its own keeps who approved and who wrote which text; the gate may let only that pass.
    """

    steps = passed = 0
    """How often the gate was asked, and how often it let the edition pass."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.project = make(Path(self.folder.name) / "content", SETTINGS, SOURCE)
        self.words: dict[tuple[str, Digest], str] = {}
        """The latest word of each person on each text."""
        self.wrote: set[tuple[str, Digest]] = set()

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()

    def subject(self, key: tuple[str | None, str]) -> Digest:
        return subject_of(ES, ARTICLE, entry(self.project, key[1]))

    @rule(
        key=st.sampled_from(KEYS),
        actor=st.sampled_from(PEOPLE),
        action=st.sampled_from([Action.APPROVE, Action.APPROVE, Action.REJECT, Action.REVOKE]),
        old=st.booleans(),
    )
    def say(self, key: tuple[str | None, str], actor: str, action: Action, old: bool) -> None:
        """Somebody says something, now and then of a text that is not there any more."""
        seen = Digest("0" * 64) if old else self.subject(key)
        word = Word(key=key, seen=seen, action=action, role="linguist", reason="because")
        try:
            (answer,) = decide(self.project, ES, ARTICLE, [word], actor=actor, now=NOON)
        except InputError:
            return
        if answer.outcome is Outcome.DONE:
            self.words[actor, seen] = action.value

    @rule(key=st.sampled_from(KEYS), actor=st.sampled_from(PEOPLE[:2]), text=st.sampled_from(TEXTS))
    def edit(self, key: tuple[str | None, str], actor: str, text: str) -> None:
        """Somebody writes another text on the review page."""
        try:
            answer = save(
                self.project, ES, ARTICLE, key=key, seen=self.subject(key), text=[text], actor=actor, now=NOON
            )
        except InputError:
            return
        if answer.outcome is Outcome.DONE:
            self.wrote.add((actor, self.subject(key)))

    @rule(key=st.sampled_from(KEYS), text=st.sampled_from([*TEXTS, None, ""]))
    def save_in_poedit(self, key: tuple[str | None, str], text: str | None) -> None:
        """A translator saves the file, now and then with the text that the engine had drafted."""
        poedit(self.project, key[1], SPANISH[key[1]] if text is None else text)

    @rule(actor=st.sampled_from(PEOPLE[:2]), key=st.sampled_from(KEYS))
    def approve_everything(self, actor: str, key: tuple[str | None, str]) -> None:
        """Somebody works through the edition, but for nothing."""
        for each in [*KEYS, key]:
            self.say(each, actor, Action.APPROVE, False)

    @rule(
        other=st.sampled_from(["second-linguist", "linguist"]),
        key=st.sampled_from(KEYS),
        revoke=st.booleans(),
    )
    def merge(self, other: str, key: tuple[str | None, str], revoke: bool) -> None:
        """Somebody's words of the same edition arrive from another clone, as a longer feed of theirs."""
        path = feeds.folder(self.project.root, ES, ARTICLE) / f"{other}.jsonl"
        with tempfile.TemporaryDirectory() as name:
            clone = Path(name) / "content"
            subprocess.run(["cp", "-r", str(self.project.root), str(clone)], check=True)
            action = Action.REVOKE if revoke else Action.APPROVE
            seen = self.subject(key)
            word = Word(key=key, seen=seen, action=action, role="linguist")
            try:
                (answer,) = decide(open_project(clone), ES, ARTICLE, [word], actor=other, now=NOON)
            except InputError:
                return
            theirs = feeds.folder(clone, ES, ARTICLE) / f"{other}.jsonl"
            if answer.outcome is Outcome.DONE:
                path.write_bytes(theirs.read_bytes())
                self.words[other, seen] = action.value

    @rule(data=st.data())
    def damage_and_restore(self, data: st.DataObject) -> None:
        """A byte of a feed flips; nothing of the edition passes until git has brought it back."""
        paths = sorted(feeds.folder(self.project.root, ES, ARTICLE).glob("*.jsonl"))
        path = data.draw(st.sampled_from(paths))
        whole = path.read_bytes()
        position = data.draw(st.integers(0, len(whole) - 1))
        path.write_bytes(whole[:position] + bytes([whole[position] ^ 1]) + whole[position + 1 :])
        found = candidate(self.project)
        assert found is None or not found.verdict.publish
        path.write_bytes(whole)

    @invariant()
    def only_approved_texts_pass(self) -> None:
        if not hasattr(self, "project"):
            return
        Histories.steps += 1
        found = candidate(self.project)
        if found is None or not found.verdict.publish:
            return
        Histories.passed += 1
        for each in found.entries:
            assert not each.fuzzy
            said = subject_of(ES, ARTICLE, each)
            approving = {
                who
                for who in ELIGIBLE
                if self.words.get((who, said)) == "approve" and (who, said) not in self.wrote
            }
            assert approving
            assert not [who for who in ELIGIBLE if self.words.get((who, said)) == "reject"]


def test_whatever_happens_only_approved_texts_pass(
    record_testsuite_property: Callable[[str, object], None],
) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    Histories.steps = Histories.passed = 0
    run_state_machine_as_test(
        Histories, settings=settings(max_examples=25, stateful_step_count=15, deadline=None, derandomize=True)
    )
    record_testsuite_property("steps of the state machine", f"{Histories.steps}, {Histories.passed} passed")
    assert Histories.passed, "a gate that is always closed would show nothing"


@pytest.fixture(scope="module")
def approved(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = make(tmp_path_factory.mktemp("folder") / "content", SETTINGS, SOURCE)
    words = [
        Word(
            key=key,
            seen=subject_of(ES, ARTICLE, entry(project, key[1])),
            action=Action.APPROVE,
            role="linguist",
        )
        for key in KEYS
    ]
    decide(project, ES, ARTICLE, words, actor="linguist", now=NOON)
    found = candidate(project)
    assert found is not None
    assert found.verdict.publish
    return project


def test_a_flipped_byte_never_prints(
    approved: Project, record_testsuite_property: Callable[[str, object], None]
) -> None:
    """1,000 random flips in the catalogue and the feeds of an approved edition.

    What still passes prints exactly what was approved: a flip in a comment, for instance.
    """
    before = candidate(approved)
    assert before is not None
    printed = {(one.key, one.msgstr) for one in before.entries}
    folder = feeds.folder(approved.root, ES, ARTICLE)
    paths = [approved.catalogue_path(ES, ARTICLE), *sorted(folder.glob("*.jsonl"))]
    rng = random.Random(1)
    outcomes = {"cannot be read": 0, "waits": 0, "prints what was approved": 0}
    for _ in range(FLIPS):
        path = rng.choice(paths)
        whole = path.read_bytes()
        position, bit = rng.randrange(len(whole)), 1 << rng.randrange(8)
        path.write_bytes(whole[:position] + bytes([whole[position] ^ bit]) + whole[position + 1 :])
        found = candidate(approved)
        path.write_bytes(whole)
        if found is None:
            outcomes["cannot be read"] += 1
        elif not found.verdict.publish:
            outcomes["waits"] += 1
        else:
            outcomes["prints what was approved"] += 1
            assert path.suffix == ".po"
            assert {(one.key, one.msgstr) for one in found.entries} == printed
    record_testsuite_property("flips", json.dumps(outcomes))
    assert sum(outcomes.values()) == FLIPS


def test_a_feed_of_somebody_else_does_not_help(approved: Project) -> None:
    """An approval copied into the feed of another person, or another edition, verifies nowhere."""
    folder = feeds.folder(approved.root, ES, ARTICLE)
    data = (folder / "linguist.jsonl").read_bytes()
    other = folder / "second-linguist.jsonl"
    other.write_bytes(data)
    found = candidate(approved)
    other.unlink()
    assert found is not None
    assert not found.verdict.publish
    assert replace(found.verdict, publish=True) != found.verdict


@pytest.mark.parametrize("author", ["Linguist <linguist@example.org>", "Another <another@example.org>"])
def test_an_approval_written_by_hand_counts_for_nobodys_own_text(tmp_path: Path, author: str) -> None:
    """It says nothing of who had written the text, so git and the header are asked."""
    project = make(tmp_path / "content", SETTINGS, SOURCE)
    path = project.catalogue_path(ES, ARTICLE)
    for key in KEYS:
        poedit(project, key[1], "Algo.")
    header = '"Language: es\\n"\n'
    text = path.read_text("utf-8").replace(header, f'{header}"Last-Translator: {author}\\n"\n')
    path.write_text(text, encoding="utf-8")
    events = [
        Event(
            actor="linguist",
            action=Action.APPROVE,
            subject=subject_of(ES, ARTICLE, entry(project, key[1])),
            message=short_id(key),
            msgctxt=key[0],
            time=NOON,
            role="linguist",
        )
        for key in KEYS
    ]
    feeds.append(project.root, ES, ARTICLE, events)
    found = candidate(project)
    assert found is not None
    waits = "3 awaiting approval" in found.verdict.reasons
    assert waits == author.startswith("Linguist")
