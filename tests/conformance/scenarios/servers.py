"""Servers and versions: a user says where the API is and which version of it is meant, as its document asks for."""

from __future__ import annotations

import re
from dataclasses import replace

from ..packages import Package
from ..play import Options, Play
from .registry import plays


def _options(play: Play, package: Package, version: str) -> Options:
    """Return the arguments of a client that fill the variables of a server's URL; the address alone without any."""
    wanted = {each.name for server in package.api.servers for each in server.variables}
    if "endpoint" not in wanted:
        return {}
    given = {"endpoint": play.url, "api_version": version, "version": version}
    return {"base_url": None} | {name: value for name, value in given.items() if name in wanted}


@plays("Server_Path_Multiple_noOperationParams")
def _without(play: Play) -> None:
    play.call("GET", "/", _options(play, play.package, "v1.0"))


@plays("Server_Path_Multiple_withOperationPathParam")
def _with(play: Play) -> None:
    play.call("GET", "/{keyword}", _options(play, play.package, "v1.0"), keyword="test")


@plays("Server_*")
def _server(play: Play) -> None:
    play.exchange(play.first, options=_options(play, play.package, "v1.0"))


@plays("Versioning_*")
def _version(play: Play) -> None:
    found = re.fullmatch(r".*api-version\\?:(\w+)(/.*)", play.first.uri)
    assert found is not None
    package = play.packages.of(play.scenario.folder, found[1])
    play.exchange(replace(play.first, uri=found[2]), package, _options(play, package, found[1]))
