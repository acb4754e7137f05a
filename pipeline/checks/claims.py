"""Claims: what the page asserts about a treatment, on what evidence, and in which market.

`source/claims.csv` (RFC 4180) with the columns `id`, `wording`, `reference`, `markets`, `status`,
`disclaimer` and `expires` (ISO 8601). A claim may have several rows, for different markets.
"""

import csv
import datetime
import io
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipeline.checks.base import Bitext, Claim, Hit, Pair
from pipeline.checks.inline import read
from pipeline.errors import InputError
from pipeline.model import Finding, Locale, MessageKey

COLUMNS = ("id", "wording", "reference", "markets", "status", "disclaimer", "expires")
STATUSES = ("allowed", "disclaimer", "forbidden")
Found = Iterator[tuple[MessageKey, Hit]]


def parse(text: str, file: str = "source/claims.csv") -> tuple[Claim, ...]:
    """Read a table of claims. Raises `InputError` with everything that is wrong in it."""
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    findings: list[Finding] = []
    claims: list[Claim] = []
    try:
        unknown = [name for name in reader.fieldnames or () if name not in COLUMNS]
        if unknown or "wording" not in (reader.fieldnames or ()):
            hint = f"the columns are {', '.join(COLUMNS)}"
            raise InputError(
                Finding(id="claims.columns", reason="unknown or missing columns", hint=hint, file=file)
            )
        for row in reader:
            problem = _problem(row)
            if problem:
                findings.append(Finding(id="claims.row", reason=problem, file=file, line=reader.line_num))
            else:
                claims.append(_claim(row, reader.line_num))
    except csv.Error as error:
        findings.append(Finding(id="claims.csv", reason=str(error), file=file, line=reader.line_num))
    if findings:
        raise InputError(findings)
    return tuple(claims)


def _problem(row: dict[str, str]) -> str:
    """Return what is wrong with a row; empty for nothing."""
    if None in row or None in row.values():
        return "the row has more or fewer cells than the header"
    status, expires = row.get("status", "") or "allowed", row.get("expires", "")
    if not row["wording"].strip(" *"):
        return "the wording is empty"
    if status not in STATUSES:
        return f"status is “{status}”, not one of {', '.join(STATUSES)}"
    if status == "disclaimer" and not row.get("disclaimer", "").strip():
        return "the status asks for a disclaimer, and none is named"
    try:
        datetime.date.fromisoformat(expires or "2000-01-01")
    except ValueError:
        return f"expires is “{expires}”, not a date as 2027-01-31"
    return ""


def _claim(row: dict[str, str], line: int) -> Claim:
    expires = row.get("expires", "")
    return Claim(
        id=row.get("id", "") or f"line {line}",
        wording=row["wording"].strip(),
        reference=row.get("reference", "").strip(),
        markets=tuple(row.get("markets", "").split()) or ("*",),
        status=row.get("status", "") or "allowed",
        disclaimer=row.get("disclaimer", "").strip(),
        expires=datetime.date.fromisoformat(expires) if expires else None,
        line=line,
    )


@lru_cache(maxsize=1024)
def _wording(wording: str) -> re.Pattern[str]:
    """Return what finds a claim's wording, whatever its spaces and capitals."""
    parts = [r"\s+".join(map(re.escape, part.split())) for part in wording.split("*")]
    return re.compile(r".*?".join(parts), re.IGNORECASE | re.DOTALL)


def _applies(claim: Claim, locale: Locale, markets: frozenset[str]) -> bool:
    """Whether a claim's row is about the markets of a page: its locale's own, or further ones."""
    return bool({"*", locale.tag, locale.bcp47, *locale.tag.split("_"), *markets} & set(claim.markets))


def _made(bitext: Bitext) -> Iterator[tuple[Claim, Pair, re.Match[str]]]:
    """Yield every claim that the page makes, with the message that makes it."""
    for claim in bitext.claims:
        for pair in bitext.pairs:
            match = _wording(claim.wording).search(pair.source_inline.text)
            if match and _applies(claim, pair.target_locale, bitext.markets):
                yield claim, pair, match


def forbidden(bitext: Bitext) -> Found:
    """A claim that may not be made in the markets of this locale."""
    for claim, pair, match in _made(bitext):
        if claim.status == "forbidden":
            span = pair.source_inline.span(*match.span())
            reason = f"the claim {claim.id} is forbidden in {pair.target_locale.bcp47}"
            yield pair.key, Hit(reason=reason, source=(span,))


def unreferenced(bitext: Bitext) -> Found:
    """A claim without evidence, or whose entry has expired."""
    for claim, pair, match in _made(bitext):
        span = pair.source_inline.span(*match.span())
        if not claim.reference and claim.status != "forbidden":
            yield pair.key, Hit(reason=f"the claim {claim.id} has no reference", source=(span,))
        elif claim.expires and bitext.today and claim.expires < bitext.today:
            yield pair.key, Hit(reason=f"the claim {claim.id} expired on {claim.expires}", source=(span,))


def disclaimed(bitext: Bitext) -> Found:
    """A claim whose disclaimer is not on the page, translated and approved."""
    for claim, pair, match in _made(bitext):
        if claim.status != "disclaimer":
            continue
        shown = _disclaimers(claim, bitext.pairs)
        span = pair.source_inline.span(*match.span())
        if not shown:
            yield pair.key, Hit(reason=f"the disclaimer of {claim.id} is not in the article", source=(span,))
        elif not any(other.target for other in shown):
            yield pair.key, Hit(reason=f"the disclaimer of {claim.id} is not translated", source=(span,))
        elif bitext.approved is not None and not any(other.key in bitext.approved for other in shown):
            yield pair.key, Hit(reason=f"the disclaimer of {claim.id} is not approved", source=(span,))


def _disclaimers(claim: Claim, pairs: Sequence[Pair]) -> list[Pair]:
    pattern = _wording(read(claim.disclaimer).text)
    return [pair for pair in pairs if pattern.search(pair.source_inline.text)]
