"""The forms of the lexicons, ready for being found in a text.

A form is a word, several, a beginning (`un*`), an ending (`*less`) or both (`un*ed`), and so is
each word of several but the first. `>` marks a word that must follow but is not taken; `^` a form
that has its sense only where a clause begins; `…` stands between two forms of a clause that have
the sense together: ist … zu *en. Longer forms win over shorter ones, and what is `plain` has no
sense at all.
"""

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import NamedTuple

from pipeline.checks.quantities.reading.phrases import ByNeed, BySecond, by_first, by_second, going_on
from pipeline.checks.quantities.reading.tokens import normal, words_of

_CLITICS = ("وال", "فال", "بال", "كال", "لل", "ولل", "ال", "و", "ف", "ب", "ل", "ك")

Senses = tuple[tuple[str, bool], ...]
"""Senses, each with whether it is sure."""

_Words = tuple[str, ...]
_Found = dict[str, bool]
_Meanings = ByNeed[dict[_Words, _Found]]
Phrase = tuple[_Words, Senses]

Alone = tuple[Senses | None, frozenset[str]]
"""What a token means by itself, None where what stands around it decides in any case; and the words
before which it may be part of a phrase. A plain tuple: it is taken apart once for each word of a text."""

UNSURE: Alone = (None, frozenset())
"""What the words mean of which more has to be seen."""
NOTHING: Alone = ((), frozenset())
"""What most words mean, whatever follows."""


class Ready(NamedTuple):
    """The forms of a language, by their first words and letters."""

    phrases: ByNeed[BySecond[Phrase]]
    """By their first and second words; `*` may be any word."""
    stems: dict[str, list[tuple[str, str, Senses]]]
    """By their first two letters: beginning, ending, senses; longer beginnings last."""
    endings: tuple[tuple[str, Senses], ...]
    initial: dict[str, Senses]
    gapped: tuple[tuple[str, bool], ...]
    """The sense of each form with a gap; its parts have the senses `<n` and `>n`."""
    clitics: tuple[str, ...]
    known: dict[str, Alone]
    """Tokens as they are written, to what they mean, as far as they were met."""
    idle: set[str]
    """Those that mean nothing, whatever follows."""


class _Draft:
    """A lexicon while it is read."""

    def __init__(self) -> None:
        self.phrases: list[tuple[str, tuple[str, bool]]] = []
        self.stems: dict[tuple[str, str], _Found] = {}
        self.endings: dict[str, _Found] = {}
        self.initial: dict[str, _Found] = {}
        self.gapped: list[tuple[str, bool]] = []

    def add(self, form: str, sense: str, *, sure: bool) -> None:
        """Add a form to what its kind is looked up in."""
        if sense == "limit":
            self.add(form, "not", sure=False)  # “Not more than” is “at most” elsewhere.
        first, gap, last = form.partition(" … ")
        if gap:
            # The last part comes first, so that a word which is both does not follow itself.
            self.add(last, f">{len(self.gapped)}", sure=True)
            self.add(first, f"<{len(self.gapped)}", sure=True)
            self.gapped.append((sense, sure))
        elif form.startswith("^"):
            self.initial.setdefault(normal(form[1:]), {}).setdefault(sense, sure)
        elif form.startswith("*"):
            self.endings.setdefault(form[1:], {}).setdefault(sense, sure)
        elif "*" in form and " " not in form and "-" not in form:
            head, _, tail = form.partition("*")
            self.stems.setdefault((normal(head), tail), {}).setdefault(sense, sure)
        else:
            self.phrases.append((form, (sense, sure)))


def _words(form: str) -> _Words:
    """Divide a form as a text is divided, each word with its marks."""
    if "*" not in form and ">" not in form:
        return words_of(form)
    found: list[str] = []
    for part in form.split():
        bare = part.removeprefix(">")
        if "*" in bare:
            head, _, tail = bare.partition("*")
            words = [*words_of(head), ""]
            last = words.pop(-2) if len(words) > 1 else ""
            words[-1] = f"{last}*{tail}"
        else:
            words = list(words_of(bare))
        if part != bare:
            words[0] = ">" + words[0]
        found += words
    return tuple(found)


@cache
def ready(language: str) -> Ready:
    """Return a language's lexicon ready for reading. Made once for a process."""
    lexicon: dict[str, str] = import_module(f"pipeline.checks.polarity.lexicon.{language}").LEXICON
    draft = _Draft()
    for name, forms in lexicon.items():
        for form in forms.split("|"):
            draft.add(form, name.rstrip("?"), sure=not name.endswith("?"))
    stems: dict[str, list[tuple[str, str, Senses]]] = {}
    for (head, tail), meanings in sorted(draft.stems.items()):
        stems.setdefault(head[:2], []).append((head, tail, tuple(meanings.items())))
    return Ready(
        phrases=_phrases(draft.phrases, within=language in ("zh", "ja", "ar")),
        stems=stems,
        endings=tuple((ending, tuple(meanings.items())) for ending, meanings in draft.endings.items()),
        initial={word: tuple(meanings.items()) for word, meanings in draft.initial.items()},
        gapped=tuple(draft.gapped),
        clitics=_CLITICS if language == "ar" else (),
        known={},
        idle=set(),
    )


