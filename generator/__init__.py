"""A generator of typed Python clients from OpenAPI documents.

It is the command `specloom` where it is installed, and `python -m generator` in its repository.
"""

__version__ = "0.1.0"

INSTALLED = __name__ != "generator"
"""Whether this is the installed package, which its distribution calls `specloom`."""

PROGRAM = "specloom" if INSTALLED else "python -m generator"
"""What a person types to run it."""
