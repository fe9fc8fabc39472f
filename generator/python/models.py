"""Models: Api -> the modules of the models package. The only module that drives datamodel-code-generator.

In: models as JSON Schema, with the class names, modules and field names the IR has settled. Out: file name -> Python
text. The tool gets a copy that holds only what a reader needs: what a response must not be held to (patterns, lengths,
defaults) goes into the docstring. Every run asserts that each class and field has the name asked for.
"""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Mapping
from typing import Any

from datamodel_code_generator import InputFileType, LiteralType, generate
from datamodel_code_generator.enums import DataModelType
from datamodel_code_generator.format import DatetimeClassType, PythonVersion

from ..data import Json, is_list, is_map
from ..ir import Api, Model
from .text import facts, prose

_SCHEMA_PREFIX = "#/components/schemas/"
_UNIX_TIME = "unix_time.UnixTime"
_WIDTH = 110
"""Characters of a docstring's line, without its indent and quotes."""

_FORMATS = {"date-time", "date", "uuid", "decimal", "binary"}
_UNIX_TIME_MODULE = (
    '"""Seconds since 1970, as a datetime."""\n\nfrom .._runtime.types import UnixTime\n\n__all__ = ["UnixTime"]\n'
)


class ModelFault(RuntimeError):
    """The tool did not do what it was asked to: a bug of ours or of the tool."""


def models(api: Api) -> dict[str, str]:
    """Return file name in models/ -> text, without the package's __init__."""
    if not api.models:
        return {}
    known = {model.name: model for model in api.models}
    keys = {model.name: f"{model.module}.{model.name}" for model in api.models}
    translate = _Translator(keys, _loops(known))
    schemas = {keys[name]: translate.component(model) for name, model in known.items()}
    if translate.uses_unix_time:
        schemas[_UNIX_TIME] = {"type": "integer"}
    aliases = {
        f"{keys[model.name]}.{field.wire}": field.name
        for model in api.models
        for field in model.fields
        if field.name != field.wire
    }
    files = _run(api, schemas, aliases)
    result = {name: _tidy(text, api.package) for name, text in files.items() if name != "__init__.py"}
    if translate.uses_unix_time:
        result["unix_time.py"] = _UNIX_TIME_MODULE
    _assert_names(api, result)
    return result


def _run(api: Api, schemas: Mapping[str, Json], aliases: Mapping[str, str]) -> dict[str, str]:
    document = {
        "openapi": "3.1.0",
        "info": {"title": "models", "version": "1"},
        "paths": {},
        "components": {"schemas": dict(schemas)},
    }
    files = generate(
        document,
        input_file_type=InputFileType.OpenAPI,
        output_model_type=DataModelType.PydanticV2BaseModel,
        formatters=[],
        disable_timestamp=True,
        custom_file_header="#",
        target_python_version=PythonVersion.PY_311,
        use_annotated=True,
        enum_field_as_literal=LiteralType.All,
        snake_case_field=True,
        strict_nullable=True,
        use_type_alias=True,
        treat_dot_as_module=True,
        use_exact_imports=True,
        use_schema_description=True,
        use_field_description=True,
        use_single_line_docstring=True,
        output_datetime_class=DatetimeClassType.Datetime,
        allow_remote_refs=False,
        strict_refs=True,
        base_class=f"{api.package}._runtime.model.Model",
        aliases=dict(aliases),
    )
    if not is_map(files):
        raise ModelFault("the model tool returned no modules")
    return {"/".join(path): str(text) for path, text in files.items()}


def _tidy(text: str, package: str) -> str:
    """Remove the header and the rebuild lines (models are built when first used), import the base relatively."""
    text = text.removeprefix("#\n").lstrip()
    text = re.sub(r"^\w+\.model_rebuild\(\)\n?", "", text, flags=re.MULTILINE)
    return text.replace(f"from {package}._runtime.model import Model", "from .._runtime.model import Model")


