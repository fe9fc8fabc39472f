"""DriftLog: what it writes and what never, over threads, processes, forks and crashes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
import warnings
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.openapi.drift.log import read_log
from generator.runtime import DriftLog, Mismatch, drift, drift_file
from generator.runtime.unknown import is_name

ROOT = Path(__file__).parents[2]
ONE = Mismatch("$[3].name", "str", "null", place="$[*].name", model="Pet", inside="$.name", status=200)
SEEING = """
import os, sys
from generator.runtime import DriftLog, Mismatch
one = Mismatch('$.a', 'str', 'null', place='$.a', status=200)
"""
HOLDING = """
import fcntl, sys
file = open(sys.argv[1] + '.lock', 'ab')
fcntl.flock(file, fcntl.LOCK_EX)
print('held', flush=True)
sys.stdin.read()
"""


def records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def total(path: Path) -> int:
    return sum(each["count"] for each in records(path))


def child(code: str, path: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", SEEING + code, str(path)], cwd=ROOT)


def test_a_line_says_where_and_how_often(tmp_path: Path) -> None:
    with DriftLog(tmp_path / "log") as log:
        for _ in range(3):
            log(ONE, "GET /pets")
        assert total(tmp_path / "log") == 2, "the first is written at once, and when they have doubled"
    seen, strange = read_log((tmp_path / "log").read_text())
    assert strange == 0 and len(seen) == 1
    assert (seen[0].operation, seen[0].place, seen[0].model, seen[0].count) == ("GET /pets", "$[*].name", "Pet", 3)
    assert "[3]" not in (tmp_path / "log").read_text()


def test_counts_are_written_after_the_interval(tmp_path: Path) -> None:
    log = DriftLog(tmp_path / "log", interval=0)
    for _ in range(3):
        log(ONE, "GET /pets")
    assert total(tmp_path / "log") == 3
    log.close()


def test_threads_lose_nothing(tmp_path: Path) -> None:
    log = DriftLog(tmp_path / "log", interval=0.001)
    kinds = [replace(ONE, place=f"$.f{at}") for at in range(5)]

    def see() -> None:
        for at in range(100):
            log(kinds[at % 5], "GET /pets")

    threads = [threading.Thread(target=see) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    log.close()
    assert total(tmp_path / "log") == 800


def test_processes_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "log"
    code = "log = DriftLog(sys.argv[1], interval=0)\nfor _ in range(200): log(one, 'GET /a')\n"
    running = [child("import generator.runtime.drift_file as f\nf._LARGE = 2000\n" + code, path) for _ in range(4)]
    assert [each.wait(timeout=60) for each in running] == [0] * 4
    assert total(path) == 800
    assert path.stat().st_size < 10_000, "the file was rewritten when it had grown"


def test_a_killed_process_loses_no_kind(tmp_path: Path) -> None:
    path = tmp_path / "log"
    done = child("log = DriftLog(sys.argv[1])\nfor _ in range(5): log(one, 'GET /a')\nos.kill(os.getpid(), 9)", path)
    assert done.wait(timeout=60) == -signal.SIGKILL
    assert total(path) == 4


def test_what_a_crash_left_of_a_line_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "log"
    with DriftLog(path) as log:
        log(ONE, "GET /pets")
    path.write_bytes(path.read_bytes() + b'{"operation": "GET /pe')
    with DriftLog(path) as log:
        log(ONE, "GET /pets")
    seen, strange = read_log(path.read_text())
    assert [each.count for each in seen] == [2] and strange == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system forks no processes")
def test_a_fork_counts_its_own(tmp_path: Path) -> None:
    path = tmp_path / "log"
    code = (
        "log = DriftLog(sys.argv[1])\nfor _ in range(3): log(one, 'GET /a')\n"
        "if os.fork() == 0:\n    log(one, 'GET /a')\n    log(one, 'GET /b')\n    sys.exit()\nos.wait()\n"
    )
    assert child(code, path).wait(timeout=60) == 0
    counts = Counter[str]()
    for each in records(path):
        counts[each["operation"]] += each["count"]
    assert counts == {"GET /a": 4, "GET /b": 1}


def test_a_file_in_use_delays_no_call(tmp_path: Path) -> None:
    path = tmp_path / "log"
    command = [sys.executable, "-c", HOLDING, str(path)]
    with subprocess.Popen(command, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None and holder.stdout.readline() == "held\n"
        log = DriftLog(path)
        begun = time.monotonic()
        log(ONE, "GET /pets")
        assert time.monotonic() - begun < 2
        assert path.read_bytes() == b""
        holder.communicate()
    log.close()
    assert total(path) == 1


def test_a_file_that_cannot_be_written_disturbs_no_call(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    log = DriftLog(folder / "log")
    folder.rename(tmp_path / "moved")
    log(ONE, "GET /pets")
    with pytest.warns(UserWarning, match="not written"):
        log.flush()
    (tmp_path / "moved").rename(folder)
    with warnings.catch_warnings(action="error"):
        log.close()
    assert total(folder / "log") == 1


def test_another_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("ours\n")
    with pytest.raises(ValueError, match="no drift log"):
        DriftLog(path)
    with pytest.raises(OSError):
        DriftLog(tmp_path / "no folder" / "log")
    assert path.read_text() == "ours\n"


def test_the_file_has_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    most = 100
    for module in (drift, drift_file):
        monkeypatch.setattr(module, "MOST", most)
    monkeypatch.setattr(drift_file, "_LARGE", 20_000)
    with DriftLog(tmp_path / "log") as log:
        for at in range(3 * most):
            log(replace(ONE, place=f"$.f{at}"), "GET /pets")
    seen, _ = read_log((tmp_path / "log").read_text())
    assert sum(each.count for each in seen) == 3 * most
    assert len(seen) <= most + 1
    assert [each.count for each in seen if each.found == "more"] == [2 * most]


def test_constants_are_written_where_they_are_wanted_and_look_like_names(tmp_path: Path) -> None:
    for wanted in (False, True):
        with DriftLog(tmp_path / f"{wanted}", enum_values=wanted) as log:
            for constant in ("refunded", "ann@example.com", "4111111111111111", "Ann Smith lives here"):
                log(replace(ONE, expected="one of 'open'", found="string", constant=constant), "GET /pets")
    assert "constant" not in (tmp_path / "False").read_text()
    assert {each.get("constant") for each in records(tmp_path / "True")} == {"refunded", None}


@pytest.mark.parametrize(
    "name", ["id", "loyaltyTier", "address_line_2", "x-rate-limit", "USD", "_links", "@type", "p95"]
)
def test_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "data",
    [
        "", "ann@example.com", "4111111111111111", "+49 170 1234567", "cus_9f8a7b6c5d4e", "cus_NffrFeUfNVHib",
        "550e8400-e29b-41d4-a716-446655440000", "DE89370400440532013000", "Ann Smith", "2026-11-26", "10.0.0.1",
        "a" * 41, "http://example.com", "ünï",
    ],
)  # fmt: skip
def test_data(data: str) -> None:
    assert not is_name(data)
