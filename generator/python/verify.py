"""Verify: files -> problems. Every name the IR promised is there, and the model tool has written the types of the IR.

The files are formatted, so that all Python has been parsed once; what the model tool wrote is parsed here.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Mapping

from ..ir import Alias, Api, Class, Enumeration, Free, Map, Model
from ..ir.walk import constants
from .annotations import attribute, field_type
from .exports import named
from .former import former_methods
from .nesting import attribute_name, children, module_name
from .spelling import Spelling, normal, spelling_of

_OUTER = re.compile(r"^\w", re.MULTILINE)
"""What ends a class: a line that stands outside of it."""
_METHOD = re.compile(r"^    (?:async )?def (\w+)", re.MULTILINE)


class VerifyFault(RuntimeError):
    """What was generated is not what the IR promised: a bug of ours."""


def verify(api: Api, files: Mapping[str, str]) -> None:
    """Raise VerifyFault when a name is missing, or a model is not what the IR says. files: as they are formatted."""
    for folder, prefix in (("resources", ""), ("aio", "Async")):
        for resource in api.resources:
            name = f"{api.package}/{folder}/{module_name(resource)}.py"
            wanted = {operation.name for operation in resource.operations}
            wanted |= {each.operation.name for each in former_methods(api, resource)}
            wanted |= {attribute_name(each) for each in children(api, resource.name)}
            missing = wanted - _methods(files[name], f"{prefix}{resource.class_name}Resource")
            if missing:
                raise VerifyFault(f"{name}: {', '.join(sorted(missing))} missing")
    attributes = _methods(files[f"{api.package}/client.py"], api.client_name)
    if missing := {attribute_name(each) for each in children(api)} - attributes:
        raise VerifyFault(f"client.py: {', '.join(sorted(missing))} missing")
    for name, text in files.items():
        try:
            if name.endswith(".toml"):
                tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise VerifyFault(f"{name}: {error}") from error
    _models(api, {name: ast.parse(text) for name, text in files.items() if _is_model(name, api)})


def _is_model(name: str, api: Api) -> bool:
    is_model = name.startswith(f"{api.package}/models/") and name.endswith(".py")
    return is_model and not name.endswith("/__init__.py")


def _methods(text: str, name: str) -> set[str]:
    """Return the names that a class defines."""
    begin = max(text.find(f"\nclass {name}{after}") for after in "(:")
    if begin < 0:
        return set()
    end = _OUTER.search(text, text.index("\n", begin + 1))
    return set(_METHOD.findall(text, begin, end.start() if end else len(text)))


def _models(api: Api, trees: Mapping[str, ast.Module]) -> None:
    """Compare what the model tool wrote with the IR: exactly its models, each in its module, each with its types."""
    written = {file: spelling_of(tree) for file, tree in trees.items()}
    wanted = {(f"{api.package}/models/{module}.py", name) for name, module in named(api)}
    found = {(file, name) for file, spelling in written.items() for name in spelling.names}
    if wanted != found:
        missing, extra = sorted(wanted - found), sorted(found - wanted)
        raise VerifyFault(f"the model tool renamed classes: missing {missing[:5]}, unexpected {extra[:5]}")
    for model in api.models:
        _model(model, written[f"{api.package}/models/{model.module}.py"])


def _model(model: Model, written: Spelling) -> None:
    match model:
        case Class():
            wanted = {each.name: attribute(field_type(each, model), required=each.required) for each in model.fields}
            if isinstance(model.extras, Free):
                wanted["__pydantic_extra__"] = attribute(Map(model.extras.type))
            found = written.classes.get(model.name, {})
            _same(
                model.name,
                "bases",
                " ".join(model.bases or ("OpenModel" if isinstance(model.extras, Free) else "Model",)),
                " ".join(written.bases.get(model.name, ())),
            )
        case Alias():
            wanted = {"": attribute(model.type)}
            found = {"": written.aliases.get(model.name, "")}
        case Enumeration():
            wanted = {"": attribute(constants(model))}
            found = {"": written.aliases.get(model.name, "")}
    if wanted.keys() != found.keys():
        different = sorted(wanted.keys() ^ found.keys())
        raise VerifyFault(f"the model tool renamed fields of {model.name}: {different[:5]}")
    for name, text in wanted.items():
        _same(model.name, name, normal(text), found[name])


def _same(model: str, name: str, wanted: str, found: str) -> None:
    if wanted != found:
        place = f"{model}.{name}" if name else model
        raise VerifyFault(f"the model tool wrote another type for {place}: {found!r} instead of {wanted!r}")
