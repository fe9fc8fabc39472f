"""Writing is all or nothing: the old package or the new one is there, whole, and nobody's files are lost."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.pipeline import write as module
from generator.pipeline.write import EditedFiles, differences, read_manifest, recover, write

OLD = {"a.py": "old a\n", "pkg/b.py": "old b\n", "pkg/gone.py": "old gone\n"}
NEW = {"a.py": "new a\n", "pkg/b.py": "old b\n", "pkg/added.py": "new\n"}


@pytest.fixture
def place(tmp_path: Path) -> tuple[Path, Path]:
    """A folder with OLD in it, and its manifest."""
    folder, manifest = tmp_path / "out", tmp_path / "manifest.json"
    assert write(folder, OLD, read_manifest(manifest), "1") == sorted(OLD)
    return folder, manifest


def _content(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_second_write_touches_nothing(place: tuple[Path, Path]) -> None:
    folder, manifest = place
    stamps = {path: path.stat().st_mtime_ns for path in [*folder.rglob("*"), manifest]}
    assert write(folder, OLD, read_manifest(manifest), "1") == []
    assert {path: path.stat().st_mtime_ns for path in stamps} == stamps


def test_replaces_and_removes_ours_and_keeps_theirs(place: tuple[Path, Path]) -> None:
    folder, manifest = place
    (folder / "notes.txt").write_text("mine\n")
    (folder / "pkg" / "mine.py").write_text("mine too\n")
    assert write(folder, NEW, read_manifest(manifest), "2") == ["a.py", "pkg/added.py", "pkg/gone.py"]
    assert _content(folder) == {**NEW, "notes.txt": "mine\n", "pkg/mine.py": "mine too\n"}
    assert read_manifest(manifest).inputs == "2"


@pytest.mark.parametrize("name", ["a.py", "pkg/gone.py"])
def test_edited_file_is_named_and_kept(place: tuple[Path, Path], name: str) -> None:
    folder, manifest = place
    (folder / name).write_text("edited\n")
    before = _content(folder)
    with pytest.raises(EditedFiles) as caught:
        write(folder, NEW, read_manifest(manifest), "2")
    assert caught.value.names == [name]
    assert _content(folder) == before
    write(folder, NEW, read_manifest(manifest), "2", force=True)
    assert _content(folder) == NEW


def test_file_of_the_user_in_the_way_is_named(place: tuple[Path, Path]) -> None:
    folder, manifest = place
    (folder / "pkg" / "added.py").write_text("mine\n")
    with pytest.raises(EditedFiles) as caught:
        write(folder, NEW, read_manifest(manifest), "2")
    assert caught.value.names == ["pkg/added.py"]


def test_differences(place: tuple[Path, Path]) -> None:
    folder, manifest = place
    assert differences(folder, NEW, read_manifest(manifest)) == ["a.py", "pkg/added.py", "pkg/gone.py"]


def test_manifest_that_is_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "manifest.json"
    path.write_text("{}")
    with pytest.raises(OSError, match="not a manifest"):
        read_manifest(path)


_CALLS: list[tuple[Any, str]] = [
    (os, "rename"),
    (os, "replace"),
    (shutil, "copy2"),
    (Path, "write_text"),
    (Path, "mkdir"),
    (shutil, "rmtree"),
]


def _steps(run: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> int:
    """Count the calls that change the disk in one run."""
    count = 0
    with monkeypatch.context() as patch:
        for owner, name in _CALLS:
            real = getattr(owner, name)

            def counted(*args: Any, _real: Any = real, **kwargs: Any) -> Any:
                nonlocal count
                count += 1
                return _real(*args, **kwargs)

            patch.setattr(owner, name, counted)
        run()
    return count


class Killed(BaseException):
    """Stands for a kill: no handler of ours may go on after it."""


@pytest.mark.parametrize("exchange", [True, False], ids=["exchange", "renames"])
@pytest.mark.parametrize("fault", [Killed(), OSError(28, "No space left on device")], ids=["kill", "ENOSPC"])
def test_interrupted_at_every_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange: bool, fault: BaseException
) -> None:
    """Whatever call fails, the folder holds the old content or the new, and the next run completes."""
    if not exchange:
        monkeypatch.setattr(module, "_rename_exchange", lambda first, second: False)
    folder, manifest = tmp_path / "out", tmp_path / "manifest.json"

    def fresh() -> None:
        for path in tmp_path.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        write(folder, OLD, read_manifest(manifest), "1")
        (folder / "notes.txt").write_text("mine\n")

    fresh()
    total = _steps(lambda: write(folder, NEW, read_manifest(manifest), "2"), monkeypatch)
    assert total > 7
    for step in range(total):
        fresh()
        reached = 0
        with monkeypatch.context() as patch:
            for owner, name in _CALLS:
                real = getattr(owner, name)

                def broken(*args: Any, _real: Any = real, _step: int = step, **kwargs: Any) -> Any:
                    nonlocal reached
                    reached += 1
                    if reached > _step:
                        raise fault
                    return _real(*args, **kwargs)

                patch.setattr(owner, name, broken)
            with pytest.raises(type(fault)):
                write(folder, NEW, read_manifest(manifest), "2")
        recover(folder)
        assert _content(folder) in (
            {**OLD, "notes.txt": "mine\n"},
            {**NEW, "notes.txt": "mine\n"},
        ), f"half written at step {step}"
        write(folder, NEW, read_manifest(manifest), "2")
        assert _content(folder) == {**NEW, "notes.txt": "mine\n"}
        assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".out")) == []


def test_the_next_write_takes_up_what_an_interrupted_one_left(place: tuple[Path, Path]) -> None:
    """Killed between its two renames: the old content stands aside, the new one is staged."""
    folder, manifest = place
    (folder / "notes.txt").write_text("mine\n")
    os.rename(folder, folder.with_name(".out.old"))
    (folder.with_name(".out.new") / "pkg").mkdir(parents=True)
    (folder.with_name(".out.new") / "half.py").write_text("half\n")
    write(folder, NEW, read_manifest(manifest), "2")
    assert _content(folder) == {**NEW, "notes.txt": "mine\n"}
    assert sorted(path.name for path in folder.parent.iterdir()) == ["manifest.json", "out"]
