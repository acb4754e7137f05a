"""Reading a text for its senses: denial, restriction, demand, possibility, order in time.

A sense is named in the lexicons (`lexicon/<language>.py`); a form with `?` may have it. Longer
forms win over shorter ones, and the forms under `plain` have no sense at all.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import import_module
from typing import NamedTuple

from pipeline.checks.quantities.tokens import Token, Tokenized, normal, tokenize, tokenized
from pipeline.checks.quantities.words import ready as ready_numbers

LANGUAGES = frozenset({"en", "es", "fr", "it", "pt", "de", "ar", "zh", "ja"})
"""Languages with a lexicon; of others nothing is said."""

_CLITICS = ("وال", "فال", "بال", "كال", "لل", "ولل", "ال", "و", "ف", "ب", "ل", "ك")
_CLAUSE = ",;:.!?،؛؟。，；：！？、()（）—–\n"
_SENTENCE = ".!?؟。！？;；؛\n"


_NEAR = 60
"""So many characters a word may stand from the denial that it makes doubtful."""
_KNOWN = 50_000
"""As many words are remembered for a language."""


class Sign(NamedTuple):
    """A form that has a sense, or may have it."""

    sense: str
    sure: bool
    start: int
    end: int
    sentence: int
    clause: int


_Senses = tuple[tuple[str, bool], ...]
"""Senses, each with whether it is sure."""


class _Ready(NamedTuple):
    phrases: dict[str, list[tuple[tuple[str, ...], tuple[tuple[str, bool], ...]]]]
    pairs: dict[str, dict[str, list[tuple[tuple[str, ...], tuple[tuple[str, bool], ...]]]]]
    """The same by their second word as well; under "" those of one word, and those of open ends."""
    stems: dict[str, list[tuple[str, tuple[tuple[str, bool], ...]]]]
    """By their first two letters."""
    endings: tuple[tuple[str, tuple[tuple[str, bool], ...]], ...]
    clitics: tuple[str, ...]
    chained: frozenset[str]
    """Words that begin phrases of several words."""
    plain: dict[str, _Senses]
    """What words that begin no phrase of several words mean, as far as they were met."""


@cache
def _ready(language: str) -> _Ready:
    """Return a language's lexicon ready for reading. Made once for a process."""
    lexicon: dict[str, str] = import_module(f"pipeline.checks.polarity.lexicon.{language}").LEXICON
    senses: dict[tuple[str, ...], dict[str, bool]] = {}
    stems: dict[str, dict[str, bool]] = {}
    endings: dict[str, dict[str, bool]] = {}
    for name, forms in lexicon.items():
        sense, sure = name.rstrip("?"), not name.endswith("?")
        for form in forms.split("|"):
            if form.startswith("*"):
                endings.setdefault(form[1:], {}).setdefault(sense, sure)
            elif form.endswith("*") and " " not in form and "-" not in form:
                stems.setdefault(normal(form[:-1]), {}).setdefault(sense, sure)
            else:
                words = tuple(normal(token.text) for token in tokenize(form.strip("*")))
                if words:
                    words = (*words[:-1], words[-1] + "*") if form.endswith("*") else words
                    senses.setdefault(words, {}).setdefault(sense, sure)
    if language in ("zh", "ja"):
        _deny_within(senses)
    phrases: dict[str, list[tuple[tuple[str, ...], tuple[tuple[str, bool], ...]]]] = {}
    for words, meanings in senses.items():
        phrases.setdefault(words[0], []).append((words, tuple(meanings.items())))
    for candidates in phrases.values():
        candidates.sort(key=lambda candidate: -len(candidate[0]))
    by_start: dict[str, list[tuple[str, tuple[tuple[str, bool], ...]]]] = {}
    for stem, meanings in stems.items():
        by_start.setdefault(stem[:2], []).append((stem, tuple(meanings.items())))
    return _Ready(
        phrases=phrases,
        pairs={word: _by_second(candidates) for word, candidates in phrases.items()},
        stems=by_start,
        endings=tuple((ending, tuple(meanings.items())) for ending, meanings in endings.items()),
        clitics=_CLITICS if language == "ar" else (),
        chained=frozenset(
            word for word, candidates in phrases.items() if any(len(words) > 1 for words, _ in candidates)
        ),
        plain={},
    )


