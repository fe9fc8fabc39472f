"""Credentials are given to the client; a refusal is an error with a typed body."""

from __future__ import annotations

from ..play import Play
from .registry import plays

_SCOPE = "https://security.microsoft.com/.default"
_GIVEN = {
    "ApiKey_valid": {"api_key_auth": "valid-key"},
    "ApiKey_invalid": {"api_key_auth": "invalid-key"},
    "Http_Custom_valid": {"token": "valid-key"},
    "Http_Custom_invalid": {"token": "invalid-key"},
    "OAuth2_valid": {"access_token": _SCOPE},
    "OAuth2_invalid": {"access_token": "x"},
    "Union_validKey": {"api_key_auth": "valid-key"},
    "Union_validToken": {"access_token": _SCOPE},
    "Noauth_Union_validNoAuth": {},
    "Noauth_Union_validToken": {"access_token": _SCOPE},
}


@plays("Authentication_*_invalid")
def _refused(play: Play) -> None:
    error = play.refused("GET", play.first.uri, _GIVEN[play.scenario.name.removeprefix("Authentication_")])
    assert isinstance(error, play.package.module.Forbidden), repr(error)
    assert error.body.error == ("invalid-grant" if "OAuth2" in play.scenario.name else "invalid-api-key")


@plays("Authentication_*")
def _accepted(play: Play) -> None:
    play.exchange(play.first, options=_GIVEN[play.scenario.name.removeprefix("Authentication_")])
