"""Reading is strict: what polib and gettext let pass is told, with line, reason and hint."""

import random
import re
from dataclasses import replace

import polib
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipeline.errors import InputError
from pipeline.model import Catalogue, Entry
from pipeline.po import read, scan, write
from pipeline.po.rules import plural_forms, unknown_kind
from tests.po.samples import (
    CATALOGUES,
    ES,
    EVERYTHING,
    HEADER,
    gettext,
    needs_gettext,
    problems,
    reading,
    told,
)

FIRST = HEADER.count("\n") + 1
"""The line below the header."""

ONE = 'msgid "a"\nmsgstr "b"\n'


class TestEverything:
    """Each construct ends up where the model has a place for it."""

    def test_comments_flags_and_previous_texts(self) -> None:
        entry = reading(EVERYTHING).entries[0]
        assert entry.translator_comments == (
            "a translator said: é",
            "imprimatur: drafted by apertium eng-spa",
        )
        assert entry.extracted_comments == ("paragraph in “Safety”",)
        assert entry.references == ("source/a.md",)
        assert entry.flags == ("fuzzy", "x-mine")
        assert (entry.previous_msgctxt, entry.previous_msgid) == ("old", 'old "quoted" text')
        assert (entry.msgid, entry.msgstr) == ("one\ntwo", "uno\ndos")

    def test_flags_of_new_gettext_and_comments_of_unknown_kinds(self) -> None:
        entry = reading(EVERYTHING).entries[1]
        assert entry.fuzzy
        assert entry.translator_comments == ("#@ a kind that nobody knows",)
        assert entry.key == ("title", "a title")

    def test_plurals(self) -> None:
        entry = reading(EVERYTHING).entries[2]
        assert (entry.msgid_plural, entry.msgstr_plural) == ("{n} pages", ("una página", "{n} páginas"))

    def test_obsolete_entries(self) -> None:
        old, older = reading(EVERYTHING).entries[4:]
        assert (old.obsolete, old.msgid, old.previous_msgid) == (True, "old", "older")
        assert (older.msgstr, older.fuzzy) == ("más viejo y más largo", True)
        assert older.translator_comments == ("still wanted",)

    def test_header_and_lines(self) -> None:
        catalogue = reading(EVERYTHING)
        assert catalogue.header[1] == ("Language", "es")
        assert catalogue.header_comments == ("Somebody's catalogue.",)
        lines = EVERYTHING.split("\n")
        for entry in catalogue.entries:
            assert lines[entry.line - 1].removeprefix("#~ ").startswith("msgid ")


class TestTolerant:
    """What editors write, and gettext accepts, is no error."""

    @pytest.mark.parametrize(
        "text",
        [
            HEADER + "\n" + ONE.rstrip("\n"),
            "\ufeff" + HEADER + "\n" + ONE,
            (HEADER + "\n" + ONE).replace("\n", "\r\n"),
            HEADER + ONE,
            HEADER + "\n\n\n" + ONE + "\n\n",
            HEADER + '\n  msgid   "a"  \n\tmsgstr\t"b" \n',
            HEADER + '\nmsgid ""\n"a"\nmsgstr\n"b"\n',
            HEADER.replace("UTF-8", "utf8") + "\n" + ONE,
            HEADER.replace("nplurals=2", "nplurals=nonsense") + "\n" + ONE,
            HEADER + "\n#\n#, fuzzy\n" + ONE,
        ],
    )
    def test_reads_as_one_message(self, text: str) -> None:
        (entry,) = reading(text).entries
        assert (entry.msgid, entry.msgstr) == ("a", "b")


