"""English that Apertium's eng-spa 0.8 misreads or does not know, and what it reads rightly instead.

Each was tried: the left side came out wrong, the right side says the same and comes out right. The source
text is never changed, only what is sent. A draft is still a draft.
"""

from collections.abc import Mapping

ENGLISH: Mapping[str, str] = {
    r"over(?= \d)": "more than",
    r"within(?= \d)": "within a period of",
    r"(be|is|are|was|were|been) used to(?= \w)": r"\1 utilized to",
    r"as early as possible": "as soon as possible",
    r"short period": "brief period",
    r"long-term(?= \w)": "prolonged",
    r"mainstream(?= \w)": "main",
    r"existing(?= (?:drugs|methods|therapies|treatments))": "current",
    r"blurriness": "blurred vision",
    r"customizable": "adaptable",
    r"impaired": "altered",
    r"limbs": "extremities",
    r"mistakenly": "wrongly",
    r"regenerative": "regenerating",
    r"spacious": "wide",
    r"unclear": "ambiguous",
}
"""Patterns of words, in any case, and better ones."""

SPANISH: Mapping[str, str] = {
    r"hasta(?= \d)": "al máximo",
    r"para": "por",
}
"""The same for spa-ita 0.2.1, which loses the "a" of "fino a", and reads "para" as "to give birth"."""
