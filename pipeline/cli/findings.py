"""Findings in the forms that people and tools read: text, JSON, SARIF 2.1.0 and GitHub's annotations."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

import click

from pipeline import __version__
from pipeline.cli import console
from pipeline.model import Finding, Severity

_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ANNOTATIONS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def show(findings: Iterable[Finding], form: str) -> int:
    """Print findings in the form `form`, those for people as they come; return 1 if any is an error."""
    counts: dict[str, Counter[Severity]] = {}
    if form == "json":
        console.as_json([console.finding_json(finding) for finding in _counted(findings, counts)])
    elif form == "sarif":
        console.as_json(sarif(list(_counted(findings, counts))))
    elif form == "github":
        for finding in _counted(findings, counts):
            click.echo(annotation(finding))
    else:
        console.print_findings(_counted(findings, counts))
        _summary(counts)
    return 1 if any(own[Severity.ERROR] for own in counts.values()) else 0


def _counted(findings: Iterable[Finding], counts: dict[str, Counter[Severity]]) -> Iterator[Finding]:
    """Yield findings, and count them by file and severity."""
    for finding in findings:
        counts.setdefault(finding.file, Counter())[finding.severity] += 1
        yield finding


def _summary(counts: Mapping[str, Counter[Severity]]) -> None:
    """Print how many findings each file has, and how many there are."""
    if len(counts) > 1:
        rows = [
            (file or "(no file)", *(f"{own[severity]:,}" if own[severity] else "·" for severity in Severity))
            for file, own in counts.items()
        ]
        console.table(rows, head=("file", "errors", "warnings", "infos"), right=(1, 2, 3))
    total = sum(counts.values(), Counter())
    words = [console.plural(total[severity], severity.value) for severity in Severity]
    click.echo(", ".join(words) if counts else "nothing found")


def sarif(findings: Sequence[Finding]) -> dict[str, Any]:
    """Return findings as a SARIF log (OASIS SARIF 2.1.0)."""
    rules = sorted({finding.id for finding in findings})
    places = {rule: number for number, rule in enumerate(rules)}
    driver = {
        "name": "imprimatur",
        "semanticVersion": __version__,
        "rules": [_rule(rule, next(each for each in findings if each.id == rule)) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, places[finding.id]) for finding in findings],
    }
    return {"$schema": _SARIF, "version": "2.1.0", "runs": [run]}


def _rule(name: str, example: Finding) -> dict[str, Any]:
    """Return what a viewer shows of a check; what no check is, as a broken file, by an example."""
    from pipeline.checks import CHECKS

    check = next((each for each in CHECKS if each.id == name), example)
    rule: dict[str, Any] = {
        "id": name,
        "shortDescription": {"text": check.reason},
        "defaultConfiguration": {"level": _LEVELS[check.severity]},
    }
    return rule | ({"help": {"text": check.hint}} if check.hint else {})


def _result(finding: Finding, rule: int) -> dict[str, Any]:
    about = json.dumps([finding.id, finding.file, finding.msgctxt, finding.msgid, finding.reason])
    result: dict[str, Any] = {
        "ruleId": finding.id,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": _sentence(finding)},
        # The same finding keeps it while lines move, so that a viewer knows what is new.
        "partialFingerprints": {"message/v1": hashlib.sha256(about.encode()).hexdigest()},
    }
    if finding.file:
        place: dict[str, Any] = {"artifactLocation": {"uri": quote(finding.file)}}
        if finding.line:
            place["region"] = {"startLine": finding.line}
        result["locations"] = [{"physicalLocation": place}]
    return result


def _sentence(finding: Finding) -> str:
    return f"{finding.reason}. {finding.hint}".removesuffix(". ")


def annotation(finding: Finding) -> str:
    """Return a finding as a workflow command of GitHub Actions; text cannot break out of it."""
    where = f"file={_property(finding.file)},line={finding.line or 1}," if finding.file else ""
    properties = f"{where}title={_property(finding.id)}"
    return f"::{_ANNOTATIONS[finding.severity]} {properties}::{_data(_sentence(finding))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
