"""Files: in multipart bodies, with names and media types of their own, and as whole bodies."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from ..play import Play
from ..tools import ASSETS
from ..values import same
from .registry import automatic, plays


@cache
def jpg() -> bytes:
    """Return the picture that the mock server sends and expects."""
    return (ASSETS / "image.jpg").read_bytes()


@cache
def png() -> bytes:
    """Return the other one."""
    return (ASSETS / "image.png").read_bytes()


def _picture(file: Any) -> Any:
    return file(png(), name="image.png")


_STREAM = "application/octet-stream"
_BODIES: dict[str, Callable[[Any, Any], list[Any]]] = {
    "basic": lambda m, _: [m.MultiPartRequest(id="123", profile_image=jpg())],
    "withWireName": lambda m, _: [m.MultiPartRequestWithWireName(id="123", profile_image=jpg())],
    "optionalParts": lambda m, _: [
        m.MultiPartOptionalRequest(id="123"),
        m.MultiPartOptionalRequest(profile_image=jpg()),
        m.MultiPartOptionalRequest(id="123", profile_image=jpg()),
    ],
    "fileArrayAndBasic": lambda m, _: [
        m.ComplexPartsRequest(id="123", address=m.Address(city="X"), profile_image=jpg(), pictures=[png(), png()])
    ],
    "jsonPart": lambda m, _: [m.JsonPartRequest(address=m.Address(city="X"), profile_image=jpg())],
    "binaryArrayParts": lambda m, _: [m.BinaryArrayPartsRequest(id="123", pictures=[png(), png()])],
    "multiBinaryParts": lambda m, _: [
        m.MultiBinaryPartsRequest(profile_image=jpg()),
        m.MultiBinaryPartsRequest(profile_image=jpg(), picture=png()),
    ],
    "anonymousModel": lambda m, _: [m.FormDataAnonymousModelBody(profile_image=jpg())],
    "checkFileNameAndContentType": lambda m, file: [
        m.MultiPartRequest(id="123", profile_image=file(jpg(), name="hello.jpg", media="image/jpg"))
    ],
    "HttpParts_ContentType_imageJpegContentType": lambda m, file: [
        m.FileWithHttpPartSpecificContentTypeRequest(profile_image=file(jpg(), name="hello.jpg"))
    ],
    "HttpParts_ContentType_requiredContentType": lambda m, file: [
        m.FileWithHttpPartRequiredContentTypeRequest(profile_image=file(jpg(), name="image.jpg", media=_STREAM))
    ],
    "HttpParts_ContentType_optionalContentType": lambda m, file: [
        m.FileWithHttpPartOptionalContentTypeRequest(profile_image=file(jpg(), name="image.jpg", media=_STREAM))
    ],
    "HttpParts_jsonArrayAndFileArray": lambda m, _: [
        m.ComplexHttpPartsModelRequest(
            id="123",
            address=m.Address(city="X"),
            profile_image=jpg(),
            previous_addresses=[m.Address(city="Y"), m.Address(city="Z")],
            pictures=[png(), png()],
        )
    ],
    "HttpParts_NonString_float": lambda m, _: [m.NonStringFloatBody(temperature=0.5)],
    "File_uploadFileSpecificContentType": lambda m, file: [m.FileUploadFileRequiredFilenameBody(file=_picture(file))],
    "File_uploadFileRequiredFilename": lambda m, file: [m.FileUploadFileRequiredFilenameBody(file=_picture(file))],
    "File_uploadFileArray": lambda m, file: [m.FileUploadFileArrayBody(files=[_picture(file), _picture(file)])],
}
"""Scenario -> the bodies that it sends, one after the other, of the models and `File` of the package."""


@plays("Payload_MultiPart_FormData_*")
def _multipart(play: Play) -> None:
    name = play.scenario.name.removeprefix("Payload_MultiPart_FormData_")
    for body in _BODIES[name](play.models, play.package.module.File):
        same(play.call("POST", play.first.uri, body=body).status, 204)


@plays("Type_File_Body_uploadFileDefaultContentType")
def _any_type(play: Play) -> None:
    play.call("POST", play.first.uri, body=play.package.module.File(png(), media="image/png"))


@plays("Type_File_Body_*JsonContentType")
def _json(play: Play) -> None:
    """3.0 writes `format: binary` for a file of JSON, which is bytes; later ones write a JSON value."""
    if play.version != "3.0":
        automatic(play)
        return
    content = b'{"message":"test file content"}'
    named: dict[str, Any] = {"body": content} if play.first.method == "POST" else {}
    value = play.call(play.first.method, play.first.uri, **named).value
    same(value, None if named else content)
