"""What an operation of the document becomes in the Api: one decision a test."""

from __future__ import annotations

from typing import Any

import pytest

from generator.ir import (
    ApiKey,
    Basic,
    Bearer,
    BytesContent,
    Certificate,
    Class,
    Cursor,
    FormContent,
    JsonContent,
    MultipartContent,
    NoContent,
    Other,
    Pages,
    Scalar,
    TextContent,
    Token,
    Union,
)
from generator.python.contents import decoder
from generator.report import Report

from .documents import DONE, api_of, json_content, operation_of, spelt

TEXT: Any = {"type": "string"}
PET: Any = {"type": "object", "properties": {"name": TEXT}}
FORM, MULTIPART, JSON = "application/x-www-form-urlencoded", "multipart/form-data", "application/json"


def body(*media: str) -> Any:
    return {"requestBody": {"content": {each: {"schema": {"type": "object"}} for each in media}}}


def answers(**responses: Any) -> Any:
    return {"responses": {status.strip("_"): {"description": "", **each} for status, each in responses.items()}}


# Answers


def test_errors_of_the_server_are_errors_as_those_of_the_caller() -> None:
    fault = json_content(TEXT)
    found = operation_of(answers(_200=json_content({}), _404=fault, _503=fault, _5XX=fault, default=fault))
    assert [each.status for each in found.answers] == ["200"]
    assert [each.status for each in found.errors] == ["404", "503", "5XX", "default"]


def test_default_is_a_success_where_no_other_is_named() -> None:
    found = operation_of(answers(_404={}, default=json_content(TEXT)))
    assert [each.status for each in found.answers] == ["default"]
    assert found.result == Scalar("string")


def test_the_result_is_that_of_all_successes() -> None:
    found = operation_of(answers(_200=json_content(TEXT), _201=json_content({"type": "integer"}), _204={}))
    assert found.result == Union((Scalar("string"), Scalar("integer"), Scalar("null")))
    assert isinstance(found.answers[2].contents[0], NoContent)


def test_contents_are_read_in_document_order_and_xml_beside_json_is_not() -> None:
    content = {media: {"schema": TEXT} for media in ("image/png", "application/xml", "application/problem+json")}
    found = operation_of(answers(_200={"content": content}))
    (answer,) = found.answers
    assert [type(each) for each in answer.contents] == [BytesContent, JsonContent, TextContent]
    assert answer.spoken == 2
    assert [each.media for each in found.choices] == ["image/png", "application/problem+json"]


def test_a_caller_may_ask_for_what_makes_a_difference() -> None:
    def choices(*media: str) -> list[str]:
        content = {each: {"schema": TEXT} for each in media}
        return [each.media for each in operation_of(answers(_200={"content": content})).choices]

    assert choices("image/png", "image/jpeg") == ["image/png", "image/jpeg"]
    assert choices("text/plain", "text/csv") == ["text/plain", "text/csv"]
    assert choices("application/json", "text/json") == []
    assert choices("image/png") == []


@pytest.mark.parametrize(
    "media, spoken",
    [
        ({"application/json": PET, "text/plain": PET}, ["application/json"]),
        ({"text/plain": TEXT, "application/json": PET}, ["text/plain", "application/json"]),
        ({"text/html": None, "application/json": PET}, ["text/html", "application/json"]),
        ({"application/x-www-form-urlencoded": PET, "application/json": PET}, ["application/json"]),
        ({"application/xml": TEXT, "text/plain": TEXT}, ["application/xml", "text/plain"]),
        ({"application/json": PET, "application/vnd.pet+json": PET}, ["application/json", "application/vnd.pet+json"]),
        ({"application/pdf": TEXT, "multipart/mixed": PET}, ["application/pdf"]),
    ],
)
def test_which_contents_are_read(media: dict[str, Any], spoken: list[str]) -> None:
    content = {each: {} if schema is None else {"schema": schema} for each, schema in media.items()}
    (answer,) = operation_of(answers(_200={"content": content})).answers
    assert [each.media for each in answer.contents[: answer.spoken]] == spoken
    assert len(answer.contents) == len(media)


def test_headers_of_an_answer_are_kept() -> None:
    headers = {"X-Left": {"required": True, "schema": {"type": "integer"}}, "Content-Type": {"schema": TEXT}}
    (answer,) = operation_of(answers(_200={"headers": headers})).answers
    assert [(each.wire, each.required, each.type) for each in answer.headers] == [("X-Left", True, Scalar("integer"))]


# Bodies


@pytest.mark.parametrize("media", [(FORM, MULTIPART), (MULTIPART, FORM)])
def test_a_plain_form_is_sent_rather_than_multipart(media: tuple[str, str]) -> None:
    found = operation_of(("post", "/things", body(*media))).body
    assert found and [type(each) for each in found.contents] == [FormContent, MultipartContent]


