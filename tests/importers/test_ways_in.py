"""Each way in, from saved pages to a call: import, a strict build, a generated package, a server on the loopback."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from runtime.server import Server, answer

from .run import pages_of, run

CASES = Path(__file__).parent / "cases"


@contextmanager
def package(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    made: str = "imported.yaml",
) -> Iterator[Any]:
    """Import the pages of a folder, build what is made of them strictly, generate the package, and import that."""
    shutil.copytree(folder, tmp_path / "pages", ignore=shutil.ignore_patterns("expected.yaml", "stderr.txt"))
    monkeypatch.chdir(tmp_path)
    assert run(monkeypatch, capsys, "import", "acme", *pages_of(folder))[0] == 0
    code, text = run(monkeypatch, capsys, "build", f"specs/acme/{made}", "--output", "built", "--strict")
    assert code == 0, text
    if made == "draft.yaml":
        Path("specs/acme/draft.yaml").rename("specs/acme/openapi.yaml")
    code, text = run(monkeypatch, capsys, "generate", "acme")
    assert code == 0, text
    monkeypatch.syspath_prepend(str(tmp_path / "generated/acme"))
    try:
        import acme_client  # type: ignore[import-not-found]

        yield acme_client
    finally:
        for name in [name for name in sys.modules if name.partition(".")[0] == "acme_client"]:
            del sys.modules[name]


def test_postman(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    boats = {"boats": [{"id": 17, "name": "Ada", "built": "1999-05-01", "owner": None}], "next": None}
    with (
        package(CASES / "postman", tmp_path, monkeypatch, capsys) as acme,
        Server([answer(200, boats), answer(200, {"any": 1}), answer(204), answer(200, {})]) as server,
        acme.AcmeClient(base_url=server.url, token="t", api_key="k", username="u", password="p") as client,
    ):
        found = client.boats.list(limit=10, tag=["a", "b"])
        assert (found.boats[0].id, found.boats[0].built.year, found.boats[0].owner) == (17, 1999, None)
        assert client.boats.get(17) == {"any": 1}
        assert client.boats.rename(17, body={"name": "Bo", "berth": [1]}) is None
        client.boats.create_picture(17, body={"picture": b"x", "title": "Ada"})
        seen = server.requests
        assert seen[0].target == "/boats?limit=10&tag=a&tag=b&api_key=k"
        assert seen[0].header("Authorization") == "Bearer t"
        assert (seen[1].method, seen[1].target) == ("GET", "/boats/17")
        assert json.loads(seen[2].body) == {"name": "Bo", "berth": [1]}
        assert (seen[3].header("Authorization") or "").startswith("Basic ")


def test_har(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    page = {"data": [{"id": 1, "email": None, "vip": True, "score": 0.5}], "next": None}
    with (
        package(CASES / "har", tmp_path, monkeypatch, capsys) as acme,
        Server(
            [answer(200, page), answer(200, {"id": 7, "lines": [], "stock": {"a": 1}}), answer(201, {"id": 3})]
        ) as server,
        acme.AcmeClient(base_url=server.url, token="t", api_key="k") as client,
    ):
        (customer,) = client.customers.list(limit=5)
        assert (customer.id, customer.email, customer.score) == (1, None, 0.5)
        order = client.customers.get_order(42, 7)
        assert (order.id, order.stock) == (7, {"a": 1})
        assert client.customers.create(body={"email": "a@shop.example"}).id == 3
        seen = server.requests
        assert [each.target for each in seen] == ["/customers?limit=5", "/customers/42/orders/7", "/customers"]
        assert seen[0].header("Authorization") == "Bearer t"
        assert seen[2].header("Idempotency-Key")


def test_postman_2_0(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    made = {"id": "0b0e7a5e-1111-4222-8333-444455556666"}
    with (
        package(CASES / "postman-2.0", tmp_path, monkeypatch, capsys) as acme,
        Server([answer(201, made)]) as server,
        acme.AcmeClient(base_url=server.url, kiosk="k") as client,
    ):
        assert str(client.orders.paper(body={"magazine": 7}, x_till=4).id) == made["id"]
        assert json.loads(server.requests[0].body) == {"magazine": 7}
        assert (server.requests[0].header("X-Kiosk"), server.requests[0].header("X-Till")) == ("k", "4")


def test_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    found = {"id": 7, "weight": 2.5, "owner": {"name": "Ann", "since": "2024-01-31"}}
    with (
        package(CASES.parent / "drafts/rows", tmp_path, monkeypatch, capsys, made="draft.yaml") as acme,
        Server([answer(200, found)]) as server,
        acme.AcmeClient(base_url=server.url) as client,
    ):
        crate = client.crates.get("a", shelf="LOW", days=3)
        assert (crate.id, crate.weight, crate.owner.since.year) == (7, 2.5, 2024)
        assert server.requests[0].target == "/v1/crates/a?shelf=LOW&days=3"
