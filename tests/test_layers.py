"""The layers of ARCHITECTURE.md: who may import whom, and what the pure core never touches.

The code is read, not run: an import inside a function counts as much as one at the top.
"""

import ast
import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "pipeline"

LAYERS: tuple[tuple[str, frozenset[str]], ...] = (
    ("model", frozenset({"model", "errors", "locales", "values"})),
    (
        "core",
        frozenset(
            {
                "articles",
                "bidi",
                "catalogue",
                "changes",
                "checks",
                "effort",
                "glossary",
                "inflection",
                "ledger",
                "memory",
                "protect",
                "states",
                "terminology",
            }
        ),
    ),
    (
        "edges",
        frozenset(
            {"authorship", "engines", "exchange", "feeds", "hunspell", "po", "render", "settings", "store"}
        ),
    ),
    ("workflow", frozenset({"workflow"})),
    ("faces", frozenset({"cli", "preview", "review", "__main__"})),
)
"""Top-level modules of each layer, from the lowest up. A layer may use itself and those before it."""

RANK = {name: rank for rank, (_, names) in enumerate(LAYERS) for name in names}

HEAVY = frozenset(
    {
        "argon2",
        "babel",
        "bs4",
        "deep_translator",
        "httpx",
        "jinja2",
        "lxml",
        "markdown",
        "nh3",
        "polib",
        "rapidfuzz",
        "sacrebleu",
        "snowballstemmer",
        "requests",
        "starlette",
        "typst",
        "uvicorn",
        "xml.etree.ElementTree",
        "yaml",
    }
)
"""What costs start-up time and is therefore imported by the functions that need it."""

IMPURE_MODULES = frozenset(
    {
        "asyncio",
        "glob",
        "http",
        "os",
        "requests",
        "shutil",
        "socket",
        "subprocess",
        "tempfile",
        "time",
        "urllib.request",
    }
)
"""Files, the clock and the network: none of the core's business."""

IMPURE_NAMES = frozenset({"Path", "PosixPath", "open", "now", "today", "utcnow"})
"""Names whose use opens a file or reads the clock."""

ONE_HOME = {
    "deep_translator": "engines",
    "jinja2": "render review",
    "polib": "po",
    "typst": "render",
    "click": "cli",
    "starlette": "review",
}
"""Libraries that few modules keep to themselves, so that they can be replaced there."""


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def top_level(path: Path) -> str:
    """`pipeline/render/web.py` is of `render`; the package's own `__init__` is of nothing."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def dotted(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path) -> tuple[tuple[int, str], ...]:
    """Every (line, dotted name) that a module imports, at the top or inside a function.

    `from a import b` gives `a.b`, which may name a module or something in one.
    """
    package = dotted(path) if path.name == "__init__.py" else dotted(path).rpartition(".")[0]
    return tuple(_imports(tree(path), package))


def _imports(module: ast.Module, package: str) -> Iterator[tuple[int, str]]:
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            relative = "." * node.level + (node.module or "")
            base = importlib.util.resolve_name(relative, package) if node.level else relative
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def uses(name: str, library: str) -> bool:
    return name == library or name.startswith(library + ".")


def test_every_module_stands_in_a_layer() -> None:
    found = {top_level(path) for path in modules()} - {"__init__"}
    assert found <= set(RANK), "name the new module's layer in LAYERS and in ARCHITECTURE.md"


def test_the_map_names_every_module() -> None:
    text = (PACKAGE.parent / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert {name for name in set(RANK) - {"__main__"} if f"`{name}" not in text} == set()


def test_imports_point_to_the_same_layer_or_a_lower_one() -> None:
    wrong = [
        f"{path.relative_to(PACKAGE.parent)}:{line}: {name}"
        for path in modules()
        if top_level(path) in RANK
        for line, name in imports(path)
        if name.startswith("pipeline.")
        and (other := name.split(".")[1]) in RANK
        and RANK[other] > RANK[top_level(path)]
    ]
    assert not wrong


def test_the_model_needs_nothing_but_the_standard_library_to_be_imported() -> None:
    for path in modules():
        if top_level(path) not in LAYERS[0][1]:
            continue
        at_top = [node for node in tree(path).body if isinstance(node, ast.ImportFrom | ast.Import)]
        lines = {node.lineno for node in at_top}
        for line, name in imports(path):
            root = name.split(".")[0]
            assert line not in lines or root in sys.stdlib_module_names | {"pipeline"}, (
                f"{path.name}:{line}: {name}"
            )


def test_the_core_opens_no_file_and_reads_no_clock() -> None:
    wrong = []
    for path in modules():
        if RANK.get(top_level(path), 9) > 1:
            continue
        where = path.relative_to(PACKAGE.parent)
        wrong += [
            f"{where}:{line}: imports {name}"
            for line, name in imports(path)
            if any(uses(name, impure) for impure in IMPURE_MODULES) or name == "pathlib.Path"
        ]
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call):
                called = (
                    node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                )
                if called in IMPURE_NAMES:
                    wrong.append(f"{where}:{node.lineno}: calls {called}")
    assert not wrong


@pytest.mark.parametrize("library", ONE_HOME)
def test_a_library_is_used_in_one_place_only(library: str) -> None:
    users = {top_level(path) for path in modules() for _, name in imports(path) if uses(name, library)}
    assert users <= set(ONE_HOME[library].split())


def test_nothing_below_the_faces_ends_the_program() -> None:
    wrong = [
        f"{path.relative_to(PACKAGE.parent)}:{node.lineno}"
        for path in modules()
        if top_level(path) not in LAYERS[-1][1]
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"exit", "quit", "sys.exit", "os._exit"}
    ]
    assert not wrong


def loaded_by(*arguments: str) -> set[str]:
    """Names of the modules that are loaded after `pipeline ARGUMENTS` has run in a fresh Python."""
    script = (
        "import json, sys\n"
        "from pipeline.cli import main\n"
        "try:\n"
        f"    main({list(arguments)!r})\n"
        "except SystemExit:\n"
        "    pass\n"
        "print(json.dumps(sorted(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize(
    "command", [(), ("publish",), ("extract",)], ids=lambda command: " ".join(command) or "pipeline"
)
def test_help_loads_none_of_the_heavy_libraries(command: tuple[str, ...]) -> None:
    assert not loaded_by(*command, "--help") & HEAVY