class _Translator:
    """Turns normalized schemas into the ones the tool gets."""

    def __init__(self, keys: Mapping[str, str], loops: set[str]) -> None:
        self.uses_unix_time = False
        self._keys = keys
        self._loops = loops
        self._inside = ""

    def component(self, model: Model) -> Json:
        """Return a component's schema. A class is spelt as an object even when the document does not say so."""
        self._inside = model.name
        schema = self.schema(model.schema)
        description = _description(model.schema, with_facts=False)
        if description:
            schema["description"] = description
        if is_map(model.schema) and model.schema.get("properties") and "allOf" not in model.schema:
            schema["type"] = "object"
        return schema

    def schema(self, schema: Json) -> dict[str, Any]:
        """Return a schema with the keywords the tool is to see."""
        if not is_map(schema):
            return {}
        if isinstance(schema.get("$ref"), str):
            return self._reference(schema)
        result: dict[str, Any] = {}
        if "const" in schema and isinstance(schema["const"], (str, int, bool, type(None))):
            return {"const": schema["const"]} if schema["const"] is not None else {"type": "null"}
        if is_list(schema.get("enum")):
            return self._enumeration(schema)
        for key in ("allOf", "anyOf", "oneOf"):
            if is_list(schema.get(key)):
                members = [self._member(each, key) for each in schema[key]]
                if key == "allOf" or len(members) > 1:
                    result["anyOf" if key == "oneOf" and "discriminator" not in schema else key] = members
                elif members:
                    result.update(members[0])
        if is_map(schema.get("discriminator")):
            result["discriminator"] = {"propertyName": schema["discriminator"]["propertyName"]}
        self._typed(schema, result)
        return result

    def _member(self, schema: Json, key: str) -> dict[str, Any]:
        inner = self.schema(schema)
        if key == "allOf" and is_map(schema) and schema.get("properties"):
            inner["type"] = "object"
        return inner

    def _reference(self, schema: dict[str, Any]) -> dict[str, Any]:
        name = schema["$ref"].removeprefix(_SCHEMA_PREFIX)
        if name in self._loops and self._inside in self._loops:
            return {}
        return {"$ref": _SCHEMA_PREFIX + self._keys[name]} if name in self._keys else {}

    def _enumeration(self, schema: dict[str, Any]) -> dict[str, Any]:
        values = list(schema["enum"])
        if not all(isinstance(each, (str, int, bool, type(None))) for each in values):
            numbers = all(isinstance(each, (int, float)) and not isinstance(each, bool) for each in values)
            return {"type": "number"} if numbers else {}
        unique: list[Any] = []
        for each in values:
            if not any(each == one and type(each) is type(one) for one in unique):
                unique.append(each)
        if unique == [None]:
            return {"type": "null"}
        return {"enum": unique}

    def _typed(self, schema: dict[str, Any], result: dict[str, Any]) -> None:
        kind = schema.get("type")
        kinds = kind if is_list(kind) else [kind]
        if schema.get("properties"):
            result["properties"] = {name: self._property(each) for name, each in schema["properties"].items()}
            required = [each for each in schema.get("required", ()) if each in schema["properties"]]
            if required:
                result["required"] = required
        elif is_map(schema.get("additionalProperties")):
            result["additionalProperties"] = self.schema(schema["additionalProperties"])
            kind = kind or "object"
        if "items" in schema and (kind is None or "array" in kinds):
            result["items"] = self.schema(schema["items"])
            kind = kind or "array"
        if schema.get("format") == "unix-time" and "integer" in kinds:
            self.uses_unix_time = True
            reference = {"$ref": _SCHEMA_PREFIX + _UNIX_TIME}
            result.update({"anyOf": [reference, {"type": "null"}]} if "null" in kinds else reference)
            return
        if kind is not None and not ({"anyOf", "oneOf", "allOf"} & result.keys() and not result.get("properties")):
            result["type"] = kind
        if schema.get("format") in _FORMATS and "string" in kinds:
            result["format"] = schema["format"]

    def _property(self, schema: Json) -> dict[str, Any]:
        result = self.schema(schema)
        description = _description(schema, with_facts=True)
        if description:
            result["description"] = description
        return result


def _description(schema: Json, *, with_facts: bool) -> str:
    """Return the text of a docstring: the description, and what the type does not say."""
    if not is_map(schema):
        return ""
    text = schema.get("description")
    text = re.sub(r"<br\s*/?>", " ", text) if isinstance(text, str) else ""
    said = prose(text)
    if said and said[-1] not in ".!?:;":
        said += "."
    more = facts(schema) if with_facts else ""
    return textwrap.fill(" ".join(part for part in (said, more) if part), _WIDTH, break_long_words=False)


def _loops(known: Mapping[str, Model]) -> set[str]:
    """Return the aliases that contain themselves through aliases alone, which the tool cannot spell."""
    targets = {
        name: _references(model.schema) for name, model in known.items() if is_map(model.schema) and not model.fields
    }
    alias = {name for name, model in known.items() if not model.fields and not _is_class(model.schema)}
    loops: set[str] = set()
    for name in alias:
        seen: set[str] = set()
        pending = [each for each in targets.get(name, ()) if each in alias]
        while pending:
            each = pending.pop()
            if each not in seen:
                seen.add(each)
                pending.extend(other for other in targets.get(each, ()) if other in alias)
        if name in seen:
            loops.add(name)
    return loops


def _is_class(schema: Json) -> bool:
    if not is_map(schema):
        return False
    if schema.get("properties") or is_list(schema.get("allOf")):
        return True
    return schema.get("type") == "object" and not is_map(schema.get("additionalProperties"))


def _references(schema: Json) -> set[str]:
    found: set[str] = set()
    stack: list[Json] = [schema]
    while stack:
        each = stack.pop()
        if is_map(each):
            if isinstance(each.get("$ref"), str):
                found.add(each["$ref"].removeprefix(_SCHEMA_PREFIX))
            stack.extend(each.values())
        elif is_list(each):
            stack.extend(each)
    return found


def _assert_names(api: Api, files: Mapping[str, str]) -> None:
    """Raise ModelFault unless exactly the classes of the IR are there, each in its module and with its fields."""
    wanted = {(f"{model.module}.py", model.name) for model in api.models}
    found: dict[tuple[str, str], ast.ClassDef | None] = {}
    for name, text in files.items():
        for node in ast.parse(text).body:
            if isinstance(node, ast.ClassDef):
                found[(name, node.name)] = node
            elif (
                isinstance(node, ast.Assign)
                and isinstance(node.targets[0], ast.Name)
                and node.targets[0].id != "__all__"
            ):
                found[(name, node.targets[0].id)] = None
    if wanted != found.keys():
        missing, extra = sorted(wanted - found.keys()), sorted(found.keys() - wanted)
        raise ModelFault(f"the model tool renamed classes: missing {missing[:5]}, unexpected {extra[:5]}")
    for model in api.models:
        defined = found[(f"{model.module}.py", model.name)]
        if defined is None:
            continue
        targets = [each.target for each in defined.body if isinstance(each, ast.AnnAssign)]
        names = {target.id for target in targets if isinstance(target, ast.Name)}
        if names != {field.name for field in model.fields}:
            different = sorted(names ^ {field.name for field in model.fields})
            raise ModelFault(f"the model tool renamed fields of {model.name}: {different[:5]}")
