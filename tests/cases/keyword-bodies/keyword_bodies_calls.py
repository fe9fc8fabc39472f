"""What bodies that are given field by field are on the wire, and what is refused before anything is sent."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from runtime.server import answer

DONE = {"email": "a@b.test"}


def check_fields_are_what_an_object_is(caller: Any) -> None:
    models = caller.models
    caller.script(answer(200, DONE))
    given: dict[str, Any] = {
        "email": "a@b.test",
        "address": {"city": "Rome", "zip_code": None},
        "others": ({"city": "Oslo"}, models.Address(city="Bonn")),
        "labels": {"top": {"text": "t", "size": 2, "free": "f"}},
        "pays": {"number": "42"},
        "more": {"older": {"date": date(2020, 1, 2)}},
        "since": datetime(1970, 1, 2, tzinfo=UTC),
    }
    address, (first, second), older = models.Address(city="Rome", zip_code=None), given["others"], models.CustomerFields
    whole = models.Customer(
        email="a@b.test",
        address=address,
        others=[models.Address(**first), second],
        labels={"top": models.Label(text="t", size=2, free="f")},
        pays=models.Card(number="42"),
        more=older(older=older(date=date(2020, 1, 2))),
        since=86400,
    )
    caller.call("customers", "create", expand=["x"], **given)
    caller.call("customers", "create", whole, expand=["x"])
    caller.call("customers", "create", body=whole, expand=["x"])
    caller.raw("customers", "create", expand=["x"], **given)
    sent = [(each.target, json.loads(each.body)) for each in caller.server.requests]
    assert sent[0] == (
        "/customers?expand=x",
        {
            "email": "a@b.test",
            "address": {"city": "Rome", "zip-code": None},
            "others": [{"city": "Oslo"}, {"city": "Bonn"}],
            "labels": {"top": {"text": "t", "size": 2, "free": "f"}},
            "pays": {"number": "42"},
            "more": {"older": {"date": "2020-01-02"}},
            "since": 86400,
        },
    )
    assert sent == [sent[0]] * 4


def check_a_name_that_nobody_knows_is_refused(caller: Any) -> None:
    refused = caller.package.InvalidArgument
    for given, said in (
        ({"emial": "s3cret"}, "no field 'emial' (did you mean 'email'?); email: Field required"),
        (
            {"address": {"cty": "s3cret"}},
            "address: no field 'cty' (did you mean 'city'?); address.city: Field required",
        ),
        ({"address": {"city": "a", "zpi_code": "s3cret"}}, "address: no field 'zpi_code' (did you mean 'zip_code'?)"),
        ({"others": [{"city": "a"}, {"city": "b", "x": 1}]}, "others[1]: no field 'x'"),
        ({"others": [{"city": "a"}, {"city": 5}]}, "others[1].city: Input should be a valid string"),
        ({"labels": {"top": {"size": "s3cret"}}}, "labels.top.size: Input should be a valid integer"),
        ({"more": {"older": {"dat": 1}}}, "more.older: no field 'dat' (did you mean 'date'?)"),
        (
            {"address": {"zip_code": {"s3cret": 1}}},
            "address.city: Field required; address.zip_code: Input should be a valid string",
        ),
        ({"since": "s3cret"}, "since: "),
    ):
        whole = {**({} if "emial" in given else {"email": "a"}), **given}
        with pytest.raises(refused) as raised:
            caller.call("customers", "create", **whole)
        text = str(raised.value)
        assert all(each in text for each in said.split("; ")) and "s3cret" not in text, text
        assert raised.value.__cause__ is None and raised.value.__suppress_context__
    assert caller.server.requests == []


def check_a_body_is_given_once(caller: Any) -> None:
    customer = caller.models.Customer(email="a")
    with pytest.raises(caller.package.InvalidArgument, match="as a whole and by its fields"):
        caller.call("customers", "create", customer, email="a")
    assert caller.server.requests == []


def check_a_field_that_has_the_name_of_an_argument_names_the_other(caller: Any) -> None:
    refused = caller.package.InvalidArgument
    said = "number= is a field of the body, and number_path= what is called 'number' beside it"
    with pytest.raises(refused) as raised:
        caller.call("notes", "create", 7, body="a", number="seven")
    assert str(raised.value).endswith(said) and "number: Input should be" in str(raised.value)
    note = caller.models.Note(body="a")
    with pytest.raises(refused) as raised:
        caller.call("notes", "create", 7, note, number=7, options=None)
    assert said in str(raised.value) and "and call_options= what is called 'options'" in str(raised.value)
    with pytest.raises(refused) as raised:
        caller.call("notes", "create", 7)
    assert "beside it" in str(raised.value), "the body that is missing is a field as well"
    assert "=" not in _said_of(caller, "customers", "create", 5)
    assert caller.server.requests == []


def _said_of(caller: Any, resource: str, method: str, email: Any) -> str:
    with pytest.raises(caller.package.InvalidArgument) as raised:
        caller.call(resource, method, email=email)
    return str(raised.value)


def check_what_is_not_given(caller: Any) -> None:
    """An optional body is none without a field; a required one is always an object."""
    caller.script(answer(200, DONE))
    caller.call("customers", "update", "x")
    caller.call("customers", "list")
    caller.call("customers", "update", "x", fields="f", email="y", address={"city": "Rome"})
    first, empty, second = caller.server.requests
    assert (first.target, first.body, first.header("Content-Type")) == ("/customers/x", b"", None)
    assert (empty.body, empty.header("Content-Type")) == (b"", None)
    assert second.target == "/customers/x?fields=f"
    assert second.body == b"email=y&address=%7B%22city%22%3A%22Rome%22%7D"


def check_fields_keep_their_names(caller: Any) -> None:
    caller.script(answer(204))
    note = {"body": "b", "options": 1, "media": "m", "number": 2, "self": "s"}
    caller.call("notes", "create", 7, **note)
    caller.call("notes", "create", 7, caller.models.Note(**note), call_options={"headers": {"x-a": "b"}})
    caller.call("notes", "create", number_path=7, call_media="application/x-www-form-urlencoded", **note)
    caller.call("notes", "create", number_path=7, call_body=caller.models.Note(**note))
    first, second, form, fourth = caller.server.requests
    assert {each.target for each in caller.server.requests} == {"/notes/7"}
    assert [json.loads(each.body) for each in (first, second, fourth)] == [note] * 3
    assert (first.header("x-a"), second.header("x-a")) == (None, "b")
    assert form.body == b"body=b&options=1&media=m&number=2&self=s"


def check_files(caller: Any) -> None:
    caller.script(answer(204))
    caller.call("files", "send", file=b"\x00\xff", purpose="p")
    (request,) = caller.server.requests
    assert str(request.header("Content-Type")).startswith("multipart/form-data; boundary=")
    assert b'name="file"' in request.body and b"\r\n\r\n\x00\xff\r\n" in request.body
    with pytest.raises(caller.package.InvalidArgument, match="file: text is neither the content of a file nor a path"):
        caller.call("files", "send", file="s3cret")


def check_a_flag_asks_for_a_stream(caller: Any) -> None:
    caller.script(answer(200, '"whole"', media="application/json"))
    assert caller.call("talks", "start", prompt="p") == "whole"
    caller.script(answer(200, "data: a\n\ndata: b\n\n", media="text/event-stream"))
    assert caller.stream("talks", "start", "iter", prompt="p", stream=True) == ["a", "b"]
    (request,) = caller.server.requests
    assert json.loads(request.body) == {"prompt": "p", "stream": True}


def check_fakes(caller: Any) -> None:
    """A fake asks a method what it sends, with nothing given; `given` takes fields, too."""
    testing = __import__(f"{caller.package.__name__}.testing", fromlist=["Fake"])
    with testing.Fake() as fake:
        client = fake.client(caller.package.SpecClient)
        fake.on(client.customers.create).given(email="a").returns(caller.models.Customer(email="other"))
        found = client.customers.create(email="a")
        assert found.email == "other"
        calls = fake.on(client.customers.create).calls
    assert [json.loads(each.content) for each in calls] == [{"email": "a"}]
