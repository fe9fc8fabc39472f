"""Models: generated from specs/revcent/openapi.yaml; do not edit."""

from __future__ import annotations

from .api_call_info import ApiCallInfo
from .customer import Customer


class CustomerResult(ApiCallInfo, Customer):
    """A customer, with the fields of the call that fetched it."""
