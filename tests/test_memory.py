"""The translation memory."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.glossary import Glossary, Target, Term
from pipeline.memory import MatchKind, Memory, Segment, parts, repair, sentence_pairs
from pipeline.model import LocaleTag

EN, ES = LocaleTag("en"), LocaleTag("es")
CHAMBER = Segment(
    source="About 50% of patients relapse within 5 years.",
    target="Alrededor del 50 % de los pacientes recae en 5 años.",
    context="hbot",
    approved=True,
)
GLOSSARY = Glossary(
    terms=(
        Term(term="chamber", targets={ES: Target(text="cámara", gender="f", number="s")}),
        Term(term="mask", targets={ES: Target(text="mascarilla", gender="f", number="s")}),
        Term(term="suit", targets={ES: Target(text="traje", gender="m", number="s")}),
    )
)


def test_context_goes_before_exact_and_approved_before_not() -> None:
    here = Segment(source="Close", target="Cerca", context="map")
    approved = Segment(source="Close", target="Cerrar", context="door", approved=True)
    found = Memory([approved, here], ES).find("Close", context="map")
    assert [(match.text, match.kind) for match in found] == [
        ("Cerca", MatchKind.CONTEXT),
        ("Cerrar", MatchKind.EXACT),
    ]
    assert Memory([here, approved], ES).find("Close")[0].text == "Cerrar"


def test_a_changed_number_is_repaired_and_stays_fuzzy() -> None:
    (match,) = Memory([CHAMBER], ES).find("About 40% of patients relapse within 5 years.")
    assert match.kind is MatchKind.FUZZY
    assert match.score < 100
    assert match.text == "Alrededor del 40 % de los pacientes recae en 5 años."
    assert match.repaired == ("50 → 40",)


@pytest.mark.parametrize(
    ("source", "target", "text"),
    [
        ("Take 10 mg.", "Tome 10 mg.", "Take 20 ml."),
        ("From 5 to 5.", "De 5 a 5.", "From 5 to 6."),
        ("Take 1.5 mg.", "Tome 1,5 mg.", "Take 2.5 mg."),
        ("Take 10 mg.", "Tome diez mg.", "Take 20 mg."),
        ("Take 10 mg.", "Tome 10 mg.", "Do not take 10 mg."),
    ],
)
def test_what_is_not_certain_is_not_repaired(source: str, target: str, text: str) -> None:
    assert repair(Segment(source=source, target=target), text, Glossary(), ES) is None


def test_a_term_of_the_same_gender_is_repaired() -> None:
    segment = Segment(source="Close the chamber now.", target="Cierre la cámara ahora.")
    repaired = repair(segment, "Close the mask now.", GLOSSARY, ES)
    assert repaired == ("Cierre la mascarilla ahora.", ("cámara → mascarilla",))
    assert repair(segment, "Close the suit now.", GLOSSARY, ES) is None


def test_negation_and_units_cost_more_than_a_word() -> None:
    source = "The patient may leave the chamber after the treatment of 90 minutes today."
    held = Memory([Segment(source=source, target="x 90")], ES)
    (word,) = held.find(source.replace("today", "tomorrow"), threshold=0)
    (negated,) = held.find(source.replace("may leave", "may not leave"), threshold=0)
    (unit,) = held.find(source.replace("minutes", "seconds"), threshold=0)
    assert word.score > negated.score
    assert word.score > unit.score
    assert any("negation" in reason for reason in negated.reasons)


def test_nothing_alike_is_nothing() -> None:
    assert Memory([CHAMBER], ES).find("Store the device in a dry place.") == ()
    assert Memory([], ES).find("Anything.") == ()


def test_sentences_are_cut_where_the_counts_agree() -> None:
    segment = Segment(source="Stop. Wait 5 minutes.", target="Alto. Espere 5 minutos.")
    assert [(pair.source, pair.target) for pair in sentence_pairs(segment, EN, ES)] == [
        ("Stop.", "Alto."),
        ("Wait 5 minutes.", "Espere 5 minutos."),
    ]
    assert sentence_pairs(Segment(source="One. Two.", target="Uno y dos."), EN, ES) == ()


@given(st.text(alphabet="ab 1.<*[]()", max_size=40), st.text(alphabet="ab 1.<*[]()", max_size=40))
def test_only_the_same_text_is_no_fuzzy_match(held: str, asked: str) -> None:
    for match in Memory([Segment(source=held, target="x")], ES).find(asked, threshold=0):
        assert (match.kind is MatchKind.FUZZY) == (held != asked)
        assert (match.score == 100) == (held == asked)


TEXTS = st.text(alphabet="ab 1.", min_size=1, max_size=12).filter(str.strip)
SEGMENTS = st.lists(
    st.builds(
        Segment,
        source=TEXTS,
        target=st.sampled_from(["x", "y"]),
        context=st.sampled_from(["", "here", "there"]),
        approved=st.booleans(),
    ),
    max_size=6,
)


@given(st.lists(st.tuples(SEGMENTS, SEGMENTS), max_size=3), st.lists(TEXTS, min_size=1, max_size=4))
def test_parts_put_together_are_searched_as_one(
    made: list[tuple[list[Segment], list[Segment]]], asked: list[str]
) -> None:
    """Whole texts of all parts go before sentences of any; each part is read by its own words."""
    whole = [segment for some, _ in made for segment in some]
    cut = [segment for _, some in made for segment in some]
    at_once = Memory([*whole, *cut], ES)
    codes: dict[str, str] = {}
    for some, sentences in made:
        for segment in (*some, *sentences):
            parts.encode(segment.source, codes, learn=True)
    coded = [
        replace(
            part,
            encoded="\n".join(parts.encode(segment.source, codes, learn=False) for segment in (*some, *rest)),
        )
        for some, rest in made
        for part in (parts.made(some, rest),)
    ]
    pages = [list(parts.pages((*some, *rest))) for some, rest in made]
    together = Memory.of(
        ES, codes, coded, lambda part, at: parts.segment_of(pages[part][at // parts.PAGE], at % parts.PAGE)
    )
    assert len(together) == len(at_once)
    for text in asked:
        for context in ("", "here"):
            expected = at_once.find(text, context=context, threshold=50)
            assert together.find(text, context=context, threshold=50) == expected


def test_what_cannot_be_read_any_more_is_no_match() -> None:
    part = parts.made([CHAMBER])
    codes = {word: parts.character(number) for number, word in enumerate(part.words)}
    gone = Memory.of(ES, codes, [part], lambda _part, _place: None)
    assert gone.find(CHAMBER.source) == gone.find(CHAMBER.source + " Always.") == ()


def test_broken_marks_are_told() -> None:
    part = parts.made([CHAMBER])
    for broken in (part.marks[:-8], part.marks[:-1], part.marks * 2):
        with pytest.raises(ValueError, match=r"broken|multiple"):
            Memory.of(ES, {}, [replace(part, marks=broken)], lambda _part, _place: CHAMBER)


def test_a_large_memory_is_searched_quickly() -> None:
    """The bench has the figure for 100,000; this one only notices a blunder."""
    segments = [
        Segment(source=f"word{n} of the text {n % 97} and word{n // 3}", target="x") for n in range(20_000)
    ]
    held = Memory(segments, ES)
    started = time.process_time()
    assert held.find("word77 of the text 77 and more", threshold=60)
    assert time.process_time() - started < 1
