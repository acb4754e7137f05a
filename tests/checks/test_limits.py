"""What one English sentence limits, ages and times: quiet in eight languages, and heard where it is turned round."""

import tomllib
from pathlib import Path

import pytest

from tests.checks.prose import LIMITS
from tests.checks.support import ids

TURNED = [
    (tag, pair["source"], pair[tag], right, wrong)
    for pair in tomllib.loads(Path(__file__).with_name("limits.toml").read_text("utf-8"))["pair"]
    for tag, changes in pair.get("turned", {}).items()
    for right, wrong in changes
]


def said(source: str, target: str, tag: str) -> list[str]:
    return [name for name in ids(source, target, tag) if name.startswith("quantity")]


@pytest.mark.parametrize(("tag", "source", "target"), LIMITS)
def test_nothing_is_said_of_what_is_right(tag: str, source: str, target: str) -> None:
    assert not said(source, target, tag)


@pytest.mark.parametrize(("tag", "source", "target", "right", "wrong"), TURNED)
def test_what_is_turned_round_is_heard(tag: str, source: str, target: str, right: str, wrong: str) -> None:
    assert target.count(right) == 1
    assert said(source, target.replace(right, wrong), tag)
