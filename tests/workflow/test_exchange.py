"""The glossary and the memory on the command line: looked over, searched, and exchanged with other tools."""

import json

import pytest

from tests.workflow.folder import SPANISH, Folder

GLOSSARY = """\
term,part_of_speech,note,do_not_translate,case_sensitive,es,es.gender,es.number
tea,noun,,no,no,té,m,s
kettle,noun,,no,no,,,
"""
TBX = """<?xml version="1.0"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="1"><langSec xml:lang="en"><termSec><term>water</term></termSec></langSec>
<langSec xml:lang="es"><termSec><term>agua</term></termSec></langSec></conceptEntry>
<conceptEntry id="2"><langSec xml:lang="en"><termSec><term>Tea</term></termSec></langSec>
<langSec xml:lang="es"><termSec><term>infusión</term></termSec></langSec></conceptEntry>
<conceptEntry id="3"><langSec xml:lang="en"><termSec><term>kettle</term></termSec></langSec>
<langSec xml:lang="es"><termSec><term>hervidor</term></termSec></langSec></conceptEntry>
</body></text></tbx>
"""
TMX = """<?xml version="1.0"?><tmx version="1.4"><body>
<tu><tuv xml:lang="en"><seg>Wait a moment.</seg></tuv><tuv xml:lang="es-MX"><seg>Espera.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Pour the tea. Drink it.</seg></tuv>
<tuv xml:lang="es"><seg>Sirva el té. Bébalo.</seg></tuv></tu>
</body></tmx>
"""
DOCTYPE = '<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><body/></tmx>'


def test_the_glossary_is_looked_over(folder: Folder) -> None:
    folder.write("locales/glossary.csv", GLOSSARY)
    found = json.loads(folder.run("glossary", "check", "--format", "json").stdout)
    assert [(each["line"], each["id"]) for each in found] == [(3, "glossary.lacking"), (3, "glossary.unused")]
    folder.write("locales/glossary.csv", GLOSSARY.replace("tea,noun,,no", "tea,noun,,perhaps"))
    assert "locales/glossary.csv:2: error" in folder.run("glossary", "check", code=2).output


def test_frequent_words_are_suggested(folder: Folder) -> None:
    folder.write("locales/glossary.csv", GLOSSARY)
    found = json.loads(folder.run("glossary", "suggest", "--least", "2", "--format", "json").stdout)
    assert ("water", 5) in [(each["words"], each["count"]) for each in found]
    assert "no terms yet occur 99 times" in folder.run("glossary", "suggest", "--least", "99").stdout


def test_tbx_comes_in_and_goes_out(folder: Folder) -> None:
    folder.write("locales/glossary.csv", GLOSSARY)
    file = str(folder.write("terms.tbx", TBX))
    result = folder.run("glossary", "import", file)
    assert "1 term added, 1 translation filled" in result.stdout
    assert "terms.tbx:5: warning: “tea” is “infusión” in es there" in result.stderr
    assert folder.read("locales/glossary.csv") == GLOSSARY.replace("no,,,", "no,hervidor,,") + (
        "water,,,no,no,agua,,\n"
    )
    out = folder.root / "out.tbx"
    folder.run("glossary", "export", str(out))
    assert "<term>hervidor</term>" in out.read_text("utf-8")
    assert folder.run("glossary", "export").stdout == out.read_text("utf-8")
    before = folder.read("locales/glossary.csv")
    assert "0 terms added, 0 translations filled" in folder.run("glossary", "import", str(out)).stdout
    assert folder.read("locales/glossary.csv") == before


@pytest.mark.parametrize("command", ["glossary", "memory"])
@pytest.mark.parametrize(
    ("content", "told"),
    [
        (DOCTYPE, ":2: error: a DOCTYPE is not accepted"),
        ("<tmx>\n<body>\n</tmx>", ":3: error: not well-formed XML"),
        ("<tmx version='1.4'><body/></tmx>", "error: there are no "),
        ("\0\1\2", ":1: error: not well-formed XML"),
    ],
)
def test_what_cannot_be_read_is_told_and_changes_nothing(
    command: str, content: str, told: str, folder: Folder
) -> None:
    file = folder.write("in.xml", content)
    before = folder.tree()
    assert told in folder.run(command, "import", str(file), code=2).stderr
    assert folder.tree() == before


def test_tmx_comes_in_drafts_and_goes_out(folder: Folder) -> None:
    folder.run("extract")
    said = folder.run("memory", "import", str(folder.write("other tool.tmx", TMX))).stdout
    assert said == "es: 2 segments in locales/es/memory/other-tool.tmx\n"
    assert "es: 1 message drafted by memory" in folder.run("draft").stdout
    entry = folder.entry("Wait a moment.")
    assert (entry.msgstr, entry.fuzzy) == ("Espera.", True)
    assert "Pour the tea. Drink it." in folder.run("memory", "export", "es").stdout
    refused = folder.run("memory", "import", str(folder.root / "other tool.tmx"), "xx", code=2)
    assert "none of this folder's locales" in refused.stderr


def test_a_text_is_drafted_from_sentences_that_are_known(folder: Folder) -> None:
    pytest.importorskip("sentencex")
    folder.replace("source/tea.md", "Tea is a drink.", "Drink it. Wait a moment. Pour the tea.")
    folder.run("extract")
    folder.run("memory", "import", str(folder.write("m.tmx", TMX)))
    folder.run("draft")
    entry = folder.entry("Drink it. Wait a moment. Pour the tea.")
    assert entry.msgstr == "Bébalo. Espera. Sirva el té."
    assert entry.translator_comments == ("imprimatur: drafted by memory exact match of each sentence",)


def test_the_memory_is_searched(extracted: Folder) -> None:
    said = extracted.run("memory", "search", "es", "Wait a moment.").stdout
    assert said.startswith("100%  Wait a moment.\n      Espere un momento.")
    assert "Nothing like it" in extracted.run("memory", "search", "es", "Quite another matter.").stdout
    (match,) = json.loads(
        extracted.run("memory", "search", "es", "Tea is a hot drink.", "--format", "json").stdout
    )
    assert match["segment"]["target"] == SPANISH["Tea is a drink."]
