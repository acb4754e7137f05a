"""No text reaches the site whose exact bytes are not approved: after any history, and any damage.

Here everything is really published, and what is looked at are the files in `output/site/`.
"""

import json
import random
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from lxml import html as lxml_html

from pipeline import feeds
from pipeline.errors import InputError
from pipeline.ledger.events import Action, Event, short_id, subject, subject_of
from pipeline.model import Digest, MessageKey
from pipeline.workflow.project import Project, open_project
from pipeline.workflow.publish import publish
from pipeline.workflow.review import Outcome, Word, decide, save
from pipeline.workflow.summary import Built
from pipeline.workflow.survey import Candidate, survey
from tests.review.folder import ARTICLE, ES, NOON, SPANISH, entry, make, poedit
from tests.test_feeds import git

FLIPS, PARTS = 1_000, 4
"""Flips in all, and the tests that they are parted into, so that several cores can work on them."""

SETTINGS = """\
[project]
locales = ["es"]
[draft]
engines = []
[reviewers.linguist]
[reviewers.second-linguist]
[reviewers.french-linguist]
locales = ["fr"]
"""
SOURCE = "---\ntitle: Oxygen under pressure\n---\n\n## What it is\n\nDo not exceed the dose.\n"
OTHER = SOURCE.replace("Do not exceed", "Never exceed")
"""The article after its author changed a sentence."""

KEYS: list[MessageKey] = [
    ("title", "Oxygen under pressure"),
    (None, "What it is"),
    (None, "Do not exceed the dose."),
]
SOURCES = [{"Oxygen under pressure"}, {"What it is"}, {"Do not exceed the dose.", "Never exceed the dose."}]
"""What the source of each message has been."""

TEXTS = [
    [SPANISH[KEYS[0][1]], "Oxígeno comprimido", "El oxígeno bajo presión"],
    [SPANISH[KEYS[1][1]], "En qué consiste", "De qué se trata"],
    [SPANISH[KEYS[2][1]], "No sobrepase la dosis.", "No exceda nunca la dosis."],
]
"""What its translation may become, the engine's draft first: no check finds an error in any of
them, and none is a part of another."""

PEOPLE = ["linguist", "second-linguist", "french-linguist", "translator", "apertium"]
ELIGIBLE = {"linguist", "second-linguist"}


def published(project: Project) -> Built:
    """Publish as `pipeline publish` does. Raises `InputError` where something cannot be read."""
    return publish(project.root, progress=lambda _: None, draft=False, jobs=1).built


def spanish_page(project: Project) -> bytes | None:
    """The Spanish page as it stands in the site."""
    path = project.output / "site" / "es" / ARTICLE / "index.html"
    return path.read_bytes() if path.exists() else None


def printed_texts(page: bytes) -> list[str]:
    """Title, heading and paragraph of a page."""
    (main,) = lxml_html.document_fromstring(page.decode()).xpath("//main")
    (prose,) = main.xpath(".//div[@class='prose']")
    return [main.xpath(".//h1")[0].text_content(), *(each.text_content() for each in prose.iterchildren())]


def site_texts(project: Project) -> str:
    """Everything that the Spanish part of the site says: pages, index, PDF; and what is above it."""
    site = project.output / "site"
    files = [path for path in sorted(site.rglob("*")) if path.is_file() and path.parent.name != "assets"]
    told = [path for path in files if path.name != ".imprimatur.json" and "en" not in path.parts]
    return "\n".join(
        pdf_text(path.read_bytes()) if path.suffix == ".pdf" else path.read_text("utf-8") for path in told
    )


@lru_cache(maxsize=64)
def pdf_text(data: bytes) -> str:
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return re.sub(r"\s+", " ", done.stdout.decode())


def candidate(project: Project) -> Candidate:
    """The Spanish edition as the gate sees it."""
    return next(one for one in survey(project, [ES]) if one.locale.tag == ES)


