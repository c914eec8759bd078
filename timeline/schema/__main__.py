"""`python -m timeline.schema`: write the schema to its file."""

from pathlib import Path

from timeline.schema import text

(Path(__file__).parent / "events.schema.json").write_text(text(), encoding="utf-8", newline="\n")
