"""Cases: what each feature of a document becomes, whether it imports and type-checks, and what it says on the wire.

A folder of cases/ holds spec.yaml (at most 60 lines), why.md (one paragraph), expected/ (resources, models, webhooks,
the IR; the client where credentials or servers are the point, WITH_CLIENT) and, where calls matter, <name>_calls.py
with functions `check_...(caller: Any)`, each with a server of its own; where types matter, typing/ holds what a user
writes; where names stay or go, names.lock. Methods are called as expected/ has them, so that is written first.
GOLDEN=write in the environment rewrites expected/.
"""

from __future__ import annotations

import ast
import importlib
import json
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from operator import attrgetter
from pathlib import Path
from types import ModuleType
from typing import Any

import anyio
import pytest
from runtime.server import Server, answer

from generator.ir.as_json import to_json
from generator.pipeline import Generated, document_source, generate, with_lock
from generator.report import Report

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.name for path in CASES.iterdir() if (path / "spec.yaml").is_file())
WITH_CALLS = [name for name in NAMES if any((CASES / name).glob("*_calls.py"))]
WITH_CLIENT = {"auth", "auth-alternatives", "servers", "servers-own"}
"""Cases whose client.py is expected as well: what they show stands there."""
NOT_ON_TRIO = dict.fromkeys(
    ("streams", "quick-starts"),
    "a stream that is left before its end leaves generators of the HTTP library behind, of which trio warns",
)
"""Cases whose calls are made with asyncio alone, each with its reason."""
LONGEST_SPEC = 60


def package_of(name: str) -> str:
    return f"{name.replace('-', '_')}_client"


def make(name: str) -> Generated:
    source = document_source(CASES / name / "spec.yaml", package=package_of(name), client="SpecClient")
    source = with_lock(source, CASES / name, Report(), shown=name)
    return generate(replace(source, name="spec.yaml"), Report())


@cache
def generated(name: str) -> Generated:
    return make(name)


def expected_files(name: str) -> dict[str, str]:
    """Return the generated files that are compared, without the package's own folder."""
    made = generated(name)
    begin = f"{made.api.package}/"
    kept = ("resources/", "models/", "webhooks.py", *(("client.py",) if name in WITH_CLIENT else ()))
    files = {path.removeprefix(begin): text for path, text in made.files.items() if path.startswith(begin)}
    files = {path: text for path, text in files.items() if path.startswith(kept) and not path.endswith("__init__.py")}
    return files | {"ir.json": json.dumps(to_json(made.api), indent=1, ensure_ascii=True) + "\n"}


