"""The wrapper around engines: nothing wrong gets through, nothing is paid twice, nothing waits for ever."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import pytest

from pipeline.engines import Answer, Problem, ProblemKind
from pipeline.engines.cache import DiskCache
from pipeline.engines.robust import Policy, Robust
from pipeline.model import LocaleTag
from pipeline.protect import NUMBERED, Rendering
from tests.fakes.faults import Time, play
from tests.fakes.translation_server import KEY, TranslationServer

EN, ES = LocaleTag("en"), LocaleTag("es")


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


@pytest.mark.parametrize("block", range(10))
def test_500_scripted_fault_sequences(
    block: int, service: TranslationServer, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """50 for each block: no wrong or partial draft, every run resumable, no secret told."""
    told: list[str] = []
    for number in range(block * 50, block * 50 + 50):
        played = play(number, service, tmp_path)
        assert not played.wrong
        assert played.resumed, f"sequence {number} does not resume"
        told += played.told
    told += capfd.readouterr()
    assert KEY not in "".join(told)