class TestBroken:
    """One clear problem for each mistake."""

    @pytest.mark.parametrize(
        ("below", "expected"),
        [
            ('msgid "a\nmsgstr "b"\n', [("unterminated", 0)]),
            ('msgid "a"\nmsgstr "b\\"\n', [("unterminated", 1)]),
            ('msgid "a"\n\n' + ONE.replace("a", "c"), [("incomplete", 0)]),
            ('# x\nmsgstr "b"\n', [("incomplete", 1)]),
            ('msgstr "b"\n', [("junk", 0)]),
            ('msgid "a"\nmsgstr\n', [("incomplete", 0)]),
            ('msgid "a"\nmsgstr "b" c\n', [("junk", 1)]),
            ('msgid "a"\nmsgstr "b"c"\n', [("junk", 1)]),
            ('msgid "a"\nmsgstr b\n', [("junk", 1)]),
            (ONE + "what is this\n", [("junk", 2)]),
            ('# x\n"nothing above"\n' + ONE, [("junk", 1)]),
            ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', [("junk", 2)]),
            ('msgid "a"\n#~ msgstr "b"\n', [("junk", 1)]),
            ("#~\n" + ONE, [("junk", 0)]),
            ('#| msgstr "x"\n' + ONE, [("junk", 0)]),
            ('msgid "a\\q"\nmsgstr "b"\n', [("escape", 0)]),
            ('msgid "a"\nmsgstr "\\x41"\n', [("escape", 1)]),
            ('msgid "a"\nmsgstr "b\x07"\n', [("control", 1)]),
            ('msgid ""\nmsgstr "b"\n', [("doubled", 0)]),
            ('msgctxt "c"\nmsgid ""\nmsgstr "b"\n', [("header", 1)]),
            ('msgid "a"\nmsgid_plural "as"\nmsgstr "b"\n', [("incomplete", 0)]),
            ('msgid "a"\nmsgstr[0] "b"\n', [("incomplete", 0)]),
            ('msgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\nmsgstr[2] "c"\n', [("incomplete", 0)]),
            ('msgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\n', [("plural-forms", 0)]),
            (ONE + "\n#. paragraph\n", [("cut-off", 3)]),
            ('msgid "a"\nmsgstr "b\\n"\n', [("cut-off", 0)]),
        ],
    )
    def test_is_told_with_its_line(self, below: str, expected: list[tuple[str, int]]) -> None:
        assert told(HEADER + below) == [(kind, FIRST + line) for kind, line in expected]

    def test_all_problems_are_told_together(self) -> None:
        text = HEADER + 'msgid "a\nmsgstr "b"\n\nmsgid "c"\n\njunk\n' + 'msgid "d"\nmsgstr "\\q"\n'
        assert [kind for kind, _ in told(text)] == ["unterminated", "incomplete", "junk", "escape"]

    def test_a_doubled_message_names_both_lines(self) -> None:
        (problem,) = problems(HEADER + ONE + "\n" + ONE)
        assert problem.line == FIRST + 3
        assert f"line {FIRST}" in problem.reason

    def test_an_obsolete_message_that_is_there_too_is_doubled(self) -> None:
        assert told(HEADER + ONE + '\n#~ msgid "a"\n#~ msgstr "c"\n') == [("doubled", FIRST + 3)]

    def test_the_same_text_in_two_contexts_is_not(self) -> None:
        assert len(reading(HEADER + ONE + '\nmsgctxt "c"\n' + ONE).entries) == 2

    def test_merge_markers_hide_all_that_follows_from_them(self) -> None:
        text = HEADER + "<<<<<<< HEAD\n" + ONE + "=======\n" + ONE + ">>>>>>> theirs\n"
        assert told(text) == [
            ("merge-marker", FIRST),
            ("merge-marker", FIRST + 3),
            ("merge-marker", FIRST + 6),
        ]

    def test_bytes_that_are_not_utf_8(self) -> None:
        (problem,) = problems((HEADER + 'msgid "a"\nmsgstr "').encode() + b"\xe9" + b'"\n')
        assert (problem.id, problem.line) == ("catalogue.encoding", FIRST + 1)
        assert "0xE9" in problem.reason

    @pytest.mark.parametrize("charset", ["ISO-8859-1", "CHARSET", ""])
    def test_another_charset(self, charset: str) -> None:
        assert told(HEADER.replace("UTF-8", charset) + "\n" + ONE) == [("charset", 1)]

    def test_no_header(self) -> None:
        assert told(ONE) == [("header", 1)]

    @pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", " \t\r\n"])
    def test_an_empty_file(self, text: str) -> None:
        assert told(text) == [("empty", 1)]

    def test_a_file_of_another_kind(self) -> None:
        junk = random.Random(1).randbytes(20_000)
        assert 1 < len(problems(junk)) <= 52

    @pytest.mark.parametrize(
        "rule",
        [
            "",
            "nplurals=2",
            "nplurals=0; plural=0;",
            "nplurals=99; plural=n;",
            "nplurals=2; plural=n;",
            "nplurals=2; plural=1/n;",
            "nplurals=2; plural=__import__('os');",
            "nplurals=2; plural=" + "(" * 300 + "n" + ")" * 300 + ";",
            "nplurals=2; plural=n" + "+n" * 5000 + ";",
        ],
    )
    def test_absurd_plural_forms(self, rule: str) -> None:
        assert plural_forms(rule) is None
        text = HEADER.replace("nplurals=2; plural=(n != 1);", rule)
        plural = 'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\nmsgstr[1] "c"\n'
        assert told(text + "\n" + plural) == [("plural-forms", 1)]