@pytest.fixture(scope="session")
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Write the packages of the cases that are asked for into one folder, from which they can be imported; the
    checkers, where they are asked for, run meanwhile."""
    asked = request.session.items
    if any(item.name.startswith(test_type_checkers_find_nothing.__name__) for item in asked):
        request.getfixturevalue("checked")
    root = tmp_path_factory.mktemp("cases")
    named = {str(each.callspec.params.get("name", "inheritance")) for each in asked if hasattr(each, "callspec")}
    for name in [each for each in NAMES if each in named]:
        write(generated(name).files, package_of(name), root)
    sys.path.insert(0, str(root))
    importlib.invalidate_caches()
    yield root
    sys.path.remove(str(root))


def write(files: Mapping[str, str], package: str, root: Path) -> None:
    for path, text in files.items():
        if path.startswith(f"{package}/"):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")


@pytest.fixture(scope="session")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, subprocess.Popen[str]]]:
    """Start both type checkers on the packages of all cases, and on what users of some write: a line that is wrong
    says so, and a needless word about it is an error. The runtime, the same in all, is checked once."""
    root = tmp_path_factory.mktemp("checked")
    first = package_of(NAMES[0])
    for name in NAMES:
        package, files = package_of(name), dict(generated(name).files)
        for path in [path for path in files if f"{package}/_runtime/" in path and package != first]:
            module = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
            files[path] = f"from {module.replace(package, first, 1)} import *\n"
        write(files, package, root)
    rules = {"typeCheckingMode": "strict", "pythonVersion": "3.11", "reportImportCycles": False}
    (root / "pyrightconfig.json").write_text(json.dumps(rules), encoding="utf-8")
    packages = [package_of(name) for name in NAMES]
    for usage in sorted(CASES.glob("*/typing/*.py")):
        (root / usage.name).write_text(usage.read_text(encoding="utf-8"), encoding="utf-8")
        packages.append(usage.name)
    commands = {
        "mypy": ["mypy", "--strict", "--cache-dir", ".mypy", *packages],
        "basedpyright": ["basedpyright", "--pythonpath", sys.executable, "--project", str(root)],
    }
    running = {
        tool: subprocess.Popen(
            [sys.executable, "-m", *command], cwd=root, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        for tool, command in commands.items()
    }
    yield running
    for each in running.values():
        with each:  # closes its output, also where no test has read it
            each.kill()


@pytest.mark.parametrize("name", NAMES)
def test_expected_files(name: str) -> None:
    folder, files = CASES / name / "expected", expected_files(name)
    if os.environ.get("GOLDEN") == "write":
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        for each in [each for each in folder.rglob("*") if each.is_file()]:
            if each.relative_to(folder).as_posix() not in files:
                each.unlink()
    there = {each.relative_to(folder).as_posix(): each for each in folder.rglob("*") if each.is_file()}
    assert sorted(there) == sorted(files)
    for path, text in files.items():
        assert there[path].read_text(encoding="utf-8") == text, path


@pytest.mark.parametrize("name", NAMES)
def test_second_run_gives_equal_bytes(name: str) -> None:
    assert make(name).files == generated(name).files


@pytest.mark.parametrize("name", NAMES)
def test_folder(name: str) -> None:
    assert len((CASES / name / "spec.yaml").read_text(encoding="utf-8").splitlines()) <= LONGEST_SPEC
    why = (CASES / name / "why.md").read_text(encoding="utf-8").strip()
    assert why and "\n\n" not in why


@pytest.mark.parametrize("name", NAMES)
def test_async_twin_differs_by_the_words_of_the_flavour(name: str) -> None:
    files, package = generated(name).files, package_of(name)
    resources = [path for path in files if path.startswith(f"{package}/resources/")]
    assert resources
    for path in resources:
        if not path.endswith("__init__.py"):
            twin = files[path.replace("/resources/", "/aio/")]
            assert shape(to_sync(twin)) == shape(files[path]), path
            plain = sum(
                files[path].count(each) for each in ("    def __init__", "    @property", "    @cached_property")
            )
            methods = files[path].count("    def ") - plain
            methods -= files[path].count("    @overload")
            assert twin.count("return await self._with(") + twin.count("return AsyncPages(self") == methods, path


def to_sync(text: str) -> str:
    for old, new in (("async def ", "def "), ("await ", ""), ("async_raw", "raw"), ("async_s", "s")):
        text = text.replace(old, new)
    return re.sub("Async(?!Iterable)", "", text)


def shape(text: str) -> tuple[set[str], list[str]]:
    """Return what a module imports, and its statements without regard to layout."""
    body = ast.parse(text).body
    imports = {ast.unparse(alias) for each in body if isinstance(each, ast.ImportFrom) for alias in each.names}
    return imports, [ast.dump(each) for each in body if not isinstance(each, ast.ImportFrom)]


@pytest.mark.parametrize("name", NAMES)
def test_package_imports_under_its_own_name(name: str, written: Path) -> None:
    package = importlib.import_module(package_of(name))
    assert Path(package.__file__ or "").is_relative_to(written)
    for each in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(each.name)
    models = importlib.import_module(f"{package.__name__}.models")
    for named in dir(models):
        model = getattr(models, named)
        if hasattr(model, "model_rebuild"):
            model.model_rebuild()


@pytest.mark.parametrize("first", ["Owl", "Animal", "Bird", "Home", "SawShark", "Shark", "Fish", "Zoo"])
def test_any_class_of_a_family_can_be_the_first_in_a_process(first: str, written: Path) -> None:
    """Classes are in modules of their own, and what one inherits names those of the others."""
    code = f"""
