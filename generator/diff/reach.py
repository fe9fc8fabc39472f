"""Reach: which operations and webhooks lead to a class, by what each side says itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..ir import Api, Body, Operation, Type, Webhook
from ..ir.walk import references
from .equality import leads_to
from .findings import Node

DIRECTIONS = ("sent", "received")


class Graph:
    """What leads to what in one Api."""

    def __init__(self, api: Api) -> None:
        self._leads = {
            direction: {model.name: tuple(dict.fromkeys(leads_to(model, direction))) for model in api.models}
            for direction in DIRECTIONS
        }
        roots = {
            f"{each.method} {each.path}": {"sent": _models(_sent(each)), "received": _models(_received(each))}
            for resource in api.resources
            for each in resource.operations
        }
        self._roots = roots | {webhook_key(each): {"received": _models(_carried(each.body))} for each in api.webhooks}
        self._reached = {direction: self._reach(direction) for direction in DIRECTIONS}

    @property
    def keys(self) -> Sequence[str]:
        """The operations and webhooks."""
        return tuple(self._roots)

    def directions(self, model: str) -> list[str]:
        """Return the directions in which a model travels."""
        return [each for each in DIRECTIONS if model in self._reached[each]]

    def operations(self, direction: str, bits: Mapping[str, int]) -> dict[str, int]:
        """Return for each model what leads to it, as the sum of the bits of operations and webhooks.

        A model passes on what is new to it, so that a circle ends.
        """
        found = dict[str, int]()
        pending = dict[str, int]()
        for key, models in self._roots.items():
            for model in models.get(direction, ()):
                pending[model] = pending.get(model, 0) | bits[key]
        while pending:
            model, more = next(iter(pending.items()))
            del pending[model]
            fresh = more & ~found.get(model, 0)
            if fresh:
                found[model] = found.get(model, 0) | fresh
                for target in self._leads[direction].get(model, ()):
                    pending[target] = pending.get(target, 0) | fresh
        return found

    def _reach(self, direction: str) -> set[str]:
        found = set[str]()
        pending = [model for models in self._roots.values() for model in models.get(direction, ())]
        while pending:
            model = pending.pop()
            if model not in found:
                found.add(model)
                pending.extend(self._leads[direction].get(model, ()))
        return found


def reach(old: Graph, new: Graph, nodes: Iterable[Node]) -> dict[Node, tuple[str, ...]]:
    """Return for each node the operations and webhooks that lead to it on either side, in their order."""
    keys = tuple(dict.fromkeys([*old.keys, *new.keys]))
    bits = {key: 1 << index for index, key in enumerate(keys)}
    found: dict[Node, tuple[str, ...]] = {("api",): keys}
    classes = [node for node in nodes if len(node) == 3]
    for direction in {each[2] for each in classes}:
        before, after = (side.operations(direction, bits) for side in (old, new))
        for node in classes:
            if node[2] == direction:
                leading = before.get(node[0], 0) | after.get(node[1], 0)
                found[node] = tuple(key for key, bit in bits.items() if leading & bit)
    return found | {node: (node[1],) for node in nodes if node[0] in ("operation", "webhook")}


def webhook_key(webhook: Webhook) -> str:
    return f"webhook {webhook.method} {webhook.name}"


def _models(types: Iterable[Type]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for each in types for name in references(each)))


def _sent(operation: Operation) -> Iterator[Type]:
    yield from (each.type for each in operation.params)
    yield from _carried(operation.body)


def _received(operation: Operation) -> Iterator[Type]:
    for answer in (*operation.answers, *operation.errors):
        yield from (each.type for each in (*answer.headers, *answer.contents))
    if operation.error_when:
        yield operation.error_when.type
    for each in operation.callbacks:
        yield from _carried(each.body)


def _carried(body: Body | None) -> Iterator[Type]:
    yield from (each.type for each in (body.contents if body else ()))
