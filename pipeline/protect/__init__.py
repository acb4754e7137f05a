"""Protect a message's inline Markdown from machine translation, and prove that it survived.

`parse` a message, write it by a `Rendering` for an engine, and `restore` the engine's answer: the
same constructs, the same link targets, the same numbers, or nothing.
"""

from pipeline.protect.dates import with_dates
from pipeline.protect.gate import Signature, acceptable, numbers, restore, signature
from pipeline.protect.nodes import (
    Atom,
    Inline,
    Mark,
    Node,
    Pair,
    Text,
    constructs,
    has_text,
    has_words,
    plain,
)
from pipeline.protect.parsing import literal, parse
from pipeline.protect.rendering import Pieces, Rendering, asides
from pipeline.protect.tags import BRACKETS, NUMBERED, XML
from pipeline.protect.terms import with_terms

__all__ = [
    "BRACKETS",
    "NUMBERED",
    "XML",
    "Atom",
    "Inline",
    "Mark",
    "Node",
    "Pair",
    "Pieces",
    "Rendering",
    "Signature",
    "Text",
    "acceptable",
    "asides",
    "constructs",
    "has_text",
    "has_words",
    "literal",
    "numbers",
    "parse",
    "plain",
    "restore",
    "signature",
    "with_dates",
    "with_terms",
]
