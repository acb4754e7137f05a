"""Terms: the glossary's translations, names that stay, and acronyms that a reader was told."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from pipeline.checks.base import WORD, Bitext, Context, Hit, Pair, is_plain
from pipeline.checks.inline import Inline, read
from pipeline.inflection import occurrences, stem
from pipeline.model import Kind, Locale, LocaleTag, Message, MessageKey, Span

_ACRONYM = re.compile(r"(?<![\w-])[A-ZÀ-Þ]{2,}[0-9]*(?![\w-])")
_GAP = r"[\s\u00a0-]+"
_REGISTERED_SIGN = re.compile("[®™℠]")
_REGISTERED = re.compile(r"([^\W\d_][\w-]*)[ \u00a0]?[®™℠]")
_ARABIC_PREFIX = "(?:[وفبلك]{0,2}(?:ال|لل)?)"
_ARABIC_WORD = re.compile(r"[\u0620-\u064a\u066e-\u06d3]+")
_ARABIC_WEAK = re.compile("^[وفبك]?ال|^لل|(?:ات|ين|ون|ان)$|[اوىيءئؤأإآةـ]")
"""The article, endings, and letters that come and go: a broken plural keeps the others (مريض, مرضى)."""
_ACCENTS = dict.fromkeys((0x300, 0x301, 0x302))
"""Grave, acute and circumflex."""
_ENDING = {"de": 2, "es": 2, "fr": 2, "it": 1, "pt": 2}
"""How many letters of a word its inflection may change, by language."""
_BETWEEN = 2
"""How many words may stand between those of a term: “daño grave de los nervios”."""


@lru_cache(maxsize=2048)
def _target_pattern(text: str, tag: str) -> re.Pattern[str]:
    """Return what finds a term's translation with its inflections, by the beginnings of its words."""
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
    between = r"[\s\u00a0-]*" if tag in ("zh", "ja") else rf"[\s\u00a0-]+(?:\w+[\s\u00a0]+){{0,{_BETWEEN}}}"
    return re.compile(before + between.join(words), re.IGNORECASE)


def _stands(translation: str, text: str, tag: LocaleTag) -> bool:
    """Whether a term's translation stands in a text, in any inflection."""
    name = tag.partition("_")[0]
    if _target_pattern(translation, name).search(text):
        return True
    if name == "ar":
        here = {_skeleton(word) for word in _ARABIC_WORD.findall(text)}
        return all(_skeleton(word) in here for word in _ARABIC_WORD.findall(translation))
    if any(occurrences(translation, text, tag, between=_BETWEEN)):
        return True
    # Accents move with the stress: imagen, imágenes; reacción, reacciones.
    bare = _unaccented(translation), _unaccented(text)
    return bare != (translation, text) and bool(_target_pattern(bare[0], name).search(bare[1]))


def _unaccented(text: str) -> str:
    return unicodedata.normalize("NFD", text).translate(_ACCENTS)


def _skeleton(word: str) -> str:
    """Return the consonants of an Arabic word; the word itself where too few are left to tell it."""
    bare = _ARABIC_WEAK.sub("", word)
    return bare if len(bare) > 2 else word


def _noun_forms(word: str) -> str:
    """Return a pattern of an English noun and its plural; a plural that a glossary lists is only itself."""
    if re.search("(?i)[^aeiou]y$", word):
        return re.escape(word[:-1]) + "(?:y|ies)"
    return rf"{re.escape(word)}(?:s|es)?"


class _Entry(NamedTuple):
    """A term as it is looked for."""

    source: str
    name: bool
    accepted: tuple[str, ...]
    pattern: re.Pattern[str]
    """Finds it in English, in singular and plural: a stem would find verbs and adjectives, too."""
    exact: bool
    """Whether the pattern finds it; else its stems do."""

    def places(self, text: str, tag: LocaleTag) -> Iterator[tuple[int, int]]:
        """Yield where it stands in a text of the source."""
        if self.exact:
            yield from (match.span() for match in self.pattern.finditer(text))
        else:
            yield from ((span.start, span.end) for span in occurrences(self.source, text, tag))


class _Ready(NamedTuple):
    """A context's terms, ready for reading. Made once for an edition."""

    entries: dict[str, tuple[_Entry, ...]]
    """By the stem of their first word."""
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
def _made(same: _Same, tag: LocaleTag) -> _Ready:
    context = same.context
    gathered: dict[str, _Entry] = {}
    for term in context.glossary:
        key = term.source if term.case_sensitive else term.source.lower()
        known = gathered.get(key)
        accepted = (*(known.accepted if known else ()), *filter(None, (term.target, *term.alternatives)))
        gathered[key] = _Entry(
            source=term.source,
            name=term.do_not_translate,
            accepted=tuple(dict.fromkeys(accepted)),
            pattern=_source_pattern(term.source, term.case_sensitive),
            exact=term.case_sensitive or tag.partition("_")[0] == "en",
        )
    entries: dict[str, list[_Entry]] = {}
    for entry in gathered.values():
        entries.setdefault(_first_stem(entry.source, tag), []).append(entry)
    names = dict.fromkeys([term.source for term in context.glossary if term.do_not_translate])
    names |= dict.fromkeys(sorted(context.do_not_translate))
    words = re.findall(r"[^\W\d_]+", " ".join([*names, *(term.target for term in context.glossary)]).lower())
    return _Ready({key: tuple(some) for key, some in entries.items()}, tuple(names), frozenset(words))


