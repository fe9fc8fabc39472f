"""The base class of models: strict when it is built, tolerant when it is read, nothing lost when it is dumped.

Built by hand, an unknown field raises, in nested dicts too, unless the document says that the object has free keys.
Read from an answer, unknown fields are kept. A class whose children a property tells apart is read as the child that
the property names, wherever the class stands.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import BaseModel, ConfigDict

from .dump import WIRE, with_numbers
from .shapes import is_dict, is_several


class Own(dict[str, Any]):
    """The arguments of a constructor: they make the class that is called, whatever its tag says."""


def has_access(cls: type[BaseModel]) -> bool:
    """Say whether the package of a class has fields that travel one way only."""
    return _has_access(cls.__module__.rpartition(".")[0])


@cache
def _has_access(package: str) -> bool:
    home = sys.modules.get(package)
    return hasattr(home, "READ_ONLY") or hasattr(home, "WRITE_ONLY")


def builder(cls: type[BaseModel]) -> Any:
    """Return what validates the arguments of a constructor: it demands what has to be sent, not what is only read."""
    found: Any = cls.__dict__.get("_builder")
    if found is None and has_access(cls):
        if not cls.__pydantic_complete__:
            cls.model_rebuild()
        from .access import building

        found = building(cls.__pydantic_core_schema__) or cls.__pydantic_validator__
        type.__setattr__(cls, "_builder", found)
    return found or cls.__pydantic_validator__


def tags(cls: type[BaseModel]) -> dict[str, tuple[str, dict[str | None, str]]]:
    """Return the table of the package: what a property tells apart -> the property, and value -> class name; None
    stands for any other value."""
    home = sys.modules.get(cls.__module__.rpartition(".")[0])
    table: dict[str, tuple[str, dict[str | None, str]]] = getattr(home, "TAGS", {})
    return table


def tags_of(cls: type[BaseModel]) -> tuple[str, dict[str | None, str]] | None:
    """Return the property that tells the children of a class apart, and value -> class name; None where none does."""
    return tags(cls).get(cls.__name__)


def _attribute(cls: type[BaseModel], key: object) -> str:
    """Return the attribute that a key of the JSON object is; "" for a free key."""
    return next((name for name, each in cls.model_fields.items() if (each.alias or name) == key), "")


def borrow(cls: type[BaseModel]) -> None:
    """Give the module of a class the names of its bases' modules: inherited annotations are evaluated in it."""
    here = vars(sys.modules[cls.__module__])
    for each in _classes(cls):
        if each.__module__ != cls.__module__:
            for name, value in vars(sys.modules[each.__module__]).items():
                if name[:2] != "__":
                    here.setdefault(name, value)


def takes_more(cls: type[BaseModel]) -> bool:
    """Say whether the document gives a class, or one that it extends, free keys."""
    found = cls.__dict__.get("_takes_more")
    if found is None:
        found = any("__pydantic_extra__" in vars(each).get("__annotations__", {}) for each in _classes(cls))
        type.__setattr__(cls, "_takes_more", found)
    return bool(found)


def fixed(cls: type[BaseModel]) -> frozenset[str]:
    """Return the fields that a class gives a value of its own: its tag, which is sent though nobody set it."""
    found: frozenset[str] | None = cls.__dict__.get("_fixed")
    if found is None:
        names = {each.__name__ for each in _classes(cls)}
        told = {tag for tag, kinds in tags(cls).values() if names & {*kinds.values()}}
        fields = cls.model_fields.items()
        found = frozenset(
            name
            for name, each in fields
            if (each.alias or name) in told and each.default is not None and not each.is_required()
        )
        type.__setattr__(cls, "_fixed", found)
    return found


def refuse_strays(built: Any, given: Any) -> None:
    """Raise pydantic's ValidationError where a dict that was given holds keys that its class does not know."""
    from pydantic_core import InitErrorDetails, ValidationError

    found: list[InitErrorDetails] = [
        {"type": "extra_forbidden", "loc": (*place, key), "input": None}
        for each, place in _built(built, given, ())
        for key in ({} if takes_more(type(each)) else each.model_extra or {})
    ]
    if found:
        raise ValidationError.from_exception_data(type(built).__name__, found, hide_input=True)


def set_fixed(built: Any, given: Any) -> None:
    """Let the tags of all objects that were built from dicts be sent."""
    for each, _ in _built(built, given, ()):
        each.__pydantic_fields_set__.update(fixed(type(each)))


def _built(built: Any, given: Any, place: tuple[str | int, ...]) -> Iterator[tuple[BaseModel, tuple[str | int, ...]]]:
    """Yield each object that was built from a dict, and where the dict stands in what was given."""
    if isinstance(built, BaseModel) and is_dict(given):
        yield built, place
        names = {key: name for name, each in type(built).model_fields.items() for key in (name, each.alias or name)}
        for key, value in given.items():
            inner = getattr(built, names[key]) if key in names else (built.model_extra or {}).get(key)
            yield from _built(inner, value, (*place, key))
    elif is_dict(built) and is_dict(given):
        for key in given.keys() & built.keys():
            yield from _built(built[key], given[key], (*place, key))
    elif is_several(built) and is_several(given):
        for index, (inner, value) in enumerate(zip(built, given, strict=False)):
            yield from _built(inner, value, (*place, index))


