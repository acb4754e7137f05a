"""Put glossary terms into a parsed message as atoms whose translation is known."""

import dataclasses
from collections.abc import Sequence

from pipeline.glossary import Glossary, Occurrence
from pipeline.model import LocaleTag
from pipeline.protect.nodes import Atom, Inline, Mark, Node, Pair, Text
from pipeline.protect.parsing import literal
from pipeline.protect.rendering import asides


def with_terms(inline: Inline, glossary: Glossary, target: LocaleTag, *, brands_only: bool = False) -> Inline:
    """Return the message with the glossary's terms in its text as atoms.

    `brands_only` leaves terms that have a translation to the engine, for engines that cannot be
    told about gender and number; only what must not be translated becomes an atom.
    """
    nodes = _termed(inline.nodes, glossary, target, brands_only)
    inner = {}
    for text in asides(inline):
        beside = literal(text)
        termed = _termed(beside.nodes, glossary, target, brands_only)
        if termed != beside.nodes:
            inner[text] = dataclasses.replace(beside, nodes=termed)
    return dataclasses.replace(inline, nodes=nodes, inner=inner)


def _termed(
    nodes: Sequence[Node], glossary: Glossary, target: LocaleTag, brands_only: bool
) -> tuple[Node, ...]:
    done: list[Node] = []
    for node in nodes:
        if isinstance(node, Text):
            done += _split(node.value, glossary.find(node.value, target), brands_only)
        elif isinstance(node, Pair):
            content = _termed(node.content, glossary, target, brands_only)
            done.append(dataclasses.replace(node, content=content))
        else:
            done.append(node)
    return tuple(done)


def _split(text: str, occurrences: Sequence[Occurrence], brands_only: bool) -> list[Node]:
    nodes: list[Node] = []
    at = 0
    for found in occurrences:
        if brands_only and not found.term.do_not_translate:
            continue
        if found.start > at:
            nodes.append(Text(value=text[at : found.start]))
        nodes.append(_atom(text[found.start : found.end], found))
        at = found.end
    if at < len(text):
        nodes.append(Text(value=text[at:]))
    return nodes


def _atom(shown: str, found: Occurrence) -> Atom:
    words = shown if found.term.do_not_translate else found.target.text
    return Atom(
        mark=Mark.TERM,
        parts=(words,),
        identity=found.target.text,
        shown=shown,
        gender=found.target.gender,
        number=found.target.number,
    )
