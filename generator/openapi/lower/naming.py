"""Naming: which resource an operation belongs to, and what its method is called, as a person would choose.

The resource is the tag, else the first literal segment of the path after versions. The method is the verb of the
operationId without the resource's words; where only a generic verb is left, the usual one of the HTTP method.
"""

from __future__ import annotations

import re

from ...data import is_list
from ..names import PLAIN, Names, Scope, singular, words

_GENERIC = {
    "get": {
        "get",
        "list",
        "retrieve",
        "fetch",
        "read",
        "find",
        "show",
        "view",
        "all",
        "index",
        "by",
        "id",
        "one",
        "details",
    },
    "post": {"create", "add", "post", "new", "insert"},
    "put": {"put", "replace", "update", "edit", "modify", "by", "id"},
    "patch": {"patch", "update", "edit", "modify", "by", "id"},
    "delete": {"delete", "remove", "destroy", "by", "id"},
}
"""Method -> the words of an operationId that say no more than the method; of any other method, that is its name."""
_USUAL = {"post": "create", "patch": "update"}
"""Method -> what it is called where nothing else is known; any other one is called by its name."""
_VERSION = re.compile(r"v?\d+(\.\d+)*\Z|api\Z|rest\Z", re.IGNORECASE)


def resource_name(tags: object, path: str, names: Names = PLAIN) -> str:
    """Return the attribute of the client.

    >>> resource_name(["Customers"], "/v1/customers/{id}"), resource_name(None, "/v2/orders/{id}/lines")
    ('customers', 'orders')
    """
    if is_list(tags) and tags and isinstance(tags[0], str) and words(tags[0]):
        return names.snake(tags[0])
    literal = [part for part in path.split("/") if part and "{" not in part and not _VERSION.match(part)]
    return names.snake(literal[0]) if literal and words(literal[0]) else "default"


def method_name(identity: str, method: str, path: str, resource: str, names: Names = PLAIN) -> tuple[str, ...]:
    """Return names for a method, the best first; the later ones serve when an earlier one is taken.

    >>> method_name("GetCustomers", "get", "/customers", "customers")[0]
    'list'
    >>> method_name("get-customer-", "get", "/customers/{id}", "customers")[0]
    'get'
    >>> method_name("cancelOrder", "post", "/orders/{id}/cancel", "orders")[0]
    'cancel'
    >>> method_name("", "get", "/orders/{id}/lines", "orders")[0]
    'list_lines'
    """
    parts = [part.lower() for part in words(identity)] or _from_path(method, path)
    full = names.snake("_".join(parts))
    own = _forms(resource)
    rest = [part for part in parts if part not in own] or parts
    shorter = names.snake("_".join(rest))
    generic = _GENERIC.get(method, {word.lower() for word in words(method)})
    if set(rest) <= generic:
        return tuple(dict.fromkeys((names.snake(_usual(method, path, rest, parts)), shorter, full)))
    return tuple(dict.fromkeys((shorter, full)))


def _usual(method: str, path: str, rest: list[str], parts: list[str]) -> str:
    if method == "get":
        one = path.rstrip("/").endswith("}") and not {"list", "all", "index"} & set(rest)
        return "get" if one or not (_is_plural(parts) or {"list", "all", "index"} & set(rest)) else "list"
    if method == "put":
        return "update" if "update" in rest or "edit" in rest or "modify" in rest else "replace"
    return _USUAL.get(method, method.lower())


def _is_plural(parts: list[str]) -> bool:
    return any(part.endswith("s") and not part.endswith("ss") for part in parts[1:] or parts)


def _from_path(method: str, path: str) -> list[str]:
    literal = [part for part in path.split("/") if part and "{" not in part and not _VERSION.match(part)]
    verb = "list" if method == "get" and not path.rstrip("/").endswith("}") else method
    return [word.lower() for part in (verb, *literal) for word in words(part)]


def _forms(resource: str) -> set[str]:
    """Return the words of a resource, singular and plural."""
    found: set[str] = set()
    for word in resource.split("_"):
        one = singular(word).removesuffix("_item")
        found |= {word, one, f"{word}s", f"{one}s"}
    return found


def free_name(candidates: tuple[str, ...], scope: Scope) -> str:
    """Take the first candidate that is free in the scope, else the last one with a number."""
    for each in candidates:
        if each not in scope:
            return scope.take(each)
    return scope.take(candidates[-1])


def argument_names(names: Names, members: list[tuple[str, str]], taken: set[str]) -> list[str]:
    """Name the arguments of a method, given wire names and places; a name spelt so on the wire comes first."""
    scope = Scope(names.reserved.arguments | taken)
    exact = {key: scope.take(key[0]) for key in members if names.snake(key[0]) == key[0] and key[0] not in scope}
    result: list[str] = []
    for wire, place in members:
        name = names.snake(wire)
        free = name if name not in scope else names.snake(f"{wire}_{place}")
        result.append(exact.get((wire, place)) or scope.take(free))
    return result
