"""har: a recording of a browser or a proxy (HTTP Archive 1.2). Requests to one API become operations.

No value of the traffic gets into the document: types, names and constants of paths do. All recordings of one import
are read together, as a second one may show what the first lacks.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from ...data import Json, as_map, as_text, is_list, is_map, maps
from ...openapi.read.document import Draft, join
from ...openapi.schema.walk import METHODS
from ...report import Location, Report
from .assemble import assembled
from .blocks import Block
from .credentials import Schemes, is_forgery_token, is_plumbing
from .exchange import FORM, MULTIPART, Answer, Body, Exchange, Given, counted, is_json, media_of, read_json
from .fragment import Fragment, version_of
from .inference import UNKNOWN, read_text
from .pages import Page
from .templates import Call, Route, routes

NAME = "har"
_STATIC = re.compile(
    r"(image|font|video|audio)/.*|text/(css|html|javascript|x-component)|application/(x-)?(javascript|ecmascript|"
    r"font.*|wasm|manifest\+json|xhtml\+xml|vnd\.ms-fontobject)"
)
_STATIC_PATH = re.compile(r".*\.(css|js|mjs|map|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|otf|eot|html?|wasm)", re.I)
_STATIC_KIND = {"document", "stylesheet", "image", "media", "font", "script", "manifest", "ping", "websocket", "beacon"}
_OF_BROWSERS = {"_", "cachebuster", "cb"}


@dataclass(frozen=True, slots=True)
class _Entry:
    """One request of a recording: origin is scheme and host; status "" where nothing came."""

    page: Page
    pointer: str
    method: str
    url: SplitResult
    data: dict[str, Json]

    @property
    def origin(self) -> str:
        host = self.url.netloc.rpartition("@")[2].lower()
        return f"{self.url.scheme}://{host}"

    @property
    def media(self) -> str:
        return media_of(as_text(as_map(as_map(self.data.get("response")).get("content")).get("mimeType")))

    @property
    def status(self) -> str:
        found = as_map(self.data.get("response")).get("status")
        return str(found) if isinstance(found, int) and 100 <= found <= 599 else ""


def claims(data: Json, page: Page, block: Block) -> bool:
    """Say whether a description is of this format."""
    del page, block
    return is_map(data) and is_list(as_map(data.get("log")).get("entries"))


def read(data: Json, page: Page, block: Block, report: Report, provider: str) -> Fragment | None:
    """Keep the entries, to be read with those of all recordings."""
    del block, provider, report
    return Fragment(page, NAME, Draft(page.file, {"openapi": "3.1.0", "paths": {}}), recorded=as_map(data))


def together(recordings: Sequence[Fragment], provider: str, report: Report) -> list[Fragment]:
    """Read all recordings of an import: each becomes a document with its operations, as all of them show these."""
    ordered = sorted(recordings, key=lambda each: each.page.text)
    entries = [entry for each in ordered for entry in _entries(each, report)]
    served = Counter(each.origin for each in entries)
    if not served:
        return []
    origin = min(served, key=lambda each: (-served[each], each))
    _say_others(entries, origin, report)
    entries = [each for each in entries if each.origin == origin]
    schemes, faults = Schemes(), Counter[str]()
    exchanges = _exchanges(entries, schemes, faults, report)
    _say_dropped(entries[0], schemes, faults, report)
    info: dict[str, Json] = {"title": provider, "version": version_of(f"{exchanges[0].path}/")}
    exchanges = _below_prefix(exchanges)
    fragments: list[Fragment] = []
    for each in ordered:
        here = {(one.path, one.method) for one in exchanges if one.at.file == each.page.file}
        said = [one for one in exchanges if (one.path, one.method) in here]
        if said:
            fragments.append(replace(each, draft=assembled(said, dict(info), each.page.file, schemes)))
    return fragments


def _entries(recording: Fragment, report: Report) -> list[_Entry]:
    """Return the requests to APIs; how many others there are goes to the report."""
    page, kept, others = recording.page, list[_Entry](), Counter[str]()
    for index, data in enumerate(maps(as_map(recording.recorded["log"])["entries"])):
        request = as_map(data.get("request"))
        method, url = as_text(request.get("method")).lower(), None
        with suppress(ValueError):
            url = urlsplit(as_text(request.get("url")))
        if url is None or not url.netloc or method not in METHODS:
            others["no address or method"] += 1
            continue
        entry = _Entry(page, join("/log/entries", index), method, url, data)
        if reason := _reason(entry):
            others[reason] += 1
        else:
            kept.append(entry)
    if others:
        message = f"requests that are none of the API: {counted(others)}"
        report.left_out("E184", message, Location(page.file, "/log/entries"))
    return kept


def _reason(entry: _Entry) -> str:
    """Say why a request is none of an API; "" for one that is. Who records no answers at all means each request."""
    if entry.url.scheme not in ("http", "https"):
        return "another protocol"
    if entry.method in ("options", "trace"):
        return "preflights"
    unanswered = "no answer" if "response" in entry.data and entry.status in ("", "304") else ""
    if is_json(entry.media) and entry.media != "application/manifest+json":
        return unanswered
    kind = as_text(entry.data.get("_resourceType")).lower()
    if _STATIC.fullmatch(entry.media) or kind in _STATIC_KIND or _STATIC_PATH.fullmatch(entry.url.path):
        return "static files and pages"
    return unanswered


def _say_others(entries: list[_Entry], origin: str, report: Report) -> None:
    """Report how many requests went to other hosts, page by page."""
    for page in dict.fromkeys(each.page for each in entries):
        hosts = Counter(each.origin for each in entries if each.page == page and each.origin != origin)
        if hosts:
            help = f"only those to {origin} are read, which gets most; save a recording of the other API alone"
            report.left_out(
                "E184", f"requests to other hosts: {counted(hosts)}", Location(page.file, "/log/entries"), help=help
            )


def _say_dropped(first: _Entry, schemes: Schemes, faults: Counter[str], report: Report) -> None:
    at = Location(first.page.file, "/log/entries")
    if schemes.dropped:
        report.left_out("E180", f"values of credentials: {counted(schemes.dropped)}", at)
    if faults:
        report.left_out("E185", f"parts of the traffic that say nothing of the API: {counted(faults)}", at)


def _say_guessed(entries: list[_Entry], found: list[Route], report: Report) -> None:
    """Report the parameters that only the answers tell."""
    for path in dict.fromkeys(each.path for each in found if each.is_guess):
        here = [entry for entry, route in zip(entries, found, strict=True) if route.path == path]
        message = f"words that are answered alike, taken for values of a parameter: {path} ({len(here)} requests)"
        report.left_out("E186", message, Location(here[0].page.file, here[0].pointer))


def _below_prefix(exchanges: list[Exchange]) -> list[Exchange]:
    """Move what all paths begin with, as in `/api/v1`, to the server."""
    match = re.match(r"(/(api|rest))?(/v\d[\w.]*)?(?=/)", exchanges[0].path)
    prefix = match[0] if match else ""
    if not prefix or not all(each.path.startswith(f"{prefix}/") for each in exchanges):
        return exchanges
    return [replace(each, server=each.server + prefix, path=each.path[len(prefix) :]) for each in exchanges]


def _exchanges(entries: list[_Entry], schemes: Schemes, faults: Counter[str], report: Report) -> list[Exchange]:
    answers = [_answer(each, faults) for each in entries]
    calls = [
        Call(each.method, _segments(each.url.path), _of_success(answer))
        for each, answer in zip(entries, answers, strict=True)
    ]
    found: list[Exchange] = []
    found_routes = routes(calls)
    _say_guessed(entries, found_routes, report)
    for entry, answer, route in zip(entries, answers, found_routes, strict=True):
        request = as_map(entry.data.get("request"))
        given = [Given("path", name, value) for name, value in route.values.items()]
        security: dict[str, None] = {}
        for name, value in parse_qsl(entry.url.query, keep_blank_values=True, max_num_fields=None):
            if scheme := schemes.of_query(name, value):
                security[scheme] = None
            elif name.lower() not in _OF_BROWSERS:
                given.append(Given("query", name, value))
        for header in maps(request.get("headers")):
            name, value = as_text(header.get("name")), as_text(header.get("value"))
            if scheme := schemes.of_header(name, value):
                security[scheme] = None
            elif name.lower() == "cookie" or is_forgery_token(name):
                faults["headers of a browser's session"] += 1
            elif name and not is_plumbing(name):
                given.append(Given("header", name, value))
        body = _sent(as_map(request.get("postData")), faults)
        at = Location(entry.page.file, entry.pointer)
        found.append(Exchange(entry.method, entry.origin, route.path, at, given, body, answer, tuple(sorted(security))))
    return found


def _of_success(answer: Answer | None) -> Json:
    return answer.body.value if answer and answer.body and answer.status < "3" else None


def _segments(path: str) -> tuple[str, ...]:
    return tuple(unquote(each.partition(";")[0]) for each in path.removeprefix("/").split("/"))


def _answer(entry: _Entry, faults: Counter[str]) -> Answer | None:
    """Return what came back; None where no answer was recorded."""
    if not entry.status:
        return None
    response = as_map(entry.data.get("response"))
    content = as_map(response.get("content"))
    headers = [(as_text(each.get("name")), as_text(each.get("value"))) for each in maps(response.get("headers"))]
    text, size = content.get("text"), content.get("size")
    has_body = bool(text) or (isinstance(size, (int, float)) and size > 0)
    if not entry.media or not has_body or entry.method == "head":
        return Answer(entry.status, None, [each for each in headers if each[0]])
    value: Json = UNKNOWN
    if is_json(entry.media):
        value = _json(text, as_text(content.get("encoding")), faults)
    return Answer(entry.status, Body(entry.media, value), [each for each in headers if each[0]])


def _json(text: Json, encoding: str, faults: Counter[str]) -> Json:
    """Return what a body of JSON says; UNKNOWN where it is missing or cut off."""
    if not isinstance(text, str) or not text:
        faults["bodies that were not recorded"] += 1
        return UNKNOWN
    try:
        return read_json(base64.b64decode(text, validate=False).decode() if encoding == "base64" else text)
    except (ValueError, binascii.Error):
        faults["bodies that are cut off, or no JSON"] += 1
        return UNKNOWN


def _sent(data: dict[str, Json], faults: Counter[str]) -> Body | None:
    """Return the body of a request; None where there is none."""
    media = media_of(as_text(data.get("mimeType")))
    text = data.get("text")
    if not media or not (text or data.get("params")):
        return None
    if is_json(media):
        return Body(media, _json(text, as_text(data.get("encoding")), faults))
    if media == FORM:
        pairs = parse_qsl(as_text(text), keep_blank_values=True)
        pairs = pairs or [(as_text(each.get("name")), as_text(each.get("value"))) for each in maps(data.get("params"))]
        return Body(media, form(pairs))
    if media == MULTIPART:
        parts = maps(data.get("params"))
        if not parts:
            faults["bodies that were not recorded"] += 1
            return Body(media)
        files = {as_text(each.get("name")) for each in parts if each.get("fileName")}
        values = form([(as_text(each.get("name")), as_text(each.get("value"))) for each in parts])
        return Body(media, values, files=frozenset(files))
    return Body(media)


def form(pairs: list[tuple[str, str]]) -> dict[str, Json]:
    """Return the fields of a form; one that is there several times is a list."""
    found: dict[str, list[Json]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(read_text(value))
    return {name: values[0] if len(values) == 1 else list(values) for name, values in found.items()}
