"""An API -> what its README says of tests. The example runs as it stands."""

from __future__ import annotations

from ..ir import Api, Class, JsonContent, Operation, Ref, Scalar
from ..ir.walk import spoken
from .readme import snippet

_PLAIN = frozenset({"string", "integer", "number", "boolean"})
_OURS = frozenset({"Fake", "sample"})
_ABOUT = """
## Tests

`Fake` stands for the API in tests of your code. All of the client runs; what is answered comes from the test, and waits
take no time. An `{twin}` is made in the same way.

```python
{example}
```

An operation answers with what `returns`, `fails(404, ...)`, `times_out()`, `breaks()` and `refuses()` say: in turn, one
for each request, the last one again and again. `on(...).given(...)` is about calls with these arguments alone, and
`calls` tells what was sent. Each page is an answer; a stream is a list: `on(..., stream=True).returns([...])`. A call
without an answer, and an answer that nobody asked for, fail the test at the end of the `with` at the latest.
`sample(Model, name=...)` has the required fields of a model, and those that are given.

With pytest, a fixture is two lines: `with Fake() as fake:` and `yield fake`."""


def fake_readme(api: Api) -> list[str]:
    """Spell the lines of the README about tests."""
    return _ABOUT.format(twin=f"Async{api.client_name}", example="\n".join(_example(api))).splitlines()


def _example(api: Api) -> list[str]:
    """Spell the example: with the first operation that answers with a class and needs no more than plain values."""
    operations = ((each, resource) for resource in api.resources for each in resource.operations)
    found = next((each for each in operations if _is_simple(each[0], api)), None)
    start = [f"from {api.package} import {api.client_name}"]
    use = ["", "with Fake() as fake:", f"    client = fake.client({api.client_name})"]
    if found is None:
        return [*start, f"from {api.package}.testing import Fake", *use]
    operation, resource = found
    assert isinstance(operation.result, Ref)
    model = operation.result.model
    return [
        *start,
        f"from {api.package}.models import {model}",
        f"from {api.package}.testing import Fake, sample",
        *use,
        f"    answers = fake.on(client.{resource.name}.{operation.name}).returns(sample({model}))",
        f"    {snippet(operation, resource, api)}  # by the code that is tested",
        "    assert len(answers.calls) == 1",
    ]


def _is_simple(operation: Operation, api: Api) -> bool:
    needed = [each.type for each in operation.params if each.required and each.first is None]
    plain = all(isinstance(each, Scalar) and each.name in _PLAIN for each in needed)
    has_body = operation.body is not None and operation.body.required
    contents = [each for answer in operation.answers for each in spoken(answer)]
    whole = operation.paging is None and operation.streaming is None
    if has_body or not (plain and whole) or not all(isinstance(each, JsonContent) for each in contents):
        return False
    named = operation.result.model if isinstance(operation.result, Ref) else ""
    return named not in _OURS and any(isinstance(each, Class) and each.name == named for each in api.models)
