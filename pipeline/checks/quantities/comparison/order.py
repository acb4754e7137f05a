"""What numbers Chinese and Japanese leave in the order of the source."""

import re

from pipeline.checks.quantities.quantity import Quantity

_LEAD = 16
"""So many characters hold what stands before the first number of “from … to”."""
_LINK = re.compile(r"[,;:.?!–—]|\b(?:and|or|nor|but|while|whereas|vs|versus)\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"\b(?:until|till|before|after|unless|if|when|whenever|wherever|once|because|where|since|per|instead"
    r"|(?<!more )(?<!less )(?<!fewer )(?<!later )(?<!longer )than|compared|provided|although|though"
    r"|despite|against)\b",
    re.IGNORECASE,
)
"""What begins a clause that Chinese and Japanese put before what it belongs to."""
_FROM = re.compile(r"\bfrom (?:about |around |nearly |almost |over |under )?\S?$", re.IGNORECASE)
_TO = re.compile(r"^[^;:.!?,]*\bto (?:\w+ )?\S?$")
"""What both put between the ends of a change, in the same order."""
_NOT = re.compile(r"\bnot (?:\w+ )?$")
_APIECE = re.compile(r"\s+(?:\w+\s+)?(?:on (?:either|each)|in each|each|apiece|per)\b")
_SENTENCES = re.compile(r"[;!?](?=\s)|(?<!\b[a-z]\.[a-z])[.](?=\s+[A-Z])")
"""What ends a sentence, after which a clause is the next one's."""
_PHRASE = re.compile(
    r"\b(?:on|in|of(?! (?:whom|which|them|those|these))|at|within|for|during|among|across|with|under|over"
    r"|above|below|every|each|who|(?<!of )which|that|whose)\b",
    re.IGNORECASE,
)
"""The same of a phrase that belongs to a noun: records from countries."""
_CONDITION = re.compile(r"\b(?:below|above|under|over|beyond|within)\s+$")
"""What makes a number a condition, which they put before what holds under it."""


def keeps(source: Quantity, following: Quantity, text: str, measured: bool) -> bool:
    """Whether Chinese and Japanese keep the order of two numbers: “six for men and four for women”.

    They do where no clause stands between that they put in front; of bare counts, only where a list or
    a new clause puts one beside the other.
    """
    between = text[source.end : following.start]
    if _FROM.search(text, max(0, source.start - _LEAD), source.start) and _TO.search(between):
        return True  # “rose from 18 × 10⁹/L to 150 × 10⁹/L”
    links = list(_LINK.finditer(between))
    last = links[-1].end() if links else 0  # What stands before it belongs to the first number.
    if not links and _CONDITION.search(between):
        return False  # “in steps of 2 W below 50 W”
    if _SENTENCES.search(between):
        return True
    if _NOT.search(between) or (not measured and _APIECE.match(text, following.end)):
        return False  # “1, and not 6” is 6ではなく1.
    if _CLAUSE.search(between, last):
        return False
    return measured or (bool(links) and not _PHRASE.search(between, last))
