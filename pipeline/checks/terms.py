"""Terms: the glossary's translations, names that stay, and acronyms that a reader was told."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipeline.checks.base import Bitext, Hit, Pair, Term
from pipeline.checks.inline import Inline
from pipeline.checks.typography import language
from pipeline.model import Kind, MessageKey, Span

_ACRONYM = re.compile(r"(?<![\w-])[A-ZÀ-Þ]{2,}[0-9]*(?![\w-])")
_ARABIC_PREFIX = "(?:[وفبلك]{0,2}(?:ال|لل)?)"
_ENDING = {"de": 2, "es": 2, "fr": 2, "it": 1, "pt": 2}
"""How many letters of a word its inflection may change, by language."""


@lru_cache(maxsize=2048)
def _source_pattern(term: str, case_sensitive: bool) -> re.Pattern[str]:
    """Return what finds a term in the source: whole words, a plural `s` allowed."""
    words = r"[\s\u00a0-]+".join(re.escape(word) for word in term.split())
    return re.compile(rf"(?<!\w){words}(?:s|es)?(?!\w)", 0 if case_sensitive else re.IGNORECASE)


@lru_cache(maxsize=2048)
def _target_pattern(text: str, tag: str) -> re.Pattern[str]:
    """Return what finds a term's translation with its inflections."""
    cut = _ENDING.get(tag, 0)
    words = []
    for word in re.split(r"[\s\u00a0-]+", text):
        stem = word[: max(min(len(word), 4), len(word) - cut)]
        if tag == "ar":
            # The article and particles are written together with the word, and ة becomes ت.
            words.append(_ARABIC_PREFIX + re.escape(re.sub("^ال|[ةهيى]$", "", word)) + r"\w*")
        elif tag in ("zh", "ja"):
            words.append(re.escape(word))
        else:
            words.append(re.escape(stem) + r"\w*")
    before = "" if tag in ("zh", "ja", "de") else r"(?<!\w)"
    between = r"[\s\u00a0-]*" if tag in ("zh", "ja") else r"[\s\u00a0-]+(?:\w+[\s\u00a0]+){0,2}"
    return re.compile(before + between.join(words), re.IGNORECASE)


@lru_cache(maxsize=64)
def _chosen(terms: tuple[Term, ...]) -> tuple[tuple[str, bool, bool, tuple[str, ...]], ...]:
    """Gather the accepted translations of each term, longest terms first."""
    gathered: dict[str, tuple[bool, bool, list[str]]] = {}
    for term in terms:
        _, _, accepted = gathered.setdefault(term.source, (term.case_sensitive, term.do_not_translate, []))
        accepted += [text for text in (term.target, *term.alternatives) if text]
    longest = sorted(gathered.items(), key=lambda item: -len(item[0]))
    return tuple((source, *rest[:2], tuple(rest[2])) for source, rest in longest)


@lru_cache(maxsize=64)
def _any_term(terms: tuple[Term, ...]) -> re.Pattern[str] | None:
    """Return a cheap test for whether any term may stand in a text at all."""
    sources = sorted({term.source for term in terms}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, sources)), re.IGNORECASE) if sources else None


def _occurring(pair: Pair) -> Iterator[tuple[str, bool, tuple[str, ...], Span]]:
    """Yield the glossary's terms in the source: term, whether a name, translations, first place."""
    terms, text = pair.context.glossary, pair.source_inline.text
    cheap = _any_term(terms)
    if cheap is None or not cheap.search(text.replace("\u00a0", " ")):
        return
    taken: list[tuple[int, int]] = []
    for source, case_sensitive, name, accepted in _chosen(terms):
        free = [
            match.span()
            for match in _source_pattern(source, case_sensitive).finditer(text)
            if not any(start < match.end() and match.start() < end for start, end in taken)
        ]
        taken += free
        if free:
            yield source, name, accepted, pair.source_inline.span(*free[0])


def glossary(pair: Pair) -> Iterator[Hit]:
    """A term of the glossary is translated as the glossary says, in any inflection."""
    if pair.kind is Kind.SLUG:
        return
    tag, text = language(pair.target_locale), pair.target_inline.text
    for source, name, accepted, span in _occurring(pair):
        if name or not accepted:
            continue
        if not any(_target_pattern(translation, tag).search(text) for translation in accepted):
            shown = " or ".join(f"“{translation}”" for translation in accepted)
            yield Hit(reason=f"“{source}” is {shown} in the glossary", source=(span,))


