"""Where the documents are that the repository does not hold: SHARED names their folder. Tests skip without them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.ir import Api

_ROOT = Path(__file__).parents[1]

SHARED = _ROOT / (os.environ.get("SHARED") or "nowhere")
SEEDS = SHARED / "seeds"
CORPUS = SHARED / "corpus"
ABSENT = "real documents and providers' pages are not here: SHARED names their folder"

_QUICK = ("swagger-petstore__v3", "voucherify__customers", "up-bank__main", "bigcommerce__customers-v3")
FOUND = sorted(path for path in CORPUS.glob("*") if path.suffix in (".json", ".yaml"))
CHOSEN = FOUND if os.environ.get("CORPUS") == "all" else [path for path in FOUND if path.stem in _QUICK]
"""The documents that are made into packages: all, or a fixed few."""


@dataclass(frozen=True)
class Made:
    """The packages of the chosen documents, side by side in one folder. apis: by the stem of the document."""

    root: Path
    apis: Mapping[str, Api]
