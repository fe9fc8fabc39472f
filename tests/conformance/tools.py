"""TypeSpec in a folder of its own: installed from the lock file, specs mended where the emitter fails, compiled."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
FOLDER = Path(os.environ.get("CONFORMANCE") or HERE.parents[1] / ".cache/conformance").resolve()
"""Where TypeSpec and what it makes are: node_modules/, specs/, openapi/, mocks.json. CONFORMANCE names another one."""

ASSETS = FOLDER / "node_modules/@typespec/http-specs/assets"
SPECS = FOLDER / "node_modules/@typespec/http-specs/specs"
OLDEST = 22
"""The oldest Node that runs TypeSpec."""

_FILES = ("package.json", "package-lock.json", "compile.mjs", "dump.mjs")


class Absent(Exception):
    """TypeSpec cannot be had here; the message says why, and what to do."""


def ready() -> str:
    """Return "" where all is set up as these files say, else the reason why not."""
    stamp = FOLDER / "stamp"
    if not stamp.is_file():
        return "TypeSpec is not set up; `make conformance` does it where npm and its registry are"
    if stamp.read_text(encoding="utf-8") != _fingerprint():
        return "TypeSpec is set up as older files said; `make conformance` sets it up anew"
    try:
        node()
    except Absent as reason:
        return str(reason)
    return ""


def set_up() -> None:
    """Install TypeSpec, mend, compile. Does nothing where that is done. Raises Absent."""
    if not ready():
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in _FILES:
        (FOLDER / name).unlink(missing_ok=True)
        shutil.copy(HERE / name, FOLDER / name)
    _install()
    _mend_emitter()
    _mend_specs()
    shutil.rmtree(FOLDER / "openapi", ignore_errors=True)
    for script in ("compile.mjs", "dump.mjs"):
        if failed := _failed([node(), script]):
            raise RuntimeError(f"{script} failed: {failed}")
    (FOLDER / "stamp").write_text(_fingerprint(), encoding="utf-8")


def node() -> str:
    """Return the path of a Node that is new enough: the machine's own, or that of the npm package."""
    for path in (shutil.which("node"), str(FOLDER / "node_modules/.bin/node")):
        if path and Path(path).exists():
            said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout
            found = re.match(r"v(\d+)\.", said)
            if found and int(found[1]) >= OLDEST:
                return path
    raise Absent(f"Node {OLDEST} or later is not here")


def _fingerprint() -> str:
    texts = [(HERE / name).read_bytes() for name in (*_FILES, Path(__file__).name)]
    return hashlib.sha256(b"\0".join(texts)).hexdigest()


def _install() -> None:
    """Let npm install what the lock file says, once for each lock file."""
    stamp = FOLDER / "node_modules/.stamp"
    wanted = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    npm = shutil.which("npm")
    if npm is None:
        raise Absent("npm is not here, which installs TypeSpec")
    if failed := _failed([npm, "ci", "--no-audit", "--no-fund"]):
        raise Absent(f"npm cannot install TypeSpec: {failed}")
    stamp.write_text(wanted, encoding="utf-8")


def _failed(command: list[str]) -> str:
    """Run a command in the folder; returns "" where it did well, else the end of what it said."""
    done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, check=False)
    said = (done.stderr or done.stdout).strip()[-600:] or "it said nothing"
    return said if done.returncode else ""


def _mend_emitter() -> None:
    """Mend a crash of @typespec/openapi3: one of several examples of an operation may leave a parameter out, and a
    parameter may be called `constructor`. Nothing but examples depends on it."""
    path = FOLDER / "node_modules/@typespec/openapi3/dist/src/examples.js"
    text = path.read_text(encoding="utf-8")
    head = "export function getExampleOrExamples(program, examples) {\n"
    mended = "    examples = Array.isArray(examples) ? examples.filter((e) => e !== undefined) : [];"
    if mended not in text:
        assert head in text, "examples.js is another one"
        path.unlink()
        path.write_text(text.replace(head, f"{head}{mended}\n"), encoding="utf-8")


def _mend_specs() -> None:
    """Copy the specs to specs/, and write what the emitter refuses in words that OpenAPI has: six paths with a query
    string get a required parameter `fixed` with the one value "true", and the statuses 494 to 499 are 4XX."""
    copy = FOLDER / "specs"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(SPECS, copy)
    routes = copy / "routes/main.tsp"
    found = r'@route\("(\w+)\?fixed=true\{&param(\*?)\}"\)\n(\s*)op (`?\w+`?)\('
    text, count = re.subn(found, r'@route("\1{?fixed,param\2}")\n\3op \4(fixed: "true", ', routes.read_text("utf-8"))
    assert count == 6, "routes/main.tsp is another one"
    routes.write_text(text, encoding="utf-8")
    statuses = copy / "response/status-code-range/main.tsp"
    text = statuses.read_text(encoding="utf-8")
    assert "@minValue(494)" in text, "response/status-code-range/main.tsp is another one"
    statuses.write_text(text.replace("@minValue(494)", "@minValue(400)"), encoding="utf-8")
