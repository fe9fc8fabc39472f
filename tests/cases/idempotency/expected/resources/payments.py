"""payments: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Unpack, overload
from uuid import UUID

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, json, json_body, made, raw

_LIST_RESULT: Decoder[str] = json({"200": str})


class PaymentsResource(Resource):
    """Operations of payments."""

    @property
    def with_raw_response(self) -> PaymentsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return PaymentsRaw(self._transport)

    def list(self, *, x_idempotency_token: UUID | Omit = OMIT, options: CallOptions | None = None) -> str:
        """Read payments.

        GET /payments

        x_idempotency_token: May be left out: a new key is made for each call then.
        """
        request = Request(
            "GET", "/payments", headers={"X-Idempotency-Token": x_idempotency_token}, idempotency="X-Idempotency-Token"
        )
        return self._with(options).send(request, _LIST_RESULT)

    @overload
    def pay(
        self, body: _models.OrderBody, *, idempotency_key: str | Omit = OMIT, options: CallOptions | None = None
    ) -> str: ...
    @overload
    def pay(
        self,
        *,
        idempotency_key: str | Omit = OMIT,
        options: CallOptions | None = None,
        **fields: Unpack[_models.OrderBodyFields],
    ) -> str: ...
    def pay(
        self,
        body: _models.OrderBody | Omit = OMIT,
        *,
        idempotency_key: str | Omit = OMIT,
        options: CallOptions | None = None,
        **fields: Any,
    ) -> str:
        """Pay.

        POST /payments

        idempotency_key: Tells one payment from another. May be left out: a new key is made for each call then.
        body: Its fields may be given instead: OrderBodyFields.
        """
        request = Request(
            "POST",
            "/payments",
            headers={"IDEMPOTENCY-KEY": idempotency_key},
            body=json_body(made(_models.OrderBody, body, fields)),
            idempotency="IDEMPOTENCY-KEY",
        )
        return self._with(options).send(request, _LIST_RESULT)

    @overload
    def refund(self, body: _models.OrderBody, *, options: CallOptions | None = None) -> str: ...
    @overload
    def refund(self, *, options: CallOptions | None = None, **fields: Unpack[_models.OrderBodyFields]) -> str: ...
    def refund(
        self, body: _models.OrderBody | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> str:
        """Refund.

        POST /refunds

        body: Its fields may be given instead: OrderBodyFields.
        """
        request = Request(
            "POST", "/refunds", body=json_body(made(_models.OrderBody, body, fields)), idempotency="Refund-Request-Id"
        )
        return self._with(options).send(request, _LIST_RESULT)

    def mend(self, *, attempt: str | Omit = OMIT, options: CallOptions | None = None) -> str:
        """Mend.

        PATCH /refunds

        attempt: At most 40 characters. May be left out: a new key is made for each call then.
        """
        request = Request("PATCH", "/refunds", headers={"attempt": attempt}, idempotency="attempt")
        return self._with(options).send(request, _LIST_RESULT)

    def rewrite(self, *, idempotency_key: str | Omit = OMIT, options: CallOptions | None = None) -> str:
        """Rewrite.

        PUT /letters
        """
        request = Request("PUT", "/letters", headers={"Idempotency-Key": idempotency_key}, idempotent=False)
        return self._with(options).send(request, _LIST_RESULT)

    def write(self, *, options: CallOptions | None = None) -> str:
        """Write.

        POST /letters
        """
        request = Request("POST", "/letters", idempotent=True)
        return self._with(options).send(request, _LIST_RESULT)

    def note(
        self,
        *,
        idempotency_key: str | Omit = OMIT,
        key_of_idempotency: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> str:
        """Note.

        POST /notes

        idempotency_key: At most 8 characters.
        """
        headers = {
            "Idempotency-Key": idempotency_key,
            "Key-Of-Idempotency": key_of_idempotency,
        }
        request = Request("POST", "/notes", headers=headers)
        return self._with(options).send(request, _LIST_RESULT)


class PaymentsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = PaymentsResource(transport.raw)
        self.list = raw(resource.list)
        self.pay = raw(resource.pay)
        self.refund = raw(resource.refund)
        self.mend = raw(resource.mend)
        self.rewrite = raw(resource.rewrite)
        self.write = raw(resource.write)
        self.note = raw(resource.note)
