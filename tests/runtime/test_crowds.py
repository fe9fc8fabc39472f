"""Very many calls at the same time against a server that fails (promises 4, 8, 15, 20 and 21).

1,000 tasks make a call each, 64 threads make 25 calls each; with STRESS=full in the environment 10 and 1,000: minutes.
"""

from __future__ import annotations

import os
import threading
from collections import Counter
from collections.abc import Iterator
from typing import Any

import anyio
import pytest

from .caller import Caller
from .crowd import Crowd

FULL = os.environ.get("STRESS") == "full"
THREADS, CALLS_OF_A_THREAD = 64, 1000 if FULL else 25
TASKS, CALLS_OF_A_TASK = 1000, 10 if FULL else 1
CLIENT = {"client_id": "me", "client_secret": "s"}


def sockets() -> set[str]:
    """Return the sockets that this process has open, as the system names them."""
    found = [os.path.join("/proc/self/fd", each) for each in os.listdir("/proc/self/fd")]
    return {name for each in found if os.path.islink(each) and (name := os.readlink(each)).startswith("socket:")}


class Crowded:
    """Makes the calls, each with a question of its own. right: answers to it; errors: by class; wrong: all else."""

    def __init__(self, caller: Caller, url: str) -> None:
        self.caller = caller
        self.url = url
        self.right = 0
        self.errors: Counter[str] = Counter()
        self.wrong: list[Any] = []

    def note(self, question: str, found: Any) -> None:
        if found == {"question": question}:
            self.right += 1
        elif isinstance(found, self.caller.api.Error):
            self.errors[type(found).__name__] += 1
        else:
            self.wrong.append((question, found))

    def run(self) -> None:
        options: dict[str, Any] = {"timeout": self.caller.api.Timeouts(pool=300.0), **CLIENT}
        if self.caller.is_async:
            anyio.run(self._tasks, options, backend=self.caller.flavour)
        else:
            self._threads(options)

    def _threads(self, options: dict[str, Any]) -> None:
        def work(client: Any, number: int) -> None:
            for at in range(CALLS_OF_A_THREAD):
                question = f"{number}-{at}"
                try:
                    found = client.auth.crowd(question)
                except BaseException as error:
                    found = error
                with lock:
                    self.note(question, found)

        lock = threading.Lock()
        with self.caller.client(self.url, **options) as client:
            threads = [threading.Thread(target=work, args=(client, number)) for number in range(THREADS)]
            for each in threads:
                each.start()
            for each in threads:
                each.join()

    async def _tasks(self, options: dict[str, Any]) -> None:
        async def work(client: Any, number: int) -> None:
            for at in range(CALLS_OF_A_TASK):
                question = f"{number}-{at}"
                try:
                    found = await client.auth.crowd(question)
                except Exception as error:
                    found = error
                self.note(question, found)

        before = tasks()
        async with self.caller.client(self.url, **options) as client, anyio.create_task_group() as group:
            for number in range(TASKS):
                group.start_soon(work, client, number)
        assert tasks() == before

    @property
    def calls(self) -> int:
        return TASKS * CALLS_OF_A_TASK if self.caller.is_async else THREADS * CALLS_OF_A_THREAD


def tasks() -> int:
    """Return how many tasks the event loop has."""
    return len(anyio.get_running_tasks())


@pytest.fixture
def nothing_leaks() -> Iterator[None]:
    """Look for sockets and threads of this process that were not there before. What others left may end meanwhile."""
    open_before, running_before = sockets(), set(threading.enumerate())
    yield
    assert sockets() <= open_before and set(threading.enumerate()) <= running_before


@pytest.mark.promise(8, 15, 20, 21)
@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="open sockets are listed in /proc alone")
def test_each_answer_belongs_to_its_question_and_nothing_leaks(caller: Caller, nothing_leaks: None) -> None:
    with Crowd(failing=5) as crowd:
        crowded = Crowded(caller, crowd.url)
        crowded.run()
        said = crowd.said()
    assert crowded.wrong == []
    assert crowded.right + crowded.errors.total() == crowded.calls and crowded.right > crowded.calls * 0.7
    assert set(crowded.errors) <= {"ServerError", "ConnectionFailed", "DecodeError", "TooManyRequests"}
    assert said["tokens"] == 1 and said["open"] == 0 and said["requests"] >= crowded.calls


@pytest.mark.promise(8)
def test_tasks_that_call_in_turn_keep_their_connections(api: Any, backend: str) -> None:
    """90 tasks need 90 connections, and find them again."""

    async def main() -> None:
        async def work() -> None:
            for _ in range(10):
                assert await client.calls.get_thing("1") == {"question": "1"}

        async with Caller(api, backend).client(crowd.url, **CLIENT) as client, anyio.create_task_group() as group:
            for _ in range(90):
                group.start_soon(work)

    with Crowd(failing=1_000_000) as crowd:
        anyio.run(main, backend=backend)
        said = crowd.said()
    assert said["requests"] == 900 and said["most"] <= 100 and said["opened"] < 300 and said["open"] == 0


@pytest.mark.promise(4)
def test_a_dead_server_is_not_flooded_by_a_crowd(caller: Caller) -> None:
    with Crowd(failing=1) as crowd:
        crowded = Crowded(caller, crowd.url)
        crowded.run()
        said = crowd.said()
    assert crowded.right == 0 and crowded.wrong == [] and crowded.errors.total() == crowded.calls
    assert crowded.calls <= said["requests"] <= crowded.calls + 100
