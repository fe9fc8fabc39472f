"""Capillary customers.

Generated from specs/capillary/openapi.yaml; do not edit.
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
from .client import AsyncCapillaryClient, CapillaryClient

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
    "AsyncCapillaryClient",
    "AsyncSigner",
    "BadRequest",
    "CallOptions",
    "CapillaryClient",
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
