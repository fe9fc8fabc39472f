"""What the README of a package says about drift is carried out."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from runtime.server import Server, answer

from drift.test_round_trip import Shop


def test_the_readme_shows_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shop = Shop(tmp_path, monkeypatch, "3.1.0")
    assert shop.run("generate") == 0
    folder = tmp_path / "generated" / "shop"
    section = (folder / "README.md").read_text().split("## When answers differ")[1].split("\n## ")[0]
    code, commands = re.findall(r"```\w+\n(.*?)```", section, re.DOTALL)
    log = folder / "drift.jsonl"
    script = code.replace("    ...", "    print(watched.numbers.list())")
    assert script != code
    made = "import sys\nfrom shop_client import ShopClient\nclient = ShopClient(base_url=sys.argv[1])\n"

    def call() -> str:
        with Server([answer(200, [1, "2"])]) as server:
            command = [sys.executable, "-c", made + script, server.url]
            return subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=folder, check=True).stdout

    assert call() == "[1, '2']\n"
    assert len(log.read_text().splitlines()) == 1
    for line in commands.strip().splitlines():
        assert line.startswith("specloom ")
        arguments = line.replace("PROVIDER", "shop").replace("drift.jsonl", str(log)).split()[1:]
        assert shop.run(*arguments) == 0
    log.unlink()
    assert call() == "[1, '2']\n"
    assert log.read_text() == ""
