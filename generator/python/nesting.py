"""Resources within resources: what they are called where they stand."""

from __future__ import annotations

from ..ir import Api, Resource


def module_name(resource: Resource) -> str:
    """Return the name of the file that holds a resource: `checkout_sessions`."""
    return resource.name.replace(".", "_")


def attribute_name(resource: Resource) -> str:
    """Return what a resource is called in the one around it, or in the client."""
    return resource.name.rpartition(".")[2]


def children(api: Api, name: str = "") -> list[Resource]:
    """Return the resources right within one, or within the client."""
    return [each for each in api.resources if each.name.rpartition(".")[0] == name]
