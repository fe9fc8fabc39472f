"""Where the documents are that the repository does not hold: SHARED names their folder. Tests skip without them."""

from __future__ import annotations

import os
from pathlib import Path

_ROOT = Path(__file__).parents[1]

SHARED = _ROOT / (os.environ.get("SHARED") or "nowhere")
SEEDS = SHARED / "seeds"
CORPUS = SHARED / "corpus"
ABSENT = "real documents and providers' pages are not here: SHARED names their folder"
