"""The process in which the preview builds everything; see `builder`."""

import os
import sys
from pathlib import Path

from pipeline import collect_rarely
from pipeline.preview.builder import work

_NICE = 10
"""How much it gives way: the pages that somebody looks at are made first."""


def main() -> None:
    """Build when told to, and answer; whatever else is printed goes where errors go."""
    # Without a buffer nothing is left to be written when nobody listens any more.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=0)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    if hasattr(os, "nice"):
        os.nice(_NICE)
    collect_rarely()
    work(Path(sys.argv[1]), sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
