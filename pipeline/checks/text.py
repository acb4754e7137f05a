"""Text: translated at all, in the right language, whole, and set as the language sets it."""

import operator
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from pipeline.checks.base import PLAIN_KINDS, WORD, Hit, Pair
from pipeline.checks.inline import OBJECT
from pipeline.checks.parts import ABBREVIATION
from pipeline.checks.terms import ready
from pipeline.checks.typography import CLOSERS, ENDS, SIMPLIFIED, TRADITIONAL, WORDS, language, typography
from pipeline.model import Kind, Severity

_LATIN_RUN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]+(?:[ '’-][A-Za-zÀ-ÖØ-öø-ɏ]+)+")
_FUNCTION_WORDS = {tag: frozenset(words.split()) for tag, words in WORDS.items()}
_LANGUAGES_OF = {
    word: tuple(tag for tag, words in _FUNCTION_WORDS.items() if word in words)
    for word in frozenset().union(*_FUNCTION_WORDS.values())
}
_KANA_RANGE, _HAN_RANGE = "\u3041-\u30fa\u30fc", "\u3400-\u4dbf\u4e00-\u9fff"
_KANA = re.compile(f"[{_KANA_RANGE}]+")
_HAN = re.compile(f"[{_HAN_RANGE}]+")
_RANGES = {
    "Latn": "A-Za-zªºÀ-ÖØ-öø-ʯḀ-ỿ",
    "Arab": "\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff",
    "Hans": _HAN_RANGE,
    "Hant": _HAN_RANGE,
    "Jpan": _KANA_RANGE + _HAN_RANGE,
    "Cyrl": "\u0400-\u052f",
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Hebr": "\u05d0-\u05ea",
    "Deva": "\u0900-\u0963\u0971-\u097f",
    "Thai": "\u0e01-\u0e4e",
    "Kore": "\u1100-\u11ff\uac00-\ud7a3",
}
_OWN = {script: re.compile(f"[{letters}]+") for script, letters in _RANGES.items()}
_FOREIGN = {script: re.compile(f"[^\\W\\d_{letters}]+") for script, letters in _RANGES.items()}
_SLIPS = (re.compile(f"[{''.join(SIMPLIFIED)}]"), re.compile(f"[{''.join(TRADITIONAL)}]"))
"""Characters that are wrong in traditional and in simplified Chinese."""
_DOUBLED = re.compile(r"\b(\w{2,})[ \u00a0]+\1\b(?![’'-])", re.IGNORECASE)
_DOUBLED_IDEOGRAPH = re.compile("をを|がが|がは|はが|的的|了了|是是|和和|，，|、、|。。")
_DOUBLES = frozenset({"nous", "vous", "die", "der", "das", "sie", "que", "man", "bla", "ça", "piano", "via"})


def _prose(pair: Pair, text: str) -> list[str]:
    """Words that a translation would change: no acronyms, names or single letters."""
    names = ready(pair).words
    return [
        word
        for word in WORD.findall(text)
        if len(word) > 1 and not word[1:].isupper() and word.lower() not in names
    ]


def untranslated(pair: Pair) -> Iterator[Hit]:
    """The translation is the source, word for word."""
    source, target = pair.source_inline.text, pair.target_inline.text
    same = source.strip().casefold() == target.strip().casefold()
    if same and pair.kind is not Kind.SLUG and len(_prose(pair, source)) >= 2:
        yield Hit(reason="the translation is the same as the source")


def _letters(pattern: re.Pattern[str], text: str) -> int:
    return sum(map(len, pattern.findall(text)))


def _weight(runs: Iterable[str]) -> int:
    """Return how much runs of letters say, in Latin ones: a Han character or a kana is worth three."""
    return sum(len(run) * (3 if "\u3040" <= run[0] <= "\u9fff" else 1) for run in runs)


def _in_another_script(text: str, script: str) -> bool:
    """Whether two thirds of a text, and more than a name, are letters of other scripts than `script`."""
    foreign = _FOREIGN.get(script)
    if foreign is None or (script == "Latn" and text.isascii()):
        return False
    other = _weight(foreign.findall(text))
    return other >= 12 and other > 2 * _weight(_OWN[script].findall(text))


def told(words: Iterable[str]) -> Counter[str]:
    """Count how many of `words`, in lower case, are function words of each Latin-script language."""
    known = _LANGUAGES_OF.keys()
    return Counter(tag for word in words if word in known for tag in _LANGUAGES_OF[word])


def wrong_language(pair: Pair) -> Iterator[Hit]:
    """The translation is in another language or script than its locale says."""
    text = pair.target_inline.text
    if pair.kind is Kind.SLUG or pair.source_inline.text.strip() == text.strip():
        return
    tag, script = language(pair.target_locale), pair.target_locale.script
    # Names may stand in Latin letters everywhere.
    named = script != "Latn" and _OWN["Latn"].search(text) and len(_prose(pair, text)) < 3
    if not named and _in_another_script(text, script):
        yield Hit(reason=f"hardly any of it is in the script of {pair.target_locale.name}")
    elif tag == "zh":
        yield from _other_chinese(pair)
    elif tag == "ja" and not _KANA.search(text) and _letters(_HAN, text) > 11:
        yield Hit(reason="there is no kana in it: this may be Chinese")
    elif script == "Latn":
        yield from _other_latin(pair, tag)


def _other_chinese(pair: Pair) -> Iterator[Hit]:
    target = pair.target_inline
    kana = _letters(_KANA, target.text)
    slips = list(_SLIPS[pair.target_locale.script == "Hans"].finditer(target.text))
    if kana > 2 and kana * 4 > _letters(_HAN, target.text):
        yield Hit(reason="this is Japanese")
    elif slips:
        spans = tuple(target.span(*match.span()) for match in slips)
        yield Hit(reason=f"{slips[0].group()} belongs to the other Chinese script", target=spans)


def _other_latin(pair: Pair, tag: str) -> Iterator[Hit]:
    """Tell by the function words: of the source's language readily, of a third one if it is plain."""
    source, words = language(pair.source_locale), len(pair.target_words)
    if tag in _FUNCTION_WORDS:
        own = sum(map(_FUNCTION_WORDS[tag].__contains__, pair.target_words))
        if 2 * own >= sum(map(_LANGUAGES_OF.__contains__, pair.target_words)):
            return  # No other language can have more than twice as many.
    counts = told(pair.target_words)
    if tag not in _FUNCTION_WORDS:
        # Nothing is known of this language, but that its words are not the source's.
        if counts[source] >= 4 and counts[source] * 3 > words:
            yield Hit(reason=f"this reads like the language “{source}”")
        return
    best = max(_FUNCTION_WORDS, key=lambda other: (counts[other], other == tag))
    few = 2 if best == source and words > 7 and not counts[tag] else 3
    many = counts[best] >= few and (best == source or counts[best] * 4 >= words)
    if best != tag and many and counts[best] > 2 * counts[tag]:
        yield Hit(reason=f"this reads like the language “{best}”")


_set = lru_cache(maxsize=4096)(frozenset[str])
"""The words of a source, once for all its translations."""


def left_over(pair: Pair) -> Iterator[Hit]:
    """A stretch of the source that nobody translated stands in the translation."""
    source, target = pair.source_inline.text, pair.target_inline
    if source.strip() == target.text.strip() or pair.kind is Kind.SLUG:
        return
    same_script = pair.target_locale.script == pair.source_locale.script
    size = 4 if same_script else 2
    folded = source.lower()
    if (known := _set(pair.source_words)).isdisjoint(pair.target_words):
        return
    shared = list(map(known.__contains__, pair.target_words))
    if not any(map(operator.and_, shared, shared[1:]) if same_script else shared):
        return  # Most translations share no two neighbouring words with their source.
    names = ready(pair).words
    common = _FUNCTION_WORDS.get(language(pair.source_locale), frozenset())
    for run in _LATIN_RUN.finditer(target.text):
        words = list(re.finditer(r"[^\s-]+", run.group()))
        for index in range(len(words)):
            chosen = words[index : index + size]
            if len(chosen) < size:
                break
            start, end = run.start() + chosen[0].start(), run.start() + chosen[-1].end()
            stretch = target.text[start:end]
            if stretch.lower() not in folded:
                continue
            lower = [word.group() for word in chosen if word.group().islower() and word.group() not in names]
            if len(lower) == size or (same_script and any(word in common for word in lower)):
                yield Hit(
                    reason=f"“{stretch}” was left in the source's language", target=(target.span(start, end),)
                )
                return


def doubled(pair: Pair) -> Iterator[Hit]:
    """A word stands twice in a row."""
    target = pair.target_inline
    pattern = _DOUBLED_IDEOGRAPH if language(pair.target_locale) in ("zh", "ja") else _DOUBLED
    words = pair.target_words
    if pattern is _DOUBLED and not any(map(operator.eq, words, words[1:])):
        return
    for match in pattern.finditer(target.text):
        first, last = match.group().split()[0], match.group().split()[-1]
        if first != last and (first.isupper() or last.isupper()):
            continue  # “EM em”: an acronym and another word.
        word = first.lower()
        if word not in _DOUBLES and not word.isdigit() and match.group().lower() not in pair.source.lower():
            yield Hit(reason=f"“{word}” stands twice", target=(target.span(*match.span()),))


def length(pair: Pair) -> Iterator[Hit]:
    """Far shorter or longer than translations into this language are."""
    source, target = _measure(pair.source_inline.text), _measure(pair.target_inline.text)
    least, most = typography(pair.target_locale).length
    base_least, base_most = typography(pair.source_locale).length
    if language(pair.source_locale) != "en":
        least, most = least / base_most, most / base_least
    if pair.source == pair.target:
        return
    if source >= 30 and target and not least <= target / source <= most:
        word = "short" if target / source < least else "long"
        yield Hit(reason=f"very {word} for its source: {target} characters for {source}")


_VOWEL_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0670]")
"""Marks that a text may be written with or without."""


def _measure(text: str) -> int:
    return len(text) if text.isascii() else len(text) - len(_VOWEL_MARKS.findall(text))


_END_OF = {sign: name for name, signs in ENDS.items() for sign in signs}


def _end(text: str) -> str:
    """Return the class of punctuation that a text ends with; empty for none."""
    stripped = text.rstrip().rstrip(CLOSERS)
    return "ellipsis" if stripped.endswith("...") else _END_OF.get(stripped[-1:], "")


def end_punctuation(pair: Pair) -> Iterator[Hit]:
    """The translation ends as the source ends: stop, question, colon or nothing."""
    source, target = pair.source_inline.text, pair.target_inline.text
    if not target.strip() or pair.kind is Kind.SLUG:
        return
    wanted, found = _end(source), _end(target)
    if wanted == found or (wanted == "full stop" and not typography(pair.target_locale).stops):
        return
    free = {wanted, found} == {"full stop", ""}
    if free and (ABBREVIATION.search(source.strip()) or ABBREVIATION.search(target.strip())):
        return
    yield Hit(reason=f"the source ends with {_article(wanted)}, the translation with {_article(found)}")


def _article(name: str) -> str:
    if not name:
        return "no punctuation"
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def inverted_marks(pair: Pair) -> Iterator[Hit]:
    """Spanish opens what it closes: ¿…? and ¡…!."""
    if not typography(pair.target_locale).inverted:
        return
    text = pair.target_inline.text
    for opening, closing in ("¿?", "¡!"):
        if text.count(opening) < text.count(closing) - text.count("?" + closing) * (closing == "!"):
            yield Hit(reason=f"{closing} is not opened by {opening}")
        elif text.count(opening) > text.count(closing):
            yield Hit(reason=f"{opening} is not closed by {closing}")


@lru_cache
def _borrowed(wrong: str, script: str) -> re.Pattern[str]:
    """Return what finds the signs `wrong` where they touch letters of `script`."""
    own = "\u0620-\u06ff" if script in ("Arab", "Aran") else "\u3040-\u30ff\u3400-\u9fff"
    signs = re.escape(wrong)
    # A full stop of ours has a form of its own too, but stands in numbers, names and abbreviations.
    stop = f"|(?<=[{own}])[.](?![\\w.])" if script not in ("Arab", "Aran") else ""
    return re.compile(f"[{signs}](?:(?<=[{own}].)(?!\\S*[A-Za-z]{{3}})|(?=[ ]?[{own}])){stop}")


def punctuation_forms(pair: Pair) -> Iterator[Hit]:
    """Commas, semicolons and question marks in the form of the language's script."""
    wrong = typography(pair.target_locale).wrong
    if not wrong or (pair.kind in PLAIN_KINDS and pair.target.isascii()):
        return
    target = pair.target_inline
    for match in _borrowed(wrong, pair.target_locale.script).finditer(target.text):
        yield Hit(
            reason=f"“{match.group()}” has another form in this script", target=(target.span(*match.span()),)
        )


@lru_cache
def _spacing(signs: str) -> re.Pattern[str]:
    """Return what finds `signs` and « without a no-break space, with a plain one or none."""
    return re.compile(rf"(?<=[\w)»”%])([ ]?)[{signs}](?![\w/{OBJECT}])|«([ ]?)(?=\w)")


def spaced_signs(pair: Pair) -> Iterator[Hit]:
    """French puts a no-break space before ; : ! ? and inside « »."""
    signs = typography(pair.target_locale).spaced
    if not signs or pair.target_locale.tag == "fr_CA" or pair.kind is Kind.SLUG:
        return
    target = pair.target_inline
    for match in _spacing(signs).finditer(target.text):
        plain = (match[1] if match[1] is not None else match[2]) == " "
        yield Hit(
            reason=f"“{match.group().strip()}” needs a no-break space",
            severity=Severity.INFO if plain else None,
            target=(target.span(*match.span()),),
        )


_PAIRS = {")": "(", "]": "[", "}": "{", "）": "（", "」": "「", "』": "『", "】": "【", "》": "《"}


_BRACKET = re.compile(r"[()\[\]{}（）「」『』【】《》]")


def _unbalanced(text: str) -> str:
    """Return the first bracket of `text` without a partner; empty if all have one."""
    stack: list[str] = []
    brackets: list[str] = _BRACKET.findall(text)
    for character in brackets:
        if character in _PAIRS.values():
            stack.append("（" if character == "（" else character)
        elif character in _PAIRS:
            # An opening half-width bracket may be closed by a full-width one: another check's matter.
            partners = {_PAIRS[character], *("(（" if character in ")）" else "")}
            if not stack or stack.pop() not in partners:
                return character
    return stack[-1] if stack else ""


def brackets(pair: Pair) -> Iterator[Hit]:
    """Every bracket has its partner."""
    lonely = _unbalanced(pair.target_inline.text)
    if lonely and not _unbalanced(pair.source_inline.text):
        yield Hit(reason=f"“{lonely}” has no partner")


def capital(pair: Pair) -> Iterator[Hit]:
    """The translation begins with a capital where the source does."""
    source, target = pair.source_inline.text.lstrip(), pair.target_inline.text.lstrip("¿¡«“„\"'( ")
    if source[:1].isupper() and source[1:2].islower() and target[:1].islower() and pair.kind is not Kind.SLUG:
        first = target.split()[0]
        if first.lower() == first and first not in source:
            yield Hit(reason="the source begins with a capital letter")


_SPACES = re.compile(r"(?<=\S)[ \t\u00a0\u202f]{2,}(?=\S)|\t")
_SPACE_BEFORE = re.compile(r"(?<=\w) +(?=[,،、。](?:\s|$)|\.(?:\s+[^\W\d]|$))")
_SUSPECT_SPACE = re.compile(r"[ \u00a0\u202f][ \u00a0\u202f,،、。.]|\t")
"""Where one of the two may match: most texts have no such place."""


def whitespace(pair: Pair) -> Iterator[Hit]:
    """No doubled, leading, trailing or misplaced spaces."""
    target = pair.target_inline
    if pair.target[:1].isspace() or pair.target[-1:].isspace():
        yield Hit(reason="the translation begins or ends with a space")
    if not _SUSPECT_SPACE.search(target.text):
        return
    for match in _SPACES.finditer(target.text):
        yield Hit(reason="several spaces in a row", target=(target.span(*match.span()),))
    for match in _SPACE_BEFORE.finditer(target.text):
        yield Hit(reason="a space before the punctuation", target=(target.span(*match.span()),))


_DOTS = re.compile(r"…+|\.{3,}|。{3,}")


def _ellipses(text: str) -> int:
    return len(_DOTS.findall(text)) if "…" in text or "..." in text or "。。" in text else 0


def ellipsis(pair: Pair) -> Iterator[Hit]:
    """An ellipsis in the source is one in the translation."""
    wanted, found = _ellipses(pair.source_inline.text), _ellipses(pair.target_inline.text)
    if wanted != found:
        yield Hit(reason=f"the source has {wanted} ellipses, the translation {found}")
