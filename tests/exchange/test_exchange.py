"""TMX and TBX: what is written is read again, and hostile files are refused."""

import io
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import glossary as glossaries
from pipeline.errors import InputError
from pipeline.exchange import tbx, tmx
from pipeline.glossary import Glossary, Target, Term
from pipeline.memory import Segment
from pipeline.model import LocaleTag

EN, ES, BR = LocaleTag("en"), LocaleTag("es"), LocaleTag("pt_BR")
PRINTABLE = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1, max_size=30
)
BOMB = b"""<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><tmx>&b;</tmx>"""
XXE = b"""<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<tmx>&x;</tmx>"""


def chunks(text: str | bytes, size: int = 7) -> Iterator[bytes]:
    stream = io.BytesIO(text if isinstance(text, bytes) else text.encode())
    yield from iter(lambda: stream.read(size), b"")


@given(st.lists(st.builds(Segment, source=PRINTABLE, target=PRINTABLE, context=PRINTABLE), max_size=5))
def test_a_memory_survives_tmx(segments: list[Segment]) -> None:
    written = "".join(tmx.write(segments, EN, BR))
    read = list(tmx.read(chunks(written), EN, BR, file="m.tmx"))
    assert [(each.source, each.target, each.context) for each in read] == [
        (each.source, each.target, each.context) for each in segments
    ]


def test_tmx_of_other_tools() -> None:
    text = """<?xml version="1.0"?><tmx version="1.4"><header/><body><tu>
    <tuv xml:lang="EN-US"><seg>Press <bpt i="1">&lt;b&gt;</bpt>stop<ept i="1">&lt;/b&gt;</ept>.</seg></tuv>
    <tuv lang="es-ES"><seg>Pulse <ph>x</ph>.</seg></tuv></tu>
    <tu><tuv xml:lang="en"><seg>Only English</seg></tuv></tu></body></tmx>"""
    assert [(each.source, each.target) for each in tmx.read(chunks(text), EN, ES, file="m.tmx")] == [
        ("Press <b>stop</b>.", "Pulse x.")
    ]


def test_an_imported_segment_is_never_approved() -> None:
    written = "".join(tmx.write([Segment(source="a", target="b", approved=True)], EN, ES))
    assert "x-approved" in written
    assert [each.approved for each in tmx.read(chunks(written), EN, ES, file="m.tmx")] == [False]


def test_tmx_is_read_as_a_stream() -> None:
    def endless() -> Iterator[bytes]:
        yield b"<tmx><body>"
        while True:
            yield b'<tu><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="es"><seg>b</seg></tuv></tu>'

    assert next(tmx.read(endless(), EN, ES, file="m.tmx")).target == "b"


@pytest.mark.parametrize(
    "hostile", [BOMB, XXE, b"<!DOCTYPE tmx><tmx/>", b"<a>" * 500, b"<tmx>", b"\xff\xfe<", b""]
)
def test_hostile_files_are_refused_with_their_line(hostile: bytes) -> None:
    for read in (
        lambda: list(tmx.read(chunks(hostile), EN, ES, file="m.xml")),
        lambda: tbx.read(chunks(hostile), EN, file="m.xml"),
    ):
        with pytest.raises(InputError) as caught:
            read()
        (finding,) = caught.value.findings
        assert finding.file == "m.xml"
        assert finding.line


TERMS = Glossary(
    terms=(
        Term(
            term="side effects",
            part_of_speech="noun",
            note="Not <adverse> events & co.",
            targets={
                ES: Target(text="efectos secundarios", gender="m", number="p"),
                BR: Target(text="efeitos colaterais", alternatives=("reações adversas",)),
            },
        ),
        Term(term="Oxyair", do_not_translate=True, case_sensitive=True),
    )
)


def plain(glossary: Glossary) -> list[tuple[object, ...]]:
    return [
        (
            term.term,
            term.part_of_speech,
            term.note,
            term.do_not_translate,
            term.case_sensitive,
            dict(term.targets),
        )
        for term in glossary.terms
    ]


def test_a_glossary_survives_tbx_and_csv() -> None:
    assert plain(tbx.read(chunks("".join(tbx.write(TERMS, EN))), EN, file="t.tbx")) == plain(TERMS)
    assert plain(glossaries.parse(glossaries.write(TERMS))) == plain(TERMS)


def test_tbx_version_2_is_read() -> None:
    text = """<martif type="TBX"><text><body><termEntry id="1"><langSet xml:lang="en"><tig><term>door</term></tig></langSet>
    <langSet xml:lang="es"><tig><term>puerta</term><termNote type="grammaticalGender">feminine</termNote></tig></langSet>
    </termEntry><termEntry><langSet xml:lang="es"><tig><term>nada</term></tig></langSet></termEntry></body></text></martif>"""
    (term,) = tbx.read(chunks(text), EN, file="t.tbx").terms
    assert term.targets == {ES: Target(text="puerta", gender="f")}


def test_the_preferred_term_leads_and_former_ones_stay_out() -> None:
    def word(text: str, status: str) -> str:
        note = f'<termNote type="administrativeStatus">{status}-admn-sts</termNote>'
        return f"<termSec><term>{text}</term>{note}</termSec>"

    spanish = (
        word("portal", "admittedTerm") + word("puerta", "preferredTerm") + word("porta", "deprecatedTerm")
    )
    text = (
        '<tbx><text><body><conceptEntry><langSec xml:lang="en"><termSec><term>door</term></termSec></langSec>'
        f'<langSec xml:lang="es">{spanish}</langSec></conceptEntry></body></text></tbx>'
    )
    (term,) = tbx.read(chunks(text), EN, file="t.tbx").terms
    assert term.targets == {ES: Target(text="puerta", alternatives=("portal",))}
