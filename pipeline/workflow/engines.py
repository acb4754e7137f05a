"""Engines as the settings and the environment have them: wrapped, cached and within their budget."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

from pipeline.settings import key_variable
from pipeline.workflow.project import Project, digest

if TYPE_CHECKING:
    from pipeline.engines import Engine

_HERE = frozenset(("apertium", "pseudo"))
"""Engines that run on this machine: they cost nothing, and need no patience."""

_PATIENCE = ("workers", "per_second", "max_characters")


class Engines:
    """The engines of one run: each is opened once, so that its budget and its patience are the run's."""

    def __init__(self, project: Project) -> None:
        """Open nothing yet."""
        self._project = project
        self._open: dict[str, Engine] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        for engine in self._open.values():
            engine.close()

    def named(self, names: Sequence[str]) -> "list[Engine]":
        """Return the engines of these names, in their order."""
        for name in names:
            if name not in self._open:
                self._open[name] = open_for(self._project, name)
        return [self._open[name] for name in names]


def open_for(project: Project, name: str) -> "Engine":
    """Open an engine by name. Raises `InputError` for settings that it cannot use."""
    from pipeline.engines import open_engine

    chosen: dict[str, Any] = dict(project.settings.engine_settings.get(name, {}))
    key = os.environ.get(key_variable(name), "")
    engine = open_engine(name, {**chosen, "key": key} if key else chosen)
    if name in _HERE:
        return engine
    from pipeline.engines.cache import DiskCache
    from pipeline.engines.robust import Policy, Robust

    patience = {each: chosen[each] for each in _PATIENCE if each in chosen}
    return Robust(
        engine,
        policy=Policy(**patience),
        cache=DiskCache(project.cache / "answers.sqlite"),
        identity=digest([repr(sorted(chosen.items()))]),
    )
