"""What a language model is told beside the texts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from pipeline.glossary import Glossary

Examples = Callable[[str], Sequence[tuple[str, str]]]
"""Finds approved pairs of similar texts, best first, for a text."""


def no_examples(text: str) -> Sequence[tuple[str, str]]:
    """Find none."""
    del text
    return ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Brief:
    """The terms, the style and the examples."""

    glossary: Glossary = field(default_factory=Glossary)
    style: str = ""
    """Notes on style from the settings."""
    examples: Examples = no_examples


@runtime_checkable
class Briefed(Protocol):
    """An engine that reads a brief."""

    brief: Brief
