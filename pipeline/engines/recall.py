"""Drafts from the translation memory, before any engine is asked."""

from collections.abc import Callable, Iterator, Sequence

from pipeline.engines.drafting import Draft, Request, parsed
from pipeline.glossary import Glossary
from pipeline.memory import THRESHOLD, Match, MatchKind, Memory, context_of
from pipeline.model import LocaleTag
from pipeline.protect import acceptable

ENGLISH = LocaleTag("en")


def recall(
    requests: Sequence[Request],
    memory: Memory,
    *,
    glossary: Glossary,
    threshold: float = THRESHOLD,
    source: LocaleTag = ENGLISH,
    context: Callable[[Request], str] = lambda request: context_of(request.article, request.msgctxt),
) -> Iterator[Draft | Request]:
    """Yield a draft for each request that the memory can answer, and the other requests as they are.

    Exact translations serve as they stand, of the whole text or of each of its sentences. A fuzzy one
    serves only where it was repaired: it must have the source's constructs and numbers, as every draft.
    """
    for request in requests:
        matches = memory.find(request.msgid, context=context(request), threshold=threshold, glossary=glossary)
        inline = parsed(request)
        match = next(
            (
                match
                for match in matches
                if (match.kind is not MatchKind.FUZZY or match.repaired) and acceptable(inline, match.text)
            ),
            None,
        )
        if match is not None and match.kind is not MatchKind.FUZZY:
            yield _draft(request, match)
            continue
        joined = memory.in_sentences(request.msgid, source)
        if joined is not None and acceptable(inline, joined):
            version = "exact match of each sentence"
            yield Draft(request=request, text=joined, engine="memory", version=version, rendering="memory")
        else:
            yield _draft(request, match) if match else request


def _draft(request: Request, match: Match) -> Draft:
    kinds = {MatchKind.CONTEXT: "exact match in context", MatchKind.EXACT: "exact match"}
    version = kinds.get(match.kind) or f"{match.score:.0f}% match, {', '.join(match.repaired)}"
    origin = f" from {match.segment.origin}" if match.segment.origin else ""
    return Draft(
        request=request, text=match.text, engine="memory", version=f"{version}{origin}", rendering="memory"
    )
