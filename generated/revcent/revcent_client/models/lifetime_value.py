"""Models: generated from specs/revcent/openapi.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime

from .._runtime.model import Model
from .lifetime_value_all import LifetimeValueAll
from .lifetime_value_chargeback import LifetimeValueChargeback
from .lifetime_value_fraud_detection import LifetimeValueFraudDetection
from .lifetime_value_sale import LifetimeValueSale
from .lifetime_value_subscription_renewal import LifetimeValueSubscriptionRenewal


class LifetimeValue(Model):
    """What a customer brought in so far, by kind of business."""

    all: LifetimeValueAll | None = None
    """Everything together."""
    sale: LifetimeValueSale | None = None
    """First sales."""
    subscription_renewal: LifetimeValueSubscriptionRenewal | None = None
    """Renewals of subscriptions."""
    chargeback: LifetimeValueChargeback | None = None
    """Chargebacks."""
    fraud_detection: LifetimeValueFraudDetection | None = None
    """Fraud detections."""
    last_sale_date: datetime | None = None
    """Time of the latest sale (ISO 8601)."""
    last_subscription_renewal_date: datetime | None = None
    """Time of the latest renewal (ISO 8601)."""
