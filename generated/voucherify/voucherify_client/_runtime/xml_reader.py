"""XML -> the text that JSON would be, by the table of the package.

A document type is refused before anything in it is read: no entity is ever declared, so none is expanded or fetched.
What the table does not know is kept, as with JSON: an element by its name, an attribute as "@name", text as "#text".
"""

from __future__ import annotations

import math
import pyexpat
import re
from dataclasses import dataclass, field
from typing import Any

from pydantic_core import to_json

from .typed import Unreadable
from .xml_table import ANY, FREE, LEAVES, XSI, Node, Shape, Table, local

_DEEPEST = 200
"""Levels of elements; the reader of JSON has the same limit."""
_INTEGER = re.compile(r"[+-]?\d{1,4000}", re.ASCII)
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
"""Byte order marks."""


@dataclass(slots=True)
class Element:
    """name, and those of attributes: "namespace local", or the local name alone."""

    name: str
    attributes: dict[str, str]
    children: list[Element] = field(default_factory=list["Element"])
    texts: list[str] = field(default_factory=list[str])

    @property
    def text(self) -> str:
        """Its own text, that of its children left out."""
        return "".join(self.texts)

    @property
    def own(self) -> dict[str, str]:
        """The attributes but for those of XML Schema."""
        return {key: value for key, value in self.attributes.items() if not key.startswith(f"{XSI} ")}


def read_xml(content: bytes, charset: str, key: str) -> bytes:
    """Return what JSON would say. charset: of the answer, or "". key: of the outermost element in the table.

    Raises Unreadable.
    """
    reader = _Reader(key)
    return to_json(reader.value(reader.root, parse(content, charset)))


def parse(content: bytes, charset: str) -> Element:
    """Read a document into elements. A byte order mark counts more than charset (RFC 7303, 3). Raises Unreadable."""
    known = charset and not content.startswith(_MARKS)
    try:
        return _parse(content.decode(charset).encode("utf-8") if known else content, "utf-8" if known else None)
    except pyexpat.ExpatError as error:
        raise Unreadable(str(error)) from None
    except (UnicodeDecodeError, LookupError):
        raise Unreadable("it is not text in the charset that it names") from None


def _parse(content: bytes, encoding: str | None) -> Element:
    top = Element("", {})
    reading = [top]

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(reading) > _DEEPEST:
            raise Unreadable(f"it is nested more than {_DEEPEST} levels deep")
        element = Element(name, attributes)
        reading[-1].children.append(element)
        reading.append(element)

    def end(_: str) -> None:
        reading.pop()

    def text(data: str) -> None:
        reading[-1].texts.append(data)

    def refuse(*_: object) -> None:
        raise Unreadable("it declares a document type, which is refused")

    parser = pyexpat.ParserCreate(encoding, " ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = refuse
    parser.Parse(content, True)
    return top.children[0]


class _Reader(Table):
    """Elements -> data."""

    def value(self, node: Node, element: Element) -> Any:
        """Return what an element holds."""
        if element.attributes.get(f"{XSI} nil") in ("true", "1"):
            return None
        node = self.settled(node, element)
        if node.kind == "list":
            return [self.value(node.parts[0], each) for each in element.children]
        if not element.children and node.kind in LEAVES:
            return leaf(node.kind, element.text)
        if not element.children and not element.own and node.kind == "any":
            return element.text
        return self.members(self.shape(node), element)

    def settled(self, node: Node, element: Element) -> Node:
        """Return the node for what an element is, where it may be one of several."""
        if (found := self.told(node, self.tag(node, element))) is not None:
            return found
        while node.kind == "union":
            kinds = _leaves(node)
            if kinds and not element.children and not element.own:
                fitting = (each for each in kinds if not isinstance(leaf(each, element.text), str))
                return Node(next(fitting, kinds[-1]))
            node = self.best(node, {local(each.name) for each in element.children} | element.own.keys(), wires=False)
        return node

    def tag(self, node: Node, element: Element) -> str | None:
        """Return the text of the property that says of which model an element is."""
        if not node.tag:
            return None
        shape = next((self.shapes[each] for each in node.kinds.values() if each in self.shapes), FREE)
        field = shape.fields.get(node.tag, ANY)
        if field.place == "attribute":
            return element.attributes.get(field.key)
        return next((each.text.strip() for each in element.children if local(each.name) == field.name), None)

    def members(self, shape: Shape, element: Element) -> dict[str, Any]:
        """Return the properties of an element. One that comes twice, and is no list, is given as a list."""
        found = self.beside(shape, element)
        single: set[str] = set()
        for child in element.children:
            name = local(child.name)
            wire = shape.by_name.get(child.name) or shape.by_name.get(name) or name
            node = shape.fields.get(wire, shape.extras)
            if node.kind == "list" and not node.wrapped:
                found.setdefault(wire, []).append(self.value(node.parts[0], child))
            elif wire not in found:
                found[wire] = self.value(node, child)
                single.add(wire)
            else:
                earlier = [found[wire]] if wire in single else found[wire]
                found[wire] = [*earlier, self.value(node, child)]
                single.discard(wire)
        return found

    def beside(self, shape: Shape, element: Element) -> dict[str, Any]:
        """Return the properties that are no elements, and the lists that are empty unless elements come."""
        found: dict[str, Any] = {}
        own, text = element.own, element.text
        for wire, node in shape.fields.items():
            if node.place == "attribute":
                key = next((each for each in (node.key, node.name) if each in own), None)
                found.update({} if key is None else {wire: _plain(node, own.pop(key))})
            elif node.place == "text":
                found.update({wire: _plain(node, text)} if text.strip() or node.kind == "string" else {})
                text = ""
            elif node.required:
                found[wire] = []
        found.update((f"@{local(key)}", _plain(shape.extras, value)) for key, value in own.items())
        return {**found, "#text": text.strip()} if text.strip() else found


def _leaves(node: Node) -> list[str]:
    """Return the kinds of text that a value may be, the narrower ones first."""
    return [kind for kind in LEAVES if any(part.kind == kind for part in (node, *node.parts))]


def _plain(node: Node, text: str) -> Any:
    """Return the value of an attribute, or of text beside elements."""
    if node.kind == "list":
        return [_plain(node.parts[0], each) for each in text.split()]
    values = [leaf(kind, text) for kind in _leaves(node) or ["string"]]
    return next((each for each in values if not isinstance(each, str)), values[-1])


def leaf(kind: str, text: str) -> Any:
    """Return the value that text is; the text itself where it is none, None where nothing stands."""
    bare = text.strip()
    match kind:
        case "string":
            return text
        case "token":
            return bare
        case _ if not bare:
            return None
        case "boolean":
            return _BOOLEANS.get(bare, text)
        case _ if _INTEGER.fullmatch(bare):
            return int(bare)
        case "number" if _NUMBER.fullmatch(bare) and math.isfinite(float(bare)):
            return float(bare)
        case _:
            return text
