"""Packages made of the documents that TypeSpec emits, in this process, each when it is first asked for."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import unquote

from drive.arguments import Arguments

from generator import ir
from generator.pipeline import document_source, generate
from generator.report import Report


@dataclass(frozen=True)
class Found:
    """A method for a request. resource: attribute of the client. path: values in the path, by wire name."""

    resource: str
    operation: ir.Operation
    path: Mapping[str, str]


class Package:
    """A generated package. name: what it is imported by; models: the module of its classes."""

    def __init__(self, api: ir.Api) -> None:
        self.api = api
        self.module: Any = importlib.import_module(api.package)
        self.models: Any = importlib.import_module(f"{api.package}.models") if api.models else ModuleType("models")
        self.arguments = Arguments(api, self.models)

    def find(self, method: str, uri: str) -> Found:
        """Return the method that sends a request, by its path: the one with the fewest parameters that fits."""
        fitting: list[Found] = []
        for (verb, template), (resource, operation) in self.arguments.operations.items():
            pattern = "".join(
                f"(?P<v{at}>.+)" if at % 2 else re.escape(piece)
                for at, piece in enumerate(re.split(r"\{([^}]+)\}", template))
            )
            if verb == method and (match := re.fullmatch(pattern, uri)):
                values = [unquote(each) for each in match.groups()]
                fitting.append(Found(resource, operation, dict(zip(_names(template), values, strict=True))))
        if not fitting:
            raise LookupError(f"no method sends {method} {uri}")
        return min(fitting, key=lambda each: len(each.path))


def _names(template: str) -> list[str]:
    return re.findall(r"\{([^}]+)\}", template)


class Packages:
    """The packages of one version of OpenAPI. documents: the folder with those that were emitted for it; out: where
    packages are written, which is on the path of imports from then on."""

    def __init__(self, documents: Path, out: Path) -> None:
        self._documents = documents
        self._out = out
        self._made: dict[Path, Package] = {}
        sys.path.insert(0, str(out))

    def of(self, folder: str, version: str = "") -> Package:
        """Return the package of a spec: of a version of the API, else of the newest."""
        paths = sorted((self._documents / folder.replace("/", "-")).glob(f"*{version}.yaml"))
        path = paths[-1]
        if path not in self._made:
            self._made[path] = self._make(path)
        return self._made[path]

    def _make(self, path: Path) -> Package:
        made_of = f"{self._documents.name}_{path.parent.name}_{path.stem.removeprefix('openapi')}"
        made = generate(document_source(path, package=re.sub(r"\W+", "_", f"c{made_of}").strip("_").lower()), Report())
        for name, text in made.files.items():
            file = self._out / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        importlib.invalidate_caches()
        return Package(made.api)
