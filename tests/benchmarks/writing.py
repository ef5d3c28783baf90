"""A briefing of sixty events in every format: seconds, against the HTML, and the memory that each takes."""

import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from dashboard.briefing.composing import outline_of
from dashboard.briefing.figures import drawer_of
from dashboard.briefing.formats import FORMATS, figures_for
from dashboard.briefing.sealed import sealed
from dashboard.checks.validation import validate
from dashboard.model.briefing import Briefing
from tests.benchmarks.generating import generate

EVENTS = 60


def measured(root: Path, form: str) -> tuple[float, float, float]:
    """Seconds for the figures, seconds for all else, and the most memory in MB: in a process of its own."""
    asked = [sys.executable, "-m", "tests.benchmarks.writing", str(root), form]
    told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()
    figures, rest, memory = map(float, told)
    return figures, rest, memory


def written(root: Path, form: str) -> tuple[float, float]:
    """From the checked workspace to the bytes: seconds for drawing the figures, and for outline, seal and document."""
    validation = validate(root)
    briefing = Briefing.model_validate(
        {
            "id": "sixty",
            "title": "Sixty events",
            "marking": "GREEN",
            "as_of": "2025-12-31",
            "selection": {"events": sorted(validation.workspace.events)},
        }
    )
    begun = time.perf_counter()
    outline = outline_of(briefing, validation)
    seal = sealed(outline, validation, briefing.as_of.text)
    outlined = time.perf_counter()
    figures = figures_for([form], outline, drawer_of(briefing, validation))
    drawn = time.perf_counter()
    FORMATS[form].write(outline, seal, figures)
    ended = time.perf_counter()
    return drawn - outlined, (outlined - begun) + (ended - drawn)


@dataclass(frozen=True, slots=True)
class Cost:
    """What a format took, a figure a round."""

    rest: list[float]
    """Seconds for all but the figures."""
    figures: list[float]
    memory: float
    """The most, in MB."""


def costs(root: Path, rounds: int) -> dict[str, Cost]:
    """Of every format, in turns."""
    generate(root, EVENTS)
    found = [{form: measured(root, form) for form in FORMATS} for _ in range(rounds)]
    return {
        form: Cost(
            [each[form][1] for each in found], [each[form][0] for each in found], max(each[form][2] for each in found)
        )
        for form in FORMATS
    }


def main() -> None:
    """For `measured`: one format, once."""
    root, form = sys.argv[1:]
    figures, rest = written(Path(root), form)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{figures} {rest} {peak}\n")


if __name__ == "__main__":
    main()
