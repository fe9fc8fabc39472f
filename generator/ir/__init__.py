"""The intermediate representation: what an API offers, free of OpenAPI's wording and of Python's.

The front end makes an `Api`; the back end and the diff see nothing else. Frozen values, tuples, no methods, sums in
place of fields that are only for one kind. Every `name` is a Python name, settled once by `lower`; every `wire` is the
text that travels; every `at` leads to the line somebody wrote.
"""

from __future__ import annotations

from dataclasses import dataclass

from .auth import ApiKey, Auth, Basic, Bearer, Certificate, Credential, Other, Token
from .contents import (
    Answer,
    Body,
    BytesContent,
    Content,
    EventsContent,
    FormContent,
    Header,
    JsonContent,
    LinesContent,
    MultipartContent,
    NoContent,
    Part,
    TextContent,
    XmlContent,
)
from .models import Alias, Class, Closed, Constant, Enumeration, Extras, Field, Free, Model, Unsaid
from .naming import Former
from .operations import (
    USUAL_SIGNING,
    Callback,
    Choice,
    Cursor,
    ErrorWhen,
    Link,
    Offset,
    Operation,
    Pages,
    Paging,
    Param,
    Resource,
    Server,
    ServerVariable,
    Signing,
    Streaming,
    Telling,
    Webhook,
)
from .types import (
    ENCODED,
    NULL,
    PLAIN,
    USUAL_XML,
    Anything,
    Array,
    Facts,
    File,
    Literal,
    Map,
    Ref,
    Scalar,
    Stream,
    Tag,
    Tuple,
    Type,
    Union,
    Xml,
)

VERSION = 7
"""Of the printed form; it goes up whenever what is printed means something else."""


@dataclass(frozen=True, slots=True)
class Api:
    """package, client_name: the names a user imports. base_env: the environment variable that the base URL defaults to.
    telling: how the webhooks say which event each is, or, where there are none, the callbacks; none where the document
    does not say."""

    name: str
    title: str
    version: str
    package: str
    client_name: str
    doc: str
    base_env: str
    servers: tuple[Server, ...]
    auth: tuple[Auth, ...]
    resources: tuple[Resource, ...]
    webhooks: tuple[Webhook, ...]
    models: tuple[Model, ...]
    telling: Telling | None = None
    signing: Signing = USUAL_SIGNING


__all__ = [
    "ENCODED", "NULL", "PLAIN", "USUAL_SIGNING", "USUAL_XML", "VERSION", "Alias", "Answer", "Anything", "Api", "ApiKey",
    "Array", "Auth", "Basic", "Bearer", "Body", "BytesContent", "Callback", "Certificate", "Choice", "Class", "Closed",
    "Constant", "Content", "Credential", "Cursor", "Enumeration", "ErrorWhen", "EventsContent", "Extras", "Facts",
    "Field", "File", "FormContent", "Former", "Free", "Header", "JsonContent", "LinesContent", "Link", "Literal", "Map",
    "Model", "MultipartContent", "NoContent", "Offset", "Operation", "Other", "Pages", "Paging", "Param", "Part", "Ref",
    "Resource", "Scalar", "Server", "ServerVariable", "Signing", "Stream", "Streaming", "Tag", "Telling", "TextContent",
    "Token", "Tuple", "Type", "Union", "Unsaid", "Webhook", "Xml", "XmlContent",
]  # fmt: skip
