"""Operations: matched by operationId, then by method and path; each pair compared part by part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..ir import Api, Callback, Operation, Resource
from ..report import Location
from .answers import compare_answers
from .contents import compare_bodies, compare_presence, compare_requests
from .findings import Findings, Place
from .paging import compare_paging
from .params import compare_params, template
from .security import compare_requirements
from .servers import compare_servers
from .walk import Walk


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
    def name(self) -> str:
        return f"{self.resource.name}.{self.operation.name}"

    @property
    def python(self) -> str:
        return f"client.{self.name}"

    @property
    def former(self) -> set[str]:
        """The names from before that work as well."""
        return {each.name for each in self.operation.former}


def calls(api: Api) -> list[Call]:
    """Return the operations of an Api, in its order."""
    return [Call(operation, resource) for resource in api.resources for operation in resource.operations]


def compare_operations(old: Api, new: Api, walk: Walk) -> dict[str, str]:
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
        place = _place(call, call, other)
        if other is None:
            softer = "it was deprecated" if call.operation.deprecated else ""
            findings.add("operation-removed", place, old=softer or None, before=f"{call.python}(...)")
        else:
            _compare(call, other, place, walk, resources)
    for call in after:
        if call.key not in matched:
            methods.setdefault(call.key, f"{call.python}()")
            findings.add("operation-added", _place(call, None, call), new=call.python)
    return methods


def _compare_resources(
    before: list[Call], pairs: Mapping[int, Call], resources: Mapping[str, str], findings: Findings
) -> None:
    """Report each resource that has another name as one finding, whatever number of methods it has."""
    for name, renamed in resources.items():
        members = [call for index, call in enumerate(before) if call.resource.name == name and index in pairs]
        first = members[0].operation
        works = all(call.name in pairs[index].former for index, call in enumerate(before) if call in members)
        for call in members:
            findings.add(
                "resource-name-deprecated" if works else "resource-renamed",
                Place("", f"client.{name}", f"client.{name}", first.at, None, ("operation", call.key)),
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
    """Return the resources that are gone under their name, while their methods stand together under another one: all
    with the names from before, or none."""
    names = {resource.name for resource in new.resources if resource.operations}
    targets: dict[str, set[tuple[str, bool]]] = {}
    renamed: set[str] = set()
    for index, call in enumerate(before):
        if index in pairs and call.resource.name not in names:
            other = pairs[index]
            targets.setdefault(call.resource.name, set()).add((other.resource.name, call.name in other.former))
            if other.operation.name != call.operation.name:
                renamed.add(call.resource.name)
    return {name: next(iter(found))[0] for name, found in targets.items() if len(found) == 1 and name not in renamed}


def _place(subject: Call, old: Call | None, new: Call | None) -> Place:
    whole = Place(subject.key, "", f"{subject.python}()", None, None, ("operation", subject.key))
    return whole.of("", old, new)


def _compare(old: Call, new: Call, place: Place, walk: Walk, resources: Mapping[str, str]) -> None:
    was, now, findings = old.operation, new.operation, walk.findings
    _names(old, new, place, findings, resources)
    _former(old, new, place, findings)
    if was.method != now.method:
        findings.add("verb-changed", place, old=was.method, new=now.method)
    if template(was.path) != template(now.path):
        findings.add("path-changed", place, old=was.path, new=now.path)
    if was.deprecated != now.deprecated:
        findings.add("operation-deprecated" if now.deprecated else "operation-kept", place)
    if was.sunset != now.sunset:
        nearer = now.sunset and (not was.sunset or now.sunset < was.sunset)
        findings.add(
            "sunset-nearer" if nearer else "sunset-later", place, old=was.sunset or None, new=now.sunset or None
        )
    if was.idempotent != now.idempotent and was.method == now.method:
        findings.add("idempotent-changed", place, old=_yes(was.idempotent), new=_yes(now.idempotent))
    _compare_keys(was, now, place, findings)
    walk.described += (was.summary, was.doc) != (now.summary, now.doc)
    compare_params(was, now, place, old.python, walk)
    compare_bodies(was, now, place, old.python, walk)
    _compare_arguments(was, now, place, old.python, findings)
    compare_answers(was, now, place, walk)
    _callbacks(was, now, place, walk)
    compare_paging(was, now, place, old.python, findings)
    if was.error_when != now.error_when:
        words = [f"{each.pointer} is {each.equals}" if each else "none" for each in (was.error_when, now.error_when)]
        rule = replace(place, operation="", path=f"error rule {words[0]}", python="")
        findings.add("error-rule-changed", rule, old=words[0], new=words[1])
    compare_requirements(was, now, place, findings)
    if was.servers or now.servers:
        compare_servers(was.servers or walk.old.servers[:1], now.servers or walk.new.servers[:1], place, findings)


def _compare_arguments(was: Operation, now: Operation, place: Place, python: str, findings: Findings) -> None:
    """Compare what the arguments are called that are no parameters: they give way to fields of a body."""
    both: list[tuple[str, object, object]] = [
        ("body", was.body, now.body),
        ("media", _is_chosen(was), _is_chosen(now)),
        ("accept", was.choices, now.choices),
        ("stream", was.streaming, now.streaming),
        ("options", True, True),
    ]
    for name, before, after in both:
        old, new = (dict(side.given_way).get(name, name) for side in (was, now))
        if before and after and old != new:
            argument = replace(place, python=f"{python}({old}=)").of(f"argument {name}", was, now)
            calls = [f"{python}(..., {each}=...)" for each in (old, new)]
            findings.add("argument-renamed", argument, old=old, new=new, before=calls[0], after=calls[1])


def _is_chosen(operation: Operation) -> bool:
    return operation.body is not None and len(operation.body.contents) > 1


def _compare_keys(was: Operation, now: Operation, place: Place, findings: Findings) -> None:
    """Compare the headers that take an idempotency key."""
    before, after = was.idempotency, now.idempotency
    if before.lower() != after.lower():
        rule = "changed" if before and after else "added" if after else "removed"
        findings.add(f"idempotency-key-{rule}", place, old=before or None, new=after or None)


def _yes(value: bool) -> str:
    return "may be repeated" if value else "may not be repeated"


def _names(old: Call, new: Call, place: Place, findings: Findings, resources: Mapping[str, str]) -> None:
    moved = resources.get(old.resource.name, old.resource.name) != new.resource.name
    if moved or old.operation.name != new.operation.name:
        findings.add(
            "method-name-deprecated" if old.name in new.former else "method-renamed",
            place,
            old=old.python,
            new=new.python,
            before=f"{old.python}(...)",
            after=f"{new.python}(...)",
        )
    elif old.operation.id != new.operation.id:
        findings.add("operation-id-changed", place, old=old.operation.id or "none", new=new.operation.id or "none")


def _former(old: Call, new: Call, place: Place, findings: Findings) -> None:
    """Report the names from before that worked, and do not any more."""
    for name in sorted(old.former - new.former - {new.name}):
        was = f"client.{name}"
        gone = replace(place, path=f"former name {name}", python=f"{was}()")
        findings.add(
            "former-name-removed", gone, old=was, new=new.python, before=f"{was}(...)", after=f"{new.python}(...)"
        )


def _callbacks(old: Operation, new: Operation, place: Place, walk: Walk) -> None:
    """Compare what the API sends because of an operation."""
    before, after = ({_called(each): each for each in side.callbacks} for side in (old, new))
    for key in dict.fromkeys([*before, *after]):
        was, now = before.get(key), after.get(key)
        inner = replace(place, python="").of(f"callback {key}", was, now)
        if was and now:
            compare_requests(was, now, inner, walk)
        else:
            compare_presence("callback", was, inner, walk)


def _called(callback: Callback) -> str:
    return f"{callback.method} {callback.name} {callback.expression}"
