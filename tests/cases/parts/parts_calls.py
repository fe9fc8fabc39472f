"""The headers of parts on the wire."""

from __future__ import annotations

from typing import Any

from runtime.multipart import Part, messages, parts


def sent(caller: Any, method: str, body: Any) -> list[Part]:
    caller.server.requests.clear()
    caller.call("print", method, body=body)
    (request,) = caller.server.requests
    return parts(request)


def check_the_media_type_of_a_part(caller: Any) -> None:
    models, file = caller.models, caller.package.File
    body = models.PrintBody(
        params=models.Params(copies=2),
        data=b"%PDF",
        pic=file(b"jpg", name="C:\\pictures\\a.jpg"),
        note="ü",
        csv=file(b"a,b", name="t.csv", headers={"X-Rows": "1"}),
    )
    assert sent(caller, "create", body) == [
        Part("params", None, "application/json", b'{"copies":2}'),
        Part("data", "file", "application/pdf", b"%PDF"),
        Part("pic", "a.jpg", "image/jpeg", b"jpg"),
        Part("note", None, None, "ü".encode()),
        Part("csv", "t.csv", "text/csv; charset=utf-8", b"a,b"),
    ]
    (request,) = caller.server.requests
    assert [each["X-Rows"] for each in messages(request)] == [None, None, None, None, "1"]


def check_a_choice_of_media_types(caller: Any) -> None:
    models, file = caller.models, caller.package.File
    params = models.Params(copies=1)
    for pic, media in (
        (b"x", "image/png"),
        (file(b"x", name="a.gif"), "image/png"),
        (file(b"x", name="a.jpeg"), "image/jpeg"),
        (file(b"x", name="a.png", media="IMAGE/jpeg; q=1"), "IMAGE/jpeg; q=1"),
    ):
        assert sent(caller, "create", models.PrintBody(params=params, data=b"", pic=pic))[-1].media == media
    for wrong in ("image/gif", "image", "text/html"):
        body = models.PrintBody(params=params, data=b"", pic=file(b"x", media=wrong))
        assert refusal(caller, "create", body).endswith(
            f"media type {wrong!r} is not taken here, but image/png, image/jpeg"
        )
    for any_, media in (
        (b"x", "application/octet-stream"),
        (file(b"x", name="a.webp"), "image/webp"),
        (file(b"x", name="a.txt"), "application/octet-stream"),
        (file(b"x", media="image/x-own"), "image/x-own"),
    ):
        assert sent(caller, "replace", models.ReplacePrintBody(any=any_))[-1].media == media


def refusal(caller: Any, method: str, body: Any) -> str:
    caller.server.requests.clear()
    try:
        caller.call("print", method, body=body)
    except caller.package.InvalidArgument as error:
        assert caller.server.requests == []
        return str(error)
    raise AssertionError("it was sent")


def check_text_and_binary_by_media_type(caller: Any) -> None:
    models, file = caller.models, caller.package.File
    body = models.ReplacePrintBody(all=[b"1", file(b"2", name="2.gif")], page="<p>", code="aGk=")
    assert sent(caller, "replace", body) == [
        Part("all", "file", "image/gif", b"1"),
        Part("all", "2.gif", "image/gif", b"2"),
        Part("page", None, "text/html", b"<p>"),
        Part("code", None, None, b"aGk="),
    ]
    assert sent(caller, "replace", models.ReplacePrintBody(page=b"<b>", any={"a": 1})) == [
        Part("page", "file", "text/html", b"<b>"),
        Part("any", None, "application/json", b'{"a":1}'),
    ]


def check_headers_of_parts(caller: Any) -> None:
    models, file = caller.models, caller.package.File
    given = models.ReplacePrintBody(scan=file(b"x", headers={"x-dots": "300"}), any=file(b"", headers={"X-More": "1"}))
    assert [each.media for each in sent(caller, "replace", given)] == ["image/tiff", "application/octet-stream"]
    scan, any_ = messages(caller.server.requests[0])
    assert scan["X-Dots"] == "300" and (any_["X-Kind"], any_["X-More"]) == ("photo", "1")
    assert "needs the header X-Dots" in refusal(caller, "replace", models.ReplacePrintBody(scan=b"x"))
    for headers in ({"Content-Type": "a/b"}, {"X-Dots": "1\r\nX-Evil: 1"}, {"X Dots": "1"}):
        body = models.ReplacePrintBody(any=file(b"x", headers=headers))
        assert "header" in refusal(caller, "replace", body).lower()


def check_a_list_that_is_json_and_styles(caller: Any) -> None:
    models = caller.models
    params = models.Params(copies=1)
    body = models.ReplacePrintBody(list=[params, params], tags=["a b", "c&ü"], deep=params)
    assert sent(caller, "replace", body) == [
        Part("list", None, "application/json", b'[{"copies":1},{"copies":1}]'),
        Part("tags", None, None, "a b|c&ü".encode()),
        Part("deep[copies]", None, None, b"1"),
    ]


def check_a_body_that_is_no_form(caller: Any) -> None:
    models = caller.models
    found = sent(caller, "relate", models.Related(meta=models.Params(copies=1), file=b"x"))
    assert [each[1:] for each in found] == [
        (None, "application/json", b'{"copies":1}'),
        ("file", "application/octet-stream", b"x"),
    ]
    media = str(caller.server.requests[0].header("Content-Type"))
    assert media.startswith('multipart/related; type="application/json"; boundary=')
