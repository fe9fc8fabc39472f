"""An operation -> the line that defines its method, and its overloads.

Path parameters may be given by position, and after them a body; what else it takes is given by name. A body that is one
class may be given field by field as well: one overload takes the object, another the fields.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from ..ir import Operation, Param, Ref, Resource, Streaming, Type
from ..ir.walk import inner
from .annotations import MODELS, annotation
from .contents import bodies_key, body_types, ways
from .text import identifier, literal

_BUILTINS = frozenset({"bool", "bytes", "dict", "float", "int", "list", "str", "object", "type", "property"})


class _Takes(Enum):
    """How a body may be given: as an object, field by field, or either way."""

    OBJECT = 1
    FIELDS = 2
    EITHER = 3


def own_name(operation: Operation, name: str) -> str:
    """Return what an argument that is no parameter is called: a field of the body may have its name."""
    return dict(operation.given_way).get(name, name)


def shadowed(resource: Resource) -> frozenset[str]:
    """Return the builtins that the methods of a resource hide in annotations of its class."""
    return _BUILTINS & {operation.name for operation in resource.operations}


def _spelt(found: Type, hidden: frozenset[str], *, sent: bool = False, flavour: str = "sync") -> str:
    """Spell a type in the signature of a method. Models stand behind the name of their package, so that none of them is
    loaded before it is used, and `typing.get_type_hints` finds all."""
    return annotation(found, sent=sent, shadowed=hidden, flavour=flavour, home=f"{MODELS}.")


def result(operation: Operation, resource: Resource, flavour: str) -> str:
    """Spell what a method returns; where it has two ways, what it returns without a stream."""
    hidden = shadowed(resource)
    found = _spelt(operation.result, hidden, flavour=flavour)
    if operation.paging is None:
        return found
    pages = "AsyncPages" if flavour == "async" else "Pages"
    return f"{pages}[{_spelt(operation.paging.item, hidden)}, {found}]"


def definition(operation: Operation, resource: Resource, flavour: str) -> str:
    """Spell the line that defines a method; path parameters may be given by position."""
    accept, stream = own_name(operation, "accept"), own_name(operation, "stream")
    further = [_chosen(accept, (each.media for each in operation.choices))] if operation.choices else []
    returned = result(operation, resource, flavour)
    if operation.streaming is not None:
        further.append(f"{stream}: bool = False")
        returned = f"{returned} | {_stream(operation.streaming, resource, flavour)}"
    takes = _Takes.EITHER if operation.body and operation.body.keywords else _Takes.OBJECT
    return _definition(operation, resource, flavour, further, returned, takes)


def overloads(operation: Operation, resource: Resource, flavour: str) -> list[str]:
    """Spell what a method returns for what a caller may ask for, a media type or a stream, and how its body is given;
    nothing where there is one way to call it."""
    whole = result(operation, resource, flavour)
    accept, stream = own_name(operation, "accept"), own_name(operation, "stream")
    found: list[tuple[list[str], str]] = []
    kinds: dict[str, list[str]] = {}
    for each in operation.choices:
        kinds.setdefault(_spelt(each.type, shadowed(resource)), []).append(literal(each.media))
    if kinds.keys() == {whole}:
        found = [([_chosen(accept, kinds[whole])], whole)]
    elif kinds:
        found = [([f"{accept}: None = None"], whole)]
        found += [([f"{accept}: Literal[{', '.join(media)}]"], kind) for kind, media in kinds.items()]
    found = found or [([], whole)]
    if operation.streaming is not None:
        later = _stream(operation.streaming, resource, flavour)
        found = [([*further, f"{stream}: Literal[False] = False"], kind) for further, kind in found]
        found += [([f"{stream}: Literal[True]"], later), ([f"{stream}: bool"], f"{whole} | {later}")]
    by_field = [_Takes.FIELDS] if operation.body and operation.body.keywords else []
    spelt = [(*each, takes) for takes in (_Takes.OBJECT, *by_field) for each in found]
    return [_definition(operation, resource, flavour, *each) for each in spelt] if len(spelt) > 1 else []


def _chosen(name: str, media: Iterable[str]) -> str:
    return f"{name}: Literal[{', '.join(map(literal, media))}] | None = None"


def _stream(streaming: Streaming, resource: Resource, flavour: str) -> str:
    return _spelt(streaming.type, shadowed(resource), flavour=flavour)


def _definition(
    operation: Operation, resource: Resource, flavour: str, further: list[str], returned: str, takes: _Takes
) -> str:
    hidden = shadowed(resource)
    by_position = [each for each in operation.params if each.place == "path"]
    by_name = [each for each in operation.params if each.place != "path" and not each.hidden]
    arguments = ["self", *(["/"] if "self" in dict(operation.given_way) else [])]
    arguments += [_argument(each, hidden) for each in by_position]
    arguments += _body_argument(operation, hidden, takes) if takes is not _Takes.FIELDS else []
    named = [*(_argument(each, hidden) for each in by_name), *_media(operation, takes), *further]
    arguments += ["*", *(each for each in named if "=" not in each), *(each for each in named if "=" in each)]
    arguments += [f"{own_name(operation, 'options')}: CallOptions | None = None", *_rest(operation, takes)]
    prefix = "async def" if flavour == "async" and operation.paging is None else "def"
    return f"{prefix} {identifier(operation.name)}({', '.join(arguments)}) -> {returned}:"


def _argument(param: Param, hidden: frozenset[str]) -> str:
    name, kind = identifier(param.name), _spelt(param.type, hidden, sent=True)
    if param.first is not None:
        return f"{name}: {kind} = {literal(param.first)}"
    return f"{name}: {kind}" if param.required else f"{name}: {kind} | Omit = OMIT"


def _body_argument(operation: Operation, hidden: frozenset[str], takes: _Takes) -> list[str]:
    if operation.body is None:
        return []
    kinds = dict.fromkeys(_spelt(each, hidden, sent=True) for each in body_types(operation.body))
    found = f"{own_name(operation, 'body')}: {' | '.join(kinds)}"
    return [found if operation.body.required and takes is _Takes.OBJECT else f"{found} | Omit = OMIT"]


def _media(operation: Operation, takes: _Takes) -> list[str]:
    """Spell the argument that says what a body is sent as; for fields, what is made from their class."""
    if operation.body is None or not bodies_key(operation.body):
        return []
    found = ways(operation.body)
    if takes is _Takes.FIELDS:
        first = next(
            each.type for each in found.values() if Ref(operation.body.model) in (each.type, *inner(each.type))
        )
        found = {media: each for media, each in found.items() if each.type == first}
    return [_chosen(own_name(operation, "media"), found)]


def _rest(operation: Operation, takes: _Takes) -> list[str]:
    """Spell what takes the fields of a body."""
    if operation.body is None or takes is _Takes.OBJECT:
        return []
    kind = "Any" if takes is _Takes.EITHER else f"Unpack[{MODELS}.{identifier(operation.body.keywords)}]"
    return [f"**{own_name(operation, 'fields')}: {kind}"]
