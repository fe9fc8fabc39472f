"""Runs pytest in processes that are forked where the libraries are loaded: that takes longer than many tests do."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

TIMEOUT = 180
"""Seconds, after which a run is ended."""
_LIBRARIES = [
    *("pytest", "_pytest.assertion.rewrite", "hypothesis.strategies", "anyio.pytest_plugin", "typeguard"),
    *("_hypothesis_pytestplugin", "trio", "httpx", "datamodel_code_generator", "jinja2", "yaml", "fastapi", "uvicorn"),
]
_CONTEXT = get_context("forkserver")
_CONTEXT.set_forkserver_preload(_LIBRARIES)


@dataclass(frozen=True)
class Run:
    """code: what pytest returned, None when it took too long. failed: the tests that did. output: what it printed."""

    code: int | None
    failed: tuple[str, ...] = ()
    output: str = ""


class Failures:
    """Notes, as a plugin of pytest, which tests fail."""

    def __init__(self) -> None:
        self.names: dict[str, None] = {}

    def pytest_runtest_logreport(self, report: Any) -> None:
        if report.failed:
            self.names[report.nodeid] = None


def pytest(arguments: Sequence[str], folder: Path) -> Run:
    """Run pytest in a folder that holds a copy of the repository."""
    ours, theirs = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(target=_run, args=(tuple(arguments), str(folder), theirs))
    process.start()
    theirs.close()
    try:
        return Run(*ours.recv()) if ours.poll(TIMEOUT) else Run(None)
    except EOFError:
        return Run(-1, output="the process ended")
    finally:
        process.kill()
        process.join()
        ours.close()


def _run(arguments: tuple[str, ...], folder: str, answer: Connection) -> None:
    """Forget what of the repository is loaded, and run pytest on its copy."""
    import pytest

    for name in [name for name in sys.modules if name.partition(".")[0] in ("tests", "generator")]:
        del sys.modules[name]
    sys.path[:] = [folder, *(path for path in sys.path if path not in ("", str(Path(__file__).parents[2])))]
    os.chdir(folder)
    for name in ("MUTANTS", "GOLDEN", "CORPUS"):
        os.environ.pop(name, None)
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    sys.dont_write_bytecode = True
    failures = Failures()
    with TemporaryFile() as output:
        for stream in (1, 2):
            os.dup2(output.fileno(), stream)
        options = ["-q", "--tb=line", "--assert=plain", "-p", "no:cacheprovider"]
        code = pytest.main([*options, *arguments], plugins=[failures])
        sys.stdout.flush()
        output.seek(0)
        answer.send((int(code), tuple(failures.names), output.read().decode("utf-8", "replace")))
