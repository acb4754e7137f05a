"""Frozen values of which a run makes very many."""

from dataclasses import fields
from functools import update_wrapper
from typing import Any, TypeVar

T = TypeVar("T")


def quick(cls: type[T]) -> type[T]:
    """Make the values of a frozen dataclass in a third of the time; all its fields are by keyword only.

    A frozen dataclass refuses to be written to, so that its own `__init__` has to call a function for each
    field. This one writes the fields while the value is of a class with the same slots that refuses nothing.
    """
    own: Any = cls.__init__
    names = [field.name for field in fields(cls)]  # type: ignore[arg-type]  # It is a dataclass.
    open_class = type(cls.__name__, (), {"__slots__": names})
    lines = (
        f"def __init__(self, *, {', '.join(names)}):",
        " change(self, '__class__', open_class)",
        *(f" self.{name} = {name}" for name in names),
        " self.__class__ = cls",
    )
    scope: dict[str, Any] = {"change": object.__setattr__, "open_class": open_class, "cls": cls}
    exec("\n".join(lines), scope)  # noqa: S102 -- The names are those of fields, as in `dataclasses` itself.
    made: Any = update_wrapper(scope["__init__"], own)
    made.__kwdefaults__ = own.__kwdefaults__
    setattr(cls, "__init__", made)  # noqa: B010 -- A type checker refuses the plain form.
    return cls
