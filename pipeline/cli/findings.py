"""Findings in the forms that people and tools read: text, JSON, SARIF 2.1.0 and GitHub's annotations."""

from collections.abc import Sequence
from typing import Any

import click

from pipeline.cli import console
from pipeline.model import Finding, Severity

_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ANNOTATIONS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def show(findings: Sequence[Finding], form: str) -> int:
    """Print findings in the form `form`; return 1 if any is an error."""
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    if form == "json":
        console.as_json([console.finding_json(finding) for finding in findings])
    elif form == "sarif":
        console.as_json(sarif(findings))
    elif form == "github":
        for finding in findings:
            click.echo(annotation(finding))
    else:
        console.print_findings(findings)
        warnings = sum(finding.severity is Severity.WARNING for finding in findings)
        click.echo(f"{console.plural(errors, 'error')}, {console.plural(warnings, 'warning')}")
    return 1 if errors else 0


def sarif(findings: Sequence[Finding]) -> dict[str, Any]:
    """Return findings as a SARIF log (OASIS SARIF 2.1.0)."""
    rules = sorted({finding.id for finding in findings})
    results = [
        {
            "ruleId": finding.id,
            "level": _LEVELS[finding.severity],
            "message": {"text": f"{finding.reason}. {finding.hint}".strip()},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": finding.file},
                        "region": {"startLine": finding.line or 1},
                    }
                }
            ],
        }
        for finding in findings
    ]
    driver = {"name": "imprimatur", "rules": [{"id": rule} for rule in rules]}
    return {"$schema": _SARIF, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}


def annotation(finding: Finding) -> str:
    """Return a finding as a workflow command of GitHub Actions; text cannot break out of it."""
    properties = f"file={_property(finding.file)},line={finding.line or 1},title={_property(finding.id)}"
    return f"::{_ANNOTATIONS[finding.severity]} {properties}::{_data(f'{finding.reason}. {finding.hint}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
