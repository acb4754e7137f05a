"""The corpus of bench/checks holds together; what it measures is the bench's business, not a test's."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from bench.checks.contestants import Text
from bench.checks.corpus import LOCALES, SECOND, by_hand, cases
from bench.checks.measure import FAMILIES, Share, Verdict
from bench.checks.mutations import by_program, variants
from bench.checks.report import HELD, Results, page
from bench.checks.speed import together, written

KINDS = {kind for _, kinds in FAMILIES for kind in kinds}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_locale_has_the_same_pairs_and_more_than_sixty(locale: str) -> None:
    def first(locale: str) -> list[str]:
        return [case.id for case in cases(locale) if not case.id.endswith(SECOND)]

    assert first(locale) == first("es")
    assert len(first(locale)) >= 60


@pytest.mark.parametrize("locale", LOCALES)
def test_every_mutation_changes_its_pair_and_is_of_a_known_kind(locale: str) -> None:
    found = [*by_hand(locale), *(mutation for case in cases(locale) for mutation in by_program(case))]
    assert all(mutation.target != mutation.case.target for mutation in found)
    assert {mutation.kind for mutation in found} <= KINDS


def test_there_are_more_than_fifteen_kinds() -> None:
    assert len(KINDS) > 15


def test_the_same_pair_always_gives_the_same_mutations_and_variants() -> None:
    for case in cases("ar")[:20]:
        assert list(by_program(case)) == list(by_program(case))
        assert list(variants(case)) == list(variants(case))


def test_a_mutation_is_caught_only_by_what_the_clean_pair_did_not_say() -> None:
    mutation = by_hand("de")[0]
    said_before = Counter({"quantity.value": 1})
    assert not Verdict(mutation=mutation, new=Counter({"quantity.value": 1}) - said_before).caught_by()
    again = Verdict(mutation=mutation, new=Counter({"quantity.value": 2}) - said_before)
    assert again.caught_by("quantity.")
    assert not again.caught_by("polarity.")


def test_catches_are_rounded_down_and_alarms_up() -> None:
    assert Share(part=2999, whole=3000).good() == "99.9%"
    assert Share(part=1, whole=3000).bad() == "0.1%"
    assert Share(part=3, whole=3).good() == "100.0%"
    assert Share().good() == "–"


@pytest.mark.parametrize("messages", [written, together])
def test_speed_is_measured_on_messages_of_which_no_two_are_alike(
    messages: Callable[[int], list[Text]],
) -> None:
    found = messages(10_000)
    assert len(found) == len(set(found)) == 10_000
    assert {locale for locale, _, _ in found} == set(LOCALES)


def test_the_page_says_nothing_of_a_held_part_while_there_is_none() -> None:
    clean = cases("es")[0]
    results = Results(verdicts=[], clean={clean: Counter()}, variants={}, seconds=(0, 0))
    text = page(results, {}, messages=1, words=(1, 2), machine="", load=0, date="")
    assert "never seen" not in text
    held = Results(verdicts=[], clean={replace(clean, part=HELD): Counter()}, variants={}, seconds=(0, 0))
    assert "never seen (1 of the clean pairs)" in page(
        held, {}, messages=1, words=(1, 2), machine="", load=0, date=""
    )
