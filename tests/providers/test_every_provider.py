"""What holds for each of the four packages alike: settings, errors, retries, credentials, raw answers, closing."""

from __future__ import annotations

import asyncio
import pickle
import socket
from typing import Any

import httpx
import pytest
from runtime.server import Server, answer

from .flavours import ALL, BOTH, CAPILLARY, PROVIDERS, Naps, Provider, assert_get

each_provider = pytest.mark.parametrize("provider", PROVIDERS, ids=lambda each: each.name)
both = pytest.mark.parametrize("flavour", BOTH)
everywhere = pytest.mark.parametrize("flavour", ALL)


@each_provider
@everywhere
def test_a_request_to_its_last_byte(provider: Provider, flavour: str) -> None:
    with Server([answer(200, {})]) as server:
        provider.call(flavour, server.url, provider.get)
    assert_get(server, provider, provider.path)
    assert len(server.requests) == 1


@each_provider
@both
def test_credentials_from_the_environment(provider: Provider, flavour: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, env in provider.env.items():
        monkeypatch.setenv(env, provider.credentials[name])
    with Server([answer(200, {})]) as server:
        provider.call(flavour, server.url, provider.get, anonymous=True)
    assert_get(server, provider, provider.path)


@each_provider
@both
def test_an_argument_goes_before_the_environment(
    provider: Provider, flavour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for env in provider.env.values():
        monkeypatch.setenv(env, "not this")
    with Server([answer(200, {})]) as server:
        provider.call(flavour, server.url, provider.get)
    assert_get(server, provider, provider.path)


@each_provider
@both
def test_a_missing_credential_is_named_both_ways(provider: Provider, flavour: str) -> None:
    with Server([answer(200, {})]) as server, pytest.raises(provider.package.MissingCredentials) as caught:
        provider.call(flavour, server.url, provider.get, anonymous=True)
    message = str(caught.value)
    assert provider.template in message
    for name, env in {**provider.env, **provider.token_env}.items():
        assert f"{name}=" in message and env in message
    assert server.connections == 0


@each_provider
def test_a_credential_may_be_a_function(provider: Provider) -> None:
    given: dict[str, Any] = {name: lambda value=value: value for name, value in provider.credentials.items()}
    with Server([answer(200, {})]) as server:
        provider.call("sync", server.url, provider.get, **given)
    assert_get(server, provider, provider.path)


@each_provider
@both
@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "BadRequest"),
        (401, "Unauthorized"),
        (403, "Forbidden"),
        (404, "NotFound"),
        (409, "Conflict"),
        (410, "Gone"),
        (418, "ClientFault"),
        (422, "Unprocessable"),
        (501, "ServerError"),
    ],
)
def test_a_status_is_an_error_of_its_class(provider: Provider, flavour: str, status: int, name: str) -> None:
    package = provider.package
    with (
        Server([answer(status, {"x": 1}, {"X-Request-Id": "req-7"})]) as server,
        pytest.raises(getattr(package, name)) as caught,
    ):
        provider.call(flavour, server.url, provider.get)
    error = caught.value
    assert isinstance(error, package.StatusError) and isinstance(error, package.Error)
    assert (error.status, error.request_id) == (status, "req-7")
    assert (error.response.status, error.response.content) == (status, b'{"x": 1}')
    assert error.response.headers["X-REQUEST-ID"] == "req-7"
    assert str(error).startswith(f"{provider.template}: {status}") and "req-7" in str(error)
    assert len(server.requests) == 1, "not to be repeated"


@each_provider
@everywhere
def test_retry_after_is_waited_for(provider: Provider, flavour: str) -> None:
    naps = Naps()
    with Server([answer(429, None, {"Retry-After": "3"}), answer(200, {})]) as server:
        provider.call(flavour, server.url, provider.get, **naps.options(provider))
    assert naps.slept == [3.0]
    for at in (0, 1):
        assert_get(server, provider, provider.path, at)
    assert server.connections == 1


@each_provider
@both
def test_without_retries_429_raises_at_once(provider: Provider, flavour: str) -> None:
    naps, package = Naps(), provider.package
    with (
        Server([answer(429, {}, {"Retry-After": "3", "X-Request-Id": "r"})]) as server,
        pytest.raises(package.TooManyRequests) as caught,
    ):
        options = naps.options(provider)
        provider.call(flavour, server.url, provider.get, retry=package.Retry(retries=0), **options)
    error = caught.value
    assert (error.status, error.retry_after, error.request_id, error.tries) == (429, 3.0, "r", 1)
    assert naps.slept == [] and len(server.requests) == 1


@each_provider
@both
def test_500_is_tried_three_times_and_raised(provider: Provider, flavour: str) -> None:
    naps = Naps()
    with (
        Server([answer(500, {}, {"X-Request-Id": "r"})]) as server,
        pytest.raises(provider.package.ServerError) as caught,
    ):
        provider.call(flavour, server.url, provider.get, **naps.options(provider))
    assert (caught.value.status, caught.value.tries, caught.value.request_id) == (500, 3, "r")
    assert naps.slept == [0.5, 1.0] and len(server.requests) == 3


