"""An engine made robust: it pays once, waits when told to, gives up in time, and keeps a budget.

It wraps any engine and is one itself. Each distinct text is asked for once, several at a time;
answers are on disk as soon as they come, so that a killed run resumes without paying twice.
"""

import random
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

from pipeline.engines import Answer, Engine, EngineError, Informed, Neighbours, Problem, ProblemKind
from pipeline.engines.brief import Briefed
from pipeline.engines.cache import Cache, NoCache, key_of
from pipeline.model import LocaleTag
from pipeline.protect import Rendering


@dataclass(frozen=True, kw_only=True, slots=True)
class Policy:
    """How much patience and money an engine may have."""

    workers: int = 4
    """Requests at a time."""
    per_second: float = 5
    """Requests that may begin in a second."""
    attempts: int = 4
    """Tries of one text, the first included."""
    first_wait: float = 1
    """Seconds; the wait doubles with each attempt, and is between half and all of that by chance."""
    longest_wait: float = 60
    """Seconds; a service that asks for more is given up."""
    failures: int = 5
    """Failures in a row after which the engine rests."""
    rest: float = 30
    """Seconds of rest, in which every text fails at once; then one is tried."""
    patience: int = 4
    """Runs in which a text is asked for though its answers cannot be used."""
    max_characters: int | None = None
    """Characters that a run may send, as the service counts them; None for any number."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Clock:
    """Time and chance, so that tests need not wait."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random
    """Between 0 and 1."""


