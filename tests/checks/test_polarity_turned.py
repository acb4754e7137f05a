"""Clinical prose in five languages: prose that is quiet as it stands, and heard where it is turned round."""

import tomllib
from pathlib import Path

import pytest

from tests.checks.support import ids

PROSE = [
    pair
    for name in ("turned_west.toml", "turned_more.toml")
    for pair in tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))["pair"]
]
TURNED = [
    (pair["locale"], pair["source"], pair["target"], *change.split(" > "))
    for pair in PROSE
    for change in pair["turned"]
]


def said(source: str, target: str, tag: str) -> set[str]:
    return {name for name in ids(source, target, tag) if name.startswith("polarity")}


@pytest.mark.parametrize(
    ("tag", "source", "target"), [(pair["locale"], pair["source"], pair["target"]) for pair in PROSE]
)
def test_nothing_is_said_of_what_is_right(tag: str, source: str, target: str) -> None:
    assert not said(source, target, tag)


@pytest.mark.parametrize(("tag", "source", "target", "right", "wrong"), TURNED)
def test_what_is_turned_round_is_heard(tag: str, source: str, target: str, right: str, wrong: str) -> None:
    assert right in target
    assert said(source, target.replace(right, wrong, 1), tag)


@pytest.mark.parametrize(
    ("tag", "source", "target"),
    [
        ("de", "Store it at 5 °C. Do not freeze.", "Bei 5 °C lagern. Nicht einfrieren."),
        ("de", "It may be sold until 26 May 2028.", "Es darf bis zum 26. Mai 2028 verkauft werden."),
        ("de", "It is not uncommon.", "Das kommt nicht selten vor."),
        ("de", "Nothing else seems wrong.", "Sonst scheint alles in Ordnung."),
        ("es", "Keep unopened vials cool.", "Conserve en frío los viales sin abrir."),
        ("it", "Stop unless it helps.", "Smetta, a meno che non aiuti."),
        ("fr", "Take it with or without food.", "Prenez-le avec ou sans nourriture."),
        ("fr", "At most two visitors are allowed.", "Pas plus de deux visiteurs ne sont admis."),
        ("pt_BR", "Neither the gel nor the patch contains latex.", "Nem o gel nem o adesivo contêm látex."),
        ("es", "Replace it after 500 cycles at the latest.", "Sustitúyalo, como muy tarde, tras 500 ciclos."),
    ],
)
def test_what_languages_put_otherwise_is_quiet(tag: str, source: str, target: str) -> None:
    assert not said(source, target, tag)


@pytest.mark.parametrize(
    ("tag", "source", "target"),
    [
        ("de", "Store it at 5 °C. Do not freeze.", "Bei 5 °C ungeöffnet lagern. Einfrieren."),
        (
            "de",
            "It must not be sold until it is certified.",
            "Es darf nur vor der Zulassung verkauft werden.",
        ),
        (
            "es",
            "Keep unopened vials cool. Do not shake.",
            "Conserve los viales abiertos en frío. No los agite.",
        ),
        ("fr", "It can be paid in up to four instalments.", "Il peut être réglé en quatre fois au minimum."),
        ("it", "A link cannot be ruled out.", "Si può escludere un nesso."),
        ("pt_BR", "You should avoid heavy meals.", "Você pode evitar refeições pesadas."),
        ("fr", "You should avoid heavy meals.", "Vous pouvez éviter les repas lourds."),
        (
            "de",
            "It should be stopped and may be resumed.",
            "Es sollte abgesetzt und muss fortgesetzt werden.",
        ),
    ],
)
def test_what_another_word_excused_is_heard(tag: str, source: str, target: str) -> None:
    assert said(source, target, tag)
