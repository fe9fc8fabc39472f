"""Bad documents: the exact text a user sees, the exit code, and an output folder that nobody touched.

Each folder of bad/ is named after the code it shows and holds what a provider's folder holds (or openapi.json, which
goes through `build --strict`), `stderr.txt`, what the strict run says, and, where the document is given to `build` as
well, `build.txt`, what the tolerant run says. GOLDEN=write in the environment rewrites both.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from generator.command import cli

TESTS = Path(__file__).parent
FOLDERS = sorted(path for path in (TESTS / "bad").iterdir() if path.is_dir())
CODE = re.compile(r"E\d{3}")
WRITE = os.environ.get("GOLDEN") == "write"

WITHOUT_FOLDER = {
    "E101": "a file of more than 50 MB; test_load.py makes one",
    "E221": "the validator has to fail; test_bad.py makes it",
    "E122": "a file beside a document is found by `build` alone; test_build.py has one",
    "E123": "templates of ones own; test_build.py has some",
    "E124": "commands for what was made; test_build.py has some",
    "E125": "plug-ins, which are installed; test_plugins.py has some",
    "E177": "specs/ hold no Swagger 2.0; tests/importers/bad shows it",
}
"""Codes that no small document shows, each with its reason."""

OTHER_COMMANDS = {"diff", "pages"}
"""Parts of generator/ that neither `generate` nor `build` runs; their own tests show what they say."""

REFUSED = {
    "E102-not-utf8",
    "E103-bad-json",
    "E103-bad-yaml",
    "E104-duplicate-key",
    "E104-duplicate-key-json",
    "E105-several-documents",
    "E106-number-too-large",
    "E107-key-is-a-mapping",
    "E108-tag",
    "E109-alias-cycle",
    "E111-network-reference",
    "E112-reference-leaves-folder",
    "E113-missing-file",
    "E114-reference-cycle",
    "E201-unknown-version",
    "E202-not-a-spec",
    "E402-paging-names-no-parameter",
    "E402-paging-pointer",
    "E403-error-when",
    "E420-unknown-signature",
}
"""Documents that `build` refuses as well; it repairs or degrades all others, and says so."""

SILENT = {"E201-swagger", "E220-contact-is-text"}
"""Documents in which `build` finds no fault: it converts them, or only the published schema of OpenAPI objects."""

LEFT_OUT = {
    "E404-signed-by-the-user",
    "E216-undeclared-tag",
    "E222-prefix-without-namespace",
    "E226-not-spoken",
    "E307-unknown-keyword",
    "E309-default-of-another-type",
    "E312-required-of-an-array",
    "E313-branches-disagree",
    "E314-closed-branch",
    "E315-many-members",
    "E316-required-together",
    "E317-two-unions",
    "E406-aliases-in-a-circle",
    "E407-element-without-a-name",
    "E409-pages-found",
    "E410-looks-like-pages",
    "E411-header-of-a-part",
    "E414-form-of-a-list",
    "E415-header-of-http",
    "E421-webhook-as-it-came",
}
"""Documents without a fault: `report.json` says what no package shows, and no run refuses them."""


def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """Run the command line as a user does, in this process; returns the exit code and what stood on stderr."""
    monkeypatch.setattr(sys, "argv", ["generator", *arguments])
    monkeypatch.setenv("CI", "1")
    with pytest.raises(SystemExit) as stopped:
        cli.run()
    output = capsys.readouterr()
    assert output.out == ""
    code = stopped.value.code
    return (code if isinstance(code, int) else 0), output.err


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def laid_out(folder: Path, root: Path) -> None:
    """Put a folder of bad/ where a provider's stands, beside a package that is there already."""
    shutil.copytree(
        folder, root / "specs/acme", ignore=shutil.ignore_patterns("stderr.txt", "build.txt", "report.json")
    )
    package = root / "generated/acme/acme_client"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("old = True\n", encoding="utf-8")


