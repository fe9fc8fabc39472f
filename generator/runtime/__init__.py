"""The hand-written part of every generated package: the same bytes in all of them.

Generated code says what an operation is; this says how it is carried out. Needs pydantic and the HTTP library.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .address import server_url
from .async_transport import AsyncTransport
from .auth import Alternatives, ApiKey, Basic, Bearer, Certificate, Scheme, Token
from .bodies import Bodies, Way
from .body import Body, Encoding, form_body, json_body, raw_body, xml_body
from .client import AsyncClient, AsyncResource, Client, Resource
from .decode import Decoder, binary, by_status, by_type, json, nothing, text, xml
from .dump import as_number
from .errors import (
    Answer,
    AnswerTooLarge,
    BadRequest,
    ClientClosed,
    ClientFault,
    Conflict,
    ConnectionFailed,
    DecodeError,
    Error,
    ErrorInAnswer,
    Forbidden,
    Gone,
    InvalidArgument,
    Mismatch,
    MissingCredentials,
    NotFound,
    Redirected,
    ServerError,
    StatusError,
    TimedOut,
    TooManyPages,
    TooManyRequests,
    Unauthorized,
    Unprocessable,
)
from .exchange import Package
from .failures import ErrorWhen, Failures, errors
from .files import File, Upload
from .hooks import RequestInfo, ResponseInfo
from .options import AsyncOptions, CallOptions, Options, Settings, Timeouts
from .paging import AsyncPages, ByCursor, ByLink, ByOffset, ByPage, Pages, Paging
from .params import OMIT, Omit, Styled, as_base64, as_base64url, as_json, as_unix_time, for_each, in_places, styled
from .raw import RawResponse, async_raw, async_raw_pages, raw, raw_pages
from .request import Request
from .retry import Retry
from .secret import Secret, credential
from .servers import given_url, missing_url, servers
from .signing import AsyncSigner, Outgoing, Signed, Signer
from .transport import Transport
from .typed import InXml

if TYPE_CHECKING:
    from .downloads import AsyncStreamedResponse, StreamedResponse, async_streamed, streamed
    from .drift import DriftLog
    from .flow import Event
    from .former import renamed
    from .keywords import made
    from .model import Model
    from .multipart import multipart_body
    from .sequences import flagged, lines_body
    from .streaming import events, lines
    from .streams import AsyncEventStream, AsyncStream, EventStream, Stream
    from .types import Base64Bytes, Base64UrlBytes, DecimalNumber, UnixTime

__all__ = [
    "OMIT",
    "Alternatives",
    "Answer",
    "AnswerTooLarge",
    "ApiKey",
    "AsyncClient",
    "AsyncEventStream",
    "AsyncOptions",
    "AsyncPages",
    "AsyncResource",
    "AsyncSigner",
    "AsyncStream",
    "AsyncStreamedResponse",
    "AsyncTransport",
    "BadRequest",
    "Base64Bytes",
    "Base64UrlBytes",
    "Basic",
    "Bearer",
    "Bodies",
    "Body",
    "ByCursor",
    "ByLink",
    "ByOffset",
    "ByPage",
    "CallOptions",
    "Certificate",
    "Client",
    "ClientClosed",
    "ClientFault",
    "Conflict",
    "ConnectionFailed",
    "DecimalNumber",
    "DecodeError",
    "Decoder",
    "DriftLog",
    "Encoding",
    "Error",
    "ErrorInAnswer",
    "ErrorWhen",
    "Event",
    "EventStream",
    "Failures",
    "File",
    "Forbidden",
    "Gone",
    "InXml",
    "InvalidArgument",
    "Mismatch",
    "MissingCredentials",
    "Model",
    "NotFound",
    "Omit",
    "Options",
    "Outgoing",
    "Package",
    "Pages",
    "Paging",
    "RawResponse",
    "Redirected",
    "Request",
    "RequestInfo",
    "Resource",
    "ResponseInfo",
    "Retry",
    "Scheme",
    "Secret",
    "ServerError",
    "Settings",
    "Signed",
    "Signer",
    "StatusError",
    "Stream",
    "StreamedResponse",
    "Styled",
    "TimedOut",
    "Timeouts",
    "Token",
    "TooManyPages",
    "TooManyRequests",
    "Transport",
    "Unauthorized",
    "UnixTime",
    "Unprocessable",
    "Upload",
    "Way",
    "as_base64",
    "as_base64url",
    "as_json",
    "as_number",
    "as_unix_time",
    "async_raw",
    "async_raw_pages",
    "async_streamed",
    "binary",
    "by_status",
    "by_type",
    "credential",
    "errors",
    "events",
    "flagged",
    "for_each",
    "form_body",
    "given_url",
    "in_places",
    "json",
    "json_body",
    "lines",
    "lines_body",
    "made",
    "missing_url",
    "multipart_body",
    "nothing",
    "raw",
    "raw_body",
    "raw_pages",
    "renamed",
    "server_url",
    "servers",
    "streamed",
    "styled",
    "text",
    "xml",
    "xml_body",
]


_LATER = {
    "Model": "model",
    "multipart_body": "multipart",
    **dict.fromkeys(("Base64Bytes", "Base64UrlBytes", "DecimalNumber", "UnixTime"), "types"),
    **dict.fromkeys(("AsyncStreamedResponse", "StreamedResponse", "async_streamed", "streamed"), "downloads"),
    **dict.fromkeys(("AsyncEventStream", "AsyncStream", "EventStream", "Stream"), "streams"),
    **dict.fromkeys(("events", "lines"), "streaming"),
    **dict.fromkeys(("flagged", "lines_body"), "sequences"),
    "DriftLog": "drift",
    "Event": "flow",
    "made": "keywords",
    "renamed": "former",
}
"""What is imported only when it is asked for -> its module: models double the cost of importing, the rest is rare."""

if not TYPE_CHECKING:  # a type checker is to know the names above, and no others

    def __getattr__(name: str) -> Any:
        if name in _LATER:
            return getattr(import_module(f".{_LATER[name]}", __name__), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
