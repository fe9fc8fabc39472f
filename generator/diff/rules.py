"""Rules: how grave each kind of change is, seen from the code of a caller.

A rule is judged by direction: what is `sent` must not be narrowed, what is `received` must not be widened; what is
neither (a name, a server) stands under "". N: names, T: types, W: wire (see changes.KINDS).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

_KINDS = {"N": "names", "T": "types", "W": "wire"}
_LEVELS = {"M": "major", "m": "minor", "p": "patch"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """level, kinds: as in Finding. why: the sentence after the subject; hint: what a caller does, or ""."""

    level: str
    kinds: tuple[str, ...]
    why: str
    hint: str


def _verdict(code: str, why: str, hint: str = "") -> Verdict:
    """Return a verdict. code: the letter of the level, then those of the kinds, as in `M TW`."""
    level, _, kinds = code.partition(" ")
    return Verdict(_LEVELS[level], tuple(_KINDS[each] for each in kinds), why, hint)


def _plain(code: str, why: str, hint: str = "") -> Mapping[str, Verdict]:
    return {"": _verdict(code, why, hint)}


def _both(sent: Verdict | None, received: Verdict | None) -> Mapping[str, Verdict]:
    pairs = (("sent", sent), ("received", received))
    return {direction: verdict for direction, verdict in pairs if verdict}


def _either(code: str, why: str, hint: str = "") -> Mapping[str, Verdict]:
    """Return one verdict for both directions."""
    return _both(_verdict(code, why, hint), _verdict(code, why, hint))


_USE_NEW_NAME = "use the new name"
_PASS = "pass a value"
_NOT_PASSED = "do not pass it"
_CHECK_NONE = "expect None"

RULES: Mapping[str, Mapping[str, Verdict]] = MappingProxyType(
    {
        # operations and names
        "operation-removed": _plain("M N", "is gone, and its method with it"),
        "operation-added": _plain("m", "is new"),
        "path-changed": _plain(
            "M W", "has another path; an installed package calls the old one", "upgrade the package"
        ),
        "verb-changed": _plain(
            "M W", "has another HTTP method; an installed package uses the old one", "upgrade the package"
        ),
        "path-parameter-renamed": _plain("M N", "is called otherwise, and so is its argument", _USE_NEW_NAME),
        "path-parameter-respelt": _plain("p", "is called otherwise in the path, and as before in Python"),
        "argument-renamed": _plain("M N", "has another argument name", _USE_NEW_NAME),
        "method-renamed": _plain("M N", "has another method name", _USE_NEW_NAME),
        "resource-renamed": _plain("M N", "has another name", _USE_NEW_NAME),
        "method-name-deprecated": _plain("m", "has another method name; the old one works, and warns", _USE_NEW_NAME),
        "resource-name-deprecated": _plain("m", "has another name; the old one works, and warns", _USE_NEW_NAME),
        "schema-name-deprecated": _plain("m", "has another name; the old one works, and warns", _USE_NEW_NAME),
        "former-name-removed": _plain("M N", "does not work any more; it was deprecated", _USE_NEW_NAME),
        "operation-id-changed": _plain("p", "has another operationId, which names nothing in the package"),
        "operation-deprecated": _plain("m", "is deprecated", "look for what replaces it"),
        "operation-kept": _plain("p", "is not deprecated any more"),
        "sunset-nearer": _plain("m", "ends sooner", "move off it before that day"),
        "sunset-later": _plain("p", "ends later, or not at all"),
        "idempotent-changed": _plain("m", "is repeated after a failure under other conditions"),
        "idempotency-key-added": _plain("m", "takes an idempotency key, which is sent with every call"),
        "idempotency-key-removed": _plain(
            "M W", "takes no idempotency key any more; an installed package repeats calls by it", "upgrade the package"
        ),
        "idempotency-key-changed": _plain(
            "M W",
            "takes its idempotency key in another header; an installed package repeats calls without it",
            "upgrade the package",
        ),
        "schema-removed": _plain("M N", "is gone; an import of the class fails"),
        "schema-renamed": _plain("M N", "has another name; an import of the old one fails", _USE_NEW_NAME),
        "attribute-renamed": _plain("M N", "has another attribute name", _USE_NEW_NAME),
        "webhook-removed": _plain("M NW", "is not sent any more"),
        "webhook-added": _plain("m", "is new"),
        "callback-removed": _plain("M NW", "is not sent any more"),
        "callback-added": _plain("m", "is new"),
        "event-renamed": _plain("M T", "has another name where it is read", _USE_NEW_NAME),
        "event-unnamed": _plain("M T", "do not say any more which event they are", "pass event="),
        "event-named": _plain("m", "say which event they are"),
        "signature-added": _plain("M T", "is signed", "pass headers= and secret="),
        "signature-removed": _plain("M N", "is not signed any more", "do not pass secret="),
        "package-renamed": _plain("M N", "has another name; every import fails", _USE_NEW_NAME),
        "package-removed": _plain("M N", "is gone, and its package with it"),
        "client-renamed": _plain("M N", "has another name; an import of the old one fails", _USE_NEW_NAME),
        # servers and security
        "server-changed": _plain("M W", "is not the server that calls go to any more", "upgrade the package"),
        "server-removed": _plain("M W", "is gone"),
        "server-added": _plain("m", "is new"),
        "base-url-required": _plain("M T", "is not absolute any more: the client takes base_url", "pass base_url"),
        "server-variable-removed": _plain("M N", "is gone, and the client's argument with it"),
        "server-variable-added": _plain("m", "is new"),
        "security-added": _plain(
            "M W", "demands a credential that it did not demand", "give the client the credential"
        ),
        "security-removed": _plain("p", "demands less"),
        "security-changed": _plain(
            "M W", "is sent otherwise; an installed package sends it the old way", "upgrade the package"
        ),
        "token-changed": _plain("M W", "fetches its token otherwise", "upgrade the package"),
        "scopes-changed": _plain("m", "asks for other scopes", "check what the token is granted"),
        "credential-removed": _plain("M N", "is no argument of the client any more", "do not pass it"),
        "credential-renamed": _plain("M N", "is another argument of the client", _USE_NEW_NAME),
        "credential-added": _plain("m", "is a new argument of the client"),
        "environment-changed": _plain("M N", "is read from another environment variable", "set the new variable"),
        # parameters
        "parameter-required-added": _plain("M TW", "is new and required", _PASS),
        "parameter-added": _plain("m", "is new and optional"),
        "parameter-removed": _plain("M T", "is gone", "do not pass it"),
        "parameter-hidden": _plain("M T", "is set by the pages, and no argument any more", "do not pass it"),
        "parameter-moved": _plain("M W", "is sent in another place", "upgrade the package"),
        "parameter-became-required": _plain("M TW", "is required now", _PASS),
        "parameter-became-optional": _plain("p", "is optional now"),
        "style-changed": _plain("M W", "is written otherwise on the wire", "upgrade the package"),
        "paged-size-changed": _plain("M W", "has another default, which the client sends"),
        # bodies
        "body-required-added": _plain("M TW", "is new and required", "pass a body"),
        "body-added": _plain("m", "is new and optional"),
        "body-removed": _plain("M T", "is gone", "do not pass a body"),
        "body-became-required": _plain("M TW", "is required now", "pass a body"),
        "body-became-optional": _plain("p", "is optional now"),
        "fields-removed": _plain("M T", "is not given by these fields any more", "pass the body as one argument"),
        "encoding-changed": _plain("M W", "is encoded otherwise", "upgrade the package"),
        "media-removed": _both(
            _verdict("M W", "is not accepted any more", "upgrade the package"),
            _verdict("M W", "is not answered any more", "upgrade the package"),
        ),
        "media-added": _both(_verdict("m", "is accepted as well"), _verdict("m", "is answered as well")),
        # answers
        "status-removed": _plain("M W", "is not answered any more"),
        "status-changed": _plain("m", "is answered under another status, which an installed package reads as well"),
        "status-added": _plain("m", "is a new successful answer"),
        "result-widened": _plain("M T", "is a new successful answer of another type", "tell the types apart"),
        "media-read": _plain("M T", "is read as another type as well", "tell the types apart"),
        "result-appeared": _plain("M T", "has a body now"),
        "result-gone": _plain("M T", "has no body any more", "do not use the result"),
        "error-status-added": _plain("m", "has a new error"),
        "error-status-removed": _plain("m", "documents no such error any more"),
        "error-rule-changed": _plain("M W", "tells errors in successful answers otherwise", "upgrade the package"),
        "paging-started": _plain("M T", "pages now: the method returns an iterator of items", "iterate over it"),
        "paging-stopped": _plain(
            "M T", "does not page any more: the method returns the answer", "read the items from it"
        ),
        "paging-changed": _plain("M W", "pages otherwise", "upgrade the package"),
        # headers of answers (received) and of parts (sent)
        "header-removed": _both(
            _verdict("M W", "is not taken any more", "do not send it"),
            _verdict("M W", "does not come any more", "do not read it"),
        ),
        "header-required-added": _both(_verdict("M W", "is new and must be sent", "send it with the file"), None),
        "header-added": _both(_verdict("m", "is new and may be sent"), _verdict("m", "is new and comes")),
        "header-became-required": _both(
            _verdict("M W", "must be sent now", "send it with the file"), _verdict("p", "always comes now")
        ),
        "header-became-optional": _both(
            _verdict("p", "may be left out now"), _verdict("M W", "may be missing when it comes", _CHECK_NONE)
        ),
        # schemas
        "property-required-added": _both(_verdict("M TW", "is new and must be sent", _PASS), None),
        "property-added": _both(_verdict("m", "is new and may be sent"), _verdict("m", "is new and comes")),
        "property-removed": _both(
            _verdict("M T", "is not taken any more", "do not send it"),
            _verdict("M NT", "does not come any more", "do not read it"),
        ),
        "became-required": _both(_verdict("M TW", "must be sent now", _PASS), _verdict("p", "always comes now")),
        "became-optional": {
            "sent": _verdict("p", "may be left out now"),
            "received": _verdict("M T", "may be missing when it comes", _CHECK_NONE),
            "received, none before": _verdict("m", "may be missing when it comes, as it may be null already"),
        },
        "became-nullable": {
            "sent": _verdict("m", "may be sent as null"),
            "received": _verdict("M T", "may come as null", _CHECK_NONE),
            "received, none before": _verdict("m", "may come as null, as it may be missing already"),
        },
        "nullable-lost": _both(
            _verdict("M TW", "must not be null any more", "do not send None"), _verdict("p", "is never null now")
        ),
        "type-changed": _both(
            _verdict("M TW", "takes another type", "send the new type"),
            _verdict("M TW", "comes as another type", "read the new type"),
        ),
        "type-widened": _both(
            _verdict("p", "takes more than before"),
            _verdict("M TW", "comes as more than before", "expect the new type"),
        ),
        "type-narrowed": _both(
            _verdict("M TW", "takes less than before", "send the narrower type"),
            _verdict("p", "comes as less than before"),
        ),
        "base-lost": _both(
            _verdict("M T", "does not extend a class any more, and does not pass for it", "send the class itself"),
            _verdict("M T", "does not extend a class any more, and does not pass for it", "expect the class itself"),
        ),
        "format-changed": _both(
            _verdict("M TW", "takes another format", "send the new type"),
            _verdict("M TW", "comes in another format", "read the new type"),
        ),
        "format-noted": _both(_verdict("m", "is held to another format"), _verdict("p", "comes in another format")),
        "format-dropped": _both(_verdict("p", "is held to no format"), _verdict("p", "comes in any format")),
        "enum-value-removed": _both(
            _verdict("M TW", "takes fewer values", "send another value"), _verdict("p", "comes with fewer values")
        ),
        "enum-value-added": _both(
            _verdict("m", "takes more values"), _verdict("m", "comes with more values", "expect the new value")
        ),
        "enum-values-changed": _both(
            _verdict("M TW", "takes other values", "send a value that is taken"),
            _verdict("m", "comes with other values", "expect the new value"),
        ),
        "enum-set": _both(
            _verdict("M TW", "takes listed values only", "send a listed value"),
            _verdict("p", "comes with listed values"),
        ),
        "enum-dropped": _both(
            _verdict("p", "takes any value"), _verdict("M T", "comes with any value", "expect other values")
        ),
        "const-changed": _both(
            _verdict("M TW", "takes another constant", "send the new constant"),
            _verdict("M TW", "comes as another constant", "expect the new constant"),
        ),
        "bounds-tightened": _both(_verdict("m", "is held to tighter bounds"), _verdict("p", "comes in tighter bounds")),
        "bounds-loosened": _both(_verdict("p", "is held to looser bounds"), _verdict("p", "comes in looser bounds")),
        "pattern-changed": _both(_verdict("m", "is held to another pattern"), _verdict("p", "follows another pattern")),
        "pattern-dropped": _both(_verdict("p", "is held to no pattern"), _verdict("p", "follows no pattern")),
        "constraint-changed": _both(
            _verdict("m", "is held to another constraint"), _verdict("p", "follows another constraint")
        ),
        "default-changed": _both(
            _verdict("p", "has another default, which the client does not send"), _verdict("p", "has another default")
        ),
        "branch-removed": _both(
            _verdict("M TW", "does not take one kind any more", "send another kind"),
            _verdict("p", "does not come as one kind any more"),
        ),
        "branch-added": _both(
            _verdict("m", "takes one more kind"), _verdict("M TW", "comes as one more kind", "expect the new kind")
        ),
        "discriminator-changed": _either("M W", "is told apart otherwise", "upgrade the package"),
        "discriminator-added": _both(
            _verdict("m", "names the property that tells its kinds apart"),
            _verdict("p", "names the property that tells its kinds apart"),
        ),
        "additional-closed": _both(
            _verdict("M W", "takes no other properties any more", "send documented properties only"),
            _verdict("p", "comes with no other properties"),
        ),
        "additional-opened": _both(
            _verdict("m", "takes other properties"), _verdict("p", "comes with other properties")
        ),
        "xml-changed": _either("M W", "is written otherwise in XML", "upgrade the package"),
        "property-respelt": _either("M W", "is spelt otherwise on the wire", "upgrade the package"),
        "readonly-required-changed": {
            "sent": _verdict("M W", "is read-only now, and was required: it is not sent any more", "do not pass it"),
            "sent, by name": _verdict(
                "M NTW", "is read-only now, and was required: it is no argument any more", _NOT_PASSED
            ),
            "sent, lifted": _verdict("M TW", "is not read-only any more, and must be sent", _PASS),
        },
        "readonly-set": {
            "sent": _verdict("m", "is read-only now: what is sent is ignored"),
            "sent, by name": _verdict("M NT", "is read-only now: it is no argument any more", _NOT_PASSED),
        },
        "readonly-lifted": _both(_verdict("m", "is not read-only any more: it may be sent"), None),
        "writeonly-set": {
            "received": _verdict("M TW", "is write-only now: it does not come any more", _CHECK_NONE),
            "received, none before": _verdict("m", "is write-only now: it does not come any more, and was optional"),
        },
        "writeonly-lifted": _both(None, _verdict("m", "is not write-only any more: it comes")),
        "property-deprecated": _either("m", "is deprecated"),
        "property-kept": _either("p", "is not deprecated any more"),
    }
)
"""Rule -> direction -> verdict. `received, none before`: Python read None for it already. `sent, lifted`: other
way. `sent, by name`: callers may give it as an argument."""