def test_json_is_sent_rather_than_a_form() -> None:
    found = operation_of(("post", "/things", body(FORM, JSON))).body
    assert found and isinstance(found.contents[0], JsonContent) and len(found.contents) == 2


def test_an_unknown_media_type_is_bytes_and_said_so() -> None:
    report = Report()
    found = operation_of(("post", "/things", body("chemical/x-pdb")), report).body
    assert found and isinstance(found.contents[0], BytesContent)
    assert [each.code for each in report.problems] == ["E405"]


def test_a_list_of_files_is_many_parts() -> None:
    files = {"type": "array", "items": {"type": "string", "format": "binary"}}
    schema = {"type": "object", "properties": {"files": files, "note": TEXT}}
    content = {MULTIPART: {"schema": schema, "encoding": {"note": {"contentType": "text/plain, text/html"}}}}
    found = operation_of(("post", "/things", {"requestBody": {"content": content}})).body
    assert found and isinstance(found.contents[0], MultipartContent)
    first, second = found.contents[0].parts
    assert (first.many, first.media, second.many, second.media) == (True, (), False, ("text/plain", "text/html"))


# Servers and security

OWN, PATH, ROOT = ([{"url": f"https://{name}.example"}] for name in ("own", "path", "root"))


def test_servers_that_stand_nearest_count() -> None:
    own = operation_of({"servers": OWN}, servers=ROOT)
    assert [each.url for each in own.servers] == ["https://own.example"]
    item = {"servers": PATH, "get": {"operationId": "one", "responses": DONE}}
    api = api_of({"paths": {"/things": item}, "servers": ROOT})
    (of_path,) = api.resources[0].operations
    assert [each.url for each in of_path.servers] == ["https://path.example"]
    assert [each.url for each in api.servers] == ["https://root.example"]
    assert operation_of({}, servers=ROOT).servers == ()


SCHEMES: list[tuple[Any, type]] = [
    ({"type": "apiKey", "in": "query", "name": "key"}, ApiKey),
    ({"type": "http", "scheme": "basic"}, Basic),
    ({"type": "http", "scheme": "Bearer"}, Bearer),
    ({"type": "http", "scheme": "GenieKey"}, Bearer),
    ({"type": "http", "scheme": "Digest"}, Other),
    ({"type": "http", "scheme": "X-Acme-HMAC"}, Other),
    ({"type": "spaceKey"}, Other),
    ({"type": "mutualTLS"}, Certificate),
    ({"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": "/token", "scopes": {}}}}, Token),
    ({"type": "oauth2", "flows": {"implicit": {"authorizationUrl": "/login", "scopes": {}}}}, Bearer),
]


@pytest.mark.parametrize(("scheme", "kind"), SCHEMES, ids=lambda value: str(value)[:40])
def test_how_a_scheme_is_spoken(scheme: Any, kind: type) -> None:
    operation = {"operationId": "one", "security": [{"lock": []}], "responses": DONE}
    document = {"paths": {"/x": {"get": operation}}, "components": {"securitySchemes": {"lock": scheme}}}
    (found,) = api_of(document).auth
    assert type(found) is kind


def test_scopes_of_the_first_alternative_are_asked_for() -> None:
    flow = {"tokenUrl": "/token", "scopes": {}}
    schemes = {
        "fetched": {"type": "oauth2", "flows": {"clientCredentials": flow}},
        "given": {"type": "oauth2", "flows": {"implicit": {"authorizationUrl": "/login", "scopes": {}}}},
        "ours": {"type": "oauth2", "flows": {"clientCredentials": flow}, "x-token": {"url": "/own"}},
    }
    security = [{"given": ["a"]}, {"fetched": ["b", "c"], "ours": ["d"]}, {"fetched": ["e"]}]
    operation = {"operationId": "one", "security": security, "responses": DONE}
    api = api_of({"paths": {"/x": {"get": operation}}, "components": {"securitySchemes": schemes}})
    (found,) = api.resources[0].operations
    assert found.asks == (("fetched", "b c"),)
    assert found.scopes == ("given: a", "fetched: b", "fetched: c", "ours: d", "fetched: e")


def test_the_prefix_of_an_unknown_http_scheme_is_its_name() -> None:
    operation = {"operationId": "one", "security": [{"lock": []}], "responses": DONE}
    schemes = {"lock": {"type": "http", "scheme": "GenieKey"}}
    (found,) = api_of({"paths": {"/x": {"get": operation}}, "components": {"securitySchemes": schemes}}).auth
    assert isinstance(found, Bearer) and found.prefix == "GenieKey"