def compare(golden: Path, text: str) -> None:
    if WRITE:
        golden.write_text(text, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "folder", [each for each in FOLDERS if each.name not in LEFT_OUT], ids=lambda folder: folder.name
)
def test_strict_run_refuses_and_says_why(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    laid_out(folder, tmp_path)
    monkeypatch.chdir(tmp_path)
    before = tree(tmp_path)
    command = ["generate", "acme"]
    if (folder / "openapi.json").is_file():
        command = ["build", "specs/acme/openapi.json", "--strict", "--output", "generated/acme"]
    code, text = run(monkeypatch, capsys, *command)
    assert tree(tmp_path) == before
    assert code == 3, text
    compare(folder / "stderr.txt", text)
    assert CODE.findall(text)[0] == folder.name[:4]
    assert text.endswith(" Nothing was written.\n")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_build_takes_what_it_can(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`ir` is `build` without the back end: it prints the same problems, and is fast enough to run on every folder."""
    document = next((path for path in sorted(folder.glob("openapi.*"))), None)
    if document is None or any((folder / each).is_file() for each in ("provider.toml", "names.lock")):
        pytest.skip("what `ir` does not read is at fault: provider.toml, names.lock or the overlay")
    laid_out(folder, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["generator", "ir", f"specs/acme/{document.name}"])
    with pytest.raises(SystemExit) as stopped:
        cli.run()
    output = capsys.readouterr()
    refused = folder.name in REFUSED
    assert (stopped.value.code or 0) == (3 if refused else 0)
    assert ("error" if refused else "warning") in output.err or folder.name in SILENT | LEFT_OUT
    compare(folder / "build.txt", output.err)


@pytest.mark.parametrize("name", sorted(LEFT_OUT))
def test_what_is_left_out_is_listed(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    laid_out(TESTS / "bad" / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    code, text = run(monkeypatch, capsys, "generate", "acme", "--force", "--report", "report.json")
    assert code == 0, text
    listed = (tmp_path / "report.json").read_text(encoding="utf-8")
    compare(TESTS / "bad" / name / "report.json", listed)
    assert CODE.findall(listed)[0] == name[:4]


@pytest.mark.parametrize("name", ["E203-equal-operation-ids", "E302-wrong-type"])
def test_build_writes_a_package_of_a_repaired_document(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    laid_out(TESTS / "bad" / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    code, text = run(monkeypatch, capsys, "build", "specs/acme/openapi.yaml", "--output", "out")
    assert code == 0
    assert (TESTS / "bad" / name / "build.txt").read_text(encoding="utf-8") in text
    assert text.endswith("0 errors, 1 warning.\n")
    assert (tmp_path / "out/acme_client/client.py").is_file()


def test_validator_that_gives_up_is_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def give_up(self: object) -> None:
        raise RecursionError

    monkeypatch.setattr("openapi_spec_validator.OpenAPIV31SpecValidator.iter_errors", give_up)
    laid_out(TESTS / "bad/E302-wrong-type", tmp_path)
    path = tmp_path / "specs/acme/openapi.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("type: int", "type: integer"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code, text = run(monkeypatch, capsys, "generate", "acme")
    assert code == 3
    assert text.startswith("specs/acme/openapi.yaml:1:1: error E221: openapi-spec-validator gave up: ")


def test_codes_and_folders_match() -> None:
    root = TESTS.parent / "generator"
    paths = [path for path in root.rglob("*.py") if path.relative_to(root).parts[0] not in OTHER_COMMANDS]
    codes = {code for path in paths for code in re.findall(r'"(E\d{3})"', path.read_text(encoding="utf-8"))}
    folders = {folder.name[:4] for folder in FOLDERS}
    assert folders == codes - WITHOUT_FOLDER.keys()
    assert codes >= WITHOUT_FOLDER.keys(), "an exception is no longer needed"


def test_tables_name_folders_that_are_there() -> None:
    assert {folder.name for folder in FOLDERS} >= REFUSED | LEFT_OUT
