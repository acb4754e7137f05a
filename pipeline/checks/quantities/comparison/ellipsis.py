"""Units that one side leaves out because a number can be understood without them."""

import re
from functools import cache

from pipeline.checks.quantities.comparison.crossing import BARE, Text
from pipeline.checks.quantities.lexicon.nouns import BEHIND
from pipeline.checks.quantities.quantity import Quantity
from pipeline.checks.quantities.reading.reader import named_units

_WARDS = frozenset({"IU", "U"})


def understood(source: Quantity, target: Quantity, here: Text, there: Text) -> bool:
    """Whether one side leaves out a unit that it names elsewhere: “the first minutes … after ten”."""
    bare, full, side = (target, source, there) if source.units else (source, target, here)
    if full.units == {"ppm"} and _MILLIONTH.match(side.text, bare.end):
        return True
    if source is bare and full.units == {"year"} and _AGED.search(here.text, 0, bare.start):
        return True
    if source is full and named_things(full, here):
        return True
    named = full.units <= _WARDS  # “Three intensive care units” are “tres unidades de …”.
    before = side.text[max(0, bare.start - 40) : bare.start]
    if full.units == {"year"} and _PERSON.search(before):
        return True
    if full.units == {"day"} and before.endswith("+"):
        return True  # “36+4” is “36 weeks and 4 days”.
    if any(0 < value < 1 for value in full.values) and not full.units.isdisjoint(
        named_units(side.text, side.tag)
    ):
        return True  # “a fifth of a millimetre” is “un quinto de milímetro”.
    if bare.group != "number" or not (named or BARE.match(side.text, bare.end)):
        return False
    if named and _devices(side.tag[:2]).match(side.text, bare.end):
        return True  # “12,500 units were recalled”
    return not full.units.isdisjoint(named_units(side.text, side.tag))


_PERSON = re.compile(
    r"\b(?:child|children|boys?|girls?|man|men|woman|women|infants?|toddlers?|adults?|person|people|patients?|baby"
    r"|babies|son|daughter|brother|sister|smokers?|kids?|pupils?|students?|anyone|those|everyone|nobody|someone|youngsters"
    r"|teenagers?|users?|drivers?|passengers?|visitors?|residents?|dogs?|cats?|horses?)"
    r" (?:(?:of|aged|ages|from|between|who are|is|are|(?:between )?the ages? of|under the age of) )?"
    r"(?:(?:about|under|over|below|above|up to|at least|younger than|older than|from|between"
    r"|as young as) )?(?:\w{1,8} (?:and|to|or) )?$"
)
"""What makes years of a number: a child of three."""
_AGED = re.compile(r"\b(?:at|age|aged|turns?|turned|reach(?:es|ed)?)\s+$")
"""What makes an age of a number in English: “needed surgery at three”."""
_MILLIONTH = re.compile(
    r"\s(?:part|teil|جزء|أجزاء)\w*\s[^.;:,()]{1,40}\b(?:per|pro|je|auf eine|por|par|لكل|في ال)"
    r" ?(?:una? |um )?(?:mil|مليون)",
    re.IGNORECASE,
)
"""What makes parts per million of a number though their noun stands between: Teile Gluten pro Million."""


def named_things(full: Quantity, here: Text) -> bool:
    """Whether “units” are things by what is said of them: 1.2 million units screened."""
    return full.units <= _WARDS and _MADE.match(here.text, full.end) is not None


_MADE = re.compile(
    r"\s+units (?:have |had |has )?(?:been |were |are |was )?(?:made|sold|built|bought|lent|(?!inject"
    r"|administ|reduc|increas"
    r"|add)\w{3,}ed)\b"
)
"""What is done to things and to no dose, behind their number: units sold."""
_THINGS = {"ja": "|個|本|点|基|枚|セット", "zh": "|个|件|套"}
"""What else “units” may be, of which a reader of English may think as of a measure."""


@cache
def _devices(language: str) -> re.Pattern[str]:
    """Return what finds a device behind a number."""
    ends = "" if language in ("zh", "ja") else r"\b"
    things = _THINGS.get(language, "")
    return re.compile(rf"\s*(?:{BEHIND['device'].get(language, '(?!)')}{things}){ends}", re.IGNORECASE)
