"""Sales by Augno.

Generated from specs/sales/openapi.yaml; do not edit.
"""

from typing import TYPE_CHECKING

from ._runtime import (
    OMIT,
    AnswerTooLarge,
    AsyncSigner,
    BadRequest,
    CallOptions,
    ClientClosed,
    ClientFault,
    Conflict,
    ConnectionFailed,
    DecodeError,
    Error,
    ErrorInAnswer,
    File,
    Forbidden,
    Gone,
    InvalidArgument,
    Mismatch,
    MissingCredentials,
    NotFound,
    Omit,
    Outgoing,
    RawResponse,
    Redirected,
    RequestInfo,
    ResponseInfo,
    Retry,
    Secret,
    ServerError,
    Signer,
    StatusError,
    TimedOut,
    Timeouts,
    TooManyPages,
    TooManyRequests,
    Unauthorized,
    Unprocessable,
    Upload,
)
from .client import AsyncSalesClient, SalesClient

if TYPE_CHECKING:
    from ._runtime import DriftLog
else:

    def __getattr__(name):
        """Load what is rarely used when it is asked for."""
        if name == "DriftLog":
            from ._runtime import DriftLog

            return DriftLog
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__version__ = "0.1.0"

__all__ = [
    "OMIT",
    "AnswerTooLarge",
    "AsyncSalesClient",
    "AsyncSigner",
    "BadRequest",
    "CallOptions",
    "ClientClosed",
    "ClientFault",
    "Conflict",
    "ConnectionFailed",
    "DecodeError",
    "DriftLog",
    "Error",
    "ErrorInAnswer",
    "File",
    "Forbidden",
    "Gone",
    "InvalidArgument",
    "Mismatch",
    "MissingCredentials",
    "NotFound",
    "Omit",
    "Outgoing",
    "RawResponse",
    "Redirected",
    "RequestInfo",
    "ResponseInfo",
    "Retry",
    "SalesClient",
    "Secret",
    "ServerError",
    "Signer",
    "StatusError",
    "TimedOut",
    "Timeouts",
    "TooManyPages",
    "TooManyRequests",
    "Unauthorized",
    "Unprocessable",
    "Upload",
]
