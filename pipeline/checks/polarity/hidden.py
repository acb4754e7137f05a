"""Words that may deny besides what they say: unable, except, only, wrong. They excuse, and never accuse."""

from pipeline.checks.polarity.sides import Signs, every, side


def limited(signs: Signs, others: Signs) -> set[int]:
    """Return the clauses that deny “more than” where the other side may say “at most”."""
    if "beyond" not in signs or "beyond" in others:
        return set()
    if len(every(others, "limit")) > len(every(signs, "limit")):
        return set()
    if len(every(others, "most")) <= len(every(signs, "most")):
        return set()
    return {sign.clause for sign in every(signs, "beyond")} & {
        sign.clause for sign in side(signs, "not").sure
    }


_CONCEPTS = (
    "unable",
    "contraindicated",
    "only",
    "unsafe",
    "ineffective",
    "forget",
    "wrong",
    "most",
    "limit",
    "least",
    "short",
    "until",
    "stop",
    "seldom",
    "lack",
    "prevent",
    "avoid",
    "instead",
    "concede",
    "otherwise",
    "priv",
    "safe",
    "hard",
    "gratis",
    "reject",
    "exclude",
    "void",
    "less",
    "fail",
    "ignore",
    "outside",
    "skip",
    "few",
    "negative",
    "unlikely",
    "independent",
    "empty",
    "unwell",
    "anytime",
    "withdraw",
    "fasting",
    "shut",
    "whether",
    "flat",
    "unless",
)
"""Senses of words that may deny and that translations mostly keep as they are."""


def hidden(signs: Signs, others: Signs) -> int:
    """Count the words that may deny besides, but for those that the other side has as well.

    “Unless” beside “a menos que” hides no denial; beside “if … not” it does.
    """
    found = _veiled(signs)
    other = sum(count for concepts, count in _veiled(others).items() if not concepts)
    if any("otherwise" in concepts for concepts in found) and "unless" in others:
        begun = {sign.clause for sign in side(signs, "unless").sure}
        if any(sign.clause - 1 in begun for sign in every(signs, "otherwise")):
            # 除非……，否则 is one “unless”.
            found = {concepts: count for concepts, count in found.items() if "otherwise" not in concepts}
    bounded = {sign.start for sign in every(others, "most")}
    bounded -= {sign.start for sign in side(others, "not").sure}
    bounded |= {sign.start for sign in every(others, "short")}
    total = max(0, found.pop((), 0) - other) + len(limited(signs, others))
    for concepts, count in found.items():
        told = _told(others, concepts, signs)
        if "limit" in concepts:
            told += len(bounded)  # “No more than” is said where the other side says “within” or “at most”.
        total += max(0, count - told)
    return total


def _veiled(signs: Signs) -> dict[tuple[str, ...], int]:
    """Count the words that may deny, by all that they say besides."""
    found: dict[tuple[str, ...], int] = {}
    perhaps = side(signs, "not").perhaps + side(signs, "without").perhaps
    if not perhaps:
        return found
    concepts: dict[int, tuple[str, ...]] = {}
    for name in _CONCEPTS:
        for sign in every(signs, name) if name in signs else ():
            # “Unless” and “otherwise” are no mere “only”.
            more = tuple(concept for concept in concepts.get(sign.start, ()) if concept != "only")
            concepts[sign.start] = (*more, name) if name != "unless" else (name,)
    sure = {sign.start for sign in side(signs, "not").sure}
    denied = {sign.clause for sign in side(signs, "not").sure}
    again = {sign.start for sign in every(signs, "concord")}
    for sign in perhaps:
        if sign.start in sure or (sign.start in again and sign.clause in denied):
            continue
        concept = concepts.get(sign.start, ())
        found[concept] = found.get(concept, 0) + 1
    return found


def _told(signs: Signs, concepts: tuple[str, ...], others: Signs) -> int:
    """Count the words of any of some concepts that do not deny for sure; “no … except” is no “only”."""
    sure = {sign.start for sign in side(signs, "not").sure}
    if "only" in concepts and not side(others, "only").sure:
        denied = {sign.clause + step for sign in side(signs, "not").sure for step in (0, 1)}
        sure |= {sign.start for sign in every(signs, "unless") if sign.clause in denied}
    told = {sign.start for concept in concepts for sign in every(signs, concept)}
    return len(told - sure)


_DOUBLES = ("wrong", "seldom", "lack", "fail", "few", "priv", "unsafe")
"""Senses that a denial turns into what they are the contrary of: nothing wrong, not uncommon."""
_CLOSE = 25
"""So many characters may stand between the denial and such a word."""


def doubled(signs: Signs, others: Signs) -> int:
    """Count the denied contraries that the other side may say plainly: “nothing wrong” is “all well”."""
    words = [sign for sense in _DOUBLES if sense not in others for sign in every(signs, sense)]
    return len(
        {
            denial.start
            for denial in side(signs, "not").sure
            for word in words
            if word.clause == denial.clause and 0 <= word.start - denial.end < _CLOSE
        }
    )
