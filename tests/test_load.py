"""Damaged and hostile text: a clear error with its place, quickly, and never a traceback."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.command.show import show
from generator.openapi.check.validate import validate
from generator.openapi.read import load as loading
from generator.openapi.read.bundle import bundle
from generator.openapi.read.load import load, parse, position, positions
from generator.openapi.schema.walk import components
from generator.report import Location, Report, SpecError

HEAD = 'openapi: 3.1.0\ninfo: {title: Acme, version: "1"}\npaths: {}\n'
BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n" for level in range(1, 12)
)


def first_line(content: bytes | str, folder: Path, *, name: str = "openapi.yaml") -> str:
    """Load, bundle and validate a document that is refused; return the first line of what the user sees."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    report = Report()
    with pytest.raises(SpecError):
        draft = load(path, report, name=name)
        bundle(draft, folder, report)
        validate(draft, report)
    return show(report)[0]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        pytest.param(BOMB, "7:25: error E106: the file holds more than 5000000 values, aliases", id="alias bomb"),
        pytest.param("a: &a\n  b: *a\n", "2:6: error E109: the alias *a stands inside its own anchor", id="cycle"),
        pytest.param("a: *b\n", "1:4: error E109: the alias *b has no anchor", id="no anchor"),
        pytest.param(
            HEAD + "x: !!python/object/apply:os.system [id]\n",
            "4:4: error E108: the tag !!python/object/apply:os.system is not allowed",
            id="python tag",
        ),
        pytest.param(HEAD + "x: !!binary aGk=\n", "4:4: error E108: the tag !!binary is not allowed", id="binary"),
        pytest.param(HEAD + "x: !own 1\n", "4:4: error E108: the tag !own is not allowed", id="own tag"),
        pytest.param("[" * 400 + "]" * 400, "1:201: error E106: values are nested more than 200 deep", id="json 400"),
        pytest.param("[" * 100_000 + "]" * 100_000, "1:201: error E106: values are nested", id="json 100000"),
        pytest.param("{" + '"a":{' * 100_000, "1:1001: error E106: values are nested", id="json open 100000"),
        pytest.param(
            "a:\n" + "".join(" " * depth + "- \n" for depth in range(1, 400)),
            "201:",
            id="yaml block 400",
        ),
        pytest.param("a: " + "[" * 400 + "]" * 400, "1:203: error E106: values are nested", id="yaml 400"),
        pytest.param("a: " + "[" * 100_000, "1:203: error E106: values are nested", id="yaml 100000"),
        pytest.param("- " * 100_000 + "a", "1:401: error E106: values are nested", id="yaml dashes 100000"),
        pytest.param(f"a: {'9' * 5000}", "1:4: error E106: the number 99999999999999999999... has 5000", id="yaml int"),
        pytest.param(f'{{"a": {"9" * 5000}}}', "1:7: error E106: the number 99999999999999999999...", id="json int"),
        pytest.param("a: 1e400", "1:4: error E106: the number 1e400 is too large", id="yaml 1e400"),
        pytest.param('{"a": 1e400}', "1:7: error E106: the number 1e400 is too large", id="json 1e400"),
        pytest.param('{"1e400": "1e400",\n "a": -1e400}', "2:7: error E106: the number -1e400 is too", id="json 1e400"),
        pytest.param("a: .nan", "1:4: error E106: .nan is not a JSON number", id="yaml nan"),
        pytest.param("a: -.inf", "1:4: error E106: -.inf is not a JSON number", id="yaml inf"),
        pytest.param('{"a": [1, NaN]}', "1:11: error E106: NaN is not a JSON number", id="json nan"),
        pytest.param('{"a": -Infinity}', "1:7: error E106: -Infinity is not a JSON number", id="json infinity"),
        pytest.param(HEAD.encode("utf-16"), "1:1: error E102: the file is not UTF-8: it begins as UTF-16", id="utf-16"),
        pytest.param(
            HEAD.encode("utf-16-le"),
            "1:2: error E103: the file is not YAML: the character U+0000",
            id="utf-16 without mark",
        ),
        pytest.param("a: ok\nb: é".encode("latin-1"), "2:4: error E102: the file is not UTF-8: byte 0xe9", id="latin"),
        pytest.param("a: \x00", "1:4: error E103: the file is not YAML: ", id="nul"),
        pytest.param("a:\n\t- b\n", "2:1: error E103: the file is not YAML: found character", id="tab"),
        pytest.param("a: 'b\n", "2:1: error E103: the file is not YAML: ", id="open quote"),
        pytest.param('{"a": "b', "1:7: error E103: the file is not JSON: Unterminated string", id="open json string"),
        pytest.param(
            '{"a": "' + '\\"' * 100_000, "1:7: error E103: the file is not JSON: Untermin", id="open json quotes"
        ),
        pytest.param("", "1:1: error E202: the document is empty", id="empty"),
        pytest.param("\ufeff \n# only a comment\n", "1:1: error E202: the document is empty", id="comment"),
        pytest.param("just a sentence", "1:1: error E202: the document is not an object", id="text"),
        pytest.param("[]", "1:1: error E202: the document is not an object", id="list"),
        pytest.param("<html></html>", "1:1: error E202: the document is not an object", id="html"),
        pytest.param("title: x", "1:1: error E201: `openapi` is missing", id="not a spec"),
        pytest.param('swagger: "2.0"\n', "1:10: error E201: the document is Swagger 2.0", id="swagger"),
        pytest.param("openapi: 3.1\n", "1:10: error E201: the OpenAPI version 3.1 is not known", id="float version"),
        pytest.param("openapi: 3.3.0\n", "1:10: error E201: the OpenAPI version '3.3.0' is not known", id="3.3"),
        pytest.param(f"{HEAD}---\n{HEAD}", "4:1: error E105: the file holds several YAML documents", id="several"),
        pytest.param(
            HEAD + "components: {schemas: {A: {$ref: ../../etc/passwd}}}",
            "4:34: error E112: the reference '../../etc/passwd' leaves the folder of the document",
            id="traversal",
        ),
        pytest.param(HEAD + "components: {schemas: {A: {$ref: /etc/passwd}}}", "4:34: error E112: ", id="absolute"),
        pytest.param(
            HEAD + "components: {schemas: {A: {$ref: '%2e%2e/passwd'}}}", "4:34: error E112: ", id="encoded traversal"
        ),
        pytest.param(
            HEAD + "components: {schemas: {A: {$ref: 'http://127.0.0.1:1/a#/b'}}}",
            "4:34: error E111: the reference 'http://127.0.0.1:1/a#/b' needs the network",
            id="http",
        ),
        pytest.param(HEAD + "components: {schemas: {A: {$ref: 'file:///etc/passwd'}}}", "4:34: error E111", id="file"),
        pytest.param(HEAD + "components: {schemas: {A: {$ref: '//evil.test/a'}}}", "4:34: error E111", id="host"),
        pytest.param(
            HEAD + "components: {schemas: {A: {$ref: '#/components/schemas/A'}}}",
            "4:34: error E114: references lead in a circle: A -> A",
            id="self reference",
        ),
        pytest.param("a: 1\na: 2\n", "2:1: error E104: the key 'a' stands twice", id="duplicate"),
        pytest.param('{"a/b": 1,\n"a/b": 2}', "2:1: error E104: the key 'a/b' stands twice", id="json duplicate"),
        pytest.param("? [a, b]\n: 1\n", "1:3: error E107: the key is a mapping or a sequence", id="list key"),
    ],
)
def test_refused_with_a_place(content: bytes | str, line: str, tmp_path: Path) -> None:
    assert first_line(content, tmp_path).startswith(f"openapi.yaml:{line}")