def ours(catalogue: Catalogue, entries: tuple[Entry, ...]) -> str:
    """A file in our own form."""
    afresh = tuple(replace(entry, raw=None) for entry in entries)
    return write(Catalogue(locale=catalogue.locale, header=catalogue.header, entries=afresh))


class TestCutOff:
    """A file that lost its end is never taken for a shorter catalogue."""

    def silent(self, text: str) -> list[str]:
        """The beginnings of a file that read as another catalogue."""
        whole, data, silent = reading(text), text.encode(), []
        for length in range(len(data)):
            try:
                part = reading(data[:length])
            except InputError:
                continue
            if part != whole:
                silent.append(data[:length].decode())
        return silent

    def test_at_no_byte_of_a_file_of_ours(self) -> None:
        catalogue = reading(EVERYTHING)
        live = tuple(entry for entry in catalogue.entries if not entry.obsolete)
        assert self.silent(ours(catalogue, live)) == []

    def test_but_purging_the_obsolete_ones_looks_the_same(self) -> None:
        catalogue = reading(EVERYTHING)
        text = ours(catalogue, catalogue.entries)
        boundary = text.index("\n\n#~")
        assert [len(part) - boundary for part in self.silent(text)] == [0, 1, 2, 3]

    def test_deleted_messages_are_noticed_and_the_hint_helps(self) -> None:
        start = EVERYTHING.index("#= fuzzy")
        text = EVERYTHING[:start] + EVERYTHING[EVERYTHING.index("#, range") :]
        (problem,) = problems(text)
        assert problem.id == "catalogue.cut-off"
        assert "git checkout" in problem.hint
        line = next(line for line in text.split("\n") if "X-Imprimatur" in line)
        assert len(reading(text.replace(line + "\n", "")).entries) == 5


@given(CATALOGUES)
def test_polib_reads_our_files_the_same(catalogue: Catalogue) -> None:
    # polib refuses comments of kinds that it does not know.
    assume(not any(unknown_kind(line) for entry in catalogue.entries for line in entry.translator_comments))
    text = write(catalogue)
    theirs = {(entry.msgctxt, entry.msgid): entry for entry in polib.pofile(text)}
    for entry in reading(text).entries:
        other = theirs.pop(entry.key)
        forms = tuple(other.msgstr_plural[index] for index in sorted(other.msgstr_plural))
        assert (other.msgstr, forms) == ("", entry.msgstr_plural) if forms else (entry.msgstr, ())
        assert (other.obsolete, bool(other.fuzzy)) == (entry.obsolete, entry.fuzzy)
    assert not theirs


@needs_gettext
@settings(max_examples=25)
@given(CATALOGUES.filter(lambda catalogue: catalogue.entries))
def test_gettext_accepts_and_keeps_our_files(catalogue: Catalogue) -> None:
    def kept(entry: Entry) -> tuple[object, ...]:
        # gettext takes the mark from what has no translation yet.
        fuzzy = entry.fuzzy and bool(entry.msgstr)
        texts = (entry.msgid_plural, entry.msgstr, entry.msgstr_plural, entry.previous_msgid)
        return (entry.key, *texts, entry.obsolete, fuzzy)

    # At the very end the empty string that says "not cut off" would get lost.
    last = next(
        (entry for entry in reversed(catalogue.entries) if entry.msgstr or not entry.obsolete),
        Entry(msgid=""),
    )
    assume(not (last.msgstr, *last.msgstr_plural)[-1].endswith("\n"))
    text = write(catalogue)
    assert [kept(entry) for entry in reading(gettext("msgcat", text=text)).entries] == [
        kept(entry) for entry in reading(text).entries if entry.msgstr or not entry.obsolete
    ]


@given(CATALOGUES)
def test_the_shorter_way_reads_what_the_grammar_reads(catalogue: Catalogue) -> None:
    data = write(catalogue).encode()
    short = read(data, file="", locale=ES)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scan, "_PLAIN", re.compile("(?!)"))
        whole = read(data, file="", locale=ES)
    assert short == whole
    assert [(entry.raw, entry.line) for entry in short.entries] == [
        (entry.raw, entry.line) for entry in whole.entries
    ]


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_whatever_stands_in_a_file_is_read_or_told(junk: bytes) -> None:
    for data in (junk, HEADER.encode() + b"\n" + junk, EVERYTHING.encode() + junk):
        try:
            assert write(reading(data)).encode() == data
        except InputError as error:
            assert error.findings
