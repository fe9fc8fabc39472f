"""Each test starts without credentials or proxies in the environment, and certificates are loaded once for all."""

from __future__ import annotations

import os
import ssl
from collections.abc import Iterator
from functools import cache

import pytest

from .flavours import PROVIDERS


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    proxies = [name for name in os.environ if name.lower().endswith("_proxy")]
    for name in [*proxies, *(env for each in PROVIDERS for env in (*each.env.values(), *each.token_env.values()))]:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True, scope="session")
def one_tls_context() -> Iterator[None]:
    """Every client makes its own TLS context, which takes 50 ms and is of no use on the loopback."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ssl, "create_default_context", cache(ssl.create_default_context))
        yield
