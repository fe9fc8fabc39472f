"""accounts: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime import CallOptions, Decoder, Request, Resource, Transport, nothing, raw

_NOTHING: Decoder[None] = nothing()


class AccountsResource(Resource):
    """Operations of accounts."""

    @property
    def with_raw_response(self) -> AccountsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return AccountsRaw(self._transport)

    def list(self, *, options: CallOptions | None = None) -> None:
        """List accounts.

        GET /accounts
        """
        request = Request("GET", "/accounts")
        return self._with(options).send(request, _NOTHING)


class AccountsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = AccountsResource(transport.raw)
        self.list = raw(resource.list)
