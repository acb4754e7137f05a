"""Measures of effort."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.effort import Effort, Interval, Outcome, interval, measure, order, outcomes
from pipeline.ledger.events import Action, Event
from pipeline.model import ArticleName, Digest, LocaleTag

ES, HBOT = LocaleTag("es"), ArticleName("hbot")


def outcome(draft: str, approved: str | None, words: int = 0, unknown: int = 0) -> Outcome:
    return Outcome(
        engine="apertium",
        locale=ES,
        article=HBOT,
        draft=draft,
        approved=approved,
        words=words,
        unknown=unknown,
    )


def event(
    action: Action, text: str, message: str = "m", actor: str = "apertium", hour: int = 0, words: int = 0
) -> Event:
    time = datetime.datetime(2026, 1, 1, hour, tzinfo=datetime.UTC)
    subject = Digest(text)
    return Event(
        actor=actor,
        action=action,
        subject=subject,
        message=message,
        time=time,
        text=() if action is Action.REVOKE else (text,),
        words=words,
    )


def test_a_draft_is_paired_with_what_was_approved() -> None:
    events = [
        event(Action.DRAFT, "uno"),
        event(Action.EDIT, "dos", actor="translator"),
        event(Action.APPROVE, "dos", actor="reviewer"),
        event(Action.DRAFT, "solo", message="other", words=4),
    ]
    assert outcomes(events, ES, HBOT) == (outcome("uno", "dos"), outcome("solo", None, words=4))


def test_a_draft_made_anew_waits_for_an_approval_of_its_own() -> None:
    events = [
        event(Action.DRAFT, "uno", hour=1),
        event(Action.APPROVE, "uno", actor="reviewer", hour=2),
        event(Action.DRAFT, "dos", hour=3),
    ]
    assert outcomes(events, ES, HBOT) == (outcome("dos", None),)


def test_an_approval_that_was_taken_back_does_not_count() -> None:
    events = [
        event(Action.DRAFT, "uno", hour=1),
        event(Action.APPROVE, "dos", actor="reviewer", hour=2),
        event(Action.REVOKE, "dos", actor="reviewer", hour=3),
    ]
    assert outcomes(events, ES, HBOT) == (outcome("uno", None),)
    assert outcomes(events[:2], ES, HBOT) == (outcome("uno", "dos"),)


def test_the_figures() -> None:
    found = [outcome("La casa roja.", "La casa roja."), outcome("abc", "abd"), outcome("x", None, 10, 2)]
    (effort,) = measure(found)
    assert (effort.engine, effort.locale, effort.drafts, effort.count) == ("apertium", ES, 3, 2)
    assert effort.unchanged
    assert effort.unchanged.mean == 0.5
    assert effort.unchanged.low <= effort.unchanged.mean <= effort.unchanged.high
    assert effort.edit_rate
    assert effort.edit_rate.mean == pytest.approx(1 / 16)
    assert effort.unknown == Interval(mean=0.2, low=0.2, high=0.2)
    assert measure([outcome("a", "a")], by_article=True)[0].article == HBOT


def test_without_approvals_there_are_drafts_and_no_more() -> None:
    (effort,) = measure([outcome("a", None)])
    assert (effort.drafts, effort.count) == (1, 0)
    assert (effort.unchanged, effort.edit_rate, effort.chrf, effort.ter, effort.unknown) == (None,) * 5


def test_chrf_and_ter_are_sacrebleus() -> None:
    pytest.importorskip("sacrebleu")
    (same,) = measure([outcome("La casa es roja.", "La casa es roja.")])
    assert same.chrf == Interval(mean=100, low=100, high=100)
    assert same.ter == Interval(mean=0, low=0, high=0)
    (other,) = measure([outcome("La casa es roja.", "El perro es azul."), outcome("Hola.", "Hola.")])
    assert other.chrf
    assert other.chrf.low < other.chrf.mean < 100
    assert other.ter
    assert other.ter.mean == pytest.approx(300 / 7)


def test_the_same_values_have_the_same_interval() -> None:
    values = [(value, 1) for value in (0.0, 0.1, 0.5, 0.2, 0.9)]
    assert interval(values, 7) == interval(values, 7)
    assert interval([(0.3, 1)]) == Interval(mean=0.3, low=0.3, high=0.3)
    assert interval([]) is None


def test_the_quick_interval_of_many_values_is_that_of_the_bootstrap() -> None:
    few = [(float(number % 3 == 0), 1) for number in range(2000)]
    slow, quick = interval(few), interval([*few, (0, 1)])
    assert slow
    assert quick
    assert (quick.low, quick.high) == pytest.approx((slow.low, slow.high), abs=0.005)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 50)), min_size=1, max_size=30))
def test_a_figure_lies_within_its_interval(parts: list[tuple[int, int]]) -> None:
    found = interval(parts)
    assert found
    assert 0 <= found.low <= found.high
    assert found.mean == pytest.approx(sum(a for a, _ in parts) / sum(b for _, b in parts))


def effort(name: str, low: float, high: float, count: int = 40) -> Effort:
    rate = Interval(mean=(low + high) / 2, low=low, high=high)
    return Effort(
        engine=name,
        locale=ES,
        article=None,
        drafts=count,
        count=count,
        unchanged=rate,
        edit_rate=rate,
        chrf=None,
        ter=None,
        unknown=None,
    )


def test_engines_change_places_only_on_sure_and_enough_figures() -> None:
    names = ["a", "b", "c", "d"]
    figures = {"a": effort("a", 0.4, 0.5), "b": effort("b", 0.1, 0.2), "c": effort("c", 0.15, 0.45)}
    assert order(names, figures) == ("b", "a", "c", "d")
    assert order(names, {**figures, "b": effort("b", 0.1, 0.2, count=29)}) == ("a", "b", "c", "d")
    assert order(names, {}) == tuple(names)