def _source_pattern(source: str, case_sensitive: bool) -> re.Pattern[str]:
    *before, last = source.split()
    words = [*map(re.escape, before), _noun_forms(last)]
    return re.compile(rf"(?<!\w){_GAP.join(words)}(?!\w)", 0 if case_sensitive else re.IGNORECASE)


def _first_stem(source: str, tag: LocaleTag) -> str:
    first = WORD.search(source.lower())
    return stem(first.group(), tag) if first else ""


def ready(pair: Pair) -> _Ready:
    """Return the terms of a pair's context, ready for reading."""
    return _made(_Same(pair.context), pair.source_locale.tag)


@lru_cache(maxsize=4096)
def _stems(words: tuple[str, ...], tag: LocaleTag) -> frozenset[str]:
    """Return the stems of a source's words, once for all its translations."""
    return frozenset({"", *map(stem, words, repeat(tag))})


def _occurring(pair: Pair) -> Iterator[tuple[_Entry, Span]]:
    """Yield the glossary's terms in the source, each once, with its first place; longer ones win."""
    tag, text, entries = pair.source_locale.tag, pair.source_inline.text, ready(pair).entries
    keys = _stems(pair.source_words, tag)
    found = [
        (start, -end, text[start:end] != entry.source, entry)
        for key in keys & entries.keys()
        for entry in entries[key]
        for start, end in entry.places(text, tag)
    ]
    last, seen = 0, set()
    for start, minus_end, _, entry in sorted(found, key=lambda each: each[:3]):
        if start >= last:
            last = -minus_end
            if entry.source not in seen:
                seen.add(entry.source)
                yield entry, pair.source_inline.span(start, last)


def glossary(pair: Pair) -> Iterator[Hit]:
    """A term of the glossary is translated as the glossary says, in any inflection."""
    if pair.kind is Kind.SLUG:
        return
    text = pair.target_inline.text
    for entry, span in _occurring(pair):
        if entry.name or not entry.accepted:
            continue
        if not any(_stands(translation, text, pair.target_locale.tag) for translation in entry.accepted):
            shown = " or ".join(f"“{translation}”" for translation in entry.accepted)
            yield Hit(reason=f"“{entry.source}” is {shown} in the glossary", source=(span,))


def names(pair: Pair) -> Iterator[Hit]:
    """A name that is not translated stands in the translation as often, letter for letter.

    Names are those of the glossary, and whatever stands before ® or ™: drugs and devices.
    """
    if pair.kind is Kind.SLUG:
        return
    source, target = pair.source_inline.text, pair.target_inline
    registered = _REGISTERED.findall(source) if _REGISTERED_SIGN.search(source) else ()
    for name in dict.fromkeys((*ready(pair).names, *registered)):
        there = source.count(name)
        here = target.text.count(name)
        slips = list(_misspelt(name, target)) if there else []
        if there and (here < there) and (slips or here == 0):
            yield Hit(reason=f"“{name}” is missing or misspelt", target=tuple(slips))
        elif slips:
            yield Hit(reason=f"“{name}” is misspelt", target=tuple(slips))


_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9_-]*")
"""A word with Latin letters: Chinese and Japanese put others right beside it."""


def _misspelt(name: str, target: Inline) -> Iterator[Span]:
    """Find words that are all but the name: another case, or one letter off."""
    for match in _LATIN.finditer(target.text):
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


def designations(pair: Pair) -> Iterator[Hit]:
    """What is named by letters and digits together, a device's model or a vitamin, is named alike.

    Short ones may change their letters (B12 is ب12 in Arabic, HIV-1 is VIH-1 in French); longer ones may not.
    """
    source = pair.source_inline
    found = list(_DESIGNATION.finditer(source.text)) if _LETTER_AND_DIGIT.search(source.text) else []
    if not found or pair.kind is Kind.SLUG:
        return
    text = unicodedata.normalize("NFKC", pair.target_inline.text).translate(_LATIN_DIGITS)
    numbers = frozenset(re.findall(r"\d+", text))
    for match in found:
        name = match.group()
        digits = re.findall(r"\d+", name)
        loose = max(map(len, digits)) < 3 or match["letters"] in _CURRENCIES
        if name not in text and not (loose and numbers.issuperset(digits)):
            yield Hit(reason=f"“{name}” is missing or misspelt", source=(source.span(*match.span()),))