class Histories(RuleBasedStateMachine):
    """People edit, approve, reject and revoke, editors save over it, clones are merged, feeds damaged.

    A model of its own keeps who approved and who wrote which text; only that may be in the site.
    """

    steps = publications = with_page = 0
    """How much was done, how often it was published, and how often the page then was in the site."""
    seen: ClassVar[set[tuple[str, ...]]] = set()
    """What those pages printed."""

    @initialize(withdraw=st.booleans())
    def begin(self, withdraw: bool) -> None:
        self.folder = tempfile.TemporaryDirectory()
        review = '[review]\non_change = "withdraw"\n' if withdraw else ""
        self.project = make(Path(self.folder.name) / "content", SETTINGS + review, SOURCE)
        self.words: dict[tuple[str, Digest], str] = {}
        """The latest word of each person on each text."""
        self.wrote: set[tuple[str, Digest]] = set()

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.publish()
            self.folder.cleanup()

    def key(self, number: int) -> MessageKey:
        """The message as its source is now in the catalogue."""
        held = survey_keys(self.project)
        return next(key for key in held if key[1] in SOURCES[number])

    def subject(self, number: int) -> Digest:
        return subject_of(ES, ARTICLE, entry(self.project, self.key(number)[1]))

    @rule(
        number=st.integers(0, 2),
        actor=st.sampled_from(PEOPLE),
        action=st.sampled_from([Action.APPROVE, Action.APPROVE, Action.REJECT, Action.REVOKE]),
        old=st.booleans(),
    )
    def say(self, number: int, actor: str, action: Action, old: bool) -> None:
        """Somebody says something, now and then of a text that is not there any more."""
        Histories.steps += 1
        seen = Digest("0" * 64) if old else self.subject(number)
        word = Word(key=self.key(number), seen=seen, action=action, role="linguist", reason="because")
        (answer,) = decide(self.project, ES, ARTICLE, [word], actor=actor, now=NOON)
        if answer.outcome is Outcome.DONE:
            self.words[actor, seen] = action.value

    @rule(number=st.integers(0, 2), actor=st.sampled_from(PEOPLE[:2]), which=st.integers(0, 2))
    def edit(self, number: int, actor: str, which: int) -> None:
        """Somebody writes a text on the review page; to save what is there already is not to write."""
        Histories.steps += 1
        before, draft = self.subject(number), entry(self.project, self.key(number)[1]).fuzzy
        answer = save(
            self.project,
            ES,
            ARTICLE,
            key=self.key(number),
            seen=self.subject(number),
            text=[TEXTS[number][which]],
            actor=actor,
            now=NOON,
        )
        if answer.outcome is Outcome.DONE and (draft or self.subject(number) != before):
            self.wrote.add((actor, self.subject(number)))

    @rule(number=st.integers(0, 2), which=st.integers(0, 3))
    def save_in_poedit(self, number: int, which: int) -> None:
        """A translator saves the file, now and then without a text."""
        Histories.steps += 1
        poedit(self.project, self.key(number)[1], [*TEXTS[number], ""][which])

    @rule(actors=st.sampled_from([PEOPLE[:1], PEOPLE[:2], PEOPLE[1::-1]]))
    def approve_everything(self, actors: list[str]) -> None:
        """People work through the edition, and then it is published."""
        for actor in actors:
            for number in range(3):
                self.say(number, actor, Action.APPROVE, False)
        self.publish()

    @rule(source=st.sampled_from([SOURCE, OTHER]))
    def change_the_source(self, source: str) -> None:
        """The author saves the article."""
        Histories.steps += 1
        self.project.article_path(ARTICLE).write_text(source, encoding="utf-8")
        self.publish()

    @rule(other=st.sampled_from(PEOPLE[:2]), number=st.integers(0, 2), revoke=st.booleans())
    def merge(self, other: str, number: int, revoke: bool) -> None:
        """Somebody's words of the same edition arrive from another clone, as a longer feed of theirs."""
        Histories.steps += 1
        with tempfile.TemporaryDirectory() as name:
            clone = Path(name) / "content"
            subprocess.run(["cp", "-r", str(self.project.root), str(clone)], check=True)
            action = Action.REVOKE if revoke else Action.APPROVE
            seen = self.subject(number)
            word = Word(key=self.key(number), seen=seen, action=action, role="linguist")
            (answer,) = decide(open_project(clone), ES, ARTICLE, [word], actor=other, now=NOON)
            if answer.outcome is Outcome.DONE:
                theirs = feeds.folder(clone, ES, ARTICLE) / f"{other}.jsonl"
                here = feeds.folder(self.project.root, ES, ARTICLE) / f"{other}.jsonl"
                here.write_bytes(theirs.read_bytes())
                self.words[other, seen] = action.value

    @rule(data=st.data())
    def damage_and_restore(self, data: st.DataObject) -> None:
        """A byte of a feed flips; nothing of the edition is in the site until git has brought it back."""
        Histories.steps += 1
        paths = sorted(feeds.folder(self.project.root, ES, ARTICLE).glob("*.jsonl"))
        path = data.draw(st.sampled_from(paths))
        with flipped(path, data.draw(st.integers(0, path.stat().st_size - 1)), 1):
            published(self.project)
            assert spanish_page(self.project) is None

    @rule()
    def publish(self) -> None:
        """Publish, and look at everything that is in the site then."""
        Histories.steps += 1
        Histories.publications += 1
        published(self.project)
        said = site_texts(self.project)
        for number, texts in enumerate(TEXTS):
            for text in texts:
                assert text not in said or self.approved(number, text), text
        page = spanish_page(self.project)
        assert (page is not None) == (self.project.output / f"site/es/{ARTICLE}/{ARTICLE}.pdf").exists()
        if page is not None:
            Histories.with_page += 1
            Histories.seen.add(tuple(printed_texts(page)))
            for number, text in enumerate(printed_texts(page)):
                assert text in TEXTS[number]
                assert self.approved(number, text)

    @rule(which=st.tuples(*[st.integers(0, 2)] * 3))
    def a_good_day(self, which: tuple[int, int, int]) -> None:
        """Everything is translated, and everybody approves it; without it few pages would stand."""
        for number in range(3):
            self.save_in_poedit(number, which[number])
        self.approve_everything(PEOPLE[:2])

    def approved(self, number: int, text: str) -> bool:
        """Whether the model knows a source for which exactly this text is approved."""
        return any(self.stands(self.named(number, msgid, text)) for msgid in SOURCES[number])

    def named(self, number: int, msgid: str, text: str) -> Digest:
        where = {"locale": ES, "article": ARTICLE, "msgctxt": KEYS[number][0], "msgid_plural": None}
        return subject(**where, msgid=msgid, msgstr=[text])

    def stands(self, said: Digest) -> bool:
        word = {who: self.words.get((who, said)) for who in ELIGIBLE}
        approving = {who for who in ELIGIBLE if word[who] == "approve" and (who, said) not in self.wrote}
        return bool(approving) and "reject" not in word.values()


