"""The objects of OpenAPI 3.1: which fields each has, in the order they are written, and what stands below each.

A field's text names what it holds: "" plain data, "tag" an object of that kind, "[tag" a list, "{tag" a map of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from ...data import Json, is_list, is_map
from ...openapi.read.document import join

Edit: TypeAlias = Callable[[str, dict[str, Json], str], dict[str, Json]]
"""Kind, object and pointer -> the object as it is to be."""


def _fields(text: str) -> Mapping[str, str]:
    return {word.partition(":")[0]: word.partition(":")[2] for word in text.split()}


_PARAMETER = (
    "description required deprecated allowEmptyValue style explode allowReserved "
    "schema:schema content:{media example examples:{example"
)
FIELDS: Mapping[str, Mapping[str, str]] = {
    "root": _fields(
        "openapi info:info jsonSchemaDialect externalDocs:docs servers:[server security tags:[tag paths:{item "
        "webhooks:{item components:components"
    ),
    "info": _fields("title summary version description termsOfService contact:contact license:license"),
    "contact": _fields("name url email"),
    "license": _fields("name identifier url"),
    "docs": _fields("description url"),
    "server": _fields("url description variables:{variable"),
    "variable": _fields("default enum description"),
    "tag": _fields("name description externalDocs:docs"),
    "item": _fields(
        "$ref summary description servers:[server parameters:[parameter get:operation post:operation put:operation "
        "patch:operation delete:operation head:operation options:operation trace:operation"
    ),
    "operation": _fields(
        "tags operationId summary description externalDocs:docs parameters:[parameter requestBody:body "
        "responses:{response callbacks:{callback deprecated security servers:[server"
    ),
    "parameter": _fields(f"$ref name in {_PARAMETER}"),
    "header": _fields(f"$ref {_PARAMETER}"),
    "body": _fields("$ref description required content:{media"),
    "media": _fields("schema:schema example examples:{example encoding:{encoding"),
    "encoding": _fields("contentType headers:{header style explode allowReserved"),
    "response": _fields("$ref description headers:{header content:{media links:{link"),
    "example": _fields("$ref summary description value externalValue"),
    "link": _fields("$ref description operationRef operationId parameters requestBody server:server"),
    "callback": _fields(""),
    "components": _fields(
        "schemas:{schema responses:{response parameters:{parameter examples:{example requestBodies:{body "
        "headers:{header securitySchemes:{scheme links:{link callbacks:{callback pathItems:{item"
    ),
    "scheme": _fields("$ref type description name in scheme bearerFormat flows:flows openIdConnectUrl"),
    "flows": _fields("implicit:flow password:flow clientCredentials:flow authorizationCode:flow"),
    "flow": _fields("authorizationUrl tokenUrl refreshUrl scopes"),
    "schema": _fields(
        "$ref title description deprecated readOnly writeOnly type format contentEncoding contentMediaType const enum "
        "default pattern minLength maxLength minimum exclusiveMinimum maximum exclusiveMaximum multipleOf "
        "items:schema prefixItems:[schema minItems maxItems uniqueItems contains:schema allOf:[schema oneOf:[schema "
        "anyOf:[schema not:schema discriminator properties:{schema patternProperties:{schema required "
        "additionalProperties:schema propertyNames:schema dependentSchemas:{schema minProperties maxProperties "
        "if:schema then:schema else:schema $defs:{schema examples example xml externalDocs:docs nullable"
    ),
}
"""Kind of object -> its fields, in order."""


def rebuild(value: Json, edit: Edit, kind: str = "root", pointer: str = "") -> Json:
    """Return a document with every object of OpenAPI in it replaced by what `edit` makes of it, outermost first."""
    if not is_map(value):
        return value
    fields = FIELDS[kind]
    edited = edit(kind, value, pointer)
    if kind == "callback":
        return {key: rebuild(each, edit, "item", join(pointer, key)) for key, each in edited.items()}
    return {key: _below(each, fields.get(key, ""), edit, join(pointer, key)) for key, each in edited.items()}


def _below(value: Json, kind: str, edit: Edit, pointer: str) -> Json:
    if kind[:1] == "[" and is_list(value):
        return [rebuild(each, edit, kind[1:], join(pointer, index)) for index, each in enumerate(value)]
    if kind[:1] == "{" and is_map(value):
        return {
            key: each
            if key.startswith("x-") and kind != "{schema"
            else rebuild(each, edit, kind[1:], join(pointer, key))
            for key, each in value.items()
        }
    return rebuild(value, edit, kind, pointer) if kind and kind[:1] not in "[{" else value