def test_credentials_that_would_be_called_alike_are_named_after_their_schemes() -> None:
    bearer = {"type": "http", "scheme": "bearer"}
    schemes = {"ApiKeyAuth": bearer, "AdminApiKeyAuth": bearer, "login": {"type": "http", "scheme": "basic"}}
    operation = {"operationId": "one", "security": [{name: []} for name in schemes], "responses": DONE}
    found = api_of({"paths": {"/x": {"get": operation}}, "components": {"securitySchemes": schemes}}).auth
    spelt = [getattr(each, role).name for each in found for role in ("token", "username") if hasattr(each, role)]
    assert spelt == ["api_key", "admin_api_key", "username"]


def test_the_security_of_an_operation_replaces_that_of_the_document() -> None:
    schemes = {name: {"type": "http", "scheme": "bearer"} for name in ("one", "two")}
    document: Any = {"security": [{"one": []}], "components": {"securitySchemes": schemes}}
    assert operation_of({}, **document).auth == (("one",),)
    assert operation_of({"security": [{"one": [], "two": []}, {}]}, **document).auth == (("one", "two"), ())
    assert operation_of({"security": []}, **document).auth == ()


# Parameters and pages


def parameter(name: str, **more: Any) -> Any:
    return {"name": name, "in": "query", "schema": {"type": "integer"}, **more}


def test_a_parameter_of_the_operation_replaces_that_of_its_path() -> None:
    item: Any = {"parameters": [parameter("a"), parameter("b")]}
    item["get"] = {"operationId": "one", "parameters": [parameter("b", required=True)], "responses": DONE}
    (found,) = api_of({"paths": {"/things": item}}).resources[0].operations
    assert [(each.wire, each.required) for each in found.params] == [("a", False), ("b", True)]


def test_text_that_stands_for_a_truth_value_is_read_as_it_says() -> None:
    params = [parameter("a", required="false"), parameter("b", required="true"), parameter("c", required="No")]
    report = Report()
    assert [each.required for each in operation_of({"parameters": params}, report).params] == [False, True, False]
    assert [each.code for each in report.problems] == ["E209"] * 3


def test_what_other_generators_are_told_of_names() -> None:
    beta = parameter("openai-beta", schema={"type": "string", "x-stainless-param": "betas"})
    params = [beta, parameter("$top", **{"x-ms-client-name": "MostItems"}), parameter("q")]
    assert [each.name for each in operation_of({"parameters": params}).params] == ["betas", "most_items", "q"]
    fields: Any = {
        "model_name": {"type": "string", "x-stainless-naming": {"python": {"property_name": "ai_model_name"}}},
        "odata.type": {"type": "string", "x-ms-client-name": "typeName"},
        "id": {"type": "string", "x-ms-client-name": "---"},
    }
    rows = [
        {"method_name": "retrieve", "method_on": "service", "operation": "get", "path": "/tokens/{id}"},
        {"method_name": "wrong", "method_on": "object", "operation": "get", "path": "/tokens/{id}"},
    ]
    schemas = {"Token": {"type": "object", "properties": fields, "x-stripeOperations": rows}}
    answer = {"200": {"description": "it", **json_content({"$ref": "#/components/schemas/Token"})}}
    one = {"parameters": [parameter("id", **{"in": "path", "required": True})], "responses": answer}
    api = api_of({"paths": {"/tokens/{id}": {"get": one}}, "components": {"schemas": schemas}})
    (token,) = (each for each in api.models if isinstance(each, Class))
    assert [each.name for each in token.fields] == ["ai_model_name", "type_name", "id"]
    assert [(each.name, one.name) for each in api.resources for one in each.operations] == [("tokens", "retrieve")]


def test_parameters_stand_in_the_order_of_the_path() -> None:
    params = [parameter(name, **{"in": "path", "required": True}) for name in ("b", "a")]
    found = operation_of(("get", "/things/{a}/{b}", {"parameters": [parameter("q"), *params]}))
    assert [each.wire for each in found.params] == ["a", "b", "q"]


def test_header_parameters_that_the_client_sets_are_no_arguments() -> None:
    params = [parameter(name, **{"in": "header"}) for name in ("Accept", "content-type", "Authorization", "X-Own")]
    assert [each.wire for each in operation_of({"parameters": params}).params] == ["X-Own"]


@pytest.mark.parametrize(
    ("more", "style", "explode"),
    [
        ({}, "form", True),
        ({"style": "pipeDelimited"}, "pipeDelimited", False),
        ({"explode": False}, "form", False),
        ({"in": "header"}, "simple", False),
        ({"in": "cookie"}, "form", True),
    ],
)
def test_how_a_parameter_is_written(more: Any, style: str, explode: bool) -> None:
    (found,) = operation_of({"parameters": [parameter("q", **more)]}).params
    assert (found.style, found.explode) == (style, explode)


