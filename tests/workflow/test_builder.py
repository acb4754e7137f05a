"""The preview's builds in a process of their own: what it answers, and how it ends."""

from collections.abc import Iterator
from queue import Queue
from subprocess import Popen

import pytest

from pipeline.preview.builder import Builder, Done
from tests.workflow.folder import Folder


@pytest.fixture
def done() -> "Queue[Done]":
    """What the builder says."""
    return Queue()


@pytest.fixture
def steps() -> list[str]:
    """What it tells meanwhile."""
    return []


@pytest.fixture
def builder(published: Folder, done: "Queue[Done]", steps: list[str]) -> Iterator[Builder]:
    """One for the folder in which everything is built."""
    made = Builder(published.root, steps.append, done.put)
    yield made
    made.end(30)


def test_it_builds_what_changed_and_says_so(
    published: Folder, builder: Builder, done: "Queue[Done]", steps: list[str]
) -> None:
    builder.begin()
    assert done.get(timeout=60) == Done(changed=False)
    published.replace("source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
    builder.begin()
    assert done.get(timeout=60) == Done(changed=True)
    assert "Tea is a hot drink." in published.read("output/preview/en/green-tea/index.html")
    assert any(step.startswith("built preview en/green-tea") for step in steps)


def test_what_is_wrong_comes_back_whole(published: Folder, builder: Builder, done: "Queue[Done]") -> None:
    published.write("source/tea.md", "no front matter")
    builder.begin()
    error = done.get(timeout=60).error
    assert error is not None
    assert [finding.file for finding in error.findings] == ["source/tea.md"]


def test_a_process_that_dies_is_told_and_another_one_takes_its_place(
    builder: Builder, done: "Queue[Done]"
) -> None:
    builder.begin()
    done.get(timeout=60)
    process = builder._process
    assert process is not None
    process.kill()
    error = done.get(timeout=60).error
    assert error is not None
    assert error.exit_code == 3
    process.wait(60)
    builder.begin()
    assert done.get(timeout=60) == Done(changed=False)


def test_ended_in_the_middle_it_leaves_whole_outputs(published: Folder, done: "Queue[Done]") -> None:
    # It is ended by whom it tells its first step, so that nobody listens to what comes after.
    ending: Queue[Popen[bytes]] = Queue()

    def end(step: str) -> None:
        process = builder._process
        assert process is not None, step
        builder.end(0)
        ending.put(process)

    builder = Builder(published.root, end, done.put)
    published.replace("source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
    builder.begin()
    ending.get(timeout=60).wait(60)
    assert done.empty()
    left = [path.name for path in published.path("output").iterdir()]
    assert sorted(left) == ["preview", "site"]
    published.run("build")
