"""What an engine is given instead of Markdown, and how its answer becomes Markdown again.

A rendering writes a parsed message as one or more texts, and reads the same number of answers
back as nodes. What it reads is never trusted: `pipeline.protect.restore` compares the outcome
with the source before anybody sees it.
"""

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Protocol

from pipeline.model import LocaleTag
from pipeline.protect.nodes import Atom, Construct, Inline, Node, Pair, Text, constructs, has_words


class Rendering(Protocol):
    """One way to write messages for engines. Stateless, so that threads may share it."""

    name: str
    """For reports and caches: `xml`, `numbered tags`."""
    conventions: LocaleTag | None
    """The locale whose numbers and punctuation the engine does not know; None where it does."""

    def encode(self, inline: Inline) -> tuple[str, ...]:
        """Write the texts to translate: the message first, then its alt texts and titles."""

    def decode(self, inline: Inline, answers: Sequence[str]) -> tuple[Node, ...] | None:
        """Read answers, in the order of the texts; None where a construct was lost or broken."""


def asides(inline: Inline) -> tuple[str, ...]:
    """Alt texts and titles, in order: texts that stand beside the sentence."""
    return tuple(part for node in constructs(inline.nodes) for part in node.parts[1::2])


def with_asides(inline: Inline, answers: Sequence[str]) -> list[Construct] | None:
    """Return the message's constructs in order with new alt texts and titles.

    None where an answer cannot stand in its place: a title must not hold its own quote, nor an alt
    text brackets or line breaks.
    """
    rest = iter(answers)
    changed: list[Construct] = []
    for node in constructs(inline.nodes):
        parts = _with_texts(node, rest)
        if parts is None:
            return None
        restated = node.restated
        if parts != node.parts and restated:
            parts = (restated[0], parts[1], *restated[2:]) if isinstance(node, Atom) else parts
        changed.append(node if parts == node.parts else dataclasses.replace(node, parts=parts))
    return changed


def _with_texts(node: Construct, answers: Iterator[str]) -> tuple[str, ...] | None:
    parts = list(node.parts)
    for place in range(1, len(parts), 2):
        source, text = parts[place], next(answers).strip()
        is_alt = isinstance(node, Atom) and place == 1
        forbidden = "[]\n\\`<>" if is_alt else f"{parts[place - 1][-1:]}\n\\"
        if any(character in text and character not in source for character in forbidden):
            return None
        if not text and source:
            return None
        parts[place] = text if has_words(source) else source
    return tuple(parts)


def restated(pair: Pair, content: tuple[Node, ...]) -> Pair:
    """Return the pair around new content; a shortcut reference then names its label."""
    if content == pair.content or not pair.restated:
        return dataclasses.replace(pair, content=content)
    return dataclasses.replace(pair, content=content, parts=pair.restated, restated=())


def rebuilt(nodes: Sequence[Node], table: Sequence[Construct]) -> tuple[Node, ...]:
    """Return the nodes as they stand, with the constructs of `table` in their order."""
    rest = iter(table)

    def walk(level: Sequence[Node]) -> tuple[Node, ...]:
        done: list[Node] = []
        for node in level:
            new = node if isinstance(node, Text) else next(rest)
            done.append(restated(new, walk(new.content)) if isinstance(new, Pair) else new)
        return tuple(done)

    return walk(nodes)


class Pieces:
    """The last step of the ladder: each stretch of text on its own, the markup never leaves us."""

    name = "pieces"
    conventions: LocaleTag | None = None

    def encode(self, inline: Inline) -> tuple[str, ...]:
        """Write every stretch that has words, without its outer whitespace, then the asides."""
        return (*(text.value.strip() for text in _stretches(inline.nodes)), *asides(inline))

    def decode(self, inline: Inline, answers: Sequence[str]) -> tuple[Node, ...] | None:
        """Put the answers where the stretches stood."""
        count = sum(1 for _ in _stretches(inline.nodes))
        changed = with_asides(inline, answers[count:])
        if changed is None:
            return None
        return _replaced(inline.nodes, iter(answers[:count]), iter(changed))


def _stretches(nodes: Sequence[Node]) -> Iterator[Text]:
    for node in nodes:
        if isinstance(node, Text) and has_words(node.value):
            yield node
        elif isinstance(node, Pair):
            yield from _stretches(node.content)


def _replaced(
    nodes: Sequence[Node], answers: Iterator[str], changed: Iterator[Construct]
) -> tuple[Node, ...]:
    done: list[Node] = []
    for node in nodes:
        if isinstance(node, Text):
            done.append(_in_place(node, answers) if has_words(node.value) else node)
            continue
        new = next(changed)
        done.append(restated(new, _replaced(new.content, answers, changed)) if isinstance(new, Pair) else new)
    return tuple(done)


def _in_place(node: Text, answers: Iterator[str]) -> Text:
    """A stretch's translation between the stretch's own outer whitespace."""
    value = node.value
    head = value[: len(value) - len(value.lstrip())]
    tail = value[len(value.rstrip()) :]
    return Text(value=head + next(answers).strip() + tail)