def survey_keys(project: Project) -> list[MessageKey]:
    """The messages that the catalogue has."""
    from pipeline.workflow.project import read_catalogue

    held = read_catalogue(project, ES, ARTICLE)
    assert held is not None
    return [each.key for each in held.entries if not each.obsolete]


@contextmanager
def flipped(path: Path, position: int, bit: int) -> Iterator[None]:
    """Flip a bit of a file for a while."""
    whole = path.read_bytes()
    path.write_bytes(whole[:position] + bytes([whole[position] ^ bit]) + whole[position + 1 :])
    try:
        yield
    finally:
        path.write_bytes(whole)


def test_whatever_happens_only_approved_texts_are_in_the_site(
    record_testsuite_property: Callable[[str, object], None],
) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    Histories.steps = Histories.publications = Histories.with_page = 0
    Histories.seen.clear()
    phases = [Phase.explicit, Phase.generate]  # To shrink a failure means to publish for many minutes.
    run_state_machine_as_test(
        Histories,
        settings=settings(
            max_examples=30, stateful_step_count=25, deadline=None, derandomize=True, phases=phases
        ),
    )
    figures = {
        "steps": Histories.steps,
        "publications": Histories.publications,
        "with the page in the site": Histories.with_page,
        "different pages": len(Histories.seen),
    }
    record_testsuite_property("state machine", json.dumps(figures))
    assert len(Histories.seen) > 1, "a gate that is mostly closed would show little"


