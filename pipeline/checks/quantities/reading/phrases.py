"""Phrases of a lexicon by their words, made ready when a text first has the word that they begin with.

A lexicon has thousands of forms, and an article meets few of them.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypeVar

from pipeline.checks.quantities.reading.tokens import first

T = TypeVar("T")

BySecond = dict[str, list[T]]
"""Phrases with one first word by their second, longest first; under "" those that go on with any word,
or with none, which are also among all others."""


class ByNeed(dict[str, T]):
    """What is made of a known word when it is first asked for; of any other word, `nothing`."""

    def __init__(self, known: Collection[str], make: Callable[[str], T], nothing: T) -> None:
        """Keep how to make it."""
        super().__init__()
        self.known = known
        self._make = make
        self._nothing = nothing

    def __missing__(self, word: str) -> T:
        """Make what is missing. Threads that ask at once get the same."""
        return self.setdefault(word, self._make(word)) if word in self.known else self._nothing


def by_first(groups: Iterable[tuple[str, T]]) -> dict[str, list[tuple[str, T]]]:
    """Sort forms, divided by `|` in groups with one meaning, by their first words."""
    found: dict[str, list[tuple[str, T]]] = {}
    for forms, meaning in groups:
        for form in forms.split("|"):
            if word := first(form):
                found.setdefault(word, []).append((form, meaning))
    return found


def by_second(phrases: Iterable[tuple[str, T]]) -> BySecond[T]:
    """Sort phrases, longest first, by the second words that come with them; "" is any word."""
    found: BySecond[T] = {"": []}
    for second, phrase in phrases:
        if second:
            found.setdefault(second, found[""].copy()).append(phrase)
        else:
            for some in found.values():
                some.append(phrase)
    return found


def going_on(phrases: BySecond[T], norms: Sequence[str], at: int) -> list[T]:
    """Return the phrases that begin at `at` and may go on as the text does."""
    return phrases.get(norms[at + 1] if at + 1 < len(norms) else "") or phrases[""]
