"""Catalogues to read and to write, and gettext's own programs to hold us to."""

import shutil
import subprocess

import pytest
from hypothesis import strategies as st

from pipeline.catalogue import new_header
from pipeline.errors import InputError
from pipeline.model import Catalogue, Entry, Finding, LocaleTag
from pipeline.po import read

ES = LocaleTag("es")

needs_gettext = pytest.mark.skipif(not shutil.which("msgfmt"), reason="needs gettext's programs")

HEADER = r"""# Somebody's catalogue.
msgid ""
msgstr ""
"Project-Id-Version: x\n"
"Language: es\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"""

EVERYTHING = (
    HEADER
    + r""""X-Imprimatur-Messages: 4 and 2 obsolete\n"

# a translator said: é
# imprimatur: drafted by apertium eng-spa
#. paragraph in “Safety”
#: source/a.md
#, fuzzy, x-mine
#| msgctxt "old"
#| msgid "old \"quoted\" text"
msgid "one\n"
"two"
msgstr "uno\n"
"dos"

#= fuzzy
#@ a kind that nobody knows
msgctxt "title"
msgid "a title"
msgstr "un título"

#, range: 0..3
msgid "a page"
msgid_plural "{n} pages"
msgstr[0] "una página"
msgstr[1] "{n} páginas"

msgid "not yet \\ done"
msgstr ""

#~| msgid "older"
#~ msgid "old"
#~ msgstr "viejo"

# still wanted
#, fuzzy
#~ msgid "older and longer"
#~ msgstr ""
#~ "más viejo y "
#~ "más largo"

# the end
"""
)
"""Every construct of the format that we know of."""


def reading(text: str | bytes) -> Catalogue:
    data = text.encode() if isinstance(text, str) else text
    return read(data, file="locales/es/LC_MESSAGES/a.po", locale=ES)


def problems(text: str | bytes) -> list[Finding]:
    """What is wrong with a file; all of it is told with file, reason and hint."""
    with pytest.raises(InputError) as error:
        reading(text)
    found = list(error.value.findings)
    for finding in found:
        assert finding.file == "locales/es/LC_MESSAGES/a.po"
        assert finding.reason
        assert finding.hint
        assert "\n" not in finding.reason
    return found


def told(text: str | bytes) -> list[tuple[str, int | None]]:
    """The id's last part and the line of each problem."""
    return [(finding.id.removeprefix("catalogue."), finding.line) for finding in problems(text)]


def gettext(program: str, *arguments: str, text: str) -> str:
    """Run one of gettext's programs over a catalogue; it must be content with it."""
    command = [program, *arguments, "-"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), min_size=1, max_size=60
)
PROSE = st.lists(
    st.sampled_from(["oxygen", "*is*", "not", "50%", '"quoted"', "\\", "中文", "الأكسجين", "\n", "\t"]),
    max_size=40,
)
COMMENTS = st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20), max_size=3).map(
    tuple
)
FLAGS = st.lists(st.sampled_from(["fuzzy", "x-mine", "no-wrap", "range: 0..3"]), unique=True, max_size=3).map(
    tuple
)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Any entry that a catalogue may hold."""
    obsolete, plural = draw(st.booleans()), draw(st.booleans())
    forms = tuple(draw(st.lists(TEXTS | st.just(""), min_size=2, max_size=2))) if plural else ()
    previous = draw(st.none() | TEXTS)
    return Entry(
        msgid=draw(TEXTS | PROSE.map(" ".join).filter(bool)),
        msgctxt=draw(st.none() | TEXTS),
        msgid_plural=draw(TEXTS) if plural else None,
        msgstr=forms[0] if plural else draw(TEXTS | PROSE.map(" ".join)),
        msgstr_plural=forms,
        flags=draw(FLAGS),
        previous_msgid=previous,
        previous_msgctxt=draw(st.none() | TEXTS) if previous else None,
        translator_comments=draw(COMMENTS),
        extracted_comments=() if obsolete else draw(COMMENTS),
        references=() if obsolete else ("source/a.md",),
        obsolete=obsolete,
    )


def _catalogue(made: list[Entry]) -> Catalogue:
    unique = {entry.key: entry for entry in made}.values()
    ordered = sorted(unique, key=lambda entry: entry.obsolete)
    return Catalogue(locale=ES, header=new_header("x", ES), header_comments=("mine",), entries=tuple(ordered))


CATALOGUES = st.lists(entries(), max_size=6).map(_catalogue)
