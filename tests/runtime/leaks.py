"""Canaries for credentials, a detector that sees them however they are spelled, and calls that are bound to fail.

The detector shares nothing with the runtime: it undoes escapes by the standard library until nothing changes.
"""

from __future__ import annotations

import base64
import functools
import html
import importlib
import json
import pickle
import re
import traceback
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import anyio
from rich.pretty import pretty_repr

from .caller import tls
from .library import LIBRARY, http

_AWKWARD = '"/&<%41>+ \\u0041=='
CANARIES = {
    "header": f"Hdr4kQ7ZxW{_AWKWARD}Hdr9mT2LpV",
    "query": f"Qry4kQ7ZxW{_AWKWARD}ß😀Qry9mT2LpV",
    "cookie": f"Ckx4kQ7ZxW{_AWKWARD}Ckx9mT2LpV",
    "username": f"Usr4kQ7ZxW{_AWKWARD}Usr9mT2LpV",
    "password": f"Pwd4kQ7ZxW{_AWKWARD}ü😀Pwd9mT2LpV",
    "token": f"Brr4kQ7ZxW{_AWKWARD}Brr9mT2LpV",
    "client_id": f"Cid4kQ7ZxW{_AWKWARD}Cid9mT2LpV",
    "client_secret": f"Csc4kQ7ZxW{_AWKWARD}éCsc9mT2LpV",
    "user": f"Snu4kQ7ZxW{_AWKWARD}Snu9mT2LpV",
    "pass_": f"Snp4kQ7ZxW{_AWKWARD}😀Snp9mT2LpV",
}
"""Of a user, by the argument of the client."""
FETCHED = f"Ftc4kQ7ZxW{_AWKWARD}Ftc9mT2LpV"
SIGNED = 'Acme key="Sgn4kQ7ZxW", signature="/Sgn9mT2LpV="'
ALL = (*CANARIES.values(), FETCHED, SIGNED)
_CORES = sorted({each.encode() for text in ALL for each in re.findall(r"[A-Z][a-z]{2}(?:4kQ7Z|9mT2L)", text)})
_ROUNDS = 5


