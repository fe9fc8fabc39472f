"""The models, each loaded when it is first used: generated from specs/revcent/openapi.yaml; do not edit."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api_call_info import ApiCallInfo as ApiCallInfo
    from .api_error import ApiError as ApiError
    from .customer import Customer as Customer
    from .customer_card import CustomerCard as CustomerCard
    from .customer_group import CustomerGroup as CustomerGroup
    from .customer_note import CustomerNote as CustomerNote
    from .customer_page import CustomerPage as CustomerPage
    from .customer_result import CustomerResult as CustomerResult
    from .lifetime_value import LifetimeValue as LifetimeValue
    from .lifetime_value_all import LifetimeValueAll as LifetimeValueAll
    from .lifetime_value_chargeback import LifetimeValueChargeback as LifetimeValueChargeback
    from .lifetime_value_fraud_detection import LifetimeValueFraudDetection as LifetimeValueFraudDetection
    from .lifetime_value_sale import LifetimeValueSale as LifetimeValueSale
    from .lifetime_value_subscription_renewal import (
        LifetimeValueSubscriptionRenewal as LifetimeValueSubscriptionRenewal,
    )
    from .metadata import Metadata as Metadata
    from .metadata_filter import MetadataFilter as MetadataFilter
    from .purchased_product import PurchasedProduct as PurchasedProduct

_MODULES: dict[str, str] = {
    "ApiCallInfo": "api_call_info",
    "ApiError": "api_error",
    "Customer": "customer",
    "CustomerCard": "customer_card",
    "CustomerGroup": "customer_group",
    "CustomerNote": "customer_note",
    "CustomerPage": "customer_page",
    "CustomerResult": "customer_result",
    "LifetimeValue": "lifetime_value",
    "LifetimeValueAll": "lifetime_value_all",
    "LifetimeValueChargeback": "lifetime_value_chargeback",
    "LifetimeValueFraudDetection": "lifetime_value_fraud_detection",
    "LifetimeValueSale": "lifetime_value_sale",
    "LifetimeValueSubscriptionRenewal": "lifetime_value_subscription_renewal",
    "Metadata": "metadata",
    "MetadataFilter": "metadata_filter",
    "PurchasedProduct": "purchased_product",
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
