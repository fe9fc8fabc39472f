"""Files on the wire: what they are made from, how they are named, streamed and sent again, and what is refused."""

from __future__ import annotations

import asyncio
import gc
import io
import os
import socket
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile, SpooledTemporaryFile, TemporaryFile
from typing import Any

import pytest

from generator.runtime import Body, ConnectionFailed, Encoding, File, InvalidArgument, Request, multipart_body, raw_body
from generator.runtime.files import media_type

from .calls import ANY, FLAVOURS, AsyncThing, call
from .multipart import Part, parts
from .server import Received, Server, answer


def sent(body: Body | None, flavour: str = "sync", **options: Any) -> Received:
    with Server([answer(200, {})]) as server:
        call(flavour, server.url, Request("POST", "/x", body=body), **options)
    return server.requests[0]


def part(value: object, name: str = "f") -> Part:
    (found,) = parts(sent(multipart_body({name: value})))
    return found


def test_names_of_files(tmp_path: Path) -> None:
    path = tmp_path / "a b.bin"
    path.write_bytes(b"x")
    with (
        path.open("rb") as opened,
        NamedTemporaryFile(suffix=".tmp") as named,
        TemporaryFile() as nameless,
        SpooledTemporaryFile() as spooled,
    ):
        assert part(path).file == part(opened).file == part(File(path)).file == part(File(opened)).file == "a b.bin"
        assert part(named).file == Path(named.name).name
        assert part(nameless).file == part(spooled).file == part(b"").file == part(iter([b""])).file
        assert part(b"").file == "file"
        assert part(File(opened, name="other")).file == "other"
    for given, wire in (
        ("../../etc/passwd", "passwd"),
        ("C:\\docs\\a.txt", "a.txt"),
        ("日本 ü.txt", "日本 ü.txt"),
        ("folder/", "file"),
        ('a"\r\n;b.txt', "a%22%0D%0A;b.txt"),
    ):
        assert part(File(b"", name=given)).file == wire
    assert part(b"", name='größe"').name == "größe%22"


def test_names_are_utf_8_on_the_wire() -> None:
    body = sent(multipart_body({"größe": File(b"", name="日本.txt")})).body
    assert 'form-data; name="größe"; filename="日本.txt"'.encode() in body and b"filename*" not in body


@pytest.mark.parametrize(
    ("stated", "given", "name", "media"),
    [
        ("", "", "", "application/octet-stream"),
        ("", "", "a.png", "image/png"),
        ("", "x/y", "a.png", "x/y"),
        ("", "", "a.tar.gz", "application/octet-stream"),
        ("image/png", "", "a.jpg", "image/png"),
        ("text/csv; charset=utf-8", "", "a.csv", "text/csv; charset=utf-8"),
        ("text/csv; charset=utf-8", "TEXT/CSV", "", "TEXT/CSV"),
        ("image/png, image/jpeg", "", "a.jpg", "image/jpeg"),
        ("image/png, image/jpeg", "", "a.gif", "image/png"),
        ("image/*, application/pdf", "", "a.gif", "image/gif"),
        ("image/*, application/pdf", "", "", "application/pdf"),
        ("image/*", "", "a.txt", "application/octet-stream"),
        ("*/*", "", "a.txt", "text/plain"),
    ],
)
def test_the_media_type_of_a_file(stated: str, given: str, name: str, media: str) -> None:
    assert media_type(File(b"", name=name, media=given), stated) == media


def test_a_media_type_that_is_not_taken() -> None:
    for stated in ("image/png", "image/*", "image/png, image/jpeg"):
        with pytest.raises(InvalidArgument, match="text/plain"):
            media_type(File(b"", media="text/plain"), stated)


@pytest.mark.parametrize("value", ["photo.jpg", ["photo.jpg"], [b"x"], {"a": b"x"}, 5, None, File(b"")])
def test_what_a_file_is_not_made_from(value: Any) -> None:
    with pytest.raises(InvalidArgument):
        File(value)


