"""Pages: the rules by which they follow one another, and iteration page by page and item by item.

Iterating stops at the last page, at a page that came already and at a cursor or URL that was seen; it raises at the cap
of `max_pages`, and for a link to another origin. `course` decides all of that.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from .pointer import walk
from .raw import RawResponse
from .shapes import is_list

if TYPE_CHECKING:
    from .async_transport import AsyncTransport
    from .course import Course
    from .decode import Decoder
    from .request import Request
    from .transport import Transport

I = TypeVar("I")  # noqa: E741
P = TypeVar("P")

Names = tuple[str, ...]


class ByPage(NamedTuple):
    """Numbered pages. page: the query parameter, or a JSON pointer into the body. items, total, whole, more: where a
    page holds its items, the number of pages, the number of all items, and whether more follows. start: the first
    number. The first empty or repeated page is the end in any case."""

    page: str
    items: Names = ()
    total: Names = ()
    whole: Names = ()
    more: Names = ()
    start: int = 1


class ByOffset(NamedTuple):
    """Windows of a list. offset: as page in ByPage; start: that of the first item. total: where a page holds the number
    of all items; the rest as in ByPage."""

    offset: str
    items: Names = ()
    total: Names = ()
    more: Names = ()
    start: int = 0


class ByCursor(NamedTuple):
    """cursor: as page in ByPage; it takes what a page holds at `next`, or its last item at `last` where that is not
    None, or what comes as `header` where there is one. more: as in ByPage."""

    cursor: str
    next: Names = ()
    items: Names = ()
    more: Names = ()
    last: Names | None = None
    header: str = ""


class ByLink(NamedTuple):
    """next: where a page holds the URL of the next one; () for a Link header (RFC 8288)."""

    next: Names = ()
    items: Names = ()


Paging = ByPage | ByOffset | ByCursor | ByLink


def members(paging: Paging, page: object) -> list[Any]:
    """Return the items of a page."""
    found = walk(page, paging.items)
    return found if is_list(found) else []


class _Pages(Generic[P]):
    """What both iterations over pages share."""

    def __init__(self, transport: Any, decoder: Decoder[P], course: Course) -> None:
        self._transport = transport
        self._decoder = decoder
        self.course = course

    @property
    def cursor(self) -> str:
        """Where this iteration goes on: text for `pages(after=...)` or `items(after=...)` of the same call."""
        return self.course.cursor(self.course.request)


class PageIterator(_Pages[P], Iterator[P]):
    """One iteration over pages. After an error `next` asks for the same page again."""

    _transport: Transport

    def __next__(self) -> P:
        course = self.course
        while course.request is not None:
            course.check()
            response = self._transport.respond(course.request, self._decoder)
            if course.take(response):
                return response.value
        raise StopIteration


class AsyncPageIterator(_Pages[P], AsyncIterator[P]):
    """The asynchronous twin of PageIterator."""

    _transport: AsyncTransport

    async def __anext__(self) -> P:
        course = self.course
        while course.request is not None:
            course.check()
            response = await self._transport.respond(course.request, self._decoder)
            if course.take(response):
                return response.value
        raise StopAsyncIteration


class _Items:
    """The items of one page, and how many of them were handed out."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._asked: Request | None = None
        self._items: list[Any] = []
        self._done = 0

    @property
    def cursor(self) -> str:
        """Where this iteration goes on: after the item that came last. Of a page it asks for again, items are left out
        that came before."""
        if self._done < len(self._items):
            return self._course.cursor(self._asked, self._done)
        return self._course.cursor(self._course.request, self._course.skip)

    def _ask(self) -> bool:
        """Say whether the next page is needed."""
        if self._done < len(self._items):
            return False
        self._asked = self._course.request
        return True

    def _turn(self, page: object) -> None:
        """Take a page; of the first one after a cursor leave out what came before."""
        self._items = members(self._course.paging, page)
        self._done, self._course.skip = self._course.skip, 0

    def _item(self) -> Any:
        self._done += 1
        return self._items[self._done - 1]


class ItemIterator(_Items, Iterator[I]):
    """One iteration over items."""

    def __init__(self, pages: PageIterator[Any]) -> None:
        super().__init__(pages.course)
        self._pages = pages

    def __next__(self) -> I:
        while self._ask():
            self._turn(next(self._pages))
        item: I = self._item()
        return item


class AsyncItemIterator(_Items, AsyncIterator[I]):
    """The asynchronous twin of ItemIterator."""

    def __init__(self, pages: AsyncPageIterator[Any]) -> None:
        super().__init__(pages.course)
        self._pages = pages

    async def __anext__(self) -> I:
        while self._ask():
            self._turn(await anext(self._pages))
        item: I = self._item()
        return item


class Pages(Generic[I, P]):
    """The items of all pages. Iterate over it, over `items()` or over `pages()`; each iteration begins anew, or after
    the cursor of an earlier one."""

    def __init__(self, transport: Transport, request: Request, decoder: Decoder[P], paging: Paging) -> None:
        self._transport = transport
        self._request = request
        self._decoder = decoder
        self._paging = paging

    def __repr__(self) -> str:
        return f"<Pages of {self._request.operation}>"

    def first_response(self) -> RawResponse[P]:
        """Fetch the first page with everything around it."""
        return self._transport.respond(self._request, self._decoder)

    def first(self) -> P:
        """Fetch the first page."""
        return self.first_response().value

    def pages(self, after: str | None = None) -> PageIterator[P]:
        """Iterate page by page. after: a cursor; a page of which some items were read comes whole.

        Raises InvalidArgument for a text that is no cursor, or that of another call.
        """
        from .course import Course

        transport = self._transport
        course = Course(transport.shared, transport.settings, self._request, self._paging, after)
        return PageIterator(transport, self._decoder, course)

    def items(self, after: str | None = None) -> ItemIterator[I]:
        """Iterate item by item. after: as in `pages`; no item of a page comes twice."""
        return ItemIterator(self.pages(after))

    def __iter__(self) -> Iterator[I]:
        return self.items()


class AsyncPages(Generic[I, P]):
    """The asynchronous twin of Pages."""

    def __init__(self, transport: AsyncTransport, request: Request, decoder: Decoder[P], paging: Paging) -> None:
        self._transport = transport
        self._request = request
        self._decoder = decoder
        self._paging = paging

    def __repr__(self) -> str:
        return f"<AsyncPages of {self._request.operation}>"

    async def first_response(self) -> RawResponse[P]:
        """Fetch the first page with everything around it."""
        return await self._transport.respond(self._request, self._decoder)

    async def first(self) -> P:
        """Fetch the first page."""
        return (await self.first_response()).value

    def pages(self, after: str | None = None) -> AsyncPageIterator[P]:
        """As in Pages."""
        from .course import Course

        transport = self._transport
        course = Course(transport.shared, transport.settings, self._request, self._paging, after)
        return AsyncPageIterator(transport, self._decoder, course)

    def items(self, after: str | None = None) -> AsyncItemIterator[I]:
        """As in Pages."""
        return AsyncItemIterator(self.pages(after))

    def __aiter__(self) -> AsyncIterator[I]:
        return self.items()
