"""A translation service on loopback for every test that asks for one."""

from collections.abc import Iterator

import pytest

from tests.fakes.translation_server import TranslationServer


@pytest.fixture
def service() -> Iterator[TranslationServer]:
    server = TranslationServer()
    yield server
    server.stop()
