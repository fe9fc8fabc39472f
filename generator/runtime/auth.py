"""Ways to authenticate, and the choice among an operation's alternatives.

Of an operation's alternatives the first is sent that needs something of the user, all of which is there. Where there is
none, one that needs nothing will do.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote_plus

from .errors import InvalidArgument, MissingCredentials
from .secret import Hidden, SecretSource
from .shapes import EMPTY
from .signing import Signed

KEY = 8
"""Characters of the shortest text that is taken for a secret where it may be none: a user name, a signer's header."""

Alternatives = Sequence[Sequence[str]]
"""Sets of scheme names; the schemes of one set are sent together, an empty set sends none."""


class Placed(NamedTuple):
    """One credential of a request: place is header, query or cookie. inside: secrets that its text is made of."""

    place: str
    wire: str
    text: Hidden
    inside: tuple[Hidden, ...] = ()

    @property
    def secrets(self) -> tuple[Hidden, ...]:
        return (self.text, *self.inside)


class ApiKey(NamedTuple):
    """A secret sent as it is, in a header, the query or a cookie."""

    place: str
    wire: str
    key: SecretSource

    @property
    def needs(self) -> tuple[SecretSource, ...]:
        return (self.key,)

    def placed(self) -> Placed:
        return Placed(self.place, self.wire, filled(self.key))


class Basic(NamedTuple):
    """HTTP Basic (RFC 7617), in UTF-8."""

    username: SecretSource
    password: SecretSource

    @property
    def needs(self) -> tuple[SecretSource, ...]:
        return (self.username, self.password)

    def placed(self) -> Placed:
        return basic(self.username.read(), self.password.read())


class Bearer(NamedTuple):
    """A token in the Authorization header (RFC 6750)."""

    token: SecretSource
    prefix: str = "Bearer"

    @property
    def needs(self) -> tuple[SecretSource, ...]:
        return (self.token,)

    def placed(self) -> Placed:
        return prefixed("header", "Authorization", self.prefix, filled(self.token))


class Token(NamedTuple):
    """A token that is fetched with credentials and sent until it expires.

    url: relative to the server, or absolute. media: of the request for it. body: its fields, `{name}` standing for a
    credential. basic: two credentials sent as HTTP Basic, encoded as RFC 6749, 2.3.1 says, or nothing. headers: more
    headers of that request, with the same placeholders. value, ttl: JSON pointers into the answer, ttl in seconds
    or "". place, wire, prefix: where the token is sent. scope: the field of the body that takes the scopes which the
    operation names, or "".
    """

    credentials: Mapping[str, SecretSource]
    url: str
    media: str = "application/x-www-form-urlencoded"
    body: Mapping[str, object] = EMPTY
    basic: Sequence[str] = ()
    headers: Mapping[str, str] = EMPTY
    value: str = "/access_token"
    ttl: str = "/expires_in"
    place: str = "header"
    wire: str = "Authorization"
    prefix: str = "Bearer"
    scope: str = ""

    @property
    def needs(self) -> tuple[SecretSource, ...]:
        return tuple(self.credentials.values())


class Certificate:
    """A certificate that the HTTP client shows when it connects (RFC 8446, 4.4.2): requests carry nothing of it."""

    __slots__ = ()

    needs = ()


Static = ApiKey | Basic | Bearer
Scheme = Static | Token | Certificate | Signed


def filled(source: SecretSource) -> Hidden:
    """Ask for a secret that may not be empty."""
    hidden = source.read()
    if not hidden.reveal():
        raise MissingCredentials(f"the credential {source.argument} is empty")
    return hidden


def prefixed(place: str, wire: str, prefix: str, text: Hidden) -> Placed:
    """Place a token behind a word, or alone where the word is ""."""
    return Placed(place, wire, Hidden(f"{prefix} {text.reveal()}"), (text,)) if prefix else Placed(place, wire, text)


def basic(username: Hidden, password: Hidden, *, encode: bool = False) -> Placed:
    """Write the value of an Authorization header. A username may not hold a colon (RFC 7617, 2).

    A username is a secret where it stands alone, or is as long as a key may be: others are words of any text.
    """
    if ":" in username.reveal() and not encode:
        raise InvalidArgument("the user name of HTTP Basic may not hold a colon")
    first, second = (
        (quote_plus(username.reveal()), quote_plus(password.reveal()))
        if encode
        else (username.reveal(), password.reveal())
    )
    pair = Hidden(f"{first}:{second}")
    text = Hidden(base64.b64encode(pair.reveal().encode()).decode("ascii"))
    is_secret = not password.reveal() or len(username.reveal()) >= KEY
    inside = (password, pair, text, *((username,) if is_secret else ()))
    return Placed("header", "Authorization", Hidden(f"Basic {text.reveal()}"), inside)


def choose(schemes: Mapping[str, Scheme], alternatives: Alternatives, operation: str) -> tuple[Scheme, ...]:
    """Return the first alternative that needs something and has it all, else the first that needs nothing.

    No alternatives at all need nothing.
    """
    without: list[tuple[Scheme, ...]] = [] if alternatives else [()]
    missing: list[str] = []
    for names in alternatives:
        chosen = tuple(schemes[name] for name in names if name in schemes)
        needs = [each for scheme in chosen for each in scheme.needs]
        lacks = [each.missing for each in needs if each.missing]
        lacks += [f"the scheme {name}" for name in names if name not in schemes]
        if lacks:
            missing.append(" and ".join(lacks))
        elif needs:
            return chosen
        else:
            without.append(chosen)
    if without:
        return without[0]
    raise MissingCredentials(f"{operation} needs credentials: give " + "; or ".join(missing))


def usual(schemes: Mapping[str, Scheme]) -> Alternatives:
    """Alternatives for a request that no document describes: every credential that was given and does not clash."""
    together: list[str] = []
    places: set[tuple[str, str]] = set()
    for name, scheme in schemes.items():
        given = bool(scheme.needs) and not any(each.missing for each in scheme.needs)
        place = (
            (scheme.place, scheme.wire.lower())
            if isinstance(scheme, ApiKey | Token)
            else ("hook", scheme.argument)
            if isinstance(scheme, Signed)
            else ("header", "authorization")
        )
        if given and place not in places and not (isinstance(scheme, Token) and together):
            together.append(name)
            places.add(place)
    return (tuple(together),) if together else tuple((name,) for name in schemes)
