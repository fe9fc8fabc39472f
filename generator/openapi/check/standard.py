"""The published schema of OpenAPI, applied to a bundled document. The only module that imports openapi_spec_validator.

The validator follows references without bound and gives no places in the file: it gets a bundled document and no way to
retrieve anything, and each of its findings is given the place its path stands for.
"""

from __future__ import annotations

from ...report import Report
from ..read.document import Draft, join

_MOST = 20


def validate_against_standard(draft: Draft, report: Report) -> None:
    """Add a problem for each fault the validator finds, the first 20 of them; raises SpecError when there is one."""
    from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator, OpenAPIV32SpecValidator

    kinds = {"3.0": OpenAPIV30SpecValidator, "3.1": OpenAPIV31SpecValidator, "3.2": OpenAPIV32SpecValidator}
    kind = kinds[str(draft.data["openapi"])[:3]]
    found = 0
    try:
        for error in kind(draft.data).iter_errors():
            found += 1
            if found > _MOST:
                break
            pointer = join("", *(str(part) for part in error.absolute_path))
            message = " ".join(str(error.message).split())
            report.add("E220", message[:300], draft.at(pointer), help="openapi-spec-validator says so")
    except RecursionError:
        report.add("E221", "openapi-spec-validator gave up: the document is nested too deeply", draft.at(""))
    except Exception as error:  # the validator raises what its libraries raise
        text = " ".join(str(error).split())[:200]
        report.add("E221", f"openapi-spec-validator gave up: {type(error).__name__}: {text}", draft.at(""))
    report.stop_on_error()
