"""tree: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime import CallOptions, Decoder, Request, Resource, Transport, json, json_body, nothing, raw
from ..models import Node

_NODE: Decoder[Node] = json({"200": Node})
_NOTHING: Decoder[None] = nothing()


class TreeResource(Resource):
    """Operations of tree."""

    @property
    def with_raw_response(self) -> TreeRaw:
        return TreeRaw(self._transport)

    def get(self, *, options: CallOptions | None = None) -> Node:
        """Get tree.

        GET /tree
        """
        request = Request("GET", "/tree")
        return self._with(options).send(request, _NODE)

    def replace(self, *, body: Node, options: CallOptions | None = None) -> None:
        """Replace tree.

        PUT /tree
        """
        request = Request("PUT", "/tree", body=json_body(body))
        return self._with(options).send(request, _NOTHING)


class TreeRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = TreeResource(transport.raw)
        self.get = raw(resource.get)
        self.replace = raw(resource.replace)
