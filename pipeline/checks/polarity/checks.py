"""The checks of polarity and modality. They warn; they prove nothing.

What can be compared across languages is little: whether a sentence denies at all, restricts,
demands, hedges, and on which of two opposite sides it stands. Forms that only may have a sense
count where they excuse, never where they accuse.
"""

from collections.abc import Iterator, Sequence

from pipeline.checks.base import Hit, Pair
from pipeline.checks.polarity.hidden import doubled, hidden, limited
from pipeline.checks.polarity.kinds import kinds
from pipeline.checks.polarity.modals import modals
from pipeline.checks.polarity.reading import Sign
from pipeline.checks.polarity.sides import Signs, every, hit, pairs_of, side


def _clauses(signs: Sequence[Sign]) -> int:
    """Count denied clauses: “ne … pas” and “no … nunca” deny once."""
    return len({sign.clause for sign in signs})


def negation(pair: Pair) -> Iterator[Hit]:
    """As many denials as the source, give or take those that a word may hide."""
    missing: list[Hit] = []
    added: list[Hit] = []
    for here, there in pairs_of(pair):
        least_here, least_there = _denials(here, there), _denials(there, here)
        if least_here == least_there:
            if lost := _unsaid(here, there) or _unexcepted(here, there):
                missing.append(hit(pair, "what the source denies by a word may be missing", lost, ()))
            elif _done(here, there) and not least_there + hidden(there, here):
                missing.append(
                    hit(pair, "“un-” of the source may be missing", every(here, "priv"), every(there, "done"))
                )
            continue
        most_here = least_here + hidden(here, there) + _excepting(there, here)
        most_there = least_there + hidden(there, here) + _excepting(here, there)
        listed = _alternatives(here) - _alternatives(there)  # “Neither … nor” is “ni … ni” elsewhere.
        most_here += max(0, listed) + doubled(there, here)
        most_there += max(0, -listed) + doubled(here, there)
        if most_there < least_here:
            missing.append(
                hit(pair, "a negation of the source may be missing", _denying(here), _denying(there))
            )
        elif most_here < least_there:
            added.append(hit(pair, "the source does not deny this", _denying(here), _denying(there)))
    yield from (*_not_moved(missing, added),) or kinds(pair)


_SAID = ("void", "lack", "unable", "exclude", "ineffective", "fail", "skip", "forget")
"""What a word such as “lacking” or “impossible” says where it is kept as such a word."""
_DENYING = ("without", "stop", "prevent", "avoid", "skip")
"""Senses of which one is there where such a word is translated otherwise."""


def _unsaid(here: Signs, there: Signs) -> tuple[Sign, ...]:
    """Return the words that deny without a denial, where the other side denies no more than this one."""
    contrary = side(here, "contrary").sure
    if not contrary or hidden(there, here) or _excepting(here, there):
        return ()
    kept = sum(len(every(there, sense)) for sense in _SAID)
    own = {sign.start for sign in contrary}
    for sense in _DENYING:
        others = sum(sign.start not in own for sign in every(here, sense))
        kept += max(0, len(every(there, sense)) - others)
    return contrary if kept < len(contrary) else ()


def _unexcepted(here: Signs, there: Signs) -> tuple[Sign, ...]:
    """Return the “unless” of a source where nothing in the translation may say it."""
    if "unless" not in here or not _EXCEPTING.isdisjoint(there):
        return ()
    cases = side(here, "unless").sure
    return () if hidden(there, here) or len(side(there, "not").sure) > len(side(here, "not").sure) else cases


_EXCEPTING = frozenset({"unless", "only", "earliest", "otherwise", "exclude", "until", "instead", "outside"})
"""Senses of which one is there where “unless” is translated otherwise."""


def _done(here: Signs, there: Signs) -> bool:
    """Whether what is not yet done may have become done: “unopened” is “before opening”, not “opened”."""
    early = len(every(there, "before")) > len(every(here, "before"))
    return "priv" in here and not early and len(every(there, "done")) > len(every(here, "done"))


