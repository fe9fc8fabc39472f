"""Reach: which operations lead to a class, over the references of both sides."""

from __future__ import annotations

from collections.abc import Mapping

from .findings import Node


def reached(
    operations: Mapping[Node, str], edges: Mapping[Node, list[Node]], wanted: set[Node]
) -> dict[Node, tuple[str, ...]]:
    """Return for each node that is wanted the operations that reach it, in the order of `operations`.

    Each operation is one bit of a number; a node passes on what is new to it, so that a cycle ends.
    """
    order = list(operations)
    bits: dict[Node, int] = {node: 1 << index for index, node in enumerate(order)}
    pending = {node: bits[node] for node in order if node in edges}
    while pending:
        node, fresh = next(iter(pending.items()))
        del pending[node]
        for target in edges[node]:
            more = fresh & ~bits.get(target, 0)
            if more:
                bits[target] = bits.get(target, 0) | more
                if target in edges:
                    pending[target] = pending.get(target, 0) | more
    return {
        node: tuple(operations[each] for index, each in enumerate(order) if bits.get(node, 0) >> index & 1)
        for node in wanted
    }
