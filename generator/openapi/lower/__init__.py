"""Lower: Document -> Api. The normalized document becomes the IR; every name is settled here, once."""

from __future__ import annotations

from ...data import as_map
from ...ir import Api
from ...report import Report
from ..names import Names
from ..read.document import Document
from ..read.provider import Provider
from .auth import lower_auth
from .contents import Contents
from .events import signing, telling, with_events
from .files import with_files
from .incoming import Incoming
from .keywords import with_keywords
from .models import lower_models
from .operations import lower_resources
from .patches import with_deletions
from .servers import Servers


def lower(document: Document, provider: Provider, names: Names, report: Report) -> Api:
    """Return the Api of a normalized document; raises SpecError when an operation cannot be expressed."""
    info = as_map(document.data["info"])
    models = lower_models(document, provider.schemas, names, report)
    contents = Contents(document, {model.name: model for model in models}, report)
    servers = Servers(document, names)
    incoming = Incoming(document, contents, provider, report)
    resources = lower_resources(document, provider, models, names, servers, incoming, report)
    webhooks, resources = with_events(incoming.webhooks(), resources)
    models, resources = with_deletions(models, resources, webhooks)
    models, resources = with_keywords(models, resources, names)
    callbacks = tuple(each for resource in resources for one in resource.operations for each in one.callbacks)
    api = Api(
        name=provider.name,
        title=str(info["title"]),
        version=provider.version,
        package=provider.package,
        client_name=provider.client,
        doc=str(info.get("description") or ""),
        base_env=f"{provider.prefix}_BASE_URL",
        servers=servers.root,
        auth=lower_auth(document, provider, names, servers.arguments, resources, report),
        resources=resources,
        webhooks=webhooks,
        models=with_files(models, contents.files),
        telling=telling(webhooks or callbacks, {model.name: model for model in models}),
        signing=signing(provider, (*webhooks, *callbacks), report),
    )
    report.stop_on_error()
    return api
