"""Twice as long is half as fast: what says how long something takes in terms of how fast it goes."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.checks.quantities.comparison.crossing import Text
from pipeline.checks.quantities.comparison.pairing import Sides
from pipeline.checks.quantities.quantity import Difference, Quantity

_EN = (
    r"\b(?:(?:twice|two times) as (?:long|slow(?:ly)?)|(?:twice|double) the time"
    r"|half as (?:fast|quick(?:ly)?)|half the (?:speed|pace))\b",
    r"\b(?:(?:twice|two times) as (?:fast|quick(?:ly)?)|(?:twice|double) the (?:speed|pace)"
    r"|half as (?:long|slow(?:ly)?)|half the time)\b",
)
"""What says that something takes double its time, and what says that it takes half of it."""
_PACES = {
    "es": (
        r"doble de (?:tiempo|lent|despacio|largo)|dos veces más (?:lent|despacio|tiempo|largo)"
        r"|mitad de (?:la |su )?(?:velocidad|rapidez|rápid|deprisa)",
        r"mitad del? tiempo|doble de (?:la |su )?(?:velocidad|rapidez|rápid|deprisa)|dos veces más (?:rápid"
        r"|deprisa)",
    ),
    "fr": (
        r"deux fois (?:plus (?:de temps|long|lent)|moins (?:vite|rapid))|moitié moins (?:vite|rapid)"
        r"|double (?:de|du) temps|moitié de (?:la |sa )?vitesse",
        r"deux fois (?:plus (?:vite|rapid)|moins (?:de temps|long|lent))|moitié (?:du|moins de) temps"
        r"|moitié moins long|double de (?:la |sa )?vitesse",
    ),
    "it": (
        r"doppio (?:del|di) tempo|due volte più (?:lent|lung|tempo)|metà (?:della |di )?(?:velocità"
        r"|velocemente)"
        r"|doppio più lent",
        r"metà (?:del |di )?tempo|due volte più (?:veloc|rapid)|doppio (?:della )?(?:velocità|più veloc"
        r"|più rapid)",
    ),
    "pt": (
        r"dobro d[eo] tempo|duas vezes mais (?:lent|devagar|tempo|demor|long)|metade da (?:velocidade"
        r"|rapidez)",
        r"metade do tempo|duas vezes mais (?:rápid|depressa|veloz)|dobro da (?:velocidade|rapidez)",
    ),
    "de": (
        r"doppelt so (?:lang|langsam)|zweimal so lang|doppelten? (?:zeit|dauer)"
        r"|halb so (?:schnell|rasch|zügig)|halber geschwindigkeit",
        r"doppelt so (?:schnell|rasch|zügig)|doppelter geschwindigkeit|halb so (?:lange?\b|langsam)"
        r"|hälfte der (?:zeit|dauer)|halben? (?:zeit|dauer)",
    ),
    "ar": (
        r"ضعفي? (?:ال)?(?:وقت|مدة|زمن|فترة)|مثلي (?:ال)?(?:وقت|مدة|زمن)|نصف (?:ال)?سرعة",
        r"نصف (?:ال)?(?:وقت|مدة|زمن|فترة)|ضعفي? (?:ال)?سرعة|أسرع مرتين|أسرع بمرتين",
    ),
    "zh": (
        r"(?:两|2|二)倍的?(?:时间|时长)|(?:时间|时长)[^，。；]{0,8}(?:两|2|二)倍|一半的?速度|速度[^，。；]{0,8}(?:一半|减半)",
        r"一半的?(?:时间|时长)|(?:时间|时长)[^，。；]{0,8}(?:一半|减半)|(?:两|2|二)倍的?速度|速度[^，。；]{0,8}(?:两|2|二)倍",
    ),
    "ja": (
        r"(?:2|２|二)倍の?(?:時間|期間)|(?:時間|期間)[^、。]{0,6}(?:2|２|二)倍|半分の?(?:速さ|速度|スピード|ペース)",
        r"半分の?(?:時間|期間)|(?:時間|期間)[^、。]{0,6}半分|(?:2|２|二)倍の?(?:速さ|速度|スピード|ペース|速く)",
    ),
}
_WORDED = re.compile(r"\b(?:twice|double|half)\b")
"""Without one of these no source says how long or how fast."""


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    slow, fast = (re.compile(each, re.IGNORECASE) for each in ({"en": _EN} | _PACES)[language])
    return slow, fast


def pace(here: Text, there: Text) -> tuple[Quantity | None, bool, re.Match[str] | None]:
    """Return the number of the source that says how long, whether the other side agrees, and its words.

    None for a source that says nothing of the kind, or not alone, or where the other side does not.
    """
    language = there.tag.split("_")[0]
    if here.tag != "en" or language not in _PACES or not _WORDED.search(here.text):
        return None, False, None
    said = [pattern.search(here.text) for pattern in _patterns("en")]
    told = [pattern.search(there.text) for pattern in _patterns(language)]
    if bool(said[0]) == bool(said[1]) or bool(told[0]) == bool(told[1]):
        return None, False, None  # Neither is said, or both are.
    source, target = said[0] or said[1], told[0] or told[1]
    number = next((one for one in here.quantities if source and _inside(one, source)), None)
    return number, bool(said[0]) is bool(told[0]), target


def paced(sides: Sides, here: Text, there: Text) -> Iterator[Difference]:
    """Take out “twice as long” beside “half as fast”; yield it beside “half as long”."""
    number, same, target = pace(here, there)
    if same:
        sides.source[:] = [one for one in sides.source if one is not number]
        sides.target[:] = [one for one in sides.target if not (target and _inside(one, target))]
    elif number:
        yield Difference("words", number, None)


def _inside(quantity: Quantity, found: re.Match[str]) -> bool:
    """Whether a number is one of the words that say how long."""
    return found.start() <= quantity.start < found.end()
