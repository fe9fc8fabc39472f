"""Operations: paths -> Resource, Operation, Param."""

from __future__ import annotations

from collections.abc import Mapping, Sized
from dataclasses import replace

from ...data import Json, as_list, is_map, maps
from ...ir import (
    Body,
    ErrorWhen,
    Former,
    Model,
    Operation,
    Param,
    Resource,
    Server,
)
from ...report import Location, Report
from ..names import Names, Scope
from ..read.document import Document, join
from ..read.provider import GIVEN_UP, Choice, Provider
from ..read.provider_file import line_of
from ..schema.hints import Found, hint, with_names
from ..schema.vocabulary import name_of, reference
from ..schema.walk import around, components, operations, sent
from .answers import lower_answers, result_of
from .auth import asked_scopes, fetching_schemes, required_schemes, required_scopes
from .contents import read_type
from .given_names import Named, settled_names
from .idempotency import IdempotencyFault, is_idempotent, key_header, with_key
from .incoming import Incoming
from .keywords import fields_given, is_nothing, model_of
from .negotiation import as_whole, choices_of
from .pagination import Pagination, Route, is_stated, paged
from .params import Params
from .placing import Heard
from .servers import Servers
from .streams import has_both_ways, streaming_of, without_flag
from .types import lower_type


def lower_resources(
    document: Document,
    provider: Provider,
    models: tuple[Model, ...],
    names: Names,
    servers: Servers,
    incoming: Incoming,
    report: Report,
) -> tuple[Resource, ...]:
    """Return the resources in the order in which the document names them first."""
    finds = provider.find_pages
    lowering = _Lowering(document, models, names, servers, incoming, report, finds_pages=finds)
    kept = list(operations(document.data))
    named = _named(document, kept, provider, names, report)
    groups: dict[str, list[Operation]] = {}
    for one, (path, method, item, operation, pointer) in zip(named, kept, strict=True):
        lowered = lowering.operation(one.name, path, method, item, operation, pointer)
        if one.former:
            lowered = replace(lowered, former=tuple(Former(old, until) for old, until in one.former.items()))
        groups.setdefault(one.resource, []).append(lowered)
    for old in (old for one in named for old in one.former):
        groups.setdefault(old.rpartition(".")[0], [])
    docs = _resource_docs(named, kept, _tag_docs(document))
    return _resources(groups, docs, {model.name for model in models}, names)


def _named(document: Document, kept: list[Found], provider: Provider, names: Names, report: Report) -> list[Named]:
    """Return what each operation is called, in their order, as they are called beside those that are not wanted."""
    whole = document.whole or with_names(kept, components(document.data))
    heard: list[Heard] = []
    for path, method, operation in whole:
        identity, said = str(operation.get("operationId") or ""), hint(operation)
        choice = provider.operations.get(identity or f"{sent(method)} {path}", Choice())
        group = tuple(choice.resource.split(".")) if choice.resource else said.group
        tag = str((as_list(operation.get("tags")) or [""])[0])
        summary = str(operation.get("summary") or "")
        heard.append(
            Heard(
                path,
                method,
                identity,
                tag,
                group,
                choice.name or said.name,
                summary,
            )
        )
    _judge_choices(provider, {each.identity or each.key for each in heard}, report)
    chosen = {each.key for each in heard if provider.operations.get(each.identity or each.key)}
    given = settled_names(heard, chosen, provider.locked, names)
    found = {each.key: name for each, name in zip(heard, given, strict=True)}
    result = [found[f"{sent(method)} {path}"] for path, method, *_ in kept]
    for one, (path, method, _, _, pointer) in zip(result, kept, strict=True):
        for old in provider.locked.had([f"{sent(method)} {path}"], one.dotted).keys() - one.former.keys():
            message = f"{old}, as {one.dotted} was called, is something else now"
            report.degraded("E431", message, document.at(pointer), help=GIVEN_UP)
    return result


