"""Spells the IR as Python text. Every function is pure; the templates use those of `FILTERS`, and nothing else."""

from .auth import credentials, schemes, spoken
from .clients import arguments, base_url, client_imports, documented, usual_arguments, variables
from .operations import definition, explained, raw_method, sending
from .readme import snippet, snippet_imports
from .resources import declarations, methods, resource_imports
from .text import brief, docstring, identifier, inside_docstring, literal, markdown, prose, sentence, toml

FILTERS = {
    "arguments": arguments,
    "base_url": base_url,
    "brief": brief,
    "client_imports": client_imports,
    "credentials": credentials,
    "declarations": declarations,
    "definition": definition,
    "documented": documented,
    "docstring": docstring,
    "explained": explained,
    "identifier": identifier,
    "inside_docstring": inside_docstring,
    "literal": literal,
    "markdown": markdown,
    "methods": methods,
    "prose": prose,
    "raw_method": raw_method,
    "resource_imports": resource_imports,
    "schemes": schemes,
    "sending": sending,
    "sentence": sentence,
    "server_variables": variables,
    "snippet": snippet,
    "spoken": spoken,
    "snippet_imports": snippet_imports,
    "toml": toml,
    "usual_arguments": usual_arguments,
}
"""Name in a template -> function."""
