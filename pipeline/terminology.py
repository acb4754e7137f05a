"""What a glossary lacks and what another has: missing translations, frequent words, imported terms."""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.glossary import Glossary, Term
from pipeline.inflection import Index, stem
from pipeline.model import Finding, LocaleTag, Severity
from pipeline.protect import asides, parse, plain

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ENGLISH = LocaleTag("en")
_LONGEST = 4
"""Words of a suggestion at most."""
_COMMON = frozenset(
    "a about above after all also although an and any are as at be because been before being below "
    "between both but by can cannot could did do does during each either else etc every few for from "
    "further get give go had has have here how however if in include including into is it its just keep "
    "last leave less let like made make many may might more most much must need never no nor not now of "
    "often on once one only or other our out over own per put read same say says see several shall "
    "should show shows since so some still such take than that the their them then there these they "
    "thing this those three through to too two under until up upon us use used using usually very was "
    "way we well were what when where whether which while who why will with within without word words "
    "would write yet you your".split()
)
"""English words that begin or end no term."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestion:
    """Words that come up often and are in no term of the glossary."""

    words: str
    """In lower case, unless they are an acronym."""
    count: int
    example: str
    """A message that has them, plain."""


def lacking(glossary: Glossary, locales: Sequence[LocaleTag], file: str) -> Iterator[Finding]:
    """Yield a warning for each term that has no translation in some of the locales."""
    for term in glossary.terms:
        missing = [tag for tag in locales if term.target(tag) is None]
        if missing:
            yield Finding(
                id="glossary.lacking",
                severity=Severity.WARNING,
                file=file,
                line=term.line,
                reason=f"“{term.term}” has no translation in {', '.join(missing)}",
                hint="fill in the columns, or say do_not_translate",
            )


def unused(glossary: Glossary, messages: Iterable[str], locale: LocaleTag, file: str) -> Iterator[Finding]:
    """Yield a remark for each term that stands in no message, in whatever inflection."""
    index = Index((term.term for term in glossary.terms), locale)
    texts = (text for message in messages for text in _texts(message))
    used = {place for text in texts for place, _ in index.find(text)}
    for place, term in enumerate(glossary.terms):
        if place not in used:
            yield Finding(
                id="glossary.unused",
                severity=Severity.INFO,
                file=file,
                line=term.line,
                reason=f"“{term.term}” stands in no article",
                hint="keep it if articles to come need it",
            )


def _texts(message: str) -> tuple[str, ...]:
    """Return all that is to be translated of a message, plain: its sentence, alt texts and titles."""
    inline = parse(message)
    return (plain(inline.nodes), *asides(inline))


@dataclass(frozen=True, kw_only=True, slots=True)
class Merged:
    """A glossary that took in another one's terms."""

    glossary: Glossary
    added: int
    """Terms that were new."""
    filled: int
    """Translations that known terms lacked."""
    findings: tuple[Finding, ...]
    """A warning for each translation that differs; the glossary's own stays."""


def merged(own: Glossary, other: Glossary, file: str) -> Merged:
    """Take the terms of `other`, read from `file`, into a glossary, of which only what is empty changes."""
    terms = {_name(term): term for term in own.terms}
    added = filled = 0
    findings: list[Finding] = []
    for term in other.terms:
        known = terms.get(_name(term))
        if known is None:
            terms[_name(term)] = dataclasses.replace(term, line=0)
            added += 1
            continue
        new = {tag: target for tag, target in term.targets.items() if tag not in known.targets}
        filled += len(new)
        terms[_name(term)] = dataclasses.replace(known, targets={**known.targets, **new})
        findings += _differing(known, term, file)
    return Merged(
        glossary=Glossary(terms=tuple(terms.values())), added=added, filled=filled, findings=tuple(findings)
    )


def _name(term: Term) -> str:
    return term.term if term.case_sensitive else term.term.casefold()


def _differing(known: Term, other: Term, file: str) -> Iterator[Finding]:
    for tag, target in other.targets.items():
        own = known.targets.get(tag)
        if own and own.text != target.text:
            yield Finding(
                id="glossary.differs",
                severity=Severity.WARNING,
                file=file,
                line=other.line or None,
                reason=f"“{known.term}” is “{target.text}” in {tag} there, and “{own.text}” here",
                hint="change it in the glossary if the other one is right",
            )


def suggest(
    messages: Iterable[str], glossary: Glossary, *, least: int = 3, locale: LocaleTag = _ENGLISH
) -> tuple[Suggestion, ...]:
    """Suggest terms: groups of one to four words that occur at least `least` times, most frequent first.

    A group does not cross punctuation or a known term, nor begin or end with a common word. One that
    only occurs within a longer suggestion is left out. Inflections of a group are counted together, under
    the most frequent one.
    """
    forms: dict[tuple[str, ...], Counter[str]] = {}
    examples: dict[str, str] = {}
    index = Index((term.term for term in glossary.terms), locale)
    for message in messages:
        text = plain(parse(message).nodes)
        for group in _groups(_unknown(text, index)):
            forms.setdefault(tuple(stem(word, locale) for word in group.split()), Counter())[group] += 1
            examples.setdefault(group, text)
    counts = {some.most_common(1)[0][0]: some.total() for some in forms.values()}
    kept = {group: count for group, count in counts.items() if count >= least}
    found = [
        Suggestion(words=group, count=count, example=examples[group])
        for group, count in kept.items()
        if not any(
            other != group and count == number and f" {group} " in f" {other} "
            for other, number in kept.items()
        )
    ]
    return tuple(sorted(found, key=lambda each: (-each.count, -len(each.words), each.words)))


def _unknown(text: str, known: Index) -> list[str]:
    """The stretches of a text between known terms, in whatever inflection."""
    stretches, at = [], 0
    for _, span in known.find(text):
        stretches.append(text[at : span.start])
        at = span.end
    return [*stretches, text[at:]]


def _groups(stretches: Iterable[str]) -> Iterator[str]:
    for stretch in stretches:
        for phrase in re.split(r"[^\w\s'’-]+|\d+", stretch):
            words = [word if word.isupper() else word.lower() for word in _WORD.findall(phrase)]
            for start in range(len(words)):
                for end in range(start + 1, min(start + _LONGEST, len(words)) + 1):
                    if _may_stand(words[start]) and _may_stand(words[end - 1]):
                        yield " ".join(words[start:end])


def _may_stand(word: str) -> bool:
    return (len(word) > 2 and word not in _COMMON) or (word.isupper() and len(word) > 1)
