"""The engines over HTTP, against a service that speaks their protocols and fails in their ways."""

import datetime
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.engines import Answer, Engine, Problem, ProblemKind, open_engine
from pipeline.engines.drafting import Draft, Failure, Request, draft
from pipeline.engines.google import SERVICE as GOOGLE
from pipeline.engines.online import pieces
from pipeline.engines.transport import retry_after
from pipeline.glossary import Glossary, Target, Term
from pipeline.model import LocaleTag
from tests.fakes.translation_server import KEY, Fault, TranslationServer

EN, ES = LocaleTag("en"), LocaleTag("es")
ONLINE = ["google", "deepl", "libretranslate", "microsoft", "mymemory", "openai"]
every = pytest.mark.parametrize("name", ONLINE)


def opened(name: str, service: TranslationServer) -> Engine:
    return open_engine(name, service.settings(name))


def one(engine: Engine, text: str, target: LocaleTag = ES) -> Answer | Problem:
    try:
        (answer,) = engine.translate([text], EN, target)
    finally:
        engine.close()
    return answer


@every
def test_it_translates(name: str, service: TranslationServer) -> None:
    assert one(opened(name, service), "Hello <g0>world</g0> & all?") == Answer(
        text="T Hello <g0>world</g0> & all?"
    )


@every
def test_a_message_with_markup(name: str, service: TranslationServer) -> None:
    engine = opened(name, service)
    message = 'The **strong [door](a.md "The title")** of 2.5 m.[^1]'
    glossary = Glossary(terms=(Term(term="door", targets={ES: Target(text="puerta")}),))
    (made,) = draft([Request(msgid=message)], source=EN, target=ES, engines=[engine], glossary=glossary)
    engine.close()
    assert isinstance(made, Draft)
    door = "puerta" if name == "deepl" else "door"
    assert made.text == f'T The **strong [{door}](a.md "T The title")** of 2.5 m.[^1]'


@every
@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault.RATE, ProblemKind.RATE),
        (Fault.DOWN, ProblemKind.TRANSIENT),
        (Fault.HANG, ProblemKind.TRANSIENT),
        (Fault.CUT, ProblemKind.TRANSIENT),
        (Fault.RESET, ProblemKind.TRANSIENT),
        (Fault.CAPTCHA, ProblemKind.RATE),
        (Fault.QUOTA, ProblemKind.QUOTA),
        (Fault.REDIRECT, ProblemKind.GARBLED),
        (Fault.HUGE, ProblemKind.GARBLED),
        (Fault.HTML, ProblemKind.GARBLED),
        (Fault.AUTH, ProblemKind.AUTH),
    ],
)
def test_every_fault_has_its_kind(
    name: str, fault: Fault, kind: ProblemKind, service: TranslationServer, capfd: pytest.CaptureFixture[str]
) -> None:
    service.script.faults = [fault]
    answer = one(opened(name, service), "Hello world.")
    assert isinstance(answer, Problem)
    assert answer.kind is kind
    assert answer.retry_after == (2 if fault is Fault.RATE else None)
    told = f"{answer} {capfd.readouterr()}"
    assert KEY not in told
    assert "127.0.0.1" not in told
    assert "\n" not in answer.reason


@every
def test_an_empty_translation_is_none(name: str, service: TranslationServer) -> None:
    service.script.faults = [Fault.EMPTY] * 2
    answer = one(opened(name, service), "Hello world.")
    assert isinstance(answer, Problem)
    assert answer.kind is ProblemKind.GARBLED


@every
def test_400_messages_by_16_threads_are_never_mixed_up(name: str, service: TranslationServer) -> None:
    engine = open_engine(name, {**service.settings(name), "timeout": 20})
    texts = [f"Message number {number}, word {number * 7}." for number in range(400)]
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda text: next(iter(engine.translate([text], EN, ES))), texts))
    engine.close()
    assert answers == [Answer(text=f"T {text}") for text in texts]
    peers = {request["peer"] for request in service.script.requests}
    assert len(peers) <= 2 * 16, "connections are kept alive"


@pytest.mark.parametrize(
    ("name", "target", "code"),
    [
        ("google", "zh_Hans", "tl=zh-CN"),
        ("google", "he", "tl=iw"),
        ("google", "pt_BR", "tl=pt"),
        ("microsoft", "pt_BR", "to=pt"),
        ("microsoft", "zh_Hans", "to=zh-Hans"),
        ("mymemory", "ar", "ar-SA"),
    ],
)
def test_locales_have_the_codes_of_the_service(
    name: str, target: str, code: str, service: TranslationServer
) -> None:
    one(opened(name, service), "Hello.", LocaleTag(target))
    assert code in service.script.requests[0]["path"]


