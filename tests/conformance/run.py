"""Plays all scenarios of a version of OpenAPI with a flavour of the client."""

from __future__ import annotations

import asyncio
import warnings
from dataclasses import dataclass
from pathlib import Path

import httpx

from .beyond import reason
from .mocks import read_mocks
from .packages import Packages
from .play import Play
from .scenarios import function_of
from .server import MockServer
from .tools import FOLDER

VERSIONS = ("3.0", "3.1", "3.2")


@dataclass(frozen=True)
class Result:
    """wrong: what a call raised or the server said, "" where a scenario passed. beyond: why it cannot pass, or ""."""

    name: str
    wrong: str
    beyond: str


def packages(version: str, out: Path) -> Packages:
    """Return the packages of the documents of a version; they are written to a folder."""
    return Packages(FOLDER / "openapi" / version, out)


def run(version: str, flavour: str, made: Packages, only: str = "") -> list[Result]:
    """Play the scenarios whose names begin with `only`, against a server of their own."""
    with MockServer() as server, asyncio.Runner() as runner, warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        http = httpx.Client() if flavour == "sync" else httpx.AsyncClient()
        scenarios = [each for each in read_mocks(FOLDER / "mocks.json", server.url) if each.name.startswith(only)]
        said: dict[str, str] = {}
        for each in scenarios:
            try:
                function_of(each.name)(Play(each, made, version, flavour, server.url, http, runner))
            except Exception as error:
                said[each.name] = f"{type(error).__name__}: {error}"[:500]
        verdicts = server.verdicts()
        http.close() if isinstance(http, httpx.Client) else runner.run(http.aclose())
    for each in scenarios:
        if (verdict := verdicts[each.name]) != "pass":
            said.setdefault(each.name, f"the server says {verdict}")
    return [Result(each.name, said.get(each.name, ""), reason(each.name, version)) for each in scenarios]


def faults(results: list[Result]) -> dict[str, str]:
    """Return what is wrong: scenarios that fail, and those that pass though they are said to be unable to."""
    return {
        each.name: each.wrong or f"it passes, though: {each.beyond}"
        for each in results
        if bool(each.wrong) != bool(each.beyond)
    }
