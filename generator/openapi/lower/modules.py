"""Modules: which file of the models package each class goes into."""

from __future__ import annotations

from collections.abc import Mapping

from ...report import Location
from ..names import Names, Scope


def modules_of(targets: Mapping[str, list[str]], owners: Mapping[str, str], names: Names) -> dict[str, str]:
    """Place each class beside its owner; modules that need each other become one, named after the first.

    targets: class -> those it refers to.
    """
    scope = Scope(names.reserved.modules)
    titles = {owner: scope.take(names.module(owner)) for owner in dict.fromkeys(owners.values())}
    edges: dict[str, list[str]] = {owner: [] for owner in titles}
    for name, found in targets.items():
        edges[owners[name]].extend(owners[each] for each in found if each in owners)
    merged: dict[str, str] = {}
    order = {owner: index for index, owner in enumerate(titles)}
    for component in strongly_connected(edges):
        first = min(component, key=order.__getitem__)
        merged.update(dict.fromkeys(component, first))
    return {name: titles[merged[owners[name]]] for name in targets}


def owners_of(places: Mapping[str, Location]) -> dict[str, str]:
    """Return for each class the outermost class whose place in the source holds it."""
    by_place = {(place.file, place.pointer): name for name, place in reversed(list(places.items()))}
    owners: dict[str, str] = {}
    for name, place in places.items():
        owners[name] = name
        pointer = place.pointer
        while pointer:
            pointer = pointer.rpartition("/")[0]
            if (place.file, pointer) in by_place:
                owners[name] = by_place[(place.file, pointer)]
    return owners


def strongly_connected(edges: Mapping[str, list[str]]) -> list[list[str]]:
    """Return the strongly connected components of a graph (Tarjan, with a stack of our own)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    path: list[str] = []
    on_path: set[str] = set()
    components: list[list[str]] = []
    for root in edges:
        if root in index:
            continue
        work = [(root, iter(edges[root]))]
        index[root] = low[root] = len(index)
        path.append(root)
        on_path.add(root)
        while work:
            node, targets = work[-1]
            for target in targets:
                if target not in index:
                    index[target] = low[target] = len(index)
                    path.append(target)
                    on_path.add(target)
                    work.append((target, iter(edges[target])))
                    break
                if target in on_path:
                    low[node] = min(low[node], index[target])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    at = path.index(node)
                    components.append(path[at:])
                    on_path.difference_update(path[at:])
                    del path[at:]
    return components
