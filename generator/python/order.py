"""Order: the schemas of the model tool, in the order in which it writes them.

The tool puts models behind those that they refer to, in rounds over all that are left: a model whose references are
settled goes behind what is there. A chain of a thousand schemas, each of which refers to the next one, takes a thousand
rounds. What comes of it is computed here in time that grows with the number of references, so that one round is enough.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..data import Json, is_list, is_map


def settled(needs: Mapping[str, set[str]]) -> tuple[list[str], list[str]]:
    """Return the components in the order of the tool: those that it settles, then those that a circle keeps it from
    settling, as they stood.

    needs: component -> those that it refers to.

    >>> settled({"c": {"a"}, "b": {"c"}, "a": set(), "d": {"e"}, "e": {"d"}})
    (['a', 'c', 'b'], ['d', 'e'])
    """
    places = {name: place for place, name in enumerate(needs)}
    rounds = _rounds(needs)
    first = sorted(rounds, key=lambda each: (rounds[each], places[each]))
    return first, [name for name in needs if name not in rounds]


def _rounds(needs: Mapping[str, set[str]]) -> dict[str, int]:
    """Return component -> the round in which the tool settles it, without those that a circle keeps from it."""
    places = {name: place for place, name in enumerate(needs)}
    needs = {name: each - {name} for name, each in needs.items()}
    users: dict[str, list[str]] = {name: [] for name in needs}
    for name, needed in needs.items():
        for each in needed:
            users[each].append(name)
    missing = {name: len(needed) for name, needed in needs.items()}
    rounds: dict[str, int] = {}
    ready = [name for name in needs if not missing[name]]
    while ready:
        name = ready.pop()
        rounds[name] = max((rounds[each] + (places[each] > places[name]) for each in needs[name]), default=0)
        for user in users[name]:
            missing[user] -= 1
            if not missing[user]:
                ready.append(user)
    return rounds


def targets(schema: Json, prefix: str) -> set[str]:
    """Return the components that a schema refers to."""
    if is_list(schema):
        return set[str]().union(*(targets(each, prefix) for each in schema))
    if not is_map(schema):
        return set()
    target = schema.get("$ref")
    own = {target.removeprefix(prefix)} if isinstance(target, str) else set[str]()
    return own.union(*(targets(each, prefix) for each in schema.values() if isinstance(each, (dict, list))))