@dataclass(kw_only=True)
class _Run:
    """What all workers share, under `lock`."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    sent: int = 0
    next_start: float = 0
    in_a_row: int = 0
    resting_until: float = 0
    stopped: Problem | None = None


class Robust:
    """The wrapper."""

    def __init__(
        self,
        engine: Engine,
        *,
        policy: Policy | None = None,
        cache: Cache | None = None,
        clock: Clock | None = None,
        identity: str = "",
    ) -> None:
        """Wrap `engine`. `identity` names the settings that its answers depend on, but no key."""
        self.name = engine.name
        self.terms = engine.terms
        self._engine = engine
        self._policy = policy or Policy()
        self._cache = cache or NoCache()
        self._clock = clock or Clock()
        self._identity = identity
        self._run = _Run()
        self._batch = max(1, getattr(engine, "batch", 1))
        if hasattr(engine, "admitted"):
            engine.admitted = self._admitted  # What it sends by itself counts, too.

    @property
    def sent(self) -> int:
        """Characters sent so far, as the service counts them, failed attempts included."""
        return self._run.sent

    def version(self, source: LocaleTag, target: LocaleTag) -> str:
        """Return the engine's version."""
        return self._engine.version(source, target)

    def supports(self, source: LocaleTag, target: LocaleTag) -> Problem | None:
        """Return what the engine says."""
        return self._engine.supports(source, target)

    def renderings(self, target: LocaleTag) -> tuple[Rendering, ...]:
        """Return the engine's ladder."""
        return self._engine.renderings(target)

    def size(self, text: str) -> int:
        """Count a text as the service does."""
        count: Callable[[str], int] = getattr(self._engine, "size", len)
        return count(text)

    def cached(self, text: str, source: LocaleTag, target: LocaleTag) -> bool:
        """Whether the answer is on disk already."""
        return self._cache.get(self._key(text, source, target)) is not None

    def translate(
        self, texts: Sequence[str], source: LocaleTag, target: LocaleTag
    ) -> Iterator[Answer | Problem]:
        """Yield an answer or a problem for each text, in order, as soon as each is there."""
        wanted = list(dict.fromkeys(texts))
        batches = [wanted[at : at + self._batch] for at in range(0, len(wanted), self._batch)]
        futures: dict[str, tuple[Future[list[Answer | Problem]], int]] = {}
        pool = ThreadPoolExecutor(self._policy.workers, thread_name_prefix=f"engine-{self.name}")
        try:
            for batch in batches:
                future = pool.submit(self._answered, batch, source, target)
                futures |= {text: (future, place) for place, text in enumerate(batch)}
            for text in texts:
                future, place = futures[text]
                yield future.result()[place]
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def forget(self, texts: Sequence[str], source: LocaleTag, target: LocaleTag) -> None:
        """Take answers that broke a message out of the cache, and count them."""
        for text in texts:
            self._cache.drop(self._key(text, source, target))
            self._cache.fail(self._key(text, source, target))

    def inform(self, neighbours: Mapping[str, Neighbours]) -> None:
        """Tell the engine, if it wants to know."""
        if isinstance(self._engine, Informed):
            self._engine.inform(neighbours)

    def close(self) -> None:
        """Close the engine and the cache."""
        self._engine.close()
        self._cache.close()

    def _key(self, text: str, source: LocaleTag, target: LocaleTag) -> str:
        version = self._engine.version(source, target)
        brief = self._engine.brief if isinstance(self._engine, Briefed) else None
        told = brief.fingerprint(text, source, target) if brief else ""
        return key_of(self.name, version, self._identity, source, target, text, told)

    def _answered(self, texts: list[str], source: LocaleTag, target: LocaleTag) -> list[Answer | Problem]:
        """Answer a batch: from the cache, else by the engine, several times if need be."""
        done: dict[str, Answer | Problem] = {}
        for text in texts:
            key = self._key(text, source, target)
            known = self._cache.get(key) or self._hopeless(key)
            if known:
                done[text] = known
        rest = [text for text in texts if text not in done]
        for attempt in range(self._policy.attempts):
            if not rest:
                break
            done |= dict(zip(rest, self._attempted(rest, source, target), strict=True))
            rest, problem = self._again(rest, done)
            if problem and attempt + 1 < self._policy.attempts and not self._wait(problem, attempt):
                break
        for text, outcome in done.items():
            if isinstance(outcome, Problem) and outcome.kind is ProblemKind.GARBLED and not outcome.hopeless:
                self._cache.fail(self._key(text, source, target))
        return [done[text] for text in texts]

    def _hopeless(self, key: str) -> Problem | None:
        """Return that a text is not worth asking for again; None if it is."""
        if self._cache.failures(key) < self._policy.patience:
            return None
        reason = (
            f"{self.name} could not be used for it in {self._policy.patience} runs, and is not asked again"
        )
        hint = "translate it by hand, or delete .pipeline/answers.sqlite to try again"
        return Problem(kind=ProblemKind.GARBLED, reason=reason, hint=hint, hopeless=True)

    def _again(self, tried: list[str], done: dict[str, Answer | Problem]) -> tuple[list[str], Problem | None]:
        """Return the texts that may succeed another time, and the problem to wait for."""
        if self._run.stopped or self._resting():
            return [], None
        problems = {text: answer for text in tried if isinstance(answer := done[text], Problem)}
        again = [text for text, problem in problems.items() if problem.kind.retryable]
        waits = [problems[text] for text in again]
        return again, max(waits, key=lambda problem: problem.retry_after or 0, default=None)

    def _attempted(self, texts: list[str], source: LocaleTag, target: LocaleTag) -> list[Answer | Problem]:
        """Ask the engine once. Always as many outcomes as texts."""
        refused = self._admitted(texts)
        if refused:
            return [refused] * len(texts)
        done: list[Answer | Problem] = []
        try:
            for text, answer in zip(texts, self._engine.translate(texts, source, target), strict=False):
                done.append(answer)
                if isinstance(answer, Answer):
                    self._cache.put(self._key(text, source, target), answer)
        except EngineError as error:
            done += [error.problem] * (len(texts) - len(done))
        lacking = Problem(kind=ProblemKind.GARBLED, reason=f"{self.name} sent fewer answers than texts")
        done += [lacking] * (len(texts) - len(done))
        self._note(done)
        return done

    def _admitted(self, texts: list[str]) -> Problem | None:
        """Wait for the turn; return why there is none."""
        size = sum(map(self.size, texts))
        with self._run.lock:
            if self._run.stopped:
                return self._run.stopped
            now = self._clock.now()
            if now < self._run.resting_until:
                reason = f"{self.name} failed {self._policy.failures} times in a row and rests"
                return Problem(kind=ProblemKind.TRANSIENT, reason=reason, hint="try again later")
            limit = self._policy.max_characters
            if limit is not None and self._run.sent + size > limit:
                reason = f"{self.name}: max_characters ({limit}) would be exceeded"
                hint = "raise it in pipeline.toml, or translate the rest by hand"
                self._run.stopped = Problem(kind=ProblemKind.QUOTA, reason=reason, hint=hint)
                return self._run.stopped
            self._run.sent += size
            start = max(now, self._run.next_start)
            self._run.next_start = start + 1 / self._policy.per_second
        if start > now:
            self._clock.sleep(start - now)
        return None

    def _note(self, outcomes: list[Answer | Problem]) -> None:
        """Count failures in a row, and stop for good where nothing can help."""
        with self._run.lock:
            for outcome in outcomes:
                if isinstance(outcome, Problem) and outcome.kind.final:
                    self._run.stopped = outcome
                if isinstance(outcome, Answer):
                    self._run.in_a_row = 0
                elif outcome.kind in (ProblemKind.TRANSIENT, ProblemKind.RATE):
                    self._run.in_a_row += 1
            if self._run.in_a_row >= self._policy.failures:
                self._run.resting_until = self._clock.now() + self._policy.rest
                self._run.in_a_row = self._policy.failures - 1  # One more failure after the rest is enough.

    def _resting(self) -> bool:
        with self._run.lock:
            return self._clock.now() < self._run.resting_until

    def _wait(self, problem: Problem, attempt: int) -> bool:
        """Wait before the next attempt; False where that would take too long."""
        if problem.retry_after is not None:
            if problem.retry_after > self._policy.longest_wait:
                return False
            self._clock.sleep(problem.retry_after)
            return True
        most = min(self._policy.longest_wait, self._policy.first_wait * 2**attempt)
        self._clock.sleep(most * (0.5 + self._clock.chance() / 2))
        return True
