"""What the glossary lacks."""

from pipeline.glossary import Glossary, Target, Term
from pipeline.model import LocaleTag
from pipeline.terminology import lacking, suggest

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


def test_nothing_frequent_is_nothing() -> None:
    assert suggest(["One thing.", "Another matter."], GLOSSARY) == ()
