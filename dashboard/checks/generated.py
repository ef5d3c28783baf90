"""Files of this project that are made from the code, so that they cannot say anything else."""

import json
from collections.abc import Mapping
from pathlib import Path

import dashboard.checks.validation  # noqa: F401  declares every kind of problem that the catalogue lists
from dashboard.checks.catalogue import problems_page
from dashboard.checks.record_format import format_page
from dashboard.model.schema import schemas


def generated_files() -> dict[str, str]:
    """What each must hold, by its path relative to the top of the project."""
    return {
        "events/README.md": format_page(),
        "events/PROBLEMS.md": problems_page(),
        **{f"dashboard/schema/{name}.json": _json(schema) for name, schema in schemas().items()},
    }


def stale_files(top: Path, files: Mapping[str, str]) -> tuple[str, ...]:
    """Paths under `top` where a file is missing, or says something else than in `files`."""
    return tuple(file for file, text in files.items() if not _holds(top / file, text))


def write_generated(top: Path, files: Mapping[str, str]) -> tuple[str, ...]:
    """Write the files that are stale. Returns their paths."""
    stale = stale_files(top, files)
    for file in stale:
        (top / file).parent.mkdir(parents=True, exist_ok=True)
        (top / file).write_text(files[file], encoding="utf-8", newline="\n")
    return stale


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()


def _json(schema: Mapping[str, object]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
