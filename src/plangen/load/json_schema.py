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
    _close(schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _close(schema: Any) -> None:
    """Let mappings with patterned keys refuse all others, as reading the file does."""
    if isinstance(schema, dict):
        if "patternProperties" in schema:
            schema["additionalProperties"] = False
        for part in schema.values():
            _close(part)
    elif isinstance(schema, list):
        for part in schema:
            _close(part)
