"""Values that are made quickly are the values that the dataclass would make."""

import pickle
from copy import copy, deepcopy
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.values import quick


@dataclass(frozen=True, kw_only=True, slots=True)
class Plain:
    """Made by `dataclasses`."""

    text: str
    words: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)


@quick
@dataclass(frozen=True, kw_only=True, slots=True)
class Quick:
    """The same, made quickly."""

    text: str
    words: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)


FIELDS = st.fixed_dictionaries(
    {"text": st.text()}, optional={"words": st.lists(st.text()).map(tuple), "line": st.integers()}
)


@given(FIELDS)
def test_it_is_the_value_that_the_dataclass_makes(fields: dict[str, object]) -> None:
    made, wanted = Quick(**fields), Plain(**fields)  # type: ignore[arg-type]
    assert type(made) is Quick
    assert repr(made) == repr(wanted).replace("Plain", "Quick")
    assert hash(made) == hash(wanted)
    assert (made.text, made.words, made.line) == (wanted.text, wanted.words, wanted.line)


@given(FIELDS)
def test_it_can_be_copied_replaced_and_sent_to_other_processes(fields: dict[str, object]) -> None:
    made = Quick(**fields)  # type: ignore[arg-type]
    assert pickle.loads(pickle.dumps(made)) == copy(made) == deepcopy(made) == replace(made, line=7) == made
    assert replace(made, text=f"{made.text}.") != made


def test_it_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        Quick(text="a").text = "b"  # type: ignore[misc]
    with pytest.raises((AttributeError, TypeError)):
        Quick(text="a").other = "b"  # type: ignore[attr-defined]


def test_every_field_without_a_default_is_asked_for() -> None:
    with pytest.raises(TypeError, match="text"):
        Quick()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Quick("a")  # type: ignore[call-arg]
