"""Both outputs change or none does."""

from pathlib import Path

import pytest

from pipeline.errors import MachineError
from pipeline.workflow import outputs
from pipeline.workflow.outputs import Made, Stage, Unit
from pipeline.workflow.record import read


def made(live: Path, content: bytes) -> Made:
    """Return an output of one page."""
    stage = Stage(live=live, held=read(live), units=(Unit(name="page", key=content.hex()),), kept={})
    return Made(stage=stage, files={"page": {"index.html": content}}, published={})


def test_both_are_put_in_place(tmp_path: Path) -> None:
    preview, site = tmp_path / "preview", tmp_path / "site"
    assert outputs.install([made(preview, b"1"), made(site, b"2")]) == [True, True]
    assert (preview / "index.html").read_bytes() == b"1"
    assert (site / "index.html").read_bytes() == b"2"
    assert {path.name for path in tmp_path.iterdir()} == {"preview", "site"}


@pytest.mark.parametrize("there", [True, False])
def test_where_the_second_cannot_be_moved_the_first_goes_back(
    tmp_path: Path, there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview, site = tmp_path / "preview", tmp_path / "site"
    if there:
        outputs.install([made(preview, b"old")])
    outputs.install([made(site, b"old")])
    exchange = outputs.store.exchange

    def refuse(new: Path, live: Path) -> None:
        if live == site:
            raise outputs.store.machine_error(PermissionError(13, "denied"), live)
        exchange(new, live)

    monkeypatch.setattr(outputs.store, "exchange", refuse)
    with pytest.raises(MachineError):
        outputs.install([made(preview, b"new"), made(site, b"new")])
    assert preview.exists() == there
    assert not there or (preview / "index.html").read_bytes() == b"old"
    assert (site / "index.html").read_bytes() == b"old"
    assert {path.name for path in tmp_path.iterdir()} == ({"preview", "site"} if there else {"site"})
