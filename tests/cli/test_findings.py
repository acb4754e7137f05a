"""Findings as other tools read them: SARIF 2.1.0, GitHub's annotations."""

import json
from typing import Any

from pipeline.cli.findings import annotation, sarif
from pipeline.model import Finding, Severity

ODD = Finding(
    id="text.whitespace",
    severity=Severity.WARNING,
    reason="50% of\nit, and ::error::",
    hint="mend it",
    file="locales/es/LC_MESSAGES/green tea,ä.po",
    line=7,
)
NOWHERE = Finding(id="settings.missing", reason="there is none")
NOTE = Finding(id="spelling.unknown", severity=Severity.INFO, reason="a word", file="a.po")


class TestSarif:
    """What OASIS SARIF 2.1.0 demands; section numbers are of its text."""

    def results(self, *findings: Finding) -> list[dict[str, Any]]:
        log = json.loads(json.dumps(sarif(findings)))
        assert log["version"] == "2.1.0"
        (run,) = log["runs"]
        assert run["tool"]["driver"]["name"]
        assert run["columnKind"] == "unicodeCodePoints"
        rules = run["tool"]["driver"]["rules"]
        assert len({rule["id"] for rule in rules}) == len(rules)
        for rule in rules:
            assert rule["shortDescription"]["text"]
            assert rule["defaultConfiguration"]["level"] in {"none", "note", "warning", "error"}
        for result in run["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
            assert result["message"]["text"]
        return list(run["results"])

    def test_levels_are_those_of_the_standard(self) -> None:
        """Section 3.27.10."""
        assert [one["level"] for one in self.results(ODD, NOWHERE, NOTE)] == ["warning", "error", "note"]

    def test_a_place_is_a_uri_reference_and_lines_begin_at_one(self) -> None:
        """Sections 3.4.3 and 3.30.5."""
        odd, nowhere, note = self.results(ODD, NOWHERE, NOTE)
        place = odd["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "locales/es/LC_MESSAGES/green%20tea%2C%C3%A4.po"
        assert place["region"] == {"startLine": 7}
        assert "locations" not in nowhere
        assert "region" not in note["locations"][0]["physicalLocation"]

    def test_a_finding_is_known_again_when_its_line_moves(self) -> None:
        """Section 3.27.17."""
        (before,) = self.results(NOTE)
        (after,) = self.results(
            Finding(id=NOTE.id, severity=NOTE.severity, reason="a word", file="a.po", line=9)
        )
        assert before["partialFingerprints"] == after["partialFingerprints"]

    def test_nothing_found_is_a_valid_log(self) -> None:
        assert self.results() == []


def test_an_annotation_cannot_be_broken_out_of() -> None:
    line = annotation(ODD)
    assert "\n" not in line
    assert line.startswith(
        "::warning file=locales/es/LC_MESSAGES/green tea%2Cä.po,line=7,title=text.whitespace::"
    )
    assert line.endswith("::50%25 of%0Ait, and ::error::. mend it")
    assert annotation(NOWHERE) == "::error title=settings.missing::there is none"
