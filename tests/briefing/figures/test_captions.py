"""What a document tells of a figure is true of each drawing of it."""

import re
from pathlib import Path

import pytest

from dashboard.briefing.figures.drawing import SIZES, caption, drawing_of, figures
from dashboard.briefing.formats import FORMATS
from dashboard.briefing.outline.selection import choose_events
from dashboard.checks.validation import validate
from tests.benchmarks.world import generate_world


@pytest.fixture(scope="module")
def crowded(tmp_path_factory, seed_briefing):
    """A briefing of 74 events all over the world."""
    workspace: Path = tmp_path_factory.mktemp("crowded")
    generate_world(workspace, 74)
    validation = validate(workspace)
    selection = seed_briefing.selection.model_copy(update={"show": (), "events": tuple(validation.workspace.events)})
    return choose_events(seed_briefing.model_copy(update={"selection": selection}), validation)


def test_a_caption_knows_every_size_that_is_drawn():
    """Of the pictures in all formats."""
    pictures = {(each.name, each.width_px, each.height_px) for form in FORMATS.values() for each in form.shapes}
    assert {(name, *size) for name, sizes in SIZES.items() for size in sizes} == pictures


@pytest.mark.parametrize("name", ["map", "timeline"])
def test_a_caption_is_true_of_every_drawing(crowded, name):
    """It numbers nothing that another width draws otherwise, and each drawing has the description."""
    told = next(each.description for each in figures(crowded) if each.name == name)
    drawings = [drawing_of(name, crowded, width=width, height=height) for width, height in SIZES[name]]
    assert {each.description for each in drawings} == {drawings[0].description}
    numbered = [each for each in told.rstrip(".").split(". ") if re.search(r"\d", each)]
    assert [
        each
        for each in numbered
        if not all(each in f"{one.description} {'. '.join(one.sentences)}" for one in drawings)
    ] == []


def test_a_caption_still_tells_what_numbers_stand_for(crowded):
    """Though each width counts other events."""
    drawings = [drawing_of("timeline", crowded, width=width) for width, _ in SIZES["timeline"]]
    counted = {each for drawing in drawings for each in drawing.sentences if "where marks crowd" in each}
    assert len(counted) > 1
    assert "Where marks are crowded, numbers show how many events there are" in caption(drawings)