def _by_second(
    candidates: list[tuple[tuple[str, ...], _Senses]],
) -> dict[str, list[tuple[tuple[str, ...], _Senses]]]:
    """Sort phrases with one first word by their second one, longest first."""
    open_ended = [one for one in candidates if len(one[0]) == 1 or one[0][1].endswith("*")]
    found: dict[str, list[tuple[tuple[str, ...], _Senses]]] = {}
    for one in candidates:
        if len(one[0]) > 1 and not one[0][1].endswith("*"):
            found.setdefault(one[0][1], []).append(one)
    return {"": open_ended} | {
        second: sorted([*some, *open_ended], key=lambda one: -len(one[0])) for second, some in found.items()
    }


def _deny_within(senses: dict[tuple[str, ...], dict[str, bool]]) -> None:
    """Let phrases of another sense that hold a denial perhaps deny: 効果がない, 不常见."""
    denials = [words for words, meanings in senses.items() if meanings.get("not")]
    for words, meanings in senses.items():
        if meanings.keys().isdisjoint(("not", "without", "plain", "must", "exceptive")) and any(
            words[start : start + len(denial)] == denial
            for denial in denials
            for start in range(len(words) - len(denial) + 1)
        ):
            meanings["not"] = False


def _follows(norms: list[str], at: int, words: tuple[str, ...]) -> bool:
    """Whether the phrase `words` stands at `at`; a `*` ends a word that may go on."""
    here = tuple(norms[at : at + len(words)])
    if words[-1].endswith("*"):
        return len(here) == len(words) and here[:-1] == words[:-1] and here[-1].startswith(words[-1][:-1])
    return here == words


def _match(norms: list[str], at: int, ready: _Ready) -> tuple[int, tuple[tuple[str, bool], ...]]:
    """Return how many tokens the longest form at `at` takes, and its senses."""
    word = norms[at]
    if word in ready.pairs:
        pairs = ready.pairs[word]
        following = norms[at + 1] if at + 1 < len(norms) else ""
        for words, meanings in pairs.get(following) or pairs[""]:
            if len(words) == 1:
                return 1, _with_stems(word, dict(meanings), ready)
            if _follows(norms, at, words):
                return len(words), meanings
    for clitic in ready.clitics:
        if len(word) - len(clitic) < 3 and clitic not in ("و", "ف"):
            continue  # Short words take no other clitic: كلا is no لا.
        if word.startswith(clitic) and len(word) > len(clitic) + 1:
            for words, meanings in ready.phrases.get(word[len(clitic) :], ()):
                if len(words) == 1 or tuple(norms[at + 1 : at + len(words)]) == words[1:]:
                    return len(words), meanings
            if meanings := _with_stems(word[len(clitic) :], {}, ready):
                return 1, meanings
    return 1, _with_stems(word, {}, ready)


def _with_stems(word: str, found: dict[str, bool], ready: _Ready) -> tuple[tuple[str, bool], ...]:
    """Add the senses that a word's beginning or ending gives it."""
    if "plain" in found:
        return ()
    for stem, meanings in ready.stems.get(word[:2], ()):
        if word.startswith(stem):
            found |= {sense: sure for sense, sure in meanings if not found.get(sense)}
    for ending, meanings in ready.endings:
        if len(word) > len(ending) + 3 and word.endswith(ending):
            found |= {sense: sure for sense, sure in meanings if sense not in found}
    return () if "plain" in found else tuple(found.items())


