"""What provider.toml says: local choices only, none of the API's facts.

Names of the package and the client, its version, environment variables, names for schemas without a title, renames,
skips, and how webhooks are signed. Every key is optional; an unknown one is an error.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from ...data import Json, as_list, as_map, is_map
from ...report import Location, Report, nearest
from ..names import PLAIN, Names
from .toml_file import read_toml

_KEYS = (
    "package", "client", "version", "prefix", "http_library", "skip", "schemas", "operations", "credentials", "import",
    "webhooks",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """Names for one operation; "" leaves the usual one."""

    name: str = ""
    resource: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """How what the API sends is signed, where its document does not say: "standard-webhooks", or "" for no word of it.

    secret_env: the environment variable with the secret, or "". tolerance: seconds that a message may be old.
    """

    signature: str = ""
    secret_env: str = ""
    tolerance: int = 300


@dataclass(frozen=True, slots=True)
class Provider:
    """name: the key, as in specs/<name>. client: "" for one named after the document's title. prefix: begins every
    environment variable, "" for that of the client.

    schemas: pointer -> class name. imports: pointer -> component, for the importers. operations: operationId -> names.
    credentials: scheme -> role -> {name, env}, a role
    being key, token, username, password, or a placeholder of x-token. skip: operationIds, each with its place.
    webhooks: what [webhooks] says, or none. locked: what names.lock holds: method and
    path of an operation -> its dotted name; place of a schema -> its class.
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
    imports: Mapping[str, str] = field(default_factory=dict[str, str])
    operations: Mapping[str, Choice] = field(default_factory=dict[str, Choice])
    credentials: Mapping[str, Mapping[str, Mapping[str, str]]] = field(
        default_factory=dict[str, Mapping[str, Mapping[str, str]]]
    )
    webhooks: Signatures | None = None
    locked: Mapping[str, str] = field(default_factory=dict[str, str])


def default_provider(name: str, names: Names = PLAIN, *, package: str = "") -> Provider:
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


def titled(provider: Provider, title: str, names: Names) -> Provider:
    """Name the client of a document after its title, where nobody has named it; a title of no words gives way to the
    package.

    >>> found = titled(Provider("x", "x_client", ""), "The Acme's Billing API (v2)", PLAIN)
    >>> found.client, found.prefix
    ('AcmeBillingClient', 'ACME_BILLING')
    """
    if provider.client:
        stem = names.snake(provider.client.removesuffix("Client") or provider.client)
        return replace(provider, prefix=provider.prefix or stem.upper().strip("_"))
    parts = (_POSSESSIVE.sub("", part) for part in _DIVIDED.split(title))
    told = ([each for each in _WORDS.findall(part) if not _IDLE.fullmatch(each)][:_MOST_WORDS] for part in parts)
    words = next((found for found in told if found), [provider.package.removesuffix("_client")])
    stem = names.pascal("_".join(words)).removesuffix("Client")
    prefix = provider.prefix or names.snake("_".join(words).lower()).upper().strip("_")
    return replace(provider, client=f"{stem}Client", prefix=prefix)


_DIVIDED = re.compile(r"\s[-+|\u2013\u2014]\s|[:(\[]")
_POSSESSIVE = re.compile(r"['\u2019]s\b")
_WORDS = re.compile(r"[^\W_]+")
_IDLE = re.compile(
    r"the|an?|of|for|our|and|official|rest|restful|http|https|web|open|openapi|swagger|api|apis|public|reference|docs|"
    r"documentation|specification|spec|definition|schema|service|server|client|version|preview|beta|v?\d+[a-z]*",
    re.IGNORECASE,
)
"""Words of a title that do not say whose API it is."""
_MOST_WORDS = 4


def read_provider(path: Path, name: str, names: Names, report: Report, *, file: str) -> Provider:
    """Read provider.toml; raises SpecError when it is refused. A missing file leaves every choice at its default."""
    if not path.is_file():
        return default_provider(name, names)
    return _provider(read_toml(path, file, "E120", report), name, names, report, file)


def line_of(text: str, needle: str) -> tuple[int, int]:
    """Return line and column, from 1, of the first occurrence of a text in a TOML file; 1:1 when there is none."""
    for number, line in enumerate(text.splitlines(), 1):
        if needle in line:
            return number, line.index(needle) + 1
    return 1, 1


def _provider(data: dict[str, object], name: str, names: Names, report: Report, file: str) -> Provider:
    base = default_provider(name, names)
    reader = _Reader(data, names, report, file)
    reader.unknown()
    texts = {key: reader.text(key, getattr(base, key)) for key in ("package", "client", "version", "prefix")}
    for key in ("package", "client"):
        if not names.is_name(texts[key]):
            help = "letters, digits and underscores, and no keyword"
            reader.fault(key, f"{key} = {texts[key]!r} is not a Python name", help=help)
    library = reader.text("http_library", base.http_library)
    if library not in ("httpx", "httpx2"):
        reader.fault("http_library", f"http_library = {library!r} is neither 'httpx' nor 'httpx2'")
    skip = [each for each in as_list(data.get("skip")) if isinstance(each, str)]
    if skip != data.get("skip", []):
        reader.fault("skip", "skip is not a list of operationIds")
    provider = Provider(
        name=name,
        http_library=library,
        file=file,
        skip=tuple(skip),
        schemas={key: str(value) for key, value in reader.table("schemas").items()},
        imports=reader.imports(),
        operations={key: reader.choice(key, value) for key, value in reader.table("operations").items()},
        webhooks=reader.signatures() if "webhooks" in data else None,
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
        for key in [key for key in self._data if key not in _KEYS]:
            self.fault(key, f"the key {key!r} is not known", help=f"known keys: {', '.join(_KEYS)}")

    def text(self, key: str, default: str) -> str:
        value = self._data.get(key, default)
        if not isinstance(value, str):
            self.fault(key, f"{key} is not text")
            return default
        return value

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
            near = nearest(key, known)
            help = f"did you mean `{near}`?" if near else f"known keys: {', '.join(known)}"
            self.fault(key, f"the key {key!r} is not known in [webhooks]", help=help)
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

    def choice(self, key: str, value: object) -> Choice:
        """Read the names of one operation."""
        given = as_map(value)
        for each in ("name", "resource"):
            text = given.get(each, "x")
            if not (isinstance(text, str) and self._names.is_name(text)):
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
