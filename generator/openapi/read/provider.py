"""Choices: what whoever makes a package decides, none of the API's facts.

Names of the package and the client, its version, environment variables, names for schemas without a title, renames,
which operations there are, how webhooks are signed, and what is done beside. `provider_file` reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from ...data import Json
from ..names import PLAIN, Names
from .patterns import Pattern


@dataclass(frozen=True, slots=True)
class Choice:
    """Names for one operation; "" leaves the usual one."""

    name: str = ""
    resource: str = ""


GIVEN_UP = "name one of the two differently, or give the old name up: names.lock has the new one, without `was`"
"""What to do where a name from before cannot be kept."""


@dataclass(frozen=True, slots=True)
class Lock:
    """What names.lock holds. names: method and path of an operation -> its dotted name, place of a schema -> its class.

    former: the same keys -> each name from before that still works -> the version in which it goes, "" where nobody
    has said. until: that version for a name that is given up now; None where such a name is forgotten.
    """

    names: Mapping[str, str] = field(default_factory=dict[str, str])
    former: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    until: str | None = None

    def had(self, keys: Iterable[str], name: str) -> dict[str, str]:
        """Return the names that what has these keys had before it got a name -> the version in which each goes."""
        listed = [*keys]
        found = {old: until for key in listed for old, until in self.former.get(key, {}).items()}
        if self.until is not None:
            found = {self.names[key]: self.until for key in listed if key in self.names} | found
        return {old: until for old, until in found.items() if old != name}


NO_LOCK = Lock()


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
    include, exclude: which operations a package is made of; all where nothing is included.
    webhooks: what [webhooks] says, or none. find_pages: whether to look for pages of which the document does not
    speak. templates: a folder beside the file, used before ours. after: commands that the files of a package go through
    before they are written. outputs: plug-ins that make further files. project: keys of [project] in pyproject.toml
    that are the owner's. locked: what names.lock holds.
    """

    name: str
    package: str
    client: str
    version: str = "0.1.0"
    prefix: str = ""
    http_library: str = "httpx"
    file: str = ""
    include: tuple[Pattern, ...] = ()
    exclude: tuple[Pattern, ...] = ()
    skip: tuple[str, ...] = ()
    schemas: Mapping[str, str] = field(default_factory=dict[str, str])
    imports: Mapping[str, str] = field(default_factory=dict[str, str])
    operations: Mapping[str, Choice] = field(default_factory=dict[str, Choice])
    credentials: Mapping[str, Mapping[str, Mapping[str, str]]] = field(
        default_factory=dict[str, Mapping[str, Mapping[str, str]]]
    )
    webhooks: Signatures | None = None
    find_pages: bool = True
    templates: str = ""
    after: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    project: Mapping[str, Json] = field(default_factory=dict[str, Json])
    locked: Lock = NO_LOCK


def default_provider(name: str, names: Names = PLAIN, *, package: str = "") -> Provider:
    """Return the choices for a document without provider.toml.

    >>> default_provider("acme-billing").package, default_provider("acme-billing").client
    ('acme_billing_client', 'AcmeBillingClient')

    A name like `openapi` says nothing, so that the package has none yet.
    """
    stem = names.module(name).removesuffix("_client")
    usual = f"{stem}_client" if _said(name) else ""
    return Provider(
        name=name,
        package=package or usual,
        client=f"{names.pascal(stem)}Client",
        prefix=stem.upper(),
    )


def titled(provider: Provider, title: str, names: Names) -> Provider:
    """Name the client and the package of a document after its title, where nobody has named them; a title of no words
    gives way to the package, and that to the file.

    >>> found = titled(Provider("x", "x_client", ""), "The Acme's Billing API (v2)", PLAIN)
    >>> found.client, found.prefix
    ('AcmeBillingClient', 'ACME_BILLING')
    >>> titled(default_provider("openapi"), "The Acme's Billing API (v2)", PLAIN).package
    'acme_billing_client'
    """
    words = _said(title)
    package = provider.package or f"{names.module('_'.join(words).lower() or provider.name).strip('_')}_client"
    if provider.client:
        stem = names.snake(provider.client.removesuffix("Client") or provider.client)
        return replace(provider, package=package, prefix=provider.prefix or stem.upper().strip("_"))
    words = words or [package.removesuffix("_client")]
    stem = names.pascal("_".join(words)).removesuffix("Client")
    prefix = provider.prefix or names.snake("_".join(words).lower()).upper().strip("_")
    return replace(provider, package=package, client=f"{stem}Client", prefix=prefix)


def _said(text: str) -> list[str]:
    """Return the words of a text that say whose API it is."""
    parts = (_POSSESSIVE.sub("", part) for part in _DIVIDED.split(text))
    for part in parts:
        if words := [each for each in _WORDS.findall(part) if not _IDLE.fullmatch(each)]:
            return words[:_MOST_WORDS]
    return []


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
