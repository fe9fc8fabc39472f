"""The command line as a user meets it: exit codes, messages, nothing written when something is wrong."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator import __version__
from generator.command import cli
from generator.command.console import print_report
from generator.command.show import summary
from generator.pipeline import Generated, Source
from generator.report import Location, Report

ROOT = Path(__file__).parent.parent
PETS = """openapi: 3.1.0
info: {title: Pets, version: "1"}
servers: [{url: https://pets.example}]
paths:
  /pets/{petId}:
    get:
      operationId: getPet
      tags: [pets]
      parameters: [{name: petId, in: path, required: true, schema: {type: string}}]
      responses:
        "200":
          description: A pet.
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}}}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to run in, with one provider."""
    (tmp_path / "specs" / "pets").mkdir(parents=True)
    (tmp_path / "specs" / "pets" / "openapi.yaml").write_text(PETS)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("generator.pipeline.cache.folder", lambda: tmp_path / "cache")
    monkeypatch.setenv("CI", "true")
    return tmp_path


def _run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["generator", *arguments])
    with pytest.raises(SystemExit) as caught:
        cli.run()
    code = caught.value.code
    return code if isinstance(code, int) else 0


def test_generate_twice_then_check(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert _run(monkeypatch, "generate") == 0
    assert "files written" in capfd.readouterr().err
    package = folder / "generated" / "pets" / "pets_client"
    assert (
        "def get(self, pet_id: str, *, options: CallOptions | None = None) -> _models.Pet:"
        in (package / "resources" / "pets.py").read_text()
    )
    stamps = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    assert _run(monkeypatch, "generate") == 0
    assert capfd.readouterr().err == "pets: up to date\n"
    assert {path: path.stat().st_mtime_ns for path in stamps} == stamps
    assert _run(monkeypatch, "check") == 0


UNTOUCHED = {"datamodel_code_generator", "jinja2", "yaml", "httpx", "rich", "openapi_spec_validator", "jsonschema"}
"""What a run that makes nothing has no use for."""


def test_a_run_with_nothing_to_do_loads_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _run(monkeypatch, "generate") == 0
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from pathlib import Path; from generator.pipeline import cache\n"
        f"cache.folder = lambda: Path({str(folder / 'cache')!r}); sys.argv = ['generator', 'generate']\n"
        "from generator.command.cli import run\n"
        "try: run()\n"
        "except SystemExit: print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "pets: up to date\n"
    modules = set(done.stdout.split())
    assert {each.partition(".")[0] for each in modules} & UNTOUCHED == set()
    assert {
        each for each in modules if each.startswith(("generator.ir", "generator.python", "generator.pipeline."))
    } == {
        "generator.pipeline.cache",
        "generator.pipeline.write",
    }


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"x": 1}', "\\ud800"])
def test_a_damaged_cache_is_made_anew(
    damage: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert _run(monkeypatch, "generate") == 0
    sound = (folder / "cache/generate.json").read_text()
    (folder / "cache/generate.json").write_text(damage)
    calls = _counted(monkeypatch)
    assert _run(monkeypatch, "generate") == 0
    assert calls == ["pets"]
    assert (folder / "cache/generate.json").read_text() in (sound, sound.replace("{", '{\n  "x": 1,', 1))
    assert _run(monkeypatch, "generate") == 0
    assert calls == ["pets"]


def test_without_the_cache(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = _counted(monkeypatch)
    assert _run(monkeypatch, "generate") == 0
    assert _run(monkeypatch, "generate") == 0
    assert _run(monkeypatch, "generate", "--no-cache") == 0
    assert calls == ["pets", "pets"]


def _counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets the name of each provider whose package is made."""
    made: list[str] = []
    real = cli._made

    def counted(name: str, specs: Path, report: Report, *, cached: bool) -> tuple[Source, Generated]:
        made.append(name)
        return real(name, specs, report, cached=cached)

    monkeypatch.setattr(cli, "_made", counted)
    return made


