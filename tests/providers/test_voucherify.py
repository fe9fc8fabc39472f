"""Voucherify: two headers together or a fetched token, clusters, null and dates."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime
from typing import Any

import pytest
from runtime.server import Received, Server, answer

from .flavours import ALL, BOTH, VOUCHERIFY, assert_get, elsewhere, form

both = pytest.mark.parametrize("flavour", BOTH)
everywhere = pytest.mark.parametrize("flavour", ALL)
OAUTH = {"client_id": "oauth-id", "client_secret": "oauth secret"}
PATH = "/v1/customers/cust_1"
SUMMARY: dict[str, Any] = {
    "redemptions": {
        "total_redeemed": 3,
        "total_failed": 1,
        "total_succeeded": 2,
        "total_rolled_back": 0,
        "total_rollback_failed": 0,
        "total_rollback_succeeded": 0,
        "gift": {"redeemed_amount": 1050, "amount_to_go": 0},
        "loyalty_card": {"redeemed_points": 5, "points_to_go": 7},
    },
    "orders": {
        "total_amount": 20000,
        "total_count": 2,
        "average_amount": 10000,
        "last_order_amount": 5000,
        "last_order_date": "2026-01-31T10:20:30.123000Z",
    },
}
CUSTOMER: dict[str, Any] = {
    "id": "cust_1",
    "source_id": "crm-1",
    "name": "Ada Bär",
    "email": "ada@example.org",
    "birthdate": "1990-02-28",
    "birthday": "1990-02-28",
    "address": None,
    "metadata": {"vip": True, "score": 1.5, "tags": ["a"], "none": None},
    "summary": SUMMARY,
    "loyalty": {
        "points": 12,
        "referred_customers": 1,
        "campaigns": {"Spring": {"points": 12, "loyalty_tier": "ltr_1"}, "Summer 2026": {}},
    },
    "referrals": {
        "total": 1,
        "campaigns": [
            {
                "campaign_id": "camp_1",
                "referrer_id": "cust_0",
                "related_object_id": "r_1",
                "related_object_type": "redemption",
                "date": "2026-01-30T00:00:00Z",
            }
        ],
    },
    "system_metadata": {},
    "created_at": "2026-01-01T00:00:00Z",
    "assets": {"cockpit_url": "https://example.org/c"},
    "object": "customer",
}
BARE: dict[str, Any] = {"summary": None, "loyalty": None, "referrals": None, "object": "customer"}
ERROR: dict[str, Any] = {
    "code": 404,
    "key": "not_found",
    "message": "Resource not found",
    "request_id": "v-1",
    "resource_id": "cust_1",
    "resource_type": "customer",
    "error": {"message": "said by a rule"},
}


def get(client: Any) -> Any:
    return client.customers.get("cust_1")


class Bank:
    """Gives out tokens t1, t2, ..; answers customers to the newest one unless it was revoked."""

    def __init__(self, ttl: int = 900) -> None:
        self.given = 0
        self.ttl = ttl
        self.revoked: set[str] = set()

    def __call__(self, request: Received) -> bytes:
        if request.target == "/v1/oauth/token":
            self.given += 1
            return answer(
                200, {"access_token": f"t{self.given}", "token_type": "Bearer", "expires_in": self.ttl, "scope": "api"}
            )
        token = (request.header("Authorization") or "").removeprefix("Bearer ")
        return answer(401, ERROR) if token in self.revoked else answer(200, BARE)


@everywhere
def test_a_customer(flavour: str) -> None:
    with Server([answer(200, CUSTOMER)]) as server:
        customer = VOUCHERIFY.call(flavour, server.url, get, strict=True)
    assert_get(server, VOUCHERIFY, PATH)
    models = VOUCHERIFY.models
    assert type(customer) is models.CustomersGetResponseBody
    assert isinstance(customer, models.CustomerBase) and isinstance(customer, models.CustomerResponseData)
    assert (customer.name, customer.object) == ("Ada Bär", "customer")
    assert type(customer.birthdate) is date and customer.birthdate == date(1990, 2, 28) == customer.birthday
    assert customer.created_at == datetime(2026, 1, 1, tzinfo=UTC) and customer.updated_at is None
    assert type(customer.summary) is models.CustomerSummary
    assert customer.summary.redemptions.gift.redeemed_amount == 1050
    assert customer.summary.redemptions.loyalty_card.points_to_go == 7
    assert customer.summary.orders.last_order_date == datetime(2026, 1, 31, 10, 20, 30, 123000, tzinfo=UTC)
    assert customer.loyalty.campaigns["Spring"].loyalty_tier == "ltr_1"
    assert type(customer.loyalty.campaigns["Summer 2026"]) is models.CustomerLoyaltyCampaign
    (referral,) = customer.referrals.campaigns
    assert referral.date == datetime(2026, 1, 30, tzinfo=UTC) and referral.referrer_id == "cust_0"
    assert customer.metadata == {"vip": True, "score": 1.5, "tags": ["a"], "none": None}
    assert customer.assets.cockpit_url == "https://example.org/c"
    assert customer.model_dump(mode="json", by_alias=True, exclude_unset=True) == CUSTOMER


@both
def test_null_is_not_absent(flavour: str) -> None:
    document = {**BARE, "address": None, "id": "cust_1"}
    with Server([answer(200, document)]) as server:
        customer = VOUCHERIFY.call(flavour, server.url, get, strict=True)
    assert customer.address is None and "address" in customer.model_fields_set
    assert customer.summary is None and customer.birthdate is None
    assert "birthdate" not in customer.model_fields_set
    assert customer.model_dump(mode="json", exclude_unset=True) == document


@both
def test_required_fields_that_are_missing_read_as_none(flavour: str) -> None:
    seen: list[str] = []
    with Server([answer(200, {"id": "cust_1", "birthdate": "1990-02-31"})]) as server:
        options = {"on_mismatch": lambda each, operation: seen.append(f"{each.path} {each.found}")}
        customer = VOUCHERIFY.call(flavour, server.url, get, **options)
    assert customer.summary is None and customer.object is None and customer.birthdate == "1990-02-31"
    assert sorted(seen) == [
        "$.birthdate string",
        "$.loyalty absent",
        "$.object absent",
        "$.referrals absent",
        "$.summary absent",
    ]
    assert customer.model_dump(mode="json", exclude_unset=True) == {"id": "cust_1", "birthdate": "1990-02-31"}


@both
def test_unknown_fields_are_kept_at_every_level(flavour: str) -> None:
    document = {
        **CUSTOMER,
        "object": "customer_v2",
        "next": [1],
        "summary": {**SUMMARY, "orders": {**SUMMARY["orders"], "currency": "EUR"}},
    }
    with Server([answer(200, document)]) as server:
        customer = VOUCHERIFY.call(flavour, server.url, get)
    assert customer.object == "customer_v2" and customer.next == [1]
    assert customer.summary.orders.currency == "EUR"
    assert customer.model_dump(mode="json", exclude_unset=True) == document


@both
@pytest.mark.parametrize("given", ["crm 1", "ada@example.org", "a/b"])
def test_an_id_may_be_a_source_id(flavour: str, given: str) -> None:
    quoted = {"crm 1": "crm%201", "ada@example.org": "ada%40example.org", "a/b": "a%2Fb"}[given]
    with Server([answer(200, BARE)]) as server:
        VOUCHERIFY.call(flavour, server.url, lambda client: client.customers.get(given))
    assert_get(server, VOUCHERIFY, f"/v1/customers/{quoted}")


@everywhere
def test_404_is_typed(flavour: str) -> None:
    with (
        Server([answer(404, ERROR, {"X-Request-Id": "h-1"})]) as server,
        pytest.raises(VOUCHERIFY.package.NotFound) as caught,
    ):
        VOUCHERIFY.call(flavour, server.url, get)
    error = caught.value
    assert type(error.body) is VOUCHERIFY.models.ErrorObject
    assert (error.status, error.request_id, error.body.request_id) == (404, "h-1", "v-1")
    assert (error.body.key, error.body.error.message) == ("not_found", "said by a rule")
    assert error.body.model_dump(mode="json", exclude_unset=True) == ERROR


@both
@pytest.mark.parametrize(("status", "name"), [(429, "TooManyRequests"), (500, "ServerError")])
def test_errors_that_the_page_does_not_type_are_plain_data(flavour: str, status: int, name: str) -> None:
    package = VOUCHERIFY.package
    limits = {"X-Rate-Limit-Limit": "100", "X-Rate-Limit-Remaining": "0", "Retry-After": "2"}
    with (
        Server([answer(status, {"code": status, "message": "later"}, limits)]) as server,
        pytest.raises(getattr(package, name)) as caught,
    ):
        VOUCHERIFY.call(flavour, server.url, get, retry=package.Retry(retries=0))
    body = caught.value.body
    said = (body["code"], body["message"]) if isinstance(body, dict) else (body.code, body.message)
    assert said == (status, "later") and caught.value.retry_after == 2.0
    assert caught.value.response.headers["x-rate-limit-remaining"] == "0"


@both
def test_both_headers_are_needed(flavour: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for given in ({"app_id": "a"}, {"app_token": "b"}):
        with Server([answer(200, BARE)]) as server, pytest.raises(VOUCHERIFY.package.MissingCredentials) as caught:
            VOUCHERIFY.call(flavour, server.url, get, **given)
        lacking = "app_token" if "app_id" in given else "app_id"
        assert f"{lacking}= or the environment variable VOUCHERIFY_{lacking.upper()}" in str(caught.value)
        assert server.connections == 0
    monkeypatch.setenv("VOUCHERIFY_APP_TOKEN", "token-of-a-test")
    with Server([answer(200, BARE)]) as server:
        VOUCHERIFY.call(flavour, server.url, get, app_id="app-of-a-test")
    assert_get(server, VOUCHERIFY, PATH)


@everywhere
def test_a_token_is_fetched_once_and_used_again(flavour: str) -> None:
    with Server([Bank()]) as server:
        VOUCHERIFY.calls(flavour, server.url, [get, get, get], **OAUTH)
    assert [each.target for each in server.requests] == ["/v1/oauth/token", PATH, PATH, PATH]
    fetch = server.requests[0]
    assert fetch.method == "POST"
    assert form(fetch) == "grant_type=client_credentials&scope=api%20customers"
    assert (fetch.header("X-App-Id"), fetch.header("X-App-Token")) == ("oauth-id", "oauth secret")
    assert fetch.header("Accept") == "application/json" and fetch.header("Authorization") is None
    assert fetch.header("User-Agent") == "voucherify_client/" + VOUCHERIFY.package.__version__
    for at in (1, 2, 3):
        assert_get(server, VOUCHERIFY, PATH, at, authorization="Bearer t1", x_app_id=None, x_app_token=None)


@both
def test_a_refused_token_is_fetched_anew_once(flavour: str) -> None:
    bank = Bank()
    bank.revoked = {"t1"}
    with Server([bank]) as server:
        VOUCHERIFY.call(flavour, server.url, get, **OAUTH)
    targets = [each.target for each in server.requests]
    assert targets == ["/v1/oauth/token", PATH, "/v1/oauth/token", PATH]
    assert [each.header("Authorization") for each in server.requests] == [None, "Bearer t1", None, "Bearer t2"]
    bank = Bank()
    bank.revoked = {"t1", "t2", "t3"}
    with Server([bank]) as server, pytest.raises(VOUCHERIFY.package.Unauthorized):
        VOUCHERIFY.call(flavour, server.url, get, **OAUTH)
    assert bank.given == 2


@both
def test_a_token_is_renewed_before_it_expires(flavour: str) -> None:
    clock = [1000.0]
    bank = Bank(ttl=900)

    def later(seconds: float) -> Any:
        def step(client: Any) -> Any:
            clock[0] += seconds
            return get(client)

        return step

    with Server([bank]) as server:
        steps = [get, later(800), later(90)]
        VOUCHERIFY.calls(flavour, server.url, steps, seams=VOUCHERIFY.seams(clock=lambda: clock[0]), **OAUTH)
    sent = [each.header("Authorization") for each in server.requests if each.target == PATH]
    assert sent == ["Bearer t1", "Bearer t1", "Bearer t2"]


@both
def test_oauth_from_the_environment_and_after_the_two_headers(flavour: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOUCHERIFY_CLIENT_ID", "oauth-id")
    monkeypatch.setenv("VOUCHERIFY_CLIENT_SECRET", "oauth secret")
    with Server([Bank()]) as server:
        VOUCHERIFY.call(flavour, server.url, get, anonymous=True)
        VOUCHERIFY.call(flavour, server.url, get)
    assert [each.target for each in server.requests] == ["/v1/oauth/token", PATH, PATH]
    assert_get(server, VOUCHERIFY, PATH, 1, authorization="Bearer t1", x_app_id=None, x_app_token=None)
    assert_get(server, VOUCHERIFY, PATH, 2)


@both
def test_a_token_that_is_not_given_raises_without_showing_secrets(flavour: str) -> None:
    echo = {"message": "oauth secret is wrong"}
    with Server([answer(401, echo)]) as server, pytest.raises(VOUCHERIFY.package.Unauthorized) as caught:
        VOUCHERIFY.call(flavour, server.url, get, **OAUTH)
    assert "oauth secret" not in f"{caught.value}{caught.value!r}{caught.value.body}"
    assert [each.target for each in server.requests] == ["/v1/oauth/token"]
    with Server([answer(200, {"token": "misplaced"})]) as server, pytest.raises(VOUCHERIFY.package.DecodeError):
        VOUCHERIFY.call(flavour, server.url, get, **OAUTH)


@both
def test_oauth_secrets_are_not_shown(flavour: str) -> None:
    with Server([Bank()]) as server:
        client = VOUCHERIFY.make(flavour, server.url, **OAUTH)
    assert "oauth" not in repr(client)


@both
@pytest.mark.parametrize("cluster", ["api", "us1.api", "as1.api", "download", "us1.download", "as1.download", "own-7"])
def test_clusters(flavour: str, cluster: str) -> None:
    given = {} if cluster == "api" else {"cluster": cluster}
    with elsewhere(flavour, BARE) as (http, seen):
        VOUCHERIFY.call(flavour, None, get, http_client=http, **given)
    assert seen == [f"https://{cluster}.voucherify.io{PATH}"]
    client = VOUCHERIFY.make(flavour, None, **given)
    assert repr(client) == f"{type(client).__name__}('https://{cluster}.voucherify.io')"


@pytest.mark.parametrize("cluster", ["evil.example/", "me@api", "api#", "api?x=", "a\nb", "ü"])
def test_a_cluster_cannot_lead_elsewhere(cluster: str) -> None:
    with pytest.raises(VOUCHERIFY.package.InvalidArgument):
        VOUCHERIFY.make("sync", None, cluster=cluster)


def test_the_base_url_goes_before_the_cluster() -> None:
    client = VOUCHERIFY.make("sync", "https://mine.example/x/", cluster="us1.api")
    assert repr(client) == "VoucherifyClient('https://mine.example/x/')"


def test_ten_lines_of_a_user() -> None:
    client_class, missing = VOUCHERIFY.package.VoucherifyClient, VOUCHERIFY.package.NotFound
    with (
        Server([answer(200, CUSTOMER), answer(404, ERROR)]) as server,
        client_class(**VOUCHERIFY.credentials, base_url=server.url) as client,
    ):
        customer = client.customers.get("crm-1")
        assert customer.summary.orders.total_amount / 100 == 200
        with pytest.raises(missing) as caught:
            client.customers.get("cust_9")
    assert caught.value.body.resource_type == "customer"


def test_ten_lines_of_an_asynchronous_user() -> None:
    client_class = VOUCHERIFY.package.AsyncVoucherifyClient

    async def main(url: str) -> Any:
        async with client_class(**OAUTH, base_url=url) as client:
            await asyncio.gather(*(client.customers.get("cust_1") for _ in range(8)))

    bank = Bank()
    with Server([bank]) as server:
        asyncio.run(main(server.url))
    assert bank.given == 1 and len(server.requests) == 9
