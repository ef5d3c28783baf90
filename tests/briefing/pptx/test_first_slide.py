"""The first slide where Inter is missing: LibreOffice draws it in a wider font, and every box holds its words."""

import re
import subprocess
from html import unescape
from io import BytesIO
from itertools import combinations

import pptx as library
import pytest
from pptx.util import Pt

from dashboard.briefing.pptx.presentation import pptx
from tests.briefing.conftest import case_of

TITLES = {
    "short": "Bases",
    "one line": "What the United States want in Ecuador",
    "nearly one line": "What the United States want in Ecuador in",
    "two lines": "Troops, drones and a base: what the United States and Ecuador have said and done since 1999",
    "long": "Who hosted whom, who gave notice, and who asks to come back: " * 3 + "a summary for the whole team",
    "longest": "Massachusetts Wyoming Minnesota " * 9,
    "unbroken": "Donaudampfschifffahrtsgesellschaftskapitaenswitwenundwaisenrentenauszahlungsstelle " * 2,
}
MARKINGS = ("AMBER", {"text": "FOR THE OWN TEAM AND ITS MOST IMPORTANT GUESTS", "meaning": "It goes no further."})
WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')


@pytest.fixture(scope="module")
def written(seed, briefing):
    """Files by name."""
    made = {}
    for name, title in TITLES.items():
        for number, marking in enumerate(MARKINGS):
            scope = "All that was said and done, in words that are longer the longer the title is: " + title[:150]
            head = {"title": title.strip()[:300], "marking": marking, "scope": scope, "for": "The team in Quito"}
            own = briefing(**head, options={"sections": ["bottom-line"]})
            case = case_of(own, seed, drawn=False)
            made[f"{name.replace(' ', '-')}-{number}.pptx"] = pptx(case.outline, case.seal, case.figures)
    return made


@pytest.mark.proof
def test_the_first_slide_is_readable_without_our_font(written, converted, tool):
    """No two boxes of it overlap, and each has all of its words, and no other's, within it."""
    folder = converted(written, "pdf") / "out"
    for name, raw in written.items():
        boxes = _boxes(raw)
        for (one, a, _), (other, b, _) in combinations(boxes, 2):
            assert not _overlap(a, b), f"{name}: {one} and {other}"
        words = _words(folder / f"{name.rpartition('.')[0]}.pdf", tool)
        for box, (left, top, right, bottom), text in boxes:
            inside = [word for x0, y0, x1, y1, word in words if _is_in((x0, y0, x1, y1), (left, top, right, bottom))]
            assert _letters("".join(inside)) == _letters(text), f"{name}: {box}"


def _boxes(raw):
    """Name, edges in points, and words."""
    slide = library.Presentation(BytesIO(raw)).slides[0]
    found = []
    for shape in slide.shapes:
        edges = shape.left, shape.top, shape.left + shape.width, shape.top + shape.height
        text = shape.text_frame.text if shape.has_text_frame else ""
        found.append((shape.name, tuple(each / Pt(1) for each in edges), text))
    return found


def _words(path, tool):
    asked = [tool("pdftotext"), "-bbox", "-l", "1", path, "-"]
    shown = subprocess.run(asked, capture_output=True, check=True).stdout.decode()
    return [(*map(float, found[:4]), unescape(found[4])) for found in WORD.findall(shown)]


def _overlap(a, b):
    return a[0] < b[2] - 1 and b[0] < a[2] - 1 and a[1] < b[3] - 1 and b[1] < a[3] - 1


def _is_in(word, box):
    """From side to side, and its middle from top to bottom: letters are lower than their line."""
    middle = (word[1] + word[3]) / 2
    return box[0] - 1 <= word[0] and word[2] <= box[2] + 1 and box[1] <= middle <= box[3]


def _letters(text):
    return re.sub(r"\W", "", text)
