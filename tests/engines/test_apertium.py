"""Apertium itself, on real sentences."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.engines import EngineError, ProblemKind, open_engine
from pipeline.engines.apertium import CHAINS, Apertium
from pipeline.engines.drafting import Draft, Failure, Request, draft
from pipeline.glossary import Glossary, Target, Term
from pipeline.model import LocaleTag
from pipeline.protect import numbers, parse, signature

EN, ES = LocaleTag("en"), LocaleTag("es")
LOCALES = [LocaleTag(tag) for tag in ("es", "fr", "it", "pt_BR")]
SENTENCES = [
    'The **immune system** attacks [the *myelin sheath*](nerves.md "About nerves") of nerves.',
    "Write `10 mg`, not `10mg`, and see <https://example.org/> first.",
    "The text grows most.[^growth] Leave room for it.",
    "Press <kbd>Ctrl</kbd> + <kbd>F</kbd> and search for *it*, *this* and *very*.",
    "One idea in a sentence,\none word for one thing.",
    "About 50% of patients relapse within 5 years; 2.3 million in 2013.",
    "Brackets [like these], a caret ^, a dollar $5, a slash a/b, a hash #1 and 2 * 3 * 4 {n}.",
    "![A door and 3 windows](door.png 'The door')",
]
GLOSSARY = Glossary(
    terms=(
        Term(
            term="multiple sclerosis",
            targets={
                ES: Target(text="esclerosis múltiple", gender="f", number="s"),
                LocaleTag("fr"): Target(text="sclérose en plaques", gender="f", number="s"),
            },
        ),
        Term(term="MS", case_sensitive=True, targets={ES: Target(text="EM", gender="f", number="s")}),
        Term(
            term="side effects",
            targets={
                ES: Target(text="efectos secundarios", gender="m", number="p"),
                LocaleTag("fr"): Target(text="effets indésirables", gender="m", number="p"),
            },
        ),
        Term(
            term="oxygen",
            targets={LocaleTag("fr"): Target(text="oxygène", gender="m", number="s")},
        ),
        Term(term="Oxyair", do_not_translate=True),
    )
)


@pytest.fixture(scope="module")
def apertium() -> Iterator[Apertium]:
    engine = Apertium()
    yield engine
    engine.close()


def drafted(engine: Apertium, messages: list[str], target: LocaleTag = ES) -> list[Draft]:
    requests = [Request(msgid=message) for message in messages]
    results = list(draft(requests, source=EN, target=target, engines=[engine], glossary=GLOSSARY))
    assert not [result for result in results if isinstance(result, Failure)]
    return [result for result in results if isinstance(result, Draft)]


@pytest.mark.apertium
@pytest.mark.parametrize("target", LOCALES)
def test_markup_and_numbers_survive(apertium: Apertium, target: LocaleTag) -> None:
    for made in drafted(apertium, SENTENCES, target):
        assert signature(made.text) == signature(made.request.msgid)
        assert numbers(made.text) == numbers(made.request.msgid)


@pytest.mark.apertium
def test_it_translates(apertium: Apertium) -> None:
    (made,) = drafted(apertium, ["The **immune system** is strong."])
    assert made.text == "El **sistema inmunitario** es fuerte."
    assert made.provenance.startswith("apertium eng-spa (apertium-eng-spa")
    assert made.unknown == 0


@pytest.mark.apertium
def test_terms_come_out_as_approved_and_agree(apertium: Apertium) -> None:
    message = "Multiple sclerosis (MS) has side effects, says Oxyair. The side effects of MS are new."
    (made,) = drafted(apertium, [message])
    assert made.text.startswith("Esclerosis múltiple (EM)")
    assert "Los efectos secundarios de EM son nuevos" in made.text
    assert "Oxyair" in made.text


@pytest.mark.apertium
def test_articles_are_elided_before_a_term(apertium: Apertium) -> None:
    (made,) = drafted(apertium, ["The oxygen is red."], LocaleTag("fr"))
    assert made.text == "L’oxygène est rouge."


@pytest.mark.apertium
def test_unknown_words_are_counted_and_not_marked(apertium: Apertium) -> None:
    (made,) = drafted(apertium, ["The qwertz is good #1 * 2."])
    assert "qwertz" in made.text
    assert "*qwertz" not in made.text
    assert made.unknown is not None
    assert made.unknown > 0


@pytest.mark.apertium
def test_a_killed_stage_is_started_again(apertium: Apertium) -> None:
    before = drafted(apertium, ["The house is red."])[0].text
    (pipe,) = [pipe for mode, pipe in apertium._pipes.items() if mode == "eng-spa"]
    assert pipe._process
    listed = subprocess.run(
        ["ps", "-o", "pid=,comm=", "-g", str(pipe._process.pid)], capture_output=True, text=True
    )
    (stage,) = [line.split()[0] for line in listed.stdout.splitlines() if "lrx-proc" in line]
    os.kill(int(stage), signal.SIGKILL)
    assert drafted(apertium, ["The house is red."])[0].text == before


@pytest.mark.apertium
def test_no_message_leaks_into_the_next(apertium: Apertium) -> None:
    alone = [drafted(apertium, [message])[0].text for message in SENTENCES]
    together = {made.request.msgid: made.text for made in drafted(apertium, SENTENCES)}
    assert [together[message] for message in SENTENCES] == alone


@pytest.mark.apertium
def test_a_mode_that_hangs_is_given_up(tmp_path: Path) -> None:
    modes = tmp_path / "modes"
    modes.mkdir()
    (modes / "eng-spa.mode").write_text("sleep 60")
    engine = Apertium(timeout=0.2, data=[tmp_path])
    (answer,) = engine.translate(["Hello."], EN, ES)
    engine.close()
    assert getattr(answer, "kind", None) is ProblemKind.TRANSIENT


def test_a_missing_pair_names_its_package(tmp_path: Path) -> None:
    engine = Apertium(data=[tmp_path])
    problem = engine.supports(EN, LocaleTag("fr"))
    assert problem
    assert problem.kind is ProblemKind.MISSING
    assert "apertium-eng-spa apertium-fr-es" in problem.hint
    with pytest.raises(EngineError):
        next(engine.translate(["x"], EN, LocaleTag("fr")))


def test_a_language_without_modes_is_unsupported() -> None:
    problem = open_engine("apertium").supports(EN, LocaleTag("ja"))
    assert problem
    assert problem.kind is ProblemKind.UNSUPPORTED
    assert all(tag in problem.hint for tag in CHAINS)


def test_failures_say_what_is_missing(tmp_path: Path) -> None:
    requests = [Request(msgid="A **bold** word.")]
    engines = [Apertium(data=[tmp_path])]
    (result,) = draft(requests, source=EN, target=ES, engines=engines, glossary=Glossary())
    assert isinstance(result, Failure)
    assert [(name, problem.kind) for name, problem in result.problems] == [("apertium", ProblemKind.MISSING)]
    assert parse(result.request.msgid)


def test_dates_and_terms_in_titles_and_misread_words_come_out_right(apertium: Apertium) -> None:
    terms = Glossary(
        terms=(
            Term(term="pressure gauge", targets={ES: Target(text="manómetro", gender="m", number="s")}),
            Term(term="Unicode Consortium", do_not_translate=True),
        )
    )
    texts = {
        "The date is *5 March 2026*.": "*5 de marzo de 2026*",
        '![A pressure gauge](g.png "The Unicode Consortium")': "![Un manómetro](g.png",
        "Over 70 characters": "Más de 70 caracteres",
    }
    requests = [Request(msgid=text) for text in texts]
    made = {
        each.request.msgid: each.text
        for each in draft(requests, source=EN, target=ES, engines=[apertium], glossary=terms)
        if isinstance(each, Draft)
    }
    assert {text: expected in made[text] for text, expected in texts.items()} == dict.fromkeys(texts, True), (
        made
    )
    assert "Unicode Consortium" in made['![A pressure gauge](g.png "The Unicode Consortium")']
