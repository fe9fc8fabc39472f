"""Names that are free: of methods among several that would do, and of arguments."""

from __future__ import annotations

from ..names import Names, Scope


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
