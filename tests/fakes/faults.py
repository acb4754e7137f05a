"""Scripted faults: sequences of what may go wrong with a service, and what drafting makes of them."""

import random
import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from pipeline.engines import open_engine
from pipeline.engines.cache import DiskCache
from pipeline.engines.drafting import Draft, Request, draft
from pipeline.engines.robust import Clock, Policy, Robust
from pipeline.glossary import Glossary
from pipeline.model import LocaleTag
from pipeline.protect import numbers, signature
from tests.fakes.translation_server import Fault, TranslationServer

EN, ES = LocaleTag("en"), LocaleTag("es")
ONLINE = ("google", "deepl", "libretranslate", "microsoft", "mymemory", "openai")
MESSAGES = (
    "Number 101 is a *short* text.",
    'Read [chapter 102](b.md "About 102") and **never** wait.',
    "Use `x = 103` on <https://example.org/103>.[^103]",
    "**Bold 104:** and *italic* in one, ![a picture of 104](p.png).",
    "Plain text 105 without any markup.",
)
RARE = (Fault.HANG, Fault.HUGE, Fault.RATE_LONG)
"""Faults that take long to play."""
COMMON = tuple(fault for fault in Fault if fault not in RARE)


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


@dataclass
class Played:
    """What came of one sequence."""

    made: dict[str, str] = field(default_factory=dict)
    """The drafts by their sources."""
    wrong: list[str] = field(default_factory=list)
    """Drafts that lost something of their source, or are another one's."""
    told: list[str] = field(default_factory=list)
    """Everything that was said."""

    @property
    def resumed(self) -> bool:
        """Whether every message was drafted in the end."""
        return set(self.made) == set(MESSAGES)


def play(number: int, service: TranslationServer, folder: Path) -> Played:
    """Play the sequence of this number: three runs under faults, half of them cut short, and one without."""
    chance = random.Random(number)
    name = ONLINE[number % len(ONLINE)]
    faults = [chance.choice(COMMON) if chance.random() < 0.6 else None for _ in range(chance.randint(1, 14))]
    if number % 10 == 0:
        faults.insert(chance.randrange(len(faults)), chance.choice(RARE))
    service.script.faults = list(faults)
    played, path = Played(), folder / f"{number}.sqlite"
    for _ in range(3):
        cut = chance.randint(1, len(MESSAGES)) if chance.random() < 0.5 else None
        _run(name, service, path, played, cut)
    service.script.faults = []
    _run(name, service, path, played, None)
    return played


def _run(name: str, service: TranslationServer, path: Path, played: Played, cut: int | None) -> None:
    """Draft what is not drafted yet; stop after `cut` outcomes, as if killed."""
    engine = Robust(
        open_engine(name, service.settings(name)),
        policy=Policy(workers=3, per_second=1e9, failures=6),
        cache=DiskCache(path),
        clock=Time().clock(),
    )
    requests = [Request(msgid=message) for message in MESSAGES if message not in played.made]
    outcomes = draft(requests, source=EN, target=ES, engines=[engine], glossary=Glossary())
    for outcome in islice(outcomes, cut):
        played.told.append(repr(outcome))
        if isinstance(outcome, Draft):
            source = outcome.request.msgid
            lost = Counter(re.findall(r"\w+", source)) - Counter(re.findall(r"\w+", outcome.text))
            same = signature(outcome.text) == signature(source) and numbers(outcome.text) == numbers(source)
            if lost or not same:
                played.wrong.append(f"{source} → {outcome.text}")
            played.made[source] = outcome.text
    outcomes.close()  # type: ignore[attr-defined]
    engine.close()