def _classes(cls: type[BaseModel]) -> list[type]:
    """Return a class and the models that it extends, without the base of all."""
    return [each for each in cls.__mro__ if issubclass(each, Model) and each is not Model]


if TYPE_CHECKING:
    from pydantic import Field

    class _Base(BaseModel):
        __pydantic_extra__: Any = Field(init=False)  # each class with free keys says what their values are
        __iter__: ClassVar[None]  # type: ignore[assignment]  # refused by type checkers, as it is when it runs
else:
    from pydantic_core import ValidationError

    class _StrictWhenBuilt(type(BaseModel)):
        """Validates the arguments of a constructor call with unknown fields forbidden, and fills in what is fixed."""

        def __call__(cls, /, **values):
            given, validator = Own(values), builder(cls)
            extra = "allow" if takes_more(cls) else "forbid"
            try:
                built = validator.validate_python(given, extra=extra, by_alias=True, by_name=True)
            except ValidationError as error:
                if not any(each["type"] == "extra_forbidden" for each in error.errors(include_input=False)):
                    raise
                extra = "allow"  # a dict inside may stand for an object with free keys: ask each for itself
                try:
                    built = validator.validate_python(given, extra=extra, by_alias=True, by_name=True)
                except ValidationError as other:
                    other.__context__ = error  # a name that nobody knows is told there alone
                    raise
            if extra == "allow":
                refuse_strays(built, values)
            if tags(cls):
                set_fixed(built, values)
            return built

    class _Base(BaseModel, metaclass=_StrictWhenBuilt, defer_build=True):
        @classmethod
        def __get_pydantic_core_schema__(cls, source, handler):
            """Read a class that has a table of tags as the child that the data names."""
            borrow(cls)
            schema = handler(source)
            if has_access(cls):
                from .access import settle

                settle(cls, schema)
            from .tagged import choice, tell_apart

            tell_apart(schema, handler)
            rule = tags_of(cls)
            return schema if rule is None else choice(cls, *rule, schema, handler)

        @classmethod
        def model_rebuild(cls, *, _parent_namespace_depth=2, **options):
            """As pydantic's, with the names that inherited annotations use."""
            borrow(cls)
            return super().model_rebuild(_parent_namespace_depth=_parent_namespace_depth + 1, **options)

        def __getattr__(self, name):
            """Read a required field that the answer did not hold as None."""
            if name in type(self).model_fields:
                return None
            return super().__getattr__(name)

        def __setattr__(self, name, value):
            """Refuse an attribute that the document does not know, unless the object has free keys."""
            known = name[:1] == "_" or name in type(self).model_fields or name in (self.__pydantic_extra__ or ())
            if not known and not takes_more(type(self)):
                raise AttributeError(f"{type(self).__name__} has no field {name!r}")
            super().__setattr__(name, value)

        def __iter__(self):
            """Refuse to be taken for a list: what pydantic would give are its fields, as pairs."""
            message = f"{type(self).__name__} is one object and no list: iterate over one of its fields"
            raise TypeError(f"{message}; `model_dump()` makes a dict of it")

        def __repr_args__(self):
            """Show what was given or came; a field that nobody set says nothing."""
            hidden = type(self).model_fields.keys() - self.model_fields_set
            return [(name, value) for name, value in super().__repr_args__() if name not in hidden]

        def model_dump(self, **options):
            """As pydantic's, without warnings about values that were read as they came."""
            return super().model_dump(**{"warnings": False, **options})

        def model_dump_json(self, **options):
            """As pydantic's, without warnings about values that were read as they came; decimals as they travel."""
            text = super().model_dump_json(**{"warnings": False, "context": WIRE, **options})
            return with_numbers(text.encode("utf-8")).decode("utf-8")


class Model(_Base):
    """A JSON object of the API."""

    model_config = ConfigDict(
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        polymorphic_serialization=True,
        defer_build=True,
        hide_input_in_errors=True,
        protected_namespaces=(),
        ser_json_inf_nan="constants",
        allow_inf_nan=False,
    )


class OpenModel(Model):
    """An object with free keys. `model["key"]` reaches all its fields by their names in JSON."""

    def __getitem__(self, key: str) -> Any:
        name = _attribute(type(self), key)
        if name in self.model_fields_set:
            return getattr(self, name)
        return (self.model_extra or {})[key]

    def __setitem__(self, key: str, value: Any) -> None:
        if name := _attribute(type(self), key):
            setattr(self, name, value)
        elif self.model_extra is not None:
            self.model_extra[key] = value

    def __delitem__(self, key: str) -> None:
        del (self.model_extra or {})[key]

    def __contains__(self, key: object) -> bool:
        return key in (self.model_extra or {}) or _attribute(type(self), key) in self.model_fields_set
