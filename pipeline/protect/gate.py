"""Decide whether an engine's answer may become a draft: the same constructs, the same numbers."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from pipeline.protect.conventions import conventional
from pipeline.protect.nodes import Inline, Mark, constructs, has_words, markdown
from pipeline.protect.parsing import parse
from pipeline.protect.rendering import Rendering
from pipeline.protect.tidying import capitalized, tidy

Signature = Counter[tuple[Mark, str]]
"""How often each construct occurs, by its mark and what it must keep (a link's target …)."""

_LONGEST = 8
"""An answer may be so many times as long as its source, plus 200 characters."""


def signature(message: str, references: frozenset[str] = frozenset()) -> Signature:
    """Count the constructs of a message: a translation has the same ones, in any order.

    Link targets stand in it as written, references as `[label]` in lower case, code with its
    backticks, attr_list suffixes after what they belong to. Compare a part of it by the marks:
    entities and escapes are a translator's own business.
    """
    return Counter((node.mark, node.identity) for node in constructs(parse(message, references).nodes))


def numbers(text: str) -> Counter[str]:
    """Count the numbers in a text, by their digits in Latin form, without separators.

    "1,500.5" in English and "1.500,5" in German are the same; so are digits of other scripts.
    """
    return Counter(
        "".join(str(unicodedata.decimal(character)) for character in match[0] if character.isdecimal())
        for match in _NUMBER.finditer(text)
    )


_NUMBER = re.compile(r"\d+(?:[.,'’٫٬]\d+|[ \u00a0\u202f]\d{3}(?!\d))*")
"""Digits of any script, with decimal marks and group separators of any locale."""


def restore(inline: Inline, rendering: Rendering, answers: Sequence[str]) -> str | None:
    """Return the Markdown of a translation, or None where the answers broke something.

    None unless exactly the source's constructs come back, well nested, with the same targets, and
    the same numbers.
    """
    if len(answers) != len(rendering.encode(inline)):
        return None
    nodes = rendering.decode(inline, answers)
    if nodes is None:
        return None
    nodes = capitalized(inline, tidy(inline, nodes))
    if rendering.conventions:
        nodes = conventional(nodes, inline.source, rendering.conventions)
    text = markdown(nodes)
    if inline.source == inline.source.strip():
        text = text.strip()
    return text if acceptable(inline, text) else None


def acceptable(inline: Inline, text: str) -> bool:
    """Whether `text` may stand as a draft of the message."""
    source = inline.source
    if has_words(source) and not has_words(text):
        return False
    if len(text) > _LONGEST * len(source) + 200 or not _printable(text):
        return False
    if not inline.literal and signature(text, inline.references) != signature(source, inline.references):
        return False
    return numbers(text) == numbers(source)


def _printable(text: str) -> bool:
    """No controls but line breaks, nothing private, unassigned or replaced."""
    return all(
        character == "\n" or (character != "\ufffd" and unicodedata.category(character) not in _FOREIGN)
        for character in text
    )


_FOREIGN = frozenset({"Cc", "Co", "Cn", "Cs"})
