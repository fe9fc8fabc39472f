"""Bodies and answers of several media types, errors with a body, answers that break their document, visibility."""

from __future__ import annotations

from ..play import Play
from ..values import same
from .files import jpg, png
from .registry import plays


@plays("Payload_ContentNegotiation_SameBody")
def _same_body(play: Play) -> None:
    for media, wanted in (("image/png", png()), ("image/jpeg", jpg())):
        same(play.call("GET", play.first.uri, accept=media).value, wanted)


@plays("Payload_ContentNegotiation_DifferentBody")
def _different_body(play: Play) -> None:
    same(play.call("GET", play.first.uri, accept="image/png").value, png())
    same(play.call("GET", play.first.uri, accept="application/json").value.content, png())


@plays("Payload_MediaType_StringBody_sendAsText")
def _text(play: Play) -> None:
    play.call("POST", play.first.uri, body="{cat}")


@plays("Response_StatusCodeRange_errorResponseStatusCodeInRange")
def _in_range(play: Play) -> None:
    error = play.refused("GET", play.first.uri)
    same(error.body, play.models.ErrorInRange(code="request-header-too-large", message="Request header too large"))


@plays("Response_StatusCodeRange_errorResponseStatusCode404")
def _not_found(play: Play) -> None:
    error = play.refused("GET", play.first.uri)
    same(error.body, play.models.NotFoundError(code="not-found", resource_id="resource1"))


@plays("Type_Enum_Fixed_String_putUnknownValue")
def _unknown_value(play: Play) -> None:
    same(play.refused("PUT", play.first.uri, body="Weekend").status, 500)


@plays("Type_Model_Visibility_getModel", "Type_Model_Visibility_headModel")
def _visibility(play: Play) -> None:
    value = play.call(play.first.method, play.first.uri, query_prop=123, body=play.models.VisibilityModel()).value
    if play.first.method == "GET":
        same(value.read_prop, "abc")


@plays("Type_Model_Visibility_putReadOnlyModel")
def _read_only(play: Play) -> None:
    value = play.call("PUT", play.first.uri, body=play.models.ReadOnlyModel()).value
    same(value.optional_nullable_int_list, [1, 2, 3])
    same(value.optional_string_record, {"k1": "value1", "k2": "value2"})


@plays("Type_Model_Inheritance_*MissingDiscriminator", "Type_Model_Inheritance_*WrongDiscriminator")
def _broken(play: Play) -> None:
    """The answers break their own document: a tolerant client returns what there is."""
    assert play.first.answer is not None
    value = play.call("GET", play.first.uri, {"strict": False}).value
    for name, wanted in play.first.answer.json().items():
        same(getattr(value, name), wanted)
