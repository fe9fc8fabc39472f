"""How scenarios are played whose arguments do not follow from the mock alone: one module for each area."""

from . import authentication, bodies, files, pages, routes, servers, streaming, unions, xml
from .registry import function_of, idle

__all__ = [
    "authentication",
    "bodies",
    "files",
    "function_of",
    "idle",
    "pages",
    "routes",
    "servers",
    "streaming",
    "unions",
    "xml",
]
