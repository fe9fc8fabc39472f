"""Generators of Python clients: how each is run, and where its packages name operations."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from environments import programs
from running import Ran, run

ROOT = Path(__file__).resolve().parents[1]
ALONE = """
import os, sys
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # as `build` does
from pathlib import Path
from generator.python.model_tool import OPTIONS
from datamodel_code_generator import generate
sys.setrecursionlimit(20_000)
generate(Path(sys.argv[1]), **OPTIONS | {"strict_refs": False})
"""
"""The model tool by itself: the document as it is, our options, nothing formatted."""


@dataclass(frozen=True)
class Tool:
    """A generator: its command, and where its packages name operations."""

    command: Callable[[str, str], list[str]]
    """Of a document and the folder to write."""
    package: str = "*/client.py"
    """Glob of a module of the package, below the folder."""
    files: str = ""
    """Glob of the modules with operations, within the package."""
    operation: str = ""
    """Pattern of an operation in code, with the groups method and path."""
    unchecked: tuple[str, ...] = ()
    """Arguments with which a document is taken that the tool refuses at first."""
    own: bool = False
    """Whether it runs from this repository, and not in an environment of its own."""
    needs: str = ""
    """A program that the machine has to have."""


SPECLOOM = Tool(
    lambda document, out: [sys.executable, "-m", "generator", "build", document, "--output", out, "--no-cache"],
    files="resources/**/*.py",
    operation=r'Request\(\s*"(?P<method>\w+)",\s*f?"(?P<path>[^"]*)"',
    own=True,
)
"""Cold: nothing is used that an earlier run has kept."""
AGAIN = Tool(lambda document, out: SPECLOOM.command(document, out)[:-1], own=True)
"""Warm, where an earlier run of the same document has kept what the model tool wrote."""
MODELS = Tool(lambda document, _: [sys.executable, "-c", ALONE, document], own=True)
PEERS = {
    "openapi-python-client": Tool(
        lambda document, out: ["openapi-python-client", "generate", "--path", document, "--output-path", out],
        files="api/**/*.py",
        operation=r'"method": "(?P<method>\w+)",\s*"url": "(?P<path>[^"]*)"',
    ),
    "openapi-generator": Tool(
        lambda document, out: ["openapi-generator-cli", "generate", "-g", "python", "-i", document, "-o", out],
        "*/api_client.py",
        "api/*.py",
        r"method='(?P<method>\w+)',\s*resource_path='(?P<path>[^']*)'",
        ("--skip-validate-spec",),
        needs="java",
    ),
    "openapi-python-generator": Tool(
        lambda document, out: ["openapi-python-generator", document, f"{out}/made_client"],
        "*/api_config.py",
        "services/*.py",
        r'path = f"(?P<path>[^"]*)"(?:(?!path = ).)*?request\(\s*"(?P<method>\w+)"',
    ),
}


def missing() -> dict[str, str]:
    """Return the peers that cannot run on this machine, and the program that each misses."""
    return {name: tool.needs for name, tool in PEERS.items() if tool.needs and not shutil.which(tool.needs)}


def generate(name: str, tool: Tool, document: Path, out: Path, more: Sequence[str] = ()) -> Ran:
    """Run a tool over a document, into a folder that is empty or not there yet."""
    shutil.rmtree(out, ignore_errors=True)
    command = [*tool.command(str(document.resolve()), str(out)), *more]
    if tool.own:
        return run(command, ROOT)
    return run(command, out.parent, programs(name))
