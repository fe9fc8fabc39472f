"""Incoming: what the API calls by itself, webhooks and the callbacks of operations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...data import Json, as_list, as_map, is_map
from ...ir import Body, BytesContent, Callback, FormContent, Header, JsonContent, NoContent, TextContent, Webhook
from ...report import Report
from ..read.document import Document, join
from ..read.provider import Provider
from ..schema.walk import methods, sent, way, webhooks
from .contents import Contents
from .headers import lower_header

_KEY = "x-webhook-signature"
_SIGNATURES = {"standard-webhooks": True, "none": False}
"""What the extension may say -> whether a request is signed."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """Lowers requests that the API sends; what they are called is settled when all are known."""

    document: Document
    contents: Contents
    provider: Provider
    report: Report

    def webhooks(self) -> tuple[Webhook, ...]:
        """Return the requests that the API sends to its user (OpenAPI 3.1, 4.8.1), in document order."""
        return tuple(
            Webhook(name, **request)
            for name, item, pointer in webhooks(self.document.data)
            for request in self._requests(item, pointer, f"the webhook {name!r}")
        )

    def callbacks(self, operation: dict[str, Json], pointer: str) -> tuple[Callback, ...]:
        """Return the requests that the API sends because of an operation (OpenAPI 3.1, 4.8.18), in document order."""
        found: list[Callback] = []
        for name, each in as_map(operation.get("callbacks")).items():
            value, at = self.document.follow(each, join(pointer, "callbacks", name))
            for expression, item in as_map(value).items():
                requests = self._requests(item, join(at, expression), f"the callback {name!r}")
                found += [Callback(name, expression, **request) for request in requests]
        return tuple(found)

    def _requests(self, item: Json, pointer: str, called: str) -> Iterator[dict[str, Any]]:
        """Yield what is said of each request of a path item. called: what messages call it."""
        value, place = self.document.follow(item, pointer)
        for method, operation in methods(value):
            at = join(place, *way(method))
            yield {
                "method": sent(method),
                "doc": str(operation.get("description") or operation.get("summary") or ""),
                "body": self._body(operation, at, called),
                "at": self.document.at(at),
                "headers": (*self._headers(as_map(value), place), *self._headers(operation, at)),
                "signed": self._is_signed((operation, at), (as_map(value), place)),
            }

    def _body(self, operation: dict[str, Json], pointer: str, called: str) -> Body | None:
        body = self.contents.body(operation.get("requestBody"), join(pointer, "requestBody"), sent=False)
        contents = body.contents if body else ()
        several = any(isinstance(each, (JsonContent, FormContent)) for each in contents)
        for each in contents:
            usual = (JsonContent, FormContent, NoContent) + (() if several else (TextContent, BytesContent))
            if not isinstance(each, usual):
                what = "is not read beside the others" if several else "is given as it came"
                self.report.left_out("E421", f"{called} in {each.media!r} {what}", each.at)
        return body

    def _headers(self, owner: dict[str, Json], pointer: str) -> Iterator[Header]:
        """Yield the headers that come with a request; they stand among its parameters."""
        for index, each in enumerate(as_list(owner.get("parameters"))):
            value, place = self.document.follow(each, join(pointer, "parameters", index))
            if is_map(value) and value.get("in") == "header" and value.get("name"):
                yield lower_header(str(value["name"]), value, self.document.at(place))

    def _is_signed(self, *owners: tuple[dict[str, Json], str]) -> bool:
        """Say whether a request is signed: the nearest owner with the extension says so, then the document, then
        provider.toml."""
        for owner, pointer in (*owners, (self.document.data, "")):
            if _KEY in owner:
                stated = owner[_KEY]
                if isinstance(stated, str) and stated in _SIGNATURES:
                    return _SIGNATURES[stated]
                at = self.document.at(join(pointer, _KEY))
                message = f"{_KEY}: {stated!r} is not a way of signing that is known"
                if at not in [each.at for each in self.report.errors]:  # the document's own is met with each request
                    self.report.add("E420", message, at, help=f"known are {' and '.join(_SIGNATURES)}")
                return False
        return self.provider.webhooks is not None and bool(self.provider.webhooks.signature)
