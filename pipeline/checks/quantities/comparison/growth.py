"""How much more or less a number says: 4 % fewer, un 4 % más; reduced by a quarter, or to a quarter."""

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import cache

from pipeline.checks.quantities.comparison.crossing import Text
from pipeline.checks.quantities.comparison.pace import pace
from pipeline.checks.quantities.quantity import NONE, Difference, Quantity

_HALF = (Fraction(1, 2),)
_BACK = 14
"""So many characters before a number may say it too: أخف بنسبة 30%."""
_LITTLE = {
    "es": r"liger|baj|cort|pequeñ|delgad|lent|estrech|barat",
    "fr": r"léger|bas|court|petit|faible|mince|lent|étroit",
    "it": r"legger|bass|cort|piccol|sottil|lent|strett|brev",
    "pt": r"lev|baix|curt|pequen|fin|lent|estreit|barat",
}
_WORDS = {
    "en": (
        r"(?:more|higher|greater|longer|heavier|larger|taller|faster|thicker|warmer|louder"
        r"|as (?:much|many|often|high|large|great|long|heavy|tall|fast|likely|common|big|strong)"
        r"(?: again)?|again)\b",
        r"(?:fewer|less|lower|lighter|shorter|smaller|slower|thinner|cheaper|quieter|as (?:few|low|short))\b",
    ),
    "es": (r"(?:más|mayor(?:es)?|superior(?:es)?)\b", r"(?:menos|menor(?:es)?|inferior(?:es)?)\b"),
    "fr": (r"(?:(?:de |en )?plus|supérieure?s?)\b", r"(?:(?:de |en )?moins|inférieure?s?)\b"),
    "it": (
        r"(?:(?:in |di )?più|maggior[ei]|superior[ei])\b",
        r"(?:(?:in |di )?meno|minor[ei]|inferior[ei])\b",
    ),
    "pt": (
        r"(?:(?:a )?mais|maior(?:es)?|superior(?:es)?)\b",
        r"(?:(?:a )?menos|menor(?:es)?|inferior(?:es)?)\b",
    ),
    "de": (
        r"(?:mehr|höher|länger|schwerer|größer|schneller|dicker|lauter)\w{0,2}\b",
        r"(?:weniger|niedriger|geringer|leichter|kürzer|kleiner|langsamer|dünner|leiser|tiefer)\w{0,2}\b",
    ),
    "ar": (r"(?:أكثر|أكبر|أعلى|أثقل|أطول|أسرع)", r"(?:أقل|أخف|أقصر|أدنى|أصغر|أبطأ)"),
    "zh": (r"(?:增加|上升|提高|多|高|重|长)了?", r"(?:减少|下降|降低|减轻|少|低|轻|短)了?"),
    "ja": (r"(?:多|高|重|長|増|大き|太|厚|速)", r"(?:少な|低|軽|短|減|小さ|細|薄|遅)"),
}
"""What says more, and what says less, of the percentage beside it."""

_JA_UNIT = (
    r"(?:[%％]|°\s?C|℃|度|時間半?|分間?|秒間?|日間?|週間?|[かヵヶ]月間?|年間?|歳|[A-Za-zµμ/²³]+|ポイント|点|キロ|センチ"
    r"|ミリ|ドル|ユーロ|円)?(?:ほど|くらい|程度|以上|も|ずつ)?"
)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str] | None]:
    """Return what stands behind a percentage, what before it, and what turns the sense of the former."""
    more, less = _WORDS[language]
    either = f"(?:(?P<more>{more})|(?P<less>{less}))"
    little = _LITTLE.get(language)
    unit = _JA_UNIT if language == "ja" else r"(?:[%％٪]|°\s?[CF]|℃|(?:per )?[^\W\d_]+)?"
    return (
        re.compile(rf"\s*{unit}\s*{either}"),
        re.compile(rf"{either}\s*(?:بنسبة|بمقدار|ب|um|[\u4e00-\u9fff])?\s*$"),
        re.compile(rf"\s+(?:{little})") if little else None,
    )


def _says(quantity: Quantity, side: Text) -> str:
    """Return `>` for so much more, `<` for so much less, nothing where neither is said."""
    language = side.tag.split("_")[0]
    if language not in _WORDS:
        return ""
    behind, before, little = _patterns(language)
    found = behind.match(side.text, quantity.end)
    turned = bool(found and little and little.match(side.text, found.end()))
    if found is None and language in ("ar", "zh"):
        found = before.search(side.text[max(0, quantity.start - _BACK) : quantity.start])
    if found is None:
        return ""
    if (language == "en" and found[0].lstrip().startswith("as ")) or " as " in found[0]:
        if not _part(quantity) and "times" not in quantity.units:
            return ""
        turned = turned or (_part(quantity) and "again" not in found[0])  # “Half as many” is less.
    return "<" if (found["less"] is None) is turned else ">"


def _part(quantity: Quantity) -> bool:
    """Whether a number may be a part of one."""
    return not quantity.units and any(0 < value < 1 for value in quantity.values)


