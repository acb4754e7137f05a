"""What the glossary lacks."""

from pipeline.glossary import Glossary, Target, Term
from pipeline.model import LocaleTag
from pipeline.terminology import lacking, merged, suggest, unused

ES, DE = LocaleTag("es"), LocaleTag("de")
GLOSSARY = Glossary(
    terms=(
        Term(term="myelin sheath", targets={ES: Target(text="vaina de mielina")}, line=2),
        Term(term="Oxyair", do_not_translate=True, line=3),
    )
)


def test_terms_without_a_translation_are_told() -> None:
    (finding,) = lacking(GLOSSARY, [ES, DE], "locales/glossary.csv")
    assert (finding.line, finding.file) == (2, "locales/glossary.csv")
    assert "“myelin sheath” has no translation in de" in finding.reason


def test_frequent_groups_are_suggested_and_known_ones_are_not() -> None:
    messages = [
        "The **optic nerve** and the myelin sheath. The PDF of Oxyair.",
        "An optic nerve, a Myelin Sheath; a PDF.",
        "[Optic nerve](a.md): `optic nerve` of the PDF.",
    ]
    found = suggest(messages, GLOSSARY)
    assert [(each.words, each.count) for each in found] == [("optic nerve", 3), ("PDF", 3)]


def test_inflections_are_counted_together() -> None:
    messages = ["A tablet a day.", "Two tablets.", "Both tablets; myelin sheaths."]
    assert [(each.words, each.count) for each in suggest(messages, GLOSSARY)] == [("tablets", 3)]


def test_terms_that_no_article_uses_are_remarked() -> None:
    found = list(unused(GLOSSARY, ["All **myelin sheaths**."], LocaleTag("en"), "g.csv"))
    assert [(finding.line, finding.severity) for finding in found] == [(3, "info")]


def test_another_glossary_adds_and_fills_and_never_replaces() -> None:
    other = Glossary(
        terms=(
            Term(
                term="Myelin Sheath",
                targets={ES: Target(text="mielina"), DE: Target(text="Myelinscheide")},
                line=9,
            ),
            Term(term="axon", targets={DE: Target(text="Axon")}, line=12),
        )
    )
    done = merged(GLOSSARY, other, "terms.tbx")
    assert (done.added, done.filled) == (1, 1)
    assert [term.term for term in done.glossary.terms] == ["myelin sheath", "Oxyair", "axon"]
    assert done.glossary.terms[0].targets == {
        ES: Target(text="vaina de mielina"),
        DE: Target(text="Myelinscheide"),
    }
    assert [(finding.file, finding.line) for finding in done.findings] == [("terms.tbx", 9)]


def test_nothing_frequent_is_nothing() -> None:
    assert suggest(["One thing.", "Another matter."], GLOSSARY) == ()
