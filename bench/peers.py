"""bench/.venv and bench/.data/weblate, where the tools to compare with live; they never mix with ours."""

import subprocess
import sys
from pathlib import Path

from bench.measure import OURS, PEERS, ROOT


def set_up(name: str = "peers", python: Path = PEERS) -> None:
    """Install what bench/<name>.lock pins for the interpreter `python`, unless it is in place."""
    lock = ROOT / "bench" / f"{name}.lock"
    stamp, wanted = python.parent.parent / "ready", lock.read_text(encoding="utf-8")
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    uv = OURS.parent / "uv"
    print(f"installing what bench/{name}.lock pins", file=sys.stderr)
    subprocess.run(
        (uv, "venv", "--quiet", "--clear", "--python", sys.executable, python.parent.parent), check=True
    )
    # Nothing is compiled, and a lock is installed as it stands: what it leaves out stays out.
    install = (uv, "pip", "install", "--quiet", "--no-config", "--only-binary", ":all:", "--require-hashes")
    subprocess.run((*install, "--no-deps", "--python", python, "--requirement", lock), check=True)
    stamp.write_text(wanted, encoding="utf-8")


def versions() -> dict[str, str]:
    """Return the versions of the peers."""
    names = ("mdpo", "polib", "translate-toolkit", "sphinx", "myst-parser", "sphinx-intl", "mkdocs")
    names += ("mkdocs-static-i18n", "hugo", "weasyprint", "markdown")
    code = "import sys; from importlib.metadata import version; print(*(version(n) for n in sys.argv[1:]))"
    told = subprocess.run((PEERS, "-c", code, *names), capture_output=True, text=True, check=True)
    found = dict(zip(names, told.stdout.split(), strict=True))
    for program, pattern in (("po4a", 2), ("msgmerge", 3), ("chromium", 1), ("git", 2)):
        try:
            line = subprocess.run((program, "--version"), capture_output=True, text=True, check=True).stdout
            found[program] = line.split()[pattern].rstrip(".")
        except (OSError, subprocess.CalledProcessError, IndexError):
            found[program] = "missing"
    return found
