"""Pages: which request fetches the next one, and iteration page by page and item by item.

Iterating stops at the last page, at a page that came already and at a cursor or URL that was seen; it raises at the cap
of `max_pages`, and for a link to another origin.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .address import names_host, origin, resolve
from .errors import DecodeError, TooManyPages
from .params import absent
from .pointer import walk
from .quiet import quietly
from .raw import RawResponse
from .shapes import is_list

if TYPE_CHECKING:
    from .async_transport import AsyncTransport
    from .decode import Decoder
    from .request import Request
    from .transport import Transport

I = TypeVar("I")  # noqa: E741
P = TypeVar("P")

Names = Sequence[str]


@dataclass(frozen=True, slots=True)
class ByPage:
    """Numbered pages. page, size: query parameters. items, total, count: where a page holds its items, the number of
    pages, the number of all items. Without either total the first empty or repeated page is the end."""

    page: str
    items: Names = ()
    size: str = ""
    total: Names = ()
    count: Names = ()
    start: int = 1
    default_size: int = 0


@dataclass(frozen=True, slots=True)
class ByOffset:
    """Windows of a list. offset, size: query parameters. total: where a page holds the number of all items."""

    offset: str
    items: Names = ()
    size: str = ""
    total: Names = ()
    default_size: int = 0


@dataclass(frozen=True, slots=True)
class ByCursor:
    """cursor: the query parameter that takes what a page holds at `next`. more: where it says whether more follows."""

    cursor: str
    next: Names
    items: Names = ()
    more: Names = ()


@dataclass(frozen=True, slots=True)
class ByLink:
    """next: where a page holds the URL of the next one; () for a Link header (RFC 8288)."""

    next: Names = ()
    items: Names = ()


Paging = ByPage | ByOffset | ByCursor | ByLink


def members(paging: Paging, page: object) -> list[Any]:
    """Return the items of a page."""
    found = walk(page, paging.items)
    return found if is_list(found) else []


@dataclass(slots=True)
class Course:
    """One iteration: the request to send next, None at the end. No I/O."""

    paging: Paging
    request: Request | None
    base: str
    cap: int
    pages: int = 0
    seen: set[str] = field(default_factory=set[str], repr=False)
    last: bytes = field(default=b"", repr=False)
    first: int = 0

    def __post_init__(self) -> None:
        """Note where pages begin: at the rule's start, or before it when the caller asks for that."""
        if isinstance(self.paging, ByPage) and self.request is not None:
            asked = _number(self.request.query.get(self.paging.page))
            self.first = self.paging.start if asked is None else min(self.paging.start, asked)

    @quietly
    def take(self, response: RawResponse[Any]) -> bool:
        """Note a page and settle the next request; False when this page came already and is not to be delivered."""
        request = self.request
        assert request is not None
        self.request = None
        if self.pages and response.content == self.last and isinstance(self.paging, ByPage | ByOffset):
            return False
        self.last = response.content
        self.pages += 1
        self.request = self.following(request, response)
        return True

    def check(self) -> None:
        """Raise when the cap is reached and more pages follow."""
        if self.pages >= self.cap:
            raise TooManyPages(f"more than {self.cap} pages; raise max_pages if that is right")

    def following(self, request: Request, response: RawResponse[Any]) -> Request | None:
        """Return the request for the page after a response."""
        match self.paging:
            case ByPage() as by:
                return _by_page(by, request, response.value, self.first)
            case ByOffset() as by:
                return _by_offset(by, request, response.value)
            case ByCursor() as by:
                cursor = walk(response.value, by.next)
                ended = bool(by.more) and not walk(response.value, by.more)
                if ended or not self._new(cursor):
                    return None
                return replace(request, query={**request.query, by.cursor: cursor})
            case by:
                return self._by_link(by, request, response)

    def _new(self, cursor: object) -> bool:
        """Say whether a cursor leads on: it is not empty and was not seen."""
        known = absent(cursor) or cursor in ("", False) or repr(cursor) in self.seen
        self.seen.add(repr(cursor))
        return not known

    def _by_link(self, by: ByLink, request: Request, response: RawResponse[Any]) -> Request | None:
        link = walk(response.value, by.next) if by.next else next_link(response.headers.get("link", ""))
        if not isinstance(link, str) or not link:
            return None
        target = resolve(response.url, link)
        if origin(target) != origin(self.base) or not names_host(target):
            message = f"{request.operation}: the link to the next page leads to another origin"
            raise DecodeError(message, status=response.status)
        if target == response.url or not self._new(target):
            return None
        return replace(request, target=target)


