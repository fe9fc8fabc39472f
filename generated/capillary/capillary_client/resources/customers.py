"""customers: generated from specs/capillary/openapi.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, errors, json, raw, styled

_AUTH = (("basicAuth",), ("oauth",))
_ERRORS = errors({"default": lambda: _models.ErrorMessage})
_CUSTOMER: Decoder[_models.Customer] = json({"200": lambda: _models.Customer})


class CustomersResource(Resource):
    """Customers of an organization and their loyalty programmes."""

    @property
    def with_raw_response(self) -> CustomersRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return CustomersRaw(self._transport)

    def get(
        self,
        customer_id: int,
        *,
        source: _models.GetCustomerDetailsSource,
        account_id: str | Omit = OMIT,
        embed: Sequence[_models.EmbedOption] | Omit = OMIT,
        included_all_user_group2: bool | Omit = OMIT,
        user_group2_id: int | Omit = OMIT,
        included_user_group2_loyalty_details: bool | Omit = OMIT,
        included_fraud_details: bool | Omit = OMIT,
        included_only_current_profile: bool | Omit = OMIT,
        ug2_joined_start_date: datetime | Omit = OMIT,
        ug2_joined_end_date: datetime | Omit = OMIT,
        ug2_offset: int | Omit = OMIT,
        ug2_limit: int | Omit = OMIT,
        ug2_sort_by: str | Omit = OMIT,
        ug2_sort_order: Literal["ASC", "DESC"] | Omit = OMIT,
        ug2_pagination_details: bool | Omit = OMIT,
        gap_to_upgrade: int | Omit = OMIT,
        gap_to_renew: int | Omit = OMIT,
        x_cap_api_attribution_entity_type: _models.AttributionEntityTypeParam | Omit = OMIT,
        x_cap_api_attribution_entity_code: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> _models.Customer:
        """Get customer details.

        GET /v2/customers/{customerId}

        Fetch one customer as a source knows it; transactions are not offered in bulk.

        customer_id: Id of the customer to fetch.
        source: Where the customer is registered.
        account_id: Account within the source; needed where a source has several.
        embed: Details to add to the answer; associatedImages adds the barcode image of the customer.
        included_all_user_group2: Whether to answer for every user group of the customer. Default false.
        user_group2_id: User group to take the customer's details from.
        included_user_group2_loyalty_details: Whether to add the loyalty details of user groups. Default false.
        included_fraud_details: Whether to add what is known of fraud. Default false.
        included_only_current_profile: Whether to leave out what other sources know. Default false.
        ug2_joined_start_date: Start of the period in which user groups were joined.
        ug2_joined_end_date: End of the period in which user groups were joined.
        ug2_offset: How many user groups to skip.
        ug2_limit: Most user groups on a page.
        ug2_sort_by: Field that orders the user groups. Default JoinedDate.
        ug2_sort_order: Direction in which user groups are ordered. Default DESC.
        ug2_pagination_details: Whether to add where the page of user groups stands.
        gap_to_upgrade: Days ahead for which to tell what the next tier still takes; needs embed mlp. At least 0.
        gap_to_renew: Days ahead for which to tell what renewing the tier still takes; needs embed mlp. At least 0.
        x_cap_api_attribution_entity_type: With OAuth, what the attribution code names. Default TILL.
        x_cap_api_attribution_entity_code: With OAuth, the till or store to act for; by default the key's till.
        """
        query = {
            "source": source,
            "accountId": account_id,
            "embed": styled(embed, "form", explode=False),
            "includedAllUserGroup2": included_all_user_group2,
            "userGroup2Id": user_group2_id,
            "includedUserGroup2LoyaltyDetails": included_user_group2_loyalty_details,
            "includedFraudDetails": included_fraud_details,
            "includedOnlyCurrentProfile": included_only_current_profile,
            "ug2JoinedStartDate": ug2_joined_start_date,
            "ug2JoinedEndDate": ug2_joined_end_date,
            "ug2Offset": ug2_offset,
            "ug2Limit": ug2_limit,
            "ug2SortBy": ug2_sort_by,
            "ug2SortOrder": ug2_sort_order,
            "ug2PaginationDetails": ug2_pagination_details,
            "gapToUpgrade": gap_to_upgrade,
            "gapToRenew": gap_to_renew,
        }
        headers = {
            "X-CAP-API-ATTRIBUTION-ENTITY-TYPE": x_cap_api_attribution_entity_type,
            "X-CAP-API-ATTRIBUTION-ENTITY-CODE": x_cap_api_attribution_entity_code,
        }
        request = Request(
            "GET",
            "/v2/customers/{customerId}",
            path={"customerId": customer_id},
            query=query,
            headers=headers,
            auth=_AUTH,
            errors=_ERRORS,
        )
        return self._with(options).send(request, _CUSTOMER)


class CustomersRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = CustomersResource(transport.raw)
        self.get = raw(resource.get)
