"""issues: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, json, json_body, made, nothing
from .._runtime import raw

_NOTHING: Decoder[None] = nothing()
_THING: Decoder[_models.Thing] = json({"201": lambda: _models.Thing})


class IssuesResource(Resource):
    """Operations of issues."""

    @property
    def with_raw_response(self) -> IssuesRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return IssuesRaw(self._transport)

    def list_for_repo(self, owner: str, repo: str, *, options: CallOptions | None = None) -> None:
        """Issues list for repo.

        GET /repos/{owner}/{repo}/issues
        """
        request = Request("GET", "/repos/{owner}/{repo}/issues", path={"owner": owner, "repo": repo})
        return self._with(options).send(request, _NOTHING)

    @overload
    def create(
        self, owner: str, repo: str, call_body: _models.NewIssue, *, options: CallOptions | None = None
    ) -> _models.Thing: ...
    @overload
    def create(
        self, owner: str, repo: str, *, options: CallOptions | None = None, **fields: Unpack[_models.NewIssueFields]
    ) -> _models.Thing: ...
    def create(
        self,
        owner: str,
        repo: str,
        call_body: _models.NewIssue | Omit = OMIT,
        *,
        options: CallOptions | None = None,
        **fields: Any,
    ) -> _models.Thing:
        """Issues create.

        POST /repos/{owner}/{repo}/issues

        call_body: Its fields may be given instead: NewIssueFields. `body` is a field of the body.
        """
        request = Request(
            "POST",
            "/repos/{owner}/{repo}/issues",
            path={"owner": owner, "repo": repo},
            body=json_body(made(_models.NewIssue, call_body, fields, others={"body": "call_body"})),
        )
        return self._with(options).send(request, _THING)


class IssuesRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = IssuesResource(transport.raw)
        self.list_for_repo = raw(resource.list_for_repo)
        self.create = raw(resource.create)
