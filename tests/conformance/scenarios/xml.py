"""XML: each value is written by hand, and given to the method or compared with what it returns."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from ..play import Play
from ..values import same
from .registry import plays


def _simple(m: Any) -> list[Any]:
    return [m.SimpleModel(name="foo", age=123), m.SimpleModel(name="bar", age=456)]


_COLORS = ["red", "green", "blue"]
_GATSBY = "The Great Gatsby"
_AUTHOR = "F. Scott Fitzgerald"

_VALUES: dict[str, Callable[[Any], dict[str, Any]]] = {
    "SimpleModel": lambda m: {"name": "foo", "age": 123},
    "ModelWithRenamedProperty": lambda m: {"title": "foo", "author": "bar"},
    "ModelWithRenamedFields": lambda m: {"input_data": _simple(m)[0], "output_data": _simple(m)[1]},
    "ModelWithNestedModel": lambda m: {"nested": _simple(m)[0]},
    "ModelWithRenamedNestedModel": lambda m: {"author": m.Author(name="foo")},
    "ModelWithSimpleArrays": lambda m: {"colors": _COLORS, "counts": [1, 2]},
    "ModelWithUnwrappedArray": lambda m: {"colors": _COLORS, "counts": [1, 2]},
    "ModelWithRenamedArrays": lambda m: {"colors": _COLORS, "counts": [1, 2]},
    "ModelWithWrappedPrimitiveCustomItemNames": lambda m: {"tags": ["fiction", "classic"]},
    "ModelWithArrayOfModel": lambda m: {"items": _simple(m)},
    "ModelWithUnwrappedModelArray": lambda m: {"items": _simple(m)},
    "ModelWithRenamedWrappedModelArray": lambda m: {"items": _simple(m)},
    "ModelWithRenamedUnwrappedModelArray": lambda m: {"items": _simple(m)},
    "ModelWithRenamedWrappedAndItemModelArray": lambda m: {
        "books": [m.Book(title=_GATSBY), m.Book(title="Les Miserables")]
    },
    "ModelWithAttributes": lambda m: {"id1": 123, "id2": "foo", "enabled": True},
    "ModelWithRenamedAttribute": lambda m: {"id": 123, "title": _GATSBY, "author": _AUTHOR},
    "ModelWithNamespace": lambda m: {"id": 123, "title": _GATSBY},
    "ModelWithNamespaceOnProperties": lambda m: {"id": 123, "title": _GATSBY, "author": _AUTHOR},
    "ModelWithText": lambda m: {"language": "foo", "content": "\n  This is some text.\n"},
    "ModelWithOptionalField": lambda m: {"item": "widget"},
    "ModelWithEmptyArray": lambda m: {"items": []},
    "ModelWithDictionary": lambda m: {"metadata": {"Color": "blue", "Count": "123", "Enabled": "false"}},
    "ModelWithEncodedNames": lambda m: {"model_data": _simple(m)[0], "colors": _COLORS},
    "ModelWithEnum": lambda m: {"status": "success"},
    "ModelWithDatetime": lambda m: {
        "rfc3339": datetime(2022, 8, 26, 18, 38, tzinfo=UTC),
        "rfc7231": "Fri, 26 Aug 2022 14:38:00 GMT",
    },
}
"""Class -> the values of its fields, of the models of the package."""


@plays("Payload_Xml_XmlErrorValue_get")
def _error(play: Play) -> None:
    error = play.refused("GET", play.first.uri)
    same(error.body, play.models.XmlErrorBody(message="Something went wrong", code=400))


@plays("Payload_Xml_*Value_get", "Payload_Xml_*Value_put")
def _value(play: Play) -> None:
    name = play.scenario.name.removeprefix("Payload_Xml_").partition("Value_")[0]
    value = getattr(play.models, name)(**_VALUES[name](play.models))
    named = {} if play.first.method == "GET" else {"body": value}
    answered = play.call(play.first.method, play.first.uri, **named)
    same(answered.status, play.first.status)
    same(answered.value, None if named else value)
