"""Operations: matched by operationId, then by method and path; each pair compared part by part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..ir import Api, Operation, Resource, Returns
from ..python.annotations import annotation
from ..python.operations import result_type
from ..report import Location
from .bodies import compare_bodies
from .findings import Findings, Spot
from .paging import compare_paging
from .params import compare_params, template
from .schemas import Schemas
from .security import compare_requirements
from .servers import compare_servers


@dataclass(frozen=True, slots=True)
class Call:
    """An operation and the resource that holds its method."""

    operation: Operation
    resource: Resource

    @property
    def key(self) -> str:
        return f"{self.operation.method} {self.operation.path}"

    @property
    def at(self) -> Location:
        return self.operation.at

    @property
    def python(self) -> str:
        return f"client.{self.resource.name}.{self.operation.name}"


def calls(api: Api) -> list[Call]:
    """Return the operations of an Api, in its order."""
    return [Call(operation, resource) for resource in api.resources for operation in resource.operations]


def compare_operations(old: Api, new: Api, walk: Schemas) -> dict[str, str]:
    """Compare all operations; returns operation -> the call as it was (as it is, for a new one)."""
    findings = walk.findings
    before, after = calls(old), calls(new)
    pairs = _matched(before, after)
    matched = {pairs[index].key for index in pairs}
    resources = _resources(before, pairs, new)
    _compare_resources(before, pairs, resources, findings)
    methods: dict[str, str] = {}
    for index, call in enumerate(before):
        methods[call.key] = f"{call.python}()"
        other = pairs.get(index)
        spot = _spot(call, call, other)
        if other is None:
            softer = "it was deprecated" if call.operation.deprecated else ""
            findings.add("operation-removed", spot, old=softer or None, before=f"{call.python}(...)")
        else:
            _compare(call, other, spot, walk, resources)
    for call in after:
        if call.key not in matched:
            methods.setdefault(call.key, f"{call.python}()")
            findings.add("operation-added", _spot(call, None, call), new=call.python)
    return methods


def _compare_resources(
    before: list[Call], pairs: Mapping[int, Call], resources: Mapping[str, str], findings: Findings
) -> None:
    """Report each resource that has another name as one finding, whatever number of methods it has."""
    for name, renamed in resources.items():
        members = [call for index, call in enumerate(before) if call.resource.name == name and index in pairs]
        first = members[0].operation
        for call in members:
            findings.add(
                "resource-renamed",
                Spot("", f"client.{name}", f"client.{name}", first.at, None, ("operation", call.key)),
                old=f"client.{name}",
                new=f"client.{renamed}",
                before=f"client.{name}.{first.name}(...)",
                after=f"client.{renamed}.{first.name}(...)",
            )


def _matched(before: list[Call], after: list[Call]) -> dict[int, Call]:
    """Return index of the old operation -> the new one."""
    pairs: dict[int, Call] = {}
    left = list(after)
    for same in (_same_id_and_path, _same_id, _same_path, _same_template):
        known: dict[str, list[Call]] = {}
        for call in left:
            if key := same(call.operation):
                known.setdefault(key, []).append(call)
        for index, call in enumerate(before):
            found = known.get(same(call.operation), []) if index not in pairs else []
            if len(found) == 1:
                pairs[index] = found.pop()
        taken = {id(call) for call in pairs.values()}
        left = [call for call in left if id(call) not in taken]
    return pairs


def _same_id_and_path(operation: Operation) -> str:
    return f"{operation.id} {operation.method} {operation.path}" if operation.id else ""


def _same_id(operation: Operation) -> str:
    return operation.id


def _same_path(operation: Operation) -> str:
    return f"{operation.method} {operation.path}"


def _same_template(operation: Operation) -> str:
    return f"{operation.method} {template(operation.path)}"


def _resources(before: list[Call], pairs: Mapping[int, Call], new: Api) -> dict[str, str]:
    """Return the resources that are gone under their name, while their methods stand together under another one."""
    names = {resource.name for resource in new.resources}
    targets: dict[str, set[str]] = {}
    renamed: set[str] = set()
    for index, call in enumerate(before):
        if index in pairs and call.resource.name not in names:
            targets.setdefault(call.resource.name, set()).add(pairs[index].resource.name)
            if pairs[index].operation.name != call.operation.name:
                renamed.add(call.resource.name)
    return {name: next(iter(found)) for name, found in targets.items() if len(found) == 1 and name not in renamed}


def _spot(subject: Call, old: Call | None, new: Call | None) -> Spot:
    whole = Spot(subject.key, "", f"{subject.python}()", None, None, ("operation", subject.key))
    return whole.of("", old, new)


def _compare(old: Call, new: Call, spot: Spot, walk: Schemas, resources: Mapping[str, str]) -> None:
    was, now, findings = old.operation, new.operation, walk.findings
    _names(old, new, spot, findings, resources)
    if was.method != now.method:
        findings.add("verb-changed", spot, old=was.method, new=now.method)
    if template(was.path) != template(now.path):
        findings.add("path-changed", spot, old=was.path, new=now.path)
    if was.deprecated != now.deprecated:
        findings.add("operation-deprecated" if now.deprecated else "operation-kept", spot)
    if was.sunset != now.sunset:
        nearer = now.sunset and (not was.sunset or now.sunset < was.sunset)
        findings.add(
            "sunset-nearer" if nearer else "sunset-later", spot, old=was.sunset or None, new=now.sunset or None
        )
    if was.idempotent != now.idempotent and was.method == now.method:
        findings.add("idempotent-changed", spot, old=_yes(was.idempotent), new=_yes(now.idempotent))
    walk.described += (was.summary, was.doc) != (now.summary, now.doc)
    compare_params(was, now, spot, old.python, walk)
    compare_bodies(was, now, spot, old.python, walk)
    _returns(was, now, spot, walk)
    compare_paging(was, now, spot, old.python, findings)
    if was.error_when != now.error_when:
        words = [f"{each.pointer} is {each.equals}" if each else "none" for each in (was.error_when, now.error_when)]
        rule = replace(spot, operation="", path=f"error rule {words[0]}", python="")
        findings.add("error-rule-changed", rule, old=words[0], new=words[1])
    compare_requirements(was, now, spot, findings)
    if was.servers or now.servers:
        compare_servers(was.servers or walk.old.servers[:1], now.servers or walk.new.servers[:1], spot, findings)


def _yes(value: bool) -> str:
    return "may be repeated" if value else "may not be repeated"


def _names(old: Call, new: Call, spot: Spot, findings: Findings, resources: Mapping[str, str]) -> None:
    moved = resources.get(old.resource.name, old.resource.name) != new.resource.name
    if moved or old.operation.name != new.operation.name:
        findings.add(
            "method-renamed",
            spot,
            old=old.python,
            new=new.python,
            before=f"{old.python}(...)",
            after=f"{new.python}(...)",
        )
    elif old.operation.id != new.operation.id:
        findings.add("operation-id-changed", spot, old=old.operation.id or "none", new=new.operation.id or "none")


def _returns(old: Operation, new: Operation, spot: Spot, walk: Schemas) -> None:
    findings = walk.findings
    before = {each.status: each for each in old.returns}
    after = {each.status: each for each in new.returns}
    gone, came = [each for each in before if each not in after], [each for each in after if each not in before]
    known = _types(old, walk)
    for status in gone:
        findings.add("status-removed", spot.of(status, before[status], None))
    for status in came:
        wider = annotation(after[status].type) not in known
        rule = "result-widened" if wider else "status-added"
        findings.add(rule, spot.of(status, None, after[status]))
    pairs = [(before[status], after[status]) for status in before if status in after]
    for was, now in [*pairs, *([(before[gone[0]], after[came[0]])] if len(gone) == len(came) == 1 else [])]:
        _answer(was, now, spot.of(was.status, was, now), walk)
    _errors(old, new, spot, walk)


def _types(operation: Operation, walk: Schemas) -> set[str]:
    """Return the types of the results, in the names of the new side."""
    found = annotation(result_type(operation))
    parts = {found, *(annotation(each.type) for each in operation.returns)}
    return parts | {walk.classes.partner.get(each, each) for each in parts}


def _answer(old: Returns, new: Returns, spot: Spot, walk: Schemas) -> None:
    walk.described += old.doc != new.doc
    if old.kind == "none" != new.kind:
        walk.findings.add("result-appeared", spot, new=new.media)
        return
    if new.kind == "none" != old.kind:
        walk.findings.add("result-gone", spot, old=old.media)
        return
    visible = ("types", "wire") if old.kind != new.kind else ("wire",)
    for media in old.offers:
        if media not in new.offers:
            kinds = visible if media == old.media else ("wire",)
            walk.findings.add("media-removed", spot.inside(media), "received", kinds=kinds)
    for media in new.offers:
        if media not in old.offers:
            walk.findings.add("media-added", spot.inside(media), "received")
    if old.kind == new.kind == "json":
        walk.compare(old.schema, new.schema, spot, "received")
    elif old.kind != new.kind and old.media in new.offers:
        walk.findings.add("result-retyped", spot, old=old.media, new=new.media)


def _errors(old: Operation, new: Operation, spot: Spot, walk: Schemas) -> None:
    success = {each.status.casefold() for each in (*old.returns, *new.returns)}
    before, after = ([each for each in side.statuses if each.casefold() not in success] for side in (old, new))
    place = replace(spot, path="errors")
    gone, came = [each for each in before if each not in after], [each for each in after if each not in before]
    if gone:
        walk.findings.add("error-status-removed", place, old=", ".join(gone))
    if came:
        walk.findings.add("error-status-added", place, new=", ".join(came))
    known = {each.status: each for each in new.errors}
    for was in old.errors:
        if was.status in known:
            now = known[was.status]
            walk.compare_unseen(was.schema, now.schema, spot.of(was.status, was, now))
