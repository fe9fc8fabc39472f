"""prints.archive: generated from spec.yaml; do not edit."""

from __future__ import annotations

import typing_extensions

from .._runtime import CallOptions, Decoder, Request, Resource, Transport, binary, renamed

_FILE_RESULT: Decoder[bytes] = binary("application/pdf")


class PrintsArchiveResource(Resource):
    """Operations of prints.archive."""

    @property
    def with_raw_response(self) -> PrintsArchiveRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return PrintsArchiveRaw(self._transport)

    @property
    def with_streaming_response(self) -> PrintsArchiveStreaming:
        """The methods that answer with files, which return an answer while its body is still to come."""
        return PrintsArchiveStreaming(self._transport)

    @typing_extensions.deprecated(
        "client.prints.archive.file is called client.bills.print now; the old name goes with version 0.2.0"
    )
    def file(self, id: str, *, options: CallOptions | None = None) -> bytes:
        """Deprecated: client.prints.archive.file is called client.bills.print now; the old name goes with version 0.2.0."""
        request = Request("GET", "/bills/{id}/print", path={"id": id})
        return self._with(options).send(request, _FILE_RESULT)


class PrintsArchiveRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        from .bills import BillsRaw

        self.file = renamed(
            BillsRaw(transport).print,
            "client.prints.archive.file is called client.bills.print now; the old name goes with version 0.2.0",
        )


class PrintsArchiveStreaming:
    """The same operations, those that answer with files; each returns the answer while its body is still to come."""

    def __init__(self, transport: Transport) -> None:
        from .bills import BillsStreaming

        self.file = renamed(
            BillsStreaming(transport).print,
            "client.prints.archive.file is called client.bills.print now; the old name goes with version 0.2.0",
        )
