"""One key for all tries of a call, and no second try without one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from runtime.server import answer

OK = answer(200, '"done"')
DOWN = answer(503)
ORDER: dict[str, Any] = {"body": {"sum": 1}}


def keys(caller: Any, header: str) -> list[str | None]:
    return [each.header(header) for each in caller.server.requests]


def check_one_key_for_all_tries_and_another_for_the_next_call(caller: Any) -> None:
    for method, header, arguments in (
        ("pay", "Idempotency-Key", ORDER),
        ("refund", "Refund-Request-Id", ORDER),
        ("mend", "Attempt", {}),
        ("list", "X-Idempotency-Token", {}),
    ):
        caller.script(DOWN, DOWN, OK)
        assert caller.calls("payments", [(method, arguments)] * 2) == ["done", "done"]
        first, second, third, other = keys(caller, header)
        assert first == second == third != other, method
        assert str(UUID(first)) == first and str(UUID(other)) == other
        assert caller.server.requests[0].body == caller.server.requests[2].body


def check_the_argument_goes_before_the_options_and_these_before_a_new_key(caller: Any) -> None:
    options = {"idempotency_key": "of the options"}
    named = [("pay", {**ORDER, "idempotency_key": "of the call"}), ("pay", ORDER), ("refund", ORDER)]
    caller.script(DOWN, OK)
    caller.calls("payments", named, options)
    assert keys(caller, "Idempotency-Key") == ["of the call", "of the call", "of the options", None]
    assert keys(caller, "Refund-Request-Id")[-1] == "of the options"
    headers = {"headers": {"idempotency-key": "of the headers"}}
    caller.script(DOWN, OK)
    caller.calls("payments", [("pay", ORDER)], headers)
    caller.calls("payments", [("pay", ORDER)], {**headers, **options})
    assert keys(caller, "Idempotency-Key") == ["of the headers"] * 2 + ["of the options"]


def check_what_sends_no_key_is_not_repeated(caller: Any) -> None:
    for method, named in (("note", {}), ("note", {"idempotency_key": ""}), ("pay", {**ORDER, "idempotency_key": " "})):
        caller.script(DOWN, OK)
        with pytest.raises(caller.package.ServerError) as caught:
            caller.call("payments", method, **named)
        assert caught.value.tries == len(caller.server.requests) == 1, (method, named)
    caller.script(DOWN, OK)
    assert caller.call("payments", "note", idempotency_key="short") == "done"
    assert keys(caller, "Idempotency-Key") == ["short", "short"]


def check_what_the_document_says_of_an_operation(caller: Any) -> None:
    caller.script(DOWN, OK)
    assert caller.call("payments", "write") == "done"
    assert keys(caller, "Idempotency-Key") == [None, None]
    caller.script(DOWN, OK)
    with pytest.raises(caller.package.ServerError):
        caller.call("payments", "rewrite")
    assert keys(caller, "Idempotency-Key") == [None]


def check_a_key_that_would_not_be_sent_is_refused(caller: Any) -> None:
    caller.script(OK)
    with pytest.raises(caller.package.InvalidArgument, match="POST /notes takes no idempotency key"):
        caller.call("payments", "note", credentials={"idempotency_key": "k"})
    assert caller.server.requests == []
    assert caller.call("payments", "write", credentials={"idempotency_key": "k"}) == "done"
