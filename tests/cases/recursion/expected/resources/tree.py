"""tree: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, json, json_body, made, nothing
from .._runtime import raw

_NODE: Decoder[_models.Node] = json({"200": lambda: _models.Node})
_NOTHING: Decoder[None] = nothing()


class TreeResource(Resource):
    """Operations of tree."""

    @property
    def with_raw_response(self) -> TreeRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return TreeRaw(self._transport)

    def get(self, *, options: CallOptions | None = None) -> _models.Node:
        """Get tree.

        GET /tree
        """
        request = Request("GET", "/tree")
        return self._with(options).send(request, _NODE)

    @overload
    def replace(self, body: _models.Node, *, options: CallOptions | None = None) -> None: ...
    @overload
    def replace(self, *, options: CallOptions | None = None, **fields: Unpack[_models.NodeFields]) -> None: ...
    def replace(self, body: _models.Node | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any) -> None:
        """Replace tree.

        PUT /tree

        body: Its fields may be given instead: NodeFields.
        """
        request = Request("PUT", "/tree", body=json_body(made(_models.Node, body, fields)))
        return self._with(options).send(request, _NOTHING)


class TreeRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = TreeResource(transport.raw)
        self.get = raw(resource.get)
        self.replace = raw(resource.replace)