def _resources(
    groups: Mapping[str, list[Operation]], docs: Mapping[str, str], models: set[str], names: Names
) -> tuple[Resource, ...]:
    """Return the resources, each after the one around it; one that only leads to others has no operations."""
    classes = Scope(
        name.removesuffix(suffix) for name in models for suffix in names.reserved.suffixes if name.endswith(suffix)
    )
    result: dict[str, Resource] = {}
    for key, members in groups.items():
        parts = key.split(".")
        for each in (".".join(parts[:depth]) for depth in range(1, len(parts) + 1)):
            if each not in result:
                spelt = names.pascal(each.replace(".", "_"))
                short = spelt.removesuffix("Model")
                wanted = short if names.is_name(short) else spelt
                result[each] = Resource(each, classes.take(wanted, separator=""), docs.get(each, ""), ())
        result[key] = replace(result[key], operations=tuple(members))
    return tuple(result.values())


def _resource_docs(named: list[Named], kept: list[Found], docs: Mapping[str, str]) -> dict[str, str]:
    """Return resource -> what its tag says: for the outermost of the resources that a tag has."""
    found: dict[str, str] = {}
    order = sorted(zip(named, kept, strict=True), key=lambda each: each[0].resource.count("."))
    told: set[str] = set()
    for one, (_, _, _, operation, _) in order:
        tag = str((as_list(operation.get("tags")) or [""])[0])
        if tag in docs and tag not in told and one.resource not in found:
            found[one.resource] = docs[tag]
            told.add(tag)
    return found


def _tag_docs(document: Document) -> dict[str, str]:
    """Return tag -> what its resource says: its description, else its summary, and which tag it belongs to."""
    tags = {str(each.get("name")): each for each in maps(document.data.get("tags"))}
    found: dict[str, str] = {}
    for name, each in tags.items():
        parent = tags.get(str(each.get("parent")))
        said = str(each.get("description") or each.get("summary") or "").rstrip()
        said += "." if parent and said and said[-1] not in ".!?:;" else ""
        part = f" Part of {parent.get('summary') or parent.get('name')}." if parent else ""
        found[name] = f"{said}{part}".strip()
    return found


def _judge_choices(provider: Provider, known: set[str], report: Report) -> None:
    """Report the choices of provider.toml that name no operation. known: operationIds, or methods and paths."""
    for each in sorted(provider.operations.keys() - known):
        line, column = line_of(report.sources.get(provider.file, ""), each)
        place = Location(provider.file, line=line, column=column)
        report.add(
            "E401", f"the choice for {each!r} names no operation", place, help="remove it, or name an operationId"
        )