def _alternatives(signs: Signs) -> int:
    """Count what a denial reaches behind “or”.

    “Do not bend or reuse it” is “do not bend it and do not reuse it” elsewhere.
    """
    denials = side(signs, "not").sure
    denied = {sign.clause + step: step + 1 if step < 2 else 1 for step in (3, 2, 1, 0) for sign in denials}
    told = {sign.start for sign in denials}  # “, nor should you” denies by itself.
    # Of “not A, B or C” each may be denied by itself.
    # “Do not use it if it is torn or wet” denies nothing of what stands behind the “if”.
    hinges = {sign.clause for sign in every(signs, "hinge") if sign.start > min(told, default=0)}
    others = [
        sign
        for sign in side(signs, "alternative").sure
        if sign.start not in told and sign.clause not in hinges
    ]
    begun = {sign.start for sign in every(signs, "concord")}
    firsts = {sign.clause for sign in others if sum(sign.clause == other.clause for other in others) > 1}
    # The first “ni” of “n’a ni couleur ni odeur” adds nothing.
    spared = len(firsts) if any(sign.start in begun for sign in others) else 0
    return sum(denied.get(sign.clause, 0) for sign in others) - spared


def _not_moved(missing: Sequence[Hit], added: Sequence[Hit]) -> Iterator[Hit]:
    """Yield what was found, unless one sentence may have given to another what it lacks."""
    if not (missing and added):
        yield from (*missing, *added)


def _excepting(signs: Signs, others: Signs) -> int:
    """Return how many denials an “only” in `others` may carry.

    “Not unless”, “not until”, “nobody without” are “only if”, “only then”, “only with” elsewhere.
    """
    places = {sign.start for sign in every(others, "unless") + side(others, "not").sure}
    sure = side(others, "only").sure + side(others, "earliest").sure
    only = (*sure, *side(others, "only").perhaps) if sure else ()
    cases = {sign.start for sign in every(signs, "unless")}
    own = side(signs, "only").sure + side(signs, "earliest").sure
    known = sum(sign.start not in cases for sign in own)
    if not _exclusive(signs, others) or sum(sign.start not in places for sign in only) <= known:
        return 0  # A text that denies may have that “only” itself.
    return 1 + bool(side(signs, "without").sure)


def _exclusive(signs: Signs, others: Signs) -> bool:
    """Whether a text denies something, except in a case that it names.

    “Not before” names one, unless the other side says “before” as well.
    """
    denied = {sign.clause + step for sign in side(signs, "not").sure for step in (-1, 0, 1)}
    early = ("before",) if len(every(signs, "before")) > len(every(others, "before")) else ()
    cases = [sign for sense in ("unless", "without", *early) for sign in every(signs, sense)]
    return any(sign.clause in denied for sign in (*cases, *side(signs, "until").sure))


def _denying(signs: Signs) -> tuple[Sign, ...]:
    return side(signs, "not").sure + side(signs, "without").sure


_DENIALS = frozenset({"not", "without", "limit"})
"""Senses that may deny for sure."""


def _denials(signs: Signs, others: Signs) -> int:
    """Return how often a text denies for sure.

    “Not more than” is “at most” and no such denial, unless the other side says “more than” too.
    """
    if signs.keys().isdisjoint(_DENIALS):
        return 0
    few = limited(signs, others)
    sure = [sign for sign in side(signs, "not").sure if sign.clause not in few]
    # “Up to” is “not more than” elsewhere, whatever else lasts “more than” a day.
    own = {sign.start for sign in side(signs, "limit").sure}
    reached = sum(sign.start not in own for sign in every(signs, "most"))
    carried = len(every(others, "limit")) + max(0, len(every(others, "reach")) - reached)
    passed = len(every(others, "beyond")) > len(every(signs, "beyond"))
    limits = side(signs, "limit").sure[carried:] if passed else ()
    return _clauses((*sure, *limits)) + _lacking(signs, others)


def _lacking(signs: Signs, others: Signs) -> int:
    """Count what is “without”, but for what the other side calls un-: “sin abrir” is “unopened”."""
    found = len(side(signs, "without").sure)
    more = min(found, len(every(signs, "sine"))) - len(every(others, "without"))
    spare = len(every(others, "priv")) - len(every(signs, "priv"))
    return found - max(0, min(more, spare))