from inheritance_client import models
made = models.{first}.model_validate_json('{{"kind": "Owl", "eyes": 1, "order": "sh", "teeth": "saw"}}')
print(type(made).__name__, models.Owl(eyes=1).kind, models.SawShark().teeth)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=written, capture_output=True, text=True, check=False)
    read_as = "Owl" if first in ("Animal", "Bird") else "SawShark" if first in ("Fish", "Shark") else first
    assert done.stdout == f"{read_as} Owl saw\n", done.stderr[-2000:]


@pytest.mark.parametrize("flavour", ["sync", "asyncio", "trio"])
@pytest.mark.parametrize("name", WITH_CALLS)
def test_calls(name: str, flavour: str, written: Path) -> None:
    if flavour == "trio" and name in NOT_ON_TRIO:
        pytest.skip(NOT_ON_TRIO[name])
    checks = calls_of(name)
    package = importlib.import_module(package_of(name))
    for each in checks:
        with Server([answer(204)]) as server:
            each(Caller(package, server, flavour))


def calls_of(name: str) -> list[Callable[[Any], None]]:
    """Load the functions of a case that make calls."""
    (path,) = (CASES / name).glob("*_calls.py")
    pytest.register_assert_rewrite(path.stem)
    sys.path.insert(0, str(path.parent))
    try:
        module = importlib.import_module(path.stem)
    finally:
        sys.path.remove(str(path.parent))
    return [value for key, value in vars(module).items() if key.startswith("check")]


@dataclass
class _Use:
    """A call that gives a stream, and what is to be done with it."""

    opening: Any
    use: str
    arguments: tuple[Any, ...]


def _finished(result: Any) -> Any:
    """Return what a call gives, pages and streams read to the end."""
    if not isinstance(result, _Use):
        return list(result) if "Pages" in type(result).__name__ else result
    with result.opening as stream:
        if result.use in ("iter", "events"):
            return list(stream if result.use == "iter" else stream.events())
        return getattr(stream, result.use)(*result.arguments)


async def _async_finished(result: Any) -> Any:
    if not isinstance(result, _Use):
        return [item async for item in result] if "Pages" in type(result).__name__ else await result
    async with await result.opening as stream:
        if result.use in ("iter", "events"):
            return [each async for each in (stream if result.use == "iter" else stream.events())]
        return await getattr(stream, result.use)(*result.arguments)


_END = object()


