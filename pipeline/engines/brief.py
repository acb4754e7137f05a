"""What a language model is told beside the texts: terms, style, approved pairs, and the texts around."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from pipeline.engines import Neighbours
from pipeline.glossary import Glossary, Occurrence
from pipeline.inflection import occurrences
from pipeline.model import LocaleTag

Examples = Callable[[str, LocaleTag], Sequence[tuple[str, str]]]
"""Finds approved pairs of similar texts, best first, for a plain text and the locale it goes into."""

_TAG = re.compile(r"</?[gx]\d+/?>")


def no_examples(text: str, target: LocaleTag) -> Sequence[tuple[str, str]]:
    """Find none."""
    del text, target
    return ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Brief:
    """The terms, the style, the examples and the neighbours."""

    glossary: Glossary = field(default_factory=Glossary)
    style: str = ""
    """Notes on style from the settings."""
    examples: Examples = no_examples
    neighbours: Mapping[str, Neighbours] = field(default_factory=dict)
    """What stands before and after each text."""

    def terms(self, text: str, source: LocaleTag, target: LocaleTag) -> tuple[Occurrence, ...]:
        """Return the glossary's terms in a text, in whatever inflection, each once."""
        found = self.glossary.inflected(_plain(text), source, target)
        return tuple({one.term.term: one for one in found}.values())

    def lacking(self, text: str, answer: str, source: LocaleTag, target: LocaleTag) -> dict[str, str]:
        """Return the terms of a text that its translation has in no inflection, with their translations."""
        plain = _plain(answer)
        return {
            one.term.term: one.target.text
            for one in self.terms(text, source, target)
            if not any(
                any(occurrences(accepted, plain, target, between=2))
                for accepted in (one.target.text, *one.target.alternatives)
            )
        }

    def pairs(self, text: str, target: LocaleTag) -> tuple[tuple[str, str], ...]:
        """Return the two best approved pairs for a text."""
        return tuple(self.examples(_plain(text), target)[:2])

    def fingerprint(self, text: str, source: LocaleTag, target: LocaleTag) -> str:
        """Return all of the brief that an answer to this text may depend on."""
        terms = [(one.term.term, one.target.text) for one in self.terms(text, source, target)]
        around = self.neighbours.get(text, ("", ""))
        return json.dumps([self.style, terms, self.pairs(text, target), around])


def _plain(text: str) -> str:
    return _TAG.sub("", text)


@runtime_checkable
class Briefed(Protocol):
    """An engine that reads a brief."""

    brief: Brief
