"""Who gets in, how often they may try, and for how long they stay."""

from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.review.sessions import LIFETIME, Passwords, Sessions, hash_password, read_passwords


class Clock:
    """A clock that stands until it is moved."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sessions(clock: Clock) -> Sessions:
    return Sessions(clock=clock)


def test_a_link_opens_once(sessions: Sessions) -> None:
    key = sessions.link_key()
    assert sessions.redeem("wrong", "linguist") is None
    token = sessions.redeem(key, "linguist")
    assert token is not None
    session = sessions.find(token)
    assert session is not None
    assert session.actor == "linguist"
    assert sessions.redeem(key, "linguist") is None


def test_without_a_link_nothing_opens(sessions: Sessions) -> None:
    assert sessions.redeem("", "linguist") is None
    assert sessions.find("") is None


def test_a_session_ends_by_itself_or_when_asked(sessions: Sessions, clock: Clock) -> None:
    token, other = sessions.start("linguist"), sessions.start("linguist")
    sessions.end(other)
    assert sessions.find(other) is None
    clock.now += LIFETIME
    assert sessions.find(token) is None


def test_changes_are_limited_and_the_limit_refills(sessions: Sessions, clock: Clock) -> None:
    session = sessions.find(sessions.start("linguist"))
    assert session is not None
    assert sum(sessions.spend(session) for _ in range(100)) == 60
    clock.now += 1
    assert sum(sessions.spend(session) for _ in range(100)) == 10


def test_a_name_may_be_tried_five_times_a_minute(sessions: Sessions, clock: Clock) -> None:
    assert [sessions.may_try("linguist") for _ in range(7)] == [True] * 5 + [False] * 2
    assert sessions.may_try("physician")
    clock.now += 61
    assert sessions.may_try("linguist")


def test_all_names_together_may_be_tried_fifty_times(sessions: Sessions) -> None:
    assert sum(sessions.may_try(f"name-{number}") for number in range(100)) == 50


def test_the_right_password_clears_the_name(sessions: Sessions) -> None:
    for _ in range(40):
        assert sessions.may_try("linguist")
        assert sessions.may_try("linguist")
        sessions.forgive("linguist")


def test_passwords_are_argon2id(tmp_path: Path) -> None:
    path = tmp_path / "review.passwords"
    path.write_text(f"# team\nlinguist:{hash_password('correct horse')}\nbroken:x\n", encoding="utf-8")
    passwords = read_passwords(path)
    assert passwords.hashes["linguist"].startswith("$argon2id$")
    assert passwords.right("linguist", "correct horse")
    assert not passwords.right("linguist", "wrong")
    assert not passwords.right("nobody", "correct horse")
    assert not passwords.right("broken", "x")


def test_a_team_without_passwords_is_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no passwords"):
        read_passwords(tmp_path / "missing")
    assert Passwords(hashes={}).hashes == {}