def _phrases(phrases: Iterable[tuple[str, tuple[str, bool]]], *, within: bool) -> ByNeed[BySecond[Phrase]]:
    """Sort phrases by their words; with `within`, those that hold a denial perhaps deny."""
    forms = by_first(phrases)
    meanings: _Meanings = ByNeed(forms, lambda word: _meanings(word, forms[word]), {})
    return ByNeed(forms, lambda word: _begun(meanings[word], meanings if within else None), {"": []})


def _meanings(word: str, forms: Iterable[tuple[str, tuple[str, bool]]]) -> dict[_Words, _Found]:
    """Return the senses of the phrases of one first word."""
    found: dict[_Words, _Found] = {}
    for form, (sense, sure) in forms:
        words = _words(form)
        if words[0] == word:  # A first word with an open end is none that a text has.
            found.setdefault(words, {}).setdefault(sense, sure)
    return found


def _begun(begun: dict[_Words, _Found], denials: _Meanings | None) -> BySecond[Phrase]:
    """Return phrases with one first word, ready for being found."""
    found: list[tuple[str, Phrase]] = []
    for words in sorted(begun, key=lambda words: (-len(words), -len("".join(words)))):
        denying = denials is not None and _denies(words, begun[words], denials)
        second = "" if len(words) == 1 or "*" in words[1] else words[1].removeprefix(">")
        found.append((second, (words, (*begun[words].items(), *((("not", False),) if denying else ())))))
    return by_second(found)


def _denies(words: _Words, found: _Found, denials: _Meanings) -> bool:
    """Whether a phrase of another sense holds a denial: 効果がない, 不常见, غير آمن."""
    return found.keys().isdisjoint(("not", "without", "plain", "must", "may", "exceptive")) and any(
        others.get("not") and words[start : start + len(denial)] == denial
        for start, word in enumerate(words)
        for denial, others in denials[word].items()
    )


def _taken(norms: list[str], at: int, words: _Words) -> int:
    """Return how many tokens the phrase `words` takes at `at`, behind its first; −1 if it is not there."""
    taken = 0
    for place, word in enumerate(words[1:], at + 1):
        if place >= len(norms):
            return -1
        wanted = word.removeprefix(">")
        head, star, tail = wanted.partition("*")
        here = norms[place]
        if not (
            len(here) >= len(head) + len(tail) and here.startswith(head) and here.endswith(tail)
            if star and (head or tail)
            else here == wanted
        ):
            return -1
        taken += word == wanted
    return taken


def match(norms: list[str], at: int, forms: Ready) -> tuple[int, Senses]:
    """Return how many tokens the longest form at `at` takes, and its senses."""
    word = norms[at]
    for words, meanings in going_on(forms.phrases[word], norms, at):
        if len(words) == 1:
            return 1, _with_stems(word, dict(meanings), forms)
        if (taken := _taken(norms, at, words)) >= 0:
            return 1 + taken, meanings
    for clitic in forms.clitics:
        if len(word) - len(clitic) < 3 and clitic not in ("و", "ف"):
            continue  # Short words take no other clitic: كلا is no لا.
        if word.startswith(clitic) and len(word) > len(clitic) + 1:
            for words, meanings in going_on(forms.phrases[word[len(clitic) :]], norms, at):
                if (taken := _taken(norms, at, words)) >= 0:
                    return 1 + taken, meanings
            if meanings := _with_stems(word[len(clitic) :], {}, forms):
                return 1, meanings
    return 1, _with_stems(word, {}, forms)


def accusative(text: str, norms: list[str], at: int, forms: Ready) -> Senses:
    """Return what an Arabic word means without its final tanwīn: إلزاميًا is إلزامي."""
    bare = [norms[at].removesuffix("ا")]
    return match(bare, 0, forms)[1] if text.endswith(("ًا", "اً")) else ()


def _with_stems(word: str, found: _Found, forms: Ready) -> Senses:
    """Add the senses that a word's beginning or ending gives it; a plain beginning unsays shorter ones."""
    if "plain" in found:
        return ()
    for head, tail, meanings in forms.stems.get(word[:2], ()):
        if word.startswith(head) and word.endswith(tail) and len(word) >= len(head) + len(tail):
            if meanings[0][0] == "plain":
                found.clear()
                continue
            found |= {sense: sure for sense, sure in meanings if not found.get(sense)}
    for ending, meanings in forms.endings:
        if len(word) > len(ending) + 3 and word.endswith(ending):
            found |= {sense: sure for sense, sure in meanings if sense not in found}
    return tuple(found.items())


def openers(word: str, forms: Ready) -> frozenset[str] | None:
    """Return the words with which a phrase that begins with `word` may go on; None for any word."""
    starts = [word, *(word[len(clitic) :] for clitic in forms.clitics if word.startswith(clitic))]
    begun = [forms.phrases[start] for start in starts]
    if any(len(words) > 1 for seconds in begun for words, _ in seconds[""]):
        return None
    return frozenset().union(*begun) - {""}
