"""Models: generated from specs/revcent/openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from .._runtime.model import Model
from .customer_card import CustomerCard
from .customer_group import CustomerGroup
from .customer_note import CustomerNote
from .formats import UnixTime
from .lifetime_value import LifetimeValue
from .metadata import Metadata
from .purchased_product import PurchasedProduct


class Customer(Model):
    """A person who buys."""

    address_line_1: str | None = None
    """Street address."""
    address_line_2: str | None = None
    """Second line of the address."""
    blocked: bool | None = None
    """Whether the customer may not buy."""
    city: str | None = None
    """Town."""
    company: str | None = None
    """Firm."""
    country: str | None = None
    """Country, three letters (ISO 3166-1 alpha-3)."""
    email: str | None = None
    """Address for mail."""
    first_name: str | None = None
    """Given name."""
    internal_id: str | None = None
    """The account's own identifier."""
    last_name: str | None = None
    """Family name."""
    phone: str | None = None
    """Telephone number."""
    state: str | None = None
    """State or province."""
    zip: str | None = None
    """Postal code."""
    created_date_unix: UnixTime | None = None
    """When the record was made."""
    id: str | None = None
    """Identifier of the customer. Length 20."""
    campaign_id: str | None = None
    """Identifier of the campaign. Length 20."""
    campaign_name: str | None = None
    """Name of the campaign."""
    enabled: bool | None = None
    """Whether the customer is active."""
    customer_card: list[CustomerCard] | None = None
    """Cards on file."""
    customer_group: list[CustomerGroup] | None = None
    """Groups the customer is in now."""
    lifetime_value: LifetimeValue | None = None
    """What the customer brought in so far."""
    notes: list[CustomerNote] | None = None
    """Notes about the customer."""
    products_purchased: list[PurchasedProduct] | None = None
    """Products bought so far."""
    status: Literal["Enabled", "Disabled", "Blocked"] | None = None
    """State, capitalised here and lower case in status_filter."""
    metadata: list[Metadata] | None = None
    """Pairs of the account's own."""
    updated_date_unix: UnixTime | None = None
    """When the record last changed."""
    sales: list[str] | None = None
    """Identifiers of sales (GetSale)."""
    product_sales: list[str] | None = None
    """Identifiers of product sales (GetProductSale)."""
    shipping: list[str] | None = None
    """Identifiers of shipments (GetShipment)."""
    tax: list[str] | None = None
    """Identifiers of taxes (GetTax)."""
    discounts: list[str] | None = None
    """Identifiers of discounts (GetDiscount)."""
    trials: list[str] | None = None
    """Identifiers of trials (GetTrial)."""
    subscriptions: list[str] | None = None
    """Identifiers of subscriptions (GetSubscription)."""
    subscription_renewals: list[str] | None = None
    """Identifiers of subscription renewals (GetSubscriptionRenewal)."""
    invoices: list[str] | None = None
    """Identifiers of invoices (GetInvoice)."""
    transactions: list[str] | None = None
    """Identifiers of card transactions (GetTransaction)."""
    ai_threads: list[str] | None = None
    """Identifiers of AI threads (GetAIThread)."""
    ai_assistants: list[str] | None = None
    """Identifiers of AI assistants (GetAIAssistant)."""
    paypal_transactions: list[str] | None = None
    """Identifiers of PayPal transactions (GetPayPalTransaction)."""
    offline_payments: list[str] | None = None
    """Identifiers of offline payments (GetOfflinePayment)."""
    check_directs: list[str] | None = None
    """Identifiers of checks (GetCheckDirect)."""
    salvage_transactions: list[str] | None = None
    """Identifiers of salvage transactions (GetSalvageTransaction)."""
    pending_refunds: list[str] | None = None
    """Identifiers of pending refunds (GetPendingRefund)."""
    chargebacks: list[str] | None = None
    """Identifiers of chargebacks (GetChargeback)."""
    fraud_detections: list[str] | None = None
    """Identifiers of fraud detections (GetFraudDetection)."""
    api_calls: list[str] | None = None
    """Identifiers of API calls (GetAPICall)."""
