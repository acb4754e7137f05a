"""Parts: as many sentences, and as many members of a list, as the source has."""

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.checks.base import Hit, Pair
from pipeline.checks.typography import CLOSERS, language
from pipeline.model import Kind, Severity

_SENTENCE = re.compile(r"[.!?؟।。！？]+(?:(?<=[。！？])|[\"'”’»)]*(?=\s+[\"'“‘«„(¿¡]*[^\W\da-zà-öø-ÿ_]))")
ABBREVIATION = re.compile(
    r"\b(?:etc|e\.g|i\.e|Dr|Mr|Ms|Prof|vs|approx|ca|z\. ?B|bzw|usw|Nr|No|p\. ?ej|Sr|Sra|cf|ecc)\.$"
)
"""Ends with a stop that ends no sentence."""
_SMALL = re.compile(r"[.!?][\"'”’»)]*\s+(?=[a-zà-öø-ÿ])(\w+)")
_AND = {
    "en": "and or nor",
    "es": "y e o u ni",
    "fr": "et ou ni",
    "it": "e ed o od né",
    "pt": "e ou nem",
    "de": "und oder sowie noch",
    "nl": "en of",
    "ca": "i o ni",
    "gl": "e ou nin",
}
"""What joins the last two members of a list, in languages that space their words."""
_JAPANESE_COMMA = "(?:(?<![はばにてがもら])[、，,・])"
"""A comma behind a particle ends a clause, and no member of a list."""
_JOINTS = {
    "ar": "[،,]|(?<![^\\W\\d_])و|أو|أم",
    "zh": "[、，,]|[和或及与跟]|以及",
    "ja": f"{_JAPANESE_COMMA}?(?:または|および|及び|又は|ならびに|並びに|あるいは)|[やとか]"
    f"|{_JAPANESE_COMMA}",
}
"""The same with the commas, in the others; a letter too many only hides a loss."""
_LISTED = re.compile("、|，?(?:以及|[和或及与跟])")
"""The same of a Chinese text with 、, whose other commas end clauses."""
_LAST = re.compile("、[^、，。；：]*(?:以及|[和或及与跟])[^、，。；：]*(?:[，。；：]|$)")
"""The last two members of such a list."""
_CLAUSAL = {"de": "wenn|dass|weil|ob|um|bevor|nachdem|sobald|falls|damit|sodass|während|sondern|aber"}
"""Words before which a comma ends no member of a list, but begins a clause."""
_NO_MEMBER = {
    "en": "never|not|but|if|when|which|who|then|so|while|after|before|although|because|as|such|including"
}
"""Words with which no member of a list begins."""
_MEMBER = r"[^\s,;:.!?()–—]+(?: [^\s,;:.!?()–—]+){0,2}"


@lru_cache(maxsize=4096)
def sentence_count(text: str) -> int:
    """Count the sentences of a text, roughly: ends that something capital follows."""
    ends = [
        match.end()
        for match in _SENTENCE.finditer(text)
        if not ABBREVIATION.search(text, max(0, match.end() - 8), match.end())
    ]
    return len(ends) + (0 if ends and not text[ends[-1] :].strip(CLOSERS + "\n") else 1)


def sentences(pair: Pair) -> Iterator[Hit]:
    """As many sentences as the source, more or less: a lost one is half a translation."""
    wanted, text = sentence_count(pair.source_inline.text), pair.target_inline.text
    found = sentence_count(text) if wanted > 1 else 1
    if found >= wanted:
        return
    small = [match for match in _SMALL.finditer(text) if not ABBREVIATION.search(text[: match.start() + 1])]
    if found + len(small) >= wanted:
        span = pair.target_inline.span(*small[0].span(1))
        hint = "begin it with a capital letter"
        yield Hit(reason="a sentence begins with a small letter", hint=hint, target=(span,))
    else:
        severity = Severity.WARNING if wanted - found > 1 else Severity.INFO
        yield Hit(reason=f"the source has {wanted} sentences, the translation {found}", severity=severity)


