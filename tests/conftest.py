"""Rules for every test: the network is closed but for loopback, and properties are repeatable."""

import socket
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from pipeline import hunspell

settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("default")


@pytest.fixture(autouse=True)
def no_dictionaries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge no spelling by what happens to be installed here; tests of it bring their own dictionary."""
    monkeypatch.setattr(hunspell, "FOLDERS", ())
    monkeypatch.delenv("DICPATH", raising=False)


@pytest.fixture(autouse=True)
def loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that would leave the machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in (
            "127.0.0.1",
            "::1",
            "localhost",
        ):
            pytest.fail(f"a test tried to reach {address[0]}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
