"""The package with which the tests of leaks make their calls."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from .leaks import make


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    root = tmp_path_factory.mktemp("vault")
    make(root)
    sys.path.insert(0, str(root))
    yield importlib.import_module("vault_client")
    sys.path.remove(str(root))