@pytest.fixture(scope="module")
def approved(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Everything approved and published."""
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
    published(project)
    assert spanish_page(project) is not None
    return project


@pytest.mark.parametrize("part", range(PARTS))
def test_a_flipped_byte_is_never_printed(
    part: int, approved: Project, record_testsuite_property: Callable[[str, object], None]
) -> None:
    """1,000 random flips in the catalogue and the feeds of an approved edition, each published.

    The page is gone, or prints exactly what was approved: after a flip in a comment, for instance.
    """
    folder = feeds.folder(approved.root, ES, ARTICLE)
    paths = [approved.catalogue_path(ES, ARTICLE), *sorted(folder.glob("*.jsonl"))]
    rng = random.Random(part)
    outcomes = {"stopped": 0, "withdrawn": 0, "not built": 0, "prints what was approved": 0}
    for _ in range(FLIPS // PARTS):
        if spanish_page(approved) is None and rng.random() < 0.3:
            published(approved)
        before, path = spanish_page(approved), rng.choice(paths)
        with flipped(path, rng.randrange(path.stat().st_size), 1 << rng.randrange(8)):
            outcome = after_the_flip(approved, before, path)
        outcomes[outcome] += 1
    record_testsuite_property(f"flips, part {part}", json.dumps(outcomes))
    assert sum(outcomes.values()) == FLIPS // PARTS


def after_the_flip(project: Project, before: bytes | None, path: Path) -> str:
    """Publish with a flipped byte in `path`; `before` is the page that stood in the site."""
    try:
        built = published(project)
    except InputError:
        assert spanish_page(project) == before
        return "stopped"
    page = spanish_page(project)
    if page is None:
        assert not set(SPANISH.values()) & set(site_texts(project).split("\n"))
        assert built.withdrawn == (("es/" + ARTICLE,) if before else ())
        return "withdrawn" if before else "not built"
    assert path.suffix == ".po", "nothing is in the site on the strength of a feed that does not verify"
    assert printed_texts(page) == [SPANISH[key[1]] for key in KEYS]
    return "prints what was approved"


def test_a_feed_of_somebody_else_does_not_help(approved: Project) -> None:
    """An approval copied into the feed of another person, or another edition, verifies nowhere."""
    folder = feeds.folder(approved.root, ES, ARTICLE)
    data = (folder / "linguist.jsonl").read_bytes()
    other = folder / "second-linguist.jsonl"
    other.write_bytes(data)
    published(approved)
    other.unlink()
    assert spanish_page(approved) is None


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
    waits = "3 awaiting approval" in found.verdict.reasons
    assert waits == author.startswith("Linguist")


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
@pytest.mark.parametrize(
    ("author", "stays"), [("Linguist <linguist@example.org>", False), ("Another <a@example.org>", True)]
)
def test_what_git_says_later_counts_where_nobody_was_known(tmp_path: Path, author: str, stays: bool) -> None:
    """Somebody types texts in an editor that leaves no name, approves them, and commits them last."""
    project = make(tmp_path / "content", SETTINGS, SOURCE)
    git(project.root, "init", "--quiet")
    git(project.root, "commit", "--quiet", "--allow-empty", "--message", "begin")
    for number, key in enumerate(KEYS):
        poedit(project, key[1], TEXTS[number][1])
        seen = subject_of(ES, ARTICLE, entry(project, key[1]))
        word = Word(key=key, seen=seen, action=Action.APPROVE, role="linguist")
        (answer,) = decide(project, ES, ARTICLE, [word], actor="linguist", now=NOON)
        assert answer.outcome is Outcome.DONE
    published(project)
    assert spanish_page(project) is not None
    git(project.root, "add", "--all")
    git(project.root, "commit", "--quiet", "--message", "translate", f"--author={author}")
    built = published(project)
    assert (spanish_page(project) is not None) == stays
    assert built.withdrawn == (() if stays else ("es/" + ARTICLE,))
