"""Values -> XML, by the table of the package. What is written is what JSON would say, in the order of the document."""

from __future__ import annotations

import math
import re
from typing import Any

from .dump import dump_data
from .errors import InvalidArgument
from .shapes import is_dict, is_list
from .xml_table import ANY, XSI, Node, Shape, Table

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no document may hold (XML 1.0, 2.2)."""
_NAME = re.compile(r"[^\W\d][\w.\-]*")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_QUOTED = str.maketrans({**_ESCAPES, '"': "&quot;", "\t": "&#9;", "\n": "&#10;"})
_TEXT = str.maketrans(_ESCAPES)


def write_xml(value: object, key: str, media: str) -> bytes:
    """Write a document, in the charset of its media type or UTF-8. key: of its outermost element in the table.

    Raises InvalidArgument.
    """
    charset = media.lower().partition("charset=")[2].split(";")[0].strip("\"' ") or "utf-8"
    try:
        text = _Writer(key).document(dump_data(value))
        return f'<?xml version="1.0" encoding="{charset}"?>\n{text}'.encode(charset, "xmlcharrefreplace")
    except RecursionError:
        raise InvalidArgument("a value is nested too deeply for XML") from None
    except LookupError:
        raise InvalidArgument(f"there is no charset {charset!r}") from None


class _Writer(Table):
    """Data -> text. prefixes: prefix -> namespace; all are declared with the outermost element."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.prefixes: dict[str, str] = {}

    def document(self, data: Any) -> str:
        text = self.element(self.root, self.root.name, data, "")
        name = re.match(r"<[^\s/>]+", text)
        end = name.end() if name else 0
        declared = "".join(f' xmlns:{prefix}="{_quoted(space)}"' for prefix, space in self.prefixes.items())
        return text[:end] + declared + text[end:]

    def element(self, node: Node, name: str, data: Any, space: str) -> str:
        """Write one element. space: the namespace of names without a prefix around it."""
        tag, head = self.qualified(node, name), ""
        if node.namespace and not node.prefix and node.namespace != space:
            space, head = node.namespace, f' xmlns="{_quoted(node.namespace)}"'
        if data is None:
            return f'<{tag}{head} {self.prefix("xsi", XSI)}:nil="true"/>'
        if is_dict(data):
            attributes, inner = self.members(self.shape(self.settled(node, data)), data, space)
            head += attributes
        elif is_list(data):
            item = self.item(node)
            inner = "".join(self.element(item, item.name or name, each, space) for each in data)
        else:
            inner = _text(data).translate(_TEXT)
        return f"<{tag}{head}>{inner}</{tag}>" if inner else f"<{tag}{head}/>"

    def settled(self, node: Node, data: dict[str, Any]) -> Node:
        """Return the node for what an object is, where it may be one of several."""
        if (found := self.told(node, data.get(node.tag))) is not None:
            return found
        while node.kind == "union":
            node = self.best(node, data.keys(), wires=True)
        return node

    def item(self, node: Node) -> Node:
        """Return the node for the members of a list."""
        return next((each.parts[0] for each in (node, *node.parts) if each.kind == "list"), ANY)

    def members(self, shape: Shape, data: dict[str, Any], space: str) -> tuple[str, str]:
        """Write the attributes of an element, and what stands in it."""
        known = [(wire, node, node.name) for wire, node in shape.fields.items() if wire in data]
        others = [(key, *_extra(key, shape.extras)) for key in data if key not in shape.fields]
        attributes, inner = list[str](), list[str]()
        for wire, node, name in (*known, *others):
            value = data[wire]
            if node.place == "attribute":
                written = "" if value is None else _text(value).translate(_QUOTED)
                attributes += [] if value is None else [f' {self.qualified(node, name)}="{written}"']
            elif node.place == "text":
                inner.append("" if value is None else _text(value).translate(_TEXT))
            elif is_list(value) and not node.wrapped:
                item = self.item(node)
                inner += [self.element(item, item.name or name, each, space) for each in value]
            else:
                inner.append(self.element(node, name, value, space))
        return "".join(attributes), "".join(inner)

    def qualified(self, node: Node, name: str) -> str:
        """Return a name with its prefix. An attribute has no namespace without one (Namespaces in XML, 6.2)."""
        if not _NAME.fullmatch(name):
            raise InvalidArgument(f"{name!r} is no name of an element or attribute in XML")
        if node.namespace and (node.prefix or node.place == "attribute"):
            return f"{self.prefix(node.prefix or 'ns', node.namespace)}:{name}"
        return name

    def prefix(self, wanted: str, namespace: str) -> str:
        """Return the prefix for a namespace: the wanted one, unless it stands for another namespace already."""
        free, number = wanted, 2
        while self.prefixes.setdefault(free, namespace) != namespace:
            free, number = f"{wanted}{number}", number + 1
        return free


def _extra(key: str, node: Node) -> tuple[Node, str]:
    """Return the node and the name for a property that the table does not know, as it was read."""
    if key.startswith("@"):
        return Node("string", place="attribute"), key[1:]
    return (Node("string", place="text"), key) if key == "#text" else (node, key)


def _text(data: Any) -> str:
    """Return a value as text; a list is separated by spaces, as an attribute has it."""
    if is_list(data):
        return " ".join(map(_text, data))
    if isinstance(data, bool):
        return "true" if data else "false"
    if isinstance(data, float) and not math.isfinite(data):
        raise InvalidArgument(f"{data} has no XML form")
    if is_dict(data):
        raise InvalidArgument("an object cannot be an attribute or text in XML")
    text = "" if data is None else str(data)
    if _FORBIDDEN.search(text):
        raise InvalidArgument("a value holds a character that XML forbids")
    return text


def _quoted(text: str) -> str:
    return _text(text).translate(_QUOTED)
