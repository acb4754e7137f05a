"""The wrapper around engines: nothing wrong gets through, nothing is paid twice, nothing waits for ever."""

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import pytest

from pipeline.engines import Answer, Problem, ProblemKind, open_engine
from pipeline.engines.cache import DiskCache
from pipeline.engines.drafting import Draft, Request, draft
from pipeline.engines.robust import Clock, Policy, Robust
from pipeline.glossary import Glossary
from pipeline.model import LocaleTag
from pipeline.protect import NUMBERED, Rendering, numbers, signature
from tests.fakes.translation_server import KEY, Fault, TranslationServer

EN, ES = LocaleTag("en"), LocaleTag("es")
ONLINE = ["google", "deepl", "libretranslate", "microsoft", "mymemory", "openai"]


@dataclass
class Time:
    """A clock that only sleeping moves."""

    seconds: float = 0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.seconds += seconds
        self.slept.append(seconds)

    def clock(self) -> Clock:
        return Clock(now=lambda: self.seconds, sleep=self.sleep, chance=lambda: 1.0)


class Scripted:
    """An engine that answers as it is told, then with the text in capitals."""

    name = "scripted"
    terms = False

    def __init__(self, *outcomes: Problem | None) -> None:
        self.outcomes = list(outcomes)
        self.asked: Counter[str] = Counter()

    def version(self, source: LocaleTag, target: LocaleTag) -> str:
        return f"{source}-{target}"

    def supports(self, source: LocaleTag, target: LocaleTag) -> Problem | None:
        return None

    def renderings(self, target: LocaleTag) -> tuple[Rendering, ...]:
        return (NUMBERED,)

    def translate(
        self, texts: Sequence[str], source: LocaleTag, target: LocaleTag
    ) -> Iterator[Answer | Problem]:
        for text in texts:
            self.asked[text] += 1
            outcome = self.outcomes.pop(0) if self.outcomes else None
            yield outcome or Answer(text=text.upper())

    def close(self) -> None:
        pass


def problem(kind: ProblemKind, retry_after: float | None = None) -> Problem:
    return Problem(kind=kind, reason="no", retry_after=retry_after)


TRANSIENT, RATE, QUOTA = (
    problem(ProblemKind.TRANSIENT),
    problem(ProblemKind.RATE, 7),
    problem(ProblemKind.QUOTA),
)


def robust(engine: Scripted, time: Time, **policy: float) -> Robust:
    return Robust(engine, policy=Policy(workers=1, per_second=1e9, **policy), clock=time.clock())  # type: ignore[arg-type]


def test_equal_texts_are_asked_for_once() -> None:
    engine = Scripted()
    answers = list(robust(engine, Time()).translate(["a", "b", "a", "a"], EN, ES))
    assert [answer.text for answer in answers if isinstance(answer, Answer)] == ["A", "B", "A", "A"]
    assert engine.asked == {"a": 1, "b": 1}


def test_waits_double_and_a_service_that_names_a_time_is_obeyed() -> None:
    time = Time()
    (answer,) = robust(Scripted(TRANSIENT, RATE, TRANSIENT), time).translate(["a"], EN, ES)
    assert answer == Answer(text="A")
    assert time.slept == [1, 7, 4]


def test_it_gives_up_after_some_attempts() -> None:
    time, engine = Time(), Scripted(*[TRANSIENT] * 9)
    (answer,) = robust(engine, time, failures=99).translate(["a"], EN, ES)
    assert answer == TRANSIENT
    assert engine.asked["a"] == 4


def test_a_wait_of_an_hour_is_not_waited_for() -> None:
    time = Time()
    (answer,) = robust(Scripted(problem(ProblemKind.RATE, 3600)), time).translate(["a"], EN, ES)
    assert isinstance(answer, Problem)
    assert not time.slept


def test_what_cannot_get_better_stops_the_run() -> None:
    engine = Scripted(None, QUOTA)
    answers = list(robust(engine, Time()).translate(["a", "b", "c", "d"], EN, ES))
    assert answers == [Answer(text="A"), QUOTA, QUOTA, QUOTA]
    assert engine.asked.total() == 2


def test_an_engine_that_keeps_failing_rests_and_is_tried_again() -> None:
    time, engine = Time(), Scripted(*[TRANSIENT] * 3)
    wrapped = robust(engine, time, attempts=1, failures=3, rest=30)
    assert all(isinstance(answer, Problem) for answer in wrapped.translate(list("abcdef"), EN, ES))
    assert engine.asked.total() == 3
    time.seconds += 31
    assert list(wrapped.translate(["f"], EN, ES)) == [Answer(text="F")]


