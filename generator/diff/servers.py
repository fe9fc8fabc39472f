"""Servers: the first is where calls go; the others are choices."""

from __future__ import annotations

from ..ir import Api, Server, ServerVariable
from ..python.clients import is_absolute, variables
from .findings import Findings, Place


def compare_servers(old: tuple[Server, ...], new: tuple[Server, ...], place: Place, findings: Findings) -> None:
    """Compare two lists of servers, of a document or of an operation."""
    before, after = {each.url: each for each in old}, {each.url: each for each in new}
    gone, came = [url for url in before if url not in after], [url for url in after if url not in before]
    if old and new and old[0].url != new[0].url:
        findings.add("server-changed", place.of("server", old[0], new[0]), old=old[0].url, new=new[0].url)
        gone, came = [url for url in gone if url != old[0].url], [url for url in came if url != new[0].url]
    for url in gone:
        findings.add("server-removed", place.of(f"server {url}", before[url], None), old=url)
    for url in came:
        findings.add("server-added", place.of(f"server {url}", None, after[url]), new=url)
    for url, server in before.items():
        if url in after:
            _defaults(server, after[url], place, findings)


def compare_arguments(old: Api, new: Api, findings: Findings) -> None:
    """Compare what servers make of a client's arguments: their variables, and base_url."""
    before, after = _variables(old), _variables(new)
    servers = old.servers[0] if old.servers else None, new.servers[0] if new.servers else None
    for key in dict.fromkeys([*before, *after]):
        was, now = before.get(key), after.get(key)
        python = f"{old.client_name}({(was or after[key]).name}=)"
        place = Place("", "", python, None, None, ("api",)).of(python, *servers)
        if now is None:
            findings.add("server-variable-removed", place, before=f"{python[:-1]}...)", after=f"{new.client_name}()")
        elif was is None:
            findings.add("server-variable-added", place)
        elif was.name != now.name:
            findings.add("argument-renamed", place, old=was.name, new=now.name)
    if is_absolute(old) and not is_absolute(new):
        place = Place("", "", f"{old.client_name}(base_url=)", None, None, ("api",)).of("server", *servers)
        after_call = f'{new.client_name}(base_url="https://...")'
        findings.add("base-url-required", place, before=f"{old.client_name}()", after=after_call)


def _variables(api: Api) -> dict[tuple[str, int], ServerVariable]:
    """Return the variables by wire name and number, as two servers may have different ones of a name."""
    found: dict[tuple[str, int], ServerVariable] = {}
    for each in variables(api):
        number = sum(1 for wire, _ in found if wire == each.wire)
        found[each.wire, number] = each
    return found


def _defaults(old: Server, new: Server, place: Place, findings: Findings) -> None:
    after = {each.wire: each for each in new.variables}
    for was in old.variables:
        now = after.get(was.wire)
        if now is not None and was.default != now.default:
            inner = place.of(f"server {old.url} {was.wire}", old, new)
            findings.add("server-changed", inner, old=was.default, new=now.default)
