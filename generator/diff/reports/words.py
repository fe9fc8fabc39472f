"""Words: what the reports for people say about reviews and findings, the same in each. Nothing here is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from ...openapi.read.versions import is_later
from ...report import Problem, Severity
from ..changes import Finding
from ..groups import Group, grouped
from ..order import specific
from ..review import Review

TITLES: Mapping[str, str] = MappingProxyType({"major": "breaking", "minor": "minor", "patch": "patch"})
"""Level -> what people call it."""

HEADING = "What this means to callers"
_GRAVE = (Severity.ERROR, Severity.DEGRADED, Severity.REPAIRED, Severity.LEFT_OUT)
_MOST_FAULTS = 3

FEW = 5
"""How many of the gravest findings stand on top."""

QUIET = "no change that a caller notices"

MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "major": "callers have to change something",
        "minor": "additions, and what callers may notice",
        "patch": "callers notice nothing",
    }
)
"""Level -> what it means, behind its title."""

KINDS: Mapping[str, str] = MappingProxyType(
    {"names": "names in code", "types": "type checks", "wire": "installed packages"}
)
"""Kind -> what the change affects."""


def visible(text: str) -> str:
    r"""Spell what cannot be seen, or cannot be written to a file, by its number.

    >>> visible("a\u202eb\0\ud800")
    'a\\u202eb\\x00\\ud800'
    """
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in text)


def one_line(text: str, most: int = 400) -> str:
    r"""Return a text as one visible line of at most so many characters.

    >>> one_line(" a\n\tb "), one_line("abcdef", 4)
    ('a b', 'abc…')
    """
    return clipped(visible(" ".join(text.split())[: most + 1]), most)


def clipped(text: str, most: int) -> str:
    """Cut a text to a length."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def listed(words: Iterable[str]) -> str:
    """Join words as in a sentence.

    >>> listed([]), listed(["a"]), listed(["a", "b", "c"])
    ('', 'a', 'a, b and c')
    """
    *first, last = ["", *words]
    return f"{', '.join(first[1:])} and {last}" if first[1:] else last


def count(number: int, one: str, many: str = "") -> str:
    """Count things.

    >>> count(1, "note"), count(2000, "note"), count(2, "minor", "minor")
    ('1 note', '2,000 notes', '2 minor')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def title(level: str) -> str:
    """Return what people call a level."""
    return TITLES.get(level, level)


def affected(finding: Finding) -> str:
    """Return the kinds of a finding in words."""
    return listed(KINDS.get(each, each) for each in finding.kinds)


def sentence(finding: Finding) -> tuple[str, str]:
    """Split the message into what it is about, which is code, and what it says."""
    subject = f"{finding.operation} {finding.path}".strip()
    if not subject or not finding.message.startswith(f"{subject} "):
        subject = ""
    return subject, arrows(finding.message.removeprefix(f"{subject} "))


def arrows(text: str) -> str:
    """Write the arrow between an old and a new value as one sign."""
    return text.replace(" -> ", " → ")


def faults(review: Review) -> list[str]:
    """Return what the front end said of the new document, with places: the gravest first, a few of each kind."""
    kinds: dict[tuple[int, str], list[Problem]] = {}
    for each in review.faults:
        kinds.setdefault((_GRAVE.index(each.severity), each.code), []).append(each)
    said: list[str] = []
    for (_, code), alike in sorted(kinds.items(), key=lambda each: each[0][0]):
        for each in alike[:_MOST_FAULTS]:
            place = f"{each.at.file}:{max(1, each.at.line)}"
            said.append(f"{place}: {each.severity} {code}: {each.message}")
        if left := len(alike) - _MOST_FAULTS:
            said += [f"and {left:,} more {alike[0].severity} {code}"] if left > 0 else []
    return said


def others(finding: Finding) -> tuple[str, ...]:
    """Return the operations that a finding reaches, the most specific first, unless it stands in the only one."""
    return () if finding.operations == (finding.operation,) else specific(finding.operations)


def counts(review: Review) -> dict[str, str]:
    """Return level -> the number of open findings in words, where there are any; and the same for `accepted`."""
    numbers = {level: len(review.open(level)) for level in TITLES}
    numbers["accepted"] = sum(each.id in review.accepted for each in review.changes.findings)
    return {level: f"{number:,} {title(level)}" for level, number in numbers.items() if number}


def advice(review: Review) -> str:
    """Return the sentence about the version that the changes ask for, "" where there is none to ask for."""
    versions = review.versions
    if versions is None:
        return ""
    if not versions.asked:
        return f"Version {versions.old} is not three numbers, so no next one can be named." if versions.old else ""
    if versions.asked == versions.old:
        return f"Version {versions.new} can stay." if versions.new == versions.old else ""
    link = "; provider.toml says" if is_later(versions.asked, versions.new) else ", and provider.toml says"
    return f"The changes ask for version {versions.asked}{link} {versions.new or 'none'}."


def verdict(review: Review) -> str:
    """Say in one sentence what callers have to do, without the version."""
    broken = review.open("major")
    if not broken:
        noticed = len(review.open("minor"))
        agreed = any(each.level == "major" for each in review.changes.findings)
        words = "nothing breaks but what was agreed to" if agreed else "nothing breaks" if noticed else QUIET
        return f"{words}; {count(noticed, 'change')} may be noticed" if noticed else words
    gone = sum(each.rule == "operation-removed" for each in broken)
    upgrade = sum(each.kinds == ("wire",) for each in broken)
    places = len(broken) - gone - upgrade
    said = [f"callers must change {count(places, 'place')}"] if places else []
    said += [f"{count(gone, 'operation is', 'operations are')} gone"] if gone else []
    said += [f"installed packages fail in {count(upgrade, 'place')} until they are upgraded"] if upgrade else []
    return "; ".join(said)


def summary(review: Review) -> str:
    """Give the verdict in one line, the version that it asks for, and the number of findings on each level."""
    found = ", ".join(counts(review).values())
    return " ".join(
        each for each in (f"{review.name}: {verdict(review)}.", advice(review), f"({found})" if found else "") if each
    )


def gravest(review: Review) -> tuple[Group, ...]:
    """Return the first five of what breaks, told as groups; none where there are no more than these."""
    groups = grouped(review.open("major"))
    return tuple(groups[:FEW]) if len(groups) > FEW else ()
