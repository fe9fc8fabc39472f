"""XML as models, both ways: what is read, what is written byte for byte, and what is refused."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

import pytest
from runtime.server import answer

BOOK = """<?xml version="1.0" encoding="utf-8"?>
<book id="9007199254740993" n:language="en" xmlns:n="urn:n">
  <n:Title> A &amp; B </n:Title>
  <printed> 2024-05-01T12:00:00Z </printed>
  <pages/>
  <sold>1</sold>
  <state>new</state>
  <author>Ann</author>
  <Prices><price years="2023 2024" currency="EUR">12.50</price><price>3</price></Prices>
  <author>Bob</author>
  <place xmlns="urn:shelf"><room>7</room></place>
  <extra><weight>1.5</weight><height>2</height></extra>
  <next id="2"><Prices/></next>
  <any><x>1</x><x>2</x></any>
</book>"""

WRITTEN = (
    '<?xml version="1.0" encoding="iso-8859-1"?>\n'
    '<book xmlns:n="urn:n" id="9007199254740993" n:language="en &quot;&amp;&lt;&#10;">'
    "<n:Title> A &amp; B &lt;\u00e9&#8364;&#13; </n:Title><printed>2024-05-01T12:00:00Z</printed><sold>true</sold>"
    "<state>new</state><author>Ann</author><author>Bob</author>"
    '<Prices><price currency="EUR" years="2023 2024">12.5</price><price/></Prices>'
    '<place xmlns="urn:shelf"><room>7</room></place><extra><weight>1.5</weight></extra>'
    '<next id="2"><Prices/></next><any><x>1</x><x>2</x></any></book>'
)


def book(models: Any, **more: Any) -> Any:
    prices = [models.Price(currency="EUR", value=12.5, years=[2023, 2024]), models.Price()]
    return models.Book(id=9007199254740993, authors=["Ann", "Bob"], prices=prices, **more)


def read(caller: Any, text: str | bytes, media: str = "application/xml", **options: Any) -> Any:
    caller.script(answer(200, text, media=media))
    return caller.call("books", "get", "1", credentials=options or None)


def check_an_answer_is_its_model(caller: Any) -> None:
    models = caller.models
    found = read(caller, BOOK, strict=True)
    assert type(found) is models.Book
    assert (found.id, found.lang, found.title) == (9007199254740993, "en", " A & B ")
    assert found.printed == datetime(2024, 5, 1, 12, tzinfo=UTC)
    assert (found.pages, found.sold, found.state, found.authors) == (None, True, "new", ["Ann", "Bob"])
    assert found.prices == [models.Price(currency="EUR", value=12.5, years=[2023, 2024]), models.Price(value=3)]
    assert (found.shelf, found.extra) == (models.Shelf(room="7"), {"weight": 1.5, "height": 2})
    assert found.sequel == models.Book(id=2, authors=[], prices=[])
    assert found.any == {"x": ["1", "2"]}
    assert caller.server.requests[0].header("accept") == "application/vnd.books+xml, application/json;q=0.9"


def check_each_status_is_read_in_its_own_way(caller: Any) -> None:
    caller.script(answer(202, {"room": "7"}), answer(204), answer(200, ""))
    assert caller.call("books", "get", "1") == caller.models.Shelf(room="7")
    assert caller.call("books", "get", "1") is None
    with pytest.raises(caller.package.DecodeError, match="has no body"):
        caller.call("books", "get", "1")


def check_a_list_is_read_from_any_element(caller: Any) -> None:
    caller.script(
        answer(200, "<all><book id='1'><Prices/></book><book id='2'><Prices/></book></all>"), answer(200, "<all/>")
    )
    assert [each.id for each in caller.call("books", "list")] == [1, 2]
    assert caller.call("books", "list") == []
    assert caller.server.requests[0].header("accept") == "application/xml"


def check_a_union_is_told_apart_by_its_tag(caller: Any) -> None:
    caller.script(
        answer(200, "<e><kind>Sale</kind><sum>1.10</sum></e>"), answer(200, "<e><kind>Loan</kind><days>3</days></e>")
    )
    sale, loan = caller.call("books", "create"), caller.call("books", "create")
    assert (type(sale), sale.sum) == (caller.models.Sale, Decimal("1.10"))
    assert (type(loan), loan.days) == (caller.models.Loan, 3)
    assert [each.body for each in caller.server.requests] == [b"", b""]


def check_a_body_is_written_as_documented(caller: Any) -> None:
    models = caller.models
    value = book(
        models,
        lang='en "&<\n',
        title=" A & B <\u00e9\u20ac\r ",
        printed=datetime(2024, 5, 1, 12, tzinfo=UTC),
        sold=True,
        state="new",
        shelf=models.Shelf(room="7"),
        extra={"weight": 1.5},
        sequel=models.Book(id=2, authors=[], prices=[]),
        any={"x": ["1", "2"]},
    )
    caller.script(answer(204))
    caller.call("books", "replace", "1", body=value)
    fields = {name: getattr(value, name) for name in value.model_fields_set}
    caller.call("books", "replace", "1", **{**fields, "shelf": {"room": "7"}})
    request, by_field = caller.server.requests
    assert by_field.body == request.body
    assert request.body == WRITTEN.encode("iso-8859-1")
    assert request.header("content-type") == "text/xml; charset=iso-8859-1"
    assert ElementTree.fromstring(request.body).findtext("{urn:n}Title") == " A & B <\u00e9\u20ac\r "
    assert read(caller, request.body, media="text/xml", strict=True) == value, "what is written reads back"


def check_null_is_nil_and_a_list_has_its_root(caller: Any) -> None:
    models = caller.models
    caller.script(answer(200, "<e><kind>Loan</kind></e>"))
    caller.call("books", "create", body=[models.Book(id=1, authors=[], prices=[], pages=None)])
    body = caller.server.requests[0].body
    nil = '<pages xsi:nil="true"/>'
    assert body.decode().endswith(
        f'<books xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><book id="1">{nil}<Prices/></book></books>'
    )
    caller.script(answer(200, body))
    assert caller.call("books", "list", credentials={"strict": True})[0].model_dump(exclude_unset=True) == {
        "id": 1, "pages": None, "authors": [], "prices": []
    }  # fmt: skip


def check_what_is_not_known_is_kept_and_sent_back(caller: Any) -> None:
    found = read(caller, '<book id="1" more="x">loose<Prices/><isbn k="v">5</isbn><isbn>6</isbn></book>', strict=True)
    assert found.model_extra == {"@more": "x", "#text": "loose", "isbn": [{"@k": "v", "#text": "5"}, "6"]}
    caller.script(answer(204))
    caller.call("books", "replace", "1", body=found)
    written = '<book id="1" more="x"><Prices/>loose<isbn k="v">5</isbn><isbn>6</isbn></book>'
    assert caller.server.requests[0].body.decode().partition("\n")[2] == written


def check_another_or_no_namespace_is_read_as_well(caller: Any) -> None:
    found = read(caller, '<book xmlns="urn:all" id="1"><Title>T</Title><author>A</author><Prices/></book>', strict=True)
    assert (found.title, found.authors, found.prices) == ("T", ["A"], [])


def check_mismatches_are_delivered_and_strict_refuses_them(caller: Any) -> None:
    text = '<book id="one"><sold>maybe</sold><printed>now</printed><Prices/><Prices/><author><x/></author></book>'
    found = read(caller, text)
    assert (found.id, found.sold, found.printed, found.authors) == ("one", "maybe", "now", [{"x": ""}])
    with pytest.raises(caller.package.DecodeError) as raised:
        read(caller, text, strict=True)
    places = {each.path for each in raised.value.mismatches}
    assert places == {"$.id", "$.sold", "$.printed", "$.prices[0]", "$.prices[1]", "$.authors[0]"}


def check_errors_are_typed(caller: Any) -> None:
    caller.script(
        answer(404, "<Problem><code>7</code></Problem>", media="text/xml"),
        answer(409, "<html><p>no</p></html>", media="text/html"),
        answer(418, "no XML", media="text/plain"),
    )
    with pytest.raises(caller.package.NotFound) as typed:
        caller.call("books", "get", "1")
    assert typed.value.body == caller.models.Problem(code=7)
    with pytest.raises(caller.package.Conflict) as other:
        caller.call("books", "get", "1")
    assert other.value.body == "<html><p>no</p></html>"
    with pytest.raises(caller.package.ClientFault) as plain:
        caller.call("books", "get", "1")
    assert plain.value.body == "no XML"


def check_document_types_are_refused(caller: Any) -> None:
    laughs = "".join(f'<!ENTITY l{each} "{f"&l{each - 1};" * 10}">' for each in range(1, 10))
    for text in (
        f'<!DOCTYPE book [<!ENTITY l0 "ha">{laughs}]><book id="1"><Prices/><state>&l9;</state></book>',
        '<!DOCTYPE book [<!ENTITY x SYSTEM "file:///etc/passwd">]><book id="1"><Prices/><state>&x;</state></book>',
        '<!DOCTYPE book SYSTEM "http://127.0.0.1:9/x.dtd"><book id="1"><Prices/></book>',
    ):
        with pytest.raises(caller.package.DecodeError, match="document type, which is refused"):
            read(caller, text)


def check_what_is_no_xml_is_refused(caller: Any) -> None:
    nested = "<next id='1'>" * 150
    deep = read(caller, f"<book id='1'>{nested}{'</next>' * 150}</book>")
    for _ in range(150):
        deep = deep.sequel
    assert deep.id == 1
    for text in (
        "", "<book", "<book/><book/>", "plain", '{"id": 1}', "<book>&nbsp;</book>", "<a:book/>",
        "<book id='1' id='2'/>",
        b"<book>\xff</book>", b'<?xml version="1.0" encoding="nothing"?><book/>', "<book>\x01</book>",
    ):  # fmt: skip
        with pytest.raises(caller.package.DecodeError):
            read(caller, text)
    for text in ("<next>" * 500 + "</next>" * 500, "<next>" * 100_000):
        with pytest.raises(caller.package.DecodeError, match="nested more than 200 levels deep"):
            read(caller, text)


def check_charsets(caller: Any) -> None:
    text = '<book id="1"><state>\u00e9\u20ac</state><Prices/></book>'
    for content, media in (
        (text.encode(), "application/xml"),
        (text.encode("utf-16"), "application/xml"),
        (('<?xml version="1.0" encoding="cp1252"?>' + text).encode("cp1252"), "text/xml"),
        (('<?xml version="1.0" encoding="utf-8"?>' + text).encode("cp1252"), "text/xml; charset=cp1252"),
        (b"\xef\xbb\xbf" + text.encode(), "text/xml; charset=cp1252"),
    ):
        assert read(caller, content, media=media).state == "\u00e9\u20ac", content
    with pytest.raises(caller.package.DecodeError, match="not text in the charset"):
        read(caller, text, media="text/xml; charset=nothing")


def check_what_xml_cannot_hold_is_refused(caller: Any) -> None:
    models = caller.models
    refused = [
        {"title": "\x00"}, {"title": "\ufffe"}, {"lang": "\x1b"}, {"shelf": models.Shelf(room="\x08")},
        {"extra": {"a b": 1.0}}, {"extra": {"1": 1.0}}, {"extra": {"<x>": 1.0}}, {"any": {"n": float("nan")}},
        {"any": {"x:y": 1}},
    ]  # fmt: skip
    caller.script(answer(204))
    for more in refused:
        with pytest.raises(caller.package.InvalidArgument):
            caller.call("books", "replace", "1", body=book(models, **more))
    deep: Any = {}
    for _ in range(5000):
        deep = {"x": deep}
    with pytest.raises(caller.package.InvalidArgument):
        caller.call("books", "replace", "1", body=book(models, any=deep))
    assert caller.server.requests == []


def check_text_stays_text(caller: Any) -> None:
    caller.script(answer(200, "<done/>", media="application/xml"))
    assert caller.call("books", "change", body="<books/>") == "<done/>"
    (request,) = caller.server.requests
    assert (request.body, request.header("content-type")) == (b"<books/>", "application/xml")
