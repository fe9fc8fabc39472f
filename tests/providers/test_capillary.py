"""Capillary: Basic or a token in a header of its own, a host for each cluster, many arguments, names in camel case."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime
from typing import Any

import pytest
from runtime.server import Received, Server, answer, json_of

from .flavours import ALL, BOTH, CAPILLARY, assert_get, elsewhere

both = pytest.mark.parametrize("flavour", BOTH)
everywhere = pytest.mark.parametrize("flavour", ALL)
OAUTH = {"key": "key-id", "secret": "key-secret"}
PATH = "/v2/customers/4711?source=INSTORE"
CUSTOMER: dict[str, Any] = {
    "id": 4711,
    "profiles": [{"firstName": "Ada", "identifiers": [{"type": "mobile", "value": "49"}]}],
    "loyaltyInfo": {"loyaltyType": "loyalty", "lifetimePurchases": 12.5},
    "segments": {"Activity": "Lapsed"},
    "associatedWith": "till-1",
    "extendedFields": {"city": "Köln"},
    "cardDetails": [],
    "warnings": [{"status": True, "code": 812, "message": "soon"}],
    "upgradeStrategies": [
        {
            "upgrade_based_on": "CURRENT_POINTS",
            "upgradeThreshold": 25000,
            "customerUpgradeEntityValues": {
                "currentValue": 9786.5,
                "gapToUpgrade": 15213.5,
                "valueValidUpto": "2025-05-06",
            },
        }
    ],
    "gapToRenewSummary": {
        "tierExpiryDate": "2024-12-31",
        "renewConfirmed": False,
        "renewStrategies": [
            {
                "renewBasedOn": "TRACKER",
                "trackerEntityIdentifiers": [{"trackerName": "DowngradeTracker", "trackerCasePeriodValue": 5}],
                "renewThreshold": 5.0,
                "customerRenewEntityValue": 1,
                "customerGapToRenewValue": 4,
            }
        ],
    },
}


def get(client: Any) -> Any:
    return client.customers.get(4711, source="INSTORE")


class Bank:
    """Gives out tokens c1, c2, ..; answers a customer to those that were not revoked."""

    def __init__(self) -> None:
        self.given = 0
        self.revoked: set[str] = set()

    def __call__(self, request: Received) -> bytes:
        if request.target == "/v3/oauth/token/generate":
            self.given += 1
            return answer(200, {"data": {"accessToken": f"c{self.given}", "ttlSeconds": 3600}, "errors": None})
        revoked = request.header("X-CAP-API-OAUTH-TOKEN") in self.revoked
        return answer(401) if revoked else answer(200, CUSTOMER)


@everywhere
def test_a_customer(flavour: str) -> None:
    with Server([answer(200, CUSTOMER)]) as server:
        customer = CAPILLARY.call(flavour, server.url, get, strict=True)
    assert_get(server, CAPILLARY, PATH)
    models = CAPILLARY.models
    assert type(customer) is models.Customer and customer.id == 4711
    assert customer.profiles[0]["firstName"] == "Ada" and customer.extended_fields == {"city": "Köln"}
    assert customer.loyalty_info == {"loyaltyType": "loyalty", "lifetimePurchases": 12.5}
    assert customer.segments == {"Activity": "Lapsed"} and customer.associated_with == "till-1"
    (warning,), (strategy,) = customer.warnings, customer.upgrade_strategies
    assert (warning.status, warning.code, warning.message) == (True, 812, "soon")
    assert (strategy.upgrade_based_on, strategy.upgrade_threshold) == ("CURRENT_POINTS", 25000.0)
    values = strategy.customer_upgrade_entity_values
    assert type(values) is models.UpgradeEntityValues and values.gap_to_upgrade == 15213.5
    assert type(values.value_valid_upto) is date and values.value_valid_upto == date(2025, 5, 6)
    renewal = customer.gap_to_renew_summary
    assert renewal.tier_expiry_date == date(2024, 12, 31) and renewal.renew_confirmed is False
    assert renewal.renew_strategies[0].tracker_entity_identifiers[0].tracker_name == "DowngradeTracker"
    assert renewal.renew_strategies[0].customer_gap_to_renew_value == 4
    assert customer.model_dump(mode="json", by_alias=True, exclude_unset=True) == CUSTOMER
    assert customer.model_dump(mode="json", exclude_unset=True) == CUSTOMER, "aliases are the default"


@both
def test_every_argument_on_the_wire(flavour: str) -> None:
    def step(client: Any) -> Any:
        return client.customers.get(
            4711,
            source="WECHAT",
            account_id="a b",
            embed=["points", "mlp", "customerImage"],
            included_all_user_group2=True,
            user_group2_id=7,
            included_user_group2_loyalty_details=False,
            included_fraud_details=True,
            included_only_current_profile=False,
            ug2_joined_start_date=datetime(2026, 1, 1, tzinfo=UTC),
            ug2_joined_end_date=datetime(2026, 1, 31, 10, 20, 30, tzinfo=UTC),
            ug2_offset=0,
            ug2_limit=10,
            ug2_sort_by="JoinedDate",
            ug2_sort_order="ASC",
            ug2_pagination_details=True,
            gap_to_upgrade=0,
            gap_to_renew=30,
            x_cap_api_attribution_entity_type="TILL",
            x_cap_api_attribution_entity_code="till-2",
        )

    with Server([answer(200, CUSTOMER)]) as server:
        CAPILLARY.call(flavour, server.url, step)
    assert_get(
        server,
        CAPILLARY,
        "/v2/customers/4711?source=WECHAT&accountId=a%20b&embed=points,mlp,customerImage&includedAllUserGroup2=true"
        "&userGroup2Id=7&includedUserGroup2LoyaltyDetails=false&includedFraudDetails=true"
        "&includedOnlyCurrentProfile=false&ug2JoinedStartDate=2026-01-01T00%3A00%3A00Z"
        "&ug2JoinedEndDate=2026-01-31T10%3A20%3A30Z&ug2Offset=0&ug2Limit=10&ug2SortBy=JoinedDate&ug2SortOrder=ASC"
        "&ug2PaginationDetails=true&gapToUpgrade=0&gapToRenew=30",
        x_cap_api_attribution_entity_type="TILL",
        x_cap_api_attribution_entity_code="till-2",
    )


@both
def test_absent_null_and_unknown(flavour: str) -> None:
    document = {"id": 4711, "loyaltyInfo": None, "newField": {"a": 1}, "ug2Pagination": {"total": 3}}
    with Server([answer(200, document)]) as server:
        customer = CAPILLARY.call(flavour, server.url, get, strict=True)
    assert customer.loyalty_info is None and "loyalty_info" in customer.model_fields_set
    assert customer.gap_to_renew_summary is None and "gap_to_renew_summary" not in customer.model_fields_set
    assert customer.newField == {"a": 1} and customer.ug2_pagination == {"total": 3}
    assert customer.model_dump(mode="json", exclude_unset=True) == document


@both
def test_wrong_values_are_kept(flavour: str) -> None:
    seen: list[str] = []
    document = {"id": "x4711", "gapToRenewSummary": {"tierExpiryDate": "31/12/2024", "renewConfirmed": True}}
    with Server([answer(200, document)]) as server:
        options = {"on_mismatch": lambda each, operation: seen.append(each.path)}
        customer = CAPILLARY.call(flavour, server.url, get, **options)
    assert customer.id == "x4711" and customer.gap_to_renew_summary.tier_expiry_date == "31/12/2024"
    assert sorted(seen) == ["$.gapToRenewSummary.tierExpiryDate", "$.id"]
    assert customer.model_dump(mode="json", exclude_unset=True) == document


@both
def test_an_erased_customer_is_a_message(flavour: str) -> None:
    with Server([answer(200, {"message": "erased"})]) as server:
        customer = CAPILLARY.call(flavour, server.url, get, strict=True)
    assert customer.message == "erased" and customer.id is None


@everywhere
def test_an_empty_400(flavour: str) -> None:
    with (
        Server([answer(400, None, {"X-Request-Id": "r4"})]) as server,
        pytest.raises(CAPILLARY.package.BadRequest) as caught,
    ):
        CAPILLARY.call(flavour, server.url, get)
    assert (caught.value.status, caught.value.body, caught.value.request_id) == (400, None, "r4")
    assert str(caught.value) == "GET /v2/customers/{customerId}: 400 Bad Request (request r4)"


@both
@pytest.mark.parametrize(
    ("status", "name"),
    [(400, "BadRequest"), (404, "NotFound"), (429, "TooManyRequests"), (500, "ServerError")],
)
def test_errors_are_typed(flavour: str, status: int, name: str) -> None:
    package = CAPILLARY.package
    with (
        Server([answer(status, {"message": "no such customer", "code": 8016})]) as server,
        pytest.raises(getattr(package, name)) as caught,
    ):
        CAPILLARY.call(flavour, server.url, get, retry=package.Retry(retries=0))
    assert type(caught.value.body) is CAPILLARY.models.ErrorMessage
    assert caught.value.body.message == "no such customer" and caught.value.body.model_extra == {"code": 8016}


@both
def test_basic_needs_both_and_takes_them_from_anywhere(flavour: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Server([answer(200, {})]) as server, pytest.raises(CAPILLARY.package.MissingCredentials) as caught:
        CAPILLARY.call(flavour, server.url, get, username="till-1")
    assert "password= or the environment variable CAPILLARY_PASSWORD" in str(caught.value)
    monkeypatch.setenv("CAPILLARY_PASSWORD", CAPILLARY.credentials["password"])
    with Server([answer(200, {})]) as server:
        CAPILLARY.call(flavour, server.url, get, username="till-1")
    assert_get(server, CAPILLARY, PATH)


@everywhere
def test_a_token_is_fetched_once_and_used_again(flavour: str) -> None:
    with Server([Bank()]) as server:
        CAPILLARY.calls(flavour, server.url, [get, get], **OAUTH)
    fetch = server.requests[0]
    assert [each.target for each in server.requests] == ["/v3/oauth/token/generate", PATH, PATH]
    assert fetch.method == "POST" and fetch.header("Content-Type") == "application/json"
    assert json_of(fetch) == {"key": "key-id", "secret": "key-secret"}
    assert fetch.header("Authorization") is None and fetch.header("X-CAP-API-OAUTH-TOKEN") is None
    for at in (1, 2):
        assert_get(server, CAPILLARY, PATH, at, authorization=None, x_cap_api_oauth_token="c1")


@both
def test_a_refused_token_is_fetched_anew_once(flavour: str) -> None:
    bank = Bank()
    bank.revoked = {"c1"}
    with Server([bank]) as server:
        CAPILLARY.call(flavour, server.url, get, **OAUTH)
    sent = [each.header("X-CAP-API-OAUTH-TOKEN") for each in server.requests]
    assert sent == [None, "c1", None, "c2"]
    bank = Bank()
    bank.revoked = {"c1", "c2"}
    with Server([bank]) as server, pytest.raises(CAPILLARY.package.Unauthorized) as caught:
        CAPILLARY.call(flavour, server.url, get, **OAUTH)
    assert bank.given == 2 and caught.value.body is None


@both
def test_oauth_from_the_environment_and_after_basic(flavour: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAPILLARY_KEY", "key-id")
    monkeypatch.setenv("CAPILLARY_SECRET", "key-secret")
    with Server([Bank()]) as server:
        CAPILLARY.call(flavour, server.url, get, anonymous=True)
        CAPILLARY.call(flavour, server.url, get)
    assert [each.target for each in server.requests] == ["/v3/oauth/token/generate", PATH, PATH]
    assert_get(server, CAPILLARY, PATH, 1, authorization=None, x_cap_api_oauth_token="c1")
    assert_get(server, CAPILLARY, PATH, 2)


@both
def test_secrets_of_the_token_call_are_not_shown(flavour: str) -> None:
    with Server([answer(400, {"message": "key-secret of key-id is wrong"})]) as server:
        with pytest.raises(CAPILLARY.package.BadRequest) as caught:
            CAPILLARY.call(flavour, server.url, get, **OAUTH)
        client = CAPILLARY.make(flavour, server.url, **OAUTH)
    assert "key-secret" not in f"{caught.value} {caught.value!r} {caught.value.body} {client!r}"


@both
def test_hosts(flavour: str) -> None:
    choices: list[dict[str, str]] = [{}, {"host": "apac.api.capillarytech.com"}, {"host": "localhost:8443"}]
    with elsewhere(flavour, CUSTOMER) as (http, seen):
        for given in choices:
            CAPILLARY.call(flavour, None, get, http_client=http, **given)
    hosts = ("eu.api.capillarytech.com", "apac.api.capillarytech.com", "localhost:8443")
    assert seen == [f"https://{host}{PATH}" for host in hosts]
    client = CAPILLARY.make(flavour, None, host="us.api.capillarytech.com")
    assert repr(client) == f"{type(client).__name__}('https://us.api.capillarytech.com')"


@pytest.mark.parametrize("host", ["evil.example/x", "me@api", "api?x", "a b"])
def test_a_host_cannot_hold_more_than_a_host(host: str) -> None:
    with pytest.raises(CAPILLARY.package.InvalidArgument):
        CAPILLARY.make("sync", None, host=host)


def test_ten_lines_of_a_user() -> None:
    client_class, wrong = CAPILLARY.package.CapillaryClient, CAPILLARY.package.BadRequest
    with (
        Server([answer(200, CUSTOMER), answer(400)]) as server,
        client_class(**CAPILLARY.credentials, base_url=server.url) as client,
    ):
        customer = client.customers.get(4711, source="INSTORE", embed=["mlp"], gap_to_renew=30)
        assert customer.gap_to_renew_summary.tier_expiry_date.year == 2024
        with pytest.raises(wrong):
            client.customers.get(4712, source="LINE", account_id="7")
    assert server.requests[0].target == f"{PATH}&embed=mlp&gapToRenew=30"


def test_ten_lines_of_an_asynchronous_user() -> None:
    client_class = CAPILLARY.package.AsyncCapillaryClient

    async def main(url: str) -> list[Any]:
        async with client_class(**OAUTH, base_url=url) as client:
            return await asyncio.gather(*(client.customers.get(n, source="ALL") for n in range(1, 5)))

    bank = Bank()
    with Server([bank]) as server:
        assert [each.id for each in asyncio.run(main(server.url))] == [4711] * 4
    assert bank.given == 1
