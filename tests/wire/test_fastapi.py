"""A package made from the document of a FastAPI application uploads to that application."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Annotated, Any

import anyio
import pytest
from fastapi import FastAPI, File, Form, UploadFile
from runtime.multipart import parts
from runtime.server import Server

from generator.pipeline import document_source, generate
from generator.report import Report

from .asgi import serving

PACKAGE = "fastapi_client"

app = FastAPI(title="Uploads")
Seen = tuple[str | None, str | None, str]
"""The name of a file, its media type, and its content in hexadecimal."""


async def seen(file: UploadFile) -> Seen:
    return file.filename, file.content_type, (await file.read()).hex()


@app.post("/one", tags=["files"], operation_id="sendOne")
async def one(file: UploadFile, note: Annotated[str, Form()], cover: UploadFile | None = None) -> dict[str, Any]:
    return {"file": await seen(file), "note": note, "cover": await seen(cover) if cover else None}


@app.post("/many", tags=["files"], operation_id="sendMany")
async def many(files: list[UploadFile], sizes: Annotated[list[int], Form()]) -> dict[str, Any]:
    return {"files": [await seen(each) for each in files], "sizes": sizes}


@app.post("/raw", tags=["files"], operation_id="sendRaw")
async def raw(content: Annotated[bytes, File()]) -> str:
    return content.hex()


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Return the package, generated from what the application says of itself."""
    root = tmp_path_factory.mktemp("fastapi")
    (root / "openapi.json").write_text(json.dumps(app.openapi()), encoding="utf-8")
    report = Report()
    made = generate(document_source(root / "openapi.json", package=PACKAGE), report)
    assert [each.message for each in report.problems] == []
    for name, text in made.files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    sys.path.insert(0, str(root))
    yield importlib.import_module(PACKAGE)
    sys.path.remove(str(root))


@pytest.fixture
def client(package: Any) -> Iterator[Any]:
    with Server([serving(app)]) as server, package.UploadsClient(base_url=server.url) as client:
        yield client


def body(package: Any, model: str, **values: Any) -> Any:
    return getattr(importlib.import_module(f"{package.__name__}.models"), model)(**values)


def test_a_file_and_a_field_beside_it(package: Any, client: Any, tmp_path: Path) -> None:
    path = tmp_path / "größe.png"
    path.write_bytes(b"\x89\r\n--")
    sent = body(package, "BodySendOne", file=path, note="ü\n")
    assert client.files.send_one(body=sent) == {
        "file": ["größe.png", "image/png", b"\x89\r\n--".hex()],
        "note": "ü\n",
        "cover": None,
    }


def test_an_optional_file(package: Any, client: Any) -> None:
    cover = package.File(iter([b"1", b"2"]), name="c.bin", media="a/b")
    sent = body(package, "BodySendOne", file=b"x", note="n", cover=cover)
    assert client.files.send_one(body=sent) == {
        "file": ["file", "application/octet-stream", b"x".hex()],
        "note": "n",
        "cover": ["c.bin", "a/b", b"12".hex()],
    }


def test_several_files(package: Any, client: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a" * 5000)
    with (tmp_path / "a.txt").open("rb") as opened:
        sent = body(package, "BodySendMany", files=[opened, package.File(b"b", name='"b"')], sizes=[5000, 1])
        found = client.files.send_many(body=sent)
    assert found == {
        "files": [["a.txt", "text/plain", (b"a" * 5000).hex()], ["%22b%22", "application/octet-stream", b"b".hex()]],
        "sizes": [5000, 1],
    }


def test_bytes(package: Any, client: Any) -> None:
    assert client.files.send_raw(body=body(package, "BodySendRaw", content=b"\x00")) == "00"


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_the_asynchronous_client(package: Any, backend: str) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        yield b"1"
        yield b"2"

    async def main(url: str) -> Any:
        async with package.AsyncUploadsClient(base_url=url) as client:
            return await client.files.send_many(body=body(package, "BodySendMany", files=[chunks(), b"3"], sizes=[]))

    with Server([serving(app)]) as server, pytest.raises(package.Unprocessable, match="sizes"):
        anyio.run(main, server.url, backend=backend)
    (request,) = server.requests
    assert [each.content for each in parts(request)] == [b"12", b"3"]