_LETTER_AND_DIGIT = re.compile(r"[A-Za-z]-?\d")
_DESIGNATION = re.compile(
    r"(?<![\w./-])(?=[A-Za-z-]*[A-Z])(?P<letters>[A-Za-z]+)(?:-[A-Za-z]+)*-?\d[A-Za-z0-9]*(?![\w-])"
)
_CURRENCIES = frozenset("AUD BRL CAD CHF CNY EUR GBP INR JPY MXN USD".split())
_LATIN_DIGITS = {start + digit: str(digit) for start in (0x660, 0x6F0, 0x966) for digit in range(10)}
"""Arabic, Persian and Devanagari digits; NFKC makes the others Latin."""


def consistency(bitext: Bitext) -> Iterator[tuple[MessageKey, Hit]]:
    """One translation for one term across an article, even where the glossary accepts several."""
    uses: dict[str, Counter[str]] = {}
    places: dict[tuple[str, str], MessageKey] = {}
    for pair in bitext.pairs:
        tag = pair.target_locale.tag
        for entry, _ in _occurring(pair) if pair.target else ():
            for translation in entry.accepted if len(entry.accepted) > 1 else ():
                if _stands(translation, pair.target_inline.text, tag):
                    uses.setdefault(entry.source, Counter())[translation] += 1
                    places.setdefault((entry.source, translation), pair.key)
    for source, counts in uses.items():
        usual = counts.most_common(1)[0][0]
        for translation in counts:
            if translation != usual:
                reason = f"“{source}” is “{usual}” elsewhere in the article, “{translation}” here"
                yield places[source, translation], Hit(reason=reason)


def acronyms(bitext: Bitext) -> Iterator[tuple[MessageKey, Hit]]:
    """An acronym of the translation is explained, in brackets, where it first stands or before.

    One that is the source's, or stands for one that the source does not explain either, is the
    author's matter.
    """
    explained, in_source = _given(pair.target_inline for pair in bitext.pairs if _defines(pair.kind)), set()
    told_in_source = _given(pair.source_inline for pair in bitext.pairs if _defines(pair.kind))
    origins = {
        accepted: term.source
        for pair in bitext.pairs[:1]
        for term in pair.context.glossary
        for accepted in (term.target, *term.alternatives)
    }
    for pair in bitext.pairs:
        in_source |= set(_ACRONYM.findall(pair.source_inline.text))
        told_in_source |= _explained(pair.source_inline.text)
        explained |= _explained(pair.target_inline.text)
        for match in _ACRONYM.finditer(pair.target_inline.text):
            word = match.group()
            origin = origins.get(word, "")
            theirs = word in in_source or (origin in in_source and origin not in told_in_source)
            if not theirs and word not in explained:
                explained.add(word)
                span = pair.target_inline.span(*match.span())
                yield pair.key, Hit(reason=f"“{word}” was not introduced", target=(span,))


def source_acronyms(messages: Sequence[Message], locale: Locale) -> Iterator[tuple[MessageKey, Hit]]:
    """An acronym of an article is explained where it first stands or before, or by an abbreviation."""
    del locale
    inlines = {message.key: read(message.msgid, not is_plain(message.kind)) for message in messages}
    explained = _COMMON | _given(inlines[message.key] for message in messages if _defines(message.kind))
    for message in messages:
        inline = inlines[message.key]
        explained |= _explained(inline.text)
        for match in _ACRONYM.finditer(inline.text) if message.kind not in _UNREAD else ():
            # With a digit it is a name, as CD4.
            if match.group() not in explained and match.group().isalpha():
                explained |= {match.group()}
                span = inline.span(*match.span())
                yield message.key, Hit(reason=f"“{match.group()}” was not introduced", source=(span,))


_COMMON = frozenset(
    "AIDS ASCII CSS DNA EU FDA GNU HIV HTML HTTP HTTPS IBM ID ISO PDF RNA TV UK UN URL US USA UTC WHO".split()
)
"""Acronyms that nobody has to be told."""
_UNREAD = frozenset({Kind.TITLE, Kind.SUBTITLE, Kind.DESCRIPTION, Kind.SLUG, Kind.FIELD, Kind.HEADING})
"""Where there is no room to explain one."""


def _defines(kind: Kind) -> bool:
    """Whether a message is an abbreviation's line, which becomes a tip on the page."""
    return kind is Kind.ABBREVIATION


def _given(inlines: Iterable[Inline]) -> set[str]:
    """Return the acronyms with which abbreviations begin."""
    return {match.group() for inline in inlines for match in [_ACRONYM.match(inline.text)] if match}


def _explained(text: str) -> set[str]:
    """Return acronyms beside or within brackets."""
    return {
        match.group()
        for match in _ACRONYM.finditer(text)
        if re.match(r"\s*[(（]", text[match.end() :]) or re.search(r"[(（][^()（）]*$", text[: match.start()])
    }