def test_check_names_what_differs(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert _run(monkeypatch, "generate") == 0
    spec = folder / "specs" / "pets" / "openapi.yaml"
    spec.write_text(PETS.replace("name: {type: string}}}", "name: {type: string}, age: {type: integer}}}"))
    before = _content(folder)
    capfd.readouterr()
    assert _run(monkeypatch, "check") == 1
    printed = capfd.readouterr()
    assert printed.out == ("differs: generated/pets/pets_client/models/pet.py\ndiffers: specs/pets/manifest.json\n")
    assert _content(folder) == before


def _content(folder: Path) -> dict[Path, bytes]:
    """Return what the folder holds beside the cache."""
    return {path: path.read_bytes() for path in folder.glob("[!c]*/**/*") if path.is_file()}


def test_edited_file(folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    assert _run(monkeypatch, "generate") == 0
    edited = folder / "generated" / "pets" / "pets_client" / "client.py"
    edited.write_text("# mine\n")
    capfd.readouterr()
    assert _run(monkeypatch, "generate") == 4
    assert "edited: pets_client/client.py" in capfd.readouterr().err
    assert edited.read_text() == "# mine\n"
    assert _run(monkeypatch, "generate", "--force") == 0
    assert "class PetsClient" in edited.read_text()


def test_typo_in_the_provider(folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    assert _run(monkeypatch, "generate", "pest") == 2
    assert "did you mean 'pets'?" in " ".join(capfd.readouterr().err.replace("│", " ").split())


def test_refused(folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "specs" / "pets" / "openapi.yaml").write_text("openapi: 4.0.0\n")
    assert _run(monkeypatch, "generate") == 3
    assert "specs/pets/openapi.yaml:1:10: error E201" in capfd.readouterr().err
    assert not (folder / "generated").exists()


def test_build_and_ir(folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    spec = "specs/pets/openapi.yaml"
    assert _run(monkeypatch, "build", spec, "--output", "out", "--package", "my_pets") == 0
    assert (folder / "out" / "my_pets" / "py.typed").exists()
    assert (folder / "out" / "pyproject.toml").exists()
    capfd.readouterr()
    assert _run(monkeypatch, "ir", "pets") == 0
    api = json.loads(capfd.readouterr().out)
    assert api["resources"][0]["operations"][0]["path"] == "/pets/{petId}"
    assert api["resources"][0]["operations"][0]["at"] == ["specs/pets/openapi.yaml", "/paths/~1pets~1{petId}/get"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["build", "missing.yaml", "--output", "out"], "is not a file"),
        (["build", "specs/pets/openapi.yaml", "--output", "out", "--package", "1x"], "is not a Python name"),
        (["ir", "nothing"], "neither a provider"),
        (["generate", "--specs", "nowhere"], "no provider in nowhere/"),
    ],
)
def test_wrong_usage(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert _run(monkeypatch, *arguments) == 2
    assert message in " ".join(capfd.readouterr().err.replace("│", " ").split())


def test_output_that_cannot_be_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "generated").write_text("a file, not a folder")
    assert _run(monkeypatch, "generate") == 4
    assert "error: " in capfd.readouterr().err


def test_a_bug_is_reported_without_a_traceback(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("generator.python.verify.verify", broken)
    assert _run(monkeypatch, "generate") == 5
    printed = capfd.readouterr().err
    assert "bug: RuntimeError: boom" in printed and "Traceback" not in printed
    log = Path(printed.split("document and ")[1].strip().rstrip("."))
    assert "Traceback" in log.read_text()
    log.unlink()


def test_help_and_version() -> None:
    """Run as a user does, once."""
    command = [sys.executable, "-m", "generator"]
    shown = subprocess.run([*command, "--help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert all(word in shown for word in ("generate", "check", "build", "ir", "Exit codes"))
    version = subprocess.run([*command, "--version"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert version.strip() == __version__


STRAY = PETS.replace("operationId: getPet", "operationId: getPet\n      sumary: One pet")


@pytest.mark.parametrize("command", [["ir", "pets.yaml"], ["build", "pets.yaml", "--output", "out"]])
def test_report_file_holds_every_problem(
    command: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "pets.yaml").write_text(STRAY)
    assert _run(monkeypatch, *command, "--report", "problems.json") == 0
    assert json.loads((folder / "problems.json").read_text()) == {
        "version": 1,
        "problems": [
            {
                "code": "E212",
                "severity": "repaired",
                "message": "`sumary` is no field of an operation; `build` ignores it",
                "help": "did you mean `summary`?",
                "file": "pets.yaml",
                "pointer": "/paths/~1pets~1{petId}/get/sumary",
                "line": 8,
                "column": 7,
            }
        ],
    }
    assert sorted(each.name for each in folder.glob(".*")) == []


def test_report_file_of_a_refused_document(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "specs" / "pets" / "openapi.yaml").write_text(STRAY)
    assert _run(monkeypatch, "generate", "--report", "problems.json") == 3
    assert [each["severity"] for each in json.loads((folder / "problems.json").read_text())["problems"]] == ["error"]


def test_report_file_does_not_rest_on_what_is_remembered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _run(monkeypatch, "generate") == 0
    assert _run(monkeypatch, "generate", "--report", "first.json") == 0
    assert _run(monkeypatch, "generate", "--report", "second.json") == 0
    assert (folder / "first.json").read_bytes() == (folder / "second.json").read_bytes()


@pytest.mark.parametrize(
    ("path", "why"), [("no/problems.json", "No such file or directory"), ("specs", "Is a directory")]
)
@pytest.mark.parametrize("command", [["generate"], ["ir", "pets"], ["build", "pets.yaml", "--output", "out"]])
def test_report_file_that_cannot_be_written(
    command: list[str], path: str, why: str, folder: Path, monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    (folder / "pets.yaml").write_text(PETS)
    assert _run(monkeypatch, *command, "--report", path) == 4
    assert capfd.readouterr().err == f"error: the report cannot be written: {why}: {path}\n"
    assert not (folder / "generated").exists()
    assert not (folder / "out").exists()


def test_what_is_left_out_is_counted_and_no_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    report = Report(strict=True)
    report.left_out("E999", "a thing", Location("pets.yaml"))
    report.stop_on_error()
    print_report(report, "pets")
    report.left_out("E999", "another thing", Location("pets.yaml"))
    print_report(report)
    assert capfd.readouterr().err == (
        "pets: 1 thing left out; --report FILE lists it\n2 things left out; --report FILE lists them\n"
    )
    assert summary(report) == "0 errors, 0 warnings."


MORE = (
    PETS.replace(
        "components:",
        """  /pets:
    get:
      operationId: searchPets
      tags: [animals]
      responses: {"200": {description: All., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
components:""",
    )
    .replace("operationId: getPet", "operationId: fetchOneOfThePets")
    .replace("tags: [pets]", "tags: [animals]")
)
"""A later edition: other operationIds, another tag, one operation more."""


def test_a_later_edition_renames_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    spec, lock = folder / "specs/pets/openapi.yaml", folder / "specs/pets/names.lock"
    assert _run(monkeypatch, "generate") == 0
    assert lock.read_text().splitlines()[1:] == ["GET /pets/{petId} = pets.get"]
    lock.unlink()
    assert _run(monkeypatch, "check") == 1 and "differs: specs/pets/names.lock" in capfd.readouterr().out
    assert _run(monkeypatch, "generate") == 0
    spec.write_text(MORE)
    assert _run(monkeypatch, "generate") == 0
    assert lock.read_text().splitlines()[1:] == ["GET /pets = animals.search_pets", "GET /pets/{petId} = pets.get"]
    assert "def get(" in (folder / "generated/pets/pets_client/resources/pets.py").read_text()
    assert _run(monkeypatch, "check") == 0


def test_build_keeps_the_names_of_the_package_it_writes(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    spec = folder / "pets.yaml"
    spec.write_text(PETS)
    assert _run(monkeypatch, "build", "pets.yaml", "--output", "out") == 0
    spec.write_text(MORE)
    assert _run(monkeypatch, "build", "pets.yaml", "--output", "out") == 0
    assert "GET /pets/{petId} = pets.get" in (folder / "out/names.lock").read_text()
    (folder / "out/names.lock").write_text("GET /pets/{petId} = pets.one\n")
    assert _run(monkeypatch, "build", "pets.yaml", "--output", "out") == 0
    assert "def one(" in (folder / "out/pets_client/resources/pets.py").read_text()
    (folder / "out/names.lock").write_text("GET /pets/{petId} - pets.one\n")
    assert _run(monkeypatch, "build", "pets.yaml", "--output", "out") == 3
    assert "out/names.lock:1:1: error E430" in capfd.readouterr().err


def test_a_diff_of_documents_takes_the_names_as_a_lock_would(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "old.yaml").write_text(PETS)
    (folder / "new.yaml").write_text(MORE)
    _run(monkeypatch, "diff", "old.yaml", "new.yaml", "--format", "json")
    rules = [each["rule"] for each in json.loads(capfd.readouterr().out)["findings"]]
    assert sorted(rules) == ["operation-added", "operation-id-changed"]


@pytest.mark.parametrize(
    ("title", "arguments", "client"),
    [
        ("The Pets API (v2)", (), "PetsClient"),
        ("GitHub's official OpenAPI spec + more", (), "GitHubClient"),
        ("API", (), "OneClient"),
        ("API", ("--package", "zoo_client"), "ZooClient"),
        ("The Pets API", ("--package", "zoo_client", "--client", "Zoo"), "Zoo"),
    ],
)
def test_who_names_the_client(
    folder: Path, monkeypatch: pytest.MonkeyPatch, title: str, arguments: tuple[str, ...], client: str
) -> None:
    (folder / "one.yaml").write_text(PETS.replace("title: Pets", f'title: "{title}"'))
    assert _run(monkeypatch, "build", "one.yaml", "--output", "out", *arguments) == 0
    package = arguments[1] if arguments else "one_client"
    assert f"class {client}(Client):" in (folder / f"out/{package}/client.py").read_text()


def test_what_is_no_name_of_a_client(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "one.yaml").write_text(PETS)
    assert _run(monkeypatch, "build", "one.yaml", "--output", "out", "--client", "a-b") == 2
    assert "'a-b' is not a Python name" in capfd.readouterr().err


CLASSES = """openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: https://shop.example}]
paths:
  /orders:
    post:
      operationId: addOrder
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
      responses:
        "200":
          description: What came of it.
          content: {application/json: {schema: {type: object, properties: {number: {type: integer}}}}}
components:
  schemas:
    Order:
      type: object
      properties:
        address: {title: Place, type: object, properties: {street: {type: string}}}
        payment:
          oneOf:
            - {type: object, required: [type], properties: {type: {const: card}, digits: {type: string}}}
            - {type: object, required: [type], properties: {type: {const: bank}, iban: {type: string}}}
"""
LATER = (
    CLASSES.replace("title: Place,", "title: Where it goes,")
    .replace("operationId: addOrder", "operationId: createAnOrder")
    .replace(
        "          oneOf:\n", "          oneOf:\n            - {type: object, properties: {type: {const: cash}}}\n"
    )
    .replace("  schemas:\n", "  schemas:\n    OrderPaymentCard: {type: object, properties: {a: {type: string}}}\n")
    .replace(
        "        address:",
        "        place: {title: Place, type: object, properties: {a: {type: string}}}\n        address:",
    )
)
"""A later edition: another title and operationId, a member in front, a component with the name of a class, a title."""
CLASS_LINES = [
    "POST /orders = orders.create",
    "POST /orders 200 = AddOrderResponse",
    "Order address = Place",
    "Order payment|Bank = OrderPaymentBank",
    "Order payment|Card = OrderPaymentCard",
]


def test_a_later_edition_renames_no_class(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    card = "OrderPaymentCard"
    note = f"component {card} is {card}Object: {card} is what names.lock calls Order payment|Card"
    (folder / "shop.yaml").write_text(CLASSES)
    assert _run(monkeypatch, "build", "shop.yaml", "--output", "out") == 0
    assert (folder / "out/names.lock").read_text().splitlines()[1:] == CLASS_LINES
    (folder / "shop.yaml").write_text(LATER)
    capfd.readouterr()
    assert _run(monkeypatch, "build", "shop.yaml", "--output", "out") == 0
    assert note in capfd.readouterr().err.replace("\n", " ")
    assert _run(monkeypatch, "build", "shop.yaml", "--output", "out") == 0
    assert note not in capfd.readouterr().err.replace("\n", " "), "its name is locked now"
    lines = (folder / "out/names.lock").read_text().splitlines()[1:]
    assert set(CLASS_LINES) <= set(lines)
    assert sorted(set(lines) - set(CLASS_LINES)) == [
        "Order payment|Cash = OrderPaymentCash",
        "Order place = OrderPlace",
        "OrderPaymentCard = OrderPaymentCardObject",
    ]
    (folder / "out/names.lock").unlink()
    assert _run(monkeypatch, "build", "shop.yaml", "--output", "out") == 0
    lines = (folder / "out/names.lock").read_text().splitlines()[1:]
    assert "Order address = WhereItGoes" in lines and "Order place = Place" in lines, "nothing says what was there"


def test_a_diff_of_documents_keeps_the_names_of_classes(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "old.yaml").write_text(CLASSES)
    (folder / "new.yaml").write_text(LATER)
    _run(monkeypatch, "diff", "old.yaml", "new.yaml", "--format", "json")
    found = {each["id"] for each in json.loads(capfd.readouterr().out)["findings"]}
    assert not {each for each in found if "renamed" in each or "schema-removed" in each}, found


def test_a_wished_name_leaves_the_old_one_for_a_version(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    provider, lock = folder / "specs/pets/provider.toml", folder / "specs/pets/names.lock"
    provider.write_text('version = "1.4.0"\n')
    assert _run(monkeypatch, "generate") == 0
    shutil.copytree(folder / "specs", folder / "first")
    wished = '[operations.getPet]\nresource = "zoo"\nname = "fetch"\n'
    provider.write_text(f'version = "1.4.0"\n{wished}')
    assert _run(monkeypatch, "generate") == 0
    line = "GET /pets/{petId} = zoo.fetch (was pets.get until 2.0.0)"
    assert lock.read_text().splitlines()[1:] == [line]
    old = (folder / "generated/pets/pets_client/resources/pets.py").read_text()
    assert "@typing_extensions.deprecated" in old and "def get(" in old
    assert "`client.pets.get`, which goes with version 2.0.0" in (folder / "generated/pets/reference.md").read_text()
    assert _run(monkeypatch, "generate") == 0 and lock.read_text().splitlines()[1:] == [line], "it stays"
    shutil.copytree(folder / "specs", folder / "second")
    assert _rules(monkeypatch, capfd, "first", "specs") == ["minor method-name-deprecated"]
    provider.write_text(f'version = "2.0.0"\n{wished}')
    assert _run(monkeypatch, "check") == 1
    assert _run(monkeypatch, "generate") == 0
    assert lock.read_text().splitlines()[1:] == ["GET /pets/{petId} = zoo.fetch"]
    assert not (folder / "generated/pets/pets_client/resources/pets.py").exists()
    assert _rules(monkeypatch, capfd, "second", "specs") == ["major former-name-removed"]


def _rules(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], old: str, new: str) -> list[str]:
    capfd.readouterr()
    _run(monkeypatch, "diff", f"{old}/pets", f"{new}/pets", "--format", "json")
    return [f"{each['level']} {each['rule']}" for each in json.loads(capfd.readouterr().out)["findings"]]


def test_a_line_of_the_lock_that_somebody_edits_says_what_the_name_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "shop.yaml").write_text(CLASSES)
    assert _run(monkeypatch, "build", "shop.yaml", "--output", "out") == 0
    lock = folder / "out/names.lock"
    edited = lock.read_text().replace("= Place", "= Whereabouts (was Place)").replace("= orders.create", "= orders.add")
    lock.write_text(f"{edited}Order = Purchase (was Order)\n")
    assert _run(monkeypatch, "build", "shop.yaml", "--output", "out") == 0
    lines = lock.read_text().splitlines()[1:]
    assert "Order address = Whereabouts (was Place until 0.2.0)" in lines
    assert "Order = Purchase (was Order until 0.2.0)" in lines and "POST /orders = orders.add" in lines
    models = (folder / "out/shop_client/models/__init__.py").read_text()
    assert "Place: TypeAlias = Whereabouts" in models and "Order: TypeAlias = Purchase" in models
    lock.write_text(lock.read_text().replace(" (was Order until 0.2.0)", ""))
    assert _run(monkeypatch, "build", "shop.yaml", "--output", "out") == 0
    assert "Order: TypeAlias" not in (folder / "out/shop_client/models/__init__.py").read_text()