def seen(shown: str | bytes) -> list[str]:
    """Return the beginnings of the canaries that a text shows, in whatever spelling."""
    text = shown.encode("utf-8", "surrogatepass") if isinstance(shown, str) else shown
    found: set[bytes] = set()
    for each in _layers(text):
        found |= {core for core in _CORES if core in each}
        for run in set(re.findall(rb"[A-Za-z0-9+/_-]{14,}", each)):
            for start in range(4):
                piece = run[start:].translate(bytes.maketrans(b"-_", b"+/"))
                decoded = base64.b64decode(piece[: len(piece) // 4 * 4])
                found |= {core for core in _CORES if core in decoded}
    return sorted(each.decode() for each in found)


def _layers(text: bytes) -> Iterator[bytes]:
    for _ in range(_ROUNDS):
        for undo in (bytes, unquote_to_bytes, _from_html, _from_json, lambda each: each.replace(b"\0", b"")):
            text = undo(text)
            yield text


def _from_html(text: bytes) -> bytes:
    return html.unescape(text.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogatepass")


def _from_json(text: bytes) -> bytes:
    return re.sub(rb"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", _one, text, flags=re.DOTALL)


def _one(match: re.Match[bytes]) -> bytes:
    what = match[1]
    return chr(int(what[1:], 16)).encode("utf-8", "surrogatepass") if len(what) > 1 else what


def everything(error: BaseException, tests: str = "/tests/") -> str:
    """Return all that an exception shows: texts, variables, notes, pickle, frames with their locals, those of its
    causes and contexts, also of suppressed ones, too. tests: what paths of frames that are not looked at contain."""
    shown: list[str] = []
    queue: list[BaseException | None] = [error]
    done: set[int] = set()
    while queue:
        each = queue.pop()
        if each is None or id(each) in done:
            continue
        done.add(id(each))
        queue += [each.__cause__, each.__context__, *getattr(each, "exceptions", ())]
        shown += [repr(each), str(each), repr(each.args), repr(vars(each)), *_attributes(each)]
        for frame, _ in traceback.walk_tb(each.__traceback__):
            if tests not in frame.f_code.co_filename:
                for name, value in frame.f_locals.items():
                    shown += [f"{frame.f_code.co_name}.{name}={value!r}", pretty_repr(value)]
    return "\n".join(shown)


def _attributes(error: BaseException) -> Iterator[str]:
    for name in ("object", "body", "excerpt", "mismatches", "message"):
        yield repr(getattr(error, name, ""))
    answer = getattr(error, "response", None)
    if answer is not None:
        yield repr((list(answer.headers.items()), answer.headers.raw, answer.content, answer.url, answer.request_id))
    if hasattr(error, "request_id"):
        yield repr(vars(error)) + str(getattr(error, "request_id", ""))
    with_context = pickle.dumps(error) if type(error).__module__.startswith("vault_client") else b""
    yield with_context.decode("latin-1")


def sign(key: str, request: Any) -> dict[str, str]:
    assert key in request.headers.values()
    return {"X-Signature": SIGNED}


def run(
    package: Any,
    flavour: str,
    url: str,
    act: Callable[[Any], Any],
    settings: Mapping[str, Any] | None = None,
    **more: Any,
) -> BaseException | None:
    """Do something with a client that has all canaries, and return what it raised. settings: of the library's client.
    more: options of the client, over its credentials."""

    async def sleep(seconds: float) -> None:
        await anyio.lowlevel.checkpoint()

    is_sync = flavour == "sync"
    signer = functools.partial(sign, CANARIES["header"])
    seams = importlib.import_module(f"{package.__name__}._runtime.seams").Seams(sleep=lambda _: None, async_sleep=sleep)
    options: dict[str, Any] = {"base_url": url, "acme_hmac": signer, "seams": seams}
    options |= {**CANARIES, **more}

    def call() -> None:
        given = {"http_client": http.Client(**{"verify": tls(), **(settings or {})}), **options}
        with package.LeaksClient(**given) as client, given["http_client"]:
            result = act(client)
            if hasattr(result, "__next__") or "Pages" in type(result).__name__:
                list(result)

    async def call_async() -> None:
        given = {"http_client": http.AsyncClient(**{"verify": tls(), **(settings or {})}), **options}
        async with package.AsyncLeaksClient(**given) as client, given["http_client"]:
            result = act(client)
            if hasattr(result, "__await__"):
                result = await result
            if hasattr(result, "__aiter__"):
                _ = [each async for each in result]

    try:
        if is_sync:
            call()
        else:
            anyio.run(call_async, backend=flavour)
    except BaseException as error:
        return error
    return None


def spellings(text: str) -> dict[str, bytes]:
    """Return a text as servers repeat it."""
    from urllib.parse import quote, quote_plus

    units = [text.encode("utf-16-be")[at : at + 2] for at in range(0, len(text.encode("utf-16-be")), 2)]
    escaped = "".join(f"\\u{int.from_bytes(each, 'big'):04X}" for each in units)
    return {
        "plain": text.encode(),
        "json": json.dumps({"message": text}).encode(),
        "json in UTF-8": json.dumps({"message": text}, ensure_ascii=False).encode(),
        "json with all slashes": json.dumps({"message": text}).replace("/", "\\/").encode(),
        "json of escapes": f'{{"message": "{escaped}"}}'.encode(),
        "json in json": json.dumps({"message": json.dumps({"a": json.dumps([text])})}).encode(),
        "percent": quote(text).encode(),
        "all percent": "".join(f"%{each:02x}" for each in text.encode()).encode(),
        "percent twice": quote(quote(text, safe=""), safe="").encode(),
        "form": quote_plus(text).encode(),
        "html": html.escape(text).encode(),
        "html by number": "".join(f"&#{ord(each)};" for each in text).encode(),
        "html by hex": "".join(f"&#x{ord(each):X};" for each in text).encode(),
        "html in json": json.dumps({"message": html.escape(text)}).encode(),
        "base64": base64.b64encode(text.encode()),
        "base64 in json": json.dumps({"message": base64.urlsafe_b64encode(b"x" + text.encode()).decode()}).encode(),
        "UTF-16": text.encode("utf-16"),
        "latin-1": text.replace("😀", "").encode("latin-1"),
        "repr": repr(text).encode(),
    }


def make(folder: Path) -> None:
    """Write the package of the document beside this module into a folder."""
    from dataclasses import replace

    from generator.pipeline import document_source, generate
    from generator.report import Report

    source = document_source(Path(__file__).with_name("leaks.yaml"), package="vault_client", client="LeaksClient")
    source = replace(source, name="leaks.yaml", provider=replace(source.provider, http_library=LIBRARY))
    for name, text in generate(source, Report()).files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


__all__ = ["ALL", "CANARIES", "FETCHED", "SIGNED", "everything", "make", "run", "seen", "spellings"]
