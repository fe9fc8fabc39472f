"""What operations are called: tables of documents, the extensions that say it, and the names that are locked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.openapi.lower.given_names import given_names, settled_names
from generator.openapi.lower.placing import Heard
from generator.openapi.read.provider import Lock
from generator.pipeline import NAMES

DOCUMENTS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("names.yaml").read_text(encoding="utf-8"))


def heard(line: str) -> Heard:
    method, path, identity, tag = ("" if word == "-" else word for word in line.split())
    return Heard(path, method, identity, tag.removeprefix("@"))


def named(operations: list[Heard], locked: dict[str, str] | None = None) -> list[str]:
    return [f"{each.resource}.{each.name}" for each in given_names(operations, locked or {}, NAMES)]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda each: each["kind"])
def test_names(document: dict[str, Any]) -> None:
    lines = list(document["names"])
    found = dict(zip(lines, named([heard(each) for each in lines]), strict=True))
    assert found == document["names"]
    turned = lines[::-1]
    assert dict(zip(turned, named([heard(each) for each in turned]), strict=True)) == found, "their order matters"


def test_what_the_document_or_its_owner_says_wins() -> None:
    said = Heard("/v1/messages", "post", "createMessage", "Messages", ("chat", "Completions"), "sendNow")
    assert named([said, Heard("/v1/messages", "get", "listMessages", "Messages")]) == [
        "chat.completions.send_now",
        "messages.list",
    ]


def test_words_that_were_written_as_one() -> None:
    one = Heard("/responses/input_tokens", "post", "Getinputtokencounts", "Responses", summary="Get input token counts")
    other = Heard("/responses/{id}/notifications", "get", "Listnotifications", "Responses", summary="What is told")
    assert named([one, other]) == ["responses.get_input_token_counts", "responses.list_notifications"]


def test_a_lock_is_kept_and_what_is_new_goes_around_it() -> None:
    one, other = Heard("/pets", "get", "listPets"), Heard("/pets/{id}", "get", "getPet")
    assert named([one, other], {"GET /pets": "zoo.animals.list"}) == ["zoo.animals.list", "pets.get"]
    assert named([one, other], {"GET /pets": "pets.get"}) == ["pets.get", "pets.get_by_id"]
    assert named([Heard("/pets", "Copy")], {"Copy /pets": "pets.twin"}) == ["pets.twin"], "as it is written"


def test_a_name_that_is_given_up_is_nobody_elses_meanwhile() -> None:
    one, other = Heard("/pets", "get", "listPets"), Heard("/pets/{id}", "get", "getPet")
    lock = Lock({"GET /pets": "zoo.all"}, {"GET /pets": {"pets.get": "2.0.0", "zoo.animals.list": ""}})
    found = settled_names([one, other], set(), lock, NAMES)
    assert [each.dotted for each in found] == ["zoo.all", "pets.get_by_id"]
    assert [dict(each.former) for each in found] == [{"pets.get": "2.0.0", "zoo.animals.list": ""}, {}]


def test_a_name_that_somebody_has_is_given_up_at_once() -> None:
    one, other = Heard("/pets", "get", "listPets"), Heard("/pets/{id}", "get", "getPet")
    taken = {"GET /pets": {"pets.get": "", "pets.get.all": ""}, "GET /pets/{id}": {"zoo.all.now": ""}}
    lock = Lock({"GET /pets": "zoo.all", "GET /pets/{id}": "pets.get"}, taken)
    assert [dict(each.former) for each in settled_names([one, other], set(), lock, NAMES)] == [{}, {}]


def test_what_an_owner_calls_otherwise_keeps_its_name_for_a_while() -> None:
    one = Heard("/pets", "get", "listPets", group=("zoo",), name="all")
    lock = Lock({"GET /pets": "pets.list"}, until="3.0.0")
    (found,) = settled_names([one], {"GET /pets"}, lock, NAMES)
    assert (found.dotted, dict(found.former)) == ("zoo.all", {"pets.list": "3.0.0"})
    (back,) = settled_names([Heard("/pets", "get", group=("pets",), name="list")], {"GET /pets"}, lock, NAMES)
    assert (back.dotted, dict(back.former)) == ("pets.list", {})


def test_resources_have_a_file_each() -> None:
    paths = ("/chat/completions", "/chat/completions/{id}", "/chat_completions", "/chat_completions/{id}")
    found = {each.rpartition(".")[0] for each in named([Heard(path, "get") for path in paths])}
    assert len({each.replace(".", "_") for each in found}) == len(found) == 2
