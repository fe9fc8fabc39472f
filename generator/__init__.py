"""A generator of typed Python clients from OpenAPI documents.

It is the command `specloom` where it is installed, and `python -m generator` in its repository. What a plug-in imports
stands here; docs/plugins.md says how one is made. All else may change with any version.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from .ir import Api

__version__ = "0.1.0"

INSTALLED = __name__ != "generator"
"""Whether this is the installed package, which its distribution calls `specloom`."""

PROGRAM = "specloom" if INSTALLED else "python -m generator"
"""What a person types to run it."""

PLUGIN_VERSION = 1
"""Of what plug-ins are asked and given; it grows when one that worked would not any more."""


class Importer(Protocol):
    """Reads pages of a form of its own for `import`: an entry point of the group `specloom.importers`."""

    version: int
    """The PLUGIN_VERSION that it was written for."""

    name: str
    """What the form is called, in a word; shown with each page that is read."""

    def claims(self, file: str, text: str) -> bool:
        """Say whether a page is of this form. It is asked before the forms that are built in, HTML included."""
        ...

    def read(self, file: str, text: str) -> Mapping[str, object]:
        """Return what a page describes as a document of OpenAPI 3.0, 3.1 or Swagger 2.0, with what the page has of it.

        Raises ValueError, with a message for whoever saved the page, where it is damaged.
        """
        ...


class Output(Protocol):
    """Makes further files of a package: an entry point of the group `specloom.outputs`, named by provider.toml."""

    version: int
    """The PLUGIN_VERSION that it was written for."""

    def files(self, api: Api) -> Mapping[str, str]:
        """Return path -> text. A path begins where pyproject.toml is, with slashes; `api.package` is the package there.

        Python files are formatted as ours are. Raises ValueError, with a message, where the API is none for it.
        """
        ...
