"""What comes first, what is wanted, and where to go next."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.checks import CHECKS
from pipeline.ledger.events import Action
from pipeline.model import Finding, Severity
from pipeline.review.queue import GRAVE, Filter, Risk, choices, following, ordered, queue, risk, roles_for
from pipeline.workflow.desk import Desk, Item, read_desk
from pipeline.workflow.project import Project
from pipeline.workflow.review import Word, decide
from tests.review.folder import ARTICLE, DOSE, ES, HEADING, NOON, make, poedit


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = make(tmp_path / "content")
    poedit(project, DOSE, "No supere la dosis")
    poedit(project, HEADING, "Qué es​")
    return project


def desk(project: Project) -> Desk:
    return read_desk(project, ES, ARTICLE)


def by_msgid(project: Project, msgid: str) -> Item:
    return next(item for item in desk(project).items if item.message.msgid == msgid)


def test_errors_come_first_then_machine_drafts_then_the_rest(project: Project) -> None:
    order = ordered(desk(project))
    assert order[0].message.msgid == HEADING
    risks = [risk(item) for item in order]
    assert risks == sorted(risks)
    assert risk(by_msgid(project, DOSE)) is Risk.REST


def test_numbers_and_negations_come_first_even_as_warnings(project: Project) -> None:
    known = {check.id for check in CHECKS}
    assert all(any(name.startswith(family) for name in known) for family in GRAVE)
    item = by_msgid(project, DOSE)
    for name in ("quantity.approximate", "polarity.may", "text.length"):
        warned = replace(item, findings=(Finding(id=name, severity=Severity.WARNING, reason="something"),))
        assert (risk(warned) is Risk.GRAVE) == (name != "text.length")


@pytest.mark.parametrize(
    ("chosen", "count"),
    [
        (Filter(), 7),
        (Filter(state="draft"), 4),
        (Filter(state="translated", finding="text.end-punctuation"), 1),
        (Filter(engine="apertium"), 4),
        (Filter(section="Who may not"), 1),
        (Filter(mine="yes"), 6),
        (Filter(state="approved"), 0),
    ],
)
def test_a_filter_keeps_what_is_wanted(project: Project, chosen: Filter, count: int) -> None:
    assert len(queue(desk(project), chosen, "linguist")) == count


def test_who_reviews_another_language_has_nothing_to_approve(project: Project) -> None:
    assert queue(desk(project), Filter(mine="yes"), "french-linguist") == ()


def test_a_filter_survives_its_address() -> None:
    chosen = Filter(state="draft", section="A & B", mine="yes")
    assert chosen.query == "?state=draft&section=A+%26+B&mine=yes"
    assert Filter.read({"state": "draft", "section": "A & B", "mine": "yes", "evil": "<"}) == chosen
    assert Filter().query == ""


def test_what_can_be_chosen_is_counted(project: Project) -> None:
    found = choices(desk(project))
    assert found["state"] == {"untranslated": 1, "draft": 4, "translated": 2}
    assert found["finding"]["text.end-punctuation"] == 1


def test_one_approves_a_text_once(project: Project) -> None:
    item = by_msgid(project, DOSE)
    assert roles_for(item, desk(project), "linguist") == ("linguist",)
    word = Word(key=item.message.key, seen=item.verdict.subject, action=Action.APPROVE, role="linguist")
    decide(project, ES, ARTICLE, [word], actor="linguist", now=NOON)
    assert roles_for(by_msgid(project, DOSE), desk(project), "second-linguist") == ()


@given(st.permutations("abcdefg"), st.sets(st.sampled_from("abcdefg")), st.integers(0, 6))
def test_nothing_is_skipped_when_others_work_at_once(seen: list[str], done: set[str], at: int) -> None:
    """Whatever others approve meanwhile, the next wanted message in the order seen comes next."""
    rest = [*seen[at + 1 :], *seen[:at]]
    goal = following(seen, seen[at], set(seen) - done)
    assert goal == next((name for name in rest if name not in done), None)
