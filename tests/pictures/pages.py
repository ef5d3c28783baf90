"""Every page of the seed's briefing as other programs show it: one sheet for each kind of document."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from dashboard.briefing.compose.briefing import outline_of
from dashboard.briefing.figures.drawing import drawer_of
from dashboard.briefing.formats import FORMATS, figures_for
from dashboard.briefing.manifest.manifest import manifest_of
from dashboard.checks.validation import validate

ROOT = Path(__file__).resolve().parent.parent.parent
SEED = "us-troops-in-ecuador"
DOCUMENTS = {"pdf": 4, "docx": 4, "pptx": 3}
"""The ending to how many pages stand in a row."""
DPI = {"pdf": 55, "docx": 55, "pptx": 40}
GAP_PX = 8


def sheets(folder: Path) -> list[Path]:
    """Write `briefing-pdf.png` and so on, and return them. Documents of offices are opened by LibreOffice."""
    with tempfile.TemporaryDirectory() as name:
        written = documents(Path(name))
        return [sheet(path, folder / f"briefing-{path.suffix[1:]}.png") for path in written]


def documents(folder: Path) -> list[Path]:
    """The seed's briefing in every kind of document that has pages."""
    validation = validate(ROOT)
    briefing = validation.workspace.briefings[SEED]
    outline = outline_of(briefing, validation)
    seal = manifest_of(outline, validation, briefing)
    figures = figures_for(DOCUMENTS, outline, drawer_of(briefing, validation))
    paths = []
    for form in DOCUMENTS:
        path = folder / f"{SEED}.{form}"
        path.write_bytes(FORMATS[form].write(outline, seal, figures))
        paths.append(path)
    return paths


def sheet(document: Path, target: Path) -> Path:
    """All its pages, in rows."""
    form = document.suffix[1:]
    pages = pictures(document if form == "pdf" else opened_by_an_office(document), DPI[form])
    wide, high = (max(each.size[side] for each in pages) + GAP_PX for side in (0, 1))
    columns = min(DOCUMENTS[form], len(pages))
    rows = -(-len(pages) // columns)
    whole = Image.new("RGB", (wide * columns + GAP_PX, high * rows + GAP_PX), "#b0b4ba")
    for place, page in enumerate(pages):
        whole.paste(page, (GAP_PX + place % columns * wide, GAP_PX + place // columns * high))
    whole.quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(target, optimize=True)
    return target


def opened_by_an_office(document: Path) -> Path:
    """As LibreOffice prints it."""
    office = program("soffice", "libreoffice-writer-nogui libreoffice-impress-nogui")
    environment = {**os.environ, "HOME": str(document.parent)}
    asked = [office, "--headless", "--convert-to", "pdf", "--outdir", str(document.parent / document.suffix[1:])]
    subprocess.run([*asked, str(document)], env=environment, capture_output=True, check=True)
    return document.parent / document.suffix[1:] / f"{document.stem}.pdf"


def pictures(document: Path, dpi: int) -> list[Image.Image]:
    """Of each page of a PDF."""
    poppler = program("pdftoppm", "poppler-utils")
    start = document.parent / f"{document.stem}-page"
    subprocess.run([poppler, "-r", str(dpi), "-png", str(document), str(start)], check=True)
    return [Image.open(path).convert("RGB") for path in sorted(document.parent.glob(f"{start.name}*.png"))]


def program(name: str, package: str) -> str:
    """Its path."""
    path = shutil.which(name)
    if path is None:
        sys.exit(f"There is no {name} on the path; install it (on Debian: apt-get install {package}).")
    return path