_TURNING = re.compile(r"%| as | less|fewer| more|lower|higher|smaller|greater")
"""Without any of these a source says nothing that `turned` finds."""


def turned(matched: Sequence[tuple[Quantity, Quantity]], here: Text, there: Text) -> list[Difference]:
    """Find the numbers that say less on one side and more on the other."""
    found: list[Difference] = []
    if not _TURNING.search(here.text):
        return found
    number, same, _ = pace(here, there)
    if number and not same:
        found.append(Difference("words", number, None))
    for source, target in matched:
        if source is number:
            continue
        measured = source.units or target.units or _part(source)
        alike = source.comparators >= NONE <= target.comparators or source.comparators == target.comparators
        if alike and measured:
            said = _says(source, here)
            if said and {said, _says(target, there)} == {"<", ">"}:
                one, other = (frozenset({sign}) for sign in (said, ">" if said == "<" else "<"))
                found.append(
                    Difference(
                        "comparator", source._replace(comparators=one), target._replace(comparators=other)
                    )
                )
    return found


_GROWN = re.compile(
    r"\b(?:increas|decreas|reduc|lower|rais|ris|rose|fall|fell|drop|declin|grow|grew|shr[aiu]nk|cut|gain"
    r"|gone (?:up|down)|went (?:up|down)|go(?:es)? (?:up|down)|lengthen|shorten|extend|narrow|widen|climb"
    r"|s[aiu]nk|diminish|scal|adjust|slow|brought|bring)\w*\b[^.;:!?()\n]{0,60}?"
    r"\b(?P<link>by|to) (?:(?:a|an|one|another) )?$",
    re.IGNORECASE,
)
"""What stands before the amount by which, or the one to which, something changes."""
_SOME = r"\s*(?:(?:ein|eine|einen|einem|einer|una?|uno|une|uma?|el|los|las|le|les|la|l['’]|o|os)\s*)?$"
_MARKS = {
    "de": (r"\bum", r"\b(?:auf|bis)"),
    "es": (r"\ben", r"\b(?:al?|hasta)"),
    "fr": (r"\b(?:de|d['’]|du|des)", r"\b(?:à|aux?)"),
    "it": (r"\b(?:di|del|dello|della|dei|delle|dell['’])", r"\b(?:ad?|al|allo|alla|ai|alle|all['’])"),
    "pt": (r"\bem", r"\b(?:para|até|aos?|à)"),
}
"""What says “by” before an amount, and what says “to”."""


@cache
def _marks(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    by, to = (re.compile(f"(?:{mark}){_SOME}", re.IGNORECASE) for mark in _MARKS[language])
    return by, to


def shifted(matched: Sequence[tuple[Quantity, Quantity]], here: Text, there: Text) -> list[Difference]:
    """Find what shrank by a quarter here and to a quarter there."""
    language = there.tag.split("_")[0]
    if language not in _MARKS or here.tag != "en" or not (" by " in here.text or " to " in here.text):
        return []
    by, to = _marks(language)
    found = []
    for source, target in matched:
        if not _plain(source) or not _plain(target) or source.values == _HALF:
            continue  # “Cut by half” is cut to a half.
        said = _GROWN.search(here.text[max(0, source.start - 90) : source.start])
        if said:
            before = there.text[max(0, target.start - 24) : target.start]
            same, other = (by, to) if said["link"] == "by" else (to, by)
            if other.search(before) and not same.search(before):
                found.append(Difference("comparator", source, None))
    return found


_SHRUNK = re.compile(
    r"(?:\b(?:fell|fall\w*|drop\w*|declin\w*|decreas\w*|reduc\w*|cut|shr[aiu]nk\w*|lower\w*|diminish\w*)\b"
    r"[^.;:]{0,50}\bby"
    r"|\b(?:reduction|decrease|drop|fall|decline) of)"
    r" (?:well |slightly |a little |just )?(?:more than|over|less than|under) $",
    re.IGNORECASE,
)
_TO_HALF = {
    "ja": re.compile(r"(?:未満|以下|弱|足らず)(?:に|まで|へ)"),
    "zh": re.compile(r"(?:至|到|为)(?:不到|不足|低于|少于|略低于)?$"),
}
"""What makes half of something the end of a fall, behind the number or in front of it."""


def halved(source: Quantity, target: Quantity, here: Text, there: Text) -> bool:
    """Whether what fell by more than half is said to have fallen to less than half."""
    pattern = _TO_HALF.get(there.tag[:2])
    if source.values != _HALF or pattern is None:
        return False
    if not _SHRUNK.search(here.text[max(0, source.start - 90) : source.start]):
        return False
    if there.tag == "ja":
        return pattern.match(there.text, target.end) is not None
    return pattern.search(there.text[max(0, target.start - 12) : target.start]) is not None


def _plain(quantity: Quantity) -> bool:
    """Whether a number is an amount by itself, neither hedged nor bounded."""
    bare = quantity.comparators == NONE and not quantity.about and quantity.role == ""
    return bare and quantity.group == "number" and quantity.units.isdisjoint(("clock", "dom"))
