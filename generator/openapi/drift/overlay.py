"""Actions -> YAML to paste, and an overlay that has them at its end. What stands in it stays as it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...data import Json, as_list, as_map
from ...report import Report
from ..read.canonical import dump
from ..read.load import parse

_LIST = re.compile(r"^actions:[ \t]*(?:#.*)?\n(?:[ \t]*(?:#.*)?\n)*( *)- ", re.MULTILINE)
_LAST = re.compile(r"^actions:[ \t]*(?:#.*)?\n(?:(?:[ \t#-].*)?\n)*\Z", re.MULTILINE)


def as_yaml(actions: Sequence[dict[str, Json]]) -> str:
    """Write actions as the field of an overlay.

    >>> print(as_yaml([{"target": "$.info", "description": "a reason", "remove": True}]), end="")
    actions:
      - target: $.info
        description: a reason
        remove: true
    """
    return dump({"actions": [*actions]})


def with_actions(text: str, actions: Sequence[dict[str, Json]]) -> str:
    """Add actions to the text of an overlay, "" where they cannot simply stand at its end."""
    text = text if text.endswith("\n") else f"{text}\n"
    found = _LIST.search(text)
    if found is None or not _LAST.search(text):
        return ""
    lines = as_yaml(actions).splitlines()[1:]
    text += "".join(f"{found[1]}{line[2:]}".rstrip() + "\n" for line in lines)
    whole = as_list(as_map(parse(text, "overlay.yaml", Report())).get("actions"))
    return text if whole[-len(actions) :] == [*actions] else ""


def new_overlay(title: str, actions: Sequence[dict[str, Json]]) -> str:
    """Write an overlay of imported.yaml that has only these actions."""
    head = {"overlay": "1.1.0", "info": {"title": title, "version": "1.0.0"}, "extends": "imported.yaml"}
    return dump(head) + as_yaml(actions)
