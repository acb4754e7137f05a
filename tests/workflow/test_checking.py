"""Checking a content folder: nothing is judged twice, settings reach the checks, links lead somewhere."""

import shutil
from collections.abc import Sequence

import pytest

from pipeline import checks, po
from pipeline.articles import Article
from pipeline.locales import locale
from pipeline.model import Finding, LocaleTag
from pipeline.settings import parse
from pipeline.workflow.checking import checked, checked_source
from pipeline.workflow.project import read_article, read_catalogue
from tests.workflow.folder import ES, SETTINGS, TEA, Folder


def found(folder: Folder) -> tuple[Finding, ...]:
    held = read_catalogue(folder.project, ES, TEA)
    assert held is not None
    return checked(folder.project, article(folder), held, locale(ES))


def article(folder: Folder) -> Article:
    return read_article(folder.project, TEA)


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The messages that were judged, in order, since the list was last cleared."""
    texts: list[str] = []
    judge = checks.check_pairs

    def noting(pairs: Sequence[checks.Pair]) -> list[tuple[Finding, ...]]:
        texts.extend(pair.source for pair in pairs)
        return judge(pairs)

    monkeypatch.setattr(checks, "check_pairs", noting)
    return texts


class TestKeeping:
    """Findings are kept by content."""

    def test_a_message_is_judged_once_and_again_only_when_it_changes(
        self, extracted: Folder, judged: list[str]
    ) -> None:
        first = found(extracted)
        assert len(judged) == 6
        judged.clear()
        assert found(extracted) == first
        assert not judged
        extracted.translate({"Tea is a drink.": "El té es una bebida"})
        assert [finding.id for finding in found(extracted)] == ["text.end-punctuation"]
        assert judged == ["Tea is a drink."]

    def test_findings_come_back_whole_and_point_to_where_the_entry_is_now(self, extracted: Folder) -> None:
        extracted.translate({"Tea is a drink.": "El  té es una bebida."})
        (before,) = found(extracted)
        assert before.target_spans
        assert before.hint
        extracted.write(extracted.po(), "# A note.\n" + extracted.read(extracted.po()))
        (after,) = found(extracted)
        assert (before.line or 0) + 1 == after.line
        assert (after.id, after.target_spans, after.hint) == (before.id, before.target_spans, before.hint)

    def test_another_glossary_judges_all_of_it_again(self, extracted: Folder, judged: list[str]) -> None:
        assert not found(extracted)
        judged.clear()
        extracted.write("locales/glossary.csv", "term,es\ndrink,refresco\n")
        assert [finding.id for finding in found(extracted)] == ["terms.glossary"]
        assert len(judged) == 6

    @pytest.mark.parametrize("damage", ["", "[]", "null", '{"a": 1}', "{", "\x00"])
    def test_a_damaged_file_is_made_anew(self, extracted: Folder, damage: str) -> None:
        extracted.translate({"Tea is a drink.": "El  té es una bebida."})
        first = found(extracted)
        path = extracted.path(f".pipeline/findings/es/{TEA}.json")
        whole = path.read_text("utf-8")
        for text in (damage, whole[: len(whole) // 2], whole.replace('"text.whitespace"', "7")):
            path.write_text(text, "utf-8")
            assert found(extracted)
        path.unlink()
        assert found(extracted) == first

    def test_what_is_no_longer_there_is_not_kept(self, extracted: Folder) -> None:
        found(extracted)
        path = extracted.path(f".pipeline/findings/es/{TEA}.json")
        size = len(path.read_text("utf-8"))
        for text in ("Una.", "Dos.", "Tres."):
            extracted.translate({"Tea is a drink.": text})
            found(extracted)
        assert len(path.read_text("utf-8")) < 2 * size


class TestSettings:
    """`[checks]` reaches the checks."""

    def test_a_localized_link_is_allowed_by_the_table_only(self, extracted: Folder) -> None:
        extracted.translate(
            {
                "Boil the water. See [all about water](water.md).": "Hierva el agua. Vea [todo sobre el agua]"
                "(https://x.es/agua)."
            }
        )
        assert "markup.links" in {finding.id for finding in found(extracted)}
        extracted.write("pipeline.toml", SETTINGS + '\n[checks.links."water.md"]\nes = "https://x.es/agua"\n')
        assert not found(extracted)
        extracted.write("pipeline.toml", SETTINGS + '\n[checks.links."water.md"]\nfr = "https://x.es/agua"\n')
        assert "markup.links" in {finding.id for finding in found(extracted)}

    def test_a_temperature_may_be_converted_if_the_settings_say_so(self, extracted: Folder) -> None:
        extracted.replace(f"source/{TEA}.md", "Tea is a drink.", "Tea is drunk at 140 °F.")
        extracted.run("extract")
        extracted.translate({"Tea is drunk at 140 °F.": "El té se bebe a 60 °C."})
        assert any(finding.id.startswith("quantity") for finding in found(extracted))
        extracted.write("pipeline.toml", SETTINGS + "\n[checks]\ntemperature_conversion = true\n")
        assert not found(extracted)

    @pytest.mark.parametrize(
        ("wrong", "key"),
        [
            ("[checks]\nlink = 1", "checks.link"),
            ("[checks]\ntemperature_conversion = 1", "checks.temperature_conversion"),
            ('[checks]\nlinks = "a"', "links"),
            ('[checks.links.a]\nxx = "b"', "checks.links.a"),
            ("[checks.links.a]\nes = 1", "checks.links.a.es"),
        ],
    )
    def test_wrong_settings_are_told(self, extracted: Folder, wrong: str, key: str) -> None:
        extracted.write("pipeline.toml", SETTINGS + "\n" + wrong + "\n")
        result = extracted.run("check", code=2)
        assert key in result.output

    def test_nothing_is_set_by_default(self) -> None:
        assert not parse(SETTINGS).checks.links


class TestAnchors:
    """Links to sections lead to sections."""

    def test_of_the_same_page_and_of_another(self, extracted: Folder) -> None:
        assert not checked_source(extracted.project, article(extracted))
        text = "Boil the water. See [all about water](water.md)."
        links = "See [a](#making-it), [b](#nowhere), [c](water.md#top), [d](water.md#deep), [e](none.md#x)."
        extracted.replace(f"source/{TEA}.md", text, links)
        extracted.replace("source/water.md", "Water is wet.", "## Deep {#deep}\n\nWater is wet.")
        dead = checked_source(extracted.project, article(extracted))
        assert [finding.reason for finding in dead] == [
            "tea.md has no section with the anchor #nowhere",
            "water.md has no section with the anchor #top",
        ]
        lines = extracted.read(f"source/{TEA}.md").splitlines()
        assert [finding.line for finding in dead] == [lines.index(links) + 1] * 2

    def test_a_translation_may_not_lead_to_another_place_that_is_not_there(self, extracted: Folder) -> None:
        extracted.replace(f"source/{TEA}.md", "Tea is a drink.", "See [how](#making-it).")
        extracted.run("extract")
        extracted.translate({"See [how](#making-it).": "Vea [cómo](#preparacion)."})
        assert "markup.anchors" in {finding.id for finding in found(extracted)}
        extracted.translate({"See [how](#making-it).": "Vea [cómo](#making-it)."})
        assert not found(extracted)


def test_pseudo_locales_are_not_judged(extracted: Folder) -> None:
    held = po.read(extracted.path(extracted.po()).read_bytes(), file="x", locale=ES)
    assert checked(extracted.project, article(extracted), held, locale(LocaleTag("en_XA"))) == ()


class TestClaims:
    """`source/claims.csv` closes the gate in the markets that it names."""

    COLUMNS = "id,wording,reference,markets,status,disclaimer,expires\n"

    def published(self, folder: Folder) -> bool:
        folder.run("build")
        return folder.path("output/site/es/green-tea/index.html").exists()

    def test_a_forbidden_claim_keeps_the_edition_of_that_market_from_the_site(
        self, extracted: Folder
    ) -> None:
        extracted.approve(TEA)
        extracted.write("source/claims.csv", self.COLUMNS + "drink,Tea is a drink,A book,es,forbidden,,\n")
        assert not self.published(extracted)
        result = extracted.run("check", "es", "--only", "claims", code=1)
        assert "the claim drink is forbidden in es" in result.output
        extracted.write("source/claims.csv", self.COLUMNS + "drink,Tea is a drink,A book,fr,forbidden,,\n")
        assert self.published(extracted)

    def test_a_page_that_stands_goes_when_its_claim_is_forbidden_and_not_when_an_entry_expires(
        self, extracted: Folder
    ) -> None:
        extracted.approve(TEA)
        assert self.published(extracted)
        extracted.write(
            "source/claims.csv", self.COLUMNS + "drink,Tea is a drink,A book,*,allowed,,2020-01-01\n"
        )
        assert self.published(extracted)
        extracted.write("source/claims.csv", self.COLUMNS + "drink,Tea is a drink,A book,de,forbidden,,\n")
        assert self.published(extracted)
        extracted.write("source/claims.csv", self.COLUMNS + "drink,Tea is a drink,A book,es,forbidden,,\n")
        extracted.translate({"Wait a moment.": "Espere un poco."})  # And what is new waits for approval.
        shutil.rmtree(extracted.path(".pipeline"))
        assert "withdrawn" in extracted.run("build", code=1).output
        assert not extracted.path("output/site/es/green-tea/index.html").exists()

    def test_settings_name_the_markets_of_a_locale(self, extracted: Folder) -> None:
        extracted.approve(TEA)
        extracted.write("source/claims.csv", self.COLUMNS + "drink,Tea is a drink,A book,MX US,forbidden,,\n")
        assert self.published(extracted)
        extracted.write(
            "pipeline.toml", extracted.read("pipeline.toml") + '\n[locales.es]\nmarkets = ["ES", "MX"]\n'
        )
        assert "forbidden" in extracted.run("check", "es", "--only", "claims", code=1).output
        shutil.rmtree(extracted.path("output"))
        assert not self.published(extracted)

    def test_a_disclaimer_must_be_approved(self, extracted: Folder) -> None:
        row = "drink,Tea is a drink,A book,es,disclaimer,Wait a moment.,\n"
        extracted.write("source/claims.csv", self.COLUMNS + row)
        said = extracted.run("check", "es", "--only", "claims", code=1).output
        assert "the disclaimer of drink is not approved" in said
        extracted.approve(TEA)
        assert "claims" not in extracted.run("check", "es", "--only", "claims").output
        extracted.write("source/claims.csv", self.COLUMNS + row.replace("Wait a moment.", "Wait an hour."))
        assert "not in the article" in extracted.run("check", "es", "--only", "claims", code=1).output

    def test_a_reference_is_needed_and_expires(self, extracted: Folder) -> None:
        extracted.write("source/claims.csv", self.COLUMNS + "drink,Tea is a drink,,*,allowed,,\n")
        assert "has no reference" in extracted.run("check", "es", "--only", "claims", code=1).output
        extracted.write(
            "source/claims.csv", self.COLUMNS + "drink,Tea is a drink,A book,*,allowed,,2020-01-01\n"
        )
        assert "expired on 2020-01-01" in extracted.run("check", "es", "--only", "claims", code=1).output

    def test_the_source_edition_is_a_market_too(self, extracted: Folder) -> None:
        extracted.write("source/claims.csv", self.COLUMNS + "drink,Tea is a drink,A book,en,forbidden,,\n")
        said = extracted.run("check", "en", "--only", "claims", code=1).output
        assert f"source/{TEA}.md:" in said
        assert "is forbidden in en" in said

    def test_a_source_edition_that_nobody_approves_makes_no_forbidden_claim_either(
        self, extracted: Folder
    ) -> None:
        page = extracted.path("output/site/en/green-tea/index.html")
        extracted.run("build")
        assert page.exists()
        extracted.write("source/claims.csv", self.COLUMNS + "drink,Tea is a drink,A book,en,forbidden,,\n")
        said = extracted.run("build", code=1).output
        assert "withdrawn from the site: en/tea" in said
        assert not page.exists()
        extracted.write("source/claims.csv", self.COLUMNS + "drink,Tea is a drink,A book,en,allowed,,\n")
        extracted.run("build")
        assert page.exists()

    @pytest.mark.parametrize(
        ("row", "told"),
        [
            ("drink,Tea is a drink,,en,allowed,,\n", "has no reference"),
            ("drink,Tea is a drink,A book,en,allowed,,2020-01-01\n", "expired on 2020-01-01"),
            ("drink,Tea is a drink,A book,en,disclaimer,Ask a doctor.,\n", "is not in the article"),
        ],
    )
    def test_such_a_source_edition_waits_for_its_evidence_and_a_page_that_stands_stays_as_it_was(
        self, extracted: Folder, row: str, told: str
    ) -> None:
        page = extracted.path("output/site/en/green-tea/index.html")
        extracted.write("source/claims.csv", self.COLUMNS + row)
        assert told in extracted.run("check", "en", "--only", "claims", code=1).output
        assert "1 claim not to be made" in extracted.run("build").output
        assert not page.exists()
        extracted.path("source/claims.csv").unlink()
        extracted.run("build")
        before = page.read_bytes()
        extracted.write("source/claims.csv", self.COLUMNS + row)
        extracted.write(
            f"source/{TEA}.md", extracted.read(f"source/{TEA}.md").replace("Wait a", "Wait for a")
        )
        extracted.run("extract")
        assert "1 claim not to be made" in extracted.run("build").output
        assert page.read_bytes() == before
