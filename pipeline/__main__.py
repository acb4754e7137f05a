"""`python -m pipeline`, and the command `pipeline`.

The commonest run of all, a publication with nothing to do, is over before the command line would be loaded.
"""

import os
import sys
from collections.abc import Sequence

_MANY = 4_000
"""Files that take longer to look at than a process takes to start as this one's copy."""

_KILL = 9
"""The signal that ends a process (POSIX); the module that names it takes longer to load than all of this."""


def main() -> None:
    """Run the command line."""
    if not _done(sys.argv[1:]):
        from pipeline.cli import main as run

        run(prog_name="pipeline")


def _done(arguments: list[str]) -> bool:
    """Tell of a publication with nothing to do, if that is all."""
    match arguments:
        case ["publish"]:
            root = "."
        case ["-C", root, "publish"]:
            pass
        case _:
            return False
    terminal = sys.stdout is not None and sys.stdout.isatty()
    if sys.stdout is None or (terminal and sys.platform == "win32"):
        return False
    from pipeline.workflow import unchanged

    kept = unchanged.recall(root, _same)
    if kept is None or kept.findings:
        return False
    try:
        sys.stdout.write(f"{unchanged.told(kept, styled=terminal)}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        # The command line knows how to end where nobody listens any more.
        return False
    return True


def _same(paths: Sequence[bytes], looks: bytes) -> bool:
    """Compare as `stamps.same`; where the files are many, two processes look at half of them each."""
    from pipeline.workflow import stamps

    if len(paths) < _MANY or not hasattr(os, "fork"):
        return stamps.same(paths, looks)
    half = len(paths) // 2
    cut = stamps.SIZE * half
    child = os.fork()
    if not child:
        unlike = True
        try:
            unlike = not stamps.same(paths[half:], looks[cut:])
        finally:
            # Nothing else of this process is the child's to end.
            os._exit(unlike)
    mine = False
    try:
        mine = stamps.same(paths[:half], looks[:cut])
    finally:
        if not mine:
            # What it would find makes no difference any more.
            os.kill(child, _KILL)
        _, status = os.waitpid(child, 0)
    return mine and status == 0


if __name__ == "__main__":
    main()
