"""Files on the wire: what they are made from, how they are named, streamed and sent again, and what is refused."""

from __future__ import annotations

import gc
import io
import os
import socket
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile, SpooledTemporaryFile, TemporaryFile
from typing import Any

import anyio
import pytest

from generator.runtime import File, InvalidArgument
from generator.runtime.files import media_type

from .caller import Caller
from .multipart import Part, parts
from .server import Received, Server, answer


def send(caller: Caller, url: str, body: object, operation: str = "send_parts", **options: Any) -> None:
    caller.run(url, lambda client: getattr(client.bodies, operation)(body=body), **options)


def sent(caller: Caller, body: object, operation: str = "send_parts") -> Received:
    with Server([answer(204)]) as server:
        send(caller, server.url, body, operation)
    return server.requests[0]


def part(caller: Caller, value: object, name: str = "f") -> Part:
    (found,) = parts(sent(caller, {name: value}))
    return found


def test_names_of_files(caller: Caller, tmp_path: Path) -> None:
    path = tmp_path / "a b.bin"
    path.write_bytes(b"x")
    made = caller.api.File

    def name(value: object) -> str | None:
        return part(caller, value).file

    with (
        path.open("rb") as opened,
        NamedTemporaryFile(suffix=".tmp") as named,
        TemporaryFile() as nameless,
        SpooledTemporaryFile() as spooled,
    ):
        assert name(path) == name(opened) == name(made(path)) == name(made(opened)) == "a b.bin"
        assert name(named) == Path(named.name).name
        assert name(nameless) == name(spooled) == name(b"") == name(iter([b""])) == "file"
        assert name(made(opened, name="other")) == "other"
    for given, wire in (
        ("../../etc/passwd", "passwd"),
        ("C:\\docs\\a.txt", "a.txt"),
        ("日本 ü.txt", "日本 ü.txt"),
        ("folder/", "file"),
        ('a"\r\n;b.txt', "a%22%0D%0A;b.txt"),
    ):
        assert name(made(b"", name=given)) == wire
    assert part(caller, b"", name='größe"').name == "größe%22"


def test_names_are_utf_8_on_the_wire(caller: Caller) -> None:
    body = sent(caller, {"größe": caller.api.File(b"", name="日本.txt")}).body
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


def refused(caller: Caller, value: object) -> set[str]:
    """Return why a file is refused before anything is sent, as a part and as a body."""
    with Server([answer(204)]) as server:
        with pytest.raises(caller.api.InvalidArgument) as as_part:
            send(caller, server.url, {"f": value})
        with pytest.raises(caller.api.InvalidArgument) as as_body:
            send(caller, server.url, value, "send_binary")
    assert server.connections == 0
    return {str(as_part.value), str(as_body.value)}


