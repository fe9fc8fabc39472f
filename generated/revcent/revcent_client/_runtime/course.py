"""The course of one iteration over pages: the request to send next, where it ends, and the cursor that says where it
stands. No I/O. Loaded when an iteration begins.

A cursor is base64url of JSON: `of` the operation, `call` a digest of its arguments, `at` the page (a number, what the
server gave, or a path with a query; null for the first one), `skip` how many of its items were read, or `end`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from .address import names_host, origin, resolve, without_params
from .auth import ApiKey, Token
from .cursors import NO_CURSOR, decoded, digest, encoded, is_place, moved, position, position_name, wire
from .dump import dump_json
from .errors import DecodeError, InvalidArgument, TooManyPages
from .links import next_link, normal
from .paging import ByCursor, ByLink, ByOffset, ByPage, Paging, members
from .params import absent, bounded, percent
from .pointer import walk
from .quiet import quietly
from .raw import RawResponse
from .request import Request, settle_times
from .shapes import is_mapping

if TYPE_CHECKING:
    from .exchange import Shared
    from .options import Settings


class Course:
    """One iteration. request: the one to send next, None at the end. skip: items of its page that were read before."""

    def __init__(self, shared: Shared, settings: Settings, request: Request, paging: Paging, after: str | None) -> None:
        """after: a cursor, None for the beginning. Raises InvalidArgument for one that is of another call."""
        with bounded():
            request = settle_times(request, settings.naive_datetimes)
        self.paging = paging
        self.request: Request | None = request
        self.skip = 0
        self._call = request
        self._base = shared.base(request.server)
        self._cap = settings.max_pages
        self._secret = _secret_params(shared, request)
        self._pages = 0
        self._count = 0
        self._length = 0
        self._seen: set[str] = set()
        self._ends: list[tuple[int, list[Any]]] = []
        """Of the first and the last page that came, a hash of its bytes and its items."""
        if after is not None:
            self._resume(after)
        self._begun = self._number(self.request) if self.request and isinstance(paging, ByPage) else 0

    @cached_property
    def _digest(self) -> str:
        return digest(self._call)

    def check(self) -> None:
        """Raise when the cap is reached and more pages follow."""
        if self._pages >= self._cap:
            raise TooManyPages(f"more than {self._cap} pages; raise max_pages if that is right")

    @quietly
    def take(self, response: RawResponse[Any]) -> bool:
        """Note a page and settle the next request; False when this page came already and is not to be delivered.

        Raises a DecodeError, after which the request is the same as before.
        """
        request = self.request
        assert request is not None
        items = members(self.paging, response.value)
        if self._came(request, response, items):
            self.request = None
            return False
        following = self._following(request, response, items)
        self._note(request, response, following, items)
        self.request = following
        return True

    def cursor(self, request: Request | None, skip: int = 0) -> str:
        """Return the text that says where to go on: with a request, after some items of its page; None is the end."""
        said: dict[str, Any] = {"of": self._call.operation, "call": self._digest}
        if request is None:
            return encoded(dump_json({**said, "end": True}))
        at = position(self.paging, request)
        if at is not None and isinstance(self.paging, ByPage | ByOffset):
            at = self._number(request)
        return encoded(dump_json({**said, "at": at, "skip": skip}))

    def _resume(self, after: str) -> None:
        """Set the request that a cursor stands for."""
        said = decoded(after)
        if said.get("of") != self._call.operation or said.get("call") != self._digest:
            raise InvalidArgument(f"{self._call.operation}: the cursor is of another operation, or of other arguments")
        if said.get("end") is True:
            self.request = None
            return
        at, skip = said.get("at"), said.get("skip")
        if not isinstance(skip, int) or skip < 0 or not (at is None or is_place(self.paging, at)):
            raise InvalidArgument(NO_CURSOR)
        self.skip = skip
        if at is not None:
            self.request = self._placed(self._call, at)

    def _placed(self, request: Request, at: Any) -> Request:
        """Return the request for a page. A path stays on the origin of the server, whatever it is."""
        if isinstance(self.paging, ByLink):
            return request._replace(target="/".join(self._base.split("/", 3)[:3]) + at)
        return moved(request, position_name(self.paging), at)

    def _came(self, request: Request, response: RawResponse[Any], items: list[Any]) -> bool:
        """Say whether a page came already: from the URL of an earlier one, or with the objects of the first or the last
        one, with their bytes where pages are counted."""
        if isinstance(self.paging, ByLink) and self._pages:
            url = normal(response.url)
            if url != normal(request.target) and url in self._seen:
                return True
        counted, content = isinstance(self.paging, ByPage | ByOffset), hash(response.content)
        return any((counted and content == each) or _same(items, others) for each, others in self._ends)

    def _note(self, request: Request, response: RawResponse[Any], following: Request | None, items: list[Any]) -> None:
        self._ends = [*self._ends[:1], (hash(response.content), items)]
        self._length = self._length if self._pages else len(items)
        self._pages += 1
        self._count += len(items)
        self._seen |= self._places(request, response)
        if following is not None:
            self._seen.add(self._place(following))

    def _place(self, request: Request) -> str:
        """Spell which page a request is for, so that equal places are equal texts."""
        return normal(request.target) if isinstance(self.paging, ByLink) else repr(position(self.paging, request))

    def _places(self, request: Request, response: RawResponse[Any]) -> set[str]:
        """Return the places of a page that came: where it was asked for, and where it came from."""
        return {self._place(request), *([normal(response.url)] if isinstance(self.paging, ByLink) else ())}

    def _following(self, request: Request, response: RawResponse[Any], items: list[Any]) -> Request | None:
        """Return the request for the page after a response."""
        by, page = self.paging, response.value
        more = None if isinstance(by, ByLink) or not by.more else walk(page, by.more)
        if more is not None and not more:
            return None
        match by:
            case ByPage():
                ended = not items or self._is_last(by, self._number(request), page, len(items))
                return None if ended else moved(request, by.page, self._number(request) + 1)
            case ByOffset():
                reached = self._number(request) + len(items)
                total = _total(page, by.total, self._count)
                ended = not items or (total is not None and reached - by.start >= total)
                return None if ended else moved(request, by.offset, reached)
            case ByCursor():
                cursor = _next(by, response, items)
                if absent(cursor) or cursor in ("", False):
                    return None
                following = moved(request, by.cursor, cursor)
            case _:
                found = self._linked(by, request, response)
                if found is None:
                    return None
                following = found
        return None if self._place(following) in self._seen | self._places(request, response) else following

    def _is_last(self, by: ByPage, number: int, page: object, found: int) -> bool:
        """Say whether the number of pages, or that of all items, is reached."""
        start = min(by.start, self._number(self._call))
        total = _total(page, by.total, self._pages)
        if total is not None and number - start + 1 >= total:
            return True
        count = _total(page, by.whole, self._count)
        before = (self._begun - start) * (self._length or found)
        return count is not None and before + self._count + found >= count

    def _number(self, request: Request) -> int:
        """Return the number or offset that a request asks for."""
        assert isinstance(self.paging, ByPage | ByOffset)
        asked = _number(position(self.paging, request))
        return self.paging.start if asked is None else asked

    def _linked(self, by: ByLink, request: Request, response: RawResponse[Any]) -> Request | None:
        link = walk(response.value, by.next) if by.next else next_link(response.headers.get("link", ""))
        if not isinstance(link, str) or not link:
            return None
        target = resolve(response.url, link)
        if origin(target) != origin(self._base) or not names_host(target):
            message = f"{request.operation}: the link to the next page leads to another origin"
            raise DecodeError(message, status=response.status)
        return request._replace(target=without_params(target, self._secret))


def _next(by: ByCursor, response: RawResponse[Any], items: list[Any]) -> Any:
    """Return what the next request sends, as a page says it."""
    if by.header:
        return response.headers.get(by.header)
    if by.last is None:
        return wire(response.value, by.next)
    return wire(items[-1], by.last) if items else None


def _same(items: list[Any], others: list[Any]) -> bool:
    """Say whether two pages hold the same objects. Plain values may well be the same twice."""
    try:
        same = bool(items) and items == others
    except RecursionError:
        return False
    return same and all(is_mapping(each) or hasattr(each, "model_dump") for each in items)


def _number(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return int(value)
    except (ValueError, OverflowError):
        return None


def _total(page: object, names: tuple[str, ...], came: int) -> int | None:
    """Return how many there are, as a page with items says it; None where it does not, or says no more than what came
    before it: some count only when they are asked to, and answer 0."""
    found = _number(walk(page, names)) if names else None
    return None if found is None or found <= came else found


def _secret_params(shared: Shared, request: Request) -> frozenset[str]:
    """Return the query parameters, encoded, that carry credentials of an operation: links may repeat them."""
    schemes = [shared.schemes.get(name) for names in request.auth for name in names]
    found = [each for each in schemes if isinstance(each, ApiKey | Token) and each.place == "query"]
    return frozenset(percent(each.wire) for each in found)
