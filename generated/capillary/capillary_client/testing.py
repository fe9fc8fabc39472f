"""Stand-ins for the API in tests: generated from specs/capillary/openapi.yaml; do not edit.

    from capillary_client import CapillaryClient
    from capillary_client.testing import Fake, sample

    with Fake() as fake:
        client = fake.client(CapillaryClient)

`fake.on(method)` says what an operation answers and tells how it was called; `sample` makes valid models;
`Seams` gives a client that is no fake its clocks, chance and waits.
"""

from ._runtime.fake import Fake
from ._runtime.fake_answers import Answers
from ._runtime.fake_calls import Call
from ._runtime.sampling import sample
from ._runtime.seams import Seams

__all__ = ["Answers", "Call", "Fake", "Seams", "sample"]
