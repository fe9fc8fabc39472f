"""Paths of requests: which segments become parameters, what these are called, and what stays as it is."""

from __future__ import annotations

import pytest

from generator.pages.importers.templates import Call, routes


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("customers/42/orders/7", "/customers/{customer_id}/orders/{order_id}"),
        ("customers/0b0e7a5e-1111-4222-8333-444455556666", "/customers/{customer_id}"),
        ("files/6512bd43d9caa6e02c990b0a", "/files/{file_id}"),
        ("charges/ch_9s6XKzkNRiz8i3", "/charges/{charge_id}"),
        ("people/ann@acme.example", "/people/{people_id}"),
        ("reports/2024-01-31", "/reports/{report_id}"),
        ("reports/2024-01-31.csv", "/reports/{report_id}.csv"),
        ("grid/3/4", "/grid/{grid_id}/{grid_id_2}"),
        ("42", "/{id}"),
        ("v2/oauth2/token", "/v2/oauth2/token"),
        ("rest/api/2/issue/7", "/rest/api/2/issue/{issue_id}"),
        ("users/me", "/users/me"),
        ("top-10-of-2024", "/top-10-of-2024"),
        ("words/with space", "/words/{word_id}"),
        ("a%b", "/a%25b"),
        ("", "/"),
    ],
)
def test_one_path(path: str, wanted: str) -> None:
    assert routes([Call("get", tuple(path.split("/")))])[0].path == wanted


def called(*paths: str) -> list[str]:
    return [each.path for each in routes([Call("get", tuple(path.split("/")), {"name": 1}) for path in paths])]


def test_words_that_are_answered_alike_are_values() -> None:
    assert called("brands/acme", "brands/bolt", "brands/cord") == ["/brands/{brand_id}"] * 3
    assert called("brands/acme/cars", "brands/bolt/cars", "brands/cord/cars") == ["/brands/{brand_id}/cars"] * 3


def test_values_around_do_not_keep_words_apart() -> None:
    assert called("cars/1/tags/a", "cars/2/tags/b", "cars/3/tags/c") == ["/cars/{car_id}/tags/{tag_id}"] * 3


def test_another_call_with_such_a_word_has_the_parameter_as_well() -> None:
    calls = [Call("get", ("brands", each), {"name": 1}) for each in ("acme", "bolt", "cord")]
    calls.append(Call("delete", ("brands", "bolt")))
    assert [(each.path, each.is_guess) for each in routes(calls)] == [("/brands/{brand_id}", True)] * 4


def test_two_words_are_too_few() -> None:
    assert called("brands/acme", "brands/bolt") == ["/brands/acme", "/brands/bolt"]


def test_what_stands_at_the_root_or_below_a_version_names_things() -> None:
    assert called("cars", "ships", "bikes") == ["/cars", "/ships", "/bikes"]
    assert called("v1/cars", "v1/ships", "v1/bikes") == ["/v1/cars", "/v1/ships", "/v1/bikes"]


def test_words_that_are_answered_otherwise_stay() -> None:
    calls = [Call("get", ("shop", each), {each: 1}) for each in ("cars", "ships", "bikes")]
    assert [each.path for each in routes(calls)] == ["/shop/cars", "/shop/ships", "/shop/bikes"]
