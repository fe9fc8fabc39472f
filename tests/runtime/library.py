"""The HTTP library that the packages of these tests are built with: HTTP_LIBRARY of the environment, else httpx."""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any

LIBRARY = os.environ.get("HTTP_LIBRARY", "httpx")
CORE = LIBRARY.replace("httpx", "httpcore")
"""What the library logs as."""
http: Any = import_module(LIBRARY)
