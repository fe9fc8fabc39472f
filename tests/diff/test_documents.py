"""Real documents: the same one gives nothing, in another order nothing either; two versions of one read right.

Needs the folder of documents that SHARED names. A fixed few run always; CORPUS=all (`make corpus`) takes them all.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from pathlib import Path

import pytest
from shared import ABSENT, CORPUS

from generator.diff import compare
from generator.diff.changes import Changes
from generator.ir import Api
from generator.openapi.read.load import load
from generator.report import Report

from .battery import api
from .rewrites import in_31, rewritten
from .test_refactors import shuffled

QUICK = (
    "swagger-petstore__v3",
    "up-bank__main",
    "bigcommerce__customers-v3",
    "hubspot__crm-associations",
    "ably__control",
    "bigcommerce__catalog-products-v3",
)
FOUND = sorted(path for path in CORPUS.glob("*") if path.suffix in (".json", ".yaml"))
CHOSEN = FOUND if os.environ.get("CORPUS") == "all" else [path for path in FOUND if path.stem in QUICK]

ORDER_MATTERS = {
    "osf__main": "operationIds stand twice: the first keeps its name; examples differ in their order",
    "shutterstock__main": "operationIds stand twice: the first keeps its name",
}
"""Document -> why its order means something to its methods."""

pytestmark = pytest.mark.skipif(not FOUND, reason=ABSENT)


def read(path: Path, seed: int = 0) -> Api:
    """Return the Api of a document, in another order when there is a seed."""
    data = load(path, Report()).data
    return api(shuffled(data, random.Random(seed)) if seed else data, folder=path.parent)


@pytest.mark.parametrize("path", CHOSEN, ids=lambda path: path.stem)
def test_same_document(path: Path) -> None:
    one = read(path)
    assert compare(one, one) == Changes((), ())
    ids = [each.id for each in compare(one, read(path, seed=1)).findings]
    assert bool(ids) == (path.stem in ORDER_MATTERS), ids[:10]


@pytest.mark.parametrize("path", CHOSEN, ids=lambda path: path.stem)
def test_other_words_for_the_same(path: Path) -> None:
    data = load(path, Report()).data
    other = rewritten(data)
    if other == data:
        pytest.skip("the document has no such words")
    one, two = (api(each, folder=path.parent) for each in (data, other))
    found = [each.id for pair in ((one, two), (two, one)) for each in compare(*pair).findings]
    assert found == []


@pytest.mark.parametrize("path", CHOSEN, ids=lambda path: path.stem)
def test_the_words_of_another_version(path: Path) -> None:
    data = load(path, Report()).data
    if not str(data.get("openapi")).startswith("3.0"):
        pytest.skip("the document is none of OpenAPI 3.0")
    one, two = (api(each, folder=path.parent) for each in (data, in_31(data)))
    assert [each.id for pair in ((one, two), (two, one)) for each in compare(*pair).findings] == []


def test_two_documents_of_one_api() -> None:
    """Voucherify's page about customers, against its whole API as it was published: what a reviewer finds by hand."""
    old, new = (read(CORPUS / f"voucherify__{name}.json") for name in ("customers", "production"))
    found = compare(old, new)
    rules = Counter(each.rule for each in found.findings)
    assert rules["operation-removed"] == 1 and rules["security-added"] == 12 and rules["operation-added"] == 229
    assert rules["schema-removed"] == 2 and rules["type-changed"] == 0 and rules["property-removed"] == 0
    by_id = {each.id: each for each in found.findings}
    gone = by_id["operation-removed: GET /v1/customers/{customerId}/activities"]
    assert gone.python == ("client.customers.list_activities()",) and "it was deprecated" in gone.message
    maybe = by_id["became-optional: CustomerRedeemablesList/object"]
    assert maybe.operations == ("GET /v1/customers/{customerId}/redeemables",)
    assert maybe.python == ("CustomerRedeemablesList.object", "client.customers.list_redeemables()")
    new_only = {each.operation for each in found.findings if each.rule == "operation-added"}
    assert not new_only & {f"{each.method} {each.path}" for resource in old.resources for each in resource.operations}
