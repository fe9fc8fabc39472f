"""The comment on a pull request: what it says, in which order, how long it may be, and that no text breaks out."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.diff.reports.markdown import LIMIT, MARKER, code, fenced, markdown, plain
from generator.diff.review import Review, Versions

from .reviews import HOSTILE, NEW, OLD, filled, finding, review

# What it says


def test_a_finding() -> None:
    found = finding(
        "query limit",
        rule="parameter-became-required",
        kinds=("types", "wire"),
        operation="GET /pets",
        says="is required now: 1 -> 2",
        hint="pass a value",
        operations=("GET /pets",),
        python=("client.pets.list(limit=)",),
        before="client.pets.list(...)",
        after="client.pets.list(..., limit=...)",
    )
    assert (
        markdown([review([found], versions=Versions("1.4.0", "1.4.0", "2.0.0"))])
        == f"""\
{MARKER}
## What this means to callers

**pets**: callers must change 1 place. The changes ask for version 2.0.0; provider.toml says 1.4.0. (1 breaking)

Compared: `main:specs/pets` → `specs/pets`

- **`GET /pets query limit`** is required now: 1 → 2
  ```diff
  - client.pets.list(...)
  + client.pets.list(..., limit=...)
  ```
  - What to do: pass a value
  - Affects type checks and installed packages
  - Where: `{OLD}:10` → `{NEW}:12`
  - Python: `client.pets.list(limit=)`
  - Id: `parameter-became-required: GET /pets query limit`
