"""Numbers that name a thing: copied as they stand, where a measure would be written anew."""

import pytest

from tests.checks.support import ids

COMMAS = ("es", "fr", "it", "pt_BR", "de")


def quantities(source: str, target: str, tag: str) -> set[str]:
    return {name for name in ids(source, target, tag) if name.startswith("quantity")}


@pytest.mark.parametrize(
    ("tag", "source", "target"),
    [
        ("de", "See Figure 8.53 and Section 1.15.", "Siehe Abbildung 8.53 und Abschnitt 1.15."),
        ("de", "See Sections 4.2, 4.4 and 5.1.", "Siehe Abschnitte 4.2, 4.4 und 5.1."),
        ("de", "Tables 2.1 to 2.3", "Tabellen 2.1 bis 2.3"),
        ("es", "Install firmware version 3.10 or later.", "Instale la versión 3.10 del firmware o una posterior."),
        ("fr", "The data follow DICOM 3.0.", "Les données suivent DICOM 3.0."),
        ("it", "The pump needs Bluetooth 5.2.", "La pompa richiede Bluetooth 5.2."),
        ("pt_BR", "4.8 Undesirable effects", "4.8 Reações adversas"),
        ("de", "B.1.5. Storage", "B.1.5. Aufbewahrung"),
        ("de", "Since OpenMed 7.2 it prints.", "Seit OpenMed 7.2 druckt es."),
        ("de", "§ 4.2 holds.", "§ 4.2 gilt."),
    ],
)  # fmt: skip
def test_names_are_copied(tag: str, source: str, target: str) -> None:
    assert not quantities(source, target, tag)


@pytest.mark.parametrize("tag", COMMAS)
@pytest.mark.parametrize(
    "text", ["8.53", "EDSS 4.5", "FiO2 0.21", "Placebo 2.5", "1.5 mg", "level 7.5 mmol/L", "(1.5)"]
)
def test_measures_are_no_names(tag: str, text: str) -> None:
    assert quantities(text, text, tag) & {"quantity.value", "quantity.convention"}


@pytest.mark.parametrize("tag", COMMAS)
def test_a_name_that_changed_is_found(tag: str) -> None:
    assert "quantity.value" in quantities("Section 4.2", "Section 4.3", tag)
    assert "quantity.value" in quantities("4.8 Adverse effects", "4.9 Adverse effects", tag)


@pytest.mark.parametrize(
    ("tag", "target"),
    [
        ("es", "El hospital tiene tres unidades de cuidados intensivos y 20 camas."),
        ("fr", "L’hôpital compte trois unités de soins intensifs et 20 lits."),
        ("it", "L’ospedale ha tre unità di terapia intensiva e 20 letti."),
        ("pt_BR", "O hospital tem três unidades de terapia intensiva e 20 leitos."),
    ],
)
def test_units_of_a_hospital_measure_nothing(tag: str, target: str) -> None:
    assert not quantities("The hospital has three intensive care units and 20 beds.", target, tag)
    assert "quantity.unit" in quantities("Give 30 units.", target.split(" ")[0] + " 30 mg.", tag)
