"""Writing gives back every byte that nobody changed, and a change of one message is one change."""

import difflib
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.catalogue import template_entries, template_header, update
from pipeline.errors import InputError
from pipeline.model import ArticleName, Catalogue, Entry, Kind, LocaleTag, Message, Template
from pipeline.po import changed, write, write_template
from tests.po.samples import CATALOGUES, ES, EVERYTHING, HEADER, gettext, needs_gettext, reading

MESSAGES = tuple(
    Message(msgid=f"{number}. Patients with multiple sclerosis sat in the chamber for 60 minutes at 2.4 ATA.\nThen "
            'they "rested" — once — and wrote down how they felt about it, in their own words.',
            kind=Kind.PARAGRAPH, section="Safety and precautions")
    for number in range(6)
)  # fmt: skip
TEMPLATE = Template(article=ArticleName("a"), messages=MESSAGES)


def filled() -> Catalogue:
    made = update(TEMPLATE, None, locale=ES)
    comment = ("imprimatur: drafted by apertium eng-spa", "look again")
    entries = (
        changed(entry, msgstr=entry.msgid.upper(), flags=("fuzzy",), translator_comments=comment)
        for entry in made.entries
    )
    return replace(made, entries=tuple(entries))


def fresh(catalogue: Catalogue) -> Catalogue:
    """The same catalogue, as if it had never been in a file."""
    entries = tuple(replace(entry, raw=None) for entry in catalogue.entries)
    return replace(catalogue, entries=entries, header_raw=None, trailer="")


class TestIdentity:
    """Reading and writing is no change."""

    @pytest.mark.parametrize("newline", ["\n", "\r\n"])
    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    @pytest.mark.parametrize("end", ["", "\n\n", "\n# a comment at the very end"])
    def test_of_every_byte(self, newline: str, mark: str, end: str) -> None:
        text = (mark + EVERYTHING + end).replace("\n", newline)
        assert write(reading(text)) == text

    @given(CATALOGUES)
    def test_of_every_catalogue(self, catalogue: Catalogue) -> None:
        text = write(catalogue)
        again = reading(text)
        assert again.entries == catalogue.entries
        assert again.header_comments == catalogue.header_comments
        assert again.header[:-1] == catalogue.header
        assert write(again) == text
        assert write(fresh(again)) == text

    @needs_gettext
    @pytest.mark.parametrize("program", ["msgcat", "msgattrib"])
    @pytest.mark.parametrize(
        "options", [(), ("--no-wrap",), ("--width=40",), ("--width=132", "--sort-output")]
    )
    def test_of_a_file_that_gettext_wrapped(self, program: str, options: tuple[str, ...]) -> None:
        wrapped = gettext(program, *options, text=write(filled()))
        catalogue = reading(wrapped)
        assert write(catalogue) == wrapped
        assert update(TEMPLATE, catalogue, locale=ES) is catalogue

    @given(CATALOGUES, st.randoms(use_true_random=False))
    def test_what_was_read_need_not_be_read_again(self, catalogue: Catalogue, chance: Random) -> None:
        was = reading(write(catalogue))
        entries = [*was.entries, *(Entry(msgid=f"new {number}", msgstr="a\n") for number in range(2))]
        chance.shuffle(entries)
        edits = (
            lambda entry, place: entry,
            lambda entry, place: entry,
            lambda entry, place: changed(entry, msgstr="otro", msgid_plural=None, msgstr_plural=()),
            lambda entry, place: replace(entry, flags=("forgotten",)),
            lambda entry, place: replace(entry, raw=f'\nmsgid "strange {place}"\nmsgstr "x"\n'),
        )
        made = tuple(chance.choice(edits)(entry, place) for place, entry in enumerate(entries[1:]))
        new = replace(was, entries=made)
        assert write(new, was=was) == write(new)

    @needs_gettext
    def test_of_a_file_that_gettext_merged(self, tmp_path_factory: pytest.TempPathFactory) -> None:
        template = tmp_path_factory.mktemp("t") / "a.pot"
        template.write_text(write_template(TEMPLATE, project="x"))
        catalogue = tmp_path_factory.mktemp("c") / "a.po"
        catalogue.write_text(write(filled()))
        import subprocess

        merged = subprocess.run(
            ["msgmerge", "--quiet", "--width=60", str(catalogue), str(template)],
            capture_output=True,
            check=True,
        ).stdout.decode()
        held = reading(merged)
        assert write(held) == merged
        assert update(TEMPLATE, held, locale=ES) is held