def test_text_is_no_path() -> None:
    with pytest.raises(InvalidArgument, match=r"pathlib\.Path"):
        File("photo.jpg")  # type: ignore[arg-type]


def test_a_file_does_not_show_its_content() -> None:
    assert repr(File(b"secret", name="a")) == "File(name='a', media='', headers={})"


def refused(value: object) -> set[str]:
    """Return why a file is refused, as a part and as a body."""
    with pytest.raises(InvalidArgument) as as_part:
        multipart_body({"f": value})
    with pytest.raises(InvalidArgument) as as_body:
        raw_body(value, "*/*")
    return {str(as_part.value), str(as_body.value)}


def test_files_that_cannot_be_sent(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    with path.open() as text:
        assert refused(text) == {"the file 'a.txt' is open as text: it has to be opened in binary mode, with \"rb\""}
    assert refused(io.StringIO("x")) == {
        "the file 'file' is open as text: it has to be opened in binary mode, with \"rb\""
    }
    assert refused(text) == {"the file 'a.txt' is closed"}
    with path.open("wb") as writing:
        assert refused(writing) == {"the file 'a.txt' is not open for reading"}
    assert refused(tmp_path / "gone") == {"the file 'gone' cannot be sent: No such file or directory"}
    assert refused(tmp_path) == {f"the file {tmp_path.name!r} is a folder"}
    spent = (each for each in [b"x"])
    list(spent)
    assert refused(spent) == {"an iterator can be sent once, and this one has come to its end"}


class Shrinking(io.BytesIO):
    """Says that it is longer than it is."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(size)[:3] if self.tell() == 0 else b""


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_files_that_change_while_they_are_sent(flavour: str, tmp_path: Path) -> None:
    closed, gone = io.BytesIO(b"0123456789"), tmp_path / "gone"
    gone.write_bytes(b"x")
    bodies = {
        "the file 'file' became shorter while it was sent": multipart_body({"f": Shrinking(b"0123456789")}),
        "the file 'file' was closed while it was sent": multipart_body({"f": closed}),
        "the file 'gone' cannot be sent: No such file or directory": raw_body(gone, "*/*"),
        "a body consists of bytes, not of str": raw_body(iter(["text"]), "*/*"),
    }
    closed.close()
    gone.unlink()
    for message, body in bodies.items():
        with Server([answer(200, {})]) as server, pytest.raises(InvalidArgument) as found:
            call(flavour, server.url, Request("PUT", "/x", body=body))
        assert str(found.value) == f"PUT /x: {message}" and found.value.__cause__ is None
        assert server.requests == [], "it is not sent again"


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_file_that_grows_is_sent_as_long_as_it_was(flavour: str, tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_bytes(b"one")
    body = multipart_body({"f": path})
    path.write_bytes(b"one and two")
    assert [each.content for each in parts(sent(body, flavour))] == [b"one"]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_files_are_sent_again(flavour: str, tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"path")
    opened = io.BytesIO(b"0123")
    opened.read(1)
    body = multipart_body({"path": path, "open": opened, "file": File(b"bytes")})
    with Server([answer(503), answer(200, {})]) as server:
        call(flavour, server.url, Request("PUT", "/x", body=body))
    first, second = server.requests
    assert first.body == second.body and first.header("Content-Length") == str(len(first.body))
    assert [each.content for each in parts(second)] == [b"path", b"123", b"bytes"]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_an_iterator_is_sent_once(flavour: str) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"one"
        yield b"two"

    made = chunks()
    with Server([answer(503)]) as server, pytest.raises(Exception, match="503"):
        call(flavour, server.url, Request("PUT", "/x", body=multipart_body({"f": File(made, name="n")})))
    (request,) = server.requests
    assert parts(request) == [Part("f", "n", "application/octet-stream", b"onetwo")]
    assert request.header("Transfer-Encoding") == "chunked" and request.header("Content-Length") is None
    with pytest.raises(InvalidArgument, match="once"):
        multipart_body({"f": made})


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_an_asynchronous_iterator(backend: str) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        yield b"one"
        yield b"two"

    body = multipart_body({"before": "b", "f": File(chunks(), name="n"), "after": b"a"})
    assert [each.content for each in parts(sent(body, backend))] == [b"b", b"onetwo", b"a"]
    with Server([answer(200, {})]) as server, pytest.raises(InvalidArgument, match="asynchronous client"):
        call("sync", server.url, Request("POST", "/x", body=multipart_body({"f": chunks()})))
    assert server.connections == 0, "before anything is sent"


def test_a_pipe_is_streamed() -> None:
    reader, writer = os.pipe()
    os.write(writer, b"piped")
    os.close(writer)
    with open(reader, "rb") as pipe:
        received = sent(multipart_body({"f": pipe}))
    assert parts(received)[0].content == b"piped" and received.header("Transfer-Encoding") == "chunked"


def open_files() -> list[str]:
    return [os.readlink(f"/proc/self/fd/{each}") for each in os.listdir("/proc/self/fd") if _is_there(each)]


def _is_there(descriptor: str) -> bool:
    return os.path.exists(f"/proc/self/fd/{descriptor}")


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="open files are listed in /proc alone")
@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_path_is_open_only_while_it_is_sent(flavour: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(bytes(1_000_000))
    body = multipart_body({"f": path})
    assert str(path) not in open_files()
    sent(body, flavour)
    assert str(path) not in open_files()

    os.truncate(path, 30_000_000)
    body = multipart_body({"f": path})
    gc.disable()
    try:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            threading.Thread(target=break_off, args=(listener,)).start()
            with pytest.raises(ConnectionFailed):
                call(flavour, url_of(listener), Request("POST", "/x", body=body))
        assert str(path) not in open_files(), "closed also where the connection breaks"
    finally:
        gc.enable()


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="open files are listed in /proc alone")
def test_a_path_is_closed_where_a_call_is_cancelled(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.touch()
    os.truncate(path, 30_000_000)

    async def main(url: str) -> None:
        async with AsyncThing(url) as client:
            request = Request("POST", "/x", body=multipart_body({"f": path}))
            task = asyncio.create_task(client.probe.call(request, ANY))
            while str(path) not in open_files():
                await asyncio.sleep(0.01)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert str(path) not in open_files()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        asyncio.run(main(url_of(listener)))


def break_off(listener: socket.socket) -> None:
    """Close a connection when a part of the body has come."""
    connection, _ = listener.accept()
    with connection:
        connection.recv(100_000)


def url_of(listener: socket.socket) -> str:
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


def test_a_large_file_is_never_held_whole(tmp_path: Path) -> None:
    import tracemalloc

    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(300_000_000)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        seen: list[int] = []

        def drain() -> None:
            connection, _ = listener.accept()
            with connection:
                count, tail = 0, b""
                while not tail.endswith(b"--\r\n"):
                    chunk = connection.recv(1 << 20)
                    count, tail = count + len(chunk), (tail + chunk)[-100:]
                seen.append(count)
                connection.sendall(answer(200, {}))

        thread = threading.Thread(target=drain)
        thread.start()
        tracemalloc.start()
        call("sync", url_of(listener), Request("POST", "/x", body=multipart_body({"f": path})))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        thread.join()
    assert seen[0] > 300_000_000 and most < 20_000_000


def test_headers_of_a_file_belong_to_a_part() -> None:
    with pytest.raises(InvalidArgument, match="headers"):
        raw_body(File(b"", headers={"X-A": "1"}), "*/*")


def test_a_list_of_files_that_are_json() -> None:
    body = multipart_body({"f": [b"{}", b"[]"]}, {"f": Encoding(content="application/json")})
    found = parts(sent(body))
    assert [(each.file, each.media, each.content) for each in found] == [
        ("file", "application/json", b"{}"),
        ("file", "application/json", b"[]"),
    ]
