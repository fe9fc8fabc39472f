"""The models, each loaded when it is first used: generated from specs/sales/openapi.yaml; do not edit."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .account_group import AccountGroup as AccountGroup
    from .account_group_list import AccountGroupList as AccountGroupList
    from .account_user import AccountUser as AccountUser
    from .address import Address as Address
    from .carrier import Carrier as Carrier
    from .commission_policy import CommissionPolicy as CommissionPolicy
    from .contact_info import ContactInfo as ContactInfo
    from .customer import Customer as Customer
    from .customer import CustomerList as CustomerList
    from .defaults import Defaults as Defaults
    from .error_detail import ErrorDetail as ErrorDetail
    from .error_response import ErrorResponse as ErrorResponse
    from .freight_policy import FreightPolicy as FreightPolicy
    from .freight_preferences import FreightPreferences as FreightPreferences
    from .include_path import IncludePath as IncludePath
    from .notification_preferences import NotificationPreferences as NotificationPreferences
    from .page_info import PageInfo as PageInfo
    from .payment_term import PaymentTerm as PaymentTerm
    from .portal_visibility import PortalVisibility as PortalVisibility
    from .priority import Priority as Priority
    from .quantity import Quantity as Quantity
    from .quota import Quota as Quota
    from .service_level import ServiceLevel as ServiceLevel
    from .shipping_term import ShippingTerm as ShippingTerm

_MODULES: dict[str, str] = {
    "IncludePath": "include_path",
    "Customer": "customer",
    "CustomerList": "customer",
    "AccountGroupList": "account_group_list",
    "PageInfo": "page_info",
    "Quantity": "quantity",
    "ContactInfo": "contact_info",
    "FreightPreferences": "freight_preferences",
    "Carrier": "carrier",
    "ServiceLevel": "service_level",
    "Defaults": "defaults",
    "PaymentTerm": "payment_term",
    "ShippingTerm": "shipping_term",
    "Priority": "priority",
    "AccountUser": "account_user",
    "NotificationPreferences": "notification_preferences",
    "Address": "address",
    "AccountGroup": "account_group",
    "CommissionPolicy": "commission_policy",
    "FreightPolicy": "freight_policy",
    "PortalVisibility": "portal_visibility",
    "ErrorResponse": "error_response",
    "ErrorDetail": "error_detail",
    "Quota": "quota",
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