@each_provider
@both
def test_with_options_changes_one_client_only(provider: Provider, flavour: str) -> None:
    with Server([answer(500)]) as server:
        package = provider.package

        def derived(client: Any) -> Any:
            quick = client.with_options(retry=package.Retry(retries=0), headers={"X-Trace": "t"}, timeout=5)
            assert type(quick) is type(client) and quick is not client
            return provider.get(quick)

        with pytest.raises(package.ServerError) as caught:
            provider.call(flavour, server.url, derived)
        assert caught.value.tries == 1
        with pytest.raises(package.ServerError) as caught:
            provider.call(flavour, server.url, provider.get, **Naps().options(provider))
    assert_get(server, provider, provider.path, 0, x_trace="t")
    assert_get(server, provider, provider.path, 1)
    assert caught.value.tries == 3


@each_provider
@both
def test_a_derived_client_shares_the_connections(provider: Provider, flavour: str) -> None:
    steps = [provider.get, lambda client: provider.get(client.with_options(timeout=9)), provider.get]
    with Server([answer(200, {})]) as server:
        provider.calls(flavour, server.url, steps)
    assert len(server.requests) == 3 and server.connections == 1


@each_provider
@both
def test_headers_of_the_client_and_of_a_call(provider: Provider, flavour: str) -> None:
    mine = {"User-Agent": "mine/2", "X-Team": "a"}
    steps = [provider.get, lambda client: provider.get(client.with_options(headers={"x-team": "b"}))]
    with Server([answer(200, {})]) as server:
        provider.calls(flavour, server.url, steps, headers=mine)
    assert_get(server, provider, provider.path, 0, user_agent="mine/2", x_team="a")
    assert_get(server, provider, provider.path, 1, user_agent="mine/2", x_team="b")


@each_provider
@both
def test_the_raw_response(provider: Provider, flavour: str) -> None:
    class Through:
        """The client with `with_raw_response` in between."""

        def __init__(self, client: Any) -> None:
            self.customers = client.customers.with_raw_response

    content = b'{ "id" : null }'
    with Server([answer(200, content, {"X-Rate-Left": "9", "X-Request-Id": "r9"})]) as server:
        raw = provider.call(flavour, server.url, lambda client: provider.get(Through(client)))
    assert isinstance(raw, provider.package.RawResponse)
    assert (raw.status, raw.content, raw.request_id) == (200, content, "r9")
    assert raw.headers["x-rate-left"] == raw.headers["X-RATE-LEFT"] == "9"
    assert raw.value.id is None and raw.value.model_fields_set == {"id"}
    assert raw.url == server.url + provider.path
    assert_get(server, provider, provider.path)


@each_provider
@both
def test_an_undocumented_path(provider: Provider, flavour: str) -> None:
    with Server([answer(200, {"tags": ["a"]})]) as server:
        raw = provider.call(flavour, server.url, lambda client: client.request("GET", "/tags/ä b", query={"q": "1 2"}))
    assert (raw.status, raw.value) == (200, {"tags": ["a"]})
    assert_get(server, provider, "/tags/%C3%A4%20b?q=1%202", accept="application/json, */*;q=0.5")


@each_provider
@both
def test_an_undocumented_path_with_a_body_and_an_error(provider: Provider, flavour: str) -> None:
    with Server([answer(404, {"no": "such"})]) as server, pytest.raises(provider.package.NotFound) as caught:
        provider.call(flavour, server.url, lambda client: client.request("POST", "/tags", json={"n": 1}))
    request = server.requests[0]
    assert (request.method, request.target, request.body) == ("POST", "/tags", b'{"n":1}')
    assert request.header("content-type") == "application/json"
    assert caught.value.body == {"no": "such"}


@each_provider
def test_closing_twice_and_calling_after_it(provider: Provider) -> None:
    with Server([answer(200, {})]) as server:
        client = provider.make("sync", server.url)
        provider.get(client)
        client.close()
        client.close()
        with pytest.raises(provider.package.ClientClosed):
            provider.get(client)

        async def main() -> None:
            other = provider.make("asyncio", server.url)
            await provider.get(other)
            await other.aclose()
            await other.aclose()
            with pytest.raises(provider.package.ClientClosed):
                await provider.get(other)

        asyncio.run(main())
    assert len(server.requests) == 2


@each_provider
def test_the_context_manager_closes(provider: Provider) -> None:
    with Server([answer(200, {})]) as server:
        with provider.make("sync", server.url) as client:
            provider.get(client)
        with pytest.raises(provider.package.ClientClosed):
            provider.get(client)

        async def main() -> None:
            async with provider.make("asyncio", server.url) as client:
                await provider.get(client)
            with pytest.raises(provider.package.ClientClosed):
                await provider.get(client)

        asyncio.run(main())


