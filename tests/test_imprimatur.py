"""How the program lets Python look for garbage."""

import gc

from pipeline import uncollected


def test_garbage_is_looked_for_again_afterwards_unless_nobody_looked_before() -> None:
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
