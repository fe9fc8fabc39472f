"""provider.toml: its text -> Provider. Every key is optional; an unknown one is an error."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import Path

from ...data import Json, as_list, as_map, is_map
from ...report import Location, Report
from ..names import Names
from .patterns import Pattern, read_pattern
from .project_table import read_project
from .provider import Choice, Provider, Signatures
from .toml_file import instead, read_toml

KEYS = (
    "package", "client", "version", "prefix", "http_library", "include", "exclude", "skip", "schemas", "operations",
    "credentials", "import", "webhooks", "find_pages", "templates", "after", "outputs", "project",
)  # fmt: skip

TEMPLATES_VERSION = 1
"""Of what templates see; it grows when something that they may use is renamed or goes."""


def read_provider(path: Path, usual: Provider, names: Names, report: Report, *, file: str) -> Provider:
    """Read provider.toml; raises SpecError when it is refused. A missing file leaves every choice as usual."""
    if not path.is_file():
        return usual
    return _provider(read_toml(path, file, "E120", report), usual, names, report, file)


def line_of(text: str, needle: str) -> tuple[int, int]:
    """Return line and column, from 1, of the first occurrence of a text in a TOML file; 1:1 when there is none."""
    for number, line in enumerate(text.splitlines(), 1):
        if needle in line:
            return number, line.index(needle) + 1
    return 1, 1


def _provider(data: dict[str, object], base: Provider, names: Names, report: Report, file: str) -> Provider:
    reader = _Reader(data, names, report, file)
    reader.unknown()
    texts = {key: reader.text(key, getattr(base, key)) for key in ("package", "client", "version", "prefix")}
    for key in ("package", "client"):
        if key in data and not names.is_name(texts[key]):
            help = "letters, digits and underscores, and no keyword"
            reader.fault(key, f"{key} = {texts[key]!r} is not a Python name", help=help)
    library = reader.text("http_library", base.http_library)
    if library not in ("httpx", "httpx2"):
        reader.fault("http_library", f"http_library = {library!r} is neither 'httpx' nor 'httpx2'")
    provider = replace(
        base,
        http_library=library,
        file=file,
        include=reader.patterns("include"),
        exclude=reader.patterns("exclude"),
        skip=reader.texts("skip", "operationIds"),
        schemas={key: str(value) for key, value in reader.table("schemas").items()},
        imports=reader.imports(),
        operations={key: reader.choice(key, value) for key, value in reader.table("operations").items()},
        webhooks=reader.signatures() if "webhooks" in data else None,
        find_pages=reader.flag("find_pages", base.find_pages),
        templates=reader.templates() if "templates" in data else "",
        after=reader.texts("after", "commands"),
        outputs=reader.texts("outputs", "plug-ins"),
        project=read_project(reader.table("project"), reader.fault),
        credentials={key: reader.credential(key, value) for key, value in reader.table("credentials").items()},
        package=texts["package"],
        client=texts["client"],
        version=texts["version"],
        prefix=texts["prefix"],
    )
    report.stop_on_error()
    return provider


class _Reader:
    """Reads the keys of a table, and gives each fault the line of its key."""

    def __init__(self, data: dict[str, object], names: Names, report: Report, file: str) -> None:
        self._data = data
        self._names = names
        self._report = report
        self._file = file

    def fault(self, key: str, message: str, *, help: str = "") -> None:
        line, column = line_of(self._report.sources[self._file], key)
        self._report.add("E121", message, Location(self._file, line=line, column=column), help=help)

    def unknown(self) -> None:
        for key in [key for key in self._data if key not in KEYS]:
            self.fault(key, f"the key {key!r} is not known", help=instead(key, KEYS))

    def text(self, key: str, default: str) -> str:
        value = self._data.get(key, default)
        if not isinstance(value, str):
            self.fault(key, f"{key} is not text")
            return default
        return value

    def texts(self, key: str, what: str) -> tuple[str, ...]:
        """Read a list of texts. what: they are, for the message."""
        found = tuple(each for each in as_list(self._data.get(key)) if isinstance(each, str))
        if [*found] != self._data.get(key, []):
            self.fault(key, f"{key} is not a list of {what}")
        return found

    def patterns(self, key: str) -> tuple[Pattern, ...]:
        """Read a list of patterns."""
        found: list[Pattern] = []
        for each in self.texts(key, "patterns"):
            try:
                found.append(read_pattern(each))
            except ValueError as fault:
                self.fault(f'"{each}"', f"{key}: {fault}")
        return tuple(found)

    def flag(self, key: str, default: bool) -> bool:
        value = self._data.get(key, default)
        if not isinstance(value, bool):
            self.fault(key, f"{key} = {value!r} is neither true nor false")
        return value is True

    def table(self, key: str) -> dict[str, Json]:
        value = self._data.get(key, {})
        if not is_map(value):
            self.fault(key, f"{key} is not a table")
        return as_map(value)

    def imports(self) -> dict[str, str]:
        """Read [import.names]: pointer -> name of a component."""
        table = self.table("import")
        given = as_map(table.get("names", {}))
        for key in [key for key in table if key != "names"]:
            self.fault(key, f"the key {key!r} is not known in [import]", help="known key: names")
        for key, name in given.items():
            if not (isinstance(name, str) and name.isidentifier() and name.isascii()):
                self.fault(key, f"{name!r} is not a name for a component", help="letters, digits and underscores")
        return {key: str(name) for key, name in given.items()}

    def signatures(self) -> Signatures:
        """Read [webhooks]."""
        given = self.table("webhooks")
        usual = Signatures()
        known = [each.name for each in fields(Signatures)]
        for key in [key for key in given if key not in known]:
            self.fault(key, f"the key {key!r} is not known in [webhooks]", help=instead(key, known))
        signature = given.get("signature", usual.signature)
        if "signature" in given and signature != "standard-webhooks":
            help = 'signature = "standard-webhooks"'
            self.fault("signature", f"signature = {signature!r} is not a way of signing that is known", help=help)
        env = given.get("secret_env", usual.secret_env)
        if not (isinstance(env, str) and re.fullmatch(r"([A-Za-z_]\w*)?", env, re.ASCII)):
            self.fault("secret_env", f"secret_env = {env!r} is not the name of an environment variable")
        tolerance = given.get("tolerance", usual.tolerance)
        if not isinstance(tolerance, int) or isinstance(tolerance, bool) or tolerance <= 0:
            self.fault("tolerance", f"tolerance = {tolerance!r} is not a number of seconds", help="tolerance = 300")
            tolerance = usual.tolerance
        return Signatures(str(signature), str(env), tolerance)

    def templates(self) -> str:
        """Read [templates]: a folder beside the file, and the version of what its templates see."""
        given = self.table("templates")
        folder, version = given.get("folder"), given.get("version")
        if set(given) - {"folder", "version"} or not isinstance(folder, str):
            self.fault("[templates]", "[templates] takes `folder` and `version`")
            return ""
        if not re.fullmatch(r"[\w-][\w.-]*", folder):
            self.fault("folder", f"folder = {folder!r} is no folder beside this file", help='folder = "templates"')
        if version != TEMPLATES_VERSION:
            help = f"version = {TEMPLATES_VERSION}, once the templates are as docs/templates.md says"
            self.fault("version", f"templates see version {TEMPLATES_VERSION}, not {version!r}", help=help)
        return folder

    def choice(self, key: str, value: object) -> Choice:
        """Read the names of one operation."""
        given = as_map(value)
        for each in ("name", "resource"):
            text = given.get(each, "x")
            parts = text.split(".") if isinstance(text, str) and each == "resource" else [text]
            if not all(isinstance(part, str) and self._names.is_name(part) for part in parts):
                self.fault(key, f"{each} = {text!r} is not a Python name")
        if not is_map(value) or set(given) - {"name", "resource"}:
            self.fault(key, f"the choice for {key!r} takes `name` and `resource`")
        return Choice(str(given.get("name", "")), str(given.get("resource", "")))

    def credential(self, key: str, value: object) -> dict[str, dict[str, str]]:
        """Read the names of the credentials of one scheme."""
        result: dict[str, dict[str, str]] = {}
        for role, given in as_map(value).items():
            named = {each: text for each, text in as_map(given).items() if isinstance(text, str)}
            name = named.get("name", "x")
            if not named or set(named) - {"name", "env"} or named != given:
                self.fault(key, f"{role} takes `name` and `env`, both text")
            elif not self._names.is_name(name):
                self.fault(key, f"name = {named['name']!r} is not a Python name")
            result[role] = named
        return result