def restriction(pair: Pair) -> Iterator[Hit]:
    """“Only” is there, or is not."""
    found = tuple(_presence(pair, "only", "“only”"))
    yield from found or _conceded(pair)


def _conceded(pair: Pair) -> Iterator[Hit]:
    """Yield an “only if” or “unless” that has become “even if”."""
    for here, there in pairs_of(pair):
        case = side(here, "only").sure + side(here, "unless").sure
        even = every(there, "concede") if "concede" not in here else ()
        if "unless" in here and "even" not in here:
            even += every(there, "even")  # “Except while pouring” is not “even while pouring”.
        if (
            case
            and even
            and not (every(there, "only") or every(there, "unless") or side(there, "until").sure)
        ):
            yield hit(pair, "a case of the source may have become “even if”", case, even)


def obligation(pair: Pair) -> Iterator[Hit]:
    """What must be done is not something that may be done."""
    yield from tuple(_demands(pair)) or modals(pair)


def _demands(pair: Pair) -> Iterator[Hit]:
    for here, there in pairs_of(pair):
        if "must" not in here:
            continue
        source = side(here, "must")
        if lost := _let_go(here, there):
            yield hit(pair, "a “must” of the source may have become “may”", lost, every(there, "may"))
            continue
        if "must" in there:
            continue
        if source.sure and all(_forbidden(sign, here, there) for sign in source.sure) and _refuses(there):
            continue  # “Must not” is “no puede”, “不能”, “يُحظر”.
        optional = len(every(there, "may")) > len(every(here, "may"))
        if "least" in here and _refuses(there) and not optional:
            continue  # “Must be at least” is 不得小于.
        if not source.sure and all(_forbidden(sign, here, there) for sign in source.perhaps):
            continue  # “Need not” is no demand.
        if source.sure or (source.perhaps and optional):
            yield hit(
                pair, "“must” or “should” of the source may be missing", source.sure or source.perhaps, ()
            )


def _let_go(here: Signs, there: Signs) -> tuple[Sign, ...]:
    """Return the demands of a source whose translation demands less often, and allows more often.

    What is denied is left out: “must not” is “may not” elsewhere, and “need not” asks for nothing.
    """
    source = _plain(here, side(here, "must").sure + side(here, "ought").sure, there)
    if len(_plain(there, every(there, "must"), here)) >= len(source):
        return ()
    allowed = len(_plain(there, every(there, "may"), here)) > len(every(here, "may"))
    return source if allowed else ()


def _plain(signs: Signs, found: Sequence[Sign], others: Signs) -> tuple[Sign, ...]:
    """Return those of `found` whose clause denies nothing, and forbids nothing otherwise than `others`."""
    refused = {sign.clause for sign in side(signs, "not").sure + side(signs, "limit").sure}
    if len(every(others, "avoid")) < len(every(signs, "avoid")):
        refused |= {sign.clause for sign in side(signs, "avoid").sure}
    return tuple(sign for sign in found if sign.clause not in refused)


def _forbidden(sign: Sign, signs: Signs, others: Signs) -> bool:
    """Whether the clause of `sign` denies or refuses, but for an “avoid” that both sides have."""
    refusals = [other for sense in _REFUSING if sense not in others for other in every(signs, sense)]
    denials = (*side(signs, "not").sure, *side(signs, "limit").sure, *refusals)
    return any(other.clause == sign.clause for other in denials)


_REFUSING = ("avoid", "contraindicated", "stop", "exclude", "reject", "prevent", "skip", "forget")
"""Senses of what must be done, and must not be done elsewhere: rejected, not accepted."""


def possibility(pair: Pair) -> Iterator[Hit]:
    """What may be is not what is."""
    yield from _presence(pair, "may", "“may”")


