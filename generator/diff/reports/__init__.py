"""Reports: reviews -> text, one format a module. Format names are those of the command line."""

from __future__ import annotations