def test_alias_bomb_needs_little_memory_and_time(tmp_path: Path) -> None:
    (tmp_path / "bomb.yaml").write_text(BOMB, encoding="utf-8")
    command = [sys.executable, "-m", "generator", "build", str(tmp_path / "bomb.yaml"), "--output", str(tmp_path / "o")]

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (512 * 1024 * 1024, 512 * 1024 * 1024))
        resource.setrlimit(resource.RLIMIT_CPU, (30, 30))

    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=300,
        preexec_fn=limit,
        check=False,
        cwd=Path(__file__).parent.parent,
    )
    assert done.returncode == 3, done.stderr
    assert "error E106: the file holds more than 5000000 values" in done.stderr


@pytest.mark.parametrize(
    "reference", ["", "#", "#/", "#/info", "#/paths", "#/components", "#/components/schemas", "#foo"]
)
def test_reference_to_what_is_no_schema_costs_its_schema(reference: str, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(HEAD + f"components: {{schemas: {{A: {{$ref: '{reference}'}}}}}}", encoding="utf-8")
    report = Report()
    draft = load(path, report)
    bundle(draft, tmp_path, report)
    assert [problem.code for problem in report.problems] == ["E110"]
    assert components(draft.data) == {"A": {}}


def test_component_with_a_slash_in_its_name(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(HEAD + "components: {schemas: {../../z: {type: object}}}", encoding="utf-8")
    report = Report(strict=True)
    draft = load(path, report)
    bundle(draft, tmp_path, report)
    assert components(draft.data) == {"../../z": {"type": "object"}}


def test_symbolic_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("type: string\n", encoding="utf-8")
    folder = tmp_path / "spec"
    folder.mkdir()
    (folder / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    line = first_line(HEAD + "components: {schemas: {A: {$ref: link.yaml}}}", folder)
    assert line.startswith("openapi.yaml:4:34: error E112: ")


def test_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "MAX_BYTES", 2 * 1024 * 1024)
    line = first_line(HEAD + "#" * 2 * 1024 * 1024, tmp_path)
    assert line == "openapi.yaml:1:1: error E101: the file is larger than 2 MB"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("Off", "Off"),
        ("y", "y"),
        ("12:30", "12:30"),
        ("012", "012"),
        ("0o17", "0o17"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("2024-01-02", "2024-01-02"),
        ("2024-01-02T03:04:05Z", "2024-01-02T03:04:05Z"),
        ("=", "="),
        ("true", True),
        ("True", True),
        ("null", None),
        ("~", None),
        ("", None),
        ("-7", -7),
        ("1.5e3", 1500.0),
        ("'1'", "1"),
        ("!!str 1", "1"),
        ("! 1", "1"),
        ('"\\u00e9\\U0001F600"', "é😀"),
    ],
)
def test_scalars_of_yaml_12(text: str, value: object) -> None:
    data = parse(f"key: {text}\n", "x.yaml", Report())
    assert data == {"key": value}
    assert type(data["key"]) is type(value)


def test_keys_stay_text_as_they_are_written() -> None:
    report = Report()
    assert parse("200: a\nno: b\n1.10: c\n", "x.yaml", report) == {"200": "a", "no": "b", "1.10": "c"}
    assert [problem.code for problem in report.problems] == ["E107", "E107"]


def test_merge_keys_and_anchors() -> None:
    text = "a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}\nc: *a\n"
    data: Any = parse(text, "x.yaml", Report(strict=True))
    assert data == {"a": {"x": 1, "y": 2}, "b": {"y": 3, "x": 1}, "c": {"x": 1, "y": 2}}
    data["c"]["x"] = 9
    assert data["a"]["x"] == 1


@pytest.mark.parametrize("text", ['{"a": 1, "a": 1}', '{"a": {"b": [1]}, "a": {"b": [1]}}', "a: 1\na: 1\n"])
def test_key_that_stands_twice_with_one_value_is_repaired(text: str) -> None:
    report = Report()
    parse(text, "x.yaml", report)
    assert [str(problem.severity) for problem in report.problems] == ["repaired"]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark(ending: str, mark: str, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes((mark + "a: 1\nb:\n  - c\n").replace("\n", ending).encode())
    report = Report()
    assert load(path, report).data == {"a": 1, "b": ["c"]}
    (text,) = report.sources.values()
    assert position(positions(text, ["/b/0"]), Location("x", "/b/0")) == (3, 5)


def test_excerpt_of_a_long_line_shows_the_place() -> None:
    line = json.dumps({"a": "x" * 500, "b": "here", "c": "y" * 500})
    report = Report(sources={"x.json": line})
    report.add("E999", "wrong", Location("x.json", "/b"))
    _, source, mark = show(report)
    at = mark.index("^")
    assert source[at : at + 6] == '"here"'
    assert len(source) < 140


def test_excerpt_shows_no_control_characters() -> None:
    report = Report(sources={"x.yaml": 'a: "\x1b[31m\u202e"\nb: 1\n'})
    report.add("E999", "wrong", Location("x.yaml", "/b"))
    assert "\x1b" not in "\n".join(show(report))
    assert "\u202e" not in "\n".join(show(report))


def test_texts_of_sources_come_back_as_they_were() -> None:
    texts = Report().sources
    kept = {"a.yaml": "plain", "b.yaml": "ä \U0001f511 \ud800", "": ""}
    texts.update(kept)
    assert dict(texts) == kept and list(texts) == [*kept] and len(texts) == 3
    del texts["a.yaml"]
    assert "a.yaml" not in texts and "" in texts and texts.get("a.yaml") is None
    with pytest.raises(KeyError):
        texts["a.yaml"]


def test_problems_of_several_files_have_their_own_lines() -> None:
    report = Report(sources={"x.yaml": "a: 1\nb: 2\n", "y.yaml": "", "z.yaml": "c: 3\n"})
    for file, pointer in (("x.yaml", "/b"), ("z.yaml", "/c"), ("x.yaml", "/a"), ("y.yaml", ""), ("gone.yaml", "/d")):
        report.add("E999", "wrong", Location(file, pointer))
    shown = show(report)
    heads = [each for each in shown if "E999" in each]
    assert [each.split(" ")[0] for each in heads] == [
        "x.yaml:2:4:",
        "z.yaml:1:4:",
        "x.yaml:1:4:",
        "y.yaml:1:1:",
        "gone.yaml:",
    ]
    assert [each.strip() for each in shown if "| c: 3" in each or "| b: 2" in each] == ["2 | b: 2", "1 | c: 3"]
    assert len([each for each in shown if "^" in each]) == 3
