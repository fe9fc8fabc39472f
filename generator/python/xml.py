"""XML: the types of the IR -> the table of how they look in XML, which the runtime reads and writes by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..ir import (
    NULL,
    USUAL_XML,
    Alias,
    Anything,
    Api,
    Array,
    Class,
    Enumeration,
    Field,
    File,
    Free,
    Literal,
    Map,
    Model,
    Operation,
    Ref,
    Scalar,
    Tuple,
    Type,
    Union,
    Xml,
    XmlContent,
)
from ..ir.walk import constants, inner, models_in_xml, spoken_xml
from .annotations import later, read_annotation
from .text import identifier, literal

_LEAVES = {
    "string": "string", "bytes": "string", "integer": "integer", "unix-time": "integer", "number": "number",
    "boolean": "boolean",
}  # fmt: skip
"""Scalar -> how its text is read; any other is a token, text without the space around it."""

_CONSTANTS: Mapping[type, str] = {bool: "boolean", int: "integer", float: "number", str: "token"}


def speaks_xml(api: Api) -> bool:
    """Say whether a package needs the table."""
    return any(True for _ in spoken_xml(_operations(api)))


def in_xml(content: XmlContent) -> str:
    """Spell how the runtime is told to read XML as a type."""
    media = "" if content.media == "application/xml" else f", {literal(content.media)}"
    return f"InXml({later(content.type)}, {literal(root_key(content))}{media})"


def root_key(content: XmlContent) -> str:
    """Return what the table calls an outermost element: its type, and its name where that is another."""
    kind, name = read_annotation(content.type), _told(content.xml)
    return kind if name in ("", kind) else f"{kind} as {name}"


def xml_roots(api: Api) -> list[str]:
    """Spell the outermost elements of what is sent and read."""
    nodes = _Nodes(api)
    found = {root_key(each): nodes.node(each.type, each.xml, each.xml.name) for each in spoken_xml(_operations(api))}
    return [f"{literal(key)}: {text}," for key, text in found.items()]


def xml_shapes(api: Api) -> list[str]:
    """Spell the classes that what is sent and read is made of, in the order of the document."""
    nodes, reached = _Nodes(api), models_in_xml(_operations(api), {each.name: each for each in api.models})
    classes = [each for each in api.models if isinstance(each, Class) and each.name in reached]
    return [f"{literal(each.name)}: {nodes.shape(each)}," for each in classes]


def text_kind(found: Type, api: Api) -> str:
    """Return which kind of text a value is where it stands alone, as a field of a form does: a leaf; of a list, that of
    its members and `[]`; "" for what is no text."""
    nodes = _Nodes(api)
    plain = nodes.plain(found)
    if isinstance(plain, Array):
        return f"{kind}[]" if (kind := text_kind(plain.item, api)) else ""
    if isinstance(plain, Union):
        kinds = {text_kind(each, api) for each in plain.members if each != NULL}
        return kinds.pop() if len(kinds) == 1 else "" if "" in kinds else "string"
    kind = nodes.kind(plain)
    return kind if kind in {"token", *_LEAVES.values()} else "string" if kind == "any" else ""


def _operations(api: Api) -> list[Operation]:
    return [each for resource in api.resources for each in resource.operations]


def _told(xml: Xml) -> str:
    """Return what tells two outermost elements of one type apart."""
    space = f"{{{xml.namespace}}}" if xml.namespace else ""
    name = f"{xml.prefix}:{xml.name}" if xml.prefix else xml.name
    return space + name + (f"[{_told(xml.item)}]" if xml.item else "")


class _Nodes:
    """Spells nodes and shapes. A node is a value in XML, a shape what stands in a class."""

    def __init__(self, api: Api) -> None:
        self._models: Mapping[str, Model] = {each.name: each for each in api.models}
        self._open: list[str] = []

    def shape(self, model: Class) -> str:
        """Spell a class: its fields, those of its bases first, and the type of any other property."""
        fields = {each.wire: each for each in self._fields(model)}
        texts = [f"{literal(wire)}: {self._field(each)}" for wire, each in fields.items()]
        free = self._free(model)
        extras = "" if free is None else f", {self.node(free, USUAL_XML, '')}"
        return f"Shape({{{', '.join(texts)}}}{extras})"

    def _fields(self, model: Class) -> Iterator[Field]:
        for base in self._bases(model):
            yield from self._fields(base)
        yield from model.fields

    def _bases(self, model: Class) -> list[Class]:
        return [base for each in model.bases if isinstance(base := self._models[each], Class)]

    def _free(self, model: Class) -> Type | None:
        if isinstance(model.extras, Free):
            return None if isinstance(model.extras.type, Anything) else model.extras.type
        return next((found for base in self._bases(model) if (found := self._free(base)) is not None), None)

    def _field(self, field: Field) -> str:
        return self.node(field.type, field.xml, field.xml.name or field.wire, required=field.required)

    def node(self, found: Type, xml: Xml, name: str, *, required: bool = False) -> str:
        """Spell a value. name: of its element. An unwrapped list that is required is empty where no element stands."""
        before = len(self._open)
        found = self.plain(found)
        text = self._spelt(found, xml, name, required)
        del self._open[before:]
        return text

    def _spelt(self, found: Type, xml: Xml, name: str, required: bool) -> str:
        item = xml.item or USUAL_XML
        kind, more = self.kind(found), list[str]()
        if isinstance(found, (Array, Tuple)):
            each = found.item if isinstance(found, Array) else Union(inner(found))
            more.append(f"parts=({self.node(each, item, item.name or name)},)")
        elif isinstance(found, Map):
            more.append(f"parts=({self.node(found.value, item, item.name)},)")
        elif isinstance(found, Union):
            more.append(f"parts=({', '.join(self.node(each, xml, name) for each in found.members if each != NULL)},)")
        tag = self._tag(found)
        if tag:
            more.append(tag)
        if isinstance(found, Array) and required and not xml.wrapped:
            more.append("required=True")
        said = [f"{key}={literal(value)}" for key, value in _said(xml)]
        return f"Node({', '.join([literal(kind), *([literal(name)] if name else []), *said, *more])})"

    def plain(self, found: Type) -> Type:
        """Follow aliases, and leave null out; what leads back to itself is anything."""
        while True:
            if isinstance(found, Union) and len(rest := [each for each in found.members if each != NULL]) == 1:
                found = rest[0]
            model = self._models[found.model] if isinstance(found, Ref) else None
            if isinstance(model, Enumeration):
                return constants(model)
            if not isinstance(found, Ref) or not isinstance(model, Alias):
                return found
            if found.model in self._open:
                return Anything()
            self._open.append(found.model)
            found = model.type

    def kind(self, found: Type) -> str:
        """Name the kind of a plain type."""
        match found:
            case Scalar(name):
                return _LEAVES.get(name, "token")
            case Literal(values):
                kinds = {_CONSTANTS[type(each)] for each in values if each is not None}
                return kinds.pop() if len(kinds) == 1 else "string"
            case Ref(model):
                return identifier(model)
            case Array() | Tuple():
                return "list"
            case Map():
                return "map"
            case Union():
                return "union"
            case File():
                return "string"
            case _:
                return "any"

    def _tag(self, found: Type) -> str:
        """Spell the property that says which class a value is of."""
        model = self._models[found.model] if isinstance(found, Ref) else None
        tag = found.tag if isinstance(found, Union) else model.tag if isinstance(model, Class) else None
        kinds = {value: kind for value, kind in tag.mapping if isinstance(self._models.get(kind), Class)} if tag else {}
        return f"tag={literal(tag.wire)}, kinds={literal(kinds)}" if tag and kinds else ""


def _said(xml: Xml) -> Iterator[tuple[str, object]]:
    """Yield what is said of a value in XML, but for its name and its members."""
    for key in ("place", "wrapped", "namespace", "prefix"):
        if value := getattr(xml, key):
            yield key, value
