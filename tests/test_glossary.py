"""Reading the glossary and finding its terms."""

import pytest

from pipeline.errors import InputError
from pipeline.glossary import Target, parse, write
from pipeline.model import LocaleTag

ES, DE = LocaleTag("es"), LocaleTag("de")
TABLE = """term,part_of_speech,note,do_not_translate,case_sensitive,es,es.gender,es.number,de
multiple sclerosis,noun,,no,no,esclerosis múltiple,f,s,Multiple Sklerose
sclerosis,noun,,no,no,esclerosis,f,s,
MS,acronym,"the disease, not a title",no,yes,EM,f,s,MS
Oxyair,proper noun,,yes,yes,,f,s,
"""


def test_a_term_knows_its_translations() -> None:
    term = parse(TABLE).terms[0]
    assert term.target(ES) == Target(text="esclerosis múltiple", gender="f", number="s")
    assert term.target(DE) == Target(text="Multiple Sklerose")
    assert term.target(LocaleTag("ja")) is None
    assert term.line == 2


def test_the_longest_term_wins_and_case_counts_where_it_should() -> None:
    text = "Multiple Sclerosis (MS), not Ms. Sclerosis by Oxyair"
    found = [(text[each.start : each.end], each.target.text) for each in parse(TABLE).find(text, ES)]
    assert found == [
        ("Multiple Sclerosis", "esclerosis múltiple"),
        ("MS", "EM"),
        ("Sclerosis", "esclerosis"),
        ("Oxyair", "Oxyair"),
    ]


def test_a_term_is_a_whole_word() -> None:
    assert not parse(TABLE).find("osteosclerosis MSC", ES)


def test_all_mistakes_are_told_together_with_their_lines() -> None:
    rows = ["A,maybe,a,q,x,y", ",no,b,f,,", "B,no,c", "C,,,,,", "C,,,,,"]
    table = "\n".join(["term,do_not_translate,es,es.gender,klingon,es.size", *rows])
    with pytest.raises(InputError) as caught:
        parse(table, "g.csv")
    told = [(finding.line, finding.id) for finding in caught.value.findings]
    assert told == [
        (1, "glossary.columns"),
        (1, "glossary.columns"),
        (2, "glossary.flag"),
        (2, "glossary.gender"),
        (3, "glossary.term"),
        (4, "glossary.cells"),
        (6, "glossary.doubled"),
    ]
    assert {finding.file for finding in caught.value.findings} == {"g.csv"}


@pytest.mark.parametrize("table", ["", "es,fr\n", 'term\n"open\n'])
def test_what_is_no_glossary(table: str) -> None:
    with pytest.raises(InputError):
        parse(table)


def test_a_glossary_is_written_as_it_stood() -> None:
    assert write(parse(TABLE), like=TABLE) == TABLE.replace("yes,yes,,f,s,", "yes,yes,,,,")
    assert parse(write(parse(TABLE))) == parse(TABLE)


def test_an_empty_glossary_finds_nothing() -> None:
    assert parse("term,es\n").find("anything", ES) == ()


def test_a_cell_may_give_several_translations_the_first_to_draft_with() -> None:
    held = parse("term,es\nrelapse,recaída | brote |\n")
    target = held.terms[0].target(LocaleTag("es"))
    assert target == Target(text="recaída", alternatives=("brote",))
    assert parse(write(held)) == held