def test_files_that_cannot_be_sent(caller: Caller, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    with path.open() as text:
        assert refused(caller, text) == {
            "the file 'a.txt' is open as text: it has to be opened in binary mode, with \"rb\""
        }
    assert refused(caller, io.StringIO("x")) == {
        "the file 'file' is open as text: it has to be opened in binary mode, with \"rb\""
    }
    assert refused(caller, text) == {"the file 'a.txt' is closed"}
    with path.open("wb") as writing:
        assert refused(caller, writing) == {"the file 'a.txt' is not open for reading"}
    assert refused(caller, tmp_path / "gone") == {"the file 'gone' cannot be sent: No such file or directory"}
    assert refused(caller, tmp_path) == {f"the file {tmp_path.name!r} is a folder"}
    spent = (each for each in [b"x"])
    list(spent)
    assert refused(caller, spent) == {"an iterator can be sent once, and this one has come to its end"}


class Shrinking(io.BytesIO):
    """Says that it is longer than it is."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(size)[:3] if self.tell() == 0 else b""


@pytest.mark.promise(7)
@pytest.mark.parametrize("change", ["shorter", "closed", "gone", "text"])
def test_files_that_change_while_they_are_sent(caller: Caller, change: str, tmp_path: Path) -> None:
    """The file is sound when the call begins, and a part before it does the harm."""
    path = tmp_path / "gone"
    path.write_bytes(b"x")
    opened = io.BytesIO(b"0123456789")
    bodies: dict[str, tuple[str, object]] = {
        "shorter": ("the file 'file' became shorter while it was sent", {"f": Shrinking(b"0123456789")}),
        "closed": ("the file 'file' was closed while it was sent", {"e": closing(opened), "f": opened}),
        "gone": ("the file 'gone' cannot be sent: No such file or directory", {"e": removing(path), "f": path}),
        "text": ("a body consists of bytes, not of str", {"f": iter(["text"])}),
    }
    message, body = bodies[change]
    with Server([answer(204)]) as server, pytest.raises(caller.api.InvalidArgument) as found:
        send(caller, server.url, body)
    assert str(found.value) == f"POST /bodies/parts: {message}" and found.value.__cause__ is None
    assert server.requests == [], "it is not sent again"


def closing(file: io.BytesIO) -> Iterator[bytes]:
    """A part that closes another one while it is sent."""
    yield b"x"
    file.close()


def removing(path: Path) -> Iterator[bytes]:
    """A part that removes the file of another one while it is sent."""
    yield b"x"
    path.unlink()


def test_a_file_that_grows_is_sent_as_long_as_it_was(caller: Caller, tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_bytes(b"one")

    def growing() -> Iterator[bytes]:
        yield b"x"
        path.write_bytes(b"one and two")

    assert [each.content for each in parts(sent(caller, {"e": growing(), "f": path}))] == [b"x", b"one"]


@pytest.mark.promise(7)
def test_files_are_sent_again(caller: Caller, tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"path")
    opened = io.BytesIO(b"0123")
    opened.read(1)
    body = caller.api.models.Files(f=path, all=[opened, caller.api.File(b"bytes")])
    with Server([answer(503), answer(204)]) as server:
        send(caller, server.url, body, "put_parts")
    first, second = server.requests
    assert first.body == second.body and first.header("Content-Length") == str(len(first.body))
    assert [each.content for each in parts(second)] == [b"path", b"123", b"bytes"]


@pytest.mark.promise(7)
def test_an_iterator_is_sent_once(caller: Caller) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"one"
        yield b"two"

    made = chunks()
    body = caller.api.models.Files(f=caller.api.File(made, name="n"))
    with Server([answer(503)]) as server, pytest.raises(caller.api.ServerError):
        send(caller, server.url, body, "put_parts")
    (request,) = server.requests
    assert parts(request) == [Part("f", "n", "application/octet-stream", b"onetwo")]
    assert request.header("Transfer-Encoding") == "chunked" and request.header("Content-Length") is None
    with pytest.raises(caller.api.InvalidArgument, match="once"):
        send(caller, server.url, {"f": made})


async def later() -> AsyncIterator[bytes]:
    yield b"one"
    yield b"two"


def test_an_asynchronous_iterator(api: Any, backend: str) -> None:
    body = {"before": "b", "f": api.File(later(), name="n"), "after": b"a"}
    found = parts(sent(Caller(api, backend), body))
    assert [each.content for each in found] == [b"b", b"onetwo", b"a"]


def test_an_asynchronous_iterator_needs_the_asynchronous_client(sync: Caller) -> None:
    with Server([answer(204)]) as server, pytest.raises(sync.api.InvalidArgument, match="asynchronous client"):
        send(sync, server.url, {"f": later()})
    assert server.connections == 0, "before anything is sent"


def test_a_pipe_is_streamed(caller: Caller) -> None:
    reader, writer = os.pipe()
    os.write(writer, b"piped")
    os.close(writer)
    with open(reader, "rb") as pipe:
        received = sent(caller, {"f": pipe})
    assert parts(received)[0].content == b"piped" and received.header("Transfer-Encoding") == "chunked"


def open_files() -> list[str]:
    return [os.readlink(f"/proc/self/fd/{each}") for each in os.listdir("/proc/self/fd") if _is_there(each)]


def _is_there(descriptor: str) -> bool:
    return os.path.exists(f"/proc/self/fd/{descriptor}")


@pytest.mark.promise(8)
@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="open files are listed in /proc alone")
def test_a_path_is_open_only_while_it_is_sent(caller: Caller, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(bytes(1_000_000))
    sent(caller, {"f": path})
    assert str(path) not in open_files()

    os.truncate(path, 30_000_000)
    gc.disable()
    try:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            threading.Thread(target=break_off, args=(listener,)).start()
            with pytest.raises(caller.api.ConnectionFailed):
                send(caller, url_of(listener), {"f": path})
        assert str(path) not in open_files(), "closed also where the connection breaks"
    finally:
        gc.enable()


@pytest.mark.promise(8, 20)
@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="open files are listed in /proc alone")
def test_a_path_is_closed_where_a_call_is_cancelled(api: Any, backend: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.touch()
    os.truncate(path, 30_000_000)

    async def main(url: str) -> None:
        async with Caller(api, backend).client(url) as client, anyio.create_task_group() as group:

            async def call() -> None:
                await client.bodies.parts.send(body={"f": path})

            group.start_soon(call)
            with anyio.fail_after(10):
                while str(path) not in open_files():
                    await anyio.sleep(0.01)
            group.cancel_scope.cancel()
        assert str(path) not in open_files()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        anyio.run(main, url_of(listener), backend=backend)


def break_off(listener: socket.socket) -> None:
    """Close a connection when a part of the body has come."""
    connection, _ = listener.accept()
    with connection:
        connection.recv(100_000)


def url_of(listener: socket.socket) -> str:
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


def test_a_large_file_is_never_held_whole(caller: Caller, tmp_path: Path) -> None:
    import tracemalloc

    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(60_000_000)
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
                connection.sendall(answer(204))

        thread = threading.Thread(target=drain)
        thread.start()
        tracemalloc.start()
        send(caller, url_of(listener), {"f": path})
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        thread.join()
    assert seen[0] > 60_000_000 and most < 10_000_000


def test_headers_of_a_file_belong_to_a_part(caller: Caller) -> None:
    with pytest.raises(caller.api.InvalidArgument, match="headers"):
        sent(caller, caller.api.File(b"", headers={"X-A": "1"}), "send_binary")
