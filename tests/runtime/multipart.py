"""The parts of a multipart body as the standard library's parser of mail reads them: none of it is ours."""

from __future__ import annotations

from email.message import Message
from email.parser import Parser
from typing import NamedTuple

from .server import Received


class Part(NamedTuple):
    """name, file, media: None where the part does not say it."""

    name: str | None
    file: str | None
    media: str | None
    content: bytes


def parts(received: Received) -> list[Part]:
    """Return the parts of a request in their order."""
    return [_part(each) for each in messages(received)]


def messages(received: Received) -> list[Message]:
    """Return the parts of a request with all their headers. Each character stands for one byte."""
    text = f"Content-Type: {received.header('Content-Type')}\r\n\r\n{received.body.decode('latin-1')}"
    whole = Parser().parsestr(text)
    assert whole.is_multipart() and not whole.defects, whole.defects
    found = whole.get_payload()
    assert isinstance(found, list)
    return [each for each in found if isinstance(each, Message)]


def _part(message: Message) -> Part:
    name = message.get_param("name", header="content-disposition")
    payload = message.get_payload()
    assert isinstance(payload, str)
    return Part(_text(name), _text(message.get_filename()), message["content-type"], payload.encode("latin-1"))


def _text(value: object) -> str | None:
    """Return a name, which is UTF-8 on the wire."""
    return value.encode("latin-1").decode("utf-8") if isinstance(value, str) else None
