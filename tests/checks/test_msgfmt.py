"""Side by side with the real `msgfmt -c`: whatever it refuses, reading or checking a catalogue refuses too."""

import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline import po
from pipeline.checks import Bitext, check_edition
from pipeline.errors import InputError
from pipeline.model import ArticleName, Catalogue, LocaleTag, Severity

ES = LocaleTag("es")
HEADER = r"""
msgid ""
msgstr ""
"Project-Id-Version: tea\n"
"PO-Revision-Date: 2026-11-22 12:00+0000\n"
"Last-Translator: translator <translator@example.org>\n"
"Language-Team: Spanish\n"
"Language: es\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
""".lstrip()
PLURAL = '\nmsgid "a day"\nmsgid_plural "days"\nmsgstr[0] "un día"\nmsgstr[1] "días"\n'


PLURALS = {"es": 2, "fr": 2, "it": 2, "pt_BR": 2, "de": 2, "ar": 6, "zh_Hans": 1, "ja": 1, "pl": 3, "ru": 3}
"""How many forms a whole number has, by CLDR's chart of plural rules."""


def entry(msgid: str, msgstr: str, flags: str = "") -> str:
    return ("\n" + (f"#, {flags}\n" if flags else "")) + f'msgid "{msgid}"\nmsgstr "{msgstr}"\n'


GOOD = {
    "one message": HEADER + entry("Tea", "Té"),
    "a plural": HEADER + PLURAL,
    "line breaks": HEADER + entry(r"\nTea\n", r"\nTé\n"),
    "c-format": HEADER + entry("%d of %s", "%d de %s", "c-format"),
    "c-format, reordered": HEADER + entry("%d of %s", "%2$s: %1$d", "c-format"),
    "python-format": HEADER + entry("%(n)d of %(m)s", "%(m)s: %(n)d", "python-format"),
    "python-brace-format": HEADER + entry("{n} of {m}", "{m}: {n}", "python-brace-format"),
    "a percent sign without a flag": HEADER + entry("50 % of it", "El 50 % de ello"),
    "a percent sign of prose in a format": HEADER + entry("50%% of it", "El 50%% de ello", "c-format"),
    "contexts": HEADER + '\nmsgctxt "a"\nmsgid "Tea"\nmsgstr "Té"\n\nmsgctxt "b"\nmsgid "Tea"\nmsgstr "Té"\n',
    "untranslated": HEADER + entry("%d", "", "c-format"),
    "c-format, a singular without its number": HEADER
    + '\n#, c-format\nmsgid "%d day"\nmsgid_plural "%d days"\nmsgstr[0] "un día"\nmsgstr[1] "%d días"\n',
    "c-format, widths": HEADER + entry("%*d of %.2f", "%*d de %.1f", "c-format"),
    "c-format, the same twice": HEADER + entry("%1$s and %1$s", "%1$s", "c-format"),
    "python-format, a name twice": HEADER + entry("%(n)s", "%(n)s, %(n)s", "python-format"),
    "python-brace-format, doubled braces": HEADER
    + entry("{{n}} {m:>{w}}", "{{}} {m}", "python-brace-format"),
    "obsolete": HEADER + '\n#, c-format\n#~ msgid "Old %d"\n#~ msgstr "Viejo"\n',
}
BAD = {
    "a doubled message": HEADER + entry("Tea", "Té") + entry("Tea", "Té"),
    "a beginning line break lost": HEADER + entry(r"\nTea", "Té"),
    "a line break added": HEADER + entry("Tea", r"Té\n") + entry("Cup", "Taza"),
    "a line break lost": HEADER + entry(r"Tea\n", "Té"),
    "a line break lost in a plural": HEADER
    + '\nmsgid "day\\n"\nmsgid_plural "days\\n"\nmsgstr[0] "día\\n"\nmsgstr[1] "días"\n',
    "plurals of the source that differ": HEADER
    + '\nmsgid "day\\n"\nmsgid_plural "days"\nmsgstr[0] "día\\n"\nmsgstr[1] "días\\n"\n',
    "c-format, one lost": HEADER + entry("%d of %s", "%d de", "c-format"),
    "c-format, another type": HEADER + entry("%d of it", "%s de ello", "c-format"),
    "c-format, exchanged": HEADER + entry("%d of %s", "%s de %d", "c-format"),
    "c-format, added": HEADER + entry("of it", "%d de ello", "c-format"),
    "c-format, not valid": HEADER + entry("%d of it", "%d de %", "c-format"),
    "c-format, a width lost": HEADER + entry("%*d of it", "%d de ello", "c-format"),
    "python-format, a name lost": HEADER + entry("%(n)d of it", "de ello", "python-format"),
    "python-format, another name": HEADER + entry("%(n)d of it", "%(m)d de ello", "python-format"),
    "python-brace-format, lost": HEADER + entry("{n} of it", "de ello", "python-brace-format"),
    "python-brace-format, another name": HEADER + entry("{n} of it", "{m} de ello", "python-brace-format"),
    "python-brace-format, not valid": HEADER + entry("{n} of it", "{n de ello", "python-brace-format"),
    "a format in a plural": HEADER
    + '\n#, c-format\nmsgid "%d day"\nmsgid_plural "%d days"\nmsgstr[0] "%d día"\nmsgstr[1] "%s días"\n',
    "too few plural forms": HEADER + '\nmsgid "a day"\nmsgid_plural "days"\nmsgstr[0] "un día"\n',
    "too many plural forms": HEADER + PLURAL + 'msgstr[2] "días"\n',
    "no rule for plurals": HEADER.replace('"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n', "") + PLURAL,
    "a rule that is none": HEADER.replace("(n != 1)", "(n !=") + PLURAL,
    "a rule beyond the forms": HEADER.replace("(n != 1)", "n") + PLURAL,
    "a rule that divides by zero": HEADER.replace("(n != 1)", "1 / 0") + PLURAL,
    "no number of forms": HEADER.replace("nplurals=2; ", "") + PLURAL,
    "an unknown keyword": HEADER + '\nmsgfoo "Tea"\n',
    "an unknown escape": HEADER + entry(r"\qTea", "Té"),
    "an open quote": HEADER + '\nmsgid "Tea\nmsgstr "Té"\n',
    "no msgstr": HEADER + '\nmsgid "Tea"\n',
    "no msgid": HEADER + '\nmsgstr "Té"\n',
    "plural forms out of order": HEADER + PLURAL.replace("[0]", "[9]"),
    "bytes that are not UTF-8": HEADER + entry("Tea", "T\udce9"),
}


