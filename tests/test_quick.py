"""Values that are filled directly are the same values."""

from __future__ import annotations

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from bilingual.model.document import Span
from bilingual.model.figure import Aspect, Difference
from bilingual.model.quick import quick


@dataclass(frozen=True)
class Plain:
    """As `dataclasses` makes it."""

    values: int
    name: str = "none"


@quick
@dataclass(frozen=True)
class Quick:
    """The same, filled directly; its fields may be called anything."""

    values: int
    name: str = "none"


@pytest.mark.parametrize("arguments", [(1,), (1, "two")])
def test_the_constructor_takes_the_same_arguments(arguments: tuple[int] | tuple[int, str]) -> None:
    """In order and by name, with defaults."""
    made, plain = Quick(*arguments), Plain(*arguments)
    assert (made.values, made.name) == (plain.values, plain.name)
    assert made == Quick(values=made.values, name=made.name)
    assert hash(made) == hash(Quick(*arguments))
    assert list(inspect.signature(Quick).parameters) == list(inspect.signature(Plain).parameters)


def test_missing_and_unknown_arguments_are_refused() -> None:
    """As anywhere."""
    with pytest.raises(TypeError):
        Span(1)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Span(1, 2, 3)  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("value", "name"),
    [(Span(1, 2), "start"), (Quick(1), "name"), (Difference(Aspect.VALUE, note="n"), "note")],
)
def test_values_stay_frozen_and_travel(value: object, name: str) -> None:
    """Nothing can be set; copies and pickles are equal."""
    with pytest.raises(FrozenInstanceError):
        setattr(value, name, 5)
    assert copy.copy(value) == value == copy.deepcopy(value)
    if not isinstance(value, Quick):
        assert pickle.loads(pickle.dumps(value)) == value


def test_replacing_a_field() -> None:
    """`dataclasses.replace` makes the changed value."""
    assert replace(Span(1, 2), end=9) == Span(1, 9)


def test_what_needs_more_than_filling_is_refused() -> None:
    """A factory or work after it is made would be lost."""
    with pytest.raises(TypeError):

        @quick
        @dataclass(frozen=True)
        class Listed:
            parts: list[int] = field(default_factory=list)
