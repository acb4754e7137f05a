"""What must hold for the repository as a whole: locks, licence, documents, house style."""

import ast
import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import pipeline
from pipeline.cli import COMMANDS

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")
ALL_LOCKS = (*LOCKS, "bench/peers.lock", "bench/weblate.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def kept_files() -> list[Path]:
    """Return every file that git keeps or would keep."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = listed.stdout.decode().split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def kept_texts() -> dict[str, str]:
    """Return the text of every kept file that is text, by its path."""
    texts = {}
    for path in kept_files():
        data = path.read_bytes()
        if b"\0" not in data[:8000]:
            texts[path.relative_to(ROOT).as_posix()] = data.decode("utf-8", errors="replace")
    return texts


# ---- Nothing of the machine it was written on -------------------------------------------------


def test_git_keeps_no_link() -> None:
    """A link leads out of the repository, or to what stands there already."""
    listed = subprocess.run(["git", "ls-files", "--stage"], cwd=ROOT, capture_output=True, check=True)
    assert not [line for line in listed.stdout.decode().splitlines() if line.startswith("120000 ")]


def test_no_file_names_a_place_of_one_machine() -> None:
    place = re.compile(r"(?<![\w.~:/])/(?:root|home|Users|work|opt|mnt|srv|tmp/venv)/[\w.]+")
    found = {
        f"{name}: {match.group()}" for name, text in kept_texts().items() for match in place.finditer(text)
    }
    assert not found


# ---- Locks ------------------------------------------------------------------------------------


def pins(lock: str) -> dict[str, list[str]]:
    """Return the lock's requirement blocks, joined to one line each, by canonical name."""
    blocks = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    found: dict[str, list[str]] = {}
    for line in blocks:
        if line.strip() and not line.lstrip().startswith("#"):
            found.setdefault(canonicalize_name(re.split(r"[=\[ ;]", line, maxsplit=1)[0]), []).append(line)
    return found


def wanted(lock: str) -> list[Requirement]:
    groups = PROJECT["dependency-groups"]
    names = PROJECT["project"]["dependencies"] + groups["build"] + PROJECT["build-system"]["requires"]
    if "dev" in lock:
        extras = PROJECT["project"]["optional-dependencies"].values()
        names = names + groups["dev"] + [name for extra in extras for name in extra]
    return [Requirement(name) for name in names]


@pytest.mark.parametrize("lock", ALL_LOCKS)
def test_a_lock_names_no_index(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|--(extra-)?index|--find-links", text)


@pytest.mark.parametrize("lock", ALL_LOCKS)
def test_every_pin_is_exact_and_has_a_hash(lock: str) -> None:
    for lines in pins(lock).values():
        for line in lines:
            assert re.match(r"[A-Za-z0-9._-]+(\[[\w,]+\])?==[^ ]+ ", line), line
            assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", line), line


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_is_current_with_pyproject(lock: str) -> None:
    pinned = pins(lock)
    for requirement in wanted(lock):
        lines = pinned.get(canonicalize_name(requirement.name))
        assert lines, f"{requirement} is not in {lock}: run make lock"
        for line in lines:
            version = re.search(r"==([^ ]+)", line)
            assert version
            assert requirement.specifier.contains(version[1], prereleases=True), (
                f"{requirement}: run make lock"
            )


def test_both_locks_agree() -> None:
    run, dev = (pins(lock) for lock in LOCKS)
    assert {name: dev.get(name) for name in run} == run


def test_the_page_tools_are_locked_by_hash_and_their_lock_names_no_registry() -> None:
    lock = json.loads((ROOT / "tests/pages/package-lock.json").read_text(encoding="utf-8"))
    packages = {name: held for name, held in lock["packages"].items() if name}
    assert packages
    assert not [name for name, held in packages.items() if "resolved" in held]
    assert all(re.fullmatch(r"sha512-[\w+/]{86}==", held["integrity"]) for held in packages.values())
    wanted = json.loads((ROOT / "tests/pages/package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted


# ---- Documents --------------------------------------------------------------------------------


def test_the_licence_is_the_one_that_the_project_names() -> None:
    assert PROJECT["project"]["license"] == "Apache-2.0"
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "Version 2.0, January 2004" in text


def test_the_changelog_speaks_of_this_version() -> None:
    assert f"## {pipeline.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def shell_lines(document: str) -> list[str]:
    """Return the command lines in a document's fenced blocks marked `sh`."""
    text = (ROOT / document).read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return [line.strip() for block in blocks for line in block.splitlines() if line.strip()]


def make_targets() -> set[str]:
    return set(
        re.findall(r"^([a-z-]+):.* ## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )


def test_the_readme_names_no_target_that_make_does_not_have() -> None:
    named = {word for line in shell_lines("README.md") for word in re.findall(r"^make ([a-z-]+)", line)}
    assert {"publish", "test"} <= named
    assert named <= make_targets()


def test_the_readme_names_no_command_that_the_program_does_not_have() -> None:
    named = {
        word
        for line in shell_lines("README.md")
        for word in re.findall(r"bin/pipeline (?:-C \S+ )?([a-z-]+)", line)
    }
    assert named
    assert named <= {name for name, _ in COMMANDS}


def test_every_invariant_names_tests_that_exist() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(tests/[\w/]+\.py)`", text))
    assert named
    assert {name for name in named if not (ROOT / name).exists()} == set()


def test_every_phony_target_is_explained() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (help .*)$", text, re.MULTILINE)
    assert phony
    assert set(phony[1].split()) == make_targets()


# ---- House style ------------------------------------------------------------------------------


def sources() -> list[Path]:
    return sorted((ROOT / "pipeline").rglob("*.py"))


def test_modules_stay_under_400_lines() -> None:
    long = {
        path.name: n for path in sources() if (n := len(path.read_text(encoding="utf-8").splitlines())) >= 400
    }
    assert not long


def test_functions_stay_within_60_lines() -> None:
    long = {
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}": length
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > 60
    }
    assert not long


MUTABLE = {
    "Draft": "an entry while it is being read",
    "Drafted": "a drafting's tally",
    "Session": "a browser that was let in",
    "Sessions": "all of them",
}
"""Dataclasses that are no values, and what each is instead."""


def test_values_are_frozen() -> None:
    loose = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and node.name not in MUTABLE
        for decorator in node.decorator_list
        if re.match(r"(dataclasses\.)?dataclass\b", text := ast.unparse(decorator))
        and "frozen=True" not in text
    ]
    assert not loose
