"""Spelling: what a module of models defines, its annotations in a form in which equal types are equal text."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Spelling:
    """classes: class -> attribute -> annotation. bases: class -> its bases. aliases: name -> what it stands for."""

    classes: Mapping[str, Mapping[str, str]]
    bases: Mapping[str, tuple[str, ...]]
    aliases: Mapping[str, str]

    @property
    def names(self) -> set[str]:
        return {*self.classes, *self.aliases}


def spelling_of(tree: ast.Module) -> Spelling:
    """Read a module. A name that it imports under another one counts as what it is at home."""
    imported = {
        alias.asname: alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.asname and alias.asname != alias.name
    }
    classes: dict[str, dict[str, str]] = {}
    bases: dict[str, tuple[str, ...]] = {}
    aliases: dict[str, str] = {}
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            classes[node.name] = {
                each.target.id: _normal(each.annotation, imported)
                for each in node.body
                if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)
            }
            bases[node.name] = tuple(_normal(each, imported) for each in node.bases)
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and len(node.value.args) == 2:
            target = node.targets[0]
            if isinstance(target, ast.Name):
                aliases[target.id] = _normal(node.value.args[1], imported)
    return Spelling(classes, bases, aliases)


@cache
def normal(annotation: str) -> str:
    """Return an annotation in the form that those of a module are read in."""
    return _normal(ast.parse(annotation, mode="eval").body, {})


def _normal(node: ast.expr, imported: Mapping[str, str]) -> str:
    """Return the text of an annotation: metadata dropped, imports by their own names, unions in one order."""
    match node:
        case ast.Name(name):
            return imported.get(name, name)
        case ast.Constant(str() as text):
            return _normal(ast.parse(text, mode="eval").body, imported)
        case ast.Subscript(ast.Name("Annotated"), ast.Tuple([first, *_])):
            return _normal(first, imported)
        case ast.Subscript(ast.Name("Optional"), inner):
            return _joined({*_members(inner, imported), "None"})
        case ast.Subscript(ast.Name("Literal"), _):
            return _joined(_members(node, imported))
        case ast.BinOp(_, ast.BitOr(), _) | ast.Subscript(ast.Name("Union"), _):
            return _joined(_members(node, imported))
        case ast.Subscript(outer, ast.Tuple(items)):
            return f"{_normal(outer, imported)}[{', '.join(_normal(each, imported) for each in items)}]"
        case ast.Subscript(outer, inner):
            return f"{_normal(outer, imported)}[{_normal(inner, imported)}]"
        case _:
            return ast.unparse(node)


def _members(node: ast.expr, imported: Mapping[str, str]) -> set[str]:
    match node:
        case ast.BinOp(left, ast.BitOr(), right):
            return _members(left, imported) | _members(right, imported)
        case ast.Subscript(ast.Name("Union"), ast.Tuple(items)):
            return {one for each in items for one in _members(each, imported)}
        case ast.Subscript(ast.Name("Literal"), constants):
            values = [
                ast.unparse(each) for each in (constants.elts if isinstance(constants, ast.Tuple) else [constants])
            ]
            kept = ", ".join(each for each in values if each != "None")
            return ({f"Literal[{kept}]"} if kept else set[str]()) | {each for each in values if each == "None"}
        case ast.Constant(str() as text):
            return _members(ast.parse(text, mode="eval").body, imported)
        case _:
            return {_normal(node, imported)}


def _joined(members: set[str]) -> str:
    return " | ".join(sorted(members))
