"""The models, each loaded when it is first used: generated from specs/capillary/openapi.yaml; do not edit."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .attribution_entity_type_param import AttributionEntityTypeParam as AttributionEntityTypeParam
    from .customer import Customer as Customer
    from .customer_warning import CustomerWarning as CustomerWarning
    from .embed_option import EmbedOption as EmbedOption
    from .error_message import ErrorMessage as ErrorMessage
    from .gap_to_renew_summary import GapToRenewSummary as GapToRenewSummary
    from .get_customer_details_source import GetCustomerDetailsSource as GetCustomerDetailsSource
    from .renew_strategy import RenewStrategy as RenewStrategy
    from .tracker_entity_identifier import TrackerEntityIdentifier as TrackerEntityIdentifier
    from .upgrade_entity_values import UpgradeEntityValues as UpgradeEntityValues
    from .upgrade_strategy import UpgradeStrategy as UpgradeStrategy

_MODULES: dict[str, str] = {
    "EmbedOption": "embed_option",
    "Customer": "customer",
    "CustomerWarning": "customer_warning",
    "UpgradeStrategy": "upgrade_strategy",
    "UpgradeEntityValues": "upgrade_entity_values",
    "GapToRenewSummary": "gap_to_renew_summary",
    "RenewStrategy": "renew_strategy",
    "TrackerEntityIdentifier": "tracker_entity_identifier",
    "ErrorMessage": "error_message",
    "AttributionEntityTypeParam": "attribution_entity_type_param",
    "GetCustomerDetailsSource": "get_customer_details_source",
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
