"""build: choices from a file and from the command line, documents from an address, Swagger 2.0, templates, commands."""

from __future__ import annotations

import hashlib
import http.server
import json
import re
import sys
import threading
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from test_cli import PETS

from generator.command import cli
from generator.command.watch import watching
from generator.openapi.names import PLAIN
from generator.openapi.read import load
from generator.openapi.read.provider import Provider, default_provider
from generator.openapi.read.provider_file import TEMPLATES_VERSION, read_provider
from generator.report import Report

OTHER = PETS.replace("title: Pets", "title: Zoo")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to run in, with one document."""
    (tmp_path / "api").mkdir()
    (tmp_path / "api/pets.yaml").write_text(PETS)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CI", "true")
    return tmp_path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Any:
    """Runs `build` with arguments; returns the exit code and what was printed."""

    def call(*arguments: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["generator", "build", *arguments])
        with pytest.raises(SystemExit) as caught:
            cli.run()
        printed = capfd.readouterr()
        return int(caught.value.code or 0), " ".join((printed.out + printed.err).replace("│", "").split())

    return call


def test_choices_beside_the_document_and_named(folder: Path, run: Any) -> None:
    choices = folder / "api/provider.toml"
    choices.write_text('package = "zoo"\nclient = "Zoo"\nversion = "2.0.0"\n[operations.getPet]\nname = "fetch"\n')
    assert run("api/pets.yaml", "--output", "out")[0] == 0
    text = (folder / "out/zoo/resources/pets.py").read_text()
    assert "def fetch(" in text and 'version = "2.0.0"' in (folder / "out/pyproject.toml").read_text()
    choices.rename(folder / "mine.toml")
    assert run("api/pets.yaml", "--output", "two", "--config", "mine.toml", "--client", "Park")[0] == 0
    assert "class Park(Client):" in (folder / "two/zoo/client.py").read_text()
    assert run("api/pets.yaml", "--output", "three")[0] == 0
    assert "def get(" in (folder / "three/pets_client/resources/pets.py").read_text()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--output", "out"), "give a document, or --url with its address"),
        (("api/pets.yaml", "--url", "http://127.0.0.1/x", "--output", "out"), "give a document, or --url"),
        (("api/pets.yaml",), "say where the package goes"),
        (("api/pets.yaml", "--output", "out", "--config", "no.toml"), "no.toml is not a file"),
        (("api/pets.yaml", "--output", "out", "--include", "pets"), "'pets' names no operations: tag:NAME"),
        (("api/pets.yaml", "--why", "Pit"), "there is no model 'Pit'; did you mean 'Pet'?"),
        (("--url", "http://127.0.0.1/x", "--output", "out", "--watch"), "only a file can be watched"),
    ],
)
def test_wrong_usage(folder: Path, run: Any, arguments: tuple[str, ...], message: str) -> None:
    code, text = run(*arguments)
    assert code == 2 and message in text
    assert not (folder / "out").exists()


def test_parts_of_a_document(folder: Path, run: Any) -> None:
    code, text = run("api/pets.yaml", "--output", "out", "--include", "tag:pets")
    assert code == 0 and "1 of 1 operations are chosen" in text
    code, text = run("api/pets.yaml", "--output", "out", "--exclude", "tag:dogs")
    assert code == 3 and "command line: error E401: exclude: 'tag:dogs' matches nothing" in text
    (folder / "mine.toml").write_text('exclude = [\n  "tag:dogs",\n]\n')
    code, text = run("api/pets.yaml", "--output", "out", "--config", "mine.toml")
    assert code == 3 and "mine.toml:2:3: error E401" in text


def test_why(folder: Path, run: Any) -> None:
    code, text = run("api/pets.yaml", "--why", "Pet")
    assert (code, text) == (0, "pets.get (200) -> Pet Pet is needed in 1 place")
    assert [each.name for each in folder.iterdir()] == ["api"]


def test_swagger_is_converted(folder: Path, run: Any) -> None:
    old = {
        "swagger": "2.0",
        "info": {"title": "Pets", "version": "1"},
        "host": "pets.example",
        "paths": {"/pets": {"get": {"tags": ["pets"], "responses": {"200": {"description": "", "schema": {}}}}}},
    }
    (folder / "old.json").write_text(json.dumps(old))
    assert run("old.json", "--output", "out")[0] == 0
    assert '"GET", "/pets"' in (folder / "out/old_client/resources/pets.py").read_text()


ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/v1/pets.yaml": (200, {}, PETS.encode()),
    "/moved": (302, {"Location": "/v1/pets.yaml"}, b""),
    "/round": (302, {"Location": "/round"}, b""),
    "/file": (302, {"Location": "file:///etc/hostname"}, b""),
    "/long": (200, {}, b"#" * 3000),
    "/parts.json": (200, {}, PETS.replace("'#/components/schemas/Pet'", "'../other.yaml'").encode()),
}


@pytest.fixture
def server() -> Iterator[str]:
    """The address of a server with some documents."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = ANSWERS.get(self.path.partition("?")[0], (404, {}, b""))
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as found:
        threading.Thread(target=found.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{found.server_address[1]}"
        found.shutdown()


@pytest.mark.parametrize("path", ["/v1/pets.yaml?key=1", "/moved"])
def test_a_document_at_an_address(folder: Path, run: Any, server: str, path: str) -> None:
    assert run("--url", f"http://me:xyzzy@{server}{path}#x", "--output", "out", "--package", "pets_client")[0] == 0
    manifest = json.loads((folder / "out/.manifest.json").read_text())
    assert manifest["url"] == f"http://{server}{path}"
    assert manifest["sha256"] == hashlib.sha256(PETS.encode()).hexdigest()
    assert "xyzzy" not in "".join(each.read_text() for each in (folder / "out").rglob("*") if each.is_file())


@pytest.mark.parametrize(
    ("path", "code", "message"),
    [
        ("/missing", 4, "/missing answers 404 Not Found"),
        ("/round", 4, "/round cannot be fetched: Exceeded maximum allowed redirects."),
        ("/file", 4, "/file cannot be fetched: "),
        ("/long", 4, "/long is larger than"),
        ("/parts.json", 3, "E112"),
    ],
)
def test_an_address_without_a_document(
    folder: Path, run: Any, server: str, monkeypatch: pytest.MonkeyPatch, path: str, code: int, message: str
) -> None:
    monkeypatch.setattr("generator.pipeline.fetch.MAX_BYTES", 2000)
    found, text = run("--url", f"http://{server}{path}", "--output", "out")
    assert found == code and message in text
    assert not (folder / "out").exists()


CONFIG = '[templates]\nfolder = "mine"\nversion = 1\n'


@pytest.fixture
def templates(folder: Path) -> Path:
    """A folder of templates that choices name."""
    (folder / "choices.toml").write_text(CONFIG)
    (folder / "mine").mkdir()
    return folder / "mine"


def test_templates_of_ones_own(folder: Path, templates: Path, run: Any) -> None:
    (templates / "README.md.jinja").write_text(
        "Ours: {{ api.title }}, {{ source }}.\n\n{% include 'original/README.md.jinja' %}\n"
    )
    assert run("api/pets.yaml", "--output", "out", "--config", "choices.toml")[0] == 0
    text = (folder / "out/README.md").read_text()
    assert text.startswith("Ours: Pets, pets.yaml.\n\n") and "pip install" in text


@pytest.mark.parametrize(
    ("name", "text", "place", "message"),
    [
        ("README.md.jinja", "\n{{ api.titel }}\n", "mine/README.md.jinja:2", "has no attribute 'titel'"),
        ("README.md.jinja", "{% if %}", "mine/README.md.jinja:1", "Expected an expression"),
        ("READ.md.jinja", "", "mine/READ.md.jinja:1", "no template is called so"),
        ("client.py.jinja", "def (", "mine:1:1", "client.py:1:5"),
        ("client.py.jinja", "x = 1\n", "mine:1:1", "client.py: pets missing"),
    ],
)
def test_templates_that_are_wrong(
    folder: Path, templates: Path, run: Any, name: str, text: str, place: str, message: str
) -> None:
    (templates / name).write_text(text)
    code, printed = run("api/pets.yaml", "--output", "out", "--config", "choices.toml")
    assert code == 3 and f"{place}" in printed and "error E123" in printed and message in printed
    assert not (folder / "out").exists()


def test_templates_of_another_version(folder: Path, templates: Path, run: Any) -> None:
    (folder / "choices.toml").write_text(CONFIG.replace("1", "7"))
    code, text = run("api/pets.yaml", "--output", "out", "--config", "choices.toml")
    assert code == 3 and "choices.toml:3:1: error E121: templates see version 1, not 7" in text


def test_commands_for_what_was_made(folder: Path, run: Any) -> None:
    script = "import pathlib; pathlib.Path('LICENSE').write_text('Mine.'); pathlib.Path('reference.md').unlink()"
    command = f'{sys.executable} -c "{script}"'
    (folder / "choices.toml").write_text(f"after = [{json.dumps(command)}]\n")
    assert run("api/pets.yaml", "--output", "out", "--config", "choices.toml")[0] == 0
    assert (folder / "out/LICENSE").read_text() == "Mine." and not (folder / "out/reference.md").exists()
    code, text = run("api/pets.yaml", "--output", "out", "--config", "choices.toml")  # nothing looks edited
    assert code == 0 and "0 files written" in text


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("no-such-command here", "'no-such-command here' cannot be run: No such file or directory"),
        (f"{sys.executable} -c 'print(7); exit(3)'", "ended with exit code 3"),
        ("echo 'open", "No closing quotation"),
        (f"""{sys.executable} -c "open('x', 'wb').write(bytes([255]))" """, "x is no text in UTF-8"),
    ],
)
def test_commands_that_fail(folder: Path, run: Any, command: str, message: str) -> None:
    (folder / "choices.toml").write_text(f"after = [\n  {json.dumps(command)},\n]\n")
    code, text = run("api/pets.yaml", "--output", "out", "--config", "choices.toml")
    assert code == 3 and "choices.toml:" in text and "error E124: after: " in text and message in text
    assert not (folder / "out").exists()


