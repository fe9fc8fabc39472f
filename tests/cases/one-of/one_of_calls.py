"""Each member of a union is read as its own class."""

from __future__ import annotations

import json
from typing import Any

from runtime.server import answer


def check(caller: Any) -> None:
    models = caller.models
    caller.script(
        answer(
            200,
            {
                "animal": {"petType": "cat", "lives": 9},
                "animals": [{"petType": "dog", "barks": True}, {"petType": "cat"}],
                "figure": {"radius": 2},
                "id": 5,
                "contact": {"mail": "a@b"},
                "payment": {"amount": "1.50", "iban": "DE"},
            },
        )
    )
    owner = caller.call("animals", "create", body=models.Cat(pet_type="cat"))
    assert json.loads(caller.server.requests[0].body) == {"petType": "cat"}
    assert isinstance(owner.animal, models.Cat) and owner.animal.lives == 9
    assert [type(each) for each in owner.animals] == [models.Dog, models.Cat]
    assert isinstance(owner.figure, models.Circle)
    assert owner.id == 5
    assert owner.contact.mail == "a@b"
    assert isinstance(owner.payment, models.Transfer) and str(owner.payment.amount) == "1.50"


def check_other_member(caller: Any) -> None:
    caller.script(answer(200, {}))
    caller.call("animals", "create", body=caller.models.Dog(pet_type="dog", barks=False))
    assert json.loads(caller.server.requests[0].body) == {"petType": "dog", "barks": False}


def check_unknown_member(caller: Any) -> None:
    caller.script(answer(200, {"animal": {"petType": "fish", "fins": 2}, "figure": {}}))
    owner = caller.call("animals", "create", body=caller.models.Cat(pet_type="cat"))
    assert owner.animal.model_dump(by_alias=True, exclude_unset=True) == {"petType": "fish", "fins": 2}
