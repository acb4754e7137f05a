"""Engines as the settings and the environment have them, each opened once a run."""

import os
import threading
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Self

from pipeline.model import LocaleTag
from pipeline.workflow.memories import memory
from pipeline.workflow.project import Project, read_glossary

_SIMILAR = 60
"""Score from which an approved translation is an example for a language model, 0 to 100."""

if TYPE_CHECKING:
    from pipeline.engines import Engine
    from pipeline.memory import Memory


def engine_names(project: Project, tag: LocaleTag) -> tuple[str, ...]:
    """Return the engines of a locale in the order in which they are asked.

    With `order = "auto"` that is the order of their measured effort, where the figures allow it.
    """
    names = project.settings.engines_for(tag)
    if project.settings.order_for(tag) != "auto" or len(names) < 2:
        return names
    from pipeline import effort
    from pipeline.workflow.stats import drafted

    # chrF++ and TER take long and decide nothing here.
    make = partial(effort.figures, score=lambda _: (None, None))
    figures = effort.measure(drafted(project, (tag,)), make=make)
    return effort.order(names, {each.engine: each for each in figures})


class Engines:
    """The engines of one run: each is opened once, so that its budget and its patience are the run's."""

    def __init__(self, project: Project) -> None:
        """Open nothing yet."""
        self._project = project
        self._open: dict[str, Engine] = {}
        self._lock = threading.Lock()  # Engines look for examples in several threads.
        self._memories: dict[LocaleTag, Memory] = {}
        self._known: dict[tuple[str, LocaleTag], list[tuple[str, str]]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    def close(self) -> None:
        """Close those that were opened."""
        for engine in self._open.values():
            engine.close()

    def _examples(self, text: str, target: LocaleTag) -> list[tuple[str, str]]:
        """Find approved translations of similar texts, plain."""
        from pipeline.protect import parse, plain

        if not self._project.settings.memory or target in self._project.settings.preview_locales:
            return []
        with self._lock:
            if target not in self._memories:
                self._memories[target] = memory(self._project, target)
            if (text, target) not in self._known:
                found = self._memories[target].find(text, threshold=_SIMILAR)
                self._known[text, target] = [
                    (plain(parse(match.segment.source).nodes), plain(parse(match.segment.target).nodes))
                    for match in found
                    if match.segment.approved
                ]
        return self._known[text, target]

    def named(self, names: Sequence[str]) -> "list[Engine]":
        """Return the engines of these names, in their order. Raises `InputError` for unusable settings."""
        from pipeline.engines.opening import opened

        for name in names:
            if name not in self._open:
                self._open[name] = opened(
                    name,
                    self._project.settings.engine_settings.get(name, {}),
                    environment=os.environ,
                    cache=self._project.cache / "answers.sqlite",
                    glossary=read_glossary(self._project),
                    examples=self._examples,
                )
        return [self._open[name] for name in names]