def test_deepl_is_asked_as_it_wants_today(service: TranslationServer) -> None:
    one(opened("deepl", service), 'Hello <x id="0">MS</x>.', LocaleTag("pt_BR"))
    request = service.script.requests[0]
    assert request["method"] == "POST"
    assert KEY not in request["path"]
    assert request["headers"]["Authorization"] == f"DeepL-Auth-Key {KEY}"
    assert request["body"]["source_lang"] == "EN"
    assert request["body"]["target_lang"] == "PT-BR"
    assert request["body"]["ignore_tags"] == ["x"]


@every
def test_texts_without_words_are_not_sent(name: str, service: TranslationServer) -> None:
    if name != "openai":
        assert one(opened(name, service), " 42 % ") == Answer(text=" 42 % ")
        assert not service.script.requests


def test_long_texts_are_cut_at_sentences_and_joined(service: TranslationServer) -> None:
    text = "高压氧治疗是一种治疗方法。" * 400
    answer = one(opened("google", service), text)
    assert isinstance(answer, Answer)
    assert answer.text.replace("T ", "") == text
    assert all(len(request["path"]) < 16_000 for request in service.script.requests)
    assert len(service.script.requests) > 1


@given(st.text(alphabet="ab .!。\n高", max_size=200), st.integers(1, 40))
def test_pieces_fit_and_lose_nothing(text: str, longest: int) -> None:
    parts = pieces(text, lambda part: len(part) <= longest)
    assert "".join(parts) == text
    assert all(len(part) <= longest for part in parts)


def test_the_size_of_a_text_for_google() -> None:
    assert GOOGLE.size("高" * 1_800) > GOOGLE.longest
    assert GOOGLE.size("a" * 4_999) <= GOOGLE.longest < GOOGLE.size("a" * 5_000)


@pytest.mark.parametrize("name", ["deepl", "microsoft"])
def test_a_missing_key_is_told_before_anything_is_sent(name: str) -> None:
    (result,) = draft(
        [Request(msgid="Hello.")], source=EN, target=ES, engines=[open_engine(name)], glossary=Glossary()
    )
    assert isinstance(result, Failure)
    assert result.problems[0][1].kind is ProblemKind.AUTH
    assert "API_KEY" in result.problems[0][1].hint


def test_answers_under_their_keys_may_come_in_any_order(service: TranslationServer) -> None:
    service.script.faults = [Fault.SHUFFLED]
    engine = opened("openai", service)
    texts = ["One.", "Two.", "Three."]
    assert list(engine.translate(texts, EN, ES)) == [Answer(text=f"T {text}") for text in texts]
    engine.close()


def test_a_broken_batch_is_asked_for_in_halves(service: TranslationServer) -> None:
    service.script.faults = [Fault.LACKING, Fault.LACKING]
    engine = opened("openai", service)
    texts = [f"Text {number}." for number in range(4)]
    assert list(engine.translate(texts, EN, ES)) == [Answer(text=f"T {text}") for text in texts]
    assert [
        len(request["body"]["messages"][1]["content"].split(", ")) for request in service.script.requests
    ] == [
        4,
        2,
        1,
        1,
        2,
    ]
    engine.close()


def test_importing_the_engines_loads_no_http_library() -> None:
    program = "import sys, pipeline.engines.drafting, pipeline.engines.google; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"requests", "deep_translator", "httpx", "bs4"} & set(loaded)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        ("Sun, 22 Nov 2026 12:00:30 GMT", 30),
        ("Sunday, 22-Nov-26 12:01:00 GMT", 60),
        ("Sun Nov 22 12:00:05 2026", 5),
        ("Sun, 22 Nov 2026 11:00:00 GMT", 0),
        ("soon", None),
        ("-5", None),
        ("", None),
        (None, None),
        ("9" * 99, None),
        ("Sun, 99 Nov 99999999 99:99:99 GMT", None),
    ],
)
def test_retry_after_says_seconds_or_a_moment(header: str | None, seconds: float | None) -> None:
    noon = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC).timestamp()
    assert retry_after(header, noon) == seconds
