"""The checks of polarity and modality. They warn; they prove nothing.

What can be compared across languages is little: whether a sentence denies at all, restricts,
demands, hedges, and on which of two opposite sides it stands. Forms that only may have a sense
count where they excuse, never where they accuse.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.checks.base import Hit, Pair
from pipeline.checks.polarity.reading import LANGUAGES, Sign, read_signs
from pipeline.checks.typography import language
from pipeline.model import Kind, Span

OPPOSITES = (
    ("before", "after"),
    ("increase", "decrease"),
    ("improve", "worsen"),
    ("often", "seldom"),
    ("safe", "unsafe"),
    ("effective", "ineffective"),
    ("start", "stop"),
    ("first", "last"),
    ("greater", "lesser"),
)
"""Pairs of senses of which a translation keeps the same one."""
_EITHER_WAY = (*OPPOSITES, *((other, one) for one, other in OPPOSITES))


class _Side(NamedTuple):
    """The signs of one sense on one side."""

    sure: tuple[Sign, ...]
    perhaps: tuple[Sign, ...]


_Signs = dict[str, _Side]
_NOTHING = _Side((), ())


def _sorted(signs: Sequence[Sign]) -> _Signs:
    """Sort signs by sense."""
    found: dict[str, tuple[list[Sign], list[Sign]]] = {}
    for sign in signs:
        found.setdefault(sign.sense, ([], []))[not sign.sure].append(sign)
    return {sense: _Side(tuple(sure), tuple(perhaps)) for sense, (sure, perhaps) in found.items()}


def _side(signs: _Signs, sense: str) -> _Side:
    return signs.get(sense, _NOTHING)


@lru_cache(maxsize=4096)
def _segments(
    source: str, source_language: str, target: str, target_language: str
) -> tuple[tuple[_Signs, _Signs], ...]:
    """Pair the signs sentence by sentence, or all together where the sentences are not as many."""
    here, there = read_signs(source, source_language), read_signs(target, target_language)
    if not here and not there:
        return ()
    count = _sentences(source)
    if count == 1 or count != _sentences(target):
        return ((_sorted(here), _sorted(there)),)
    return tuple(
        (
            _sorted([sign for sign in here if sign.sentence == number]),
            _sorted([sign for sign in there if sign.sentence == number]),
        )
        for number in range(count)
    )


_END = re.compile(r"(?<!\b[A-Za-z])\.|[!?؟。！？;；؛\n]")


def _sentences(text: str) -> int:
    """Count as `reading` does: the segments that end marks divide, but for points within numbers."""
    return 1 + sum(
        not (text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit())
        for place in (match.start() for match in _END.finditer(text))
    )


def _pairs(pair: Pair) -> tuple[tuple[_Signs, _Signs], ...]:
    made = pair.made
    if "polarity" not in made:
        made["polarity"] = _sides_of(pair)
    found: tuple[tuple[_Signs, _Signs], ...] = made["polarity"]
    return found


def _sides_of(pair: Pair) -> tuple[tuple[_Signs, _Signs], ...]:
    tags = language(pair.source_locale), language(pair.target_locale)
    if pair.kind is Kind.SLUG or tags[0] not in LANGUAGES or tags[1] not in LANGUAGES:
        return ()
    return _segments(pair.source_inline.text, tags[0], pair.target_inline.text, tags[1])


def _hit(pair: Pair, reason: str, source: Sequence[Sign], target: Sequence[Sign]) -> Hit:
    spans: list[tuple[Span, ...]] = []
    for inline, signs in ((pair.source_inline, source), (pair.target_inline, target)):
        spans.append(tuple(inline.span(sign.start, sign.end) for sign in signs))
    return Hit(reason=reason, source=spans[0], target=spans[1])


def _clauses(signs: Sequence[Sign]) -> int:
    """Count denied clauses: “ne … pas” and “no … nunca” deny once."""
    return len({sign.clause for sign in signs})


def negation(pair: Pair) -> Iterator[Hit]:
    """As many denials as the source, give or take those that a word may hide."""
    missing: list[Hit] = []
    added: list[Hit] = []
    for here, there in _pairs(pair):
        least_here, least_there = _denials(here, there), _denials(there, here)
        if least_here == least_there:
            continue
        most_here = least_here + _hidden(here, there) + _excepting(there, here)
        most_there = least_there + _hidden(there, here) + _excepting(here, there)
        most_here += _alternatives(here)
        most_there += _alternatives(there)
        if most_there < least_here:
            missing.append(
                _hit(pair, "a negation of the source may be missing", _denying(here), _denying(there))
            )
        elif most_here < least_there:
            added.append(_hit(pair, "the source does not deny this", _denying(here), _denying(there)))
    yield from _not_moved(missing, added)


def _alternatives(signs: _Signs) -> int:
    """Count what a denial reaches behind “or”.

    “Do not bend or reuse it” is “do not bend it and do not reuse it” elsewhere.
    """
    denied = {sign.clause + step for sign in _side(signs, "not").sure for step in (0, 1)}
    return sum(sign.clause in denied for sign in _side(signs, "alternative").sure)


def _not_moved(missing: Sequence[Hit], added: Sequence[Hit]) -> Iterator[Hit]:
    """Yield what was found, unless one sentence may have given to another what it lacks."""
    if not (missing and added):
        yield from (*missing, *added)


def _excepting(signs: _Signs, others: _Signs) -> int:
    """Return how many denials an “only” in `others` may carry.

    “Not unless”, “not until”, “nobody without” are “only if”, “only then”, “only with” elsewhere.
    """
    places = {sign.start for sign in _all(others, "unless") + _side(others, "not").sure}
    only = _side(others, "only").sure + _side(others, "earliest").sure
    if not _exclusive(signs) or all(sign.start in places for sign in only):
        return 0
    return 1 + bool(_side(signs, "without").sure)


def _exclusive(signs: _Signs) -> bool:
    """Whether a text denies something, except in a case that it names."""
    denied = {sign.clause + step for sign in _side(signs, "not").sure for step in (-1, 0, 1)}
    cases = (sign for sense in ("unless", "until", "without", "before") for sign in _all(signs, sense))
    return any(sign.clause in denied for sign in cases)


def _denying(signs: _Signs) -> tuple[Sign, ...]:
    return _side(signs, "not").sure + _side(signs, "without").sure


_DENIALS = frozenset({"not", "without", "limit"})
"""Senses that may deny for sure."""


def _denials(signs: _Signs, others: _Signs) -> int:
    """Return how often a text denies for sure.

    “Not more than” is “at most” and no such denial, unless the other side says “more than” too.
    """
    if signs.keys().isdisjoint(_DENIALS):
        return 0
    limited = _limited(signs, others)
    sure = [sign for sign in _side(signs, "not").sure if sign.clause not in limited]
    limits = _side(signs, "limit").sure[len(_all(others, "limit")) :] if "beyond" in others else ()
    return _clauses((*sure, *limits)) + len(_side(signs, "without").sure)


def _limited(signs: _Signs, others: _Signs) -> set[int]:
    """Return the clauses that deny “more than” where the other side may say “at most”."""
    if "beyond" not in signs or "beyond" in others:
        return set()
    if len(_all(others, "limit")) > len(_all(signs, "limit")):
        return set()
    if len(_all(others, "most")) <= len(_all(signs, "most")):
        return set()
    return {sign.clause for sign in _all(signs, "beyond")} & {
        sign.clause for sign in _side(signs, "not").sure
    }


_CONCEPTS = (
    "unless",
    "unable",
    "avoid",
    "contraindicated",
    "only",
    "unsafe",
    "ineffective",
    "forget",
    "wrong",
    "limit",
    "least",
    "until",
    "stop",
    "seldom",
    "lack",
    "prevent",
    "instead",
    "concede",
    "otherwise",
    "priv",
    "safe",
    "hard",
    "gratis",
    "reject",
)
"""Senses of words that may deny and that translations mostly keep as they are."""


def _hidden(signs: _Signs, others: _Signs) -> int:
    """Count the words that may deny besides, but for those that the other side has as well.

    “Unless” beside “a menos que” hides no denial; beside “if … not” it does.
    """
    found: dict[str, int] = {}
    concepts = {sign.start: name for name in _CONCEPTS for sign in _all(signs, name)}
    found[""] = len(_limited(signs, others))
    sure = {sign.start for sign in _side(signs, "not").sure}
    for sign in (*_side(signs, "not").perhaps, *_side(signs, "without").perhaps):
        if sign.start in sure:
            continue
        concept = concepts.get(sign.start, "")
        found[concept] = found.get(concept, 0) + 1
    bounded = {sign.start for sign in _all(others, "most")}
    bounded -= {sign.start for sign in _side(others, "not").sure}
    return sum(
        count
        if not concept
        # “No more than” is said where the other side says “within” or “at most”.
        else max(0, count - _perhaps(others, concept) - (len(bounded) if concept == "limit" else 0))
        for concept, count in found.items()
    )


def _perhaps(signs: _Signs, concept: str) -> int:
    """Count the words of a concept that do not deny for sure."""
    sure = {sign.start for sign in _side(signs, "not").sure}
    return sum(sign.start not in sure for sign in _all(signs, concept))


def _all(signs: _Signs, sense: str) -> tuple[Sign, ...]:
    side = _side(signs, sense)
    return side.sure + side.perhaps


def restriction(pair: Pair) -> Iterator[Hit]:
    """“Only” is there, or is not."""
    yield from _presence(pair, "only", "“only”")


def obligation(pair: Pair) -> Iterator[Hit]:
    """What must be done is not something that may be done."""
    for here, there in _pairs(pair):
        if "must" not in here or "must" in there:
            continue
        source = _side(here, "must")
        if source.sure and all(_denied(sign, here) for sign in source.sure) and _refuses(there):
            continue  # “Must not” is “no puede”, “不能”, “يُحظر”.
        if "least" in here and _refuses(there):
            continue  # “Must be at least” is 不得小于.
        if not source.sure and any(_denied(sign, here) for sign in source.perhaps):
            continue  # “Need not” is no demand.
        optional = len(_all(there, "may")) > len(_all(here, "may"))
        if source.sure or (source.perhaps and optional):
            yield _hit(
                pair, "“must” or “should” of the source may be missing", source.sure or source.perhaps, ()
            )


def possibility(pair: Pair) -> Iterator[Hit]:
    """What may be is not what is."""
    yield from _presence(pair, "may", "“may”")


def _presence(pair: Pair, sense: str, shown: str) -> Iterator[Hit]:
    missing: list[Hit] = []
    added: list[Hit] = []
    for here, there in _pairs(pair):
        if sense not in here and sense not in there:
            continue
        source, target = _all(here, sense), _all(there, sense)
        lost, gained = _side(here, sense).sure, _side(there, sense).sure
        forced = sense == "may" and len(target) < len(source) and _demanded(here, there)
        if lost and (forced or (not target and not _carried(sense, lost, here, there))):
            missing.append(_hit(pair, f"{shown} of the source may be missing", lost, ()))
        elif gained and not source and not _carried(sense, gained, there, here):
            added.append(_hit(pair, f"{shown} is not in the source", (), gained))
    yield from _not_moved(missing, added)


def _carried(sense: str, signs: Sequence[Sign], here: _Signs, there: _Signs) -> bool:
    """Whether the other side may say in another way what `signs` say here."""
    if sense == "only":
        bounded = len(_all(there, "limit")) > len(_all(here, "limit") + _all(here, "most"))
        bounded |= "beyond" in there and bool(_side(there, "not").sure)  # “will not last longer than”
        return bounded or (_exclusive(there) and not _exclusive(here))  # “only 4 hours” is “no more than 4”.
    if _demanded(here, there):
        return False
    if _refuses(there) and all(_denied(sign, here) for sign in signs):
        return True  # “Nobody may” is “must not” elsewhere.
    # “May be up to 30” is “is 30 at most” elsewhere.
    most = bool(_all(there, "most")) and all(_with(sign, here, "most") for sign in signs)
    return most or bool(_all(there, "hedge"))


def _demanded(here: _Signs, there: _Signs) -> bool:
    """Whether the other side demands and denies nothing where this one demands nothing."""
    denied = {sign.clause for sign in _side(there, "not").sure}
    demands = [sign for sign in _side(there, "must").sure if sign.clause not in denied]
    return bool(demands) and not _all(here, "must")


def _with(sign: Sign, signs: _Signs, sense: str) -> bool:
    """Whether a sign of `sense` stands in the clause of `sign`."""
    return any(other.clause == sign.clause for other in _all(signs, sense))


def _denied(sign: Sign, signs: _Signs) -> bool:
    """Whether the clause of `sign` denies."""
    return _with(sign, signs, "not")


def _refuses(signs: _Signs) -> bool:
    """Whether a text denies or forbids anything."""
    return any(sense in signs for sense in ("not", "avoid", "contraindicated"))


def prohibition(pair: Pair) -> Iterator[Hit]:
    """“Avoid” and “contraindicated” stay, in this form or as a plain “not”."""
    for here, there in _pairs(pair):
        for sense in ("avoid", "contraindicated"):
            if sense not in here and sense not in there:
                continue
            source, target = _side(here, sense), _side(there, sense)
            places = {sign.start for sign in source.sure}
            denials = _side(here, "not")
            others = [sign for sign in denials.sure + denials.perhaps if sign.start not in places]
            excused = len(_denying(there)) > len(others) or _side(there, "contraindicated").sure
            if source.sure and not target.sure and not target.perhaps and not excused:
                yield _hit(pair, f"“{sense}” of the source may be missing", source.sure, ())
            elif sense == "contraindicated" and target.sure and not source.sure and not _forbids(here):
                yield _hit(pair, "the source does not forbid this", (), target.sure)


def _forbids(signs: _Signs) -> bool:
    return "not" in signs or "avoid" in signs


def opposites(pair: Pair) -> Iterator[Hit]:
    """Before is not after, more is not less."""
    for here, there in _pairs(pair):
        if (refused := _refused(here, pair.source_inline.text)) and (
            told := _refused(there, pair.target_inline.text)
        ):
            if refused.sense != told.sense:
                yield _hit(pair, "what is said to be before and what after are exchanged", (refused,), (told,))
            continue
        for one, other in _EITHER_WAY:
            if one not in here or other not in there:
                continue
            if _turned(here, there) or (one in ("before", "after") and ("wait" in here or "wait" in there)):
                continue  # “Wait an hour before eating” is “eat after waiting for an hour”.
            source, kept = _side(here, one), _side(there, one)
            turned, target = _side(here, other), _side(there, other)
            # “Up to 30 W” has one form with “until” elsewhere.
            upper = {sign.start for sign in _all(there, "most")} if "most" in here else ()
            lost = len(source.sure) > len(kept.sure) + sum(sign.start not in upper for sign in kept.perhaps)
            gained = len(target.sure) + len(target.perhaps) > len(turned.sure) + len(turned.perhaps)
            # Of time there is no third: where “after” is gone, what may be “before” is.
            timely = one in ("before", "after") and not (kept.sure or kept.perhaps)
            if lost and gained and (target.sure or timely):
                yield _hit(
                    pair,
                    f"“{one}” in the source, “{other}” in the translation",
                    source.sure,
                    target.sure or target.perhaps,
                )


_BESIDE = 6
"""So many characters may stand between “not” and the “after” that it refuses."""


def _refused(signs: _Signs, text: str) -> Sign | None:
    """Return which of “before” and “after” a text refuses where it has both: “before, not after”."""
    if "before" not in signs or "after" not in signs or "not" not in signs:
        return None
    times = _all(signs, "before") + _all(signs, "after")
    found = []
    for sign in times:
        for denial in _all(signs, "not"):
            behind = text[denial.start : denial.end].endswith("なく")  # 後ではなく前に
            between = text[sign.end : denial.start] if behind else text[denial.end : sign.start]
            near = 0 <= (denial.start - sign.end if behind else sign.start - denial.end) <= _BESIDE
            near = near and "," not in between
            if near:
                found.append(sign)
    return found[0] if len({sign.sense for sign in found}) == 1 else None


def _turned(here: _Signs, there: _Signs) -> bool:
    """Whether only one side denies: “not before” is “after”, “not often” is “seldom” elsewhere."""
    return any(
        _side(signs, "not").sure and "not" not in others for signs, others in ((here, there), (there, here))
    )
