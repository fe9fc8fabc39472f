"""Bodies and parameters that a document writes down as what they cannot be."""

from __future__ import annotations

import json
from typing import Any

import pytest
from runtime.server import answer

FORM = "application/x-www-form-urlencoded"


def check_a_form_of_text_is_what_its_caller_wrote(caller: Any) -> None:
    caller.call("text", "send", body="a=1&b=%20é")
    (request,) = caller.server.requests
    assert (request.body, request.header("Content-Type")) == ("a=1&b=%20é".encode(), FORM)


def check_parts_of_no_object_are_a_file_with_a_boundary(caller: Any) -> None:
    content, media = b"--x\r\n\r\na\r\n--x--\r\n", "multipart/form-data; boundary=x"
    caller.call("parts", "send", body=caller.package.File(content, media=media))
    (request,) = caller.server.requests
    assert (request.body, request.header("Content-Type")) == (content, media)


def check_a_list_goes_in_the_media_type_that_holds_one(caller: Any) -> None:
    caller.call("lists", "send", body=[1, 2])
    (request,) = caller.server.requests
    assert (json.loads(request.body), request.header("Content-Type")) == ([1, 2], "application/json")
    with pytest.raises(TypeError, match="media"):
        caller.call("lists", "send", body=[1, 2], media=FORM)


def check_a_form_that_may_be_an_object_takes_its_fields(caller: Any) -> None:
    caller.call("free", "send", body={"a": "b c", "d": [1, 2]})
    caller.call("either", "send", body={"name": "n"})
    free, either = caller.server.requests
    assert (free.body, free.header("Content-Type")) == (b"a=b%20c&d=1&d=2", FORM)
    assert either.body == b"name=n"
    with pytest.raises(caller.package.InvalidArgument, match="a form is made from an object"):
        caller.call("either", "send", body="name=n")


def check_a_media_type_without_a_name_is_json(caller: Any) -> None:
    thing = caller.models.Thing(name="n")
    caller.script(answer(200, {"name": "m"}))
    assert caller.call("unnamed", "send", body=thing) == caller.models.Thing(name="m")
    (request,) = caller.server.requests
    assert (json.loads(request.body), request.header("Content-Type")) == ({"name": "n"}, "application/json")


def check_what_http_writes_is_no_argument(caller: Any) -> None:
    caller.call("query", "send", query_querystring="a&b", x_host="h")
    (request,) = caller.server.requests
    assert request.target == "/query?a&b"
    assert (request.header("X-Host"), request.header("Content-Length")) == ("h", None)
    for name in ("content_length", "host"):
        with pytest.raises(TypeError, match=name):
            caller.call("query", "send", query_querystring="a&b", **{name: "7"})