@pytest.mark.parametrize("choice", ['after = ["true"]', CONFIG])
def test_what_came_with_a_document_runs_nothing(folder: Path, run: Any, choice: str) -> None:
    (folder / "api/provider.toml").write_text(choice)
    code, text = run("api/pets.yaml", "--output", "out")
    assert code == 3 and "api/provider.toml:1:1: error E122" in text and "--config api/provider.toml" in text
    assert not (folder / "out").exists()


def test_watching(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path, part = folder / "api/pets.yaml", folder / "api/part.yaml"
    part.write_text("x: 1")
    runs: list[str] = []

    def build() -> Report:
        report = Report()
        runs.append(path.read_text())
        load.load_data(path, report)
        report.sources[part.as_posix()] = ""
        return report

    changes = iter([(path, "openapi: [\n"), (path, OTHER + "#\n"), (part, "x: 22"), (path, "")])

    def sleep(seconds: float) -> None:
        assert seconds > 0
        for changed, text in changes:
            changed.write_text(text) if text else changed.unlink()
            return
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        watching(build, [path], sleep)
    assert [len(each) > 20 for each in runs] == [True, False, True, True]
    said = capfd.readouterr().err
    assert said.count("watching; interrupt to end") == 5 and "error E103" in said and "No such file" in said


def test_the_page_of_templates_has_them_all() -> None:
    root = Path(__file__).parent.parent
    page = (root / "docs/templates.md").read_text()
    assert set(re.findall(r"^\| `([\w.]+\.jinja)`", page, re.MULTILINE)) == {
        path.name for path in (root / "templates").iterdir()
    }
    assert f"version = {TEMPLATES_VERSION} " in page


def test_the_page_of_build_has_all_choices(tmp_path: Path) -> None:
    page = (Path(__file__).parent.parent / "docs/build.md").read_text()
    toml = page.split("```toml\n")[1].split("```")[0]
    (tmp_path / "provider.toml").write_text(toml)
    report = Report()
    found = read_provider(tmp_path / "provider.toml", default_provider("x"), PLAIN, report, file="provider.toml")
    usual = default_provider("x")
    same = {each.name for each in fields(Provider) if getattr(found, each.name) == getattr(usual, each.name)}
    assert same == {"name", "http_library", "imports", "locked"}


def test_a_choice_names_a_resource_within_another(folder: Path, run: Any) -> None:
    (folder / "api/provider.toml").write_text('[operations.getPet]\nresource = "zoo.animals"\nname = "fetch"\n')
    assert run("api/pets.yaml", "--output", "out")[0] == 0
    assert "GET /pets/{petId} = zoo.animals.fetch" in (folder / "out/names.lock").read_text()
    (folder / "api/provider.toml").write_text('[operations.getPet]\nresource = "zoo..animals"\n')
    code, text = run("api/pets.yaml", "--output", "out")
    assert code == 3 and "resource = 'zoo..animals' is not a Python name" in text


SHARED_PARTS = """openapi: 3.1.0
info: {title: Parts, version: "1"}
paths:
  /a:
    get:
      operationId: getA
      tags: [a]
      responses: {"200": {description: "", content: {application/json: {schema: &part
        {type: object, properties: {size: {type: object, properties: {width: {type: integer}}}}}}}}}
  /articles:
    get:
      operationId: listAllTheArticles
      tags: [articles]
      responses: {"200": {description: "", content: {application/json: {schema: *part}}}}
  /articles/{id}:
    get:
      operationId: getArticle
      tags: [articles]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: "", content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}}
  /faulty:
    get: {operationId: faulty, tags: [faulty], responses: {"200": {description: ""}}}
components:
  schemas:
    Item: {type: object, properties: {size: {title: Measure, type: object, properties: {depth: {type: integer}}}}}
    Other: {type: object, properties: {measure: {title: Measure, type: object, properties: {b: {type: integer}}}}}
"""


@pytest.mark.parametrize("part", [("--include", "tag:articles"), ("--exclude", "tag:a", "--exclude", "tag:faulty")])
def test_a_part_calls_its_classes_as_the_whole_does(folder: Path, run: Any, part: tuple[str, ...]) -> None:
    spec = folder / "parts.yaml"
    spec.write_text(SHARED_PARTS)
    assert run("parts.yaml", "--output", "whole")[0] == 0
    whole = (folder / "whole/names.lock").read_text().splitlines()
    assert run("parts.yaml", "--output", "part", *part)[0] == 0
    lines = (folder / "part/names.lock").read_text().splitlines()
    assert "GET /articles 200 = GetAResponse" in lines and "Item size = ItemSize" in lines
    assert {each.rpartition(" = ")[2] for each in lines} < {each.rpartition(" = ")[2] for each in whole}
    faulty = SHARED_PARTS.replace('faulty, tags: [faulty], responses: {"200": {description: ""}}', "x, responses: no")
    spec.write_text(faulty.replace("/faulty:", '"{faulty":'))
    assert run("parts.yaml", "--output", "whole2", "--strict")[0] == 3
    code, text = run("parts.yaml", "--output", "alone", "--include", "tag:articles")
    assert code == 0, text


def test_whose_a_package_is(folder: Path, run: Any) -> None:
    """[project] goes into pyproject.toml as the standard for that spells it."""
    (folder / "api/pets.yaml").write_text(PETS.replace("title: Pets", "title: Pets \U0001f43e"))
    choices = folder / "api/provider.toml"
    choices.write_text(
        '[project]\nlicense = "MIT"\nauthors = [{ name = "Zoë \U0001f680", email = "z@example.com" }]\n'
        'classifiers = ["Typing :: Typed"]\nurls = { "Source code" = "https://pets.example/a?b=\\"c\\"" }\n'
    )
    assert run("api/pets.yaml", "--output", "out")[0] == 0
    project = tomllib.loads((folder / "out/pyproject.toml").read_text())["project"]
    assert project["description"] == "Typed client for Pets \U0001f43e"
    assert project["license"] == "MIT" and project["authors"] == [{"name": "Zoë \U0001f680", "email": "z@example.com"}]
    assert project["urls"] == {"Source code": 'https://pets.example/a?b="c"'}
    assert project["classifiers"] == ["Typing :: Typed"]
    choices.write_text('[project]\ndescription = "Ours"\n')
    assert run("api/pets.yaml", "--output", "two")[0] == 0
    assert tomllib.loads((folder / "two/pyproject.toml").read_text())["project"]["description"] == "Ours"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('licence = "MIT"', "help: did you mean `license`?"),
        ('dependencies = ["x"]', "the key 'dependencies' is not known in [project]"),
        ("license = 3", "license is not text"),
        ('authors = ["Zoë"]', "authors is not a list of {name, email}"),
        ('urls = ["https://x.example"]', "urls is not a table of addresses"),
        ('keywords = "pets"', "keywords is not a list of texts"),
    ],
)
def test_wrong_keys_of_a_project(folder: Path, run: Any, line: str, message: str) -> None:
    (folder / "api/provider.toml").write_text(f"[project]\n{line}\n")
    code, text = run("api/pets.yaml", "--output", "out")
    assert code == 3 and "api/provider.toml:2:1: error E121" in text and message in text
