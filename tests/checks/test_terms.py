"""Terms: glossary, names, one term for one concept, acronyms."""

from dataclasses import replace

import pytest

from pipeline.checks import Bitext, Term, check_article, check_edition, check_pair
from pipeline.locales import locale
from pipeline.model import ArticleName, Kind, LocaleTag, Message
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


@pytest.mark.parametrize(
    ("tag", "good", "bad"),
    [
        ("zh_Hans", "打开Oxyair后，请等待。", "打开Oxyare后，请等待。"),
        ("ja", "Oxyairを開き、待ちます。", "Oxyareを開き、待ちます。"),
    ],
)
def test_a_name_may_touch_letters_of_another_script(tag: str, good: str, bad: str) -> None:
    source = "Open Oxyair and wait."
    assert "terms.names" not in ids(source, good, tag, glossary=glossary("es"))
    assert "terms.names" in ids(source, bad, tag, glossary=glossary("es"))


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


@pytest.mark.parametrize(
    ("term", "source", "tag", "good", "bad"),
    [
        ("therapy=terapia", "Two therapies help.", "es", "Ayudan dos terapias.", "Ayudan dos curas."),
        ("patient=مريض", "Three patients fell.", "ar", "سقط ثلاثة من المرضى.", "سقط ثلاثة من الناس."),
        ("relapse=انتكاسة", "It had relapses.", "ar", "حدثت الانتكاسات.", "حدثت النوبات."),
        ("muscle weakness=Muskelschwäche", "muscle weakness", "de", "bei Muskelschwächen", "bei Schwäche"),
        ("nerve damage=daño nervioso", "nerve damage", "es", "daños nerviosos graves", "daños graves"),
        ("picture=imagen", "Pictures", "es", "Imágenes", "Dibujos"),
        ("fiber=fibra", "Fibers break.", "it", "Le fibre si rompono.", "I nervi si rompono."),
    ],
)
def test_both_sides_may_be_inflected(term: str, source: str, tag: str, good: str, bad: str) -> None:
    name, _, target = term.partition("=")
    terms = (Term(source=name, target=target),)
    assert "terms.glossary" not in ids(source, good, tag, glossary=terms)
    assert "terms.glossary" in ids(source, bad, tag, glossary=terms)


def test_a_verb_is_not_its_noun_and_a_listed_plural_not_its_singular() -> None:
    terms = (Term(source="relapses", target="recaídas"), Term(source="organ", target="órgano"))
    assert "terms.glossary" not in ids("Some relapse early.", "Algunos recaen pronto.", glossary=terms)
    assert "terms.glossary" not in ids("They organize it.", "Lo organizan.", glossary=terms)
    assert "terms.glossary" in ids("Relapses hurt.", "Los brotes duelen.", glossary=terms)


def test_the_source_may_be_in_another_language_than_english() -> None:
    terms = (Term(source="Behandlung", target="tratamiento"),)
    german = replace(
        pair("Die Behandlungen helfen.", "Las curas ayudan.", glossary=terms),
        source_locale=locale(LocaleTag("de")),
    )
    assert "terms.glossary" in {finding.id for finding in check_pair(german)}


@pytest.mark.parametrize("bad", ["Lumivex ayuda.", "lumivia ayuda.", "El fármaco ayuda."])
def test_a_registered_name_stays_without_any_glossary(bad: str) -> None:
    assert "terms.names" in ids("Lumivia® helps.", bad)
    assert "terms.names" not in ids("Lumivia® helps.", "Lumivia® ayuda.")


def test_an_acronym_that_the_source_does_not_explain_is_its_authors_matter() -> None:
    terms = (Term(source="MS", target="EM", case_sensitive=True),)
    assert "terms.acronyms" not in edition(("MS hurts", "La EM duele"), glossary=terms)
    told = ("multiple sclerosis (MS) hurts", "la esclerosis múltiple duele")
    assert "terms.acronyms" in edition(told, ("MS hurts", "La EM duele"), glossary=terms)


def test_an_article_explains_its_acronyms_or_defines_them() -> None:
    def found(*texts: str, kind: Kind = Kind.PARAGRAPH) -> list[str]:
        messages = [Message(msgid=text, kind=kind) for text in texts]
        messages.append(Message(msgid="*[HBOT]: oxygen under pressure", kind=Kind.ABBREVIATION))
        return [finding.reason for finding in check_article(messages, locale(LocaleTag("en")))]

    assert found("MS hurts. So does HBOT.", "MS is common.") == ["“MS” was not introduced"]
    assert found("Multiple sclerosis (MS) hurts.", "MS is common. DNA and CD4 are not.") == []
    assert found("MS", kind=Kind.TITLE) == []


@pytest.mark.parametrize(
    ("source", "tag", "good", "bad"),
    [
        ("Use the MC4000 chamber.", "es", "Utilice la cámara MC4000.", "Utilice la cámara MC400."),
        ("Use the MC4000 chamber.", "ja", "MC4000チャンバーを使用します。", "NC4000チャンバーを使用します。"),
        ("Take BNT162b2.", "de", "Nehmen Sie BNT162b2.", "Nehmen Sie BNT126b2."),
        ("Take vitamin B12.", "ar", "تناول فيتامين ب12.", "تناول فيتامين ب21."),
        ("Take vitamin B12.", "ar", "تناول فيتامين ب١٢.", "تناول فيتامين ب."),
        ("HIV-1 and H2O", "fr", "le VIH-1 et H₂O", "le VIH-2 et H₂O"),
        ("It costs USD500.", "es", "Cuesta 500 USD.", "Cuesta 50 USD."),
    ],
)
def test_names_of_letters_and_digits_are_kept(source: str, tag: str, good: str, bad: str) -> None:
    assert "terms.designations" not in ids(source, good, tag)
    assert "terms.designations" in ids(source, bad, tag)
