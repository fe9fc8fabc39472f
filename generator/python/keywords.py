"""Keywords: the fields of a class as a TypedDict, for who gives them in place of an object. It stands after the class.

Keys are the attributes that a caller sets, with the types of arguments. What stands inside may be an object or its
fields again. For a class whose kinds a property tells apart the fields of any of them will do, for an object with free
keys a mapping.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping

from ..ir import Alias, Anything, Api, Class, Enumeration, Field, Free, Map, Model, Type, Union
from ..ir.walk import fields_of
from .annotations import annotation, symbols
from .text import identifier

_HOMES = {
    "Any": "typing", "Literal": "typing", "Mapping": "collections.abc", "Sequence": "collections.abc",
    "date": "datetime", "datetime": "datetime", "Decimal": "decimal", "UUID": "uuid", "Upload": ".formats",
}  # fmt: skip


class Keywords:
    """Spells the fields of the classes of an API."""

    def __init__(self, api: Api) -> None:
        self._models: dict[str, Model] = {each.name: each for each in api.models}
        self._homes = _HOMES | {each.name: f".{each.module}" for each in api.models}
        self._homes |= {each.keywords: f".{each.module}" for each in _classes(api) if each.keywords}
        self._flags = _flags(api)
        self._files: dict[str, list[Class]] = {}
        for each in _classes(api):
            if each.keywords:
                self._files.setdefault(f"{each.module}.py", []).append(each)

    def written(self, files: Mapping[str, str]) -> dict[str, str]:
        """Return the modules of models, the fields of each class after it."""
        return {name: self._with_fields(text, self._files.get(name, [])) for name, text in files.items()}

    def _with_fields(self, text: str, classes: list[Class]) -> str:
        if not classes:
            return text
        tree = ast.parse(text)
        ends = {each.name: each.end_lineno or 0 for each in tree.body if isinstance(each, ast.ClassDef)}
        lines = text.split("\n")
        spelt = {each.name: self._class(each) for each in classes}
        for each in sorted(classes, key=lambda each: ends[each.name], reverse=True):
            lines[ends[each.name] : ends[each.name]] = ["", "", *spelt[each.name]]
        bases = {base for each in classes for base in self._bases(each)}
        used = symbols("\n".join(line for each in spelt.values() for line in each if not line.startswith('    """')))
        known = {*_defined(tree), *(each.keywords for each in classes)}
        end = max(each.end_lineno or 0 for each in tree.body if isinstance(each, ast.ImportFrom))
        return self._with_imports(lines, end, used - bases - known, used & bases - known, "Required" in used)

    def _class(self, model: Class) -> list[str]:
        """Spell the fields of a class: those of its own, where it inherits the others."""
        bases = self._bases(model)
        own = [each for each in model.fields if self._is_given(each, model)] if bases else self._given(model)
        keys = [f"    {identifier(each.name)}: {self._key(each)}" for each in own]
        return [
            f"class {identifier(model.keywords)}({', '.join(bases) or 'TypedDict'}, total=False):",
            f'    """The fields of `{model.name}`, given in place of one."""',
            *(["", *keys] if keys else []),
        ]

    def _key(self, field: Field) -> str:
        text = annotation(field.type, sent=True, named=self._named)
        return f"Required[{text}]" if field.required and field.fixed is None else text

    def _bases(self, model: Class) -> list[str]:
        """Return what a class of fields extends: none where a key would be there twice, which no type checker takes."""
        bases = [each for each in map(self._models.get, model.bases) if isinstance(each, Class)]
        keys = [each.name for each in model.fields if self._is_given(each, model)]
        keys += [each.name for base in bases for each in self._given(base)]
        whole = [each.name for each in self._given(model)]
        return [each.keywords for each in bases] if sorted(keys) == sorted(whole) else []

    def _given(self, model: Class) -> list[Field]:
        """Return the fields of a class that a caller gives, inherited ones among them."""
        return [each for each in fields_of(model.name, self._models) if self._is_given(each, model)]

    def _is_given(self, field: Field, model: Class) -> bool:
        return field.access != "read" and field.name not in self._flags.get(model.name, ())

    def _named(self, name: str) -> str:
        """Spell what may be given for a model."""
        return self._spelt(name, ())

    def _spelt(self, name: str, around: tuple[str, ...]) -> str:
        """Spell what may be given for a model. around: the classes with free keys in which it stands."""
        model = self._models[name]
        match model:
            case Alias():
                return annotation(model.type, sent=True, named=lambda each: self._spelt(each, around))
            case Enumeration():
                return identifier(name)
            case Class() if model.keywords:
                return " | ".join([identifier(name), *(each.keywords for each in self._kinds(model, {}))])
            case Class():
                return f"{identifier(name)} | {self._mapping(model, around)}"

    def _kinds(self, model: Class, found: dict[str, Class]) -> list[Class]:
        """Return a class and all that its tag and theirs tell apart, each once. found: those that are known already."""
        found[model.name] = model
        for name in dict.fromkeys(kind for _, kind in (model.tag.mapping if model.tag else ())):
            kind = self._models.get(name)
            if isinstance(kind, Class) and kind.keywords and name not in found:
                self._kinds(kind, found)
        return [*found.values()]

    def _mapping(self, model: Class, around: tuple[str, ...]) -> str:
        """Spell a mapping with the keys of a class that has free ones."""
        if model.name in around:
            return "Mapping[str, object]"
        types = [each.type for each in self._given(model)]
        types += [each.extras.type for each in self._family(model) if isinstance(each.extras, Free)]
        members = _members(types)
        whole = Map(Anything() if Anything() in members else Union(tuple(members)))
        return annotation(whole, sent=True, named=lambda each: self._spelt(each, (*around, model.name)))

    def _family(self, model: Class) -> list[Class]:
        """Return a class and all that it extends."""
        bases = [each for each in map(self._models.get, model.bases) if isinstance(each, Class)]
        return [model, *(one for each in bases for one in self._family(each))]

    def _with_imports(self, lines: list[str], end: int, used: set[str], bases: set[str], required: bool) -> str:
        """Import what the fields are made of: for type checkers alone, but for what the classes need to be there.

        end: how many lines there are up to the last import.
        """
        wanted: dict[str, list[str]] = {}
        for name in sorted(used):
            if name in self._homes:
                wanted.setdefault(self._homes[name], []).append(name)
        block = [f"    from {home} import {', '.join(names)}" for home, names in sorted(wanted.items(), key=_order)]
        lines[end:end] = ["", "if TYPE_CHECKING:", *block] if block else []
        names = {"TypedDict", *(["Required"] if required else []), *(["TYPE_CHECKING"] if block else [])}
        text = _importing("\n".join(lines), "typing", names)
        for name in sorted(bases):
            text = _importing(text, self._homes[name], {name})
        return text


