"""How a locale writes numbers and punctuation, for engines that leave them as English has them.

Only what is certain: numbers that stand in the source word for word, white space before French
stops, and the marks that open Spanish questions. Code, links and other constructs are left alone.
"""

import dataclasses
import re
from collections.abc import Sequence

from pipeline.locales import babel_name
from pipeline.model import LocaleTag
from pipeline.protect.nodes import Atom, Mark, Node, Pair, Text

_NUMBER = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)(?![.,]?\w)")
"""A number that English writes with separators; never a version or a section such as 1.2.3."""
_FRENCH_STOP = re.compile(
    r"(?<=[\w)»%])[ \u00a0\u202f]?([;!?])(?=\s|$)|(?<=[\w)»%])[ \u00a0\u202f]?(:)(?=\s|$)"
)
_QUESTION = re.compile(r"(^|(?<=[.!?…:]\s))([\s\"“«(–—-]*)([^.!?…:¿¡]+[?!])")


def conventional(nodes: Sequence[Node], source: str, target: LocaleTag) -> tuple[Node, ...]:
    """Return the nodes in the conventions of `target`; terms in them become text."""
    return tuple(_in_conventions(_flattened(nodes), source, target))


def _flattened(nodes: Sequence[Node]) -> list[Node]:
    """Make terms text, and texts that follow each other one."""
    done: list[Node] = []
    for node in nodes:
        if isinstance(node, Atom) and node.mark is Mark.TERM:
            node = Text(value="".join(node.parts))
        last = done[-1] if done else None
        if isinstance(node, Text) and isinstance(last, Text):
            done[-1] = Text(value=last.value + node.value)
        else:
            done.append(node)
    return done


def _in_conventions(nodes: Sequence[Node], source: str, target: LocaleTag) -> list[Node]:
    done: list[Node] = []
    for node in nodes:
        if isinstance(node, Text):
            done.append(Text(value=_written(node.value, source, target)))
        elif isinstance(node, Pair):
            done.append(dataclasses.replace(node, content=conventional(node.content, source, target)))
        else:
            done.append(node)
    return done


def _written(text: str, source: str, target: LocaleTag) -> str:
    text = _NUMBER.sub(lambda match: localized(match[0], target) if match[0] in source else match[0], text)
    language = target.partition("_")[0]
    if language == "fr":
        text = _FRENCH_STOP.sub(lambda match: f"\u202f{match[1]}" if match[1] else f"\u00a0{match[2]}", text)
    if language == "es":
        text = _QUESTION.sub(_opened, text)
    return text


def localized(number: str, target: LocaleTag) -> str:
    """Write an English number with the separators of `target` (CLDR): 1,500.5 is 1.500,5 in German."""
    from babel import Locale

    symbols = Locale.parse(babel_name(target)).number_symbols["latn"]
    separators = {",": symbols["group"], ".": symbols["decimal"]}
    return "".join(separators.get(character, character) for character in number)


def _opened(match: re.Match[str]) -> str:
    mark = {"?": "¿", "!": "¡"}[match[3][-1]]
    return f"{match[1]}{match[2]}{mark}{match[3]}"
