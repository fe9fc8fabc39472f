"""RevCent: unix times, one Customer in two answers, numbered pages, and errors inside a success."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from pydantic import ValidationError
from runtime.server import Received, Server, answer

from .flavours import ALL, BOTH, REVCENT, assert_get

both = pytest.mark.parametrize("flavour", BOTH)
everywhere = pytest.mark.parametrize("flavour", ALL)
START, END = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 3, 1, tzinfo=UTC)
WINDOW = "date_start=1767225600&date_end=1772323200"

CUSTOMER: dict[str, Any] = {
    "id": "CUSTOMER000000000001",
    "first_name": "Ada",
    "last_name": "Bär",
    "email": "ada@example.org",
    "company": None,
    "blocked": False,
    "enabled": True,
    "status": "Enabled",
    "country": "DEU",
    "created_date_unix": 1767225600,
    "updated_date_unix": 1767225661,
    "customer_card": [{"id": "CARD0000000000000001", "last_4": "0042", "is_default": True, "created_date_unix": 0}],
    "customer_group": [],
    "lifetime_value": {
        "all": {"amount_gross": 120.5, "amount_net": 100},
        "sale": {"num": 2, "avg": 60.25},
        "subscription_renewal": {"num_overdue": 1},
        "fraud_detection": {"num": 0},
        "last_sale_date": "2026-01-31T10:20:30Z",
    },
    "notes": [{"id": "NOTE0000000000000001", "text": "called", "created_date_unix": 1767225662}],
    "products_purchased": [{"sku": "A-1", "quantity": 3, "price": 9.99, "purchase_dates": [1767225600, 1767312000]}],
    "metadata": [{"name": "tier", "value": "gold"}],
    "sales": ["SALE0000000000000001"],
}
CALL: dict[str, Any] = {"api_call_id": "CALL0000000000000001", "api_call_unix": 1767300000, "code": 1}
FAULT: dict[str, Any] = {
    "api_call_id": "CALL0000000000000009",
    "api_call_unix": 1767300000,
    "code": 0,
    "error_code": "not_found",
    "message": "no such customer",
    "result": "error",
}


def get(client: Any) -> Any:
    return client.customers.get("CUSTOMER000000000001")


def listing(**more: Any) -> Callable[[Any], Any]:
    """Make a step that lists the window."""
    return lambda client: client.customers.list(date_start=START, date_end=END, **more)


def pages(total: int, of: int = 2, first: int = 1) -> Callable[[Received], bytes]:
    """Make a server of `total` pages of `of` customers, an empty one behind the last."""

    def reply(request: Received) -> bytes:
        number = int(dict(parse_qsl(urlsplit(request.target).query))["page"])
        here = range(of) if number - first < total else ()
        results = [{"id": f"{number}-{at}", "created_date_unix": 1767225600} for at in here]
        page = {"current_page": number, "total_pages": total, "current_count": len(results), "results": results}
        return answer(200, {**CALL, "total_count": total * of, **page})

    return reply


@everywhere
def test_get_answers_a_customer_with_the_fields_of_the_call(flavour: str) -> None:
    with Server([answer(200, {**CALL, **CUSTOMER})]) as server:
        customer = REVCENT.call(flavour, server.url, get, strict=True)
    assert_get(server, REVCENT, "/customers/CUSTOMER000000000001")
    models = REVCENT.models
    assert type(customer) is models.CustomerResult
    assert isinstance(customer, models.Customer) and isinstance(customer, models.ApiCallInfo)
    assert (customer.code, customer.api_call_id) == (1, "CALL0000000000000001")
    assert customer.api_call_unix == datetime(2026, 1, 1, 20, 40, tzinfo=UTC)
    assert (customer.first_name, customer.last_name, customer.blocked) == ("Ada", "Bär", False)
    assert customer.created_date_unix == datetime(2026, 1, 1, tzinfo=UTC)
    assert customer.created_date_unix.utcoffset() == timedelta(0)
    assert customer.status == "Enabled"


@both
def test_nested_models(flavour: str) -> None:
    with Server([answer(200, {**CALL, **CUSTOMER})]) as server:
        customer = REVCENT.call(flavour, server.url, get, strict=True)
    models = REVCENT.models
    (card,), (note,), (product,), (pair,) = (
        customer.customer_card,
        customer.notes,
        customer.products_purchased,
        customer.metadata,
    )
    assert isinstance(card, models.CustomerCard) and (card.last_4, card.is_default) == ("0042", True)
    assert card.created_date_unix == datetime(1970, 1, 1, tzinfo=UTC)
    assert isinstance(note, models.CustomerNote) and note.text == "called"
    assert isinstance(product, models.PurchasedProduct) and product.price == 9.99
    assert product.purchase_dates == [datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 2, tzinfo=UTC)]
    assert isinstance(pair, models.Metadata) and (pair.name, pair.value) == ("tier", "gold")
    value = customer.lifetime_value
    assert isinstance(value, models.LifetimeValue)
    assert (value.all.amount_gross, value.all.amount_net, value.sale.num) == (120.5, 100.0, 2)
    assert isinstance(value.all.amount_net, float)
    assert value.last_sale_date == datetime(2026, 1, 31, 10, 20, 30, tzinfo=UTC)
    assert value.chargeback is None and value.subscription_renewal.num_overdue == 1
    assert customer.customer_group == [] and customer.sales == ["SALE0000000000000001"]


@both
def test_nothing_is_lost_and_nothing_is_added(flavour: str) -> None:
    document = {**CALL, **CUSTOMER, "added_later": {"a": [1]}, "notes": [{"text": "x", "pinned": True}]}
    with Server([answer(200, document)]) as server:
        customer = REVCENT.call(flavour, server.url, get)
    assert customer.model_dump(mode="json", by_alias=True, exclude_unset=True) == document
    assert customer.model_extra == {"added_later": {"a": [1]}}
    assert customer.added_later == {"a": [1]}
    assert customer.notes[0].model_extra == {"pinned": True}
    assert "company" in customer.model_fields_set and customer.company is None
    assert "phone" not in customer.model_fields_set and customer.phone is None


@both
def test_unix_times_round_trip(flavour: str) -> None:
    for seconds in (0, 1, 1767225600, 2147483648, 4102444799):
        with Server([answer(200, {"created_date_unix": seconds})]) as server:
            customer = REVCENT.call(flavour, server.url, get)
        assert customer.created_date_unix == datetime.fromtimestamp(seconds, UTC)
        assert customer.model_dump(mode="json", exclude_unset=True) == {"created_date_unix": seconds}
        assert customer.model_dump_json(exclude_unset=True) == f'{{"created_date_unix":{seconds}}}'


@both
def test_what_is_not_documented_is_kept_and_reported(flavour: str) -> None:
    seen: list[tuple[str, str, str]] = []
    document = {"id": "a", "status": "Dormant", "created_date_unix": "soon", "blocked": "no", "enabled": True}
    options = {"on_mismatch": lambda each, operation: seen.append((each.path, each.found, operation))}
    with Server([answer(200, document)]) as server:
        customer = REVCENT.call(flavour, server.url, get, **options)
        with pytest.raises(REVCENT.package.DecodeError) as caught:
            REVCENT.call(flavour, server.url, get, strict=True)
    assert (customer.status, customer.created_date_unix, customer.blocked) == ("Dormant", "soon", "no")
    assert customer.enabled is True
    assert customer.model_dump(mode="json", exclude_unset=True) == document
    found = {(path, kind) for path, kind, _ in seen}
    assert found == {("$.status", "string"), ("$.created_date_unix", "string"), ("$.blocked", "string")}
    assert {operation for *_, operation in seen} == {REVCENT.template}
    assert {each.path for each in caught.value.mismatches} == {path for path, _ in found}
    assert "Dormant" not in str(caught.value)


@everywhere
def test_items_of_all_pages(flavour: str) -> None:
    with Server([pages(3)]) as server:
        customers = REVCENT.call(flavour, server.url, listing(limit=2))
    assert [each.id for each in customers] == ["1-0", "1-1", "2-0", "2-1", "3-0", "3-1"]
    assert {type(each) for each in customers} == {REVCENT.models.Customer}
    assert {each.created_date_unix for each in customers} == {START}
    for at in range(3):
        assert_get(server, REVCENT, f"/customers?{WINDOW}&limit=2&page={at + 1}", at)
    assert len(server.requests) == 3 and server.connections == 1


@everywhere
def test_page_by_page(flavour: str) -> None:
    with Server([pages(3, of=1)]) as server:
        found = REVCENT.call(flavour, server.url, lambda client: listing()(client).pages())
    assert [(each.current_page, each.total_pages, len(each.results)) for each in found] == [
        (1, 3, 1),
        (2, 3, 1),
        (3, 3, 1),
    ]
    assert {type(each) for each in found} == {REVCENT.models.CustomerPage}
    assert [each.target for each in server.requests] == [f"/customers?{WINDOW}&limit=25&page={n}" for n in (1, 2, 3)]


@both
def test_pages_may_begin_in_the_middle(flavour: str) -> None:
    with Server([pages(3, of=1)]) as server:
        customers = REVCENT.call(flavour, server.url, listing(page=2))
    assert [each.id for each in customers] == ["2-0", "3-0"]
    assert [each.target.rpartition("=")[2] for each in server.requests] == ["2", "3"]


@both
def test_pages_may_begin_at_0(flavour: str) -> None:
    """Where the provider counts from is open; page 0 of 3 is followed by 1 and 2 and perhaps an empty one."""
    with Server([pages(3, of=1, first=0)]) as server:
        customers = REVCENT.call(flavour, server.url, listing(page=0, limit=1))
    assert [each.id for each in customers] == ["0-0", "1-0", "2-0"]
    asked = [each.target for each in server.requests]
    assert asked[:3] == [f"/customers?{WINDOW}&limit=1&page={n}" for n in (0, 1, 2)]
    assert asked[3:] in ([], [f"/customers?{WINDOW}&limit=1&page=3"])


@both
def test_no_page_is_asked_for_behind_the_last(flavour: str) -> None:
    """A server that counts from 0 may answer that with an error, and the caller gets it after the last item."""
    with Server([pages(3, of=1, first=0)]) as server:
        REVCENT.call(flavour, server.url, listing(page=0))
    assert len(server.requests) == 3


@both
@pytest.mark.parametrize("document", [{"results": [], "total_pages": 0}, {"results": [], "total_pages": 9}, {}])
def test_an_empty_page_is_the_last(flavour: str, document: dict[str, Any]) -> None:
    with Server([answer(200, {**CALL, **document})]) as server:
        assert REVCENT.call(flavour, server.url, listing()) == []
    assert len(server.requests) == 1


@both
def test_each_iteration_begins_anew_and_may_stop_early(flavour: str) -> None:
    with Server([pages(3)]) as server:
        if flavour == "sync":
            with REVCENT.make("sync", server.url) as client:
                customers = listing()(client)
                assert next(iter(customers)).id == "1-0" and len(server.requests) == 1
                assert len(list(customers)) == 6 and len(server.requests) == 4
        else:

            async def main() -> None:
                async with REVCENT.make("asyncio", server.url) as client:
                    customers = listing()(client)
                    async for each in customers:
                        assert each.id == "1-0"
                        break
                    assert len(server.requests) == 1
                    assert len([each async for each in customers]) == 6

            asyncio.run(main())
    assert len(server.requests) == 4


@both
def test_the_first_page_alone_and_raw(flavour: str) -> None:
    with Server([pages(3)]) as server:
        page, raw = REVCENT.calls(
            flavour,
            server.url,
            [
                lambda client: listing()(client).first(),
                lambda client: client.customers.with_raw_response.list(date_start=START, date_end=END, limit=5),
            ],
        )
    assert page.total_pages == 3 and raw.value == page
    assert raw.status == 200 and raw.value.model_dump(mode="json", exclude_unset=True)["api_call_unix"] == 1767300000
    assert [each.target for each in server.requests] == [f"/customers?{WINDOW}&limit={n}&page=1" for n in (25, 5)]


@both
def test_a_cap_on_pages(flavour: str) -> None:
    with Server([pages(9)]) as server, pytest.raises(REVCENT.package.TooManyPages):
        REVCENT.call(flavour, server.url, listing(), max_pages=2)
    assert len(server.requests) == 2


@both
def test_every_argument_of_the_list_on_the_wire(flavour: str) -> None:
    pair = REVCENT.models.MetadataFilter
    step = listing(
        limit=2,
        campaign_filter=["C1", "C2"],
        customer_group_filter=["G&1"],
        product_filter=("P/1",),
        status_filter=["enabled", "chargeback"],
        metadata_filter=[pair(name="tier", value="gold plus"), pair(name="x", value="METADATA_NAME_EXISTS")],
    )
    with Server([pages(1)]) as server:
        REVCENT.call(flavour, server.url, step)
    assert_get(
        server,
        REVCENT,
        f"/customers?{WINDOW}&limit=2&page=1&campaign_filter=C1&campaign_filter=C2&customer_group_filter=G%261"
        "&product_filter=P%2F1&status_filter=enabled&status_filter=chargeback"
        "&metadata_filter[0][name]=tier&metadata_filter[0][value]=gold%20plus"
        "&metadata_filter[1][name]=x&metadata_filter[1][value]=METADATA_NAME_EXISTS",
    )


@both
def test_times_are_aware_datetimes_or_seconds(flavour: str) -> None:
    east = datetime(2026, 1, 1, 5, 30, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    with Server([pages(1)]) as server:
        REVCENT.call(flavour, server.url, lambda client: client.customers.list(date_start=east, date_end=1772323200))
    assert_get(server, REVCENT, f"/customers?{WINDOW}&limit=25&page=1")
    naive = datetime(2026, 1, 1)
    with Server([pages(1)]) as server, pytest.raises(REVCENT.package.InvalidArgument):
        REVCENT.call(flavour, server.url, lambda client: client.customers.list(date_start=naive, date_end=END))
    assert server.connections == 0


def test_a_misspelt_field_of_a_filter_is_refused() -> None:
    with pytest.raises(ValidationError):
        REVCENT.models.MetadataFilter(name="tier", valeu="gold")
    with pytest.raises(ValidationError):
        REVCENT.models.MetadataFilter(name="tier")


@both
@pytest.mark.parametrize("customer_id", ["", ".", "..", "%2e%2E"])
def test_an_id_that_would_change_the_path_is_refused(flavour: str, customer_id: str) -> None:
    with Server([answer(200, {})]) as server, pytest.raises(REVCENT.package.InvalidArgument):
        REVCENT.call(flavour, server.url, lambda client: client.customers.get(customer_id))
    assert server.connections == 0


@both
def test_an_id_is_quoted(flavour: str) -> None:
    with Server([answer(200, {})]) as server:
        REVCENT.call(flavour, server.url, lambda client: client.customers.get("a/b?c=1#ü %"))
    assert_get(server, REVCENT, "/customers/a%2Fb%3Fc%3D1%23%C3%BC%20%25")


@everywhere
def test_code_0_under_status_200_raises(flavour: str) -> None:
    package = REVCENT.package
    with (
        Server([answer(200, FAULT, {"X-Request-Id": "r1"})]) as server,
        pytest.raises(package.ErrorInAnswer) as caught,
    ):
        REVCENT.call(flavour, server.url, get)
    error = caught.value
    assert isinstance(error, package.StatusError)
    assert (error.status, error.request_id) == (200, "r1")
    assert type(error.body) is REVCENT.models.ApiError
    assert (error.body.code, error.body.error_code, error.body.message) == (0, "not_found", "no such customer")
    assert error.body.api_call_unix == datetime(2026, 1, 1, 20, 40, tzinfo=UTC)
    assert error.body.model_dump(mode="json", exclude_unset=True) == FAULT
    assert str(error).startswith(f"{REVCENT.template}: 200 OK (request r1)")
    assert len(server.requests) == 1


@both
def test_code_0_in_a_page_ends_the_iteration(flavour: str) -> None:
    with Server([pages(3), answer(200, FAULT)]) as server, pytest.raises(REVCENT.package.ErrorInAnswer) as caught:
        REVCENT.call(flavour, server.url, listing())
    assert caught.value.body.error_code == "not_found" and len(server.requests) == 2
    with Server([answer(200, FAULT)]) as server, pytest.raises(REVCENT.package.ErrorInAnswer):
        REVCENT.call(flavour, server.url, lambda client: client.customers.with_raw_response.get("x"))


@both
@pytest.mark.parametrize(("status", "name"), [(404, "NotFound"), (429, "TooManyRequests"), (500, "ServerError")])
def test_errors_with_a_status_are_typed_too(flavour: str, status: int, name: str) -> None:
    package = REVCENT.package
    with (
        Server([answer(status, {**FAULT, "extra": 1})]) as server,
        pytest.raises(getattr(package, name)) as caught,
    ):
        REVCENT.call(flavour, server.url, get, retry=package.Retry(retries=0))
    assert type(caught.value.body) is REVCENT.models.ApiError
    assert caught.value.status == status and caught.value.body.model_extra == {"extra": 1}


def test_ten_lines_of_a_user() -> None:
    client_class, error = REVCENT.package.RevCentClient, REVCENT.package.NotFound
    with (
        Server([pages(2, of=1), pages(2, of=1), answer(404, FAULT)]) as server,
        client_class(api_key="key-of-a-test", base_url=server.url) as client,
    ):
        created = [each.created_date_unix.year for each in client.customers.list(date_start=START, date_end=END)]
        with pytest.raises(error):
            client.customers.get("CUSTOMER000000000009")
    assert created == [2026, 2026]


def test_ten_lines_of_an_asynchronous_user() -> None:
    client_class = REVCENT.package.AsyncRevCentClient

    async def main(url: str) -> list[str]:
        async with client_class(api_key="key-of-a-test", base_url=url) as client:
            one, two = await asyncio.gather(client.customers.get("a"), client.customers.get("b"))
            return [one.id, two.id]

    with Server([lambda request: answer(200, {"id": request.target[-1]})]) as server:
        assert asyncio.run(main(server.url)) == ["a", "b"]


def test_the_server_of_the_document() -> None:
    assert repr(REVCENT.make("sync", None)) == "RevCentClient('https://api.revcent.com/v2')"
    assert repr(REVCENT.make("asyncio", None)) == "AsyncRevCentClient('https://api.revcent.com/v2')"