def _defined(tree: ast.Module) -> set[str]:
    """Return the names that a module defines or imports."""
    found: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.ImportFrom):
            found |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.Assign):
            found |= {each.id for each in node.targets if isinstance(each, ast.Name)}
    return found


def _order(imported: tuple[str, list[str]]) -> tuple[bool, str]:
    """Put what is imported of the package behind the rest."""
    return imported[0].startswith("."), imported[0]


def _classes(api: Api) -> list[Class]:
    return [each for each in api.models if isinstance(each, Class)]


def _flags(api: Api) -> dict[str, set[str]]:
    """Return class -> the fields that a method sets by an argument of its own."""
    operations = [operation for resource in api.resources for operation in resource.operations]
    asking = [each for each in operations if each.streaming and each.streaming.flag == "body"]
    return {each.body.model: {"stream"} for each in asking if each.body and each.body.model}


def _members(types: list[Type]) -> list[Type]:
    """Return types each once, those of a union one by one."""
    flat = [one for each in types for one in (each.members if isinstance(each, Union) else (each,))]
    return list({repr(each): each for each in flat}.values())


def _importing(text: str, home: str, names: set[str]) -> str:
    """Import names of a module, with those that the text imports of it already."""
    pattern = rf"^from {re.escape(home)} import (.*)$"
    if found := re.search(pattern, text, flags=re.MULTILINE):
        merged = sorted({*found[1].split(", "), *names})
        return text[: found.start()] + f"from {home} import {', '.join(merged)}" + text[found.end() :]
    line = f"from {home} import {', '.join(sorted(names))}\n"
    return text.replace("from __future__ import annotations\n", f"from __future__ import annotations\n\n{line}", 1)
