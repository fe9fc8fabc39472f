"""The examples that the providers' documents print, where the documents are at hand: nothing of them is lost."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from typing import Any

import pytest
import yaml
from runtime.server import Server, answer
from shared import ABSENT, SEEDS

from .flavours import BOTH, VOUCHERIFY

both = pytest.mark.parametrize("flavour", BOTH)


@cache
def responses() -> Any:
    """The responses of Voucherify's page, by status."""
    pages = sorted(SEEDS.glob("002_*.txt"))
    if not pages:
        pytest.skip(ABSENT)
    block = re.search(r"^````yaml[^\n]*\n(.*?)^````$", pages[0].read_text(encoding="utf-8"), re.S | re.M)
    assert block is not None
    return yaml.safe_load(block[1])["paths"]["/v1/customers/{customerId}"]["get"]["responses"]


def example(status: str) -> Any:
    (found,) = responses()[status]["content"]["application/json"]["examples"].values()
    return found["value"]


def instants(data: Any) -> Any:
    """Replace times by the instants they name: .814Z and .814000Z are one."""
    if isinstance(data, dict):
        return {key: instants(value) for key, value in data.items()}
    if isinstance(data, list):
        return [instants(value) for value in data]
    if isinstance(data, str) and re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+Z", data):
        return datetime.fromisoformat(data)
    return data


@both
def test_voucherifys_customer(flavour: str) -> None:
    document = example("200")
    with Server([answer(200, document)]) as server:
        customer = VOUCHERIFY.call(flavour, server.url, VOUCHERIFY.get, strict=True)
    dumped = customer.model_dump(by_alias=True, exclude_unset=True, mode="json")
    assert instants(dumped) == instants(document)
    assert customer.model_extra == {}
    assert customer.loyalty.campaigns["Summer Campaign"].points == 3303
    assert customer.summary.orders.last_order_date == datetime.fromisoformat("2022-07-26T14:59:52.814Z")


@both
def test_voucherifys_404(flavour: str) -> None:
    document = example("404")
    with Server([answer(404, document)]) as server, pytest.raises(VOUCHERIFY.package.NotFound) as caught:
        VOUCHERIFY.call(flavour, server.url, VOUCHERIFY.get)
    assert type(caught.value.body) is VOUCHERIFY.models.ErrorObject
    assert caught.value.body.model_dump(by_alias=True, exclude_unset=True, mode="json") == document
    assert caught.value.body.model_extra == {}
