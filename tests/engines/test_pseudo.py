"""The pseudo-locales."""

import unicodedata

import pytest
from hypothesis import given

from pipeline.engines import ProblemKind, open_engine
from pipeline.engines.drafting import Draft, Request, draft
from pipeline.glossary import Glossary
from pipeline.model import LocaleTag
from pipeline.protect import signature
from tests.protect.markdown_texts import REFERENCES, WELL_FORMED

EN, XA, XB = LocaleTag("en"), LocaleTag("en_XA"), LocaleTag("ar_XB")


def pseudo(message: str, target: LocaleTag) -> str:
    request = Request(msgid=message, references=REFERENCES)
    (made,) = draft([request], source=EN, target=target, engines=[open_engine("pseudo")], glossary=Glossary())
    assert isinstance(made, Draft)
    return made.text


@given(WELL_FORMED)
def test_markup_is_untouched(message: str) -> None:
    for target in (XA, XB):
        assert signature(pseudo(message, target), REFERENCES) == signature(message, REFERENCES)


def test_en_xa_is_accented_bracketed_and_longer() -> None:
    message = "Hyperbaric **oxygen** for 10 minutes"
    text = pseudo(message, XA)
    assert text.startswith("⟦")
    assert text.endswith("⟧")
    assert "**" in text
    assert "10" in text
    assert not set(text) & set("aeiouAEIOU")
    assert len(text) >= 1.3 * len(message)


def test_ar_xb_is_right_to_left_by_its_letters() -> None:
    text = pseudo("Hyperbaric oxygen", XB)
    directions = {unicodedata.bidirectional(character) for character in text if character.isalpha()}
    assert directions == {"AL"}
    assert not any(unicodedata.category(character) == "Cf" for character in text)


@pytest.mark.parametrize("target", ["es", "ar"])
def test_it_serves_no_real_language(target: str) -> None:
    problem = open_engine("pseudo").supports(EN, LocaleTag(target))
    assert problem
    assert problem.kind is ProblemKind.UNSUPPORTED
