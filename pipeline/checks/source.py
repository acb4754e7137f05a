"""What an author should mend before anybody translates it."""

import re
from collections.abc import Iterator

from pipeline.checks.base import Hit, is_plain
from pipeline.checks.inline import OBJECT, Inline, read
from pipeline.checks.quantities.reading.reader import read_quantities
from pipeline.model import Kind, Locale, Message, Span

LONGEST_SENTENCE = 30
"""Words. Longer sentences are read twice, and translated badly by machines and people."""

_EMPTY_LINKS = frozenset(
    ["click here", "here", "this link", "link", "more", "read more", "this page", "click", "this"]
)
_SENTENCE = re.compile(r"[^.!?;:\n]+(?:[.!?](?!\s|$)[^.!?;:\n]*)*[.!?;:\n]?")
_DATE = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})(?![\d/-])")
_UNIT = re.compile(r"(?<=\d)[ \u00a0]?(cc|gm|gms|mcg|ug|U|u|lb|lbs|ATM|psi|gr)\b")
_BETTER = {"cc": "mL", "gm": "g", "gms": "g", "mcg": "µg", "ug": "µg", "U": "units", "u": "units", "gr": "g"}


def _inline(message: Message) -> Inline:
    return read(message.msgid, not is_plain(message.kind))


def ambiguous_numbers(message: Message, locale: Locale) -> Iterator[Hit]:
    """Numbers that half of the readers take for a thousand times another."""
    inline = _inline(message)
    for quantity in read_quantities(inline.text, locale.tag):
        shown = inline.text[quantity.start : quantity.end]
        span = inline.span(quantity.start, quantity.end)
        if not quantity.values and quantity.foreign:
            yield Hit(reason=f"“{shown}” is no number as this locale writes numbers", source=(span,))
        elif re.search(r"\d\.\d{3}(?!\d)", shown) and quantity.foreign:
            yield Hit(reason=f"“{shown}” looks like thousands", source=(span,))


def ambiguous_dates(message: Message, locale: Locale) -> Iterator[Hit]:
    """Dates of which nobody knows which number is the month."""
    del locale
    inline = _inline(message)
    for match in _DATE.finditer(inline.text):
        if int(match[1]) <= 12 and int(match[2]) <= 12 and match[1] != match[2]:
            span = inline.span(*match.span())
            yield Hit(reason=f"“{match.group()}” may be two different days", source=(span,))


def ambiguous_units(message: Message, locale: Locale) -> Iterator[Hit]:
    """Abbreviations that are misread, after the lists of error-prone ones that hospitals keep."""
    del locale
    inline = _inline(message)
    for match in _UNIT.finditer(inline.text):
        better = _BETTER.get(match[1])
        hint = f"write {better}" if better else "give the unit in the metric system, too"
        yield Hit(reason=f"“{match[1]}” is easily misread", hint=hint, source=(inline.span(*match.span(1)),))


def long_sentences(message: Message, locale: Locale) -> Iterator[Hit]:
    """Sentences over 30 words."""
    del locale
    inline = _inline(message)
    for match in _SENTENCE.finditer(inline.text):
        words = len(re.findall(r"\w+(?:[-'’]\w+)*", match.group()))
        if words > LONGEST_SENTENCE:
            yield Hit(reason=f"a sentence of {words} words", source=(inline.span(*match.span()),))


def spaces(message: Message, locale: Locale) -> Iterator[Hit]:
    """Doubled spaces, which every translator copies or has to mend."""
    del locale
    inline = _inline(message)
    for match in re.finditer(r"(?<=\S)[ \u00a0]{2,}(?=\S)", inline.text):
        yield Hit(reason="several spaces in a row", source=(inline.span(*match.span()),))


def link_texts(message: Message, locale: Locale) -> Iterator[Hit]:
    """Links whose words do not say where they lead."""
    del locale
    inline = _inline(message)
    for mark in inline.marks:
        if mark.name == "link":
            words = read(message.msgid[mark.start : mark.end]).text.strip(f" .{OBJECT}").lower()
            if words in _EMPTY_LINKS:
                span = Span(start=mark.start, end=mark.end)
                yield Hit(reason=f"the link text “{words}” says nothing", source=(span,))


def images(message: Message, locale: Locale) -> Iterator[Hit]:
    """Images without a text for those who do not see them; their words cannot be translated."""
    del locale
    inline = _inline(message)
    for mark in inline.marks:
        if mark.name == "image":
            span = Span(start=mark.start, end=mark.end)
            if not read(message.msgid[mark.start : mark.end]).text.strip(OBJECT + " "):
                yield Hit(reason="the image has no alternative text", source=(span,))
            elif re.search(r"(?i)screenshot|infographic|diagram|chart", mark.detail):
                yield Hit(reason="words in the image cannot be translated", source=(span,))


def headings(message: Message, locale: Locale) -> Iterator[Hit]:
    """A heading that ends like a sentence; a translator cannot know which it is."""
    del locale
    if message.kind is Kind.HEADING and message.msgid.rstrip().endswith("."):
        yield Hit(reason="the heading ends with a full stop")
