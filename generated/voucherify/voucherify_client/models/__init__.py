"""The models, each loaded when it is first used: generated from specs/voucherify/openapi.yaml; do not edit."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .customer_address import CustomerAddress as CustomerAddress
    from .customer_assets import CustomerAssets as CustomerAssets
    from .customer_base import CustomerBase as CustomerBase
    from .customer_loyalty import CustomerLoyalty as CustomerLoyalty
    from .customer_loyalty_campaign import CustomerLoyaltyCampaign as CustomerLoyaltyCampaign
    from .customer_referrals import CustomerReferrals as CustomerReferrals
    from .customer_referrals_campaigns_item import CustomerReferralsCampaignsItem as CustomerReferralsCampaignsItem
    from .customer_response_data import CustomerResponseData as CustomerResponseData
    from .customer_summary import CustomerSummary as CustomerSummary
    from .customer_summary_orders import CustomerSummaryOrders as CustomerSummaryOrders
    from .customer_summary_redemptions import CustomerSummaryRedemptions as CustomerSummaryRedemptions
    from .customer_summary_redemptions_gift import CustomerSummaryRedemptionsGift as CustomerSummaryRedemptionsGift
    from .customer_summary_redemptions_loyalty_card import (
        CustomerSummaryRedemptionsLoyaltyCard as CustomerSummaryRedemptionsLoyaltyCard,
    )
    from .customer_with_summary_loyalty_referrals import (
        CustomerWithSummaryLoyaltyReferrals as CustomerWithSummaryLoyaltyReferrals,
    )
    from .customers_get_response_body import CustomersGetResponseBody as CustomersGetResponseBody
    from .error_object import ErrorObject as ErrorObject
    from .parameter_customer_id import ParameterCustomerId as ParameterCustomerId
    from .validation_rule_error import ValidationRuleError as ValidationRuleError

_MODULES: dict[str, str] = {
    "CustomerAddress": "customer_address",
    "CustomerAssets": "customer_assets",
    "CustomerBase": "customer_base",
    "CustomerLoyalty": "customer_loyalty",
    "CustomerLoyaltyCampaign": "customer_loyalty_campaign",
    "CustomerReferrals": "customer_referrals",
    "CustomerReferralsCampaignsItem": "customer_referrals_campaigns_item",
    "CustomerResponseData": "customer_response_data",
    "CustomerSummary": "customer_summary",
    "CustomerSummaryOrders": "customer_summary_orders",
    "CustomerSummaryRedemptions": "customer_summary_redemptions",
    "CustomerSummaryRedemptionsGift": "customer_summary_redemptions_gift",
    "CustomerSummaryRedemptionsLoyaltyCard": "customer_summary_redemptions_loyalty_card",
    "CustomerWithSummaryLoyaltyReferrals": "customer_with_summary_loyalty_referrals",
    "CustomersGetResponseBody": "customers_get_response_body",
    "ErrorObject": "error_object",
    "ParameterCustomerId": "parameter_customer_id",
    "ValidationRuleError": "validation_rule_error",
}


if not TYPE_CHECKING:  # a type checker is to know the names above, and no others

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f".{_MODULES[name]}", __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted(_MODULES)
