"""Snippets: what a caller of a class wrote, and writes now."""

from __future__ import annotations

import re

_SENT = {
    "property-required-added": ("{owner}(...)", "{owner}(..., {name}=...)"),
    "became-required": ("{owner}(...)", "{owner}(..., {name}=...)"),
    "property-removed": ("{owner}(..., {name}=...)", "{owner}(...)"),
    "nullable-lost": ("{owner}(..., {name}=None)", "{owner}(...)"),
}
_RECEIVED = {
    "became-optional": ("use({value}.{name})", "if {value}.{name} is not None: use({value}.{name})"),
    "became-nullable": ("use({value}.{name})", "if {value}.{name} is not None: use({value}.{name})"),
    "writeonly-set": ("use({value}.{name})", ""),
    "property-removed": ("use({value}.{name})", ""),
}


def snippet(rule: str, direction: str, python: str) -> tuple[str, str]:
    """Return lines of code before and after a change of an attribute, "" where there is nothing to show.

    >>> snippet("became-optional", "received", "BigOrder.note")
    ('use(big_order.note)', 'if big_order.note is not None: use(big_order.note)')
    >>> snippet("became-required", "sent", "Order.note"), snippet("type-changed", "sent", "Order.note")
    (('Order(...)', 'Order(..., note=...)'), ('', ''))
    """
    owner, _, name = python.rpartition(".")
    found = (_SENT if direction == "sent" else _RECEIVED).get(rule)
    if found is None or not owner.isidentifier() or not name.isidentifier():
        return "", ""
    words = {"owner": owner, "name": name, "value": re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", owner).lower()}
    return found[0].format(**words), found[1].format(**words)
