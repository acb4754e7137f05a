"""Engines as the settings and the environment have them, each opened once a run."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

from pipeline.workflow.project import Project, read_glossary

if TYPE_CHECKING:
    from pipeline.engines import Engine


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
                )
        return [self._open[name] for name in names]
