"""Each kind of content, scheme and type stands in the diff's tables, and each fact is compared."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_args

from generator.diff import contents, resolved, security, spelling
from generator.ir import Auth, Content, Facts, Literal, Ref, Scalar, Type, Union


def test_contents() -> None:
    assert contents.KINDS.keys() == set(get_args(Content))


def test_schemes() -> None:
    assert security.KINDS.keys() == set(get_args(Auth))


def test_types() -> None:
    told_apart: set[Any] = {Scalar, Literal, Ref, Union}
    assert resolved.KINDS.keys() == {*get_args(Type)} - told_apart


def test_facts() -> None:
    tables = {*spelling.LOWER, *spelling.UPPER, *spelling.STEPS}
    assert tables | {"format", "pattern", "others"} == {each.name for each in fields(Facts)}
