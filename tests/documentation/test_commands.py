"""Each command line in the documentation is one that the program and the Makefile know."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from .command_line import NAME, tree
from .markdown import BESIDE, PAGES, ROOT, codes, prose

SHELLS = ("sh", "bash", "console")
LINES = sorted(
    {
        (code.page, line.strip().removeprefix("$ "))
        for path in [*PAGES, *BESIDE]
        for code in codes(path)
        if code.language in SHELLS
        for line in code.text.replace("\\\n", " ").splitlines()
    }
)


@pytest.mark.parametrize(("page", "line"), [each for each in LINES if each[1].startswith(f"{NAME} ")])
def test_the_program_knows_the_command(page: str, line: str) -> None:
    root = tree()
    name, *words = shlex.split(line, comments=True)[1:]
    if name.startswith("-"):
        assert name in {option for each in root.params for option in each.opts}
        return
    assert name in root.commands, page
    root.commands[name].make_context(name, words)


@pytest.mark.parametrize("path", [*PAGES, *BESIDE], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_program_knows_what_a_text_names(path: Path) -> None:
    """A command within a text may lack its arguments; what there is of it is there."""
    root = tree()
    for line in re.findall(rf"`{NAME} ([^`]+)`", prose(path)):
        name, *words = line.split()
        options = {each for param in root.params for each in param.opts} | {"COMMAND", "..."}
        assert name in root.commands or name in options, line
        known = (
            {each for param in root.commands[name].params for each in param.opts} if name in root.commands else set()
        )
        assert {each for each in words if each.startswith("--")} <= known | {"--help"}, line


@pytest.mark.parametrize(("page", "line"), [each for each in LINES if each[1].startswith("make ")])
def test_the_makefile_has_the_target(page: str, line: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    words = [word for word in shlex.split(line, comments=True)[1:] if "=" not in word]
    assert set(words) <= targets, page


def test_lines_are_looked_at() -> None:
    assert sum(line.startswith(f"{NAME} ") for _, line in LINES) > 40
