"""Who is asked about a pair: our checks, translate-toolkit's pofilter, and Weblate's checks."""

import json
import subprocess
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from bench.checks.corpus import NAMES, glossary
from bench.measure import CONTESTANTS, DATA, PEERS, environment
from pipeline import collect_rarely
from pipeline.checks import Context, Pair, Term, check_pairs
from pipeline.locales import locale
from pipeline.model import Finding, LocaleTag, Severity

Text = tuple[str, str, str]
"""Locale, source, translation."""

Said = Counter[str]
"""What was found in a pair: ids of checks, and how often each spoke."""

EDITION = 100
"""So many messages are checked together, as the program does with those of an edition."""
WEBLATE = DATA / "weblate" / "bin" / "python"
"""The interpreter of an environment with Weblate, which is too large to live with the other tools."""


def ours(texts: Sequence[Text]) -> tuple[list[Said], float]:
    """Run every check of pairs; return its errors and warnings, and the processor's seconds."""
    collect_rarely()  # As the program's own command does.
    start = time.process_time()
    editions = (texts[start : start + EDITION] for start in range(0, len(texts), EDITION))
    said = [_said(found) for edition in editions for found in check_pairs(list(map(_pair, edition)))]
    return said, time.process_time() - start


def pofilter(texts: Sequence[Text]) -> tuple[list[Said], float]:
    """Run pofilter with all its default tests, in bench/.venv; every failed test counts."""
    return _asked(PEERS, CONTESTANTS / "checks_pofilter.py", texts)


def weblate(texts: Sequence[Text]) -> tuple[list[Said], float]:
    """Run those of Weblate's checks that need no database; every failed check counts."""
    return _asked(WEBLATE, CONTESTANTS / "checks_weblate.py", texts)


def _asked(python: Path, script: Path, texts: Sequence[Text]) -> tuple[list[Said], float]:
    lines = "\n".join(json.dumps(row) for row in [list(NAMES), *texts])
    done = subprocess.run(
        (python, script), input=lines, capture_output=True, text=True, check=True, env=environment()
    )
    *found, took = done.stdout.splitlines()
    return [Counter(json.loads(line)) for line in found], float(took)


def _said(found: Iterable[Finding]) -> Said:
    return Counter(finding.id for finding in found if finding.severity is not Severity.INFO)


def _pair(text: Text) -> Pair:
    tag, source, target = text
    return Pair(
        source=source,
        target=target,
        source_locale=locale(LocaleTag("en")),
        target_locale=locale(LocaleTag(tag)),
        context=_context(tag),
    )


@cache
def _context(tag: str) -> Context:
    terms = tuple(Term(source=source, target=target) for source, target in glossary(tag))
    return Context(glossary=terms, do_not_translate=frozenset(NAMES))
