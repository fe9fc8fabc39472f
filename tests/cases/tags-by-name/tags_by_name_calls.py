"""Objects that are told apart are the same on the wire, however a caller gives them."""

from __future__ import annotations

import json
from typing import Any

from runtime.server import answer

SENT: dict[str, Any] = {
    "branch": {"branchType": "ALL", "subBranches": [{"branchType": "SOME", "atLeast": 2}, {"branchType": "ALL"}]},
    "payment": {"payType": "bank", "accountNumber": "7"},
    "pet": {"petType": "dog", "barkVolume": 3},
}


def check_fields_by_their_names(caller: Any) -> None:
    models = caller.models
    caller.script(answer(204))
    some: dict[str, Any] = {"branch_type": "SOME", "at_least": 2}
    caller.call(
        "rules",
        "create",
        branch={"branch_type": "ALL", "sub_branches": [some, {"branch_type": "ALL"}]},
        payment={"pay_type": "bank", "account_number": "7"},
        pet={"pet_type": "dog", "bark_volume": 3},
    )
    every = models.All(branch_type="ALL", sub_branches=[models.Some(**some), models.All(branch_type="ALL")])
    bank = models.Bank(pay_type="bank", account_number="7")
    caller.call("rules", "create", models.Rule(branch=every, payment=bank, pet=models.Dog(bark_volume=3)))
    assert [json.loads(each.body) for each in caller.server.requests] == [SENT, SENT]


def check_fields_lead_to_the_class_of_the_tag(caller: Any) -> None:
    models = caller.models
    rule = models.Rule(payment={"pay_type": "bank", "account_number": "7"}, pet={"pet_type": "dog", "bark_volume": 3})
    assert (type(rule.payment), rule.payment.account_number) == (models.Bank, "7")
    assert (type(rule.pet), rule.pet.bark_volume) == (models.Dog, 3)


def check_a_name_of_a_field_is_none_in_json(caller: Any) -> None:
    """The constant of JSON counts, whatever stands beside it."""
    rule = caller.models.Rule.model_validate({"branch": {"branch_type": "ALL", **SENT["branch"]["subBranches"][0]}})
    assert type(rule.branch) is caller.models.Some
