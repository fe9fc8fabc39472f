"""Reading: an OpenAPI document as nodes, each a subject with what is stated about it.

In: a Document: ours, or the one inside a page. Out: nodes for info, servers, security, operations, parameters, bodies,
responses, headers, and on demand their fields. Descriptions are no facts and are not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...data import Json, as_list, as_map, is_map
from ...openapi.read.document import Document, join
from ...openapi.schema.walk import operations
from .facts import ITEM, VALUE, Subject, spelled
from .shapes import Part, Shape, Stated, resolved, shape

_STYLES = {"path": "simple", "header": "simple", "query": "form", "cookie": "form"}


@dataclass(frozen=True, slots=True)
class Node:
    """A subject of the document. pointer: what stands for it. notes: descriptions and their pointers."""

    subject: Subject
    pointer: str
    stated: tuple[Stated, ...]
    shape: Shape | None = None
    alias: str = ""
    notes: tuple[tuple[str, str], ...] = ()


class Reading:
    """The nodes of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._below: dict[Subject, list[Node]] = {}
        self.roots: list[Node] = [*self._whole(), *self._operations()]

    def nodes(self) -> Iterator[Node]:
        """Yield all nodes; a schema inside itself is shown once and not entered again."""
        for root in self.roots:
            yield from self._nodes(root, ())

    def children(self, node: Node) -> list[Node]:
        """Return the nodes one step below."""
        if node.subject not in self._below:
            self._below[node.subject] = list(self._children(node))
        return self._below[node.subject]

    def _children(self, node: Node) -> Iterator[Node]:
        if node.shape is None:
            return
        for name, parts in node.shape.fields.items():
            yield self._child(node, name, parts, node.shape.required.get(name, ""))
        if node.shape.items:
            yield self._child(node, ITEM, node.shape.items)
        if node.shape.values:
            yield self._child(node, VALUE, node.shape.values)

    def _nodes(self, node: Node, above: tuple[str, ...]) -> Iterator[Node]:
        yield node
        keys = node.shape.keys if node.shape else []
        if not set(keys) & set(above):
            for each in self.children(node):
                yield from self._nodes(each, (*above, *keys))

    def _child(self, node: Node, name: str, parts: list[Part], required: str = "") -> Node:
        below = shape(self.document, parts)
        stated = (*below.stated, *([("required", "true", required)] if required else []))
        alias = next((str(as_map(each)["x-documented-name"]) for each, _ in parts if _renamed(each)), "")
        return Node(node.subject.below(name), parts[0][1], stated, below, alias, tuple(below.notes))

    # --- the document as a whole

    def _whole(self) -> Iterator[Node]:
        data = as_map(self.document.data)
        info = dict(_leaves(as_map(data.get("info")), "/info"))
        for name, (value, pointer) in info.items():
            if name != "description":
                yield Node(Subject("", "info", (name,)), pointer, (("value", spelled(value), pointer),))
        for index, server in enumerate(as_list(data.get("servers"))):
            yield from self._server(as_map(server), join("/servers", index))
        schemes = as_map(as_map(data.get("components")).get("securitySchemes"))
        for name, scheme in schemes.items():
            yield from self._scheme(name, as_map(scheme), join("/components/securitySchemes", name))
        yield Node(Subject("", "document"), "", tuple(_extensions(data, "")))

    def _server(self, server: dict[str, Json], pointer: str) -> Iterator[Node]:
        subject = Subject("", "server", (str(server.get("url")).rstrip("/"),))
        yield Node(subject, join(pointer, "url"), ())
        for name, variable in as_map(server.get("variables")).items():
            at = join(pointer, "variables", name)
            values = as_map(variable)
            stated = [
                ("enum", spelled(value), join(at, "enum", i)) for i, value in enumerate(as_list(values.get("enum")))
            ]
            if "default" in values:
                stated.append(("default", spelled(values["default"]), join(at, "default")))
            yield Node(subject.below(name), at, tuple(stated))

    def _scheme(self, name: str, scheme: dict[str, Json], pointer: str) -> Iterator[Node]:
        subject = Subject("", "security", (name,))
        simple = [(key, spelled(scheme[key]), join(pointer, key)) for key in _SCHEME if key in scheme]
        yield Node(subject, pointer, (*simple, *_extensions(scheme, pointer)))
        for kind, flow in as_map(scheme.get("flows")).items():
            at = join(pointer, "flows", kind)
            stated = [(key, str(value), join(at, key)) for key, value in as_map(flow).items() if key.endswith("Url")]
            scopes = as_map(as_map(flow).get("scopes"))
            stated.extend(("scope", each, join(at, "scopes", each)) for each in scopes)
            yield Node(subject.below(kind), at, tuple(stated))

    # --- operations

    def _operations(self) -> Iterator[Node]:
        for path, method, item, operation, pointer in operations(as_map(self.document.data)):
            label = f"{method.upper()} {path}"
            yield self._operation(label, operation, pointer)
            yield from self._parameters(label, item, operation, pointer)
            body, at = resolved(self.document, operation.get("requestBody"), join(pointer, "requestBody"))
            if is_map(body):
                required = [("required", "true", join(at, "required"))] if body.get("required") is True else []
                yield self._content(Subject(label, "body"), body, at, required)
            for status, value in as_map(operation.get("responses")).items():
                response, at = resolved(self.document, value, join(pointer, "responses", status))
                yield self._content(Subject(label, status), as_map(response), at, [])
                for name, header in as_map(as_map(response).get("headers")).items():
                    given, where = resolved(self.document, header, join(at, "headers", name))
                    yield self._typed(Subject(label, f"{status} header", (name,)), as_map(given), where, [])

    def _operation(self, label: str, operation: dict[str, Json], pointer: str) -> Node:
        stated: list[Stated] = []
        if "operationId" in operation:
            stated.append(("operationId", str(operation["operationId"]), join(pointer, "operationId")))
        if operation.get("deprecated") is True:
            stated.append(("deprecated", "true", join(pointer, "deprecated")))
        stated.extend(("tag", str(tag), join(pointer, "tags")) for tag in as_list(operation.get("tags")))
        home, at = (operation, pointer) if "security" in operation else (as_map(self.document.data), "")
        for index, each in enumerate(as_list(home.get("security"))):
            words = [
                f"{name}({', '.join(map(str, as_list(scopes)))})" if scopes else name
                for name, scopes in as_map(each).items()
            ]
            stated.append(("security", " + ".join(words) or "none", join(at, "security", index)))
        return Node(Subject(label, "operation"), pointer, (*stated, *_extensions(operation, pointer)))

    def _parameters(self, label: str, item: Json, operation: Json, pointer: str) -> Iterator[Node]:
        found: dict[tuple[str, str], tuple[dict[str, Json], str]] = {}
        for owner, at in ((item, pointer.rpartition("/")[0]), (operation, pointer)):
            for index, value in enumerate(as_list(as_map(owner).get("parameters"))):
                given, where = resolved(self.document, value, join(at, "parameters", index))
                parameter = as_map(given)
                found[(str(parameter.get("in")), str(parameter.get("name")))] = (parameter, where)
        for (place, name), (parameter, where) in found.items():
            if place == "body":
                yield self._typed(Subject(label, "body"), parameter, where, [])
                continue
            subject = Subject(label, "body" if place == "formData" else place, (name,))
            yield self._typed(subject, parameter, where, list(_parameter(place, parameter, where)))

    def _typed(self, subject: Subject, holder: dict[str, Json], pointer: str, stated: list[Stated]) -> Node:
        """Return the node of a parameter or header: its schema, the one of its content, or (Swagger 2) itself."""
        if is_map(holder.get("content")):
            return self._content(subject, holder, pointer, stated)
        own = {key: value for key, value in holder.items() if key not in ("required", "title", "deprecated")}
        part = (holder["schema"], join(pointer, "schema")) if "schema" in holder else (own, pointer)
        below = shape(self.document, [part])
        if "schema" in holder and "example" in holder:
            stated.append(("example", spelled(holder["example"]), join(pointer, "example")))
        alias = str(holder.get("x-documented-name", ""))
        notes = [*below.notes]
        if "schema" in holder and isinstance(description := holder.get("description"), str):
            notes.append((description, join(pointer, "description")))
        return Node(subject, pointer, (*stated, *below.stated), below, alias, tuple(notes))

    def _content(self, subject: Subject, holder: dict[str, Json], pointer: str, stated: list[Stated]) -> Node:
        """Return the node of a body or response; its media types hold one shape together."""
        parts: list[Part] = [(holder["schema"], join(pointer, "schema"))] if "schema" in holder else []
        for name, value in as_map(holder.get("content")).items():
            media, at = as_map(value), join(pointer, "content", name)
            stated.append(("media", name, at))
            if "schema" in media:
                parts.append((media["schema"], join(at, "schema")))
            for key, each in as_map(media.get("examples")).items():
                if is_map(each) and "value" in each:
                    stated.append(("example", spelled(each["value"]), join(at, "examples", key)))
            if "example" in media:
                stated.append(("example", spelled(media["example"]), join(at, "example")))
        below = shape(self.document, parts)
        return Node(subject, pointer, (*stated, *below.stated), below)


