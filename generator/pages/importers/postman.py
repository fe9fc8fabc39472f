"""postman: a collection of requests, of the forms 2.0 and 2.1. Folders become tags, saved answers schemas.

No value of a request or an answer gets into the document, but for variables of the server that hold no secret.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ...data import Json, as_list, as_map, as_text, is_list, is_map, maps
from ...openapi.read.document import join
from ...openapi.schema.walk import METHODS
from ...report import Location, Report
from .assemble import assembled, with_tags
from .blocks import Block
from .credentials import Schemes, is_plumbing
from .exchange import Answer, Exchange, Given, counted, media_of
from .fragment import Fragment, version_of
from .pages import Page
from .postman_auth import security_of
from .postman_body import answered, sent
from .postman_url import address, described
from .postman_values import VARIABLE, Variables, description, variables

NAME = "postman"
_DEEPEST = 50


@dataclass(frozen=True, slots=True)
class _Item:
    """A request, with what it has of the folders around it."""

    data: dict[str, Json]
    pointer: str
    tags: tuple[str, ...]
    auth: Json
    auth_at: str


@dataclass(slots=True)
class _Reading:
    """What one collection is read with. scripts: how many there are; unknown: variables that would name a server.

    auth: place of a description of authentication -> the schemes that it names.
    """

    page: Page
    report: Report
    schemes: Schemes
    known: Variables
    tags: dict[str, str] = field(default_factory=dict[str, str])
    auth: dict[str, tuple[str, ...] | None] = field(default_factory=dict[str, "tuple[str, ...] | None"])
    scripts: int = 0
    unknown: Counter[str] = field(default_factory=Counter[str])

    def at(self, pointer: str) -> Location:
        return Location(self.page.file, pointer)


def claims(data: Json, page: Page, block: Block) -> bool:
    """Say whether a description is of this format."""
    del page, block
    given = _collection(data)
    return is_map(given.get("info")) and is_list(given.get("item"))


def read(data: Json, page: Page, block: Block, report: Report, provider: str) -> Fragment | None:
    """Turn the requests into a document; those of one method and path are one operation."""
    del block, provider
    collection = _collection(data)
    info = as_map(collection["info"])
    schema = as_text(info.get("schema"))
    root = "" if collection is data else "/collection"
    if schema and not re.search(r"/v2(\.[01](\.\d+)?)?/", schema):
        help = "export the collection again, in the format 2.1"
        report.add(
            "E167",
            f"the collection is of a form that is not known: {schema!r}",
            Location(page.file, join(root, "info")),
            help=help,
        )
        return None
    schemes = Schemes()
    reading = _Reading(page, report, schemes, variables(collection.get("variable"), schemes))
    exchanges: list[Exchange] = []
    for item in _items(collection, root, reading):
        exchanges += _exchanges(item, reading)
    exchanges = _one_name(exchanges)
    _say_merged(exchanges, reading)
    version = as_text(info.get("version")) or version_of(
        f"{exchanges[0].server}{exchanges[0].path}/" if exchanges else ""
    )
    about: dict[str, Json] = {"title": as_text(info.get("name")) or "collection", "version": version}
    if note := description(info.get("description")):
        about["description"] = schemes.redacted(note)
    draft = assembled(exchanges, about, page.file, schemes)
    with_tags(draft, {name: schemes.redacted(note) for name, note in reading.tags.items()})
    described(as_list(draft.data.get("servers")), reading.known)
    for path in as_map(draft.data["paths"]).values():
        for operation in as_map(path).values():
            described(as_list(as_map(operation).get("servers")), reading.known)
    _say(reading, root)
    return Fragment(page, NAME, draft)


def _collection(data: Json) -> dict[str, Json]:
    """Return a collection, which Postman's API wraps in an object."""
    given = as_map(data)
    return as_map(given.get("collection")) or given


def _say(reading: _Reading, root: str) -> None:
    """Report what of a collection is not in the document."""
    report, at = reading.report, reading.at(root)
    if reading.schemes.dropped:
        report.left_out("E180", f"values of credentials: {counted(reading.schemes.dropped)}", at)
    if reading.scripts:
        report.left_out("E182", f"scripts that run before or after requests: {reading.scripts}", at)
    for name, count in reading.unknown.items():
        help = "give servers in overlay.yaml"
        report.left_out("E183", f"the server, as {{{{{name}}}}} has no value here; requests: {count}", at, help=help)


def _say_merged(exchanges: list[Exchange], reading: _Reading) -> None:
    """Report requests that are one operation with an earlier one, as its name is the one that is kept."""
    first: dict[tuple[str, str], Exchange] = {}
    said: set[Location] = set()
    for each in exchanges:
        known = first.setdefault((each.path, each.method), each)
        if known.at != each.at and each.at not in said:
            said.add(each.at)
            called = f"{each.method.upper()} {each.path}"
            message = (
                f"the name of the request {each.name!r}: it is {called}, as {known.name!r} is; they are one operation"
            )
            reading.report.left_out("E183", message, each.at)


def _items(collection: dict[str, Json], root: str, reading: _Reading) -> Iterator[_Item]:
    """Yield the requests of a collection in order, with the folders and the authentication around each."""
    top = _Item(collection, root, (), collection.get("auth"), join(root, "auth"))
    pending = [top]
    while pending:
        item = pending.pop()
        reading.scripts += sum(1 for each in maps(item.data.get("event")) if _has_code(each))
        if not is_list(inside := item.data.get("item")):
            yield item
            continue
        if item is not top and (note := description(item.data.get("description"))):
            reading.tags.setdefault(item.tags[-1], note)
        below: list[_Item] = []
        for index, each in enumerate(maps(inside)):
            pointer = join(item.pointer, "item", index)
            if not each or len(item.tags) > _DEEPEST:
                reading.report.left_out("E183", "an item that is neither a folder nor a request", reading.at(pointer))
                continue
            name = as_text(each.get("name")).strip()
            is_folder = is_list(each.get("item"))
            own = each.get("auth") if is_folder else as_map(each.get("request")).get("auth")
            own_at = join(pointer, "auth") if is_folder else join(pointer, "request", "auth")
            auth, auth_at = (own, own_at) if own is not None else (item.auth, item.auth_at)
            tags = (*item.tags, name) if is_folder and name and name not in item.tags else item.tags
            below.append(_Item(each, pointer, tags, auth, auth_at))
        pending.extend(reversed(below))


