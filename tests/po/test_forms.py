"""A catalogue that is its template with translations and nothing else is known without being read."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.catalogue import changed, update, waiting
from pipeline.errors import InputError
from pipeline.model import ArticleName, Catalogue, Kind, Message, Template
from pipeline.po import forms, outline, read, write, write_template
from tests.po.samples import ES, TEXTS

MESSAGES = st.builds(
    Message,
    msgid=TEXTS | st.sampled_from(["a", "b", 'a "quoted"\nline', "back\\slash"]),
    msgctxt=st.sampled_from([None, None, "title", ""]),
    kind=st.sampled_from(Kind),
    section=st.sampled_from(["", "Doses  and\tdays", "“x”"]),
    notes=st.lists(st.sampled_from(["", "a note", "two\n\nlines", "# x", "x\u2028y"]), max_size=2).map(tuple),
)
TEMPLATES = st.lists(MESSAGES, min_size=1, max_size=5, unique_by=lambda message: message.key).map(
    lambda messages: Template(article=ArticleName("a"), messages=tuple(messages))
)
EDITS = st.tuples(
    st.sampled_from(
        [
            "",
            "\n",
            "x",
            '"',
            "\\",
            "\\n",
            '\\n"',
            '"\n"',
            "#",
            "# x\n",
            "#, fuzzy\n",
            "\x07",
            "=======\n",
            "msgid",
        ]
    ),
    st.floats(0, 1),
    st.integers(0, 3),
)
"""What is put in, where, and how much of what stood there goes."""


def filled(template: Template, texts: list[str]) -> Catalogue:
    """A catalogue whose translations are `texts`, in turn."""
    made = update(template, None, locale=ES)
    entries = (
        changed(entry, msgstr=texts[place % len(texts)]) if texts else entry
        for place, entry in enumerate(made.entries)
    )
    return replace(made, entries=tuple(entries))


def known(data: bytes, template: Template) -> frozenset[str] | None:
    found = outline(data, template, forms(template))
    return found.settled() if found else None


def test_a_template_is_its_forms_without_translations() -> None:
    message = Message(msgid='a "b"\nc', msgctxt="title", kind=Kind.TITLE, section="Doses", notes=("x",))
    template = Template(article=ArticleName("tea"), messages=(message,))
    (form,) = forms(template)
    assert form == (
        '#. title in “Doses”\n#. x\n#: source/tea.md\nmsgctxt "title"\nmsgid "a \\"b\\"\\n"\n"c"\nmsgstr '
    )
    assert write_template(template, project="x").endswith(form + '""\n')


@given(TEMPLATES, st.lists(st.sampled_from(["uno", "dos\ntres", 'el "cuatro"', ""]), max_size=4))
def test_what_was_written_for_a_template_and_translated_is_settled(
    template: Template, texts: list[str]
) -> None:
    catalogue = filled(template, texts)
    wanted = frozenset(entry.msgid for entry in catalogue.entries if not entry.msgstr)
    assert known(write(catalogue).encode(), template) == wanted


@given(
    TEMPLATES,
    TEMPLATES,
    st.lists(TEXTS | st.just("a\n") | st.just(""), max_size=4),
    st.lists(EDITS, max_size=2),
    st.booleans(),
)
def test_an_update_and_a_writer_leave_what_is_settled_as_it_is(
    template: Template,
    before: Template,
    texts: list[str],
    edits: list[tuple[str, float, int]],
    other: bool,
) -> None:
    text = write(filled(before if other else template, texts))
    for new, place, gone in edits:
        at = int(place * len(text))
        text = text[:at] + new + text[at + gone :]
    data = text.encode()
    if (left := known(data, template)) is None:
        return
    held = read(data, file="", locale=ES)
    assert update(template, held, locale=ES) is held
    assert write(held) == text
    assert waiting(template, held, held) == (left, False)


@given(
    TEMPLATES,
    TEMPLATES,
    st.lists(TEXTS | st.just("a\n") | st.just(""), max_size=4),
    st.lists(EDITS, max_size=3),
)
def test_what_is_read_by_the_forms_of_a_template_is_what_is_read_without(
    template: Template, before: Template, texts: list[str], edits: list[tuple[str, float, int]]
) -> None:
    text = write(update(template, filled(before, texts), locale=ES))
    for new, place, gone in edits:
        at = int(place * len(text))
        text = text[:at] + new + text[at + gone :]
    data = text.encode()
    for each in (template, before):
        found = outline(data, each, forms(each))
        if found and (held := found.read(ES)) is not None:
            wanted = read(data, file="", locale=ES)
            assert held == wanted
            assert (held.header_raw, held.trailer) == (wanted.header_raw, wanted.trailer)
            assert [entry.raw for entry in held.entries] == [entry.raw for entry in wanted.entries]


def test_most_of_a_catalogue_whose_article_changed_is_known_by_its_forms() -> None:
    old, new = (
        Template(
            article=ArticleName("a"),
            messages=tuple(Message(msgid=text, kind=Kind.PARAGRAPH) for text in texts),
        )
        for texts in (("One tea.", "Two.", "Three."), ("Three.", "One tea a day.", "Two."))
    )
    held = update(new, filled(old, ["uno", "dos", "tres"]), locale=ES)
    data = write(held).encode()
    found = outline(data, old, forms(old))
    assert found
    assert [place for place, _ in found.pieces] == [2, None, 1, None]
    assert found.settled() is None
    assert found.read(ES) == read(data, file="", locale=ES)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('msgstr "uno"', 'msgstr "uno'),
        ('msgstr "uno"', 'msgstr "uno\\q"'),
        ('msgstr "dos"', 'msgstr "dos\\n"'),
        ("charset=UTF-8", "charset=Latin-1"),
        ("Messages: 2", "Messages: 3"),
        ('msgstr "uno"', 'msgstr "\x1b"'),
        ('msgid ""', 'msgid "x"'),
    ],
)
def test_a_broken_file_is_never_settled(old: str, new: str) -> None:
    template = Template(
        article=ArticleName("a"), messages=tuple(Message(msgid=text, kind=Kind.TITLE) for text in "ab")
    )
    text = write(filled(template, ["uno", "dos"]))
    assert old in text
    data = text.replace(old, new, 1).encode()
    assert known(data, template) is None
    with pytest.raises(InputError):
        read(data, file="", locale=ES)
    assert known(b"\xff" + text.encode(), template) is None
    assert known(text.encode() + b"\n# mine", template) is None
