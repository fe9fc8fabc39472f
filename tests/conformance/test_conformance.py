"""All scenarios of TypeSpec's HTTP specs, where `make conformance` has set TypeSpec up."""

from __future__ import annotations

import pytest

from .beyond import BEYOND, reason
from .mocks import read_mocks
from .packages import Packages
from .play import FLAVOURS
from .run import VERSIONS, faults, packages, run
from .scenarios import idle
from .tools import FOLDER, ready

_ABSENT = ready()
pytestmark = pytest.mark.skipif(bool(_ABSENT), reason=_ABSENT)


@pytest.fixture(scope="module", params=VERSIONS)
def version(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def made(version: str, tmp_path_factory: pytest.TempPathFactory) -> Packages:
    return packages(version, tmp_path_factory.mktemp("conformance"))


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_every_scenario_passes(version: str, flavour: str, made: Packages) -> None:
    results = run(version, flavour, made)
    assert len(results) > 700
    assert faults(results) == {}


def test_nothing_is_idle() -> None:
    """Each function plays a scenario, and each reason is given for one."""
    names = [each.name for each in read_mocks(FOLDER / "mocks.json", "http://localhost")]
    assert idle(names) == []
    given = {reason(name, version) for name in names for version in VERSIONS}
    assert {each.reason for each in BEYOND} <= given
