"""Every rule, in both directions: exactly the findings that the change means, and none beside."""

from __future__ import annotations

import pytest

from .battery import PAIRS, Pair, changes, spelt


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_one_change(pair: Pair) -> None:
    found = changes(pair.old, pair.new).findings
    assert sorted(spelt(each) for each in found) == list(pair.expected)
