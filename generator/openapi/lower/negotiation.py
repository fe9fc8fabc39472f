"""Negotiation: which contents of an answer a client reads, and which a caller may ask for (RFC 9110, 12.5.1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ...ir import (
    Answer,
    Anything,
    BytesContent,
    Choice,
    Content,
    JsonContent,
    Literal,
    NoContent,
    Scalar,
    TextContent,
    Type,
    XmlContent,
)
from ...ir.walk import is_stream, spoken
from .types import union

Stated = tuple[Content, Type]
"""A content, and the type that the document states for it."""


def spoken_first(
    found: Sequence[Stated], rank: Callable[[Content], int], is_xml: Callable[[str], bool]
) -> tuple[tuple[Content, ...], int]:
    """Return the contents of an answer, at least one, those that are read first, in document order; and how many.

    rank: its place among the kinds; the lowest is read in any case. Another content is left aside where it is a form,
    or the same value spelt in another way: XML, or text that is no string, beside JSON.
    """
    best = min((each for each, _ in found), key=rank)
    read = [content for content, stated in found if content is best or _says_more(content, stated, best, is_xml)]
    rest = [content for content, _ in found if content not in read]
    return (*read, *sorted(rest, key=rank)), len(read)


def _says_more(content: Content, stated: Type, best: Content, is_xml: Callable[[str], bool]) -> bool:
    """Say whether a content is read beside the best one."""
    if is_xml(content.media):
        return isinstance(best, (TextContent, XmlContent))
    if isinstance(content, (JsonContent, BytesContent)) or is_stream(content):
        return True
    if isinstance(content, TextContent):
        plain = isinstance(stated, (Anything, Literal)) or stated == Scalar("string")
        return plain or not isinstance(best, JsonContent)
    return False


def as_whole(answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """Return answers without the streams among what is read."""
    kept = [(answer, tuple(each for each in spoken(answer) if not is_stream(each))) for answer in answers]
    return tuple(replace(answer, contents=left, spoken=len(left)) for answer, left in kept if left)


def choices_of(answers: tuple[Answer, ...], read_type: Callable[[Content], Type]) -> tuple[Choice, ...]:
    """Return the media types of the successes, each with what comes for it; none where they make no difference.

    They make one where the types differ, and for what is handed on as it is: one picture is not the other.
    """
    contents = [each for answer in answers for each in spoken(answer) if not isinstance(each, NoContent)]
    media = dict.fromkeys(each.media for each in contents)
    found = tuple(Choice(each, union([_type_for(answer, each, read_type) for answer in answers])) for each in media)
    handed_on = {each.media for each in contents if isinstance(each, (BytesContent, TextContent))}
    return found if len({repr(each.type) for each in found}) > 1 or len(handed_on) > 1 else ()


def _type_for(answer: Answer, media: str, read_type: Callable[[Content], Type]) -> Type:
    """Return what an answer is read as when a media type was asked for; one without it comes as it would anyway."""
    read = spoken(answer)
    return union([read_type(each) for each in read if each.media == media] or [read_type(each) for each in read])