def refused_by_msgfmt(path: Path) -> bool:
    done = subprocess.run(
        ("msgfmt", "-c", "-o", "/dev/null", str(path)),
        capture_output=True,
        check=False,
        env={"LC_ALL": "C.UTF-8"},
    )
    return done.returncode != 0


def refused_by_us(data: bytes) -> bool:
    try:
        held = po.read(data, file="tea.po", locale=ES)
    except InputError:
        return True
    found = check_edition(Bitext(article=ArticleName("tea"), pairs=(), catalogue=held))
    return any(finding.severity is Severity.ERROR for finding in found)


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="the program msgfmt (gettext) is not installed")
@pytest.mark.parametrize(
    ("text", "bad"),
    [*((text, False) for text in GOOD.values()), *((text, True) for text in BAD.values())],
    ids=[*GOOD, *BAD],
)
def test_we_refuse_what_msgfmt_refuses(text: str, bad: bool, tmp_path: Path) -> None:
    path = tmp_path / "tea.po"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert refused_by_msgfmt(path) == bad
    assert refused_by_us(path.read_bytes()) == bad


def test_a_draft_is_held_to_it_too() -> None:
    """Msgfmt passes over fuzzy messages; here a person is about to approve them."""
    assert refused_by_us((HEADER + entry("%d of %s", "de", "fuzzy, c-format")).encode())


@pytest.mark.parametrize("locale", sorted(PLURALS))
def test_plural_forms_are_those_of_cldr(locale: str) -> None:
    def found(count: int) -> set[str]:
        header = (("Plural-Forms", f"nplurals={count}; plural=0;"),)
        catalogue = Catalogue(locale=LocaleTag(locale), header=header)
        bitext = Bitext(article=ArticleName("tea"), pairs=(), catalogue=catalogue)
        return {finding.id for finding in check_edition(bitext)}

    assert "catalogue.header" not in found(PLURALS[locale])
    assert "catalogue.header" in found(PLURALS[locale] + 3)
