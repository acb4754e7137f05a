"""`python -m bench.drafting`: how drafts by Apertium fare, and how fast the memory is searched.

The Spanish reference in `bench/reference_es.tsv` (source message, tab, translation) was written from
the source's messages alone: its writer had not looked at `locales/`, the glossary, the memory or any
engine's output, and of an earlier reference only at the first line, for the format. One writer's
wording, so take the scores as a comparison between the ways, not as a grade.
"""

import re
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Sequence

from bench.measure import ROOT
from pipeline import articles, glossary
from pipeline.articles.article import read
from pipeline.engines.apertium import Apertium
from pipeline.engines.drafting import Draft, Failure, Request, draft
from pipeline.glossary import Glossary
from pipeline.memory import Memory, Segment
from pipeline.model import ArticleName, Kind, LocaleTag
from pipeline.protect import signature
from pipeline.protect.stream import escape, unknown_words, without_marks

EN = LocaleTag("en")
LOCALES = tuple(LocaleTag(tag) for tag in ("es", "fr", "it", "pt_BR"))
ARTICLE, GUIDE = "hbot-for-multiple-sclerosis", "writing-for-translation"
PLAIN = (Kind.TITLE, Kind.SUBTITLE, Kind.DESCRIPTION, Kind.FIELD)


def requests(name: str) -> list[Request]:
    """The messages of an article that are drafted."""
    path = ROOT / "source" / f"{name}.md"
    article = read(ArticleName(name), path.read_bytes(), file=path.name)
    references = frozenset(label.lower() for label in article.tree.references)
    return [
        Request(
            msgid=message.msgid,
            msgctxt=message.msgctxt,
            references=references,
            literal=message.kind in PLAIN,
        )
        for message in articles.template(article).messages
        if message.kind is not Kind.SLUG
    ]


def right_terms(pairs: Sequence[tuple[str, str]], terms: Glossary, target: LocaleTag) -> tuple[int, int]:
    """How many terms of the sources stand in the translations as the glossary has them, and of how many."""
    words = sorted(
        {term.target(target).text for term in terms.terms if term.target(target)}, key=len, reverse=True
    )
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
    right = wanted = 0
    for source, translation in pairs:
        due = Counter(found.target.text.casefold() for found in terms.find(source, target))
        there = Counter(match.casefold() for match in pattern.findall(translation))
        wanted += due.total()
        right += (due & there).total()
    return right, wanted


def bare(engine: Apertium, texts: Sequence[str], target: LocaleTag) -> Iterator[str]:
    """Apertium without any of our care: Markdown as text, no glossary."""
    for answer in engine.translate([escape(text) for text in texts], EN, target):
        text = without_marks(answer.text)  # type: ignore[union-attr]
        text = re.sub(r"\[l(\d+)\]", lambda match: chr(int(match[1])), text)
        yield re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)


def scores(drafts: Sequence[str], references: Sequence[str]) -> str:
    """chrF++ and TER, where sacrebleu is installed."""
    try:
        from sacrebleu.metrics.chrf import CHRF
        from sacrebleu.metrics.ter import TER
    except ImportError:
        return "chrF++ and TER need sacrebleu"
    chrf = CHRF(word_order=2).corpus_score(drafts, [references]).score
    ter = TER(case_sensitive=True, normalized=True).corpus_score(drafts, [references]).score
    return f"chrF++ {chrf:.1f}, TER {ter:.1f}"


def spanish(engine: Apertium, terms: Glossary) -> None:
    """The article in Spanish, three ways."""
    target = LocaleTag("es")
    lines = (ROOT / "bench" / "reference_es.tsv").read_text(encoding="utf-8").splitlines()
    reference = dict(line.split("\t") for line in lines)
    asked = requests(ARTICLE)
    sources = [request.msgid for request in asked]
    references = [reference[source] for source in sources]
    answers = list(engine.translate([escape(source) for source in sources], EN, target))
    counted = [unknown_words(answer.text) for answer in answers]  # type: ignore[union-attr]
    share = statistics.fmean(unknown / words for unknown, words in counted if words)
    ways = {"bare": (list(bare(engine, sources, target)), share)}
    for name, used in (("protected", Glossary()), ("protected, with glossary", terms)):
        made = list(draft(asked, source=EN, target=target, engines=[engine], glossary=used))
        texts = {each.request: each.text for each in made if isinstance(each, Draft)}
        unknown = [each.unknown for each in made if isinstance(each, Draft) and each.unknown is not None]
        ways[name] = ([texts.get(request, "") for request in asked], statistics.fmean(unknown))
    for name, (texts, unknown) in ways.items():
        right, wanted = right_terms(list(zip(sources, texts, strict=True)), terms, target)
        broken = sum(
            signature(text) != signature(source) for source, text in zip(sources, texts, strict=True)
        )
        print(
            f"{ARTICLE} es, {name}: {right} of {wanted} terms right, {unknown:.1%} of words unknown, "
            f"{broken} of {len(sources)} with broken markup, {scores(texts, references)}"
        )


def guide(engine: Apertium, terms: Glossary) -> None:
    """The guide's inline markup through every locale."""
    for target in LOCALES:
        asked = requests(GUIDE)
        marked = {
            request
            for request in asked
            if not request.literal and signature(request.msgid, request.references)
        }
        steps: Counter[str] = Counter()
        untranslated = broken = 0
        for made in draft(asked, source=EN, target=target, engines=[engine], glossary=terms):
            if isinstance(made, Failure):
                untranslated += 1
            elif made.request in marked:
                steps[made.rendering] += 1
                references = made.request.references
                broken += signature(made.text, references) != signature(made.request.msgid, references)
        whole = ", ".join(f"{count} by {name}" for name, count in steps.most_common())
        print(
            f"{GUIDE} {target}: of {len(marked)} messages with markup {whole}; "
            f"{untranslated} of {len(asked)} untranslated, {broken} broken"
        )


def memory(count: int = 100_000) -> None:
    """Looking texts up in a large memory."""
    stock = [request.msgid for name in (ARTICLE, GUIDE) for request in requests(name)]
    words = sorted({word for text in stock for word in text.split()})
    segments = [
        Segment(
            source=" ".join(words[(n * 31 + at * (n % 89 + 1)) % len(words)] for at in range(6 + n % 20)),
            target="x",
        )
        for n in range(count)
    ]
    started = time.perf_counter()
    held = Memory([*segments, *(Segment(source=text, target="x") for text in stock)], LocaleTag("es"))
    built = time.perf_counter() - started
    held.find(stock[0] + " Today.")  # The first call loads rapidfuzz.
    times = []
    for text in stock[:60]:
        asked = text + " Today."
        started = time.perf_counter()
        held.find(asked)
        times.append((time.perf_counter() - started) * 1000)
    print(
        f"memory of {len(held.segments)} segments: built in {built:.1f} s, fuzzy lookup median "
        f"{statistics.median(times):.1f} ms, slowest {max(times):.1f} ms"
    )


def main() -> None:
    """Print all figures."""
    terms = glossary.parse((ROOT / "locales" / "glossary.csv").read_text(encoding="utf-8"))
    engine = Apertium()
    try:
        spanish(engine, terms)
        guide(engine, terms)
    finally:
        engine.close()
    memory()


if __name__ == "__main__":
    main()
