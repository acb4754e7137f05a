"""Terms: glossary, names, one term for one concept, acronyms."""

import pytest

from pipeline.checks import Bitext, Term, check_edition
from pipeline.model import ArticleName
from tests.checks.support import ids, pair

CHAMBER = {
    "es": "cámara hiperbárica",
    "de": "Überdruckkammer",
    "ar": "غرفة الضغط العالي",
    "zh_Hans": "高压舱",
    "ja": "高気圧チャンバー",
    "fr": "caisson hyperbare",
}


def glossary(tag: str) -> tuple[Term, ...]:
    return (
        Term(source="hyperbaric chamber", target=CHAMBER[tag]),
        Term(source="hyperbaric", target="xxx"),
        Term(source="Oxyair", do_not_translate=True, case_sensitive=True),
        Term(source="MS", target="EM", case_sensitive=True),
    )


@pytest.mark.parametrize(
    ("tag", "good", "bad"),
    [
        ("es", "Las cámaras hiperbáricas son caras.", "Los tanques son caros."),
        ("de", "Die Überdruckkammern sind teuer.", "Die Tanks sind teuer."),
        ("fr", "Les caissons hyperbares sont chers.", "Les cuves sont chères."),
        ("ar", "والغرفة: غرف الضغط العالي وغرفة الضغط العالي مكلفة.", "الخزانات مكلفة."),
        ("zh_Hans", "高压舱很贵。", "储罐很贵。"),
        ("ja", "高気圧チャンバーは高価です。", "タンクは高価です。"),
    ],
)
def test_terms_are_found_in_their_inflections_and_the_longest_wins(tag: str, good: str, bad: str) -> None:
    source = "Hyperbaric chambers are expensive."
    assert "terms.glossary" not in ids(source, good, tag, glossary=glossary(tag))
    assert "terms.glossary" in ids(source, bad, tag, glossary=glossary(tag))
    assert "terms.glossary" not in ids("Tanks are expensive.", bad, tag, glossary=glossary(tag))


def test_case_matters_where_the_glossary_says_so() -> None:
    assert "terms.glossary" in ids("MS is common.", "Es común.", glossary=glossary("es"))
    assert "terms.glossary" not in ids("Ms Smith", "La señora", glossary=glossary("es"))


@pytest.mark.parametrize(
    "bad", ["Oxyare ayuda.", "oxyair ayuda.", "Oxiair ayuda.", "Oxyari ayuda.", "Ayuda."]
)
def test_names_are_written_letter_for_letter(bad: str) -> None:
    assert "terms.names" in ids("Oxyair helps.", bad, glossary=glossary("es"))
    assert "terms.names" not in ids("Oxyair helps.", "Oxyair ayuda.", glossary=glossary("es"))
    assert "terms.names" not in ids("It helps.", bad, glossary=glossary("es"))


def edition(*texts: tuple[str, str], glossary: tuple[Term, ...] = ()) -> set[str]:
    pairs = tuple(pair(source, target, glossary=glossary) for source, target in texts)
    return {finding.id for finding in check_edition(Bitext(article=ArticleName("a"), pairs=pairs))}


def test_one_term_stands_for_one_concept() -> None:
    terms = (Term(source="relapse", target="recaída", alternatives=("brote",)),)
    both = (("A relapse", "Una recaída"), ("The relapse", "El brote"))
    assert "terms.consistency" in edition(*both, glossary=terms)
    assert "terms.consistency" not in edition(both[0], ("The relapse", "La recaída"), glossary=terms)


def test_an_acronym_is_introduced() -> None:
    assert "terms.acronyms" in edition(("Multiple sclerosis", "La EM"))
    assert "terms.acronyms" not in edition(
        ("Multiple sclerosis", "Esclerosis múltiple (EM)"), ("It", "La EM")
    )
    assert "terms.acronyms" not in edition(("About DNA", "Sobre DNA"))
