"""The model tool: schemas -> modules. The only module that drives datamodel-code-generator.

It is loaded where the tool has to run: what it wrote last is kept, and the tool takes a third of a second to load.
"""

from __future__ import annotations

import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import Any

from datamodel_code_generator import InputFileType, LiteralType, generate
from datamodel_code_generator.enums import DataModelType
from datamodel_code_generator.format import DatetimeClassType, PythonVersion

from ..data import Json, is_map

OPTIONS: dict[str, Any] = {
    "input_file_type": InputFileType.OpenAPI,
    "output_model_type": DataModelType.PydanticV2BaseModel,
    "formatters": [],
    "disable_timestamp": True,
    "custom_file_header": "#",
    "target_python_version": PythonVersion.PY_311,
    "use_annotated": True,
    "enum_field_as_literal": LiteralType.All,
    "snake_case_field": True,
    "strict_nullable": True,
    "use_type_alias": True,
    "treat_dot_as_module": True,
    "use_exact_imports": True,
    "use_schema_description": True,
    "use_field_description": True,
    "use_single_line_docstring": True,
    "output_datetime_class": DatetimeClassType.Datetime,
    "allow_remote_refs": False,
    "strict_refs": True,
}
"""What the tool is told, whatever the package."""

_CALLS = 20_000
"""How deep calls of the tool may go; a document is at most 200 values deep (E106), with some dozen calls for each."""


class ModelFault(RuntimeError):
    """The tool did not do what it was asked to: a bug of ours or of the tool."""


def written(components: Mapping[str, Json], names: Mapping[str, str], base: str) -> dict[str, str]:
    """Run the tool; returns file -> text. components: as they stand in a document of OpenAPI 3.1, in the order in which
    they are to be written. names: `module.Class.wire` -> attribute, where the two differ. base: what classes extend."""
    document: dict[str, Json] = {
        "openapi": "3.1.0",
        "info": {"title": "models", "version": "1"},
        "paths": {},
        "components": {"schemas": dict(components)},
    }
    with _deep_calls():
        files = generate(document, **OPTIONS, base_class=base, aliases=dict(names))
    if not is_map(files):
        raise ModelFault("the model tool returned no modules")
    return {"/".join(path): str(text) for path, text in files.items()}


@contextmanager
def _deep_calls() -> Generator[None]:
    """Let the tool call itself as often as the deepest document needs: many times for each level of it."""
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(max(usual, _CALLS))
    try:
        yield
    finally:
        sys.setrecursionlimit(usual)