def _number(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return int(value)
    except (ValueError, OverflowError):
        return None


def _by_page(by: ByPage, request: Request, page: object, first: int) -> Request | None:
    asked = _number(request.query.get(by.page))
    number = by.start if asked is None else asked
    done = number - first + 1
    total = _number(walk(page, by.total)) if by.total else None
    count = _number(walk(page, by.count)) if by.count else None
    size = _number(request.query.get(by.size)) or by.default_size
    if not members(by, page) or (total is not None and done >= total):
        return None
    if count is not None and size and done * size >= count:
        return None
    return replace(request, query={**request.query, by.page: number + 1})


def _by_offset(by: ByOffset, request: Request, page: object) -> Request | None:
    found = len(members(by, page))
    reached = (_number(request.query.get(by.offset)) or 0) + found
    total = _number(walk(page, by.total)) if by.total else None
    if not found or (total is not None and reached >= total):
        return None
    return replace(request, query={**request.query, by.offset: reached})


def next_link(header: str) -> str:
    """Return the target of rel=next in a Link header, or "".

    >>> next_link('</b>; rel="prev", </c?x=1,2>; rel="next"')
    '/c?x=1,2'
    """
    for match in re.finditer(r"<([^<>]*)>((?:\s*;\s*[^;,=\s]+\s*(?:=\s*(?:\"[^\"]*\"|[^;,\s]*))?)*)", header):
        relations = re.search(r"(?i);\s*rel\s*=\s*(?:\"([^\"]*)\"|([^;,\s]*))", match.group(2))
        if relations and "next" in (relations.group(1) or relations.group(2) or "").lower().split():
            return match.group(1)
    return ""


class Pages(Generic[I, P]):
    """The items of all pages. Iterate over it, or over `pages()`; each iteration begins anew."""

    def __init__(self, transport: Transport, request: Request, decoder: Decoder[P], paging: Paging) -> None:
        self._transport = transport
        self._request = request
        self._decoder = decoder
        self._paging = paging

    def first_response(self) -> RawResponse[P]:
        """Fetch the first page with everything around it."""
        return self._transport.respond(self._request, self._decoder)

    def first(self) -> P:
        """Fetch the first page."""
        return self.first_response().value

    def pages(self) -> Iterator[P]:
        """Iterate page by page."""
        course = Course(
            self._paging,
            self._request,
            self._transport.shared.base(self._request.server),
            self._transport.settings.max_pages,
        )
        while course.request is not None:
            course.check()
            response = self._transport.respond(course.request, self._decoder)
            if course.take(response):
                yield response.value

    def __iter__(self) -> Iterator[I]:
        for page in self.pages():
            yield from members(self._paging, page)
            del page  # a traceback may show locals


class AsyncPages(Generic[I, P]):
    """The asynchronous twin of Pages."""

    def __init__(self, transport: AsyncTransport, request: Request, decoder: Decoder[P], paging: Paging) -> None:
        self._transport = transport
        self._request = request
        self._decoder = decoder
        self._paging = paging

    async def first_response(self) -> RawResponse[P]:
        """Fetch the first page with everything around it."""
        return await self._transport.respond(self._request, self._decoder)

    async def first(self) -> P:
        """Fetch the first page."""
        return (await self.first_response()).value

    async def pages(self) -> AsyncIterator[P]:
        """Iterate page by page."""
        course = Course(
            self._paging,
            self._request,
            self._transport.shared.base(self._request.server),
            self._transport.settings.max_pages,
        )
        while course.request is not None:
            course.check()
            response = await self._transport.respond(course.request, self._decoder)
            if course.take(response):
                yield response.value

    async def __aiter__(self) -> AsyncIterator[I]:
        async for page in self.pages():
            for item in members(self._paging, page):
                yield item
            del page
