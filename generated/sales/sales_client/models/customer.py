"""Models: generated from specs/sales/openapi.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from .._runtime.model import Model
from .account_group import AccountGroup
from .account_group_list import AccountGroupList
from .address import Address
from .commission_policy import CommissionPolicy
from .contact_info import ContactInfo
from .defaults import Defaults
from .freight_preferences import FreightPreferences
from .notification_preferences import NotificationPreferences
from .page_info import PageInfo
from .quantity import Quantity


class Customer(Model):
    """
    A business that an account sells to; where it stands as a parent or child account of another customer, every
    sub-object in it is null.
    """

    id: str | None = None
    """Id of this customer."""
    object: Literal["customer"] | None = None
    """Always customer."""
    name: str | None = None
    """Name to show."""
    number: str | None = None
    """Number of the customer."""
    status: Literal["normal", "preferred", "hold_shipment", "hold_all"] | None = None
    """State of the account."""
    edi_status: Literal["enabled", "disabled"] | None = None
    """Whether EDI is on."""
    relationship_type: Literal["standalone", "parent", "child"] | None = None
    """Place of the customer among related accounts."""
    commission_policy: CommissionPolicy | None = None
    note: str | None = None
    """Free text about the customer."""
    credit_limit: Quantity | None = None
    """How much credit the customer has; expandable as credit_limit."""
    contact_info: ContactInfo | None = None
    """How to reach the customer; expandable as contact_info."""
    freight_preferences: FreightPreferences | None = None
    """How goods travel to the customer; expandable as freight_preferences."""
    defaults: Defaults | None = None
    """Settings used unless said otherwise; expandable as defaults."""
    notification_preferences: NotificationPreferences | None = None
    """Which emails the customer accepts; expandable as notification_preferences."""
    bill_to_address: Address | None = None
    """Where bills go unless said otherwise; expandable as bill_to_address."""
    ship_to_address: Address | None = None
    """Where goods go unless said otherwise; expandable as ship_to_address."""
    type: AccountGroup | None = None
    """Group that stands for the customer's type; expandable as type."""
    price_groups: AccountGroupList | None = None
    """Groups for pricing the customer; expandable as price_groups."""
    parent_account: Customer | None = None
    """
    Customer above this one, present on a child account; expandable as parent_account, with its own sub-objects
    null.
    """
    child_accounts: CustomerList | None = None
    """
    Customers below this one, present on a parent account; expandable as child_accounts, with their own sub-
    objects null.
    """
    created_at: datetime | None = None
    """When it was created."""
    updated_at: datetime | None = None
    """When it last changed."""


class CustomerList(Model):
    """One page of customers."""

    object: Literal["list"] | None = None
    """Always list."""
    page_info: PageInfo | None = None
    data: list[Customer] | None = None
    """Customers on this page."""
