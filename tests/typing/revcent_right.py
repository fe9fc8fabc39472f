"""What a user of revcent_client writes; has to type-check."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, assert_type

from revcent_client import (
    AsyncRevCentClient,
    CallOptions,
    Error,
    ErrorInAnswer,
    NotFound,
    RawResponse,
    Retry,
    RevCentClient,
    Timeouts,
)
from revcent_client.models import ApiCallInfo, ApiError, Customer, CustomerPage, CustomerResult, MetadataFilter

END = datetime.now(UTC)
START = END - timedelta(days=90)


def one(client: RevCentClient) -> str | None:
    customer = client.customers.get("CUSTOMER000000000001")
    assert_type(customer, CustomerResult)
    assert_type(customer.created_date_unix, datetime | None)
    call: ApiCallInfo = customer
    person: Customer = customer
    value = customer.lifetime_value
    if value and value.all and value.all.amount_net:
        assert_type(value.all.amount_net, float)
    for product in person.products_purchased or []:
        print(product.sku, [each.year for each in product.purchase_dates or []])
    if person.status == "Blocked":
        print(call.api_call_unix)
    return customer.email


def many(key: str) -> list[str]:
    found: list[str] = []
    with RevCentClient(api_key=lambda: key, timeout=20, retry=Retry(retries=0), headers={"X-Team": "a"}) as client:
        tier = MetadataFilter(name="tier", value="gold")
        for each in client.customers.list(date_start=START, date_end=END, metadata_filter=[tier]):
            assert_type(each, Customer)
            found.append(each.id or "")
        for page in client.customers.list(date_start=0, date_end=1, status_filter=["fraud"], page=0).pages():
            assert_type(page, CustomerPage)
            print(page.total_pages or 0 + 1)
        raw = client.with_options(deadline=60).customers.with_raw_response.get("x")
        assert_type(raw, RawResponse[CustomerResult])
        print(raw.status, raw.headers["x-request-id"], len(raw.content), raw.value.id)
        assert_type(client.customers.with_raw_response.list(date_start=0, date_end=1), RawResponse[CustomerPage])
        assert_type(client.request("GET", "/anything", query={"a": 1}), RawResponse[Any])
        slow: CallOptions = {"timeout": Timeouts(read=None), "deadline": None, "query": {"a": [1]}}
        assert_type(client.customers.get("x", options=slow), CustomerResult)
        assert_type(client.customers.with_raw_response.get("x", options=slow), RawResponse[CustomerResult])
        for each in client.customers.list(date_start=0, date_end=1, options={"max_pages": 3, "on_request": print}):
            assert_type(each, Customer)
    return found


def errors(client: RevCentClient) -> str:
    try:
        client.customers.get("x")
    except NotFound as error:
        return error.request_id
    except ErrorInAnswer as error:
        return error.body.message if isinstance(error.body, ApiError) and error.body.message else str(error.status)
    except Error as error:
        return str(error)
    return ""


async def alike(key: str) -> list[str]:
    async with AsyncRevCentClient(api_key=key, strict=True) as client:
        customer = await client.customers.get("CUSTOMER000000000001")
        assert_type(customer, CustomerResult)
        raw = await client.with_options(timeout=3).customers.with_raw_response.get("x")
        assert_type(raw, RawResponse[CustomerResult])
        async for page in client.customers.list(date_start=START, date_end=END).pages():
            assert_type(page, CustomerPage)
        assert_type(await client.customers.list(date_start=START, date_end=END).first(), CustomerPage)
        answer = await client.request("POST", "/anything", json={"a": [1]})
        print(answer.value)
        return [each.id or "" async for each in client.customers.list(date_start=START, date_end=END, limit=5)]
