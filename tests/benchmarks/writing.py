"""A briefing of sixty events in every format: seconds, against the HTML, and the memory that each takes."""

import re
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from dashboard.briefing.compose.briefing import outline_of
from dashboard.briefing.figures.drawing import drawer_of
from dashboard.briefing.figures.render import Figures
from dashboard.briefing.formats import FORMATS, figures_for
from dashboard.briefing.manifest.manifest import manifest_of
from dashboard.checks.validation import validate
from dashboard.model.briefing import Briefing
from tests.benchmarks.generating import generate

EVENTS = 60


def measured(root: Path, form: str, *, with_figures: bool) -> tuple[float, float]:
    """Seconds, and the most memory in MB: in a process of its own."""
    asked = [sys.executable, "-m", "tests.benchmarks.writing", str(root), form, "figures" if with_figures else "none"]
    took, memory = map(float, subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split())
    return took, memory


def written(root: Path, form: str, *, with_figures: bool) -> float:
    """Seconds from the checked workspace to the bytes: outline, seal, figures and document.

    Without figures, a document says in their places that there are none.
    """
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
    draw = drawer_of(briefing, validation)
    begun = time.perf_counter()
    outline = outline_of(briefing, validation)
    seal = manifest_of(outline, validation, briefing)
    figures = figures_for([form], outline, draw) if with_figures else Figures(draw, lacking="Left out.")
    FORMATS[form].write(outline, seal, figures)
    return time.perf_counter() - begun


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
    apart = [{form: measured(root, form, with_figures=False) for form in FORMATS} for _ in range(rounds)]
    whole = [{form: measured(root, form, with_figures=True) for form in FORMATS} for _ in range(rounds)]
    return {
        form: Cost(
            [each[form][0] for each in apart],
            [more[form][0] - each[form][0] for each, more in zip(apart, whole, strict=True)],
            max(each[form][1] for each in whole),
        )
        for form in FORMATS
    }


def main() -> None:
    """For `measured`: one format, once."""
    root, form, figures = sys.argv[1:]
    took = written(Path(root), form, with_figures=figures == "figures")
    sys.stdout.write(f"{took} {most_memory()}\n")


def most_memory() -> float:
    """The most memory that this process had, in MB. On Linux `ru_maxrss` has that of the process that began it."""
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"^VmHWM:\s*(\d+) kB$", status.read_text(encoding="ascii"), re.MULTILINE)
        assert found is not None
        return int(found[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
