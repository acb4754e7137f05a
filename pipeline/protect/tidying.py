"""Put right what engines do to white space, capitals and punctuation at the edges of constructs."""

import dataclasses
import re
from collections.abc import Sequence

from pipeline.protect.nodes import Atom, Inline, Mark, Node, Pair, Text, markdown, plain

_WRAPPING = frozenset({Mark.STRONG, Mark.EMPHASIS, Mark.LINK})
_SPACES = re.compile(r"[ \t]{2,}")
_STRAY = re.compile(r"(?<=\w) (?=[,.)](?:\s|$))")


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class _Surroundings:
    """How a construct stands in the source."""

    loose_before: bool
    """White space or an edge stands before it."""
    loose_after: bool
    stop: str
    """The punctuation that its content ends with."""


_Source = dict[tuple[Mark, str], _Surroundings]


def tidy(inline: Inline, nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Space the nodes of an answer as the source's are spaced.

    White space stands around a construct where the source has it, none at the inner edges of
    strong, emphasis and links, and a lead-in keeps its colon.
    """
    stray = not _STRAY.search(inline.source)
    return _tidied(nodes, _surroundings(inline.nodes), stray)


def capitalized(inline: Inline, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Begin with a capital where the source does."""
    if not _first_letter(inline.nodes).isupper() or not nodes:
        return nodes
    first, rest = nodes[0], nodes[1:]
    match first:
        case Text(value=value) if value.strip():
            at = len(value) - len(value.lstrip(" \"'“‘«(¿¡–—-"))
            first = Text(value=value[:at] + value[at : at + 1].upper() + value[at + 1 :])
        case Pair(content=content):
            first = dataclasses.replace(first, content=capitalized(inline, content))
        case Atom(mark=Mark.TERM, parts=(words,)) if first.identity != first.shown:
            first = dataclasses.replace(first, parts=(words[:1].upper() + words[1:],))
        case Atom(mark=Mark.ACRONYM):
            return nodes
    return (first, *rest)


def _first_letter(nodes: Sequence[Node]) -> str:
    """The letter that the source's text begins with; empty where an atom stands first."""
    first = nodes[0] if nodes else None
    if isinstance(first, Pair):
        return _first_letter(first.content)
    words = "" if first is None else plain((first,))
    return words.lstrip(" \"'“‘«(–—-")[:1]


def _surroundings(nodes: Sequence[Node]) -> _Source:
    found: _Source = {}
    for place, node in enumerate(nodes):
        if isinstance(node, Text):
            continue
        content = plain(node.content)[-1:] if isinstance(node, Pair) else ""
        here = _Surroundings(
            loose_before=not markdown(nodes[:place])[-1:].strip(),
            loose_after=not markdown(nodes[place + 1 :])[:1].strip(),
            stop=content if content in ".,:;!?" else "",
        )
        found.setdefault((node.mark, node.identity), here)
        if isinstance(node, Pair):
            found = _surroundings(node.content) | found
    return found


def _tidied(nodes: Sequence[Node], source: _Source, stray: bool) -> tuple[Node, ...]:
    done: list[Node] = []
    for node in _hulled(nodes, source, stray):
        if isinstance(node, Text):
            _add_text(done, node.value, source, stray)
        else:
            _space_before(done, node, source)
            done.append(node)
    return tuple(done)


def _hulled(nodes: Sequence[Node], source: _Source, stray: bool) -> list[Node]:
    """Move white space at the inner edges of strong, emphasis and links outside them."""
    done: list[Node] = []
    for node in nodes:
        if not isinstance(node, Pair):
            done.append(node)
            continue
        content = list(_tidied(node.content, source, stray))
        head = tail = ""
        if node.mark in _WRAPPING and content and isinstance(content[0], Text):
            value = content[0].value
            head = value[: len(value) - len(value.lstrip())]
            content[0] = Text(value=value.lstrip())
        if node.mark in _WRAPPING and content and isinstance(content[-1], Text):
            value = content[-1].value
            tail = value[len(value.rstrip()) :]
            content[-1] = Text(value=value.rstrip())
        done += [Text(value=head)] if head else []
        done.append(dataclasses.replace(node, content=tuple(content)))
        done += [Text(value=tail)] if tail else []
    return done


def _add_text(done: list[Node], text: str, source: _Source, stray: bool) -> None:
    """Add text behind the last construct: its stop goes inside, a lost space comes back."""
    last = done[-1] if done else None
    here = None if last is None or isinstance(last, Text) else source.get((last.mark, last.identity))
    if here and isinstance(last, Pair) and here.stop and text.lstrip().startswith(here.stop):
        ending = last.content[-1] if last.content else None
        if isinstance(ending, Text) and not ending.value.endswith(here.stop):
            longer = (*last.content[:-1], Text(value=ending.value + here.stop))
        else:
            longer = (*last.content, Text(value=here.stop))
        if not plain(last.content).endswith(here.stop):
            done[-1] = dataclasses.replace(last, content=longer)
            text = text.lstrip()[1:]
    if here and here.loose_after and _spaces_words(text[:1]):
        text = " " + text
    if isinstance(last, Text):
        done.pop()
        text = last.value + text
    text = _SPACES.sub(" ", text)
    done.append(Text(value=_STRAY.sub("", text) if stray else text))


def _space_before(done: list[Node], node: Atom | Pair, source: _Source) -> None:
    last = done[-1] if done else None
    here = source.get((node.mark, node.identity))
    if here is None or not isinstance(last, Text):
        return
    if here.loose_before and _spaces_words(last.value[-1:]):
        done[-1] = Text(value=last.value + " ")
    elif not here.loose_before and node.mark is Mark.FOOTNOTE:
        done[-1] = Text(value=last.value.rstrip())


def _spaces_words(character: str) -> bool:
    """Whether it is a letter or digit of a script that puts spaces between words."""
    return character.isalnum() and not _UNSPACED.match(character)


_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Thai, Lao, Myanmar, Khmer, and Chinese, Japanese and Korean."""
