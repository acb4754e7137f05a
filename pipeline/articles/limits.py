"""How much of one thing an article may have: beyond it is no prose, and rendering it would not end."""

import re
from collections.abc import Iterator

from pipeline.model import Finding, Kind

MAX_BLOCK = 100_000
"""Characters of one block; inline parsing is not linear."""

MAX_BRACKETS = 1_000
"""Opening brackets of one block: Python-Markdown looks for the end of each one that nobody closed."""

LITTLE = min(MAX_BLOCK, MAX_BRACKETS)
"""Characters that are never too much."""

MAX_DEPTH = 100
"""Elements within each other. Beyond it Python-Markdown gives up sooner or later, as its caller's
stack would have it, and what is a quote here would be text there."""

_OPENINGS = re.compile(r"^(?:[ \t>*+-]|\d+[.)])*", re.MULTILINE)


def deepest(body: str) -> int:
    """Return the 1-based line that opens the most lists and quotes, or is indented the most."""
    lengths = [len(match[0]) for match in _OPENINGS.finditer(body)]
    return lengths.index(max(lengths)) + 1


def excess(text: str, kind: Kind, *, file: str, line: int) -> Iterator[Finding]:
    """Yield a finding for each measure in which a block's text is too much."""
    measures = ((len(text), MAX_BLOCK, "characters"), (text.count("["), MAX_BRACKETS, "opening brackets"))
    for number, most, what in measures:
        if number > most:
            yield Finding(
                id="article.block-too-long",
                reason=f"a {kind} has {number:,} {what}; {most:,} is the most",
                hint="part it into paragraphs",
                file=file,
                line=line,
            )
