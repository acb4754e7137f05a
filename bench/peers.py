"""bench/.venv, where the tools to compare with live; they never mix with ours."""

import subprocess
import sys

from bench.measure import OURS, PEERS, ROOT


def set_up() -> None:
    """Install what bench/peers.lock pins, unless it is in place."""
    lock = ROOT / "bench" / "peers.lock"
    stamp, wanted = PEERS.parent.parent / "ready", lock.read_text(encoding="utf-8")
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    uv = OURS.parent / "uv"
    print("installing what bench/peers.lock pins", file=sys.stderr)
    subprocess.run(
        (uv, "venv", "--quiet", "--clear", "--python", sys.executable, PEERS.parent.parent), check=True
    )
    install = (uv, "pip", "install", "--quiet", "--no-config", "--only-binary", ":all:", "--require-hashes")
    subprocess.run((*install, "--python", PEERS, "--requirement", lock), check=True)
    stamp.write_text(wanted, encoding="utf-8")
