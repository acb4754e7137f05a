"""The engine libretranslate against the real server program, without models: optional.

It runs where the variable IMPRIMATUR_LIBRETRANSLATE names a Python that has the package, for instance
after `python3 -m venv DIR && DIR/bin/pip install libretranslate`: `DIR/bin/python`. That is half a gigabyte,
so it is no part of the development environment.
"""

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pipeline.engines import Answer, Problem, ProblemKind, open_engine
from pipeline.engines.drafting import Draft, Request, draft
from pipeline.engines.opening import opened
from pipeline.glossary import Glossary
from pipeline.model import LocaleTag

EN, ES, BR = LocaleTag("en"), LocaleTag("es"), LocaleTag("pt_BR")
PYTHON = os.environ.get("IMPRIMATUR_LIBRETRANSLATE", "")
LAUNCHER = Path(__file__).parent.parent / "fakes" / "serve_libretranslate.py"
Server = Callable[..., str]

pytestmark = pytest.mark.skipif(
    not PYTHON, reason="IMPRIMATUR_LIBRETRANSLATE names no Python with LibreTranslate"
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Start the program with some options; returns its address."""
    running = []

    def start(*options: str) -> str:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        folder = tmp_path_factory.mktemp("server")
        command = [PYTHON, str(LAUNCHER), str(port), "--disable-web-ui", *options]
        running.append(
            subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        )
        address = f"http://127.0.0.1:{port}"
        for _ in range(300):
            try:
                with urllib.request.urlopen(f"{address}/languages", timeout=5):
                    return address
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        pytest.fail("LibreTranslate does not start")

    yield start
    for process in running:
        process.terminate()
        process.wait()


@pytest.fixture(scope="module")
def address(server: Server) -> str:
    return server("--char-limit", "200")


def one(address: str, text: str, target: LocaleTag = ES, **settings: object) -> Answer | Problem:
    engine = open_engine("libretranslate", {"url": address, **settings})
    (answer,) = engine.translate([text], EN, target)
    engine.close()
    return answer


def test_a_message_comes_back_whole(address: str) -> None:
    engine = opened("libretranslate", {"url": address, "per_second": 1e6}, environment={}, cache=None)
    text = 'Take **12 mg** of `x`, see [the “list” & more](a.md "All").[^1]'
    (made,) = draft([Request(msgid=text)], source=EN, target=ES, engines=[engine], glossary=Glossary())
    engine.close()
    assert isinstance(made, Draft), made
    assert "**12 mg** of `x`" in made.text
    assert made.text.startswith("T ")


def test_the_locale_table_is_the_servers(address: str) -> None:
    assert isinstance(one(address, "Hello", BR), Answer)
    assert isinstance(one(address, "Hello", LocaleTag("zh_Hans")), Answer)


@pytest.mark.parametrize("target", ["de", "eo"])
def test_a_language_that_it_does_not_have_is_told_as_such(address: str, target: str) -> None:
    answer = one(address, "Hello", LocaleTag(target))
    assert isinstance(answer, Problem)
    assert answer.kind is ProblemKind.UNSUPPORTED


def test_a_text_over_the_servers_limit_is_refused_and_not_tried_again(address: str) -> None:
    answer = one(address, "word " * 60)
    assert isinstance(answer, Problem)
    assert answer.kind is ProblemKind.INVALID


def test_16_threads_get_their_own_answers(address: str) -> None:
    engine = open_engine("libretranslate", {"url": address})
    texts = [f"Message number {number}." for number in range(100)]
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda text: next(iter(engine.translate([text], EN, ES))), texts))
    engine.close()
    assert answers == [Answer(text=f"T {text}") for text in texts]


def test_a_server_that_wants_a_key_says_so_and_a_limit_is_a_rate(server: Server) -> None:
    keyed = server("--api-keys", "--require-api-key-secret", "--req-limit", "2")
    refused = one(keyed, "Hello", key="wrong-k3y")
    assert isinstance(refused, Problem)
    assert refused.kind is ProblemKind.AUTH
    assert "wrong-k3y" not in refused.reason + refused.hint
    limited = server("--req-limit", "2")
    answers = [one(limited, f"Hello {number}") for number in range(4)]
    last = answers[-1]
    assert isinstance(last, Problem)
    assert last.kind is ProblemKind.RATE
