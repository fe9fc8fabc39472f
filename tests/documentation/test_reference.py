"""The reference pages that are written by hand have all that the program knows."""

from __future__ import annotations

import re
import tomllib

from generator.openapi.read import provider_file
from generator.runtime import options

from .markdown import DOCS, ROOT, codes


def text(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def rows(page: str) -> list[str]:
    """Return what stands in code in the first column of the tables of a page."""
    return [name for cell in re.findall(r"^\| ([^|]*) \|", page, re.M) for name in re.findall(r"`([^`]+)`", cell)]


def test_provider_toml_has_every_key() -> None:
    found = {re.sub(r"\[(\w+).*", r"\1", each) for each in rows(text("reference/provider.md"))}
    assert found == set(provider_file.KEYS)
    example = next(each for each in codes(DOCS / "reference/provider.md") if each.language == "toml")
    assert tomllib.loads(example.text).keys() == set(provider_file.KEYS)


def test_every_extension_that_is_read_is_there() -> None:
    pages = text("reference/extensions.md") + text("names.md")
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "generator/openapi").rglob("*.py")]
    read = {name for source in sources for name in re.findall(r'"(x-[A-Za-z-]+[A-Za-z])"', source)}
    assert {each for each in read if f"`{each}" not in pages} == {"x-discriminator"}, "of our own, between two passes"


def test_every_option_is_there() -> None:
    page = text("client/calls.md")
    assert set(rows(page)) >= options.OF_CALLS
    assert all(f"`{name}=`" in page for name in options.Options.__optional_keys__ - options.OF_DERIVED)


def test_every_error_and_name_of_a_package_is_there() -> None:
    pages = text("reference/package.md") + text("client/errors.md")
    listed = set(re.findall(r"`([A-Za-z]+)`", pages))
    made = (ROOT / "generated/sales/sales_client/__init__.py").read_text(encoding="utf-8")
    names = set(re.findall(r'^    "(\w+)",$', made, re.M)) - {"SalesClient", "AsyncSalesClient"}
    assert len(names) > 30
    assert names - listed == set()