def names(pair: Pair) -> Iterator[Hit]:
    """A name that is not translated stands in the translation as often, letter for letter."""
    if pair.kind is Kind.SLUG:
        return
    wanted = [term.source for term in pair.context.glossary if term.do_not_translate]
    for name in dict.fromkeys([*wanted, *sorted(pair.context.do_not_translate)]):
        source, target = pair.source_inline.text, pair.target_inline
        there = source.count(name)
        here = target.text.count(name)
        slips = list(_misspelt(name, target)) if there else []
        if there and (here < there) and (slips or here == 0):
            yield Hit(reason=f"“{name}” is missing or misspelt", target=tuple(slips))
        elif slips:
            yield Hit(reason=f"“{name}” is misspelt", target=tuple(slips))


def _misspelt(name: str, target: Inline) -> Iterator[Span]:
    """Find words that are all but the name: another case, or one letter off."""
    for match in re.finditer(r"[A-Za-zÀ-ɏ][\w-]*", target.text):
        word = match.group()
        if word == name or abs(len(word) - len(name)) > 1 or len(name) < 4:
            continue
        if word.lower() == name.lower() or (word[0].lower() == name[0].lower() and _one_off(word, name)):
            yield target.span(*match.span())


def _one_off(word: str, name: str) -> bool:
    """Whether one letter was changed, dropped, added or exchanged with its neighbour."""
    if len(word) == len(name):
        differing = [
            place for place, (here, there) in enumerate(zip(word, name, strict=True)) if here != there
        ]
        swapped = len(differing) == 2 and differing[1] == differing[0] + 1
        return len(differing) == 1 or (
            swapped and word[differing[0]] == name[differing[1]] and word[differing[1]] == name[differing[0]]
        )
    longer, shorter = (word, name) if len(word) > len(name) else (name, word)
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))


def consistency(bitext: Bitext) -> Iterator[tuple[MessageKey, Hit]]:
    """One translation for one term across an article, even where the glossary accepts several."""
    uses: dict[str, Counter[str]] = {}
    places: dict[tuple[str, str], MessageKey] = {}
    for pair in bitext.pairs:
        tag = language(pair.target_locale)
        for source, _, accepted, _ in _occurring(pair) if pair.target else ():
            for translation in accepted if len(accepted) > 1 else ():
                if _target_pattern(translation, tag).search(pair.target_inline.text):
                    uses.setdefault(source, Counter())[translation] += 1
                    places.setdefault((source, translation), pair.key)
    for source, counts in uses.items():
        usual = counts.most_common(1)[0][0]
        for translation in counts:
            if translation != usual:
                reason = f"“{source}” is “{usual}” elsewhere in the article, “{translation}” here"
                yield places[source, translation], Hit(reason=reason)


def acronyms(bitext: Bitext) -> Iterator[tuple[MessageKey, Hit]]:
    """An acronym of the translation is explained, in brackets, where it first stands or before."""
    known = {
        term.source for pair in bitext.pairs[:1] for term in pair.context.glossary if term.do_not_translate
    }
    in_source = {word for pair in bitext.pairs for word in _ACRONYM.findall(pair.source_inline.text)}
    explained: set[str] = set()
    for pair in bitext.pairs:
        text = pair.target_inline.text
        explained.update(_explained(text))
        for match in _ACRONYM.finditer(text):
            word = match.group()
            if word not in explained and word not in known and word not in in_source:
                explained.add(word)
                yield (
                    pair.key,
                    Hit(
                        reason=f"“{word}” was not introduced",
                        target=(pair.target_inline.span(*match.span()),),
                    ),
                )


def _explained(text: str) -> Sequence[str]:
    """Return acronyms beside or within brackets."""
    return [
        match.group()
        for match in _ACRONYM.finditer(text)
        if re.match(r"\s*[(（]", text[match.end() :]) or re.search(r"[(（][^()（）]*$", text[: match.start()])
    ]
