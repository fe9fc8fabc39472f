"""The words by which pages are told: what parameters and fields of answers are called, in lower case without marks."""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(1 << 14)
def word(wire: str) -> str:
    """Return a name as it stands in these tables.

    >>> word("pageToken"), word("page[after]"), word("next_page_uri")
    ('pagetoken', 'pageafter', 'nextpageuri')
    """
    return _MARKS.sub("", wire.lower())


_MARKS = re.compile(r"[^a-z0-9]")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PAGES = _words("page pagenumber pageno pagenum pageindex currentpage p")
"""The number of a page."""
OFFSETS = _words("offset skip startindex startat firstresult pageoffset")
"""The place of the first item, whatever stands beside it."""
STARTS = _words("start from first begin")
"""The same, or a time; the rest has to tell."""
SIZES = _words(
    "limit perpage pagesize pagelimit size count take top rows rowcount number resultsperpage itemsperpage "
    "maxresults maxitems maxpagesize pagemaxsize first n num"
)
"""How many items a page has."""
CURSORS = _words(
    "cursor pagecursor nextcursor after pageafter aftercursor startingafter startingafterid pagetoken nextpagetoken "
    "nexttoken token continuationtoken continuation continue marker nextmarker iterator bookmark streamposition "
    "next nextpage startkey exclusivestartkey startcursor"
)
"""What an answer gives for the next request, whatever it calls it."""
TEXTS = PAGES | OFFSETS | STARTS | _words("until position")
"""The same, where the answer calls it so; else it is something else."""
AFTERS = _words("after pageafter startingafter startafter afterid startingafterid cursor")
"""The last item that came, or what stands for it."""
UNTOLD = _words(
    "cursor pagecursor after before startingafter pagetoken nextpagetoken nexttoken continuationtoken continue "
    "marker iterator next"
)
"""Parameters that ask for pages, though the answer does not say what comes next."""
SINCE = _words("since before after")
"""Parameters that narrow a list whose links lead on."""

NEXT_TOKENS = _words(
    "nextcursor nextpagetoken nexttoken nextpage nextmarker nextpagecursor nextoffset nextstart nextid nextiterator "
    "nextstreamposition nextcontinuationtoken morestartingafter nextkey nextposition aftercursor"
)
"""What the next request sends."""
SAME_TOKENS = _words("continuationtoken nexttoken nextpagetoken nextcursor continuation iterator")
"""The same, in an answer that calls it as the parameter."""
LASTS = _words("lastid last endcursor lastcursor")
"""What stands for the last item; it is there on the last page as well."""
LINKS = _words(
    "nextpageuri nextpageurl nextpagelink nextpagehref nexturi nexturl nextlink nexthref odatanextlink next nextpage"
)
"""The address of the next page."""
LINK_ENDS = _words("href url uri link")
"""The same, within an object that stands for the next page."""
TOTAL_PAGES = _words(
    "totalpages pagestotal pagecount pagescount numpages numberofpages totalpagecount nbpages lastpage maxpage pages"
)
COUNTS = _words("itemstotal recordstotal resultstotal numfound numresults numberofresults numberofitems nbhits hits")
"""The number of all items, besides words that begin with `total`; `count` may be that of a page."""
MORES = _words(
    "hasmore more hasnext hasnextpage hasmoreitems hasmoreresults hasmorepages hasmoredata moreresults morepages "
    "moreavailable morerecords moredata morepagesavailable ismore"
)

LISTS = _words("data items results result entries records values value content elements rows list objects resources")
"""Lists of items, in an answer with several lists."""
ASIDE = _words(
    "errors error warnings links messages order orderby sort facets included fields columns schemas filters meta "
    "metadata notifications"
)
"""Lists that are never the items."""
ENVELOPES = _words("data result results response payload body output embedded d")
"""Objects around a list."""
HOLDERS = _words(
    "meta metadata pagination paging pager page pages pageinfo links cursors cursor next nextpage responsemetadata "
    "responsemeta cursorpagination resultinfo resultset pagingmetadata paginginfo paginationinfo listmetadata "
    "searchmetadata"
)
"""Objects that say how pages follow."""
LINK_HOLDERS = _words("links")
NEXT_HOLDERS = _words("next nextpage")
BODY_HOLDERS = _words("options pagination paging page pageinfo")
"""Objects in a body that say which page is asked for."""
NEUTRAL = _words(
    "object type kind url uri href self apiversion requestid status statuscode success ok message dataref end id "
    "incompleteresults service resource operation query took timetaken facets"
)
"""Fields that any page may have besides its items."""
LINK_TEXT = re.compile(r"(?i)\b(url|uri|link|href)s?\b")
