"""The pages of errors have every code, and say what to do about each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .errors import PAGES, examples, known

ROOT = Path(__file__).parents[2]


def test_every_code_of_the_program_is_there() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "generator").rglob("*.py")]
    codes = {code for text in texts for code in re.findall(r'"(E\d{3})"', text)}
    assert codes == known().keys()
    assert all(sum(bool(re.fullmatch(each.codes, code)) for each in PAGES) == 1 for code in codes)


@pytest.mark.parametrize("code", sorted(known()))
def test_a_code_says_what_to_do(code: str) -> None:
    said = known()[code]
    assert len(said) == 3 or any("   help: " in each for each in examples(code)), "say it in errors.yaml"
    assert all(said) and not said[0].endswith(".") and all(each.endswith((".", "?")) for each in said[1:])


@pytest.mark.parametrize("code", sorted(known()))
def test_an_example_is_what_a_run_prints(code: str) -> None:
    for each in examples(code):
        first = each.splitlines()[0]
        assert re.match(rf"(left out: )?[\w./-]+:\d+:\d+: .*{code}: ", first), first