def test_the_budget_is_never_exceeded() -> None:
    engine = Scripted()
    wrapped = robust(engine, Time(), max_characters=10)
    answers = list(wrapped.translate(["abcd", "efgh", "ijkl"], EN, ES))
    assert [isinstance(answer, Answer) for answer in answers] == [True, True, False]
    assert wrapped.sent == 8
    assert isinstance(answers[2], Problem)
    assert "max_characters" in answers[2].reason


def test_requests_keep_their_distance() -> None:
    time = Time()
    wrapped = Robust(Scripted(), policy=Policy(workers=1, per_second=2), clock=time.clock())
    list(wrapped.translate(list("abcd"), EN, ES))
    assert time.seconds == pytest.approx(1.5)


def test_a_killed_run_resumes_without_paying_twice(tmp_path: Path) -> None:
    texts, engine = list("abcdefgh"), Scripted()
    wrapped = Robust(
        engine, policy=Policy(workers=2), cache=DiskCache(tmp_path / "cache"), clock=Time().clock()
    )
    run = wrapped.translate(texts, EN, ES)
    assert len(list(islice(run, 3))) == 3
    del run
    wrapped.close()
    again = Robust(engine, cache=DiskCache(tmp_path / "cache"), clock=Time().clock())
    assert [answer.text for answer in again.translate(texts, EN, ES) if isinstance(answer, Answer)] == list(
        "ABCDEFGH"
    )
    again.close()
    assert set(engine.asked.values()) == {1}


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 99])
def test_a_broken_cache_is_made_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "cache"
    path.write_bytes(content)
    cache = DiskCache(path)
    cache.put("k", Answer(text="A"))
    assert cache.get("k") == Answer(text="A")
    cache.close()


MESSAGES = [
    "Number 101 is a *short* text.",
    'Read [chapter 102](b.md "About 102") and **never** wait.',
    "Use `x = 103` on <https://example.org/103>.[^103]",
    "**Bold 104:** and *italic* in one, ![a picture of 104](p.png).",
    "Plain text 105 without any markup.",
]
RARE = (Fault.HANG, Fault.HUGE, Fault.RATE_LONG)
COMMON = tuple(fault for fault in Fault if fault not in RARE)


@pytest.mark.parametrize("block", range(10))
def test_500_scripted_fault_sequences(
    block: int, service: TranslationServer, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """50 for each block: no wrong or partial draft, every run resumable, no secret told."""
    told: list[str] = []
    for number in range(block * 50, block * 50 + 50):
        chance = random.Random(number)
        name = ONLINE[number % len(ONLINE)]
        faults = [
            chance.choice(COMMON) if chance.random() < 0.6 else None for _ in range(chance.randint(1, 14))
        ]
        if number % 10 == 0:
            faults.insert(chance.randrange(len(faults)), chance.choice(RARE))
        service.script.faults = list(faults)
        made: dict[str, str] = {}
        for _ in range(3):
            cut = chance.randint(1, len(MESSAGES)) if chance.random() < 0.5 else None
            told += run(name, service, tmp_path / f"{number}.sqlite", made, cut)
        service.script.faults = []
        told += run(name, service, tmp_path / f"{number}.sqlite", made, None)
        assert set(made) == set(MESSAGES), f"sequence {number} does not resume"
    told += capfd.readouterr()
    assert KEY not in "".join(told)


def run(
    name: str, service: TranslationServer, path: Path, made: dict[str, str], cut: int | None
) -> list[str]:
    """Draft what is not drafted yet; stop after `cut` outcomes. Returns all that was told."""
    engine = Robust(
        open_engine(name, service.settings(name)),
        policy=Policy(workers=3, per_second=1e9, failures=6),
        cache=DiskCache(path),
        clock=Time().clock(),
    )
    requests = [Request(msgid=message) for message in MESSAGES if message not in made]
    outcomes = draft(requests, source=EN, target=ES, engines=[engine], glossary=Glossary())
    told = []
    for outcome in islice(outcomes, cut):
        told.append(repr(outcome))
        if isinstance(outcome, Draft):
            source = outcome.request.msgid
            assert signature(outcome.text) == signature(source)
            assert numbers(outcome.text) == numbers(source)
            assert not Counter(re.findall(r"\w+", source)) - Counter(re.findall(r"\w+", outcome.text))
            made[source] = outcome.text
    outcomes.close()  # type: ignore[attr-defined]
    engine.close()
    return told