@each_provider
@both
def test_an_http_client_that_was_given_stays_open(provider: Provider, flavour: str) -> None:
    http = httpx.Client() if flavour == "sync" else httpx.AsyncClient()
    with Server([answer(200, {})]) as server:
        client = provider.make(flavour, server.url, http_client=http)
        if isinstance(http, httpx.Client):
            provider.get(client)
            client.close()
            assert not http.is_closed
            http.close()
            return

        async def main(given: httpx.AsyncClient) -> None:
            await provider.get(client)
            await client.aclose()
            assert not given.is_closed
            await given.aclose()

        asyncio.run(main(http))


@each_provider
@both
def test_a_users_own_tests_may_stand_in_for_the_server(provider: Provider, flavour: str) -> None:
    """With httpx's own stand-in, whose answers are read before they are handed over."""
    stub = httpx.MockTransport(lambda request: httpx.Response(200, json={"id": None}))
    http = httpx.Client(transport=stub) if flavour == "sync" else httpx.AsyncClient(transport=stub)
    assert provider.call(flavour, "http://127.0.0.1:9", provider.get, http_client=http).id is None


@each_provider
@both
def test_no_secret_is_shown(provider: Provider, flavour: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    secrets = [each.split()[-1] for each in provider.auth.values()]
    echo = {"message": " ".join(secrets)}
    with Server([answer(401, echo)]) as server, pytest.raises(provider.package.Unauthorized) as caught:
        provider.call(flavour, server.url, provider.get)
    error, client = caught.value, provider.make(flavour, server.url)
    shown = [repr(client), str(client), str(error), repr(error), repr(error.body), repr(error.response), caplog.text]
    shown += [repr(vars(error)), repr(error.response.content), pickle.dumps(error).decode("latin-1")]
    assert not [text for text in shown for secret in secrets if secret in text]
    with pytest.raises(TypeError):
        pickle.dumps(client)
    assert provider.template in caplog.text


@both
def test_a_password_that_the_server_repeats_is_not_shown(flavour: str) -> None:
    password = CAPILLARY.credentials["password"]
    with (
        Server([answer(401, {"message": f"{password} is wrong"})]) as server,
        pytest.raises(CAPILLARY.package.Unauthorized) as caught,
    ):
        CAPILLARY.call(flavour, server.url, CAPILLARY.get)
    assert password not in f"{caught.value} {caught.value!r} {caught.value.body} {caught.value.response.content!r}"


@each_provider
@both
def test_nobody_listens(provider: Provider, flavour: str) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{held.getsockname()[1]}"
    naps, package = Naps(), provider.package
    with pytest.raises(package.ConnectionFailed) as caught:
        provider.call(flavour, url, provider.get, **naps.options(provider))
    assert (caught.value.may_have_run, caught.value.tries, naps.slept) == (False, 3, [0.5, 1.0])


@each_provider
@both
def test_an_answer_that_is_not_json(provider: Provider, flavour: str) -> None:
    page = "<html>maintenance</html>"
    with (
        Server([answer(200, page, {"X-Request-Id": "r"}, media="text/html")]) as server,
        pytest.raises(provider.package.DecodeError) as caught,
    ):
        provider.call(flavour, server.url, provider.get)
    assert (caught.value.status, caught.value.request_id, caught.value.excerpt) == (200, "r", page)


@each_provider
def test_the_base_url_may_have_a_path_and_is_checked(provider: Provider) -> None:
    with Server([answer(200, {})]) as server:
        provider.call("sync", server.url + "/proxy/", provider.get)
    assert_get(server, provider, "/proxy" + provider.path)
    for wrong in ("127.0.0.1", "ftp://127.0.0.1", "http://me:secret@127.0.0.1", "http://127.0.0.1?x=1"):
        with pytest.raises(provider.package.InvalidArgument):
            provider.make("sync", wrong)


@each_provider
def test_unknown_options_and_positional_credentials_are_refused(provider: Provider) -> None:
    with pytest.raises(provider.package.Error, match="tiemout"):
        provider.make("sync", None, tiemout=3)
    with pytest.raises(TypeError):
        getattr(provider.package, provider.client)("key")


@each_provider
def test_both_clients_have_the_same_surface(provider: Provider) -> None:
    sync, aio = provider.make("sync", None), provider.make("asyncio", None)
    names = {name for name in dir(sync.customers) if not name.startswith("_")}
    assert names == {name for name in dir(aio.customers) if not name.startswith("_")}
    common = {name for name in dir(sync) if not name.startswith("_")} - {"close"}
    assert common == {name for name in dir(aio) if not name.startswith("_")} - {"aclose"}


@each_provider
def test_every_model_is_exported_and_can_be_made(provider: Provider) -> None:
    models = provider.models
    assert dir(models)
    for name in dir(models):
        assert getattr(models, name) is not None
    with pytest.raises(AttributeError):
        _ = models.NoSuchModel
