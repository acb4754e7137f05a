"""Both outputs change or none does."""

from pathlib import Path

import pytest

from pipeline.errors import MachineError
from pipeline.workflow import installing, outputs
from pipeline.workflow.installing import Installation
from pipeline.workflow.outputs import Unit
from pipeline.workflow.record import read


def made(live: Path, content: bytes) -> Installation:
    """Return an output of one page, written whole."""
    stage = outputs.stage(live, [Unit(name="page", key=content.hex())], read(live), live.parent / "cache")
    installation = Installation(stage)
    installation.add("page", {"index.html": content})
    assert installation.finish({})
    return installation


def install(*installations: Installation) -> None:
    try:
        installing.exchange(installations)
    finally:
        for each in installations:
            each.discard(finished=False)


def test_both_are_put_in_place(tmp_path: Path) -> None:
    preview, site = tmp_path / "preview", tmp_path / "site"
    install(made(preview, b"1"), made(site, b"2"))
    assert (preview / "index.html").read_bytes() == b"1"
    assert (site / "index.html").read_bytes() == b"2"
    assert {path.name for path in tmp_path.iterdir()} == {"preview", "site", "cache"}


@pytest.mark.parametrize("there", [True, False])
def test_where_the_second_cannot_be_moved_the_first_goes_back(
    tmp_path: Path, there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview, site = tmp_path / "preview", tmp_path / "site"
    if there:
        install(made(preview, b"old"))
    install(made(site, b"old"))
    exchange = installing.store.exchange

    def refuse(new: Path, live: Path) -> None:
        if live == site:
            raise installing.store.machine_error(PermissionError(13, "denied"), live)
        exchange(new, live)

    monkeypatch.setattr(installing.store, "exchange", refuse)
    with pytest.raises(MachineError):
        install(made(preview, b"new"), made(site, b"new"))
    assert preview.exists() == there
    assert not there or (preview / "index.html").read_bytes() == b"old"
    assert (site / "index.html").read_bytes() == b"old"
    assert {path.name for path in tmp_path.iterdir()} == (
        {"preview", "site", "cache"} if there else {"site", "cache"}
    )