class TestOneChange:
    """A change of one message is a diff of one message, whatever tool wrapped the rest."""

    def diff(self, old: str, new: str) -> list[str]:
        lines = difflib.unified_diff(old.split("\n"), new.split("\n"), n=0, lineterm="")
        return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]

    @needs_gettext
    def test_in_a_wrapped_file(self) -> None:
        wrapped = gettext("msgcat", "--width=50", text=write(filled()))
        catalogue = reading(wrapped)
        entries = list(catalogue.entries)
        entries[2] = changed(entries[2], msgstr="NUEVO")
        new = write(replace(catalogue, entries=tuple(entries)))
        assert '+msgstr "NUEVO"' in self.diff(wrapped, new)
        assert reading(new).entries[2].msgstr == "NUEVO"
        for before, after in zip(catalogue.entries, reading(new).entries, strict=True):
            assert before.raw == after.raw or after.msgstr == "NUEVO"

    def test_keeps_the_newlines_of_the_file(self) -> None:
        catalogue = reading(EVERYTHING.replace("\n", "\r\n"))
        entries = (changed(catalogue.entries[0], msgstr="a\nb"), *catalogue.entries[1:])
        text = write(replace(catalogue, entries=entries))
        assert "\n" not in text.replace("\r\n", "")

    def test_a_new_message_adds_to_the_count_alone(self) -> None:
        old = write(filled())
        more = replace(TEMPLATE, messages=(*MESSAGES, Message(msgid="new", kind=Kind.PARAGRAPH)))
        new = write(update(more, reading(old), locale=ES))
        assert [line for line in self.diff(old, new) if line[0] == "-"] == [r'-"X-Imprimatur-Messages: 6\n"']

    def test_a_file_of_another_tool_gets_a_count_when_it_changes(self) -> None:
        catalogue = reading(HEADER + '\nmsgid "a"\nmsgstr "b"\n')
        text = write(replace(catalogue, entries=(changed(catalogue.entries[0], msgstr="c"),)))
        assert text == HEADER + '"X-Imprimatur-Messages: 1\\n"\n\nmsgid "a"\nmsgstr "c"\n'

    def test_an_edit_that_forgot_to_drop_the_old_text_is_written_all_the_same(self) -> None:
        catalogue = reading(EVERYTHING)
        entries = (replace(catalogue.entries[0], msgstr="edited"), *catalogue.entries[1:])
        assert reading(write(replace(catalogue, entries=entries))).entries[0].msgstr == "edited"

    def test_dropped_messages_are_not_taken_for_lost_ones(self) -> None:
        catalogue = reading(EVERYTHING)
        text = write(replace(catalogue, entries=catalogue.entries[:1]))
        assert dict(reading(text).header)["X-Imprimatur-Messages"] == "1"


class TestForm:
    """Our own form: no wrapping, no dates, no line numbers."""

    def test_of_an_entry(self) -> None:
        entry = Entry(
            msgid='a "b"\nc',
            msgctxt="x",
            msgstr="d\\\n\ne\n",
            flags=("fuzzy", "x-mine"),
            previous_msgid="p",
            translator_comments=("t", "", "#@ u", "#, v"),
            extracted_comments=("e", ""),
            references=("f", "g"),
        )
        end = Entry(msgid="z")
        text = write(Catalogue(locale=ES, header=reading(EVERYTHING).header, entries=(entry, end)))
        assert text[text.index("# t") : text.index('\nmsgid "z"')] == (
            '# t\n#\n#@ u\n# #, v\n#. e\n#.\n#: f g\n#, fuzzy, x-mine\n#| msgid "p"\n'
            'msgctxt "x"\nmsgid "a \\"b\\"\\n"\n"c"\nmsgstr "d\\\\\\n"\n"\\n"\n"e\\n"\n""\n'
        )

    @pytest.mark.parametrize("text", ["a\ud800", "a\x00", "a\x1b[2J"])
    def test_what_no_file_can_hold_is_refused(self, text: str) -> None:
        catalogue = Catalogue(
            locale=ES, header=reading(EVERYTHING).header, entries=(Entry(msgid="a", msgstr=text),)
        )
        with pytest.raises(InputError):
            write(catalogue)

    def test_a_doubled_message_is_never_written(self) -> None:
        catalogue = reading(EVERYTHING)
        with pytest.raises(InputError):
            write(replace(catalogue, entries=(*catalogue.entries, catalogue.entries[0])))

    @needs_gettext
    def test_of_a_template(self) -> None:
        text = write_template(TEMPLATE, project="x")
        assert "Date" not in text
        assert "#: source/a.md\n" in text
        assert reading(text).entries == template_entries(TEMPLATE)
        assert gettext("msgfmt", "-c", "--check-accelerators", "-o", "/dev/null", text=text) == ""

    @needs_gettext
    def test_of_a_catalogue_pleases_msgfmt(self) -> None:
        gettext("msgfmt", "-c", "-o", "/dev/null", text=write(filled()))


def test_a_template_is_its_messages_written_as_entries() -> None:
    messages = (
        Message(
            msgid='One "quoted"\nline', kind=Kind.PARAGRAPH, section="Doses", notes=("a note", "two\nlines")
        ),
        Message(msgid="One", msgctxt="title", kind=Kind.TITLE),
    )
    template = Template(article=ArticleName("tea"), messages=messages)
    as_entries = Catalogue(
        locale=LocaleTag(""), header=template_header("Tea"), entries=template_entries(template)
    )
    assert write_template(template, project="Tea") == write(as_entries)
