"""TypeSpec's mock server: it answers each request as its scenario says, and keeps which scenarios passed."""

from __future__ import annotations

import json
import socket
import subprocess
import time
import urllib.request
from types import TracebackType
from typing import Any, Self

from .tools import FOLDER, SPECS, node

_LONGEST = 60
"""Seconds that the server may take until it answers."""


class MockServer:
    """A server on a free port of the loopback interface. url: its address; it ends with the block."""

    def __enter__(self) -> Self:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = int(free.getsockname()[1])
        self.url = f"http://localhost:{port}"
        script = FOLDER / "node_modules/@typespec/spector/dist/src/cli/cli.js"
        command = [node(), str(script), "serve", str(SPECS), "--port", str(port)]
        command += ["--coverageFile", str(FOLDER / f"coverage-{port}.json")]
        self._process = subprocess.Popen(command, cwd=FOLDER, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._coverage_file = FOLDER / f"coverage-{port}.json"
        try:
            self._wait()
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def verdicts(self) -> dict[str, str]:
        """Return what the server says of each scenario: pass, fail or not-implemented."""
        with urllib.request.urlopen(f"{self.url}/.coverage") as answered:
            reports: list[dict[str, Any]] = json.load(answered)
        return {name: verdict for report in reports for name, verdict in report["results"].items()}

    def _wait(self) -> None:
        until = time.monotonic() + _LONGEST
        while time.monotonic() < until:
            if self._process.poll() is not None:
                raise RuntimeError(f"the mock server ended with code {self._process.returncode}")
            try:
                with urllib.request.urlopen(f"{self.url}/.coverage"):
                    return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError(f"the mock server did not answer within {_LONGEST} seconds")

    def _stop(self) -> None:
        self._process.terminate()
        self._process.wait()
        self._coverage_file.unlink(missing_ok=True)
