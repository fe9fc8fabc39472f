"""The Python of the documentation is clean under mypy --strict, and runs: what calls an API against a local server."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from runtime.server import Server
from test_cases import write

from generator.pipeline import document_source, generate
from generator.report import Report

from .acme import answered
from .markdown import BESIDE, DOCS, PAGES, ROOT, codes

RUN = {
    "README.md": "1@example.org 2026-01-02 03:04:05+00:00|2@example.org 2026-01-02 03:04:05+00:00|open",
    "docs/client/calls.md": "c3 2026-01-02 03:04:05+00:00|1@example.org|2@example.org|1@example.org|2@example.org|"
    "1@example.org|2@example.org|open|12.50",
    "docs/client/errors.md": "1@example.org|200 application/json r1 1@example.org|{'notes': []}",
    "docs/client/files.md": "4",
    "docs/client/streams.md": "Hello yourself|Hel|lo",
    "docs/client/webhooks.md": "order.created POST <class 'acme_client.models.order.Order'> An order was placed.",
    "docs/drift.md": "1@example.org",
    "docs/testing.md": "",
}
"""Page -> what its code prints against the server of `acme`, with | between lines."""
ELSEWHERE = ("docs/start.md",)
"""Pages whose code a test of their own runs. The clients of docs/client/examples.md are called by tests/providers."""


def modules() -> dict[str, str]:
    """Return name of a module -> its code. Code that imports no package goes on where the code before it ended."""
    found: dict[str, str] = {}
    for path in [*PAGES, *BESIDE]:
        last = ""
        for number, code in enumerate(each for each in codes(path) if each.language == "python"):
            if code.page in ELSEWHERE:
                continue
            if "_client" in code.text or not last:
                last = re.sub(r"\W", "_", f"{code.page}_{number}")
            found[last] = found.get(last, "") + code.text + "\n\n"
    return found


@pytest.fixture(scope="module")
def acme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of docs/acme.yaml."""
    root = tmp_path_factory.mktemp("acme")
    made = generate(document_source(DOCS / "acme.yaml"), Report(strict=True))
    write(made.files, made.api.package, root)
    return root


def test_the_code_is_clean_under_mypy(acme: Path, tmp_path: Path) -> None:
    for name, text in modules().items():
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
    (tmp_path / "mypy.ini").write_text("[mypy]\nstrict = True\n", encoding="utf-8")
    packages = os.pathsep.join(map(str, [acme, *sorted((ROOT / "generated").iterdir())]))
    command = [sys.executable, "-m", "mypy", "--config-file", "mypy.ini", "--cache-dir", str(ROOT / ".cache/mypy-docs")]
    done = subprocess.run(
        [*command, *(f"{name}.py" for name in modules())],
        cwd=tmp_path,
        env=os.environ | {"MYPYPATH": packages},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(modules()) > 15


@pytest.mark.parametrize("page", RUN)
def test_the_code_runs(page: str, acme: Path, tmp_path: Path) -> None:
    stem = re.sub(r"\W", "_", page)
    code = [text for name, text in modules().items() if re.fullmatch(rf"{stem}_\d+", name)]
    assert code
    (tmp_path / "scan.pdf").write_bytes(b"%PDF")
    with Server([answered]) as server:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", "\n".join(code)],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(acme), "ACME_BASE_URL": server.url, "ACME_TOKEN": "t"},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    assert "|".join(done.stdout.splitlines()) == RUN[page]


def test_every_page_with_calls_runs() -> None:
    calling = {
        code.page for path in [*PAGES, *BESIDE] for code in codes(path) if "from acme_client import" in code.text
    }
    assert calling <= RUN.keys()
