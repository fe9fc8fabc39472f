"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TypedDict

from .._runtime.model import Model


class SearchPagination(Model):
    starting_after: str | None = None
    per_page: int | None = None


class SearchPaginationFields(TypedDict, total=False):
    """The fields of `SearchPagination`, given in place of one."""

    starting_after: str
    per_page: int


class Search(Model):
    query: str | None = None
    pagination: SearchPagination | None = None


class SearchFields(TypedDict, total=False):
    """The fields of `Search`, given in place of one."""

    query: str
    pagination: SearchPagination | SearchPaginationFields
