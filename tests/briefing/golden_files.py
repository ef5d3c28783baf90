"""The golden files of the seed's briefing: `python -m tests.briefing.golden_files` writes them anew."""

import json
import re
from dataclasses import asdict
from pathlib import Path

from dashboard.briefing.compose.briefing import outline_of
from dashboard.briefing.html.document import page
from dashboard.briefing.manifest.manifest import manifest_of
from dashboard.briefing.markdown import markdown
from dashboard.briefing.outline.outline import Opponent, Outline, Statement
from dashboard.checks.validation import Validation, validate

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = Path(__file__).parent / "golden"
SEED = "us-troops-in-ecuador"


def golden_files(validation: Validation) -> dict[str, str]:
    """What each must hold, by its name."""
    briefing = validation.workspace.briefings[SEED]
    outline = outline_of(briefing, validation)
    seal = manifest_of(outline, validation, briefing)
    return {
        f"{SEED}.outline.txt": outline_text(outline),
        f"{SEED}.md": markdown(outline, seal),
        f"{SEED}.page.html": page_text(outline),
    }


def page_text(outline: Outline) -> str:
    """What people read of the HTML: without figures, font and library, and an element a line."""
    return re.sub(r"><(?!/)", ">\n<", page(outline).html) + "\n"


def outline_text(outline: Outline) -> str:
    """A line for each block and each sentence of it, short enough for a difference to be read."""
    apart = ("sections", "annex", "credits", "verdicts", "day")
    head = {key: value for key, value in asdict(outline).items() if key not in apart}
    lines = [f"{key}: {_json(value)}" for key, value in head.items()]
    for section in outline.sections:
        lines += ["", f"[{section.key}] {section.title}"]
        for block in section.blocks:
            if isinstance(block, Statement):
                lines.append(_line(block))
                continue
            lines.append(f"- {type(block).__name__}")
            for name in block.__slots__:
                lines += [f"    {name}: {each}" for each in _shown(getattr(block, name))]
    lines += ["", "[annex]", *(_json(list(asdict(entry).values())) for entry in outline.annex)]
    return "\n".join(lines) + "\n"


def _shown(value: object) -> list[str]:
    if isinstance(value, Statement):
        return [_line(value)]
    if isinstance(value, tuple) and value and isinstance(value[0], Statement):
        return [_line(each) for each in value]
    if isinstance(value, tuple) and value and isinstance(value[0], Opponent):
        return [f"{each.lead}: {_line(each.statement)}" for each in value]
    if hasattr(value, "rows"):
        return [f"{' | '.join(row.cells)} {_line(row.statement)}" for row in value.rows]
    if isinstance(value, tuple) and value and hasattr(value[0], "cells"):
        return [f"{' | '.join(row.cells)} {_line(row.statement)}" for row in value]
    return [value if isinstance(value, str) else _json(asdict(value) if hasattr(value, "__slots__") else value)]


def _line(statement: Statement) -> str:
    own = f" {statement.by}" if statement.by else ""
    said = f"{statement.said}: " if statement.said else ""
    records = " ".join(statement.records)
    return f"{said}{statement.text} {list(statement.references)}{own} ({statement.evidence}) <{records}>"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in golden_files(validate(ROOT)).items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
