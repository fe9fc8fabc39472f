"""Tuples: what the model tool gets in their place, and its text with them.

The tool writes a tuple where it is all that a field is, and gives it a name anywhere else. It gets a list of lists, one
for each member, which it writes where they stand; a mark in each says that it is a member, and which.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

from ..data import Json

_MARK = "member_of_a_tuple_"


def in_place(members: Iterable[Json]) -> dict[str, Json]:
    """Return the schema that stands for a tuple, given those of its members."""
    marked: list[Json] = [
        {"type": "array", "items": {"anyOf": [_mark(index), each]}} for index, each in enumerate(members)
    ]
    return {"type": "array", "items": {"anyOf": marked}}


def _mark(index: int) -> dict[str, Json]:
    return {"type": "object", "additionalProperties": {"const": f"{_MARK}{index}"}}


def with_tuples(text: str) -> str:
    """Return a module that the tool wrote, tuples in the place of what stands for them."""
    if _MARK not in text:
        return text
    for node in ast.walk(ast.parse(text)):
        annotation = _annotation(node)
        written = ast.get_source_segment(text, annotation) if annotation else None
        if annotation and written and _MARK in written:
            text = text.replace(written, ast.unparse(_Tuples().visit(annotation)))
    return text if "Literal[" in text else _without_literal(text)


def _annotation(node: ast.AST) -> ast.expr | None:
    """Return what a statement says of the type of an attribute, or of what a name stands for."""
    match node:
        case ast.AnnAssign(annotation=annotation):
            return annotation
        case ast.Call(ast.Name("TypeAliasType"), [_, meaning]):
            return meaning
        case _:
            return None


class _Tuples(ast.NodeTransformer):
    """Makes tuples of the lists that stand for them, the inner ones first."""

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        self.generic_visit(node)
        members = [_member(each) for each in _alternatives(node.slice)]
        found = [each for each in members if each]
        if len(found) < len(members):
            return node
        return ast.Subscript(ast.Name("tuple"), ast.Tuple(found) if len(found) > 1 else found[0])

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        """Look into what the tool quotes, as it is defined further below."""
        if not isinstance(node.value, str) or f"[{_MARK}" not in re.sub("['\"]", "", node.value):
            return node
        return ast.Constant(ast.unparse(self.visit(ast.parse(node.value, mode="eval").body)))


def _member(node: ast.expr) -> ast.expr | None:
    """Return the type of a member of a tuple, None for what stands for none."""
    if not isinstance(node, ast.Subscript):
        return None
    mark, *kept = _alternatives(node.slice)
    if not kept or f"[{_MARK}" not in ast.unparse(mark).replace("'", ""):
        return None
    found = kept[0]
    for each in kept[1:]:
        found = ast.BinOp(found, ast.BitOr(), each)
    return found


def _alternatives(node: ast.expr) -> list[ast.expr]:
    """Return the members of a union, or what is none."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return [*_alternatives(node.left), *_alternatives(node.right)]
    return [node]


def _without_literal(text: str) -> str:
    """Return a module without the import that marks alone needed."""
    text = re.sub(r"^from typing import Literal\n", "", text, flags=re.MULTILINE)
    return re.sub(r"^(from typing import .*?)(?:, Literal\b|\bLiteral, )", r"\1", text, flags=re.MULTILINE)
