"""Numbers and punctuation as the locale writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import LocaleTag
from pipeline.protect import numbers, parse
from pipeline.protect.conventions import conventional, localized
from pipeline.protect.nodes import markdown


@pytest.mark.parametrize(
    ("text", "target", "expected"),
    [
        ("De 2.3 a 1,500.5 mg", "es", "De 2,3 a 1.500,5 mg"),
        ("De 2.3 a 1,500 mg", "pt_BR", "De 2,3 a 1.500 mg"),
        ("Version 1.2.3, `2.3`, 2013, 10-40", "it", "Version 1.2.3, `2.3`, 2013, 10-40"),
        ("**Effet:** oui; non ? Bien!", "fr", "**Effet\u00a0:** oui\u202f; non\u202f? Bien\u202f!"),
        ("à 10:30 [a](b:c)", "fr", "à 10:30 [a](b:c)"),
        ("Hola. Puede *esto*? ¿Y eso?", "es", "Hola. Puede *esto*? ¿Y eso?"),
        ("Puede explotar? Sí!", "es", "¿Puede explotar? ¡Sí!"),
    ],
)
def test_conventions(text: str, target: str, expected: str) -> None:
    assert markdown(conventional(parse(text).nodes, text, LocaleTag(target))) == expected


def test_a_number_that_is_not_the_sources_is_left_alone() -> None:
    assert markdown(conventional(parse("1.5").nodes, "2.5", LocaleTag("es"))) == "1.5"


@given(st.integers(0, 10**9), st.integers(0, 999), st.sampled_from(["es", "fr", "it", "pt_BR", "de"]))
def test_a_localized_number_is_the_same_number(whole: int, part: int, target: str) -> None:
    number = f"{whole:,}.{part}"
    assert numbers(localized(number, LocaleTag(target))) == numbers(number)
