"""What each kind of body is on the wire."""

from __future__ import annotations

import json
from typing import Any


def check_json(caller: Any) -> None:
    thing = caller.models.Thing(name="n")
    caller.call("json", "send", body=thing)
    caller.call("json", "send_list", body=[thing])
    caller.call("json", "send_maybe", body=None)
    caller.call("json", "send_maybe")
    first, second, null, nothing = caller.server.requests
    assert (json.loads(first.body), first.header("Content-Type")) == ({"name": "n"}, "application/vnd.acme+json")
    assert (json.loads(second.body), second.header("Content-Type")) == ([{"name": "n"}], "application/json")
    assert null.body == b"null"
    assert (nothing.body, nothing.header("Content-Type")) == (b"", None)


def check_form(caller: Any) -> None:
    caller.call("form", "send", body=caller.models.Thing(name="a b&c", tags=["x", "y"]))
    (request,) = caller.server.requests
    assert request.header("Content-Type") == "application/x-www-form-urlencoded"
    assert request.body == b"name=a%20b%26c&tags=x&tags=y"


def check_multipart(caller: Any) -> None:
    models = caller.models
    caller.call("file", "send", body=models.SendFileBody(file=b"\x00\xff", meta=models.Thing(name="n"), count=3))
    (request,) = caller.server.requests
    media = str(request.header("Content-Type"))
    assert media.startswith("multipart/form-data; boundary=")
    boundary = media.partition("boundary=")[2].encode()
    parts = request.body.split(b"--" + boundary)[1:-1]
    assert len(parts) == 3
    assert b'name="file"' in parts[0] and parts[0].endswith(b"\r\n\r\n\x00\xff\r\n")
    assert b"application/json" in parts[1] and b'{"name":"n"}' in parts[1].replace(b" ", b"")
    assert b'name="count"' in parts[2] and parts[2].endswith(b"\r\n\r\n3\r\n")


def check_raw_and_text(caller: Any) -> None:
    caller.call("raw", "send", body=b"\x89PNG")
    caller.call("raw", "send_text", body="é")
    raw, text = caller.server.requests
    assert (raw.method, raw.body, raw.header("Content-Type")) == ("PUT", b"\x89PNG", "image/png")
    assert (text.method, text.body) == ("POST", "é".encode())
    assert str(text.header("Content-Type")).startswith("text/plain")
