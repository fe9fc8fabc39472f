"""Files, alone and among other values, on the wire."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from runtime.multipart import Part, parts
from runtime.server import answer


def check_lists_are_one_part_for_each_member(caller: Any) -> None:
    models, file = caller.models, caller.package.File
    info = models.UploadBodyInfo(a="é")
    body = models.UploadBody(
        files=[b"\x00\r\n--", file(b"two", name="b.txt"), file(b"3", media="a/b")],
        hash="h",
        numbers=[1, 2],
        on=True,
        at=datetime(2024, 1, 31, 10, tzinfo=UTC),
        info=info,
        infos=[info, models.UploadBodyInfo()],
    )
    caller.call("upload", "create", body=body)
    (request,) = caller.server.requests
    found = parts(request)
    assert sorted(found, key=lambda each: str(each.name)) == [
        Part("at", None, None, b"2024-01-31T10:00:00Z"),
        Part("files", "file", "application/octet-stream", b"\x00\r\n--"),
        Part("files", "b.txt", "text/plain", b"two"),
        Part("files", "file", "a/b", b"3"),
        Part("hash", None, None, b"h"),
        Part("info", None, "application/json", '{"a":"é"}'.encode()),
        Part("infos", None, "application/json", '{"a":"é"}'.encode()),
        Part("infos", None, "application/json", b"{}"),
        Part("numbers", None, None, b"1"),
        Part("numbers", None, None, b"2"),
        Part("on", None, None, b"true"),
    ]
    assert request.header("Content-Length") == str(len(request.body))


def check_whatever_a_file_is_made_from(caller: Any) -> None:
    models = caller.models
    caller.script(answer(200, {"raw": "text"}))
    opened = io.BytesIO(b"-open")
    opened.name = "/some/folder/café.png"
    opened.read(1)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "on disk.pdf"
        path.write_bytes(b"path")
        kept = models.Kept(raw=b"in JSON")
        body = models.Album(cover_photo=path, back=opened, scan=iter([b"one", b"two"]), kept=kept)
        reply = caller.call("upload", "replace", body=body)
    assert reply.raw == b"text"
    (request,) = caller.server.requests
    assert request.header("Transfer-Encoding") == "chunked"
    assert {each.name: each[1:] for each in parts(request)} == {
        "cover-photo": ("on disk.pdf", "application/pdf", b"path"),
        "back": ("café.png", "image/png", b"open"),
        "scan": ("file", "application/octet-stream", b"onetwo"),
        "kept": (None, "application/json", b'{"raw":"in JSON"}'),
    }


def check_files_as_fields(caller: Any) -> None:
    caller.script(answer(200, {"raw": ""}))
    caller.call("upload", "replace", cover_photo=iter([b"a", b"b"]), kept={"raw": b"in JSON"})
    cover, kept = parts(caller.server.requests[0])
    assert cover == Part("cover-photo", "file", "application/octet-stream", b"ab")
    assert json.loads(kept.content) == {"raw": "in JSON"}


def check_what_is_left_out_is_no_part(caller: Any) -> None:
    caller.script(answer(200, {"raw": ""}))
    caller.call("upload", "replace", body=caller.models.Album(cover_photo=b"", back=None))
    assert parts(caller.server.requests[0]) == [Part("cover-photo", "file", "application/octet-stream", b"")]


def check_a_body_that_is_a_file(caller: Any) -> None:
    file, refused = caller.package.File, caller.package.InvalidArgument
    caller.script(*[answer(200, b"\xff{", media="application/json")] * 4)
    assert caller.call("blob", "send", body=b"\x89PNG") == b"\xff{", "bytes, though the answer says that it is JSON"
    caller.call("blob", "send", body=file(b"x", name="b.JPG"))
    caller.call("blob", "send", body=file(io.BytesIO(b"x"), media="image/jpeg"))
    media = [each.header("Content-Type") for each in caller.server.requests]
    assert media == ["image/png", "image/jpeg", "image/jpeg"]
    try:
        caller.call("blob", "send", body=file(b"x", media="image/gif"))
    except refused as error:
        assert "image/gif" in str(error) and "image/png, image/jpeg" in str(error)
    else:
        raise AssertionError("a media type that is not taken")
    assert len(caller.server.requests) == 3


def check_a_body_of_any_media_type(caller: Any) -> None:
    file = caller.package.File
    caller.script(*[answer(200, b"\xff", media="image/png")] * 3)
    bodies = [b"{}", file(b"x", media="image/png"), file(b"x", name="a.csv")]
    assert [caller.call("blob", "replace", body=each) for each in bodies] == [b"\xff"] * 3
    media = [each.header("Content-Type") for each in caller.server.requests]
    assert media == ["application/octet-stream", "image/png", "text/csv"]
    assert json.loads(caller.server.requests[0].body) == {}
