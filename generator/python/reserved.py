"""Reserved: the names that Python, the model tool and the runtime have taken. The pipeline hands them to the front end,
which settles every name once."""

from __future__ import annotations

import keyword

from ..ir.reserved import Reserved

_MODEL_ATTRIBUTES = frozenset({
    "copy", "dict", "json", "mro", "register", "schema", "schema_json", "validate", "construct", "from_orm",
    "parse_obj", "parse_raw", "parse_file", "update_forward_refs", "model_config", "model_fields",
    "model_computed_fields", "model_extra", "model_fields_set", "model_construct", "model_copy", "model_dump",
    "model_dump_json", "model_json_schema", "model_parametrized_name", "model_post_init", "model_rebuild",
    "model_validate", "model_validate_json", "model_validate_strings",
})  # fmt: skip
"""Attributes of pydantic's BaseModel that a field must not hide."""

_ANNOTATION_NAMES = frozenset({"str", "int", "float", "bool", "bytes", "list", "dict", "tuple", "None"})
"""Builtins that the annotations of a model spell."""

_CLASS_NAMES = frozenset(name.casefold() for name in (
    "Any", "Annotated", "Literal", "Union", "Field", "Decimal", "UUID", "TypeAliasType", "Model", "OpenModel",
    "Base64Bytes", "Base64UrlBytes", "Bodies", "DecimalNumber", "Way", "UnixTime", "overload", "True", "False", "None",
    "Sequence", "Mapping", "OMIT", "Omit", "Request", "Resource", "AsyncResource", "Pages", "AsyncPages", "Transport",
    "AsyncTransport", "Decoder", "Encoding", "ErrorWhen", "ByPage", "ByOffset", "ByCursor", "ByLink", "InXml",
    "CallOptions", "RawResponse", "Upload", "Stream", "AsyncStream", "EventStream", "AsyncEventStream", "Required",
    "TypedDict", "Unpack",
))  # fmt: skip
"""Names, case folded, that modules of models and resources import: no model may take them."""

_BODY_NAMES = frozenset({
    "as_base64", "as_base64url", "as_json", "as_number", "as_unix_time", "flagged", "for_each", "form_body",
    "in_places", "json_body", "lines_body", "made", "multipart_body", "raw_body", "styled", "xml_body",
})  # fmt: skip
"""Functions of the runtime that the statements of a method call: no argument may hide them."""

_DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{digit}" for name in ("com", "lpt") for digit in range(1, 10))}
"""Names that a file may not have on every system."""

RESERVED = Reserved(
    words=frozenset(keyword.kwlist),
    classes=_CLASS_NAMES,
    modules=frozenset({*_DEVICES, "init", "main", "conftest", "formats", "__init__"}),
    fields=_MODEL_ATTRIBUTES | _ANNOTATION_NAMES,
    arguments=frozenset({"self", "request", "query", "headers", "body", "options"}) | _BODY_NAMES,
    methods=frozenset({"self", "with_raw_response", "with_streaming_response"}),
    nested=_ANNOTATION_NAMES | {"date", "datetime", "property"},
    resources=frozenset({"request", "with_options", "close", "aclose", "base_url", "aio"}),
    settings=frozenset(
        {"self", "base_url", "options", "credential", "given_url", "missing_url", "schemes", "server_url", "servers"}
    ),
    suffixes=("Resource", "Raw", "Streaming"),
)
