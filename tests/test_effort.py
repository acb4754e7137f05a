"""Measures of effort."""

import datetime

import pytest

from pipeline.effort import Effort, Interval, Outcome, interval, measure, order, outcomes
from pipeline.ledger.events import Action, Event
from pipeline.model import ArticleName, Digest, LocaleTag

ES, HBOT = LocaleTag("es"), ArticleName("hbot")


def outcome(draft: str, approved: str, engine: str = "apertium") -> Outcome:
    return Outcome(engine=engine, locale=ES, article=HBOT, draft=draft, approved=approved)


def event(action: Action, text: str, message: str = "m", actor: str = "apertium") -> Event:
    time = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    return Event(actor=actor, action=action, subject=Digest("0"), message=message, time=time, text=(text,))


def test_a_draft_is_paired_with_what_was_approved() -> None:
    events = [
        event(Action.DRAFT, "uno"),
        event(Action.EDIT, "dos", actor="translator"),
        event(Action.APPROVE, "dos", actor="reviewer"),
        event(Action.DRAFT, "solo", message="other"),
    ]
    assert outcomes(events, ES, HBOT) == (outcome("uno", "dos"),)


def test_the_figures() -> None:
    (effort,) = measure([outcome("La casa roja.", "La casa roja."), outcome("abc", "abd")])
    assert (effort.engine, effort.locale, effort.count) == ("apertium", ES, 2)
    assert effort.unchanged.mean == 0.5
    assert effort.edit_rate.mean == pytest.approx(1 / 6)
    assert effort.unchanged.low <= effort.unchanged.mean <= effort.unchanged.high
    assert measure([outcome("a", "a")], by_article=True)[0].article == HBOT


def test_chrf_and_ter_are_sacrebleus() -> None:
    pytest.importorskip("sacrebleu")
    (same,) = measure([outcome("La casa es roja.", "La casa es roja.")])
    assert same.chrf == pytest.approx(100)
    assert same.ter == 0


def test_the_same_values_have_the_same_interval() -> None:
    values = [0.0, 0.1, 0.5, 0.2, 0.9]
    assert interval(values, 7) == interval(values, 7)
    assert interval([0.3]) == Interval(mean=0.3, low=0.3, high=0.3)


def effort(name: str, low: float, high: float, count: int = 40) -> Effort:
    rate = Interval(mean=(low + high) / 2, low=low, high=high)
    return Effort(
        engine=name, locale=ES, article=None, count=count, unchanged=rate, edit_rate=rate, chrf=None, ter=None
    )


def test_engines_change_places_only_on_sure_and_enough_figures() -> None:
    names = ["a", "b", "c", "d"]
    figures = {"a": effort("a", 0.4, 0.5), "b": effort("b", 0.1, 0.2), "c": effort("c", 0.15, 0.45)}
    assert order(names, figures) == ("b", "a", "c", "d")
    assert order(names, {**figures, "b": effort("b", 0.1, 0.2, count=29)}) == ("a", "b", "c", "d")
    assert order(names, {}) == tuple(names)
