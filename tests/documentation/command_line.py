"""The tree of commands -> the page docs/reference/command-line.md."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import typer

from generator import PROGRAM
from generator.command.cli import app

NAME = "specloom"
"""What an installed generator is called."""


def tree() -> Any:
    """Return the command with its subcommands."""
    return typer.main.get_command(app)


def page() -> str:
    """Return the text of docs/reference/command-line.md."""
    root = tree()
    rows = [f"| [`{name}`](#{name}) | {_first(each.help)} |" for name, each in root.commands.items()]
    parts = [
        f"# Command line\n\n`{NAME} COMMAND --help` says the same as this page. {root.epilog.strip()}",
        "\n".join(["| command | does |", "|---|---|", *rows]),
        "Of all commands together:\n\n" + "\n".join(_options(root)),
    ]
    for name, each in root.commands.items():
        parts += list(_command(name, each))
    return "\n\n".join(parts).replace(PROGRAM, NAME) + "\n"


def _command(name: str, command: Any) -> Iterator[str]:
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    usage = " ".join([NAME, name, *(_usage(each) for each in arguments), "[OPTIONS]"])
    yield f"## {name}"
    yield _plain(command.help)
    yield f"```text\n{usage}\n```"
    if arguments:
        rows = [f"| `{_label(each)}` | {_plain(each.help)} |" for each in arguments]
        yield "\n".join(["| argument | is |", "|---|---|", *rows])
    if options := list(_options(command)):
        yield "\n".join(options)
    if examples := re.findall(rf"^  ({re.escape(PROGRAM)} .*)$", command.epilog or "", re.M):
        yield "```sh\n" + "\n".join(examples) + "\n```"


def _options(command: Any) -> Iterator[str]:
    found = [each for each in command.params if each.param_type_name == "option" and not each.hidden]
    if found:
        yield from ("| option | does | unless said |", "|---|---|---|")
    for each in found:
        names = ", ".join(f"`{name}{_value(each)}`" for name in [*each.opts, *each.secondary_opts])
        yield f"| {names} | {_plain(each.help)} | {_usual(each)} |"


def _value(option: Any) -> str:
    if option.is_flag:
        return ""
    kind = option.type_descriptor.annotation
    choices = [str(each.value) for each in kind] if hasattr(kind, "__members__") else []
    usual = "PATH" if "Path" in str(kind) else "TEXT"
    return " " + (option.metavar or "\\|".join(choices) or usual)


def _usual(option: Any) -> str:
    shown = option.default not in (None, "", False, [], ()) and not option.is_flag
    return f"`{option.default}`" if shown else ""


def _label(argument: Any) -> str:
    return str(argument.metavar or argument.name.upper())


def _usage(argument: Any) -> str:
    name = _label(argument) + ("..." if argument.nargs == -1 and not _label(argument).endswith("...") else "")
    return name if argument.required else f"[{name}]"


def _plain(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "\\|")


def _first(text: str | None) -> str:
    """The first sentence."""
    return re.split(r"(?<=\.) ", _plain(text))[0]
