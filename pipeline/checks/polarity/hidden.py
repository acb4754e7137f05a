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
    told = _veiled(others).get("", 0)
    found[""] = max(0, found.get("", 0) - told) + len(limited(signs, others))
    if "otherwise" in found and "unless" in others:
        begun = {sign.clause for sign in side(signs, "unless").sure}
        if any(sign.clause - 1 in begun for sign in every(signs, "otherwise")):
            del found["otherwise"]  # 除非……，否则 is one “unless”.
    bounded = {sign.start for sign in every(others, "most")}
    bounded -= {sign.start for sign in side(others, "not").sure}
    return sum(
        count
        if not concept
        # “No more than” is said where the other side says “within” or “at most”.
        else max(0, count - _told(others, concept, signs) - (len(bounded) if concept == "limit" else 0))
        for concept, count in found.items()
    )


def _veiled(signs: Signs) -> dict[str, int]:
    """Count the words that may deny, by what they say besides."""
    found: dict[str, int] = {}
    perhaps = side(signs, "not").perhaps + side(signs, "without").perhaps
    if not perhaps:
        return found
    concepts = {sign.start: name for name in _CONCEPTS if name in signs for sign in every(signs, name)}
    sure = {sign.start for sign in side(signs, "not").sure}
    denied = {sign.clause for sign in side(signs, "not").sure}
    again = {sign.start for sign in every(signs, "concord")}
    for sign in perhaps:
        if sign.start in sure or (sign.start in again and sign.clause in denied):
            continue
        concept = concepts.get(sign.start, "")
        found[concept] = found.get(concept, 0) + 1
    return found


def _told(signs: Signs, concept: str, others: Signs) -> int:
    """Count the words of a concept that do not deny for sure; “no … except” is no “only”."""
    sure = {sign.start for sign in side(signs, "not").sure}
    if concept == "only" and not side(others, "only").sure:
        denied = {sign.clause + step for sign in side(signs, "not").sure for step in (0, 1)}
        sure |= {sign.start for sign in every(signs, "unless") if sign.clause in denied}
    return sum(sign.start not in sure for sign in every(signs, concept))


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