def _presence(pair: Pair, sense: str, shown: str) -> Iterator[Hit]:
    missing: list[Hit] = []
    added: list[Hit] = []
    for here, there in pairs_of(pair):
        if sense not in here and sense not in there:
            continue
        source, target = every(here, sense), every(there, sense)
        for other in ("unless", "alone") if sense == "only" else ():
            if other in here:
                own = {sign.start for sign in every(there, other)}  # “Sauf” is the “unless” itself.
                target = tuple(
                    sign for sign in target if sign.start not in own or sign in side(there, sense).sure
                )
        lost, gained = side(here, sense).sure, side(there, sense).sure
        if lost and sense == "may" and _bounded(lost, here, there):
            continue
        forced = sense == "may" and len(target) < len(source) and _demanded(here, there)
        if lost and (forced or (not target and not _carried(sense, lost, here, there))):
            missing.append(hit(pair, f"{shown} of the source may be missing", lost, ()))
        elif gained and not source and not _carried(sense, gained, there, here):
            added.append(hit(pair, f"{shown} is not in the source", (), gained))
    yield from _not_moved(missing, added)


_BESIDE = 16
"""So many characters may stand between “may” and the bound of it."""


def _bounded(lost: Sequence[Sign], here: Signs, there: Signs) -> bool:
    """Whether “may contain no more than” has become “must be at most”, which says the same."""
    told = any(sense in there for sense in ("ceiling", "limit", "most"))
    limits = every(here, "limit")
    return told and all(
        any(abs(limit.start - sign.end) < _BESIDE or limit.end <= sign.start for limit in limits)
        for sign in lost
    )


def _carried(sense: str, signs: Sequence[Sign], here: Signs, there: Signs) -> bool:
    """Whether the other side may say in another way what `signs` say here."""
    if sense == "only":
        bounded = len(every(there, "limit")) > len(every(here, "limit") + every(here, "most"))
        beyond = every(there, "beyond") if here.keys().isdisjoint(("beyond", "limit")) else ()
        bounded |= any(_denied(sign, there) for sign in beyond)  # “does not take longer than”
        return bounded or (
            _exclusive(there, here) and not _exclusive(here, there)
        )  # “only 4 hours” is “no more than 4”.
    if _demanded(here, there):
        return False
    denied = {sign.clause for sign in _denying(here)}
    if _refuses(there) and all(sign.clause in denied for sign in signs):
        return True  # “Nobody may” is “must not” elsewhere.
    # “May be up to 30” is “is 30 at most” elsewhere.
    most = bool(every(there, "most")) and all(_with(sign, here, "most") for sign in signs)
    return most or bool(every(there, "hedge"))


def _demanded(here: Signs, there: Signs) -> bool:
    """Whether the other side demands more often than this one, and denies nothing there."""
    denied = {sign.clause for sign in side(there, "not").sure + side(there, "limit").sure}
    demands = [sign for sign in side(there, "must").sure if sign.clause not in denied]
    return len(demands) > len(every(here, "must"))


def _with(sign: Sign, signs: Signs, sense: str) -> bool:
    """Whether a sign of `sense` stands in the clause of `sign`."""
    return any(other.clause == sign.clause for other in every(signs, sense))


def _denied(sign: Sign, signs: Signs) -> bool:
    """Whether the clause of `sign` denies."""
    return _with(sign, signs, "not")


def _refuses(signs: Signs) -> bool:
    """Whether a text denies or forbids anything."""
    return any(sense in signs for sense in ("not", "avoid", "contraindicated"))


def prohibition(pair: Pair) -> Iterator[Hit]:
    """“Avoid” and “contraindicated” stay, in this form or as a plain “not”."""
    for here, there in pairs_of(pair):
        for sense in ("avoid", "contraindicated"):
            if sense not in here and sense not in there:
                continue
            source, target = side(here, sense), side(there, sense)
            known = len(_denying(here))
            if sense == "contraindicated":
                known += len({sign.start for sign in side(here, "not").perhaps + source.sure}) - len(
                    source.sure
                )
            excused = max(0, len(_denying(there)) - known) + len(side(there, "contraindicated").sure)
            if len(source.sure) > len(target.sure + target.perhaps) + excused:
                yield hit(pair, f"“{sense}” of the source may be missing", source.sure, ())
            elif sense == "contraindicated" and target.sure and not source.sure and not _forbids(here):
                yield hit(pair, "the source does not forbid this", (), target.sure)


def _forbids(signs: Signs) -> bool:
    return "not" in signs or "avoid" in signs
