"""Credentials: which headers and parameters carry them, the schemes that they speak, and texts without them.

Only names get into a document. Headers that browsers, proxies and HTTP itself write are no part of an API.
"""

from __future__ import annotations

import re
from collections import Counter

from ...data import Json

_SENT = re.compile(
    r":.*|accept(-.*)?|access-control-.*|baggage|cache-control|connection|content-(length|type|encoding)|cookie2?|dnt|"
    r"expect|forwarded|from|host|if-(none-match|modified-since)|keep-alive|newrelic|origin|postman-token|pragma|priority|"
    r"proxy-(?!authorization).*|purpose|range|referer|save-data|sec-.*|sentry-trace|te|trace(parent|state)|"
    r"transfer-encoding|upgrade.*|user-agent|via|x-(amzn?-trace-id|b3-.*|client-data|datadog-.*|forwarded-.*|real-ip|"
    r"requested-with|request-start|newrelic-.*)",
    re.I,
)
_RECEIVED = re.compile(
    r":.*|accept-(ch|ranges)|access-control-.*|age|allow|alt-svc|cache-control|cf-.*|connection|content-.*|cross-origin-.*|"
    r"date|etag|expect-ct|expires|feature-policy|keep-alive|last-modified|nel|origin-agent-cluster|p3p|"
    r"permissions-policy|pragma|priority|proxy-.*|referrer-policy|report-to|reporting-endpoints|server(-timing)?|"
    r"set-cookie2?|strict-transport-security|timing-allow-origin|trailer|transfer-encoding|upgrade|vary|via|"
    r"www-authenticate|x-(amz-.*|amzn-.*|cache.*|cdn.*|cloud-.*|content-type-options|dns-.*|download-options|envoy-.*|"
    r"fastly-.*|frame-options|permitted-.*|powered-by|robots-tag|runtime|served-by|timer|ua-compatible|varnish|"
    r"vercel-.*|xss-protection)",
    re.I,
)
_KEY = re.compile(
    r"(.*[-_])?(api[-_]?(key|token|secret)|app(lication)?[-_]?(id|key|token|secret)|auth(entication|orization)?|"
    r"(access|auth|bearer|id|refresh|user|session)?[-_]?token|(access|auth|subscription|account)[-_]key|key|jwt|secret|"
    r"session([-_]?id)?|signature|credentials?|passw(or)?d|client[-_]?(id|secret))",
    re.I,
)
_NO_KEY = re.compile(r".*(idempoten|csrf|xsrf|page|next|cursor|continuation|sync|delta|sort|partition|public).*", re.I)
_IN_QUERY = re.compile(
    r"(.*[-_.])?(api[-_]?(key|token|secret)|access[-_]?token|auth[-_]?token|token|secret|sig|signature|jwt|password)",
    re.I,
)
_SECRET = re.compile(
    r"token|secret|passw|passphrase|credential|api[-_]?key|(^|_)key($|_)|jwt|session|signature|private", re.I
)
_IN_PROSE = re.compile(
    r"(?i:\b(bearer|basic|token|apikey))[ :]+[\w.~+/=-]{12,}|\beyJ[\w-]{8,}\.[\w-]+(\.[\w-]*)?|"
    r"\b[a-z]{2,6}_(live|test|prod)_\w{6,}|(?<=://)[^\s/@]+:[^\s/@]+(?=@)"
)
_SHORTEST = 6


def is_plumbing(header: str) -> bool:
    """Say whether a header of a request says nothing of the API."""
    return bool(_SENT.fullmatch(header))


def is_noise(header: str) -> bool:
    """Say whether a header of an answer says nothing of the API."""
    return bool(_RECEIVED.fullmatch(header))


def is_forgery_token(header: str) -> bool:
    """Say whether a header carries a token of a browser's session, which no client can have."""
    return bool(re.fullmatch(r"(x-)?[cx]srf(-?token)?", header, re.I))


def is_secret(name: str) -> bool:
    """Say whether a variable of that name holds a credential.

    >>> is_secret("accessToken"), is_secret("baseUrl"), is_secret("tenant")
    (True, False, False)
    """
    return bool(_SECRET.search(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name)))


class Schemes:
    """The security schemes of one document. dropped: which credentials were seen, how often; their values are kept in
    `secrets` for as long as the import runs, to be taken out of prose.
    """

    def __init__(self) -> None:
        self.data: dict[str, Json] = {}
        self.dropped: Counter[str] = Counter()
        self.secrets: set[str] = set()

    def named(self, scheme: dict[str, Json]) -> str:
        """Return the name of a scheme, which is made of what it holds, so that all pages of a provider agree."""
        given = scheme.get("name") if scheme["type"] == "apiKey" else scheme.get("scheme") or scheme["type"]
        stem = re.sub(r"[^A-Za-z0-9._-]+", "-", str(given)).strip("-") or "key"
        name, number = stem, 2
        while name in self.data and self.data[name] != scheme:
            name, number = f"{stem}-{number}", number + 1
        self.data[name] = dict(scheme)
        return name

    def of_header(self, name: str, value: str) -> str:
        """Return the scheme that a header speaks, "" where it carries no credential."""
        if name.lower() in ("authorization", "proxy-authorization"):
            self.drop(f"header {name}", value.rpartition(" ")[2])
            word, _, rest = value.strip().partition(" ")
            if rest and re.fullmatch(r"[A-Za-z][A-Za-z0-9-]{1,30}", word):
                known = word.lower() if word.lower() in ("basic", "bearer", "digest") else word
                return self.named({"type": "http", "scheme": known})
            return self.named({"type": "apiKey", "in": "header", "name": name})
        if _KEY.fullmatch(name) and not _NO_KEY.fullmatch(name):
            self.drop(f"header {name}", value)
            return self.named({"type": "apiKey", "in": "header", "name": name})
        return ""

    def of_query(self, name: str, value: str) -> str:
        """Return the scheme that a parameter of the query speaks, "" where it carries no credential."""
        looks_so = name.lower() == "key" and len(value) >= 16
        if not looks_so and (not _IN_QUERY.fullmatch(name) or _NO_KEY.fullmatch(name)):
            return ""
        self.drop(f"query {name}", value)
        return self.named({"type": "apiKey", "in": "query", "name": name})

    def drop(self, what: str, value: Json) -> None:
        """Count a credential, and remember its value as one that nothing may show."""
        self.dropped[what] += 1
        if isinstance(value, str) and len(value) >= _SHORTEST and "{{" not in value:
            self.secrets.add(value)

    def redacted(self, text: str) -> str:
        """Return a text without the credentials that are known, and without what looks like one."""
        text = _IN_PROSE.sub("***", text)
        for secret in sorted(self.secrets, key=len, reverse=True):
            text = text.replace(secret, "***")
        return text
