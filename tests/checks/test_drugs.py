"""Drugs: every spelling of the same one passes, and another one does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.checks import Term
from pipeline.checks.drugs.checks import drug, spoken
from pipeline.checks.drugs.names import NAMES, SAME
from pipeline.checks.drugs.spelling import skeleton, sounds
from pipeline.checks.drugs.words import WORDS
from pipeline.model import Kind
from tests.checks.support import pair

LATIN = ("es", "fr", "it", "pt_BR", "de")
SPELT = {
    "prednisone": ("prednisona", "prednisone", "prednisone", "prednisona", "Prednison"),
    "prednisolone": ("prednisolona", "prednisolone", "prednisolone", "prednisolona", "Prednisolon"),
    "hydroxyzine": ("hidroxizina", "hydroxyzine", "idrossizina", "hidroxizina", "Hydroxyzin"),
    "hydralazine": ("hidralazina", "hydralazine", "idralazina", "hidralazina", "Hydralazin"),
    "clonidine": ("clonidina", "clonidine", "clonidina", "clonidina", "Clonidin"),
    "clonazepam": ("clonazepam", "clonazépam", "clonazepam", "clonazepam", "Clonazepam"),
    "vinblastine": ("vinblastina", "vinblastine", "vinblastina", "vimblastina", "Vinblastin"),
    "vincristine": ("vincristina", "vincristine", "vincristina", "vincristina", "Vincristin"),
    "daunorubicin": ("daunorubicina", "daunorubicine", "daunorubicina", "daunorrubicina", "Daunorubicin"),
    "doxorubicin": ("doxorrubicina", "doxorubicine", "doxorubicina", "doxorrubicina", "Doxorubicin"),
    "cefazolin": ("cefazolina", "céfazoline", "cefazolina", "cefazolina", "Cefazolin"),
    "cefuroxime": ("cefuroxima", "céfuroxime", "cefuroxima", "cefuroxima", "Cefuroxim"),
    "glipizide": ("glipizida", "glipizide", "glipizide", "glipizida", "Glipizid"),
    "glyburide": ("glibenclamida", "glibenclamide", "glibenclamide", "glibenclamida", "Glibenclamid"),
    "acetaminophen": ("paracetamol", "paracétamol", "paracetamolo", "paracetamol", "Paracetamol"),
    "hydroxychloroquine": (
        "hidroxicloroquina",
        "hydroxychloroquine",
        "idrossiclorochina",
        "hidroxicloroquina",
        "Hydroxychloroquin",
    ),
    "spironolactone": (
        "espironolactona",
        "spironolactone",
        "spironolattone",
        "espironolactona",
        "Spironolacton",
    ),
    "dexamethasone": ("dexametasona", "dexaméthasone", "desametasone", "dexametasona", "Dexamethason"),
    "simvastatin": ("simvastatina", "simvastatine", "simvastatina", "sinvastatina", "Simvastatin"),
    "streptomycin": (
        "estreptomicina",
        "streptomycine",
        "streptomicina",
        "estreptomicina",
        "Streptomycin",
    ),
    "warfarin": ("warfarina", "warfarine", "warfarin", "varfarina", "Warfarin"),
    "heparin": ("heparina", "héparine", "eparina", "heparina", "Heparin"),
    "penicillin": ("penicilina", "pénicilline", "penicillina", "penicilina", "Penizillin"),
    "rituximab": ("rituximab", "rituximab", "rituximab", "rituximabe", "Rituximab"),
    "ciprofloxacin": (
        "ciprofloxacino",
        "ciprofloxacine",
        "ciprofloxacina",
        "ciprofloxacino",
        "Ciprofloxacin",
    ),
}
"""Names as the languages of `LATIN` spell them, among them those that are taken for one another."""


def told(source: str, target: str, tag: str = "es", **context: object) -> list[str]:
    return [hit.reason for hit in drug(pair(source, target, tag, **context))]


@pytest.mark.parametrize("tag", LATIN)
def test_each_language_spells_a_drug_in_its_own_way(tag: str) -> None:
    for name, spelt in SPELT.items():
        assert told(f"{name.title()} 5 mg.", f"{spelt[LATIN.index(tag)]} 5 mg.", tag) == []


@pytest.mark.parametrize("tag", LATIN)
def test_no_drug_passes_for_another(tag: str) -> None:
    column = LATIN.index(tag)
    for name in SPELT:
        for other, spelt in SPELT.items():
            wrong = spelt[column]
            if other != name:
                assert told(f"Take {name}.", f"X {wrong}.", tag) == [f"“{name}” became “{wrong.lower()}”"]


def test_the_finding_shows_both() -> None:
    (hit,) = drug(pair("Take *clonidine* now.", "Tome *clonazepam* ya."))
    assert [(span.start, span.end) for span in (*hit.source, *hit.target)] == [(6, 15), (6, 16)]


def test_a_drug_is_missing_or_was_added() -> None:
    assert told("Take prednisone.", "Tome la pastilla.") == ["“prednisone” is not in the translation"]
    assert told("Take the tablet.", "Tome la prednisona.") == ["“prednisona” is not in the source"]
    assert told("Take cortisone.", "Nehmen Sie Hydrocortison.", "de") == [
        "“hydrocortison” is not in the source"
    ]


@pytest.mark.parametrize(
    ("tag", "source", "target"),
    [
        ("de", "A penicillin allergy and depot penicillin", "Penicillinallergie und Depotpenicillin"),
        ("fr", "Insulin-dependent diabetes", "Diabète insulinodépendant"),
        ("fr", "Stop the insulin.", "Arrêtez l’insuline."),
        ("es", "Penicillins and statins", "Penicilinas y estatinas"),
        ("pt_BR", "Give epinephrine.", "Administre adrenalina."),
        ("es", "Take aspirin.", "Tome ácido acetilsalicílico."),
        ("de", "Take aspirin.", "Nehmen Sie ASS."),
        ("fr", "Take ASA.", "Prenez de l’aspirine."),
        ("it", "Give albuterol.", "Somministrare salbutamolo."),
        ("fr", "Give oxytocin.", "Administrez de l’ocytocine."),
        ("zh_Hans", "Take metformin.", "服用metformin。"),
        ("zh_Hans", "Take metformin.", "服用二甲双胍。"),
        ("ru", "Take metformin.", "Принимайте метформин."),
        ("pl", "Take amoxicillin.", "Przyjmuj amoksycylinę."),
    ],
)
def test_other_forms_and_names_of_a_drug_are_right(tag: str, source: str, target: str) -> None:
    assert told(source, target, tag) == []


@pytest.mark.parametrize(
    ("tag", "word"),
    [
        *(
            ("es", word)
            for word in "servir llamaba camarón intoxicamos inquilino deglutido aproximaba".split()
        ),
        *(("fr", word) for word in "prochaine métadonnées resterons marocain ravir intoxiquâmes".split()),
        *(("it", word) for word in "riciclino contestatine coprilo randomizzino aspirino testatine".split()),
        *(("pt_BR", word) for word in "recolhidos inquilina servir adenovírus antiácido".split()),
        *(("de", word) for word in "Platine Streifen Vampir Entwertungsmaschine Saison".split()),
    ],
)
def test_words_that_end_like_drugs_are_none(tag: str, word: str) -> None:
    assert told("Another word.", f"X {word} x.", tag) == []


@pytest.mark.parametrize("word", "cholesterol histidine triumvir reservoir medicine concept".split())
def test_english_words_that_end_like_drugs_are_none(word: str) -> None:
    assert not spoken((word,))


def test_the_glossary_has_the_last_word() -> None:
    terms = (Term(source="aspirin", target="AAS-100"), Term(source="clot buster", target="alteplasa"))
    assert told("Take aspirin.", "Tome AAS-100.", glossary=terms) == []
    assert told("A clot buster", "Una alteplasa", glossary=terms) == []
    assert told("A clot buster", "Una alteplasa") == ["“alteplasa” is not in the source"]


def test_an_address_is_no_prose() -> None:
    assert list(drug(pair("metformin", "pastilla", kind=Kind.SLUG))) == []
    assert told("See `metformin` at https://example.org/insulin.", "Vea `x`.") == []


@pytest.mark.parametrize(
    ("tag", "name", "right", "wrong"),
    [
        ("ja", "prednisone", "プレドニゾン", "プレドニゾロン"),
        ("ja", "hydroxyzine", "ヒドロキシジン", "ヒドララジン"),
        ("ja", "vinblastine", "ビンブラスチン", "ビンクリスチン"),
        ("ja", "acetaminophen", "パラセタモール", ""),
        ("ja", "warfarin", "ワルファリン", ""),
        ("ja", "azithromycin", "アジスロマイシン", ""),
        ("ar", "prednisone", "البريدنيزون", "بريدنيزولون"),
        ("ar", "daunorubicin", "داونوروبيسين", "دوكسوروبيسين"),
        ("ar", "clonidine", "والكلونيدين", "الكلونازيبام"),
        ("ar", "morphine", "المورفين", ""),
        ("ar", "adrenaline", "الإدرينالين", "النورأدرينالين"),
        ("ja", "adrenaline", "エピネフリン", "ノルアドレナリン"),
        ("zh_Hans", "acetaminophen", "对乙酰氨基酚", "布洛芬"),
        ("zh_Hans", "prednisone", "泼尼松", "泼尼松龙"),
    ],
)
def test_another_script_is_read_by_its_words_and_sounds(tag: str, name: str, right: str, wrong: str) -> None:
    assert told(f"Take {name}.", f"{right} 5 mg", tag) == []
    if wrong:
        (reason,) = told(f"Take {name}.", f"{wrong} 5 mg", tag)
        assert reason.startswith(f"“{name}” became “")
        assert reason.rpartition("“")[2].rstrip("”") in wrong


def test_a_script_that_says_too_little_is_left_alone() -> None:
    """Nothing is claimed of a name that nobody listed, nor where only ordinary words are."""
    assert told("Take eprosartan.", "服用缬沙坦。", "zh_Hans") == []
    assert told("Take insulin.", "セクションのデータ", "ja") == []
    assert told("Take noradrenaline.", "肾上腺素受体", "zh_Hans") == []


@pytest.mark.parametrize("tag", WORDS)
def test_a_listed_name_is_the_drugs_own_and_no_others(tag: str) -> None:
    for name, words in WORDS[tag].items():
        for word in words:
            assert told(f"Take {name}.", f"X{word}x", tag) == []
            other = "warfarin" if name != "warfarin" else "insulin"
            assert told(f"Take {other}.", f"x {word} x", tag) == [f"“{other}” became “{word}”"]


def test_sounds_are_those_of_the_consonants() -> None:
    assert sounds("prednisone") == sounds("プレドニゾン") == sounds("بريدنيزون") == "PRTNTN"
    assert sounds("prednisolone") == "PRTNTRN"


@given(st.sampled_from(sorted(NAMES)), st.sampled_from([*LATIN, "ja", "ar", "zh_Hans", "pl"]))
def test_a_name_that_is_kept_always_passes(name: str, tag: str) -> None:
    assert told(f"Take {name} now.", f"X {name} x.", tag) == []


@given(st.sampled_from(sorted(NAMES)), st.sampled_from(sorted(NAMES)), st.sampled_from(LATIN))
def test_one_well_known_name_for_another_is_always_told(one: str, other: str, tag: str) -> None:
    same = any({one, other} <= set(names) for names in SAME) or skeleton(one) == skeleton(other)
    assert bool(told(f"Take {one} now.", f"X {other} x.", tag)) is not same


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from([*LATIN, "ja", "ar"]))
def test_no_text_is_too_odd(source: str, target: str, tag: str) -> None:
    for hit in drug(pair(source, target, tag)):
        assert all(0 <= span.start <= span.end <= len(source) for span in hit.source)
        assert all(0 <= span.start <= span.end <= len(target) for span in hit.target)
