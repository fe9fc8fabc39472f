"""Diff: two Apis -> what changed for the people who import the client, each change judged.

In: the IR of two specs, whose types are resolved, so that a refactor of the document is no change. Out:
findings and notes. Names come from the IR as well, so that a change of settings shows. One module per noun; `rules`
says how grave each change is; one reporter per output format in `reports/`.
"""

from __future__ import annotations

from dataclasses import replace

from ..ir import Api, Class, Model
from ..ir.walk import events
from .changes import Changes, Note
from .contents import compare_presence, compare_requests
from .findings import Findings, Place
from .operations import compare_operations
from .reach import Graph, reach, webhook_key
from .resolved import Resolver
from .security import compare_schemes
from .servers import compare_arguments, compare_servers
from .walk import Walk


def compare(old: Api, new: Api) -> Changes:
    """Return everything that changed from one Api to another."""
    findings = Findings()
    walk = Walk(Resolver(old), Resolver(new), (Graph(old), Graph(new)), findings)
    methods = compare_operations(old, new, walk)
    _webhooks(old, new, walk)
    walk.finish()
    _surface(old, new, findings)
    notes = _models(walk)
    found = findings.settled(reach(*walk.graphs, findings.nodes()), methods)
    walk.described += (old.title, old.doc) != (new.title, new.doc)
    if walk.described:
        count = f"{walk.described} place" + ("" if walk.described == 1 else "s")
        notes.insert(0, Note("patch", f"descriptions changed in {count}; only docstrings differ"))
    return Changes(found, tuple(notes))


def without(name: str) -> Changes:
    """Return what it means that a package is gone as a whole."""
    findings = Findings()
    findings.add("package-removed", Place("", name, "", None, None, ("api",)))
    return Changes(tuple(replace(each, old=name) for each in findings.settled({}, {})), ())


def _surface(old: Api, new: Api, findings: Findings) -> None:
    """Compare what stands outside of operations and schemas."""
    at = old.servers[0].at if old.servers else None
    place = Place("", "", "", at, at, ("api",))
    compare_servers(old.servers, new.servers, place, findings)
    compare_arguments(old, new, findings)
    compare_schemes(old, new, findings)
    if old.package != new.package:
        place = Place("", f"package {old.package}", f"import {old.package}", None, None, ("api",))
        findings.add(
            "package-renamed",
            place,
            old=old.package,
            new=new.package,
            before=f"from {old.package} import {old.client_name}",
            after=f"from {new.package} import {new.client_name}",
        )
    was, now = old.client_name, new.client_name
    if was != now:
        place = Place("", f"client {was}", was, None, None, ("api",))
        findings.add(
            "client-renamed",
            place,
            old=was,
            new=now,
            before=f"from {old.package} import {was}",
            after=f"from {new.package} import {now}",
        )


def _webhooks(old: Api, new: Api, walk: Walk) -> None:
    """Compare what the API sends by itself."""
    before, after = ({webhook_key(each): each for each in api.webhooks} for api in (old, new))
    for key in dict.fromkeys([*before, *after]):
        was, now = before.get(key), after.get(key)
        place = Place("", "", "", None, None, ("webhook", key)).of(key, was, now)
        if was and now:
            compare_requests(was, now, place, walk)
        else:
            compare_presence("webhook", was, place, walk)
    place = Place("", "requests that the API sends", "webhooks.parse()", None, None, ("api",))
    if events(old) and events(new) and (old.telling is None) != (new.telling is None):
        walk.findings.add("event-named" if new.telling else "event-unnamed", place)
    if old.signing.env != new.signing.env and old.signing.env:
        walk.findings.add("environment-changed", place, old=old.signing.env, new=new.signing.env or "none")


def _keywords(was: Model, now: Model | None, walk: Walk) -> None:
    """Report the name of a class's fields where it is gone and that of the class is not."""
    if not (isinstance(was, Class) and isinstance(now, Class) and was.given and was.name == now.name):
        return
    old, new = was.keywords, now.keywords
    if not old or old == new:
        return
    place = Place("", old, old, was.at, now.at, ("class", old))
    imports = [f"from {side.package}.models import {name}" for side, name in ((walk.old, old), (walk.new, new))]
    if new:
        walk.findings.add("schema-renamed", place, old=old, new=new, before=imports[0], after=imports[1])
    else:
        walk.findings.add("schema-removed", place, before=imports[0])


def _former(was: Model, now: Model | None, walk: Walk) -> None:
    """Report the names from before that worked, and do not any more."""
    if now is None:
        return
    kept = {each.name for each in now.former}
    for name in [each.name for each in was.former if each.name not in kept and each.name not in walk.new.models]:
        place = Place("", f"former name {name}", name, was.at, now.at, ("class", was.name))
        imports = [
            f"from {side.package}.models import {each}" for side, each in ((walk.old, name), (walk.new, was.name))
        ]
        walk.findings.add("former-name-removed", place, old=name, new=was.name, before=imports[0], after=imports[1])


def _models(walk: Walk) -> list[Note]:
    """Report the classes whose names are gone. A name made from a place, which nobody gave, is worth a note only."""
    partner, derived = walk.classes.partner, list[str]()
    for name, model in walk.old.models.items():
        now = walk.new.models.get(partner.get(name, ""))
        _keywords(model, now, walk)
        _former(model, now, walk)
        if name in walk.new.models:
            continue
        place = Place("", name, name, model.at, now.at if now else None, ("class", name))
        old_import = f"from {walk.old.package}.models import {name}"
        works = now is not None and name in {each.name for each in now.former}
        if not model.given and not works:
            derived.extend([f"{name} is now {now.name}"] if now else [])
        elif now is None:
            walk.findings.add("schema-removed", place, before=old_import)
        else:
            walk.findings.add(
                "schema-name-deprecated" if works else "schema-renamed",
                place,
                old=name,
                new=now.name,
                before=old_import,
                after=f"from {walk.new.package}.models import {now.name}",
            )
    derived.extend(f"{old} is now {new} where it was used" for old, new in walk.retyped)
    notes: list[Note] = []
    if derived:
        listed = "; ".join(derived[:10]) + (f"; and {len(derived) - 10} more" if len(derived) > 10 else "")
        notes.append(Note("none", f"classes of inline schemas, named after their places: {listed}"))
    return notes
