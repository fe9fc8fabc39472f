"""prices: generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Literal, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, Bodies, CallOptions, Decoder, InXml, Omit, Request, Resource, Transport, Way, as_json
from .._runtime import as_number, form_body, json, json_body, made, multipart_body, raw, xml, xml_body

_PRICE: Decoder[_models.Price] = json({"200": lambda: _models.Price})
_RATES: Decoder[_models.Rates] = json({"200": lambda: _models.Rates})
_PRICE_2: Decoder[_models.Price] = xml({"200": InXml(lambda: _models.Price, "Price")})
_CREATE_SALE_BODY = Bodies(
    {
        "application/x-www-form-urlencoded": Way(lambda: _models.Price, form_body),
        "multipart/form-data": Way(lambda: _models.Price, multipart_body),
        "application/xml": Way(lambda: _models.Price, lambda body: xml_body(body, "Price")),
    }
)


class PricesResource(Resource):
    """Operations of prices."""

    @property
    def with_raw_response(self) -> PricesRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return PricesRaw(self._transport)

    @overload
    def replace(
        self,
        least: Decimal,
        body: _models.Price | Omit = OMIT,
        *,
        most: float | Omit = OMIT,
        count_query: int | Omit = OMIT,
        rates_query: Sequence[Decimal] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> _models.Price: ...
    @overload
    def replace(
        self,
        least: Decimal,
        *,
        most: float | Omit = OMIT,
        count_query: int | Omit = OMIT,
        rates_query: Sequence[Decimal] | Omit = OMIT,
        options: CallOptions | None = None,
        **fields: Unpack[_models.PriceFields],
    ) -> _models.Price: ...
    def replace(
        self,
        least: Decimal,
        body: _models.Price | Omit = OMIT,
        *,
        most: float | Omit = OMIT,
        count_query: int | Omit = OMIT,
        rates_query: Sequence[Decimal] | Omit = OMIT,
        options: CallOptions | None = None,
        **fields: Any,
    ) -> _models.Price:
        """Replace price.

        PUT /prices/{least}

        count_query: `count` is a field of the body.
        rates_query: `rates` is a field of the body.
        body: Its fields may be given instead: PriceFields.
        """
        query = {
            "most": most,
            "count": count_query,
            "rates": as_json(as_number(rates_query)),
        }
        request = Request(
            "PUT",
            "/prices/{least}",
            path={"least": least},
            query=query,
            body=json_body(
                made(
                    _models.Price, body, fields, optional=True, others={"count": "count_query", "rates": "rates_query"}
                )
            ),
        )
        return self._with(options).send(request, _PRICE)

    def create_rates(self, body: Sequence[Decimal], *, options: CallOptions | None = None) -> _models.Rates:
        """Create rates.

        POST /rates
        """
        request = Request("POST", "/rates", body=json_body(as_number(body)))
        return self._with(options).send(request, _RATES)

    @overload
    def create_sale(
        self,
        body: _models.Price | Omit = OMIT,
        *,
        media: Literal["application/x-www-form-urlencoded", "multipart/form-data", "application/xml"] | None = None,
        options: CallOptions | None = None,
    ) -> _models.Price: ...
    @overload
    def create_sale(
        self,
        *,
        media: Literal["application/x-www-form-urlencoded", "multipart/form-data", "application/xml"] | None = None,
        options: CallOptions | None = None,
        **fields: Unpack[_models.PriceFields],
    ) -> _models.Price: ...
    def create_sale(
        self,
        body: _models.Price | Omit = OMIT,
        *,
        media: Literal["application/x-www-form-urlencoded", "multipart/form-data", "application/xml"] | None = None,
        options: CallOptions | None = None,
        **fields: Any,
    ) -> _models.Price:
        """Create sale.

        POST /sale

        body: Its fields may be given instead: PriceFields.
        """
        request = Request(
            "POST", "/sale", body=_CREATE_SALE_BODY.write(made(_models.Price, body, fields, optional=True), media)
        )
        return self._with(options).send(request, _PRICE_2)


class PricesRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = PricesResource(transport.raw)
        self.replace = raw(resource.replace)
        self.create_rates = raw(resource.create_rates)
        self.create_sale = raw(resource.create_sale)
