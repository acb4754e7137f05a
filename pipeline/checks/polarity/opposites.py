"""On which of two opposite sides a sentence stands: before is not after, more is not less."""

import re
from collections.abc import Iterator

from pipeline.checks.base import Hit, Pair
from pipeline.checks.polarity.hidden import hidden
from pipeline.checks.polarity.reading import Sign
from pipeline.checks.polarity.sides import Side, Signs, every, hit, pairs_of, side
from pipeline.checks.typography import language

OPPOSITES = (
    ("before", "after"),
    ("increase", "decrease"),
    ("improve", "worsen"),
    ("often", "seldom"),
    ("safe", "unsafe"),
    ("effective", "ineffective"),
    ("start", "stop"),
    ("stop", "goon"),
    ("first", "last"),
    ("greater", "lesser"),
    ("floor", "ceiling"),
    ("good", "bad"),
    ("outset", "ending"),
    ("likelier", "rarer"),
    ("warmer", "colder"),
    ("many", "few"),
    ("cheaper", "dearer"),
    ("faster", "slower"),
)
"""Pairs of senses of which a translation keeps the same one."""
_SHOWN = {
    "floor": "at least",
    "ceiling": "at most",
    "goon": "go on",
    "greater": "the later or greater",
    "lesser": "the earlier or lesser",
    "outset": "at the beginning",
    "ending": "at the end",
    "likelier": "more often or likely",
    "rarer": "less often or likely",
}
"""How a sense is told where its own name is no word that people would use."""
_TIMES = ("before", "after")
_NARRATED = {"その後"}
_EITHER_WAY = (*OPPOSITES, *((other, one) for one, other in OPPOSITES))


def opposites(pair: Pair) -> Iterator[Hit]:
    """Before is not after, more is not less."""
    for here, there in pairs_of(pair):
        if (refused := _refused(here, pair.source_inline.text)) and (
            told := _refused(there, pair.target_inline.text)
        ):
            if refused.sense != told.sense:
                yield hit(pair, "what is said to be before and what after are exchanged", (refused,), (told,))
            continue
        if early := _only_before(here, there):
            yield hit(
                pair, "“not until” of the source may have become “only before”", every(here, "until"), early
            )
            continue
        for one, other in _EITHER_WAY:
            if one not in here or other not in there:
                continue
            bound = one in ("floor", "ceiling")
            if _excused(pair, here, there, one, other) or (_turned(here, there) and not bound):
                continue
            source, kept = side(here, one), side(there, one)
            turned, target = side(here, other), side(there, other)
            if one == "after" and "earliest" in there and language(pair.target_locale) == "ja":
                kept = Side(kept.sure, kept.perhaps + every(there, "earliest"))  # 飲んでから
            if one in _TIMES:
                kept, target = _timed(kept, turned, target, here, there)
            # “Up to 30 W” has one form with “until” elsewhere.
            upper = {sign.start for sign in every(there, "most")} if "most" in here else ()
            # What a source says perhaps, a translation may say perhaps: “until the following day”.
            vague = len(source.perhaps) if one in _TIMES else 0
            perhaps = max(0, sum(sign.start not in upper for sign in kept.perhaps) - vague)
            lost = len(source.sure) > len(kept.sure) + perhaps
            western = language(pair.target_locale) not in _LATE
            until = len(every(there, "until")) if one == "after" and western else 0
            known = max(0, len(turned.perhaps) - min(until, len(every(here, "until"))))
            gained = len(target.sure) + len(target.perhaps) > len(turned.sure) + known
            # Of time there is no third: where “after” is gone, what may be “before” is.
            timely = one in _TIMES and not (kept.sure or kept.perhaps)
            gained = gained or bool(timely and target.sure and not turned.sure)
            if bound and _unbound(target, turned, there):
                continue
            if lost and gained and (target.sure or timely):
                first, second = (_SHOWN.get(sense, sense) for sense in (one, other))
                reason = f"“{first}” in the source, “{second}” in the translation"
                yield hit(pair, reason, source.sure, target.sure or target.perhaps)


def _excused(pair: Pair, here: Signs, there: Signs, one: str, other: str) -> bool:
    """Whether a translation may say “after” for “before”, or the other way round."""
    if one not in _TIMES:
        return False
    if one == "after" and "first" in here and _IN_TURN.search(pair.target_inline.text):
        return True  # “First …, afterwards …”
    if _refuted(here, there, other):
        return True  # “No earlier than a month after” is “not before a month”.
    if (
        one == "before"
        and {pair.target_inline.text[sign.start : sign.end] for sign in every(there, other)} == _NARRATED
    ):
        return "for " in pair.source_inline.text  # “Abandoned for years before” is その後.
    # “Wait an hour before eating” is “eat after waiting for an hour”.
    if "wait" not in here and "wait" not in there:
        return False
    wait = _WAITING.get(language(pair.target_locale))
    text = pair.target_inline.text
    if wait is None:
        return _waited(here, there)
    return any(wait.search(_beside(text, sign, wait)) for sign in every(there, other))


