"""The model tool: schemas -> modules. The only module that drives datamodel-code-generator.

It is loaded where the tool has to run: what it wrote last is kept, and the tool takes a third of a second to load.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Collection, Generator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from subprocess import DEVNULL
from typing import Any

from datamodel_code_generator import InputFileType, LiteralType, generate
from datamodel_code_generator.enums import DataModelType
from datamodel_code_generator.format import DatetimeClassType, PythonVersion

from ..data import COLLECTING, Json, is_map
from .shares import Modules, Share

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


_WORTH = 4.0
"""Seconds of the tool that are worth a process of its own: starting it and loading the tool take half a second."""


class ModelFault(RuntimeError):
    """The tool did not do what it was asked to: a bug of ours or of the tool."""


def written(modules: Modules, files: Collection[str], names: Mapping[str, str], base: str) -> dict[str, str]:
    """Run the tool; returns file -> text. files: those that are wanted, at least one. names: `module.Class.wire` ->
    attribute, where the two differ. base: what classes extend.

    What takes long is written by as many processes as there are cores.
    """
    first, *others = modules.shares(files, max(1, min(_cores(), int(modules.cost(files) / _WORTH))))
    with ExitStack() as running:
        answers = [running.enter_context(_beside(each, names, base)) for each in others]
        found = first.own(_written(first.components, names, base))
        for each, answer in zip(others, answers, strict=True):
            found |= each.own(answer() or _written(each.components, names, base))
    return found


def _cores() -> int:
    """Return on how many cores this process may run."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _beside(share: Share, names: Mapping[str, str], base: str) -> Generator[Callable[[], dict[str, str] | None]]:
    """Run the tool for a share in a process of its own; yields what waits for its files.

    That returns None where the process failed or could not be started: this one does its work then.
    """
    with tempfile.TemporaryDirectory() as folder:
        asked, answer = Path(folder, "asked.json"), Path(folder, "answer.json")
        asked.write_text(json.dumps([share.components, names, base]), encoding="utf-8")
        command = [sys.executable, "-P", "-m", f"{__package__}.{Path(__file__).stem}", str(asked), str(answer)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        try:
            running = subprocess.Popen(command, env=environment, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL)
        except OSError:
            yield lambda: None
            return
        try:
            yield lambda: None if running.wait() else json.loads(answer.read_text(encoding="utf-8"))
        finally:
            running.kill()
            running.wait()


def answer_for_a_share(asked: Path, answer: Path) -> None:
    """Do what the process beside another one is for. asked, answer: files, of what is asked and what comes of it."""
    gc.set_threshold(*COLLECTING)
    components, names, base = json.loads(asked.read_text(encoding="utf-8"))
    answer.write_text(json.dumps(_written(components, names, base)), encoding="utf-8")


def _written(components: Mapping[str, Json], names: Mapping[str, str], base: str) -> dict[str, str]:
    """Run the tool in this process; returns file -> text. components: in the order in which they are to be written."""
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


if __name__ == "__main__":
    answer_for_a_share(*map(Path, sys.argv[1:]))
