"""The core of the promises holds with the other HTTP library as well, in a process of its own; all of them do in
`make reliability`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .library import LIBRARY

HERE = Path(__file__).parent
CORE = ("test_clients.py", "test_closing.py", "test_connections.py", "test_hostile.py", "test_loops.py")


@pytest.mark.skipif(LIBRARY != "httpx", reason="this is the other one already")
def test_the_other_library() -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *(str(HERE / each) for each in CORE)]
    environment = {**os.environ, "HTTP_LIBRARY": "httpx2"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, cwd=HERE.parents[1])
    assert done.returncode == 0, done.stdout[-5000:]