class _Lowering:
    """What all operations of a document share."""

    def __init__(
        self,
        document: Document,
        models: tuple[Model, ...],
        names: Names,
        servers: Servers,
        incoming: Incoming,
        report: Report,
        *,
        finds_pages: bool,
    ) -> None:
        self._document = document
        self._servers = servers
        self._incoming = incoming
        self._models = {model.name: model for model in models}
        self._report = report
        self._contents = incoming.contents
        self._names = names
        self._pagination = Pagination(document, self._models, report, finds=finds_pages)
        self._params = Params(document, self._models, names, incoming.contents, report)
        self._schemes = set(components(document.data, "securitySchemes"))
        self._fetching = fetching_schemes(document)

    def operation(
        self, name: str, path: str, method: str, item: dict[str, Json], operation: dict[str, Json], pointer: str
    ) -> Operation:
        """Return one operation under a name that is settled."""
        document, route = self._document, Route(method, path, pointer)
        answers, errors = lower_answers(document, operation, pointer, self._contents)
        is_both = not is_stated(operation) and has_both_ways(answers)
        whole = as_whole(answers) if is_both else answers
        choices = () if is_stated(operation) else choices_of(whole, read_type)
        body = self._body(operation, pointer)
        taken = _further(choices, body, is_both) | fields_given(body, self._models, flagged=is_both)
        params, key = self._asked(route, item, operation, taken)
        paging = self._pagination.of(operation, route, params, body, answers)
        return Operation(
            name=name,
            id=str(operation.get("operationId") or ""),
            method=sent(method),
            path=path,
            summary=str(operation.get("summary") or ""),
            doc=str(operation.get("description") or ""),
            deprecated=operation.get("deprecated") is True,
            sunset=str(operation.get("x-sunset") or ""),
            params=without_flag(params, self._models) if is_both else paged(params, paging),
            body=body,
            answers=answers,
            errors=errors,
            result=result_of(whole),
            choices=() if paging else choices,
            paging=paging,
            error_when=self._error_when(operation, pointer),
            auth=required_schemes(operation, document.data, self._schemes),
            scopes=required_scopes(operation, document.data, self._schemes),
            idempotent=is_idempotent(operation, method),
            servers=self._nearest(method, item, operation, pointer),
            callbacks=self._incoming.callbacks(operation, pointer),
            at=document.at(pointer),
            asks=asked_scopes(operation, document.data, self._fetching),
            streaming=streaming_of(answers, body, params, self._models) if is_both else None,
            idempotency=key,
        )

    def _asked(
        self, route: Route, item: dict[str, Json], operation: dict[str, Json], taken: set[str]
    ) -> tuple[tuple[Param, ...], str]:
        """Return the parameters, and the header that takes an idempotency key. taken: names of other arguments."""
        owners = ((item, around(route.pointer, route.method)), (operation, route.pointer))
        return self._keyed(operation, self._params.of(route.path, owners, taken), route.pointer)

    def _body(self, operation: dict[str, Json], pointer: str) -> Body | None:
        """Return what an operation takes; a form that never has a field is nothing."""
        body = self._contents.body(operation.get("requestBody"), join(pointer, "requestBody"))
        if body is None or is_nothing(body, self._models):
            return None
        return replace(body, model=model_of(body, self._models))

    def _nearest(
        self, method: str, item: dict[str, Json], operation: dict[str, Json], pointer: str
    ) -> tuple[Server, ...]:
        """Return the servers that stand nearest: the operation's, else those of its path."""
        if "servers" in operation:
            return self._servers.of(operation, pointer)
        return self._servers.of(item, around(pointer, method))

    def _keyed(
        self, operation: dict[str, Json], params: tuple[Param, ...], pointer: str
    ) -> tuple[tuple[Param, ...], str]:
        """Return the parameters, and the header that takes an idempotency key."""
        try:
            header = key_header(operation, params)
        except IdempotencyFault as fault:
            self._report.degraded("E408", f"x-idempotent: {fault}", self._document.at(join(pointer, "x-idempotent")))
            return params, ""
        return with_key(params, header), header

    def _error_when(self, operation: dict[str, Json], pointer: str) -> ErrorWhen | None:
        rule, place = operation.get("x-error-when"), join(pointer, "x-error-when")
        if rule is None:
            rule, place = self._document.data.get("x-error-when"), "/x-error-when"
        if rule is None:
            return None
        if not is_map(rule) or not {"pointer", "equals"} <= set(rule) or not str(rule["pointer"]).startswith("/"):
            help = "x-error-when: {pointer: /code, equals: 0, schema: '#/components/schemas/...'}"
            self._report.add("E403", "x-error-when needs `pointer` and `equals`", self._document.at(place), help=help)
            return None
        schema = rule.get("schema")
        name = self._names.pascal(name_of(str(schema)))
        if schema is not None and name not in self._models:
            message = f"x-error-when: the schema {schema!r} leads to nothing"
            self._report.add("E403", message, self._document.at(join(place, "schema")))
            return None
        return ErrorWhen(str(rule["pointer"]), rule["equals"], lower_type(reference(name) if schema else {}))


def _further(choices: Sized, body: Body | None, is_both: bool) -> set[str]:
    """Return the names of the arguments that a method has besides its parameters and its body."""
    found = {"accept": bool(choices), "media": body is not None and len(body.contents) > 1, "stream": is_both}
    return {name for name, is_taken in found.items() if is_taken}
