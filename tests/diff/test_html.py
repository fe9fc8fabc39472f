"""The page: what it shows, that it needs nothing from elsewhere, and that no text becomes markup."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.diff.reports import html as module
from generator.diff.reports.html import html
from generator.diff.review import Excerpt, Review, Versions

from .reviews import HOSTILE, NEW, OLD, filled, finding, review

FOLDER = Path(module.__file__).parent
VOID = {"meta", "input"}


@dataclass
class Element:
    """An element of the page. text: what stands in it, at any depth."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    inside: list[Element] = field(default_factory=list["Element"])

    def all(self, tag: str = "", **attributes: str) -> list[Element]:
        """Return the elements inside, at any depth, with these attributes; `_` stands for `class`."""
        wanted = {"class" if name == "_" else name: value for name, value in attributes.items()}
        found: list[Element] = []
        for each in self.inside:
            if (not tag or each.tag == tag) and wanted.items() <= each.attributes.items():
                found.append(each)
            found.extend(each.all(tag, **attributes))
        return found

    def one(self, tag: str = "", **attributes: str) -> Element:
        (found,) = self.all(tag, **attributes)
        return found


class Reader(HTMLParser):
    """Reads a page, and insists that every element is closed in its turn and that nothing else stands in it."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]
        self.feed(text)
        self.close()
        assert self.open == [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs)
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for each in self.open:
            each.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")


def page(*reviews: Review) -> Element:
    return Reader(html(reviews)).root


# What it shows


def test_a_finding() -> None:
    found = finding(
        "query limit",
        kinds=("types", "wire"),
        operation="GET /pets",
        says="is required now: 1 -> 2",
        hint="pass a value",
        operations=("GET /pets", "GET /cats"),
        python=("client.pets.list(limit=)",),
        before="client.pets.list(...)",
        after="client.pets.list(..., limit=...)",
    )
    card = page(review([found])).one("article")
    assert card.one("h4").text == "GET /pets query limit is required now: 1 → 2"
    assert card.one("h4").one("code").text == "GET /pets query limit"
    assert [each.text for each in card.one("p", _="marks").inside] == ["breaking", "type checks", "installed packages"]
    assert (card.one("del").text, card.one("ins").text) == (found.before, found.after)
    facts = dict(zip([each.text for each in card.all("dt")], [each.text for each in card.all("dd")], strict=True))
    assert facts == {
        "What to do": "pass a value",
        "Reached by": "GET /petsGET /cats",
        "Python": "client.pets.list(limit=)",
        "Id": "property-removed: GET /pets query limit",
    }
    assert [each.text for each in card.all("figcaption")] == [f"old {OLD}:10", f"new {NEW}:12"]
    assert (card.attributes["data-level"], card.attributes["data-kinds"]) == ("major", "types wire")


def test_breaking_comes_first() -> None:
    found = [finding("C", "patch"), finding("B", "minor"), finding("A", "major"), finding("D", "major")]
    shown = page(review(found, notes=("descriptions changed",), accepted={found[3].id: "agreed"}))
    assert [each.text for each in shown.one("main").all("h3")] == [
        "breaking 1",
        "minor 1",
        "patch 1",
        "accepted 1",
        "notes",
    ]
    assert [each.one("h4").one("code").text for each in shown.all("article")] == ["A", "B", "C", "D"]
    assert shown.one("section", _="notes").one("li").text == "descriptions changed"


def test_summary_and_version() -> None:
    late = review([finding("A"), finding("B", "minor")], name="pets", versions=Versions("1.4.0", "1.4.0", "2.0.0"))
    fine = review([finding("C", "minor")], name="zoo", versions=Versions("1.4.0", "1.5.0", "1.5.0"))
    shown = page(late, fine, review(name="farm"))
    lines = shown.one("ul", _="summary").all("li")
    assert [each.text.replace("\n", " ").strip() for each in lines] == [
        "pets callers must change 1 place 1 breaking 1 minor "
        "The changes ask for version 2.0.0; provider.toml says 1.4.0.",
        "zoo nothing breaks; 1 change may be noticed 1 minor "
        "The changes ask for version 1.5.0, and provider.toml says 1.5.0.",
        "farm no change that a caller notices",
    ]
    assert [each.inside[-1].attributes.get("class") for each in lines] == [
        "version wanting major",
        "version",
        "verdict",
    ]
    assert [each.one("a").attributes["href"] for each in lines] == [
        f"#{each.attributes['id']}" for each in shown.all("h2")[:3]
    ]


def test_every_finding_has_an_anchor_that_stays() -> None:
    found = [finding("A", "minor"), finding("Ä/ö <b>"), finding("B"), finding("A b"), finding("A-b")]
    shown = page(review(found), review(found, name="zoo"))
    anchors = [each.one("h4").attributes["id"] for each in shown.all("article")]
    assert anchors[0].startswith("pets-property-removed-b-") and len(set(anchors)) == 10
    assert all(re.fullmatch("[a-z0-9-]+", each) for each in anchors)
    assert [each.one("h4").one("a").attributes["href"] for each in shown.all("article")] == [
        f"#{each}" for each in anchors
    ]
    alone = page(review([finding("B", "patch", old=99)], name="zoo")).one("article")
    assert alone.one("h4").attributes["id"] in anchors[5:]
    every = [each.attributes["id"] for each in shown.all() if "id" in each.attributes]
    assert len(every) == len(set(every))
    assert all(
        each.attributes["aria-labelledby"] in every for each in shown.all() if "aria-labelledby" in each.attributes
    )


def test_many_operations_are_folded_and_counted() -> None:
    many, few = (
        finding(name, operations=tuple(f"GET /{each}" for each in range(number)))
        for name, number in [("A", 150), ("B", 3)]
    )
    folded, plain = page(review([many, few])).all("article")
    assert folded.one("details").one("summary").text == "150 operations"
    items = [each.text for each in folded.one("details").all("li")]
    assert (items[0], items[19], items[20], len(items)) == ("GET /0", "GET /19", "and 130 more", 21)
    assert not plain.all("details") and [each.text for each in plain.all("li")] == ["GET /0", "GET /1", "GET /2"]


def test_accepted_and_expired() -> None:
    held, late = finding("A"), finding("B")
    shown = page(review([held, late], accepted={held.id: "agreed"}, expired={late.id: "was agreed"}))
    first, second = shown.all("article")
    assert (first.attributes["class"], second.attributes["class"]) == ("open", "accepted")
    assert first.one("p", _="entry expired").text == "The acceptance ended on 2026-01-31: was agreed"
    assert second.one("p", _="entry").text == "Accepted until 2026-12-31: agreed"


def test_nothing_to_report() -> None:
    empty = page()
    assert empty.one("header").one("p").text == "No spec has changed, so callers have nothing to do."
    assert not empty.all("section") and not empty.all("footer")
    quiet = page(review(notes=("only docstrings differ",)))
    assert not quiet.all("article") and not quiet.all(role="search")
    assert quiet.one("section", _="notes").one("li").text == "only docstrings differ"


# Sources


def test_sources_side_by_side() -> None:
    old = Excerpt(OLD, 9, 10, ("    above:", "  limit:", "    minimum: 1", "    maximum: 25"))
    new = Excerpt(NEW, 11, 12, ("    below:", "  limit:", "    minimum: 1", "    maximum: 50"))
    found = finding()
    left, right = page(review([found], excerpts={found.id: (old, new)})).all("figure")
    lines = left.one("pre").one("code").inside
    assert [(each.attributes["data-line"], each.text) for each in lines] == [
        ("9", "  above:"),
        ("10", "limit:"),
        ("11", "  minimum: 1"),
        ("12", "  maximum: 25"),
    ]
    assert [each.tag for each in lines] == ["span", "mark", "span", "span"]
    assert [each.attributes.get("class", "") for each in lines] == ["", "", "", "changed"]
    assert [each.text for each in right.all(_="changed")] == ["  maximum: 50"]


def test_lines_behind_the_end_of_the_other_side_are_not_changed() -> None:
    old = Excerpt(OLD, 1, 1, ("limit:", "a: 1", "b: 1"))
    new = Excerpt(NEW, 1, 1, ("limit:", "x: 1", "a: 1"))
    found = finding()
    left, right = page(review([found], excerpts={found.id: (old, new)})).all("figure")
    assert (left.all(_="changed"), [each.text for each in right.all(_="changed")]) == ([], ["x: 1"])


def test_a_side_that_is_not_there() -> None:
    gone = finding("A", new=None)
    excerpt = Excerpt(OLD, 10, 10, ("name:", "  type: string"))
    shown = page(
        review([gone, finding("B", old=None), finding("C", old=None, new=None)], excerpts={gone.id: (excerpt, None)})
    )
    removed, added, nowhere = shown.all("article")
    assert removed.one("p", _="absent").text == "new gone"
    assert [each.text for each in removed.all(_="changed")] == ["name:"]
    assert added.one("p", _="absent").text == "old not there" and added.one("figcaption").text == f"new {NEW}:12"
    assert not nowhere.all("div", _="places")


def test_the_keyboard_reaches_what_scrolls() -> None:
    wide, narrow = Excerpt(OLD, 1, 1, ("x" * 80,)), Excerpt(NEW, 1, 1, ("x",))
    found = finding()
    boxes = page(review([found], excerpts={found.id: (wide, narrow)})).all("pre")
    assert [each.attributes.get("tabindex") for each in boxes] == ["0", None]


# That it needs nothing from elsewhere


def test_only_its_own_style_and_script_are_allowed() -> None:
    shown = page(review([finding()]))
    policy = shown.one("meta", **{"http-equiv": "Content-Security-Policy"}).attributes["content"]
    rules = dict(each.strip().split(" ", 1) for each in policy.split(";"))
    assert rules == {
        "default-src": "'none'",
        "style-src": hashed(shown.one("style").text),
        "script-src": hashed(shown.one("script").text),
        "base-uri": "'none'",
    }
    assert shown.one("style").text == (FOLDER / "page.css").read_text(encoding="utf-8")
    assert shown.one("script").text == (FOLDER / "page.js").read_text(encoding="utf-8")


def hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize("text", ["harmless", "https://evil.example/x.png", "//evil.example"])
def test_nothing_is_loaded(text: str) -> None:
    for each in page(filled(text)).all():
        assert each.tag not in {"link", "img", "iframe", "object", "embed", "base", "form", "video", "audio", "svg"}
        assert not {"src", "srcset", "style", "action", "background"} & each.attributes.keys()
        assert each.attributes.get("href", "#").startswith("#")
        assert not [value for name, value in each.attributes.items() if "//" in value and name != "data-kinds"]
    for file in ("page.css", "page.js"):
        assert not re.search(
            r"url\(|@import|https?:|</|fetch|eval|innerHTML", (FOLDER / file).read_text(encoding="utf-8")
        )


def test_the_script_finds_what_it_looks_for() -> None:
    shown = page(review([finding(kinds=("names",))]))
    ids = {each.attributes["id"] for each in shown.all() if "id" in each.attributes}
    wanted = set(re.findall(r'querySelector\("#(\w+)"\)', (FOLDER / "page.js").read_text(encoding="utf-8")))
    assert wanted and wanted <= ids
    tools = shown.one("section", role="search")
    assert shown.one("output").text == "1 of 1 shown"
    assert [each.text for each in tools.all("button")] == [
        *("breaking 1", "minor 0", "patch 0", "names in code 1", "type checks 0", "installed packages 0", "Show all"),
    ]
    hidden = [each.attributes.get("id", each.tag) for each in shown.all() if "hidden" in each.attributes]
    assert hidden == ["theme", "section", "all", "nothing"], "without the script, only what needs it is hidden"


# That no text becomes markup


def shape(element: Element) -> list[tuple[str, list[str]]]:
    """Return the tags and the names of attributes of a page, in their order."""
    return [(each.tag, [name for name in each.attributes if name != "tabindex"]) for each in element.all()]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    shown = page(filled(text))
    assert shape(shown) == shape(page(filled("harmless")))
    visible = text
    for each in ("\u202e", "\0", "\ud800"):
        visible = visible.replace(each, each.encode("unicode_escape").decode())
    assert shown.one("section", _="notes").one("li").text == visible
    assert shown.all("h2")[0].text == visible[:80]
    values = [value for each in shown.all() for name, value in each.attributes.items() if name != "data-kinds"]
    assert not [value for value in values if text in value]


def test_odd_values() -> None:
    lines = page(filled("a\n</script>\r\n\tb"))
    assert [each.text for each in lines.all("article")[0].all("del")] == ["a", "</script>", "    b"]
    assert html([filled("half \ud800")]).encode()
    assert page(filled("")).all("h2")[0].text == "spec"
    assert len(page(review([finding("A", says="x" * 5000)])).one("h4").text) < 500


def test_a_page_of_thousands() -> None:
    found = [finding(f"P{each}", operations=tuple(f"GET /{number}" for number in range(500))) for each in range(3000)]
    text = html([review(found)])
    assert text.count("<article ") == 3000 and "3,000 of 3,000 shown" in text
    assert len(text) < 3_000_000


def test_a_page_of_a_thousand_is_under_a_megabyte() -> None:
    found = [
        finding(
            f"CustomerOfThisShop{each}/name_of_the_property/[]",
            kinds=("names", "types"),
            says="does not come any more, and is not taken any more: string -> integer",
            hint="do not read it; do not send it",
            operations=tuple(f"GET /customers/{{customerId}}/orders/{number}" for number in range(500)),
            python=(f"CustomerOfThisShop{each}.name", *(f"client.orders.get_{number}()" for number in range(500))),
            before=f"use(customer_of_this_shop_{each}.name_of_the_property)",
        )
        for each in range(1000)
    ]
    lines = tuple(f"          name_of_line_{number}: some words about it" for number in range(11))
    excerpts = {each.id: (Excerpt(OLD, 10, 11, lines), Excerpt(NEW, 10, 11, lines)) for each in found}
    text = html([review(found, excerpts=excerpts)])
    assert len(text.encode()) < 1_000_000
    briefs = page(review(found, excerpts=excerpts)).all("p", _="brief")
    assert len(briefs) > 500
    assert f"{OLD}:10 → {NEW}:12; 500 operations; id {found[-1].id}" in briefs[-1].text


def test_the_gravest_stand_on_top() -> None:
    found = [finding(f"P{each}", says=f"says {each}") for each in range(6)]
    shown = page(review(found))
    links = shown.one("ol", _="gravest").all("a")
    titles = [each.one("h4").attributes["id"] for each in shown.all("article")]
    assert [each.attributes["href"] for each in links] == [f"#{each}" for each in titles[:5]]
    assert not page(review(found[:5])).all("ol")