def _has_code(event: dict[str, Json]) -> bool:
    code = as_map(event.get("script")).get("exec")
    lines = [as_text(each) for each in as_list(code)] if is_list(code) else [as_text(code)]
    return any(line.strip() for line in lines)


def _exchanges(item: _Item, reading: _Reading) -> list[Exchange]:
    """Return what one item shows: its request, and that with each saved answer."""
    request = item.data.get("request")
    request = {"method": "GET", "url": request} if isinstance(request, str) else as_map(request)
    at = reading.at(join(item.pointer, "request"))
    method = (as_text(request.get("method")) or "GET").lower()
    found = address(request.get("url"), reading.known)
    if found is None or method not in METHODS:
        what = "address" if found is None else "method that OpenAPI knows"
        reading.report.left_out("E183", f"the request {as_text(item.data.get('name'))!r}, which has no {what}", at)
        return []
    if found.unknown:
        reading.unknown[found.unknown] += 1
    if item.auth_at not in reading.auth:
        at_auth = reading.at(item.auth_at)
        reading.auth[item.auth_at] = security_of(item.auth, at_auth, reading.schemes, reading.report)
    security = reading.auth[item.auth_at]
    headers, in_headers = _headers(request.get("header"), reading)
    given, in_query = _without_keys(found.given, reading.schemes)
    spoken = tuple(dict.fromkeys([*(security or ()), *in_headers, *in_query]))
    name = as_text(item.data.get("name")).strip()
    note = description(request.get("description")) or description(item.data.get("description"))
    base = Exchange(
        method,
        found.server,
        found.path,
        at,
        [*given, *(each for each in headers if not is_plumbing(each.name))],
        sent(request.get("body"), _named_media(headers), reading.known, at, reading.report),
        security=spoken if spoken or security is not None else None,
        name="" if "://" in name or name.startswith("/") or VARIABLE.search(name) else name,
        note=note,
        tags=item.tags,
        counts=False,
    )
    places = (
        (each, join(item.pointer, "response", index)) for index, each in enumerate(maps(item.data.get("response")))
    )
    answers = [_answer(each, reading.at(place), reading) for each, place in places]
    return [replace(base, answer=each) for each in answers if each] or [base]


def _answer(given: dict[str, Json], at: Location, reading: _Reading) -> Answer | None:
    """Return a saved answer; None where it has no status."""
    code = given.get("code")
    if not isinstance(code, int) or not 100 <= code <= 599:
        reading.report.left_out("E183", "a saved answer without a status", at)
        return None
    headers = list(_pairs(given.get("header")))
    media = _named_media([each for each, _ in headers])
    body = answered(given, media, reading.known, at, reading.report)
    return Answer(
        str(code), body, [(each.name, as_text(each.value)) for each, _ in headers], as_text(given.get("name"))
    )


def _named_media(headers: Sequence[Given]) -> str:
    return next((media_of(as_text(each.value)) for each in headers if each.name.lower() == "content-type"), "")


def _headers(given: Json, reading: _Reading) -> tuple[list[Given], list[str]]:
    """Return the headers of a request without credentials, and the schemes that these speak."""
    kept: list[Given] = []
    spoken: list[str] = []
    for each, is_disabled in _pairs(given):
        if scheme := reading.schemes.of_header(each.name, as_text(each.value)):
            spoken += [] if is_disabled else [scheme]
        elif is_plumbing(each.name):
            kept.append(each)
        else:
            kept.append(replace(each, value=reading.known.text(as_text(each.value))))
    return kept, spoken


def _pairs(given: Json) -> Iterator[tuple[Given, bool]]:
    """Yield headers, which are a list, or text with one in each line; and whether each is switched off."""
    if isinstance(given, str):
        for line in given.splitlines():
            name, _, value = line.partition(":")
            if name.strip():
                yield Given("header", name.strip(), value.strip()), False
    for each in maps(given):
        if name := as_text(each.get("key")).strip():
            note = description(each.get("description"))
            yield Given("header", name, as_text(each.get("value")), note), each.get("disabled") is True


def _without_keys(given: Sequence[Given], schemes: Schemes) -> tuple[list[Given], list[str]]:
    kept: list[Given] = []
    spoken: list[str] = []
    for each in given:
        scheme = schemes.of_query(each.name, as_text(each.value)) if each.place == "query" else ""
        if scheme:
            spoken.append(scheme)
        else:
            kept.append(each)
    return kept, spoken


def _one_name(exchanges: list[Exchange]) -> list[Exchange]:
    """Give paths that differ in the names of their parameters alone those of the first."""
    first: dict[str, str] = {}
    for index, each in enumerate(exchanges):
        shape = re.sub(r"\{[^{}]*\}", "{}", each.path)
        path = first.setdefault(shape, each.path)
        if path != each.path:
            names = dict(zip(re.findall(r"\{([^{}]*)\}", each.path), re.findall(r"\{([^{}]*)\}", path), strict=True))
            given = [replace(one, name=names[one.name]) if one.place == "path" else one for one in each.given]
            exchanges[index] = replace(each, path=path, given=given)
    return exchanges
