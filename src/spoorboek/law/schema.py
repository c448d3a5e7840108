"""The published JSON Schema of the facts: `python -m spoorboek.law.schema docs/schema/facts.schema.json`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from spoorboek.law.facts import Facts


def facts_schema() -> str:
    """The schema as text, as it is published."""
    schema = Facts.model_json_schema(by_alias=True)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Facts of one sickness case"}
    return json.dumps({**schema, **head}, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(facts_schema(), "utf-8")
