"""Where a value stands in an answer, said in three ways: as it came, in general, and from the class around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .errors import Mismatch


@dataclass(frozen=True, slots=True)
class Where:
    """A place. path: JSONPath (RFC 9535). place: the same with `[*]` for indices of arrays and for free keys.

    model: the innermost class around it, "" outside of any. inside: the rest of `place` from that class on.
    """

    path: str = "$"
    place: str = "$"
    model: str = ""
    inside: str = "$"

    def within(self, cls: type[Any]) -> Where:
        """Return the same place as the beginning of an object of a class."""
        return Where(self.path, self.place, cls.__name__, "$")

    def member(self, key: str) -> Where:
        """Return the place of a member that the document names."""
        return self._on(member("", key), member("", key))

    def free(self, key: str) -> Where:
        """Return the place of a member whose key is data."""
        return self._on(member("", key), "[*]")

    def item(self, at: int) -> Where:
        """Return the place of an element."""
        return self._on(f"[{at}]", "[*]")

    def part(self, at: int) -> Where:
        """Return the place of an element of a tuple, each of which has a type of its own."""
        return self._on(f"[{at}]", f"[{at}]")

    def mismatch(self, expected: str, found: str, constant: str = "") -> Mismatch:
        """Say that something else was found here."""
        return Mismatch(self.path, expected, found, self.place, model=self.model, inside=self.inside, constant=constant)

    def _on(self, step: str, general: str) -> Where:
        return Where(self.path + step, self.place + general, self.model, self.inside + general)


def member(path: str, key: str) -> str:
    """Write the JSONPath of a member: dotted when it is a name, else quoted (RFC 9535)."""
    return f"{path}.{key}" if key.isidentifier() else f"{path}[{key!r}]"


def kind(data: Any) -> str:
    """Name the JSON type of a value."""
    names: dict[type, str] = {
        bool: "boolean",
        int: "integer",
        float: "number",
        str: "string",
        list: "array",
        dict: "object",
    }
    return "null" if data is None else next((name for of, name in names.items() if type(data) is of), "unknown")
