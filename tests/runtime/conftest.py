"""What the tests of the runtime get: a package made by the generator, and one line that calls it in each flavour."""

from __future__ import annotations

import importlib
import socket
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.pipeline import document_source, generate
from generator.report import Report

from .caller import FLAVOURS, Caller
from .leaks import make
from .library import LIBRARY, http

DOCUMENT = Path(__file__).parent / "probe.yaml"


@pytest.fixture(scope="session")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Make the package of probe.yaml and return it as a user imports it. `api.http` is its HTTP library."""
    root = tmp_path_factory.mktemp("probe")
    source = document_source(DOCUMENT, client="ProbeClient")
    made = generate(replace(source, provider=replace(source.provider, http_library=LIBRARY)), Report())
    for name, text in made.files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    sys.path.insert(0, str(root))
    package: Any = importlib.import_module("probe_client")
    package.models = importlib.import_module("probe_client.models")
    package.http = http
    yield package
    sys.path.remove(str(root))


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Make the package with which the tests of leaks make their calls."""
    root = tmp_path_factory.mktemp("vault")
    make(root)
    sys.path.insert(0, str(root))
    yield importlib.import_module("vault_client")
    sys.path.remove(str(root))


@pytest.fixture(params=FLAVOURS)
def flavour(request: pytest.FixtureRequest) -> str:
    """Run a test with each flavour of client."""
    return str(request.param)


@pytest.fixture(params=FLAVOURS[1:])
def backend(request: pytest.FixtureRequest) -> str:
    """Run a test with each flavour of the asynchronous client."""
    return str(request.param)


@pytest.fixture
def caller(api: Any, flavour: str) -> Caller:
    """Call the package, in each flavour."""
    return Caller(api, flavour)


@pytest.fixture
def sync(api: Any) -> Caller:
    """Call the package without await, for what has nothing to do with it."""
    return Caller(api, "sync")


@pytest.fixture
def dead() -> str:
    """Return a URL at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return f"http://127.0.0.1:{taken.getsockname()[1]}"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "promise(*numbers): what of docs/reliability.md a test proves")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how late calls were given up, which no test measures closely."""
    from .test_deadlines import excess

    if excess:
        middle, most = sorted(excess)[len(excess) // 2] * 1000, max(excess) * 1000
        terminalreporter.write_line(
            f"{len(excess)} calls went on after their deadline: {middle:.0f} ms in the middle, {most:.0f} ms at most"
        )