PAGE: Any = {
    "type": "object",
    "properties": {"rows": {"type": "array", "items": TEXT}, "next": TEXT, "more": {"type": "boolean"}},
}


def paged(rule: Any, *params: Any) -> Any:
    return {"x-paging": {"items": "/rows", **rule}, "parameters": list(params), **answers(_200=json_content(PAGE))}


def test_pages_begin_where_the_document_says() -> None:
    rule = {"kind": "pages", "page": "page", "size": "size", "start": 0, "default_size": 5}
    found = operation_of(paged(rule, parameter("page"), parameter("size"), parameter("q")))
    assert isinstance(found.paging, Pages) and (found.paging.start, found.paging.items) == (0, ("rows",))
    assert [(each.first, each.hidden) for each in found.params] == [(0, False), (5, False), (None, False)]


def test_the_cursor_is_the_pages_own_unless_it_is_required() -> None:
    rule = {"kind": "cursor", "cursor": "after", "next": "/next"}
    found = operation_of(paged(rule, parameter("after"), parameter("q")))
    assert isinstance(found.paging, Cursor) and [each.hidden for each in found.params] == [True, False]
    required = operation_of(paged(rule, parameter("after", required=True)))
    assert [each.hidden for each in required.params] == [False]


@pytest.mark.parametrize(("method", "idempotent"), [("get", True), ("put", True), ("post", False), ("patch", False)])
def test_what_may_be_repeated(method: str, idempotent: bool) -> None:
    assert operation_of((method, "/things", {})).idempotent is idempotent
    assert operation_of((method, "/things", {"x-idempotent": not idempotent})).idempotent is not idempotent


@pytest.mark.parametrize(
    ("name", "schema", "takes"),
    [
        ("Idempotency-Key", TEXT, True),
        ("IDEMPOTENCY-KEY", TEXT, True),
        ("X-Idempotency-Key", TEXT, True),
        ("Idempotency-Token", TEXT, True),
        ("Acme-Idempotence-Key", TEXT, True),
        ("X-Idempotent-Id", {"type": "string", "format": "uuid"}, True),
        ("Idempotency-Key", {"type": "string", "maxLength": 36}, True),
        ("Idempotency-Key", {"type": "string", "maxLength": 35}, False),
        ("Idempotency-Key", {"type": "integer"}, False),
        ("Idempotency-Key", {"type": "string", "enum": ["a", "b"]}, False),
        ("X-Request-Id", TEXT, False),
        ("Idempotency-Key-Ttl", TEXT, False),
    ],
)
def test_headers_that_take_a_key(name: str, schema: Any, takes: bool) -> None:
    header = {"name": name, "in": "header", "required": True, "schema": schema}
    found = operation_of(("post", "/things", {"parameters": [header]}))
    assert (found.idempotency, found.params[0].required) == ((name, False) if takes else ("", True))
    assert operation_of(("post", "/things", {"parameters": [header], "x-idempotent": False})).idempotency == ""
    assert operation_of(("post", "/things", {"parameters": [{**header, "in": "query"}]})).idempotency == ""


def test_a_document_that_says_no_is_no_fault() -> None:
    header = {"name": "Idempotency-Key", "in": "header", "schema": TEXT}
    report = Report()
    operation = {"parameters": [header], "x-idempotent": False, "responses": DONE}
    api_of({"paths": {"/things": {"post": operation}}}, report)
    assert report.problems == []


def test_bytes_and_data_of_one_media_type_are_read_by_their_status() -> None:
    data, raw = (json_content(each) for each in (PET, {"type": "string", "format": "binary"}))
    answers = {"200": {"description": "a", **data}, "201": {"description": "b", **raw}}
    written = decoder(operation_of({"responses": answers}).answers)
    assert written.startswith("by_status(") and "binary(" in written


# What the API sends by itself


def test_webhooks_and_callbacks_have_their_bodies() -> None:
    request = {"requestBody": json_content({"type": "object", "properties": {"a": TEXT}}), "responses": DONE}
    operation = {"operationId": "one", "callbacks": {"told": {"{$url}": {"post": request}}}, "responses": DONE}
    api = api_of({"paths": {"/x": {"get": operation}}, "webhooks": {"news": {"post": request}}})
    (callback,) = api.resources[0].operations[0].callbacks
    (webhook,) = api.webhooks
    assert (callback.name, callback.expression, callback.method) == ("told", "{$url}", "POST")
    for each in (callback.body, webhook.body):
        assert each and spelt(each.contents[0].type, api) == "{a?: string}"
