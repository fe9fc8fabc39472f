"""Scenarios that no client of the emitted document can pass, and why. Each of them is played all the same, and has to
fail: one that passes does not belong here."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase

_ALL = ("3.0", "3.1", "3.2")
_UNWRAPPED = "the emitter leaves out `wrapped` of arrays where nothing else is said of XML"


@dataclass(frozen=True)
class Beyond:
    """pattern: of names of scenarios. versions: of OpenAPI."""

    pattern: str
    reason: str
    versions: tuple[str, ...] = _ALL


BEYOND = (
    Beyond("Routes_PathParameters_PathExpansion_*", "OpenAPI has no `{/param}`; the emitter writes style simple"),
    Beyond("Routes_PathParameters_ReservedExpansion_*", "the emitter drops `allowReserved` of a path parameter"),
    Beyond("Parameters_Path_optional", "a parameter of the path is always required in OpenAPI"),
    Beyond("Type_Union_Discriminated_NoEnvelope_*_put", "members lack the property that the discriminator names"),
    Beyond("Encode_Bytes_RequestBody_base64url", "the emitter writes base64 for base64url of a body"),
    Beyond("Payload_Xml_ModelWithSimpleArraysValue_*", _UNWRAPPED),
    Beyond("Payload_Xml_ModelWithArrayOfModelValue_*", _UNWRAPPED),
    Beyond("Payload_Xml_ModelWithEmptyArrayValue_*", _UNWRAPPED),
    Beyond("Payload_Xml_ModelWithTextValue_*", "the emitter does not say which property is the text of the element"),
    Beyond("Streaming_Sse_*", "before 3.2 OpenAPI has no words for what an event holds", ("3.0", "3.1")),
    Beyond("Streaming_Jsonl_Basic_receive", "the emitter writes that lines are text"),
)


def reason(name: str, version: str) -> str:
    """Return why a scenario cannot pass in a version of OpenAPI, or ""."""
    fitting = (each for each in BEYOND if version in each.versions and fnmatchcase(name, each.pattern))
    return next((each.reason for each in fitting), "")