"""
    )


def test_breaking_comes_first_and_the_rest_is_folded() -> None:
    found = [finding("C", "patch"), finding("B", "minor"), finding("A", "major"), finding("D", "major")]
    text = markdown([review(found, notes=("descriptions changed",), accepted={found[3].id: "agreed"})])
    order = [
        "**pets**: callers must change 1 place. (1 breaking, 1 minor, 1 patch, 1 accepted)",
        "**`A`**",
        "<details>",
        "**`B`**",
        "</details>",
    ]
    order += ["<details>", "**`C`**", "</details>", "<details>", "**`D`**", "</details>", "Note: descriptions changed"]
    place = 0
    for each in order:
        place = text.index(each, place) + 1
    assert text.count("<details>\n<summary>1 ") == text.count("</summary>\n\n") == text.count("\n</details>\n") == 3
    assert "<summary>1 minor: additions, and what callers may notice</summary>" in text
    assert text.count("  - Id: ") == 1


@pytest.mark.parametrize(
    ("versions", "said"),
    [
        (Versions("1.4.0", "1.4.0", "2.0.0"), "The changes ask for version 2.0.0; provider.toml says 1.4.0."),
        (Versions("1.4.0", "2.0.0", "2.0.0"), "The changes ask for version 2.0.0, and provider.toml says 2.0.0."),
        (Versions("1.4.0", "3.0.0", "2.0.0"), "The changes ask for version 2.0.0, and provider.toml says 3.0.0."),
        (Versions("1.4.0", "1.4.0", "1.4.0"), "Version 1.4.0 can stay."),
        (Versions("1.4", "1.4", ""), "Version 1.4 is not three numbers, so no next one can be named."),
        (Versions("", "", ""), ""),
        (None, ""),
    ],
)
def test_version(versions: Versions | None, said: str) -> None:
    lines = markdown([review([finding()], versions=versions)]).splitlines()
    assert lines[3] == " ".join(["**pets**: callers must change 1 place.", *([said] if said else []), "(1 breaking)"])


def test_places_of_what_is_new_or_gone() -> None:
    text = markdown([review([finding("A", new=None), finding("B", old=None), finding("C", old=None, new=None)])])
    assert text.count("Where: ") == 2
    assert f"Where: `{OLD}:10` (gone)\n" in text and f"Where: `{NEW}:12` (new)\n" in text


def test_many_operations_are_counted() -> None:
    operations = tuple(f"GET /pets/{number}" for number in range(17))
    text = markdown([review([finding(operations=operations)])])
    assert "Reached by `GET /pets/0`, `GET /pets/1`, `GET /pets/2`, `GET /pets/3`, `GET /pets/4` and 12 more\n" in text
    assert "GET /pets/5" not in text


def test_findings_that_are_alike_are_told_as_one_and_counted_as_many() -> None:
    found = [finding(f"Pet/p{number}", python=(f"Pet.p{number}", "client.pets.get()")) for number in range(7)]
    text = markdown([review(found)])
    assert "**pets**: callers must change 7 places. (7 breaking)" in text
    assert text.count("does not come any more") == 1
    assert "Python: `Pet.p0`, `Pet.p1`, `Pet.p2`, `Pet.p3`, `Pet.p4` and 2 more\n" in text
    assert text.count("property-removed: Pet/") == 5 and "client.pets.get()" not in text


def test_accepted_and_expired() -> None:
    held, late = finding("A"), finding("B")
    text = markdown([review([held, late], accepted={held.id: "agreed"}, expired={late.id: "was agreed"})])
    assert "**pets**: callers must change 1 place. (1 breaking, 1 accepted)\n" in text
    assert "> [!WARNING]\n> The acceptance of `property-removed: B` ended on 2026-01-31: was agreed\n" in text
    assert "Accepted until 2026-12-31, though breaking: agreed\n" in text
    assert text.index("**`B`**") < text.index("<details>") < text.index("**`A`**")


def test_nothing_to_report() -> None:
    assert (
        markdown([])
        == f"{MARKER}\n## What this means to callers\n\nNo spec has changed, so callers have nothing to do.\n"
    )
    quiet = markdown([review(notes=("only docstrings differ",), versions=Versions("1.0.0", "1.0.0", "1.0.1"))])
    said = "The changes ask for version 1.0.1; provider.toml says 1.0.0."
    first, sides, note = quiet.splitlines()[3:8:2]
    assert first == f"**pets**: no change that a caller notices. {said}"
    assert (sides, note) == ("Compared: `main:specs/pets` → `specs/pets`", "- Note: only docstrings differ")


def test_several_reviews_in_their_order() -> None:
    text = markdown([review([finding("A")], name="pets"), review([finding("B")], name="zoo")])
    places = [text.index(each) for each in ("**pets**", "**`A`**", "\n---\n", "**zoo**", "**`B`**")]
    assert places == sorted(places) and text.count(MARKER) == 1


# How long it may be


def many(number: int, text: str = "says nothing") -> Review:
    """Return a review of findings that are not alike, a third on each level."""
    levels = ("major", "minor", "patch")
    found = [
        finding(f"P{each}", levels[each * 3 // number], says=text, before=text, after=text) for each in range(number)
    ]
    return review(found, notes=("a note",), name=text[:30])


@pytest.mark.parametrize(
    "reviews",
    [
        pytest.param([many(5000)], id="many"),
        pytest.param([many(5000), many(5000, "& < `" * 1000)], id="two, hostile"),
        pytest.param([many(300, "a\n" * 5000)], id="long snippets"),
        pytest.param([many(3)] * 2000, id="many specs"),
        pytest.param([replace(many(3), name="x" * 100_000)], id="a long name"),
    ],
)
def test_length(reviews: list[Review]) -> None:
    text = markdown(reviews)
    assert len(text) < LIMIT <= 60_000
    assert text.startswith(MARKER) and text.endswith("\n")
    assert text.count("<details>") == text.count("</details>") == text.count("<summary>") == text.count("</summary>")
    assert len(re.findall("^  `{3,}diff$", text, re.M)) == len(re.findall("^  `{3,}$", text, re.M))


def test_what_is_left_out_is_counted() -> None:
    text = markdown([many(5000)])
    (line,) = [each for each in text.splitlines() if each.startswith("Left out")]
    left = sum(int(each.replace(",", "")) for each in re.findall(r"([\d,]+) (?:breaking|minor|patch)", line))
    assert left + len(re.findall(r"^- \*\*`P\d+`\*\*", text, re.M)) == 5000
    assert "1 note" in line and "**`P0`**" in text
    assert "Left out" not in markdown([many(20)])


def test_what_is_left_out_is_counted_in_findings() -> None:
    text = markdown([review(finding(f"P{each // 2}/p{each}", says="x" * 300) for each in range(1000))])
    left = re.search(r"^Left out, because a comment has a limited length: (\d+) breaking\.", text, re.M)
    assert left and int(left[1]) + 2 * len(re.findall("^- .*2 properties", text, re.M)) == 1000


def test_the_gravest_of_every_review_come_first() -> None:
    text = markdown([many(5000), review([finding("Small")], name="small")])
    assert "**`Small`**" in text
    assert text.count("Left out") == 1
    assert re.search(r"^And [\d,]+ more specs, left out", markdown([many(3)] * 2000), re.M)


# That no text breaks out

LINE = re.compile(
    r"<!-- .* -->|Compared: .*|1\. .*|## .*|\*\*.*|(  )?- .*|> .*|>|---|<details>|<summary>[^<>]*</summary>|</details>|"
)
OWN = re.compile(r"^(- |> \[!WARNING\]|>)|</?(?:details|summary)>|\*\*|^## |" + re.escape(MARKER))
LIVE = re.compile(r"[<>`*\[\]|~$_]|@\w|#\w|:\w|//|www\.|GH-\d", re.I)


def outside(text: str) -> list[str]:
    """Return the lines without fences, code spans and escapes: what Markdown would read as markup."""
    lines: list[str] = []
    fence = ""
    for line in text.splitlines():
        if fence:
            assert line == fence or line.startswith(("  - ", "  + ")), line
            fence = "" if line == fence else fence
        elif line.startswith("  ```"):
            fence = line.removesuffix("diff")
        else:
            assert LINE.fullmatch(line), line
            line = re.sub(
                r"\\[!-/:-@[-`{-~]|&(?:lt|gt|amp);", "", re.sub(r"(?<![`\\])(`+)(?!`).+?(?<!`)\1(?!`)", "", line)
            )
            lines.append(OWN.sub("", line.removeprefix("  ")))
    assert not fence
    return lines


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    lines = outside(markdown([filled(text)]))
    assert len(lines) == len(outside(markdown([filled("harmless")])))
    assert [each for each in lines if LIVE.search(each)] == []


def test_the_check_of_hostile_text_finds_markup() -> None:
    assert LIVE.search(outside("- a <b>")[0]) and LIVE.search(outside("- a `b")[0]) and LIVE.search(outside("- @b")[0])
    assert not LIVE.search(outside("- a `<b>` \\`")[0])


def test_lines_stay_one_line() -> None:
    text = filled("a\n## b\r\n\u2028```\n</details>")
    assert len(outside(markdown([text]))) == len(outside(markdown([filled("harmless")])))
    assert fenced([("a\n```\nb", "c")]) == ["````diff", "- a", "- ```", "- b", "+ c", "````"]
    assert fenced([("", "")]) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_code_spans_hold(text: str) -> None:
    written = code(text)
    ticks = written[: len(written) - len(written.lstrip("`"))]
    assert written.endswith(ticks) and ticks not in written[len(ticks) : -len(ticks)].split(" ")
    assert len(ticks) not in {len(each) for each in re.findall("`+", written[len(ticks) : -len(ticks)])}


def test_inline_text_reads_as_it_was() -> None:
    text = "a_b *c* [d] <e> & `f` \\ | ~ $"
    unescaped = re.sub(r"\\([!-/:-@[-`{-~])", r"\1", plain(text))
    assert unescaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == text
    assert (plain("&lt;"), plain(" a\n\tb ")) == ("&amp;lt;", "a b")
    assert plain("@all #1 x:y http://z").count("\u200b") == 5
    assert [plain(each) for each in ("1. a", "- a", "# a", "12) a")] == ["1\\. a", "\\- a", "\\# a", "12\\) a"]


def test_what_cannot_be_written_is_spelt() -> None:
    text = markdown([filled("half \ud800 nul \0 bidi \u202e end")])
    assert text.encode() and "`half \\ud800 nul \\x00 bidi \\u202e end 1`" in text
    assert not {"\0", "\u202e", "\ud800"} & set(text)
