"""A former name sends what the new one sends, and says what it is called now."""

from __future__ import annotations

import importlib
import warnings
from typing import Any

import pytest
from runtime.server import answer

BILL = {"number": "1"}


def check_methods(caller: Any) -> None:
    caller.script(answer(201, BILL), answer(201, BILL), answer(200, {"data": [BILL], "pages": 1}), answer(200, b"%PDF"))
    said = r"client\.bills\.add is called client\.bills\.create now; the old name goes with version 2\.0\.0"
    with pytest.warns(DeprecationWarning, match=said) as found:
        assert caller.call("bills", "add", number="1").number == "1"
    assert len(found) == 1 and found[0].filename.endswith("test_cases.py"), "it is said of the line that calls"
    with warnings.catch_warnings(action="error"):
        caller.call("bills", "create", number="1")
    with pytest.warns(DeprecationWarning, match=r"client\.invoices\.list is called client\.bills\.list now"):
        assert [each.number for each in caller.call("invoices", "list", page_size=5)] == ["1"]
    with pytest.warns(DeprecationWarning, match=r"client\.prints\.archive\.file is called client\.bills\.print now"):
        assert caller.call("prints.archive", "file", "7") == b"%PDF"
    assert caller.targets() == ["POST /bills", "POST /bills", "GET /bills?page=1&page_size=5", "GET /bills/7/print"]
    first, second, *_ = caller.server.requests
    assert first.body == second.body == b'{"number":"1"}'


def check_twins(caller: Any) -> None:
    caller.script(answer(201, BILL), answer(200, {"data": [BILL]}))
    with pytest.warns(DeprecationWarning, match="client.bills.create now") as found:
        assert caller.raw("bills", "add", number="1").status == 201
    assert len(found) == 1 and found[0].filename.endswith("test_cases.py")
    with pytest.warns(DeprecationWarning, match="client.bills.list now"):
        assert caller.raw("invoices", "list").value.data[0].number == "1"
    if not caller.is_async:
        caller.script(answer(200, b"%PDF"))
        with (
            caller.package.SpecClient(base_url=caller.server.url) as client,
            pytest.warns(DeprecationWarning, match="client.bills.print now"),
            client.prints.archive.with_streaming_response.file("7") as found,
        ):
            assert found.read() == b"%PDF"


def check_a_fake_knows_the_operation(caller: Any) -> None:
    testing = importlib.import_module(f"{caller.package.__name__}.testing")
    if caller.is_async:
        return
    with testing.Fake() as fake, pytest.warns(DeprecationWarning):
        client = fake.client(caller.package.SpecClient)
        fake.on(client.bills.add).returns(caller.models.Bill(number="9"))
        assert client.bills.create(number="1").number == "9"
        assert client.bills.add(number="1").number == "9"


def check_classes(caller: Any) -> None:
    models = caller.models
    with pytest.warns(DeprecationWarning, match="Invoice is called Bill now; the old name goes with version 2.0.0"):
        assert models.Invoice is models.Bill
    with pytest.warns(DeprecationWarning, match="RowFields is called BillLineFields now"):
        assert models.RowFields is models.BillLineFields
    with pytest.warns(DeprecationWarning) as found:
        exec(f"from {models.__name__} import Row", {"__name__": "user"})
    assert {each.filename for each in found} == {"<string>"}, "it is said of the line that imports"
    assert "Invoice" not in dir(models)


def check_what_has_reached_its_version_is_gone(caller: Any) -> None:
    client = caller.package.SpecClient(base_url=caller.server.url)
    assert not hasattr(client.bills, "fetch") and not hasattr(client.bills.with_raw_response, "fetch")
    client.close()
