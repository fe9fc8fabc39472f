"""What Python calls the things of the wire, from the IR; and values as a caller gives them."""

from __future__ import annotations

import base64
from datetime import UTC, date, datetime
from decimal import Decimal
from types import ModuleType
from typing import Any
from uuid import UUID

from generator import ir
from generator.python.signatures import own_name

from .streams import streamed


class Arguments:
    """models: the module of a package that holds its classes."""

    def __init__(self, api: ir.Api, models: ModuleType) -> None:
        self.api = api
        self._models = models
        self._known = {each.name: each for each in api.models}
        self.operations = {
            (operation.method, operation.path): (resource.name, operation)
            for resource in api.resources
            for operation in resource.operations
        }

    def credentials(self) -> dict[str, Any]:
        """Return the arguments of the client that feed all schemes."""
        found: dict[str, Any] = {}
        for each in self.api.auth:
            match each:
                case ir.ApiKey():
                    found[each.key.name] = "k3y-of-the-drive"
                case ir.Basic():
                    found |= {each.username.name: "us3r-of-the-drive", each.password.name: "passw0rd-of-the-drive"}
                case ir.Bearer():
                    found[each.token.name] = "tok3n-of-the-drive"
                case ir.Token():
                    found |= {one.name: f"{one.name}-of-the-drive" for one in each.credentials}
                case ir.Other():
                    found[each.hook.name] = lambda outgoing: {"Authorization": "Signed by-the-drive"}
                case ir.Certificate():
                    pass
        return found

    def contents(self, operation: ir.Operation) -> dict[str, tuple[ir.Content, str | None]]:
        """Return the media types of a body, each with its content and what the argument `media` is given for it."""
        contents = operation.body.contents if operation.body else ()
        files = ", ".join(each.media for each in contents if isinstance(each, ir.BytesContent))
        ways = [files if isinstance(each, ir.BytesContent) else each.media for each in contents]
        several = len({*ways}) > 1
        return {each.media: (each, way if several else None) for each, way in zip(contents, ways, strict=True)}

    def body(self, content: ir.Content, value: Any) -> Any:
        """Return a body as a caller gives it."""
        match content:
            case ir.LinesContent():
                return [self.python(content.type, each) for each in value]
            case ir.BytesContent():
                return value if isinstance(value, bytes) else str(value).encode()
            case ir.EventsContent():
                return streamed(content.media, value).decode()
            case ir.TextContent():
                return value
            case _:
                return self.python(content.type, value)

    def given(self, operation: ir.Operation, value: Any, *, by_field: bool) -> dict[str, Any]:
        """Return the arguments for a body: an object as it is, or its fields, with dicts inside."""
        model = operation.body.model if operation.body else ""
        if by_field and model and type(value).__name__ == model:
            return dict(_plain(value))
        return {own_name(operation, "body"): value}

    def python(self, type: ir.Type, value: Any) -> Any:
        """Return a value of JSON as a caller gives one of a type."""
        if value is None:
            return None
        match type:
            case ir.Scalar(name):
                return _scalar(name, value)
            case ir.File():
                return value.encode() if isinstance(value, str) else value
            case ir.Array(item) if isinstance(value, list):
                return [self.python(item, each) for each in value]
            case ir.Tuple(items, rest) if isinstance(value, list):
                kinds = [*items, *[rest or ir.Anything()] * len(value)]
                return [self.python(kind, each) for kind, each in zip(kinds, value, strict=False)]
            case ir.Map(inner) if isinstance(value, dict):
                return {key: self.python(inner, each) for key, each in value.items()}
            case ir.Union(members, tag):
                named = dict(tag.mapping) if tag else {}
                told = value.get(tag.wire) if tag and isinstance(value, dict) else None
                chosen = ir.Ref(named[told]) if isinstance(told, str) and told in named else None
                member = chosen or next((each for each in members if self._takes(each, value)), None)
                return self.python(member, value) if member else value
            case ir.Ref(name):
                return self._model(self._known[name], value)
            case _:
                return value

    def _model(self, model: ir.Model, value: Any) -> Any:
        if isinstance(model, ir.Alias):
            return self.python(model.type, value)
        if isinstance(model, ir.Enumeration) or not isinstance(value, dict):
            return value
        if (
            model.tag
            and (kind := dict(model.tag.mapping).get(str(value.get(model.tag.wire)), model.name)) != model.name
        ):
            return self._model(self._known[kind], value)
        fields = self._fields(model)
        more = model.extras.type if isinstance(model.extras, ir.Free) else ir.Anything()
        given = {key: self.python(fields[key].type if key in fields else more, each) for key, each in value.items()}
        return getattr(self._models, model.name)(**given)

    def _fields(self, model: ir.Class) -> dict[str, ir.Field]:
        found: dict[str, ir.Field] = {}
        for name in model.bases:
            base = self._known[name]
            found |= self._fields(base) if isinstance(base, ir.Class) else {}
        return found | {each.wire: each for each in model.fields}

    def _takes(self, type: ir.Type, value: Any) -> bool:
        """Say whether a value is of the shape of a type."""
        match type:
            case ir.Ref(name):
                model = self._known[name]
                if isinstance(model, ir.Alias):
                    return self._takes(model.type, value)
                if isinstance(model, ir.Enumeration):
                    return value in [each.value for each in model.values]
                return isinstance(value, dict) and self._is_of(model, value)
            case ir.Scalar(name):
                kinds = {"integer": int, "number": (int, float), "boolean": bool, "unix-time": int}
                wanted = kinds.get(name, (int, float, str) if name.startswith("decimal") else str)
                return isinstance(value, wanted) and (name == "boolean") == isinstance(value, bool)  # type: ignore[arg-type]
            case ir.Literal(values):
                return value in values
            case ir.Array() | ir.Tuple():
                return isinstance(value, list)
            case ir.Map():
                return isinstance(value, dict)
            case ir.Union(members):
                return any(self._takes(each, value) for each in members)
            case _:
                return True

    def _is_of(self, model: ir.Class, value: dict[str, Any]) -> bool:
        fields = self._fields(model)
        constants = {wire: found for wire, each in fields.items() if (found := self._constants(each.type))}
        constant = all(value.get(wire, found[0]) in found for wire, found in constants.items())
        needed = {wire for wire, each in fields.items() if each.required and each.access != "read"}
        return constant and needed <= value.keys() and (isinstance(model.extras, ir.Free) or value.keys() <= {*fields})

    def _constants(self, type: ir.Type) -> list[Any]:
        """Return the values that a type is restricted to, none where it is not."""
        match type:
            case ir.Literal(values):
                return [*values]
            case ir.Ref(name):
                model = self._known[name]
                if isinstance(model, ir.Enumeration):
                    return [each.value for each in model.values]
                return self._constants(model.type) if isinstance(model, ir.Alias) else []
            case _:
                return []


def _plain(value: Any) -> Any:
    """Return what an object was made from."""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if not hasattr(value, "model_fields_set"):
        return value
    return {
        name: _plain(getattr(value, name)) for name in type(value).model_fields if name in value.model_fields_set
    } | {key: _plain(each) for key, each in (value.model_extra or {}).items()}


def _scalar(name: str, value: Any) -> Any:
    try:
        match name:
            case "date-time":
                return datetime.fromisoformat(value)
            case "date":
                return date.fromisoformat(value)
            case "uuid":
                return UUID(value)
            case "unix-time":
                return datetime.fromtimestamp(int(value), UTC)
            case "decimal" | "decimal-number":
                return Decimal(str(value))
            case "bytes":
                return value.encode()
            case "base64":
                return base64.b64decode(value + "=" * (-len(value) % 4))
            case "base64url":
                return base64.urlsafe_b64decode(value + "=" * (-len(value) % 4))
    except (ValueError, ArithmeticError, AttributeError):
        pass
    return value
