"""Servers: the first is where calls go; the others are choices."""

from __future__ import annotations

from dataclasses import replace

from ..ir import Server
from .findings import Findings, Spot


def compare_servers(old: tuple[Server, ...], new: tuple[Server, ...], spot: Spot, findings: Findings) -> None:
    """Compare two lists of servers, of a document or of an operation."""
    before, after = {each.url: each for each in old}, {each.url: each for each in new}
    gone, came = [url for url in before if url not in after], [url for url in after if url not in before]
    if old and new and old[0].url != new[0].url:
        findings.add("server-changed", _at(spot, "server", old[0], new[0]), old=old[0].url, new=new[0].url)
        gone, came = [url for url in gone if url != old[0].url], [url for url in came if url != new[0].url]
    for url in gone:
        findings.add("server-removed", _at(spot, f"server {url}", before[url], None), old=url)
    for url in came:
        findings.add("server-added", _at(spot, f"server {url}", None, after[url]), new=url)
    for url, server in before.items():
        if url in after:
            _variables(server, after[url], spot, findings)


def _variables(old: Server, new: Server, spot: Spot, findings: Findings) -> None:
    before, after = ({each.wire: each for each in side.variables} for side in (old, new))
    for wire in dict.fromkeys([*before, *after]):
        place = _at(spot, f"server {old.url} {wire}", old, new)
        if wire not in after:
            findings.add("server-variable-removed", place, old=wire)
        elif wire not in before:
            findings.add("server-variable-added", place, new=wire)
        elif before[wire].default != after[wire].default:
            findings.add("server-changed", place, old=before[wire].default, new=after[wire].default)
        elif before[wire].name != after[wire].name:
            findings.add("argument-renamed", place, old=before[wire].name, new=after[wire].name)


def _at(spot: Spot, path: str, old: Server | None, new: Server | None) -> Spot:
    return replace(spot, path=path, old_at=old.at if old else None, new_at=new.at if new else None)
