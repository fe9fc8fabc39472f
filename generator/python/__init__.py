"""Spells the IR as Python text. Every function is pure; the templates use those of `FILTERS`, and nothing else."""

from .access import access
from .auth import credentials, schemes, source, spoken
from .clients import arguments, base_url, client_imports, documented, variables
from .exports import exported, named, runtime_names, stream_lines
from .fakes import fake_readme
from .former import dependencies, former_aliases, former_guard, former_table
from .nesting import attribute_name, children, module_name
from .project import project_lines
from .readme import body_readme, drift_readme, first_call, option_readme, paging_readme, snippet, snippet_imports
from .reference import reference
from .tags import tags
from .text import brief, docstring, identifier, inside_docstring, literal, markdown, prose, sentence, toml
from .webhook_docs import event_about, event_doc, event_readme
from .webhooks import event_call, event_definition, event_imports, event_overloads, event_table
from .xml import xml_roots, xml_shapes

FILTERS = {
    "arguments": arguments,
    "attribute_name": attribute_name,
    "base_url": base_url,
    "body_readme": body_readme,
    "brief": brief,
    "children": children,
    "client_imports": client_imports,
    "credentials": credentials,
    "documented": documented,
    "dependencies": dependencies,
    "docstring": docstring,
    "drift_readme": drift_readme,
    "event_about": event_about,
    "event_call": event_call,
    "event_definition": event_definition,
    "event_doc": event_doc,
    "event_imports": event_imports,
    "event_overloads": event_overloads,
    "event_readme": event_readme,
    "event_table": event_table,
    "exported": exported,
    "fake_readme": fake_readme,
    "first_call": first_call,
    "former_aliases": former_aliases,
    "former_guard": former_guard,
    "former_table": former_table,
    "identifier": identifier,
    "inside_docstring": inside_docstring,
    "literal": literal,
    "markdown": markdown,
    "module_name": module_name,
    "named": named,
    "paging_readme": paging_readme,
    "option_readme": option_readme,
    "project_lines": project_lines,
    "prose": prose,
    "reference": reference,
    "runtime_names": runtime_names,
    "schemes": schemes,
    "sentence": sentence,
    "server_variables": variables,
    "snippet": snippet,
    "snippet_imports": snippet_imports,
    "source": source,
    "spoken": spoken,
    "access": access,
    "stream_lines": stream_lines,
    "tags": tags,
    "toml": toml,
    "xml_roots": xml_roots,
    "xml_shapes": xml_shapes,
}
"""Name in a template -> function."""