_SCHEME = ("type", "in", "name", "scheme", "bearerFormat", "openIdConnectUrl")


def _parameter(place: str, parameter: dict[str, Json], pointer: str) -> Iterator[Stated]:
    """Yield what a parameter states beside its schema; what the standard says anyway is not stated."""
    if parameter.get("required") is True and place != "path":
        yield "required", "true", join(pointer, "required")
    if parameter.get("deprecated") is True:
        yield "deprecated", "true", join(pointer, "deprecated")
    usual = _STYLES.get(place, "form")
    style = str(parameter.get("style", usual))
    if style != usual:
        yield "style", style, join(pointer, "style")
    if parameter.get("explode", style == "form") is not (style == "form"):
        yield "explode", spelled(parameter["explode"]), join(pointer, "explode")


def _extensions(holder: dict[str, Json], pointer: str) -> Iterator[Stated]:
    for key, value in holder.items():
        if key.startswith("x-") and not key.startswith("x-documented"):
            yield key, spelled(value), join(pointer, key)


def _leaves(value: dict[str, Json], pointer: str, name: str = "") -> Iterator[tuple[str, tuple[Json, str]]]:
    for key, each in value.items():
        at, path = join(pointer, key), f"{name}.{key}".lstrip(".")
        if is_map(each):
            yield from _leaves(each, at, path)
        else:
            yield path, (each, at)


def _renamed(schema: Json) -> bool:
    return "x-documented-name" in as_map(schema)
