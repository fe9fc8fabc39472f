"""Where another judge sees a pair otherwise than the diff, and who is right by the rules. No entry may become stale."""

from __future__ import annotations

from collections.abc import Mapping


def _by_pair(reasons: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {pair: reason for reason, pairs in reasons.items() for pair in pairs}


USAGE = _by_pair(
    {
        "ours is right: one text in place of a list is wrong, though a str is a sequence of str to a type checker": (
            "one value becomes a list",
        ),
        "ours is right: a name that is gone is any text to a type checker, and fails when it is used": (
            "second webhook that nothing tells from the first (back)",
        ),
        "ours is right: a caller reads attributes of members of a union that nobody named, after telling them apart": (
            "property of the member that a constant tells",
            "property of the member that a constant tells (back)",
            "members of a union in another order and one changed",
            "members of a union in another order and one changed (back)",
        ),
        "ours is right: an attribute that is only read is gone, the caller here reads none of what it sends": (
            "read-only property of what is sent, removed",
        ),
        "ours is right: who reads whole pages names their class, the caller of these tests reads items": (
            "inline copy in place of the class of an answer",
        ),
    }
)
"""Pair -> why a type checker and the kinds names and types differ."""

GRIFFE = _by_pair(
    {
        "ours is right: griffe lets **options take any argument, a type checker looks into them": (
            "new credential (back)",
            "variable of the first server",
            "first server without a host",
            "order of the servers",
        ),
        "both are: the argument that chooses a media type goes with the finding about the media type": (
            "media type of an answer",
            "a stream beside the whole (back)",
        ),
        "both are: a package exports the class of its streams, which goes with the finding about what comes": (
            "a stream in place of the whole (back)",
        ),
        "both are: the argument of the cursor is the pages' own, so that it goes with a finding about the paging": (
            "paging (back)",
            "parameter of the cursor",
            "parameter of the cursor (back)",
            "parameter of the cursor, that was required (back)",
        ),
        "both are: a name made from a place, which nobody gave, is worth a note": (
            "inline copy in place of a class (back)",
            "enumeration beside a reference (back)",
            "inline copy in place of the class of an answer (back)",
            "class split in two",
            "member of a union with another constant",
            "member of a union with another constant (back)",
        ),
    }
)
"""Pair -> why griffe and we differ about names that are gone."""

DEMANDED = _by_pair(
    {
        "ours is right: griffe reads the method, in which a body may be left out; a type checker reads its overloads": (
            "required body (back)",
            "requiredness of a body",
        ),
        "both are: an argument that gives its name to a field of the body is told as one with another name": (
            "field of a body that is called like a parameter",
            "field of a body that is called like a parameter (back)",
        ),
        "both are: a body that is not given by its fields any more is told as that": (
            "names of other properties sent",
            "names of other properties sent, that are closed",
        ),
    }
)
"""Pair -> why griffe and we differ about arguments that are demanded."""

REDOCLY = _by_pair(
    {
        "ours is right: the argument of the method is named after the path parameter": (
            "name of a path parameter",
            "name of a path parameter (back)",
        ),
        "ours is right: the method is named after verb and path, its operationId shows nowhere": (
            "operationId that names nothing",
            "operationId that names nothing (back)",
        ),
        "ours is right: an extension names the method, or the attribute of the client": (
            "method that an extension names",
            "method that an extension names (back)",
            "resource that an extension names",
            "resource that an extension names (back)",
        ),
        "ours is right: the name of a schema is the class that callers import": (
            "public schema without a use",
            "name of a public schema",
            "name of a public schema (back)",
            "name of a schema that contains itself",
            "name of a schema that contains itself (back)",
        ),
        "ours is right: calls go to another host; redocly does not fill in variables, nor look into an operation": (
            "default of a server variable",
            "default of a server variable (back)",
            "server of one operation",
            "server of one operation (back)",
        ),
        "ours is right: redocly does not see the security of the document in an operation that states none": (
            "no security for one operation (back)",
            "one more way to be admitted",
            "one more way to be admitted (back)",
        ),
        "ours is right: an installed package goes on asking at the old address": ("token URL", "token URL (back)"),
        "a matter of taste: scopes are granted to the credential, not by the caller's code; ours is minor": ("scope",),
        "a matter of taste: bounds, patterns and formats that Python does not show break no code; ours is minor": (
            "format of a parameter that Python does not show",
            "upper bound of a parameter",
            "lower bound of a parameter (back)",
            "pattern of a parameter",
            "pattern of a parameter (back)",
            "no pattern of a parameter (back)",
            "bounds of what is sent",
            "size of a list sent (back)",
            "pattern of what is sent",
            "pattern of what is sent (back)",
            "another constraint of what is sent",
        ),
        "ours is right: a call without a body is an error now": ("required body (back)",),
        "ours is right: the part goes out under another content type": (
            "encoding of a part",
            "encoding of a part (back)",
        ),
        "ours is right: the attribute is gone from the class, whatever the server ignores": (
            "optional property that is sent",
            "required property that is sent (back)",
        ),
        "ours is right: what has to be sent changes": (
            "readOnly of a required property that is sent",
            "readOnly of a required property that is sent (back)",
        ),
        "ours is right: the attribute may be None now": ("writeOnly of a required property that comes",),
        "ours is right: the method returns another type": (
            "another successful status, of another type",
            "body of an answer (back)",
            "JSON in place of text (back)",
        ),
        "ours is right: the first server is where calls go": ("order of the servers", "order of the servers (back)"),
        "a matter of taste: an error that does not come any more breaks nobody; ours is minor": ("status of an error",),
        "ours is right: the attribute may be None as it is, null or missing": (
            "null beside a reference that comes, and may be missing already",
            "null both ways of what is optional",
        ),
        "ours is right: less comes than before; redocly compares keywords and not what they admit": (
            "null beside a reference that comes, and may be missing already (back)",
            "null beside a reference that always comes (back)",
            "one more value beside a constant that comes (back)",
            "one class of a union that comes",
        ),
        "ours is right: what is received is held to no bound, pattern or format, and unknown properties are kept": (
            "format that comes and Python does not show",
            "format of a number that comes (back)",
            "bounds of what comes",
            "pattern of what comes (back)",
            "other properties that come (back)",
        ),
        "ours is right: enumerations are open, a value that is not listed is read": (
            "value that comes",
            "value both ways",
        ),
        "ours is right: redocly does not know x-paging, which decides what the method returns": (
            "paging",
            "paging (back)",
            "cursor",
            "cursor (back)",
            "parameter of the cursor",
            "parameter of the cursor (back)",
            "parameter of the cursor, that was required (back)",
            "place of the items",
            "place of the items (back)",
        ),
        "ours is right: redocly does not know x-error-when, which decides what is an error": (
            "error in a successful answer",
            "error in a successful answer (back)",
        ),
    }
)
"""Pair -> why redocly and we differ about what is major."""
