"""Plug-ins: the example package of tests/plugin, found by its entry points as an installed one is, and bad ones."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_cli import PETS

from generator import PLUGIN_VERSION, Importer, Output
from generator.command import cli
from generator.pipeline import plugins

PLUGIN = Path(__file__).parent / "plugin"
PAGE = "<!doctype html><html><title>API wiki</title><table>{}</table></html>\n"
ROW = "<tr><td>GET</td><td>/pages/{{id}}</td><td>getPage</td></tr>".format()


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The example package, installed; a folder to run in."""
    monkeypatch.syspath_prepend(str(PLUGIN))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CI", "true")
    yield importlib.import_module("acme_specloom")
    sys.modules.pop("acme_specloom")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Any:
    """Runs a command; returns the exit code and what was printed."""

    def call(*arguments: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["generator", *arguments])
        with pytest.raises(SystemExit) as caught:
            cli.run()
        printed = capfd.readouterr()
        return int(caught.value.code or 0), printed.out + printed.err

    return call


def test_the_example_is_what_is_asked_for(plugin: Any) -> None:
    importer: Importer = plugin.wiki
    output: Output = plugin.operations
    assert importer.version == output.version == PLUGIN_VERSION


def test_a_page_is_read_and_files_are_added(
    tmp_path: Path, plugin: Any, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.html").write_text(PAGE.format(ROW))
    code, printed = run("import", "acme", "page.html")
    assert code == 0 and "read: page.html (wiki, 1 operation)" in printed
    choices = tmp_path / "specs/acme/provider.toml"
    choices.write_text(f'outputs = ["operations"]\n{choices.read_text()}')
    assert run("generate")[0] == 0
    made = tmp_path / "generated/acme"
    assert (made / "OPERATIONS.md").read_text() == "- `GET /pages/{id}`\n"
    assert (made / "acme_client/operations.py").read_text() == 'OPERATIONS = ["GET /pages/{id}"]\n'
    assert run("check") == (0, "acme: up to date\n")
    assert run("generate") == (0, "acme: up to date\n")
    monkeypatch.setattr(plugins, "installed_outputs", lambda: [("operations", "1.1")])
    monkeypatch.setattr(plugin.operations, "files", lambda api: {"OPERATIONS.md": "1.1\n"}, raising=False)
    assert run("generate") == (0, "acme: 2 files written\n")
    (made / "OPERATIONS.md").write_text("")
    assert run("check")[0] == 1


def test_a_damaged_page_and_one_of_another_form(tmp_path: Path, plugin: Any, run: Any) -> None:
    (tmp_path / "page.html").write_text(PAGE.format(""))
    code, printed = run("import", "acme", "page.html")
    assert code == 3
    assert "page.html:1:1: error E188: the plug-in wiki: the page has no table of operations; save it again" in printed
    (tmp_path / "page.html").write_text(PAGE.format(ROW).replace("API wiki", "Home"))
    assert "E162" in run("import", "acme", "page.html")[1]
    assert not (tmp_path / "specs").exists()


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("version", 2, "the plug-in operations of acme-specloom is for version 2 of plug-ins, not 1"),
        ("files", None, "the plug-in operations of acme-specloom has no files()"),
        ("files", lambda api: 1 / 0, "the plug-in operations of acme-specloom failed: ZeroDivisionError"),
        ("files", lambda api: {"../x": ""}, "makes '../x', which is no path in the folder of the package"),
        ("files", lambda api: {"README.md": ""}, "makes README.md, which is there already"),
    ],
)
def test_an_output_at_fault(
    tmp_path: Path, plugin: Any, run: Any, monkeypatch: pytest.MonkeyPatch, name: str, value: object, message: str
) -> None:
    (tmp_path / "api.yaml").write_text(PETS)
    (tmp_path / "provider.toml").write_text('version = "1.0.0"\noutputs = ["operations"]\n')
    monkeypatch.setattr(plugin.operations, name, value, raising=False)
    code, printed = run("build", "api.yaml", "--output", "out")
    assert code == 3 and "provider.toml:2:12: error E125: the plug-in operations of acme-specloom" in printed
    assert message in printed
    assert not (tmp_path / "out").exists()


def test_an_output_that_is_not_installed(tmp_path: Path, plugin: Any, run: Any) -> None:
    (tmp_path / "api.yaml").write_text(PETS)
    (tmp_path / "provider.toml").write_text('outputs = ["operation"]\n')
    code, printed = run("build", "api.yaml", "--output", "out")
    assert code == 3 and "there is no output 'operation'" in printed and "did you mean `operations`?" in printed


def test_an_importer_that_cannot_be_loaded(
    tmp_path: Path, plugin: Any, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.html").write_text(PAGE.format(ROW))
    monkeypatch.delattr(plugin, "wiki")
    code, printed = run("import", "acme", "page.html")
    assert code == 3 and "the plug-in wiki of acme-specloom cannot be loaded: AttributeError" in printed


@pytest.mark.parametrize("returned", [{"paths": {}}, {"openapi": "3.1.0", "paths": {1, 2}}, None])
def test_an_importer_that_returns_nonsense(
    tmp_path: Path, plugin: Any, run: Any, monkeypatch: pytest.MonkeyPatch, returned: object
) -> None:
    (tmp_path / "page.html").write_text(PAGE.format(ROW))
    monkeypatch.setattr(plugin.wiki, "read", lambda file, text: returned, raising=False)
    code, printed = run("import", "acme", "page.html")
    assert code == 3 and "page.html:1:1: error E188: the plug-in wiki: " in printed