_IN_TURN = re.compile("先[^。；]*[，、][^。；]{0,4}再")
"""How Chinese tells what follows what, without a word for “after”."""
_WAITING = {
    "de": re.compile(
        r"^\s*(?:\S+\s)?\S*(?:\d|sekund|minut|stund|\btag|woche|monat|jahr|ablauf|verstreich|vergang|nacht|wart)",
        re.IGNORECASE,
    ),
    "ar": re.compile(
        r"^\s*(?:\S+\s){0,3}?\S*(?:\d|[٠-٩]|ساع|دقيق|دقائق|يوم|أيام|أسبوع|أسابيع|شهر|أشهر|مرور"
        r"|مضي|انقضاء|انتظار|ليل|سن)"
    ),
    "zh": re.compile(r"(?:\d|小时|分钟|[天周月日年秒])[^，。；]{0,2}$|[待等][^，。；]{0,16}$"),
    "ja": re.compile(r"(?:\d|時間|分|日|週間?|月|年|秒|経過).{0,2}$|待[^、。]{0,12}$"),
}
"""What makes “after” and “before” a time that is waited for, behind the word or in front of it."""
_LATE = frozenset({"ar", "ja", "zh"})
"""Languages that say “until” as “before” or “after”."""
_SPAN = 24
"""So many characters beside the word are looked at."""


def _beside(text: str, sign: Sign, wait: re.Pattern[str]) -> str:
    """Return what stands behind “after” in German and Arabic, and in front of it in Chinese and Japanese."""
    if wait in (_WAITING["ar"], _WAITING["de"]):
        return text[sign.end : sign.end + _SPAN]
    return text[max(0, sign.start - _SPAN) : sign.start]


def _timed(kept: Side, turned: Side, target: Side, here: Signs, there: Signs) -> tuple[Side, Side]:
    """Take out what “until” may say where it says no more than the source's."""
    bounds = {sign.start for sign in every(there, "until")}
    if "until" in here:
        if len(every(here, "until")) >= len(bounds) and target.sure:
            kept = Side(kept.sure, tuple(sign for sign in kept.perhaps if sign.start not in bounds))
        return kept, Side(target.sure, tuple(sign for sign in target.perhaps if sign.start not in bounds))
    if target.sure and not (turned.sure or turned.perhaps):
        return Side(kept.sure, tuple(sign for sign in kept.perhaps if sign.start not in bounds)), target
    return kept, target


_COUNTED = 15
"""So many characters may stand between “after” and the waiting that it counts from."""


def _waited(here: Signs, there: Signs) -> bool:
    """Whether one side may count from the waiting, and the other from its end."""
    if "wait" not in here and "wait" not in there:
        return False
    late = there if "after" in there else here
    waits = every(late, "wait")
    return not waits or any(
        wait.start - sign.end >= -_COUNTED and sign.start - wait.end <= _COUNTED
        for sign in every(late, "after")
        for wait in waits
    )


def _only_before(here: Signs, there: Signs) -> tuple[Sign, ...]:
    """Return what says “before” where the source says “not until”, which is “only after” elsewhere."""
    if "until" not in here or "only" not in there:
        return ()
    denied = {sign.clause for sign in side(here, "not").sure}
    until = any(sign.clause in denied for sign in every(here, "until"))
    other = side(there, "not").sure or "after" in there or side(here, "before").sure
    only = {sign.clause for sign in side(there, "only").sure}
    early = tuple(sign for sign in side(there, "before").sure if sign.clause in only)
    return early if until and not other else ()


_PAUSES = frozenset(",;，；、،؛。")
_BESIDE = 6
"""So many characters may stand between “not” and the “after” that it refuses."""


def _refused(signs: Signs, text: str) -> Sign | None:
    """Return which of “before” and “after” a text refuses where it has both: “before, not after”."""
    if "before" not in signs or "after" not in signs or "not" not in signs:
        return None
    times = every(signs, "before") + every(signs, "after")
    found = []
    for sign in times:
        for denial in every(signs, "not"):
            behind = text[denial.start : denial.end].endswith("なく")  # 後ではなく前に
            between = text[sign.end : denial.start] if behind else text[denial.end : sign.start]
            near = 0 <= (denial.start - sign.end if behind else sign.start - denial.end) <= _BESIDE
            near = near and _PAUSES.isdisjoint(between)
            if near:
                found.append(sign)
    return found[0] if len({sign.sense for sign in found}) == 1 else None


def _refuted(here: Signs, there: Signs, sense: str) -> bool:
    """Whether the translation denies more often for sure, and each sign of a sense is denied in it."""
    denied = {denial.clause for denial in side(there, "not").sure}
    # “Do not fly or climb” is denied twice elsewhere.
    known, told = (len({sign.clause for sign in side(signs, "not").sure}) for signs in (here, there))
    spare = len(every(here, "alternative") + every(here, "concord")) + hidden(here, there)
    only = told > known + spare - len(every(here, "least"))
    return only and all(sign.clause in denied for sign in every(there, sense))


def _unbound(found: Side, known: Side, signs: Signs) -> bool:
    """Whether no bound of `signs` is new for sure: “at most three” is “not three or more”."""
    denied = {denial.clause for denial in side(signs, "not").sure}
    new = [sign for sign in found.sure if sign.clause not in denied]
    # A bound that both sides may have, such as “until”, is none that is new.
    return len(new) <= len(known.sure) + max(0, len(known.perhaps) - len(found.perhaps))


def _turned(here: Signs, there: Signs) -> bool:
    """Whether only one side denies: “not before” is “after”, “not often” is “seldom” elsewhere."""
    return any(
        side(signs, "not").sure
        and "not" not in others
        and len(every(others, "without")) <= len(every(signs, "without"))
        for signs, others in ((here, there), (there, here))
    )
