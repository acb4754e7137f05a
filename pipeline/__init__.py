"""Imprimatur: articles in, approved and localized web pages and PDFs out."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__version__ = "0.1.0"


def collect_rarely() -> None:
    """Let this process look for garbage in cycles less often than Python does by itself.

    The program makes many small values that live long and almost none that form cycles; looking through
    them again and again took a quarter of the processor time of the checks.
    """
    gc.set_threshold(200_000, 20, 100)


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage in cycles meanwhile: for work that makes many values and next to no cycles.

    What is let go of is freed at once all the same, by counting references.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()
