"""Catalogues, claims, anchors and the spelling of whole editions."""

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.checks import Bitext, check_edition, check_spelling
from pipeline.checks.claims import parse
from pipeline.errors import InputError
from pipeline.model import ArticleName, Catalogue, Entry, Kind, LocaleTag, Message, Template
from tests.checks.support import pair

TODAY = datetime.date(2026, 11, 22)
HEADER = (
    ("Content-Type", "text/plain; charset=UTF-8"),
    ("Language", "es"),
    ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
)


def found(**values: Any) -> set[str]:
    return {
        finding.id
        for finding in check_edition(Bitext(**{"article": ArticleName("a"), "pairs": (), **values}))
    }


def catalogue(*entries: Entry, header: tuple[tuple[str, str], ...] = HEADER) -> Catalogue:
    return Catalogue(locale=LocaleTag("es"), header=header, entries=entries)


GOOD = Entry(msgid="One", msgstr="Uno")
PLURAL = Entry(msgid="a day", msgid_plural="days", msgstr="día", msgstr_plural=("día", "días"))
TEMPLATE = Template(article=ArticleName("a"), messages=(Message(msgid="One", kind=Kind.PARAGRAPH),))


@pytest.mark.parametrize(
    ("check", "bad"),
    [
        ("catalogue.missing", catalogue()),
        ("catalogue.unknown", catalogue(GOOD, Entry(msgid="Two", msgstr="Dos"))),
        ("catalogue.doubled", catalogue(GOOD, GOOD)),
        ("catalogue.newlines", catalogue(GOOD, Entry(msgid="One\n", msgstr="Uno"))),
        (
            "catalogue.formats",
            catalogue(GOOD, Entry(msgid="{n} of", msgstr="de", flags=("python-brace-format",))),
        ),
        ("catalogue.plurals", catalogue(GOOD, replace(PLURAL, msgstr_plural=("día",)))),
        ("catalogue.plurals", catalogue(GOOD, replace(PLURAL, msgstr_plural=("día", "")))),
        ("catalogue.header", catalogue(GOOD, header=(("Language", "fr"),))),
        ("catalogue.header", catalogue(GOOD, header=(("Plural-Forms", "nplurals=6;"),))),
        ("catalogue.header", catalogue(GOOD, header=(("Content-Type", "text/plain; charset=latin-1"),))),
    ],
)
def test_a_catalogue_is_what_msgfmt_and_its_article_want(check: str, bad: Catalogue) -> None:
    assert check in found(catalogue=bad, template=TEMPLATE)
    assert not found(catalogue=catalogue(GOOD), template=TEMPLATE)
    assert "catalogue.plurals" not in found(catalogue=catalogue(GOOD, PLURAL))


def test_obsolete_entries_are_nobodys_business() -> None:
    old = Entry(msgid="Two", msgstr="Dos\n", obsolete=True)
    assert not found(catalogue=catalogue(GOOD, old), template=TEMPLATE)


def test_links_within_the_page_lead_somewhere() -> None:
    pairs = (pair("See [below](#start).", "Véase [abajo](#end)."),)
    assert "markup.anchors" in found(pairs=pairs, ids=frozenset({"start"}))
    assert "markup.anchors" not in found(pairs=pairs, ids=frozenset({"end"}))
    assert "markup.anchors" not in found(pairs=pairs)
    dead_in_source = (pair("See [below](#end).", "Véase [abajo](#end)."),)
    assert "markup.anchors" not in found(pairs=dead_in_source, ids=frozenset({"start"}))


CLAIM = ("HBOT can improve symptoms.", "La OHB puede mejorar los síntomas.")
NOTE = ("Regulators have not established its efficacy.", "Su eficacia no está establecida.")
COLUMNS = "id,wording,reference,markets,status,disclaimer,expires\n"


def claims(row: str, *texts: tuple[str, str], tag: str = "es", **values: Any) -> set[str]:
    pairs = tuple(pair(source, target, tag) for source, target in texts)
    all_found = found(pairs=pairs, claims=parse(COLUMNS + row), today=TODAY, **values)
    return {name for name in all_found if name.startswith("claims")}


def test_a_forbidden_claim_is_an_error_in_its_markets_only() -> None:
    row = "symptoms,hbot can improve * symptoms,,es BR,forbidden,,\n".replace(" * ", " ")
    assert claims(row, CLAIM) == {"claims.forbidden"}
    assert claims(row, CLAIM, tag="pt_BR") == {"claims.forbidden"}
    assert not claims(row, CLAIM, tag="de")
    assert not claims(row, NOTE)
    assert claims(row, CLAIM, tag="de", markets=frozenset({"BR", "AT"})) == {"claims.forbidden"}
    assert not claims(row, CLAIM, tag="de", markets=frozenset({"DE", "AT"}))


def test_a_claim_needs_a_reference_that_has_not_expired() -> None:
    assert claims("s,improve symptoms,,*,allowed,,\n", CLAIM) == {"claims.unreferenced"}
    assert claims("s,improve symptoms,A review,*,allowed,,2026-01-01\n", CLAIM) == {"claims.unreferenced"}
    assert not claims("s,improve symptoms,A review,*,allowed,,2027-01-01\n", CLAIM)


def test_a_disclaimer_must_be_on_the_page_translated_and_approved() -> None:
    row = f"s,improve symptoms,A review,*,disclaimer,{NOTE[0]},\n"
    assert claims(row, CLAIM) == {"claims.disclaimer"}
    assert claims(row, CLAIM, (NOTE[0], "")) == {"claims.disclaimer"}
    assert claims(row, CLAIM, NOTE, approved=frozenset()) == {"claims.disclaimer"}
    assert not claims(row, CLAIM, NOTE, approved=frozenset({(None, NOTE[0])}))
    assert not claims(row, CLAIM, NOTE)


@pytest.mark.parametrize(
    "table",
    [
        "id,wrding\nx,y\n",
        COLUMNS + "s,,A review,*,allowed,,\n",
        COLUMNS + "s,words,A review,*,perhaps,,\n",
        COLUMNS + "s,words,A review,*,disclaimer,,\n",
        COLUMNS + "s,words,A review,*,allowed,,soon\n",
        COLUMNS + "s,words,A review,*,allowed,,2026-02-31\n",
        COLUMNS + "s,words\n",
    ],
)
def test_a_broken_table_of_claims_is_told_with_its_line(table: str) -> None:
    with pytest.raises(InputError) as error:
        parse(table)
    assert error.value.findings[0].file == "source/claims.csv"


def test_spelling_asks_the_dictionary_once_and_knows_names_and_terms() -> None:
    asked: list[list[str]] = []

    def unknown(words: object) -> set[str]:
        asked.append(list(words))  # type: ignore[call-overload]
        return set(asked[0])

    pairs = (pair("Oxyair helps DNA", "Oxyair aiuda DNA bien"), pair("Rest", "Descanso"))
    wrong = [finding.reason for finding in check_spelling(pairs, unknown, known={"bien"})]
    assert wrong == ["“aiuda” is not in the dictionary", "“Descanso” is not in the dictionary"]
    assert len(asked) == 1


def test_the_table_of_claims_that_is_shipped_can_be_read_and_binds_its_market_only() -> None:
    text = (Path(__file__).parents[2] / "source" / "claims.csv").read_text("utf-8")
    assert parse(text)
    row = text.split("\n", 1)[1]
    assert claims(row, ("It can improve symptoms.", "x"), tag="en_US") == {"claims.disclaimer"}
    assert not claims(row, ("It can improve symptoms.", "x"), tag="es")
