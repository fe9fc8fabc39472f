"""What provider.toml says: local choices only, none of the API's facts.

Names of the package and the client, its version, environment variables, names for schemas without a title, renames and
skips. Every key is optional; an unknown one is an error.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import names
from .report import Location, Report

_HELP = "known keys: package, client, version, prefix, http_library, skip, schemas, operations, credentials"


@dataclass(frozen=True, slots=True)
class Choice:
    """Names for one operation; "" leaves the usual one."""

    name: str = ""
    resource: str = ""


@dataclass(frozen=True, slots=True)
class Provider:
    """name: the key, as in specs/<name>. prefix: begins every environment variable.

    schemas: pointer -> class name. operations: operationId -> names. credentials: scheme -> role -> {name, env}, a role
    being key, token, username, password, or a placeholder of x-token. skip: operationIds, each with its place.
    """

    name: str
    package: str
    client: str
    version: str = "0.1.0"
    prefix: str = ""
    http_library: str = "httpx"
    file: str = ""
    skip: tuple[str, ...] = ()
    schemas: Mapping[str, str] = field(default_factory=dict[str, str])
    operations: Mapping[str, Choice] = field(default_factory=dict[str, Choice])
    credentials: Mapping[str, Mapping[str, Mapping[str, str]]] = field(
        default_factory=dict[str, Mapping[str, Mapping[str, str]]]
    )


def default_provider(name: str, *, package: str = "") -> Provider:
    """Return the choices for a document without provider.toml.

    >>> default_provider("acme-billing").package, default_provider("acme-billing").client
    ('acme_billing_client', 'AcmeBillingClient')
    """
    stem = names.module(name)
    stem = stem.removesuffix("_client")
    return Provider(
        name=name,
        package=package or f"{stem}_client",
        client=f"{names.pascal(stem)}Client",
        prefix=stem.upper(),
    )


def read_provider(path: Path, name: str, report: Report, *, file: str) -> Provider:
    """Read provider.toml; raises SpecError when it is refused. A missing file leaves every choice at its default."""
    if not path.is_file():
        return default_provider(name)
    text = path.read_text(encoding="utf-8")
    report.sources[file] = text
    data: dict[str, Any] = {}
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, column = _position(str(error))
        report.add(
            "E120", f"the file is not TOML: {str(error).partition(' (at')[0]}", Location(file, line=line, column=column)
        )
        report.stop_on_error()
    return _provider(data, name, report, file)


def line_of(text: str, needle: str) -> tuple[int, int]:
    """Return line and column, from 1, of the first occurrence of a text in a TOML file; 1:1 when there is none."""
    for number, line in enumerate(text.splitlines(), 1):
        if needle in line:
            return number, line.index(needle) + 1
    return 1, 1


def _provider(data: dict[str, Any], name: str, report: Report, file: str) -> Provider:
    base = default_provider(name)
    known = {"package", "client", "version", "prefix", "http_library", "skip", "schemas", "operations", "credentials"}
    text = report.sources[file]
    for key in data.keys() - known:
        line, column = line_of(text, key)
        report.add("E121", f"the key {key!r} is not known", Location(file, line=line, column=column), help=_HELP)
    for key in ("package", "client"):
        value = data.get(key, getattr(base, key))
        if not (isinstance(value, str) and value.isidentifier() and value.isascii()):
            line, column = line_of(text, key)
            report.add("E121", f"{key} = {value!r} is not a Python name", Location(file, line=line, column=column))
    report.stop_on_error()
    return Provider(
        name=name,
        package=data.get("package", base.package),
        client=data.get("client", base.client),
        version=str(data.get("version", base.version)),
        prefix=data.get("prefix", base.prefix),
        http_library=data.get("http_library", base.http_library),
        file=file,
        skip=tuple(data.get("skip", ())),
        schemas=dict(data.get("schemas", {})),
        operations={key: Choice(**value) for key, value in data.get("operations", {}).items()},
        credentials=dict(data.get("credentials", {})),
    )


def _position(message: str) -> tuple[int, int]:
    words = [word.strip("(),") for word in message.split()]
    numbers = [int(word) for word in words if word.isdigit()]
    return (numbers[-2], numbers[-1]) if len(numbers) >= 2 else (1, 1)
