"""German prose: `german.toml` is quiet as it stands, and heard where a denial or a demand is turned round."""

import tomllib
from pathlib import Path

import pytest

from tests.checks.support import ids

PROSE = tomllib.loads(Path(__file__).with_name("german.toml").read_text("utf-8"))["pair"]
TURNED = [
    (pair["source"], pair["target"], *change.split(" > "))
    for pair in PROSE
    for change in pair.get("turned", [])
]


def said(source: str, target: str) -> set[str]:
    return {name for name in ids(source, target, "de") if name.startswith(("quantity", "polarity"))}


@pytest.mark.parametrize(("source", "target"), [(pair["source"], pair["target"]) for pair in PROSE])
def test_nothing_is_said_of_what_is_right(source: str, target: str) -> None:
    assert not said(source, target)


@pytest.mark.parametrize(("source", "target", "right", "wrong"), TURNED)
def test_what_is_turned_round_is_heard(source: str, target: str, right: str, wrong: str) -> None:
    assert target.count(right) == 1
    assert said(source, target.replace(right, wrong))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The dose should be halved.", "Die Dosis sollte verdoppelt werden."),
        (
            "Sales reached €2 billion, twice the figure for 2015.",
            "Der Umsatz lag bei 2 Mrd. €, halb so hoch wie 2015.",
        ),
        ("Of these, 890,000 were over 75 years old.", "Von ihnen waren 890.000 jünger als 75 Jahre."),
        ("The light comes on within a second.", "Das Licht leuchtet binnen einer Minute auf."),
        ("Replace it at the latest after a year.", "Ersetzen Sie es frühestens nach einem Jahr."),
        ("Rest for at least an hour a day.", "Ruhen Sie höchstens eine Stunde am Tag."),
        (
            "It must stay below 100 µA in use and below 500 µA in a fault.",
            "Im Betrieb muss er unter 500 µA und im Fehlerfall unter 100 µA bleiben.",
        ),
        ("Untreated wounds smell.", "Behandelte Wunden riechen."),
        ("It may not go back into service.", "Es muss nicht wieder in Betrieb genommen werden."),
        ("Your value was above the target range.", "Ihr Wert lag unter dem Zielbereich."),
        (
            "Neither a cough nor a cold is a reason to cancel.",
            "Sowohl Husten als auch Schnupfen sind ein Grund abzusagen.",
        ),
        ("Experts advise against it.", "Fachleute empfehlen es."),
    ],
)
def test_what_is_wrong_is_heard(source: str, target: str) -> None:
    assert said(source, target)
