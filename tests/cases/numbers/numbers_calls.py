"""Numbers with all their digits."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from runtime.multipart import parts
from runtime.server import answer

D = Decimal
LONG = "0.1234567890123456789012345"
HUGE = 2**80 + 1


def check_written(caller: Any) -> None:
    caller.script(answer(200, "{}"))
    inner = caller.models.Price(amount=D("1.10"), text=D("1.10"), rates={"a": D("1E+2"), "b": D(5)})
    price = caller.models.Price(amount=D(LONG), count=HUGE, ratio=-0.0, steps=[inner], next=inner)
    caller.call("prices", "replace", D("1.50"), most=1e22, count_query=HUGE, rates_query=[D("2.50")], body=price)
    (request,) = caller.server.requests
    assert request.target == f"/prices/1.50?most=1e%2B22&count={HUGE}&rates=%5B2.50%5D"
    nested = '{"amount":1.10,"text":"1.10","rates":{"a":1E+2,"b":5}}'
    expected = f'{{"amount":{LONG},"count":{HUGE},"ratio":-0.0,"steps":[{nested}],"next":{nested}}}'
    assert request.body.decode() == expected == price.model_dump_json(exclude_unset=True)


def check_read(caller: Any) -> None:
    nested = '{"amount": 1.10, "text": "1.10", "rates": {"a": 1E+2, "b": 5}, "more": 1.10}'
    text = f'{{"amount": {LONG}, "count": {HUGE}, "ratio": -0.0, "steps": [{nested}], "next": {nested}}}'
    caller.script(answer(200, text))
    price = caller.call("prices", "replace", D(1), credentials={"strict": True})
    assert (str(price.amount), price.count, repr(price.ratio)) == (LONG, HUGE, "-0.0")
    for each in (price.steps[0], price.next):
        assert [str(one) for one in (each.amount, each.text, *each.rates.values())] == ["1.10", "1.10", "1E+2", "5"]
        assert repr(each.model_extra) == "{'more': 1.1}"


def check_lists_without_a_model(caller: Any) -> None:
    caller.script(answer(200, f"[{LONG}, 7, 0.50]"))
    found = caller.call("prices", "create_rates", body=(D("0.50"), D(LONG)))
    assert caller.server.requests[0].body.decode() == f"[0.50,{LONG}]"
    assert [str(each) for each in found] == [LONG, "7", "0.50"]


def check_forms_and_xml(caller: Any) -> None:
    """Numbers are numbers in JSON that stands in a form, and have all their digits in XML."""
    inner = caller.models.Price(amount=D("1.10"))
    price = caller.models.Price(amount=D(LONG), next=inner)
    xml = f"<Price><amount>{LONG}</amount><next><amount>1.10</amount></next></Price>"
    caller.script(answer(200, xml, media="application/xml"))
    found = caller.call("prices", "create_sale", body=price, media="multipart/form-data")
    assert [each.content for each in parts(caller.server.requests[0])] == [LONG.encode(), b'{"amount":1.10}']
    assert [str(found.amount), str(found.next.amount)] == [LONG, "1.10"]
    caller.call("prices", "create_sale", body=price, media="application/x-www-form-urlencoded")
    assert caller.server.requests[1].body.decode() == f"amount={LONG}&next=%7B%22amount%22%3A1.10%7D"
    caller.call("prices", "create_sale", body=price, media="application/xml")
    assert caller.server.requests[2].body.decode().partition("\n")[2] == xml


def check_what_is_no_number(caller: Any) -> None:
    for value in (D("NaN"), D("Infinity")):
        with pytest.raises(caller.package.InvalidArgument):
            caller.call("prices", "create_rates", body=[value])
    with pytest.raises(ValueError, match="finite"):
        caller.models.Price(ratio=float("1e400"))
    caller.script(answer(200, '{"ratio": 1e400}'))
    with pytest.raises(caller.package.DecodeError, match=r"\$\.ratio"):
        caller.call("prices", "replace", D(1), credentials={"strict": True})
