"""zoo: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, json, json_body, made, raw

_GET_GOODS_RESPONSE: Decoder[_models.GetGoodsResponse] = json({"200": lambda: _models.GetGoodsResponse})
_ZOO: Decoder[_models.Zoo] = json({"200": lambda: _models.Zoo})
_ADD_ANIMAL_RESULT: Decoder[list[_models.Animal]] = json({"200": lambda: list[_models.Animal]})


class ZooResource(Resource):
    """Operations of zoo."""

    @property
    def with_raw_response(self) -> ZooRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return ZooRaw(self._transport)

    def get_goods(self, *, options: CallOptions | None = None) -> _models.GetGoodsResponse:
        """Get goods.

        GET /zoo
        """
        request = Request("GET", "/zoo")
        return self._with(options).send(request, _GET_GOODS_RESPONSE)

    @overload
    def update(self, body: _models.Zoo, *, options: CallOptions | None = None) -> _models.Zoo: ...
    @overload
    def update(self, *, options: CallOptions | None = None, **fields: Unpack[_models.ZooFields]) -> _models.Zoo: ...
    def update(
        self, body: _models.Zoo | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> _models.Zoo:
        """Put zoo.

        PUT /zoo

        body: Its fields may be given instead: ZooFields.
        """
        request = Request("PUT", "/zoo", body=json_body(made(_models.Zoo, body, fields)))
        return self._with(options).send(request, _ZOO)

    @overload
    def add_animal(self, body: _models.Animal, *, options: CallOptions | None = None) -> list[_models.Animal]: ...
    @overload
    def add_animal(
        self, *, options: CallOptions | None = None, **fields: Unpack[_models.AnimalFields]
    ) -> list[_models.Animal]: ...
    def add_animal(
        self, body: _models.Animal | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> list[_models.Animal]:
        """Add animal.

        POST /zoo

        body: Its fields may be given instead: AnimalFields.
        """
        request = Request("POST", "/zoo", body=json_body(made(_models.Animal, body, fields)))
        return self._with(options).send(request, _ADD_ANIMAL_RESULT)


class ZooRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = ZooResource(transport.raw)
        self.get_goods = raw(resource.get_goods)
        self.update = raw(resource.update)
        self.add_animal = raw(resource.add_animal)
