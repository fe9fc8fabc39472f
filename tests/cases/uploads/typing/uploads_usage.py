"""What a user of uploads_client writes; each line that is wrong says how a type checker has to refuse it."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile, SpooledTemporaryFile, TemporaryFile
from typing import IO, BinaryIO, assert_type
from zipfile import ZipFile

from uploads_client import AsyncSpecClient, File, SpecClient, Upload
from uploads_client.models import Album, Kept, Photo, UploadBody


def chunks() -> Iterator[bytes]:
    yield b""


async def later() -> AsyncIterator[bytes]:
    yield b""


def right(client: SpecClient, some: IO[bytes], other: BinaryIO, kept: Kept) -> None:
    with open("a.png", "rb") as opened, Path("a.png").open("rb") as path, TemporaryFile() as temporary:
        client.upload.create(body=UploadBody(files=[b"", opened, path, temporary, Path("a"), chunks(), later()]))
        client.upload.create(body=UploadBody(files=[File(opened, name="a", media="a/b"), File(Path("a"))]))
    with NamedTemporaryFile() as named, SpooledTemporaryFile() as spooled, ZipFile("a.zip").open("a") as zipped:
        client.upload.create(body=UploadBody(files=[named, spooled, zipped, io.BytesIO(), some, other]))
    uploads: list[Upload] = [b"", Path("a")]
    client.upload.create(body=UploadBody(files=uploads))
    assert_type(client.upload.replace(body=Album(cover_photo=b"", back=None, scan=some, kept=kept)).raw, bytes)
    assert_type(client.blob.send(body=File(b"", media="image/png")), bytes)
    assert_type(client.blob.send(body=Path("a.png")), bytes)
    photo: Photo = File(b"", headers={"X-Dots": "300"})
    Album(cover_photo=photo)


async def awaited(client: AsyncSpecClient) -> None:
    await client.upload.create(body=UploadBody(files=[File(later())]))
    assert_type(await client.blob.send(body=later()), bytes)


def wrong(client: SpecClient, text: IO[str]) -> None:
    Album(cover_photo="a.png")  # type: ignore[arg-type]
    Album(cover_photo=text)  # type: ignore[arg-type]
    Album(cover_photo=[b""])  # type: ignore[arg-type]
    Album(cover_photo=None)  # type: ignore[arg-type]
    UploadBody(files=b"")  # type: ignore[arg-type]
    UploadBody(files=["a"])  # type: ignore[list-item]
    Kept(raw=Path("a"))  # type: ignore[arg-type]
    Kept(raw=File(b""))  # type: ignore[arg-type]
    File("a.png")  # type: ignore[arg-type]
    File(text)  # type: ignore[arg-type]
    File(b"", media=None)  # type: ignore[arg-type]
    client.blob.send(body="a.png")  # type: ignore[arg-type]
    client.blob.send(body={"a": b""})  # type: ignore[arg-type]