class Caller:
    """What the functions of a case get: the package, a server, and one way to call both flavours of its client."""

    def __init__(self, package: ModuleType, server: Server, flavour: str) -> None:
        self.package = package
        self.models: Any = importlib.import_module(f"{package.__name__}.models")
        self.server = server
        self._flavour = flavour
        self._client = next(each for each in vars(package) if each.endswith("Client") and not each.startswith("Async"))

    def seams(self, **given: Any) -> Any:
        """Return what a client waits and tells the time by: without jitter, else as it is given."""
        return importlib.import_module(f"{self.package.__name__}._runtime.seams").Seams(random=lambda: 0.0, **given)

    def script(self, *answers: bytes) -> None:
        """Say what the server answers from now on, and forget what it was asked."""
        self.server.requests.clear()
        self.server.answers[:] = answers

    @property
    def is_async(self) -> bool:
        return self._flavour != "sync"

    def raw(self, resource: str, method: str, /, *arguments: Any, **named: Any) -> Any:
        """Call an operation, and return the whole answer."""
        return self.call(f"{resource}.with_raw_response", method, *arguments, **named)

    def call(self, resource: str, method: str, /, *arguments: Any, credentials: Any = None, **named: Any) -> Any:
        """Call an operation; pages are read to the end and come as a list."""
        (result,) = self._run(
            credentials, lambda client: [getattr(attrgetter(resource)(client), method)(*arguments, **named)]
        )
        return result

    def stream(self, resource: str, method: str, use: str, *uses: Any, credentials: Any = None, **named: Any) -> Any:
        """Open a stream and use it: "iter" reads it to its end, "events" all that each event says, else by method."""
        return self._run(
            credentials, lambda client: [_Use(getattr(attrgetter(resource)(client), method)(**named), use, uses)]
        )[0]

    def calls(
        self, resource: str, calls: Sequence[tuple[str, Mapping[str, Any]]], credentials: Any = None
    ) -> list[Any]:
        """Call operations one after the other with one client: the method of each, and its arguments by name."""
        return self._run(
            credentials, lambda client: (getattr(attrgetter(resource)(client), name)(**named) for name, named in calls)
        )

    def _run(self, credentials: Any, begin: Callable[[Any], Iterable[Any]]) -> list[Any]:
        options = {"base_url": self.server.url, "seams": self.seams(), **(credentials or {})}
        if not self.is_async:
            with getattr(self.package, self._client)(**options) as client:
                return [_finished(each) for each in begin(client)]

        async def run() -> list[Any]:
            async with getattr(self.package, f"Async{self._client}")(**options) as client:
                return [await _async_finished(each) for each in begin(client)]

        return anyio.run(run, backend=self._flavour)

    def together(self, resource: str, method: str, times: int, credentials: Any = None, waves: int = 1) -> list[Any]:
        """Make a call many times at once with one client, in threads or tasks, and so again for each further wave;
        an error stands in place of a result."""
        options = {"base_url": self.server.url, "seams": self.seams(), **(credentials or {})}
        found: list[Any] = []

        def work(client: Any) -> None:
            try:
                found.append(getattr(attrgetter(resource)(client), method)())
            except self.package.Error as error:
                found.append(error)

        async def task(client: Any) -> None:
            try:
                found.append(await getattr(attrgetter(resource)(client), method)())
            except self.package.Error as error:
                found.append(error)

        async def run() -> None:
            async with getattr(self.package, f"Async{self._client}")(**options) as client:
                for _ in range(waves):
                    async with anyio.create_task_group() as group:
                        for _ in range(times):
                            group.start_soon(task, client)

        if self.is_async:
            anyio.run(run, backend=self._flavour)
            return found
        with getattr(self.package, self._client)(**options) as client:
            for _ in range(waves):
                with ThreadPoolExecutor(times) as threads:
                    list(threads.map(work, [client] * times))
        return found

    def made(self, resource: str, method: str, **named: Any) -> Any:
        """Return what a call gives, as it is."""
        client = getattr(self.package, f"{'Async' if self.is_async else ''}{self._client}")(base_url=self.server.url)
        return getattr(attrgetter(resource)(client), method)(**named)

    def paged(
        self,
        resource: str,
        method: str,
        level: str,
        most: int = 99,
        after: str | None = None,
        options: Any = None,
        **named: Any,
    ) -> tuple[list[Any], str]:
        """Iterate over "pages" or "items", from a cursor or from the beginning, at most so far; return what came and
        the cursor then."""
        given = {"base_url": self.server.url, "seams": self.seams(), **(options or {})}

        def begin(client: Any) -> Any:
            return getattr(getattr(attrgetter(resource)(client), method)(**named), level)(after=after)

        async def run() -> tuple[list[Any], str]:
            async with getattr(self.package, f"Async{self._client}")(**given) as client:
                course, found = begin(client), list[Any]()
                while len(found) < most and (each := await anext(course, _END)) is not _END:
                    found.append(each)
                return found, course.cursor

        if self.is_async:
            return anyio.run(run, backend=self._flavour)
        with getattr(self.package, self._client)(**given) as client:
            course = begin(client)
            return list(islice(course, most)), course.cursor

    def targets(self) -> list[str]:
        return [f"{each.method} {each.target}" for each in self.server.requests]


@pytest.mark.parametrize("tool", ["mypy", "basedpyright"])
def test_type_checkers_find_nothing(tool: str, checked: Mapping[str, subprocess.Popen[str]]) -> None:
    output, _ = checked[tool].communicate()
    assert checked[tool].returncode == 0, output