def enumerated(pair: Pair) -> Iterator[Hit]:
    """A list inside a sentence keeps its members: between semicolons, or between commas and an “and”."""
    text, wanted = pair.target_inline.text, pair.source_inline.text.count(";")
    found = sum(map(text.count, ";；؛"))
    divided = text.rstrip(f".。 {CLOSERS}")
    if wanted >= 2 and found < wanted and sum(map(divided.count, ";；؛.。、，،")) < wanted:
        yield Hit(
            reason=f"the source has {wanted + 1} parts divided by semicolons, the translation {found + 1}"
        )
        return
    tag = language(pair.target_locale)
    joints = _LISTED if tag == "zh" and "、" in text else _joints(tag)
    if joints is None or pair.source.count(",") < 2 or pair.kind is Kind.SLUG:
        return
    lists, members = _lists(pair.source_inline.text, language(pair.source_locale))
    found = len(joints.findall(text)) if lists else 0
    spans = tuple(pair.source_inline.span(*place) for place in lists)
    if lists and found < members:
        reason = f"a list of {members + len(lists)} in the source has {found + len(lists)} members here"
        yield Hit(reason=reason, source=spans)
    elif (
        len(lists) == 1
        # A comma before the list may make a member of what leads to it: “symptoms, such as …”.
        and (own := _joints(language(pair.source_locale)))
        and found > len(own.findall(pair.source_inline.text))
        and (more := _longer(text, language(pair.target_locale), members))
    ):
        reason = f"a list of {members + 1} in the source has {more + 1} members here"
        yield Hit(reason=reason, source=spans)


def _longer(text: str, tag: str, members: int) -> int:
    """Count the joints of a translation's only list where they are more than `members`; else return 0."""
    if tag == "zh":
        found = text.count("、") + bool(_LAST.search(text))
        return found if found > members else 0
    series, joints = _series(tag), _joints(tag)
    lists = list(series.finditer(text)) if series else []
    found = len(joints.findall(lists[0].group())) if joints and len(lists) == 1 else 0
    return found if found > members else 0


@lru_cache(maxsize=4096)
def _lists(text: str, tag: str) -> tuple[tuple[tuple[int, int], ...], int]:
    """Return where a source text has lists of short members, and how many joints they have in all."""
    series, joints = _series(tag), _joints(tag)
    lists = list(series.finditer(text)) if series else []
    members = sum(len(joints.findall(match.group())) for match in lists) if joints else 0
    return tuple(match.span() for match in lists), members


@lru_cache
def _series(tag: str) -> re.Pattern[str] | None:
    """Return what finds a list of short members in a source text."""
    if tag not in _AND:
        return None
    words = _AND[tag].replace(" ", "|")
    member = rf"(?!(?:{_NO_MEMBER.get(tag, '-')})\b){_MEMBER}".replace("(?: ", rf"(?: (?!(?:{words})\b)")
    # Without a comma before the “and”, three may be a clause and two: “If it hurts, rest and wait”.
    return re.compile(
        rf"(?<!\w){_MEMBER}(?:(?:, {member}){{2,40}},?|, {member},) (?:{words}) (?={_MEMBER})", re.IGNORECASE
    )


@lru_cache
def _joints(tag: str) -> re.Pattern[str] | None:
    """Return what finds commas and “and” in a text."""
    if tag in _JOINTS:
        return re.compile(_JOINTS[tag])
    words = _AND[tag].replace(" ", "|") if tag in _AND else ""
    clause = rf"(?![ \u00a0](?:{_CLAUSAL.get(tag, '-')})\b)"
    joints = rf"(?:,[ \u00a0]*)?(?<!\w)(?:{words})(?!\w)|,(?!\d){clause}"
    return re.compile(joints, re.IGNORECASE) if words else None
