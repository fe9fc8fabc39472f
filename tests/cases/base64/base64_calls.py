"""Bytes that travel as base64."""

from __future__ import annotations

from typing import Any

import pytest
from runtime.multipart import Part, parts
from runtime.server import answer, json_of

RAW = b"\xfb\xff\xfe?"
TEXT, URL = "+//+Pw==", "-__-Pw"


def check_parameters_and_models(caller: Any) -> None:
    caller.script(answer(200, {"content": URL, "url": TEXT, "image": None, "by_name": {"a": " +//+\nPw== "}}))
    blob = caller.models.Blob(content=RAW, url=RAW, image=RAW, by_name={"a": RAW})
    found = caller.call("blobs", "replace", RAW, many=[RAW, b"a"], x_sum=RAW, body=blob)
    (request,) = caller.server.requests
    assert request.target == f"/blobs/{URL}?many=%2B%2F%2F%2BPw%3D%3D,YQ%3D%3D"
    assert request.header("X-Sum") == TEXT
    assert json_of(request) == {"content": TEXT, "url": URL, "image": TEXT, "by_name": {"a": TEXT}}
    assert (found.content, found.url, found.image, found.by_name) == (RAW, RAW, None, {"a": RAW})
    assert found.model_dump() == {"content": RAW, "url": RAW, "image": None, "by_name": {"a": RAW}}


def check_lists_without_a_model(caller: Any) -> None:
    caller.script(answer(200, [URL, TEXT]))
    assert caller.call("blobs", "create_list", body=(RAW, b"")) == [RAW, RAW]
    assert json_of(caller.server.requests[0]) == [URL, ""]


def check_forms_and_answers(caller: Any) -> None:
    caller.script(answer(200, '"YQ=="'))
    assert caller.call("blobs", "create_form", body=caller.models.Blob(content=RAW, url=RAW)) == b"a"
    assert caller.server.requests[0].body == b"content=%2B%2F%2F%2BPw%3D%3D&url=-__-Pw"


def check_parts(caller: Any) -> None:
    """A file is sent as it is; bytes that travel as text are text, in a part and within one."""
    models = caller.models
    caller.call(
        "blobs", "create_parts", body=models.Parts(file=RAW, sum=RAW, urls=[RAW], blob=models.Blob(content=RAW))
    )
    (request,) = caller.server.requests
    assert parts(request) == [
        Part("file", "file", "application/octet-stream", RAW),
        Part("sum", None, None, TEXT.encode()),
        Part("urls", None, None, URL.encode()),
        Part("blob", None, "application/json", b'{"content":"%s"}' % TEXT.encode()),
    ]


def check_one_of_several_bodies(caller: Any) -> None:
    caller.call("blobs", "create_parts", body=RAW)
    assert json_of(caller.server.requests[0]) == URL


def check_what_is_not_base64(caller: Any) -> None:
    """It is delivered as it came, and named where the client is strict."""
    caller.script(answer(200, {"content": "no*", "url": 5}))
    assert caller.call("blobs", "replace", b"k").content == "no*"
    with pytest.raises(caller.package.DecodeError) as caught:
        caller.call("blobs", "replace", b"k", credentials={"strict": True})
    assert "$.content" in str(caught.value) and "$.url" in str(caught.value)
