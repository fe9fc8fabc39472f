"""zoo: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime import CallOptions, Decoder, Request, Resource, Transport, json, json_body, raw
from ..models import Animal, GetGoodsResponse, Zoo

_GET_GOODS_RESPONSE: Decoder[GetGoodsResponse] = json({"200": GetGoodsResponse})
_ZOO: Decoder[Zoo] = json({"200": Zoo})
_ADD_ANIMAL_RESULT: Decoder[list[Animal]] = json({"200": list[Animal]})


class ZooResource(Resource):
    """Operations of zoo."""

    @property
    def with_raw_response(self) -> ZooRaw:
        return ZooRaw(self._transport)

    def get_goods(self, *, options: CallOptions | None = None) -> GetGoodsResponse:
        """Get goods.

        GET /zoo
        """
        request = Request("GET", "/zoo")
        return self._with(options).send(request, _GET_GOODS_RESPONSE)

    def update(self, *, body: Zoo, options: CallOptions | None = None) -> Zoo:
        """Put zoo.

        PUT /zoo
        """
        request = Request("PUT", "/zoo", body=json_body(body))
        return self._with(options).send(request, _ZOO)

    def add_animal(self, *, body: Animal, options: CallOptions | None = None) -> list[Animal]:
        """Add animal.

        POST /zoo
        """
        request = Request("POST", "/zoo", body=json_body(body))
        return self._with(options).send(request, _ADD_ANIMAL_RESULT)


class ZooRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = ZooResource(transport.raw)
        self.get_goods = raw(resource.get_goods)
        self.update = raw(resource.update)
        self.add_animal = raw(resource.add_animal)