def _alone(word: str, ready: _Ready) -> bool:
    """Whether what a word means does not hang on the words behind it."""
    starts = [word, *(word[len(clitic) :] for clitic in ready.clitics if word.startswith(clitic))]
    return all(len(words) == 1 for start in starts for words, _ in ready.phrases.get(start, ()))


def _month(tokens: list[Token], at: int) -> bool:
    """Whether “May” is the month: within a sentence, or beside a number."""
    before = tokens[at - 1] if at else None
    numbered = at + 1 < len(tokens) and tokens[at + 1].kind == "number"
    return numbered or (before is not None and before.text not in _SENTENCE)


def _signs(text: Tokenized, ready: _Ready) -> Iterator[Sign]:
    tokens, norms = text
    plain = ready.plain
    at = sentence = clause = 0
    while at < len(tokens):
        token = tokens[at]
        word = norms[at]
        if word in plain:
            size, meanings = 1, plain[word]
        else:
            size, meanings = _match(norms, at, ready)
            if word not in ready.chained and len(plain) < _KNOWN and _alone(word, ready):
                plain[word] = meanings
        if token.text == "May" and _month(tokens, at):
            meanings = ()
        if "إ" in token.text and word.endswith("الا"):
            # إلا is “except”; without its hamza it looks like ألا, “that … not”.
            meanings = tuple(meaning for meaning in meanings if meaning[0] != "not")
        elif "أ" in token.text and word.endswith("الا"):
            meanings = tuple(meaning for meaning in meanings if meaning[0] == "not")
        if ready.clitics and word.startswith("و") and len(word) > 2:
            clause += 1  # “And not” denies another thing.
        for sense, sure in meanings:
            if sense == "clause":
                clause += 1
            elif sense != "plain":
                yield Sign(sense, sure, token.start, tokens[at + size - 1].end, sentence, clause)
        if token.kind == "sign" and size == 1:
            clause += token.text in _CLAUSE
            sentence += token.text in _SENTENCE
        at += size


@lru_cache(maxsize=16384)
def read_signs(text: str, language: str) -> tuple[Sign, ...]:
    """Return the signs of a visible text in order. Never raises."""
    if language not in LANGUAGES:
        return ()
    signs = list(_signs(tokenized(text, ready_numbers(language).spaced_groups), _ready(language)))
    if language not in _CONCORD:
        _once(signs)
    return tuple(_without_not_only(signs))


_CONCORD = frozenset({"es", "fr", "it", "pt", "ar"})
"""Languages in which two words deny once: ne … pas."""


def _once(signs: list[Sign]) -> None:
    """Let only the first denial of a clause be sure: another may deny besides, or say the same."""
    denied: set[int] = set()
    for place, sign in enumerate(signs):
        if sign.sense == "not" and sign.sure:
            if sign.clause in denied:
                signs[place] = sign._replace(sure=False)
            denied.add(sign.clause)


def _denied_before(signs: list[Sign], place: int) -> bool:
    """Whether a sentence denies already: “no … nada” denies once."""
    return signs[place].sense == "not" and any(
        sign.sense == "not" and sign.sure and sign.sentence == signs[place].sentence for sign in signs[:place]
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
            return other if ahead or sign.clause in (here.clause, here.clause - 1) else None
    return None


def _without_not_only(signs: list[Sign]) -> Iterator[Sign]:
    """Leave out “not only … but also”, which neither denies nor restricts."""
    dropped: set[int] = set()
    concords = {sign.start for sign in signs if sign.sense == "concord"}
    for place, sign in enumerate(signs):
        if sign.start in concords and _denied_before(signs, place):
            signs[place] = sign._replace(sure=False)
        if sign.sense in ("restrictive", "expletive"):
            dropped.add(place)
            if (other := _doubtful(signs, place)) is not None:
                signs[other] = signs[other]._replace(sure=False)
        if sign.sense == "exceptive":
            dropped.add(place)
            for other in _excepted(signs, place):
                signs[other] = signs[other]._replace(sure=False)
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
