"""Environments of the peers that benchmarks measure, as peers.toml names them; made when they are first asked for."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
import venv
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
CACHE = HERE.parent / ".cache" / "peers"
PEERS: dict[str, Any] = tomllib.loads((HERE / "peers.toml").read_text(encoding="utf-8"))


def programs(name: str) -> Path:
    """Return the folder of programs of an environment; made anew where what it is made of has changed."""
    folder, needs = CACHE / name, list[str](PEERS["environments"][name])
    stamp = folder / "made-of.json"
    if not stamp.exists() or json.loads(stamp.read_text(encoding="utf-8")) != [sys.version, *needs]:
        print(f"setting up {folder} ...", file=sys.stderr, flush=True)
        venv.create(folder, clear=True, with_pip=True)
        install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", *needs]
        subprocess.run([str(folder / "bin" / "python"), *install], check=True)
        stamp.write_text(json.dumps([sys.version, *needs]), encoding="utf-8")
    return folder / "bin"


def python(name: str) -> str:
    """Return the interpreter of an environment."""
    return str(programs(name) / "python")


def versions() -> list[str]:
    """Return what environments are asked for with a version: distribution and version."""
    asked = {each for needs in PEERS["environments"].values() for each in needs if "==" in each}
    return sorted(each.replace("==", " ") for each in asked)
