"""`--cluster`: the same bytes as on this machine, and a worker that dies costs a retry.

The cluster is Dask's own: a scheduler and workers as processes of their own, which share no folder with
the build but the program's.
"""

import json
import os
import pickle
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from pipeline.errors import InputError, MachineError
from pipeline.render.site import SiteKind
from pipeline.workflow import cluster
from pipeline.workflow.build import build, look
from pipeline.workflow.cluster import connect, identity, read_address
from pipeline.workflow.plan import batches, plan
from pipeline.workflow.pool import Pool
from pipeline.workflow.project import article_names
from pipeline.workflow.record import read
from tests.workflow.folder import ARTICLES, REPOSITORY, SETTINGS, TEA, Folder, make, png

pytestmark = [pytest.mark.fonts]
COUNT = 8
"""Articles, each in two languages and in two outputs."""


class Cluster:
    """A scheduler and its workers, each a process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "scheduler.json"
        self.processes: list[subprocess.Popen[bytes]] = []
        self._start("scheduler", "--port", "0", "--no-dashboard")

    def workers(self, count: int = 1, program: Path = REPOSITORY) -> list[int]:
        """Start workers with the program in the folder `program`; return their process numbers."""
        from distributed import Client

        started = [self._start("worker", "--no-nanny", "--no-dashboard", at=program) for _ in range(count)]
        with Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(count, timeout=60)
        return [process.pid for process in started]

    @property
    def address(self) -> str:
        """Where the scheduler listens."""
        until = time.monotonic() + 30
        while not (self.file.exists() and self.file.read_text()):
            assert time.monotonic() < until, "the scheduler did not start"
            time.sleep(0.05)
        return str(json.loads(self.file.read_text())["address"])

    def stop(self, first: int = 0) -> None:
        """End every process, or those after the first so many, and wait until the scheduler has seen it."""
        from distributed import Client

        for process in self.processes[first:]:
            process.kill()
            process.wait()
        del self.processes[first:]
        if self.processes:
            with Client(self.address, set_as_default=False) as client:
                until = time.monotonic() + 30
                while client.scheduler_info(n_workers=-1)["workers"]:
                    assert time.monotonic() < until, "the scheduler still counts on dead workers"
                    time.sleep(0.05)

    def _start(self, role: str, *options: str, at: Path = REPOSITORY) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", f"distributed.cli.dask_{role}", *options]
        log = (self.folder / f"{role}-{len(self.processes)}.log").open("wb")
        with log:
            process = subprocess.Popen(
                [*command, "--scheduler-file", str(self.file), "--host", "127.0.0.1"],
                cwd=self.folder,
                env={**os.environ, "PYTHONPATH": str(at), "PYTHONSAFEPATH": "1"},
                stdout=log,
                stderr=log,
            )
        self.processes.append(process)
        return process


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    made = Cluster(tmp_path_factory.mktemp("elsewhere"))
    try:
        yield made
    finally:
        made.stop()


@pytest.fixture
def machines(scheduler: Cluster) -> Iterator[Cluster]:
    """A cluster that has no worker yet."""
    try:
        yield scheduler
    finally:
        scheduler.stop(first=1)


@pytest.fixture
def several(tmp_path: Path) -> Folder:
    """Articles with a picture, in two languages."""
    text = ARTICLES[TEA].replace("slug: green-tea\n", "").replace("See [all about water](water.md).", "")
    articles = {f"tea-{number}": f"{text}\n![A leaf](leaf.png)\n" for number in range(COUNT)}
    made = make(tmp_path / "content", SETTINGS.replace('["es"]', '["es", "ar"]'), articles)
    made.write("source/leaf.png", png(128))
    made.run("extract")
    return made


class TestACluster:
    """Two workers, one of which is killed while pages are made."""

    def test_makes_the_same_bytes_although_a_worker_is_killed(
        self, several: Folder, machines: Cluster
    ) -> None:
        build(several.project, jobs=1)
        serial = several.tree("output")
        assert sum(name.endswith(".pdf") for name in serial) == COUNT * 4
        shutil.rmtree(several.path("output"))
        killed, _ = machines.workers(2)
        told: list[str] = []

        def progress(step: str) -> None:
            told.append(step)
            if sum(step.startswith("built ") for step in told) == 3:
                os.kill(killed, signal.SIGKILL)

        built = build(several.project, progress=progress, cluster=machines.address)
        assert built.rendered == COUNT * 4
        assert several.tree("output") == serial
        assert f"2 workers at {machines.address}" in told
        assert f"built site en/tea-{COUNT - 1} ({COUNT} of {COUNT})" in told

    def test_of_many_workers_has_more_jobs_under_way(self) -> None:
        class Client:
            """As many workers as were told."""

            count = 0

            def scheduler_info(self, n_workers: int) -> dict[str, list[int]]:
                assert n_workers == -1
                return {"workers": list(range(self.count))}

            def get_executor(self, **options: object) -> None:
                pass

        client = Client()
        executor = cluster._Cluster(client, ())
        executor._done.set()
        assert executor.ahead == 8
        client.count = 100
        assert executor._count_workers() == 100
        assert executor.ahead == 400


def test_a_job_names_no_folder_of_this_machine(several: Folder) -> None:
    groups = look(several.project, article_names(several.project), Pool(1), thorough=False)
    planned = plan(several.project, groups, SiteKind.PREVIEW, read(several.path("none")))
    assert planned.count == COUNT * 3
    for job in chain.from_iterable(batches([planned])):
        assert str(several.root).encode() not in pickle.dumps(job)


class TestAStranger:
    """A worker that would make other pages than this machine gets no work."""

    def test_with_another_program_is_refused_by_name(
        self, several: Folder, machines: Cluster, tmp_path: Path
    ) -> None:
        other = tmp_path / "other"
        shutil.copytree(REPOSITORY / "pipeline", other / "pipeline")
        with (other / "pipeline" / "__init__.py").open("a") as file:
            file.write("# Changed.\n")
        machines.workers(program=other)
        said = several.run("publish", "--no-draft", "--cluster", machines.address, code=3)
        assert re.search(r"worker tcp://\S+ would not .* it has another version of the program", said.stderr)
        assert not several.path("output/site").exists()

    def test_without_the_program_is_refused(self, machines: Cluster, tmp_path: Path) -> None:
        (tmp_path / "empty" / "pipeline").mkdir(parents=True)
        (tmp_path / "empty" / "pipeline" / "__init__.py").touch()
        machines.workers(program=tmp_path / "empty")
        with pytest.raises(MachineError, match="no program that could answer"), connect(machines.address):
            pass

    def test_that_comes_later_is_refused_with_its_first_job(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(cluster, "_name", lambda: "tcp://127.0.0.1:1")
        assert cluster._guarded((), identity(()).digest, int, ["1"], {}) == 1
        with pytest.raises(MachineError, match="another program, other libraries or other fonts"):
            cluster._guarded((), "of another", int, ["1"], {})

    def test_is_told_apart_by_program_library_and_font(self) -> None:
        ours = identity(())
        noto = "Noto Naskh Arabic"
        without = {name: files for name, files in ours.fonts.items() if name != noto}
        for theirs, words in (
            (ours, ""),
            (replace(ours, program="x"), "another version of the program"),
            (replace(ours, libraries={**ours.libraries, "typst": "0.1"}), "typst 0.1 instead of"),
            (replace(ours, fonts=without), f"no font {noto}"),
            (replace(ours, fonts={**without, noto: ("other.ttf:1",)}), f"other fonts ({noto})"),
        ):
            assert words in ours.difference(theirs)
            assert bool(ours.difference(theirs)) == bool(words)
            assert (theirs.digest == ours.digest) == (not words)


class TestALostCluster:
    """What cannot go on says so, and does not hang."""

    def test_without_any_worker_left_gives_up(
        self, several: Folder, machines: Cluster, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(cluster, "PATIENCE_SECONDS", 0.5)
        only = machines.workers()[0]
        with pytest.raises(MachineError, match="no worker is left"):
            build(several.project, progress=lambda _: os.kill(only, signal.SIGKILL), cluster=machines.address)
        assert not several.path("output/site").exists()

    def test_that_never_was_is_told(self, several: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(cluster, "CONNECT_SECONDS", 0.5)
        with pytest.raises(MachineError, match="cannot be reached"):
            build(several.project, cluster="127.0.0.1:9")


@pytest.mark.parametrize(
    ("address", "means"),
    [
        ("cluster.example.org:8786", "tls://cluster.example.org:8786"),
        ("tls://10.0.0.1:8786", "tls://10.0.0.1:8786"),
        ("tcp://10.0.0.1:8786", "tcp://10.0.0.1:8786"),
        ("127.0.0.1:8786", "tcp://127.0.0.1:8786"),
        ("localhost:8786", "tcp://localhost:8786"),
        ("[::1]:8786", "tcp://[::1]:8786"),
        ("127.0.0.1.example.org:8786", "tls://127.0.0.1.example.org:8786"),
    ],
)
def test_an_address_means_tls_unless_it_is_of_this_machine(address: str, means: str) -> None:
    assert read_address(address) == means


@pytest.mark.parametrize(
    "address", ["", "cluster", "http://a:1", "inproc://1/2/3", "a:b", "tcp://a", "a:1\n"]
)
def test_anything_else_is_no_address(address: str) -> None:
    with pytest.raises(InputError, match="no address of a Dask scheduler"):
        read_address(address)
