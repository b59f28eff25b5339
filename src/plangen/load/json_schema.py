"""JSON Schema of the data files, for editors that complete keys and mark errors."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from plangen.load.documents import IndicatorFile
from plangen.model.organs import OrganRegister
from plangen.model.plans import DocumentFacts

SCHEMAS: dict[str, type[BaseModel]] = {
    "document": DocumentFacts,
    "indicators": IndicatorFile,
    "organs": OrganRegister,
}


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a kind of data file. Raises KeyError for no such kind."""
    schema = SCHEMAS[name].model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
