"""Reading a text for its senses: denial, restriction, demand, possibility, order in time.

A sense is named in the lexicons (`lexicon/<language>.py`); a form with `?` may have it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.checks.polarity.forms import (
    NOTHING,
    UNSURE,
    Alone,
    Ready,
    Senses,
    accusative,
    match,
    openers,
    ready,
)
from pipeline.checks.quantities.reading.tokens import Tokenized, kind, normal, tokenized
from pipeline.checks.quantities.reading.words import ready as ready_numbers

LANGUAGES = frozenset({"en", "es", "fr", "it", "pt", "de", "ar", "zh", "ja"})
"""Languages with a lexicon; of others nothing is said."""

_CLAUSE = ",;:.!?،؛؟。，；：！？、()（）—–\n"
_SENTENCE = ".!?؟。！？;；؛\n"
_ENDS: dict[str, Senses] = {
    sign: (("clause", True), *((("sentence", True),) if sign in _SENTENCE else ())) for sign in _CLAUSE
}
"""What signs mean: a clause ends, or a sentence too."""


_EVEN = frozenset({"siquiera", "meme", "même", "sequer", "mesmo"})
_NEAR = 60
"""So many characters a word may stand from the denial that it makes doubtful."""
_CLOSE = 6
"""So many characters may stand between the two cases."""
_KNOWN = 50_000
"""As many words are remembered for a language."""


_PERFECT = frozenset({"قد", "وقد", "فقد"})
_AUXILIARY = frozenset("كان كانت كانوا كنت كنا يكون تكون يكونون نكون اكون سيكون ستكون".split())
"""Words that make a past tense of قد and the verb behind it, whatever that begins with."""
ORDERED = tuple(
    "januar jänner februar märz april juni juli august september oktober november dezember tag woche monat"
    " jahr quartal trimester semester lebens schwangerschafts behandlungs dosis impfung injektion sitzung"
    " zyklus studien".split()
)
"""Beginnings of what follows a number and its point in German: der 26. Mai, die 3. Woche."""
_FAR = 8
"""So many words may stand between them."""
_VERBS = frozenset({"غير", "دون"})
"""What is a request too, with a sign of doubling or where a clause begins: change, note down."""
_DENIAL = ("without", True)


class Sign(NamedTuple):
    """A form that has a sense, or may have it."""

    sense: str
    sure: bool
    start: int
    end: int
    sentence: int
    clause: int


def _month(texts: list[str], at: int) -> bool:
    """Whether “May” is the month: within a sentence, or beside a number."""
    numbered = at + 1 < len(texts) and kind(texts[at + 1]) == "number"
    return numbered or (at > 0 and texts[at - 1] not in _SENTENCE)


def _initial(text: Tokenized, at: int) -> bool:
    """Whether the point at `at` ends one letter or a day, and no sentence: 6:30 a.m., 26. Mai."""
    before = text.texts[at - 1] if at else ""
    if not before or text.ends[at - 1] != text.starts[at]:
        return False
    if len(before) == 1 and before.isascii() and before.isalpha():
        return not (at > 1 and text.texts[at - 2] == "°")  # 8 °C.
    behind = text.norms[at + 1] if at + 1 < len(text.norms) else ""
    if not before.isdigit() or not behind:
        return False
    return behind == "mai" or text.texts[at + 1][0].islower() or behind.startswith(ORDERED)


def signs(text: Tokenized, forms: Ready) -> Iterator[Sign]:
    """Yield the signs of a text one by one, whatever stands around them; parts of forms with a gap too."""
    texts, norms, starts, ends = text
    known, idle = forms.known, forms.idle
    for word in set(texts).difference(known) if len(known) < _KNOWN else ():
        meaning = known[word] = _alone(word, normal(word), forms)
        if meaning == NOTHING:
            idle.add(word)
    beyond = sentence = clause = 0
    last = len(norms) - 1
    for at in [at for at, word in enumerate(texts) if word not in idle]:
        word = texts[at]
        meanings, followers = known.get(word, UNSURE)
        sure = meanings is not None and (not followers or at == last or norms[at + 1] not in followers)
        if (sure and not meanings) or at < beyond:
            continue  # Most words mean nothing here.
        if word == "." and _initial(text, at):
            continue
        size = 1
        if not sure:
            size, meanings = match(norms, at, forms)
            meanings = _here(text, at, meanings, forms) + (_ENDS.get(word, ()) if size == 1 else ())
        for sense, certain in meanings or ():
            if sense == "clause":
                clause += 1
            elif sense == "sentence":
                sentence += 1
            elif sense != "plain":
                yield Sign(sense, certain, starts[at], ends[at + size - 1], sentence, clause)
        if size > 1 and (end := texts[at + size - 1]) in _ENDS:
            clause += 1  # Phrases such as こと。 end what they stand in.
            sentence += end in _SENTENCE
        beyond = at + size


def _alone(word: str, norm: str, forms: Ready) -> Alone:
    """Return what a token means where it begins no phrase."""
    followers = openers(norm, forms)
    if (
        word in ("May", "不", "没")
        or norm in ("pas", "غير")
        or norm in _PERFECT
        or norm in forms.initial
        or followers is None
    ):
        return UNSURE
    text = Tokenized([word], [norm], [0], [len(word)])
    meanings = _here(text, 0, match(text.norms, 0, forms)[1], forms)
    return meanings + _ENDS.get(word, ()), followers


def _here(text: Tokenized, at: int, meanings: Senses, forms: Ready) -> Senses:
    """Return what a form means in its place: what stands beside it, and how it is spelt."""
    texts, norms, word = text.texts, text.norms, text.texts[at]
    if forms.clitics and not meanings:
        meanings = accusative(word, norms, at, forms)
    if norms[at] == "pas" and at and kind(texts[at - 1]) == "number":
        return ()  # 5 000 pas par jour
    if word == "May" and _month(texts, at):
        return ()
    if forms.initial and (at == 0 or kind(texts[at - 1]) == "sign") and norms[at] in forms.initial:
        even = at + 1 < len(norms) and norms[at + 1] in _EVEN  # “…, ni siquiera” denies nothing more.
        return meanings if even else meanings + forms.initial[norms[at]]
    if word in "不没" and 0 < at < len(norms) - 1 and norms[at - 1] == norms[at + 1]:
        return (("not", False),)  # 渴不渴 asks, or leaves open.
    if norms[at].removeprefix("و") in _VERBS and _DENIAL in meanings and _asks(text, at):
        return ()
    if norms[at].endswith("دون") and at + 1 < len(texts) and kind(texts[at + 1]) == "number":
        return ()  # دون 18 is “under 18”.
    if norms[at] in _PERFECT and _past(text, at):
        return ()  # كان قد تقلص is “had shrunk”.
    if norms[at].endswith("الا"):
        # إلا is “except”; without its hamza it looks like ألا, “that … not”.
        if "إ" in word:
            return tuple(meaning for meaning in meanings if meaning[0] != "not")
        if "أ" in word:
            return tuple(meaning for meaning in meanings if meaning[0] == "not")
    return meanings


def _past(text: Tokenized, at: int) -> bool:
    """Whether قد at `at` follows an auxiliary of its clause."""
    start = max(0, at - _FAR)
    start = max([start, *(place for place in range(start, at) if text.texts[place] in _CLAUSE)])
    return not _AUXILIARY.isdisjoint(text.norms[start:at])


def _asks(text: Tokenized, at: int) -> bool:
    """Whether غير or دون is a request: غيّر is “change”, which begins a clause more often than “un-”."""
    begins = at == 0 or text.texts[at - 1] in _SENTENCE + "،:"
    return "\u0651" in text.texts[at] or (text.norms[at] == "غير" and begins)


def _joined(signs: Iterator[Sign], gapped: Senses) -> Iterator[Sign]:
    """Put forms with a gap together where both parts stand in a clause: ist … zu tragen, né … né."""
    begun: dict[str, Sign] = {}
    for sign in signs:
        mark, number = sign.sense[0], sign.sense[1:]
        if mark == ">":
            first = begun.pop(number, None)
            if first and (first.sentence, first.clause) == (sign.sentence, sign.clause):
                sense, sure = gapped[int(number)]
                yield sign._replace(sense=sense, sure=sure)
        elif mark == "<":
            begun[number] = sign
        else:
            yield sign


def read_signs(text: str, language: str) -> tuple[Sign, ...]:
    """Return the signs of a visible text in order. Never raises."""
    if language not in LANGUAGES:
        return ()
    forms = ready(language)
    words = tokenized(text, ready_numbers(language).spaced_groups)
    found = list(_joined(signs(words, forms), forms.gapped))
    if language not in _CONCORD:
        _once(found)
    return tuple(_without_not_only(found, empty=language in _EMPTY))


_CONCORD = frozenset({"es", "fr", "it", "pt", "ar"})
"""Languages in which two words deny once: ne … pas."""
_EMPTY = _CONCORD - {"ar"}


def _once(signs: list[Sign]) -> None:
    """Let only the first denial of a clause be sure: another may deny besides, or say the same."""
    denied: set[int] = set()
    conceded = [sign for sign in signs if sign.sense == "concede"]
    for place, sign in enumerate(signs):
        if sign.sense == "not" and sign.sure and _either(sign, conceded):
            signs[place] = sign._replace(sure=False)
        elif sign.sense == "not" and sign.sure:
            if sign.clause in denied:
                signs[place] = sign._replace(sure=False)
            denied.add(sign.clause)


def _either(denial: Sign, conceded: list[Sign]) -> bool:
    """Whether a denial is one of two cases that make no difference: しても、しなくても."""
    ends = [sign.end for sign in conceded if sign.start < denial.start]
    return any(sign.start == denial.start for sign in conceded) and any(
        denial.start - end <= _CLOSE for end in ends
    )


def _denied_before(signs: list[Sign], place: int) -> bool:
    """Whether a sentence denies already: “no … nada”, “sans rien” deny once."""
    return signs[place].sense == "not" and any(
        sign.sense in ("not", "without", "limit") and sign.sure and sign.sentence == signs[place].sentence
        for sign in signs[:place]
    )


def _bounded_before(signs: list[Sign], place: int) -> bool:
    """Whether “not more than” begins what a word denies again: pas plus de deux ne sont admis."""
    here = signs[place]
    return any(
        sign.sense == "limit" and sign.clause == here.clause and 0 <= here.start - sign.end < _NEAR
        for sign in signs[:place]
    )


def _excepted(signs: list[Sign], place: int) -> list[int]:
    """Return the denial that an exceptive turns into “only”: しか … ない, لا … إلا."""
    sign = signs[place]
    denials = [
        other
        for other, denial in enumerate(signs)
        if denial.sense == "not"
        and denial.sure
        and denial.sentence == sign.sentence
        and abs(denial.start - sign.start) < 60
        and denial.start != sign.start
    ]
    return sorted(denials, key=lambda other: abs(signs[other].start - sign.start))[:1]


def _doubtful(signs: list[Sign], place: int) -> int | None:
    """Return the denial that is none: before a restrictive (ne … que), behind an expletive (à moins que)."""
    here = signs[place]
    ahead = here.sense == "expletive"
    others = range(place + 1, len(signs)) if ahead else range(place - 1, -1, -1)
    for other in others:
        sign = signs[other]
        if sign.sentence != here.sentence or abs(sign.start - here.start) > _NEAR:
            return None
        if sign.sense == "not" and sign.sure and sign.start != here.start:
            if ahead and sign.clause != here.clause:
                return None  # “Hasta que confirme que no …”
            if not ahead and _twice(signs, other):
                return None  # “Ils ne savent pas que les effets …”
            return other if ahead or here.clause - 2 <= sign.clause <= here.clause else None
    return None


def _twice(signs: list[Sign], place: int) -> bool:
    """Whether the denial at `place` is the second word of one: ne … pas."""
    before = [sign for sign in signs[:place] if sign.sense == "not" and sign.sure][-1:]
    return bool(before) and before[0].clause == signs[place].clause


def _without_not_only(signs: list[Sign], *, empty: bool) -> Iterator[Sign]:
    """Leave out “not only … but also”, which neither denies nor restricts.

    `empty`: whether the denial of an expletive denies nothing at all: a meno che non.
    """
    dropped: set[int] = set()
    concords = {sign.start for sign in signs if sign.sense == "concord"}
    for place, sign in enumerate(signs):
        if sign.start in concords and _denied_before(signs, place):
            signs[place] = sign._replace(sure=False)
        if sign.sense == "not" and sign.sure and _bounded_before(signs, place):
            signs[place] = sign._replace(sure=False)
        if sign.sense in ("restrictive", "expletive"):
            dropped.add(place)
            if (other := _doubtful(signs, place)) is not None:
                signs[other] = signs[other]._replace(sure=False)
                if empty and sign.sense == "expletive" and signs[other].clause == sign.clause:
                    dropped.add(other)  # A meno che non, avant que ne.
        if sign.sense == "exceptive":
            dropped.add(place)
            for other in _excepted(signs, place):
                # It stands where the exceptive does, and denies no more than that: لا … إلا is “only”.
                signs[other] = signs[other]._replace(sure=False, start=sign.start, end=sign.end)
    for place, sign in enumerate(signs):
        if sign.sense == "only" and sign.sure:
            near = [
                other
                for other, before in enumerate(signs[:place])
                if before.sense == "not"
                and before.sure
                and before.clause == sign.clause
                and 0 <= sign.start - before.end < 30
            ]
            if near:
                signs[place] = sign._replace(sure=False)
                signs[near[-1]] = signs[near[-1]]._replace(sure=False)
    return (sign for place, sign in enumerate(signs) if place not in dropped)
