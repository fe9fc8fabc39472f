"""Commands, and what they cost."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SECONDS = 600
"""What one command may take, by the clock."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command did. code: of its exit; 124 where it took too long. said: what it printed."""

    code: int
    said: str
    seconds: float
    """Of CPU, user and system, with the processes that it started."""
    megabytes: float
    """The most that one of its processes held."""


def run(command: Sequence[str], folder: Path, programs: Path | None = None) -> Ran:
    """Run a command in a folder. programs: of an environment, where the command looks first."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    if programs:
        environment["PATH"] = f"{programs}{os.pathsep}{environment['PATH']}"
        command = [str(programs / command[0]), *command[1:]] if (programs / command[0]).exists() else command
    with tempfile.TemporaryFile() as said:
        running = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=said, stderr=said, start_new_session=True
        )
        late = threading.Event()

        def end() -> None:
            late.set()
            os.killpg(running.pid, signal.SIGKILL)

        timer = threading.Timer(SECONDS, end)
        timer.start()
        _, status, used = os.wait4(running.pid, 0)
        timer.cancel()
        running.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read().decode(errors="replace")
    code = 124 if late.is_set() else running.returncode
    return Ran(code, text, used.ru_utime + used.ru_stime, used.ru_maxrss / 1_000)
