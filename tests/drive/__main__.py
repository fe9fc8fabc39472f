"""`python -m drive DOCUMENT IR` with the package on the path: calls everything, prints the outcome as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from generator.ir.as_json import from_json

from .calls import Drive

api = from_json(json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")))
outcome = Drive(Path(sys.argv[1]), api).run()
json.dump({"counts": outcome.counts, "skipped": outcome.skipped, "faults": outcome.faults}, sys.stdout)
