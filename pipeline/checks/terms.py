"""Terms: the glossary's translations, names that stay, and acronyms that a reader was told."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.checks.base import Bitext, Context, Hit, Pair
from pipeline.checks.inline import Inline
from pipeline.checks.typography import language
from pipeline.model import Kind, MessageKey, Span

_ACRONYM = re.compile(r"(?<![\w-])[A-ZÀ-Þ]{2,}[0-9]*(?![\w-])")
_ARABIC_PREFIX = "(?:[وفبلك]{0,2}(?:ال|لل)?)"
_ENDING = {"de": 2, "es": 2, "fr": 2, "it": 1, "pt": 2}
"""How many letters of a word its inflection may change, by language."""


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


class _Entry(NamedTuple):
    """A term as it is looked for."""

    source: str
    case_sensitive: bool
    name: bool
    accepted: tuple[str, ...]


class _Ready(NamedTuple):
    """A context's terms, ready for reading. Made once for an edition."""

    pattern: re.Pattern[str] | None
    entries: dict[str, _Entry]
    """By the source in lower case."""
    names: tuple[str, ...]
    words: frozenset[str]
    """Lower-case words that may stand in any language: names, and the glossary's translations."""


class _Same:
    """A context as a key: equal to itself only, so that looking it up costs nothing."""

    __slots__ = ("context",)

    def __init__(self, context: Context) -> None:
        """Hold the context, so that its identity stays its own."""
        self.context = context

    def __hash__(self) -> int:
        return id(self.context)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.context is self.context


@lru_cache(maxsize=64)
def _made(same: _Same) -> _Ready:
    context = same.context
    gathered: dict[str, _Entry] = {}
    for term in context.glossary:
        key = term.source.lower()
        known = gathered.get(key)
        accepted = (*(known.accepted if known else ()), *filter(None, (term.target, *term.alternatives)))
        gathered[key] = _Entry(term.source, term.case_sensitive, term.do_not_translate, accepted)
    forms = [
        r"[\s\u00a0-]+".join(map(re.escape, source.split()))
        for source in sorted(gathered, key=len, reverse=True)
    ]
    names = dict.fromkeys([term.source for term in context.glossary if term.do_not_translate])
    names |= dict.fromkeys(sorted(context.do_not_translate))
    words = re.findall(r"[^\W\d_]+", " ".join([*names, *(term.target for term in context.glossary)]).lower())
    pattern = re.compile(rf"(?<!\w)({'|'.join(forms)})(?:s|es)?(?!\w)", re.IGNORECASE) if forms else None
    return _Ready(pattern, gathered, tuple(names), frozenset(words))


def ready(context: Context) -> _Ready:
    """Return the terms of a context, ready for reading."""
    return _made(_Same(context))


def _occurring(pair: Pair) -> Iterator[tuple[_Entry, Span]]:
    """Yield the glossary's terms in the source, each once, with its first place; longer ones win."""
    known = ready(pair.context)
    if known.pattern is None:
        return
    seen: set[str] = set()
    for match in known.pattern.finditer(pair.source_inline.text):
        key = re.sub(r"[\s\u00a0-]+", " ", match[1].lower())
        entry = known.entries.get(key) or known.entries.get(match[1].lower())
        if entry and key not in seen and (not entry.case_sensitive or match[1] == entry.source):
            seen.add(key)
            yield entry, pair.source_inline.span(*match.span())


def glossary(pair: Pair) -> Iterator[Hit]:
    """A term of the glossary is translated as the glossary says, in any inflection."""
    if pair.kind is Kind.SLUG:
        return
    tag, text = language(pair.target_locale), pair.target_inline.text
    for entry, span in _occurring(pair):
        if entry.name or not entry.accepted:
            continue
        if not any(_target_pattern(translation, tag).search(text) for translation in entry.accepted):
            shown = " or ".join(f"“{translation}”" for translation in entry.accepted)
            yield Hit(reason=f"“{entry.source}” is {shown} in the glossary", source=(span,))


def names(pair: Pair) -> Iterator[Hit]:
    """A name that is not translated stands in the translation as often, letter for letter."""
    if pair.kind is Kind.SLUG:
        return
    source, target = pair.source_inline.text, pair.target_inline
    for name in ready(pair.context).names:
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
        for entry, _ in _occurring(pair) if pair.target else ():
            for translation in entry.accepted if len(entry.accepted) > 1 else ():
                if _target_pattern(translation, tag).search(pair.target_inline.text):
                    uses.setdefault(entry.source, Counter())[translation] += 1
                    places.setdefault((entry.source, translation), pair.key)
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
