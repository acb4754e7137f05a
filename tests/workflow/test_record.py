"""The record of a built folder: written line by line, read where it is needed, or not believed at all."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Edition, Entry
from pipeline.workflow import record, recorded
from pipeline.workflow.record import Bundle, Line, Spool
from tests.render.editions import edition

ENTRIES = (
    Entry(msgid="Tea.", msgctxt="paragraph", msgstr="Té."),
    Entry(msgid="A cup", msgid_plural="Cups", msgstr_plural=("Taza", "Tazas"), flags=("python-format",)),
)
BUNDLES = {
    "": Bundle("", {"start": ("other", {"index.html": "sha"})}),
    "tea": Bundle("of all", {"page/tea/es": ("key", {"es/tea/index.html": "sha"})}),
}
UNITS = {"start": "other", "page/tea/es": "key"}
FILES = {"es/tea/index.html": ("page/tea/es", "sha"), "index.html": ("start", "sha")}


def line(tag: str, one: Edition, digest: str = "digest") -> Line:
    return Line("tea", tag, one.slug, digest, recorded.dump(one), recorded.dump_entries(ENTRIES))


def whole(lines: Iterable[Line]) -> Iterator[bytes]:
    return record.written((record.bundle_line(name, each) for name, each in BUNDLES.items()), lines)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    lines = (line(tag, edition(tag, slug=f"té {tag}\t")) for tag in ("ar", "es", "pt_BR"))
    with (tmp_path / record.NAME).open("wb") as file:
        file.writelines(whole(lines))
    return tmp_path


def test_what_is_written_is_read(written: Path) -> None:
    found = record.read(written)
    assert (found.units, found.files) == (UNITS, FILES)
    assert dict(found.bundles) == BUNDLES
    assert found.bundles.key("tea") == "of all"
    assert found.bundles.key("water") == ""
    assert found.sha == record.seal(written)
    assert list(found.published) == [("tea", "ar"), ("tea", "es"), ("tea", "pt_BR")]
    one = found.published["tea", "pt_BR"]
    assert one.edition == edition("pt_BR", slug="té pt_BR\t")
    assert one.entries == ENTRIES
    assert one.digest == found.published.digest(("tea", "pt_BR")) == "digest"
    assert found.published.digest(("tea", "de")) == ""
    assert ("tea", "de") not in found.published
    assert found.published.articles["pt-BR/té pt_BR\t/index.html"] == "tea"


def test_a_line_that_is_carried_over_keeps_every_byte(written: Path) -> None:
    held = record.read(written)
    lines = map(held.published.line, held.published)
    again = b"".join(record.written(map(held.bundles.line, held.bundles), lines))
    assert again == (written / record.NAME).read_bytes()


def test_it_is_read_on_after_another_took_its_place(written: Path) -> None:
    held = record.read(written)
    (written / record.NAME).rename(written / "before")
    (written / record.NAME).write_bytes(b"other")
    assert held.published["tea", "es"].edition.slug == "té es\t"


@given(data=st.data())
def test_a_byte_more_less_or_other_and_none_of_it_is_believed(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("record")
    good = b"".join(whole([line("es", edition("es"))]))
    at = data.draw(st.integers(0, len(good) - 2))
    other = data.draw(st.binary(max_size=2).filter(lambda some: some != good[at : at + 1]))
    (folder / record.NAME).write_bytes(good[:at] + other + good[at + 1 :])
    found = record.read(folder)
    assert not found.units
    assert not found.published


def test_lines_that_are_missing_at_the_end_are_missed(written: Path) -> None:
    path = written / record.NAME
    lines = path.read_bytes().splitlines(keepends=True)
    for damaged in (lines[:-1], [*lines[:-2], lines[-1]], [*lines, lines[1]], [lines[0]], []):
        path.write_bytes(b"".join(damaged))
        assert not record.read(written).units


def test_the_record_of_the_second_version_is_read(written: Path) -> None:
    now = record.read(written)
    before = dict(now.published)
    assert (now.units, now.files) == (UNITS, FILES)
    head = {"version": 2, "units": UNITS, "files": {one: list(owned) for one, owned in FILES.items()}}
    path = written / record.NAME
    lines = [json.dumps(head).encode() + b"\n", *path.read_bytes().splitlines(keepends=True)[3:-1]]
    seal = {"sha256": hashlib.sha256(b"".join(lines)).hexdigest()}
    path.write_bytes(b"".join(lines) + json.dumps(seal).encode() + b"\n")
    then = record.read(written)
    assert (then.units, then.files) == (now.units, now.files)
    assert dict(then.published) == before
    assert not any(then.bundles.key(name) for name in then.bundles), "each is planned again"


def test_the_record_of_the_first_version_is_read(written: Path) -> None:
    now = record.read(written)
    editions = dict(now.published)
    assert (now.units, now.files) == (UNITS, FILES)
    payload = {
        "units": UNITS,
        "files": {address: list(owned) for address, owned in FILES.items()},
        "published": [
            {
                "article": article,
                "locale": locale,
                "edition": json.loads(now.published.line((article, locale)).edition),
                "entries": json.loads(now.published.line((article, locale)).entries),
                "digest": "digest",
            }
            for article, locale in now.published
        ],
    }
    text = json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    whole = {"version": 1, "sha256": hashlib.sha256(text.encode()).hexdigest(), "record": payload}
    path = written / record.NAME
    path.write_text(json.dumps(whole, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
    then = record.read(written)
    assert (then.units, then.files) == (now.units, now.files)
    assert dict(then.published) == editions
    path.write_text(path.read_text("utf-8").replace("sha", "shb"), encoding="utf-8")
    assert not record.read(written).units


def test_rendered_editions_wait_on_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record, "_HELD", 100)
    rendered = Spool()
    made = {("tea", tag): edition(tag) for tag in ("es", "ar", "ja")}
    for which, one in made.items():
        rendered.put(which, recorded.dump(one))
        assert rendered.get(which) == recorded.dump(one)
    for which, one in made.items():
        data = rendered.get(which)
        assert data
        assert recorded.load(data) == one
    assert rendered.get(("tea", "de")) is None
    rendered.close()
