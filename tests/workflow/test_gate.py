"""The gate lets an edition pass only when nothing at all speaks against it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import locales
from pipeline.articles.edition import Standing
from pipeline.model import Finding, Kind, LocaleTag, Message, Severity, State
from pipeline.workflow import gate

SPANISH = locales.locale(LocaleTag("es"))
PSEUDO = locales.locale(LocaleTag("en_XA"))


def standing(counts: dict[State, int]) -> Standing:
    message = Message(msgid="A sentence.", kind=Kind.PARAGRAPH)
    messages = tuple((message, state) for state, number in counts.items() for _ in range(number))
    return Standing(messages=messages, slug="article", title="Article")


def finding(severity: Severity) -> Finding:
    return Finding(id="test.finding", severity=severity, reason="something")


@given(
    st.dictionaries(st.sampled_from(State), st.integers(0, 3)),
    st.lists(st.sampled_from(Severity).map(finding), max_size=3),
    st.sampled_from([SPANISH, PSEUDO]),
)
def test_only_what_is_wholly_approved_and_free_of_errors_passes(counts, findings, locale) -> None:
    unapproved = sum(number for state, number in counts.items() if state is not State.APPROVED)
    errors = any(each.severity is Severity.ERROR for each in findings)
    verdict = gate.decide(locale, standing(counts), findings)
    may = bool(counts.get(State.APPROVED)) and not unapproved and not errors and not locale.pseudo
    assert verdict.publish == may
    assert bool(verdict.reasons) == (not may)


def test_an_edition_without_messages_does_not_pass() -> None:
    assert gate.decide(SPANISH, standing({}), ()).reasons == ("no messages",)


@pytest.mark.parametrize("severity", [Severity.WARNING, Severity.INFO])
def test_what_is_no_error_closes_nothing(severity: Severity) -> None:
    assert gate.decide(SPANISH, standing({State.APPROVED: 2}), [finding(severity)]).publish


def test_every_reason_is_told_at_once() -> None:
    counts = {State.UNTRANSLATED: 1, State.DRAFT: 2, State.TRANSLATED: 3, State.APPROVED: 4}
    reasons = gate.decide(SPANISH, standing(counts), [finding(Severity.ERROR)]).reasons
    assert reasons == ("1 untranslated", "2 draft", "3 awaiting approval", "1 error found by checks")
