"""The codes of a report -> the pages docs/reference/errors*.md, from errors.yaml and the folders of bad documents."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

HERE = Path(__file__).parent
TESTS = HERE.parent
MOST = 2
"""Examples of one code."""
LINES = 8
"""Lines of one example."""
PROBLEM = re.compile(r"(?:left out: )?\S+?:\d+:\d+: (?:.*?\b)?(E\d{3}): ")
DONE = ("repaired", "degraded", "left out", "found", "unsure")


class Page(NamedTuple):
    name: str
    title: str
    codes: str
    """Pattern of its codes."""
    intro: str


PAGES = (
    Page("errors-files", "Errors of files", "E10.|E11.|E12.|E15.|E70.", "Text, references, choices and overlays."),
    Page("errors-documents", "Errors of documents", "E2..", "Operations, parameters and answers."),
    Page("errors-schemas", "Errors of schemas", "E3..", "Values and their types."),
    Page("errors-clients", "Errors of what a client does", "E4..", "Extensions, choices, and what no client speaks."),
    Page("errors-pages", "Errors of saved pages", "E16.|E17.|E18.", "Pages, collections and recordings."),
)


def known() -> dict[str, list[str]]:
    """Return code -> title, reason and, where no example says it, what to do."""
    found: dict[str, list[str]] = yaml.safe_load((HERE / "errors.yaml").read_text(encoding="utf-8"))
    return found


def examples(code: str) -> list[str]:
    """Return what a run prints of a code, one text for each folder that shows it."""
    folders = sorted(each for place in ("bad", "importers/bad") for each in (TESTS / place).glob(f"{code}-*"))
    texts = [text for folder in folders for text in _printed(folder, code)[:1]]
    return list(dict.fromkeys(texts))[:MOST]


def _printed(folder: Path, code: str) -> list[str]:
    report = folder / "report.json"
    if report.is_file():
        problems = json.loads(report.read_text(encoding="utf-8"))["problems"]
        return [_as_text(each) for each in problems if each["code"] == code]
    for name in ("build.txt", "stderr.txt"):
        if (folder / name).is_file():
            text = (folder / name).read_text(encoding="utf-8").replace("specs/acme/", "")
            if found := [each for each in _problems(text) if f" {code}: " in each.splitlines()[0]]:
                return found
    return []


def _as_text(problem: dict[str, str]) -> str:
    place = f"{problem['file'].removeprefix('specs/acme/')}:{problem['line']}:{problem['column']}"
    help = f"\n   help: {problem['help']}" if problem["help"] else ""
    return f"{place}: {problem['severity']} {problem['code']}: {problem['message']}{help}"


def _problems(text: str) -> Iterator[str]:
    """Yield each problem of what a run printed, with its excerpt and its help."""
    block: list[str] = []
    for line in [*text.splitlines(), "0 errors"]:
        if PROBLEM.match(line) or re.match(r"\S", line):
            if block:
                yield "\n".join(block[:LINES])
            block = [line] if PROBLEM.match(line) else []
        elif block:
            block.append(line)


def answer(code: str) -> str:
    """Return what a run does about a code: repaired, degraded, left out, found, unsure or refused."""
    text = "\n".join(each.splitlines()[0] for each in examples(code))
    return next((each for each in DONE if each in text), "refused")


def page(which: Page) -> str:
    """Return the text of one page."""
    parts = [f"# {which.title}", f"{which.intro} [What the words mean](errors.md)."]
    for code, (title, why, *mend) in sorted(known().items()):
        if re.fullmatch(which.codes, code):
            parts += [f"## {code}", f"**{title}.** {why}"]
            parts += [f"```text\n{each}\n```" for each in examples(code)]
            parts += mend
    return "\n\n".join(parts) + "\n"


def index() -> str:
    """Return the text of docs/reference/errors.md."""
    rows = [
        f"| [{code}]({each.name}.md#{code.lower()}) | {title} | {answer(code)} |"
        for each in PAGES
        for code, (title, *_) in sorted(known().items())
        if re.fullmatch(each.codes, code)
    ]
    return "\n".join([_INTRO, *rows]) + "\n"


def pages() -> dict[str, str]:
    """Return file name -> text."""
    return {"errors.md": index()} | {f"{each.name}.md": page(each) for each in PAGES}


_INTRO = """\
# Errors

A report names each problem with its place, a code, and what to do. The place is file, line and column; the lines around
it stand below. `--report FILE` writes all of them as JSON.

| word | means |
|---|---|
| repaired | there is one sensible reading; a warning |
| degraded | one type cannot be known, and is any value; a warning |
| left out | nothing is wrong, but no client of ours speaks it; counted, and listed by `--report` |
| found, unsure | what a document does not say; a note |
| refused | no client would be right, or the choice is yours; an error, and nothing is written |

This is what `build` does with documents of others, and `import` with pages. `generate`, whose specs are yours, and
`build --strict` take repairs and degradations for errors.

| code | what is wrong | it is |
|---|---|---|"""
