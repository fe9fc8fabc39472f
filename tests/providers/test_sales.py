"""Sales: exact decimals, one recursive Customer, sub-objects that are null unless included."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from runtime.server import Server, answer

from .flavours import ALL, BOTH, SALES, assert_get

both = pytest.mark.parametrize("flavour", BOTH)
everywhere = pytest.mark.parametrize("flavour", ALL)
PLAIN: dict[str, Any] = {
    "object": "customer",
    "status": "normal",
    "credit_limit": None,
    "parent_account": None,
    "child_accounts": None,
}
CUSTOMER: dict[str, Any] = {
    "id": "ac_1",
    "object": "customer",
    "name": "Müller & Co",
    "number": "C-0001",
    "status": "hold_shipment",
    "edi_status": "disabled",
    "relationship_type": "parent",
    "commission_policy": "commission_exempt",
    "note": None,
    "credit_limit": {
        "id": "qty_1",
        "object": "quantity",
        "value": "1234567890123456789.10",
        "display_value": "$1,234.10",
        "unit": None,
    },
    "contact_info": {"object": "customer_contact_info", "email": "a@example.org", "phone": None, "url": None},
    "freight_preferences": {
        "object": "customer_freight_preferences",
        "status": "free_freight",
        "carrier": {"id": "car_1", "object": "carrier", "code": "ltl1", "customer_portal_visibility": "hidden"},
        "service_level": {"id": "sl_1", "object": "service_level", "is_default": True},
        "billing_type": "third_party",
        "billing_account": "77",
    },
    "defaults": {
        "object": "customer_defaults",
        "payment_term": {"id": "pt_1", "object": "payment_term", "status": "active"},
        "shipping_term": {"id": "st_1", "object": "shipping_term", "type": "flat_rate_freight", "flat_rate": None},
        "priority": {"id": "pr_1", "object": "priority", "code": "high"},
        "sales_rep": {"id": "au_1", "object": "account_user", "status": "active", "last_used_at": None},
    },
    "notification_preferences": {"object": "customer_notification_preferences", "accepts_invoice_emails": True},
    "bill_to_address": {"id": "ad_1", "object": "address", "type": "standard", "geolocation": None},
    "type": {"id": "ag_1", "object": "account_group", "type": "type_group", "freight_policy": "billed_freight"},
    "price_groups": {
        "object": "list",
        "page_info": {"next_page_url": None, "has_next_page": False},
        "data": [{"id": "ag_2", "object": "account_group", "type": "pricing_group"}],
    },
    "parent_account": {"id": "ac_0", "name": "Holding", **PLAIN},
    "child_accounts": {
        "object": "list",
        "page_info": {"next_page_url": "https://api.augno.com/next", "has_next_page": True},
        "data": [
            {"id": "ac_2", **PLAIN},
            {"id": "ac_3", **PLAIN, "child_accounts": {"object": "list", "data": [{"id": "ac_4"}]}},
        ],
    },
    "created_at": "2026-01-31T10:20:30Z",
    "updated_at": "2026-02-01T00:00:00Z",
}
ERROR: dict[str, Any] = {
    "error": {
        "code": "not_found",
        "type": "invalid_request_error",
        "message": "no such customer",
        "param": "id",
        "doc_url": "https://example.org/errors",
        "is_transient": False,
        "quota": None,
        "request_log_url": None,
    }
}


def get(client: Any) -> Any:
    return client.customers.get("ac_1")


@everywhere
def test_include_is_repeated(flavour: str) -> None:
    steps = [
        lambda client: client.customers.get("ac_1", include=["type", "defaults.sales_rep.user"]),
        lambda client: client.customers.get("ac/1", include=("credit_limit",), augno_version="1.2.oak"),
        lambda client: client.customers.get("ac_1", include=[]),
    ]
    with Server([answer(200, CUSTOMER)]) as server:
        SALES.calls(flavour, server.url, steps)
    path = "/v1/sales/customers/ac"
    assert_get(server, SALES, f"{path}_1?include[]=type&include[]=defaults.sales_rep.user", 0)
    assert_get(server, SALES, f"{path}%2F1?include[]=credit_limit", 1, augno_version="1.2.oak")
    assert_get(server, SALES, f"{path}_1", 2)


@everywhere
def test_a_customer_with_everything_in_it(flavour: str) -> None:
    with Server([answer(200, CUSTOMER)]) as server:
        customer = SALES.call(flavour, server.url, get, strict=True)
    models = SALES.models
    assert type(customer) is models.Customer
    assert (customer.name, customer.status, customer.note) == ("Müller & Co", "hold_shipment", None)
    assert customer.created_at == datetime(2026, 1, 31, 10, 20, 30, tzinfo=UTC)
    freight, defaults = customer.freight_preferences, customer.defaults
    assert isinstance(freight, models.FreightPreferences) and isinstance(freight.carrier, models.Carrier)
    assert (freight.carrier.code, freight.billing_type, freight.status) == ("ltl1", "third_party", "free_freight")
    assert freight.service_level.is_default is True and freight.billing_account == "77"
    assert isinstance(defaults.shipping_term, models.ShippingTerm)
    assert (defaults.payment_term.status, defaults.priority.code) == ("active", "high")
    assert isinstance(defaults.sales_rep, models.AccountUser) and defaults.sales_rep.last_used_at is None
    assert customer.notification_preferences.accepts_invoice_emails is True
    assert isinstance(customer.bill_to_address, models.Address) and customer.ship_to_address is None
    assert customer.type.type == "type_group" and customer.price_groups.data[0].type == "pricing_group"
    assert customer.price_groups.page_info.has_next_page is False
    assert customer.model_dump(mode="json", by_alias=True, exclude_unset=True) == CUSTOMER


@both
def test_a_customer_holds_customers(flavour: str) -> None:
    with Server([answer(200, CUSTOMER)]) as server:
        customer = SALES.call(flavour, server.url, get, strict=True)
    models = SALES.models
    assert type(customer.parent_account) is models.Customer
    assert customer.parent_account.name == "Holding" and customer.parent_account.parent_account is None
    assert type(customer.child_accounts) is models.CustomerList
    assert customer.child_accounts.page_info.next_page_url == "https://api.augno.com/next"
    first, second = customer.child_accounts.data
    assert type(first) is models.Customer and first.child_accounts is None
    assert second.child_accounts.data[0].id == "ac_4"


@both
@pytest.mark.parametrize("text", ["0.10", "1234567890123456789.10", "-0.00", "1E+3", "100", "0.1000000000000000055"])
def test_decimals_are_exact(flavour: str, text: str) -> None:
    with Server([answer(200, {"credit_limit": {"value": text}})]) as server:
        customer = SALES.call(flavour, server.url, get, strict=True)
    value = customer.credit_limit.value
    assert type(value) is Decimal and value == Decimal(text)
    assert value.as_tuple() == Decimal(text).as_tuple()
    assert customer.model_dump(mode="json", exclude_unset=True) == {"credit_limit": {"value": text}}


@both
def test_null_is_not_absent(flavour: str) -> None:
    document = {"id": "ac_1", "note": None, "credit_limit": {"unit": None}}
    with Server([answer(200, document)]) as server:
        customer = SALES.call(flavour, server.url, get)
    assert customer.model_fields_set == {"id", "note", "credit_limit"}
    assert customer.note is None and customer.name is None
    assert customer.model_dump(mode="json", exclude_unset=True) == document


@both
def test_unknown_values_and_fields_are_kept(flavour: str) -> None:
    seen: list[str] = []
    document = {
        "id": "ac_1",
        "status": "hold_orders",
        "object": "customer2",
        "loyalty": {"tier": 1},
        "freight_preferences": {"carrier": {"code": "dhl", "service_levels": {"object": "list"}}},
        "credit_limit": {"value": "a lot"},
        "child_accounts": {"data": [{"id": "ac_2", "status": "normal"}, {"status": "odd", "created_at": "today"}]},
    }
    options = {"on_mismatch": lambda each, operation: seen.append(each.path)}
    with Server([answer(200, document)]) as server:
        customer = SALES.call(flavour, server.url, get, **options)
    assert customer.status == "hold_orders" and customer.freight_preferences.carrier.code == "dhl"
    assert customer.loyalty == {"tier": 1} and customer.credit_limit.value == "a lot"
    assert isinstance(customer.child_accounts.data[1], SALES.models.Customer)
    assert customer.model_dump(mode="json", exclude_unset=True) == document
    assert sorted(seen) == [
        "$.child_accounts.data[1].created_at",
        "$.child_accounts.data[1].status",
        "$.credit_limit.value",
        "$.freight_preferences.carrier.code",
        "$.object",
        "$.status",
    ]


@both
def test_times_keep_their_zone(flavour: str) -> None:
    document = {"created_at": "2026-01-31T10:20:30.123456+02:00"}
    with Server([answer(200, document)]) as server:
        customer = SALES.call(flavour, server.url, get)
    expected = datetime(2026, 1, 31, 10, 20, 30, 123456, timezone(timedelta(hours=2)))
    assert customer.created_at == expected and customer.created_at.utcoffset() == timedelta(hours=2)
    assert customer.model_dump(mode="json", exclude_unset=True) == document


@everywhere
@pytest.mark.parametrize(
    ("status", "name"),
    [(400, "BadRequest"), (404, "NotFound"), (429, "TooManyRequests"), (500, "ServerError")],
)
def test_errors_are_typed(flavour: str, status: int, name: str) -> None:
    package = SALES.package
    with (
        Server([answer(status, ERROR, {"X-Request-Id": "req_1", "Retry-After": "1"})]) as server,
        pytest.raises(getattr(package, name)) as caught,
    ):
        SALES.call(flavour, server.url, get, retry=package.Retry(retries=0))
    error = caught.value
    assert type(error.body) is SALES.models.ErrorResponse
    assert type(error.body.error) is SALES.models.ErrorDetail
    assert (error.body.error.code, error.body.error.param, error.body.error.is_transient) == ("not_found", "id", False)
    assert error.body.model_dump(mode="json", exclude_unset=True) == ERROR
    assert (error.status, error.request_id, error.retry_after) == (status, "req_1", 1.0)


@both
def test_a_quota_in_an_error(flavour: str) -> None:
    detail = {"code": "limit_exceeded", "quota": {"limit": 5, "used": 5, "reset_at": "2026-02-01T00:00:00Z"}}
    with Server([answer(403, {"error": detail})]) as server, pytest.raises(SALES.package.Forbidden) as caught:
        SALES.call(flavour, server.url, get)
    quota = caught.value.body.error.quota
    assert (quota.limit, quota.used, quota.reset_at) == (5, 5, datetime(2026, 2, 1, tzinfo=UTC))


@both
def test_an_error_page_of_somebody_else(flavour: str) -> None:
    package = SALES.package
    with (
        Server([answer(502, "<html>bad gateway</html>", media="text/html")]) as server,
        pytest.raises(package.ServerError) as caught,
    ):
        SALES.call(flavour, server.url, get, retry=package.Retry(retries=0))
    assert caught.value.body == "<html>bad gateway</html>" and caught.value.status == 502


def test_the_server_of_the_document() -> None:
    assert repr(SALES.make("sync", None)) == "SalesClient('https://api.augno.com')"
    assert repr(SALES.make("asyncio", None)) == "AsyncSalesClient('https://api.augno.com')"


def test_ten_lines_of_a_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SALES_API_KEY", "aug_sk_test_1")
    client_class, missing = SALES.package.SalesClient, SALES.package.NotFound
    with Server([answer(200, CUSTOMER), answer(404, ERROR)]) as server, client_class(base_url=server.url) as client:
        customer = client.customers.get("ac_1", include=["credit_limit"])
        assert customer.credit_limit.value + 1 == Decimal("1234567890123456790.10")
        with pytest.raises(missing) as caught:
            client.customers.get("ac_9")
    assert caught.value.body.error.message == "no such customer"


def test_ten_lines_of_an_asynchronous_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SALES_API_KEY", "aug_sk_test_1")
    client_class = SALES.package.AsyncSalesClient

    async def main(url: str) -> Any:
        async with client_class(base_url=url) as client:
            return await client.customers.get("ac_1")

    with Server([answer(200, CUSTOMER)]) as server:
        assert asyncio.run(main(server.url)).number == "C-0001"
    assert_get(server, SALES, "/v1/sales/customers/ac_1")
