"""Faults of the new document come first, a type that is lost by one is no patch; and which lines the reports show."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .battery import base, edited
from .repository import Run, report, write

TYPE = "/components/schemas/Pet/properties/age/type"


def compared(run: Run, tmp_path: Path, change: Any, *arguments: str, old: Any = None) -> int:
    write(tmp_path / "old.yaml", old or base())
    write(tmp_path / "new.yaml", edited(old or base(), change))
    return run("diff", "old.yaml", "new.yaml", *arguments)


def line_of(tmp_path: Path, side: str, text: str) -> int:
    """Return the number of the only line with a text."""
    lines = (tmp_path / f"{side}.yaml").read_text(encoding="utf-8").splitlines()
    (found,) = [number for number, line in enumerate(lines, 1) if text in line]
    return found


def test_a_fault_of_the_new_side_comes_first(run: Run, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    compared(run, tmp_path, {"set": {TYPE: "strng"}})
    line = line_of(tmp_path, "new", "strng")
    lines = capfd.readouterr().out.splitlines()
    assert lines[2].startswith(f"fault: new.yaml:{line}: degraded E302: the type 'strng' is not known")
    compared(run, tmp_path, {"set": {TYPE: "strng"}}, "--format", "github")
    annotation = f"::warning file=new.yaml,line={line},title=degraded E302::the type 'strng'"
    assert capfd.readouterr().out.startswith(annotation)
    compared(run, tmp_path, {"set": {TYPE: "strng"}}, "--format", "json")
    (fault,) = report(capfd)["faults"]
    assert (fault["code"], fault["severity"], fault["at"]) == ("E302", "degraded", f"new.yaml:{line}")
    for format in ("markdown", "html"):
        compared(run, tmp_path, {"set": {TYPE: "strng"}}, "--format", format)
        text = capfd.readouterr().out
        assert 0 < text.index("degraded E302") < text.index("Pet/age")


def test_a_fault_that_both_sides_have_is_not_told(run: Run, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    old = edited(base(), {"set": {TYPE: "strng"}})
    compared(run, tmp_path, {"set": {"/paths/~1pets/get/deprecated": True}}, "--format", "json", old=old)
    assert report(capfd)["faults"] == []


@pytest.mark.parametrize("format", ["terminal", "markdown", "html", "json", "github", "changelog"])
def test_what_was_found_is_no_fault(run: Run, tmp_path: Path, capfd: pytest.CaptureFixture[str], format: str) -> None:
    """Pages that the document does not state are told as a change, and a note on them is no fault."""
    page = {"name": "page", "in": "query", "schema": {"type": "integer", "default": 1}}
    change = {"set": {"/paths/~1pets/get/parameters/-": page}}
    assert compared(run, tmp_path, change, "--format", format) == 1
    told = capfd.readouterr().out
    assert "E409" not in told
    assert format == "json" or "pages now: the method returns an iterator of items" in told


def test_a_type_that_is_lost_by_a_fault_is_no_patch(
    run: Run, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    schema = {"type": "strng"}
    compared(run, tmp_path, {"set": {"/paths/~1pets/get/parameters/0/schema": schema}}, "--format", "json")
    (finding,) = report(capfd)["findings"]
    assert (finding["level"], finding["rule"], finding["hint"]) == ("minor", "type-widened", "mend the document")
    assert f"through a fault, E302 at new.yaml:{line_of(tmp_path, 'new', 'strng')}" in finding["message"]


KIND = "/components/schemas/Pet/properties/kind"
SHOWN: dict[str, tuple[Any, str]] = {
    "type": ({"set": {TYPE: "string"}}, "type: string"),
    "value of an enumeration": ({"set": {f"{KIND}/enum": ["cat", "parrot"]}}, "- parrot"),
    "bound": ({"set": {"/components/schemas/Pet/properties/age/maximum": 77}}, "maximum: 77"),
}


@pytest.mark.parametrize("name", SHOWN)
def test_the_line_that_changed_is_shown(run: Run, tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str) -> None:
    change, text = SHOWN[name]
    old = edited(base(), {"set": {f"{KIND}/enum": ["cat", "dog"]}})
    compared(run, tmp_path, change, "--format", "html", old=old)
    marked = [line.partition("</mark>")[0] for line in capfd.readouterr().out.split("<mark")]
    assert [line for line in marked if line.endswith(f">{text}") or line.endswith(f"  {text}")]


def test_the_entry_of_required_is_shown(run: Run, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    required = [*base()["components"]["schemas"]["Pet"].get("required", []), "weight"]
    compared(run, tmp_path, {"set": {"/components/schemas/Pet/required": required}}, "--format", "html")
    marked = [line.partition("</mark>")[0] for line in capfd.readouterr().out.split("<mark")]
    assert [line for line in marked if line.endswith("- weight")]


def test_no_value_is_cut_in_json(run: Run, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    values = [f"value-number-{number:03}" for number in range(60)]
    old = edited(base(), {"set": {f"{KIND}/enum": ["cat", *values]}})
    compared(run, tmp_path, {"set": {f"{KIND}/enum": ["cat"]}}, "--format", "json", old=old)
    (finding,) = [each for each in report(capfd)["findings"] if each["rule"] == "enum-value-removed"]
    assert finding["old"] == ", ".join(values) and len(finding["message"]) < 300


def test_annotations_of_what_is_gone_stand_in_the_new_file(
    run: Run, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    compared(run, tmp_path, {"remove": ["/components/schemas/Pet/properties/weight"]}, "--format", "github")
    lines = capfd.readouterr().out.splitlines()
    found = [line for line in lines if "Pet/weight" in line]
    new = (tmp_path / "new.yaml").read_text(encoding="utf-8").splitlines()
    number = int(found[0].split("line=")[1].split(",")[0])
    assert found[0].startswith("::error file=new.yaml,") and new[number - 1].strip() == "properties:"
    assert number > line_of(tmp_path, "new", "    Pet:")


def test_many_faults_of_a_kind_are_counted(run: Run, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    wrong = {f"p{number}": {"type": "strng"} for number in range(9)}
    compared(run, tmp_path, {"set": {f"/components/schemas/Pet/properties/{key}": each for key, each in wrong.items()}})
    lines = [line for line in capfd.readouterr().out.splitlines() if line.startswith("fault: ")]
    assert len(lines) == 4 and lines[3] == "fault: and 6 more degraded E302"
