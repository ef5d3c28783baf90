"""The formats of briefings: how each is written, and how what a file carries is read back."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Final

from dashboard.briefing import markdown
from dashboard.briefing.figures import Draw, Figures, FigureSpec, figure_names, missing, render_figures
from dashboard.briefing.html import SHAPES as PAGES
from dashboard.briefing.html import document as html
from dashboard.briefing.manifest import Looks, Manifest, ManifestNotReadable
from dashboard.briefing.office import figures as office_figures
from dashboard.briefing.office import manifest as office_seal
from dashboard.briefing.outline import Outline
from dashboard.briefing.pdf import document as pdf
from dashboard.briefing.pdf import manifest as pdf_seal
from dashboard.text.visible import visible


@dataclass(frozen=True, slots=True)
class Format:
    """One of them. Libraries that are large are imported where they are called."""

    write: Callable[[Outline, Manifest, Figures], bytes]
    """The whole file; of the same outline, seal and figures the same bytes. It carries the seal."""
    seal_of: Callable[[bytes, str], tuple[Manifest, bool]]
    """The manifest that a file of that name carries, and whether it is unaltered. Raises `ManifestNotReadable`."""
    looks_of: Callable[[bytes, str], Looks] | None = None
    """How such a file looks; None where it is nothing but its words. Raises `ManifestNotReadable`."""
    shapes: tuple[FigureSpec, ...] = ()
    """In which it shows figures as pictures."""


def figures_for(forms: Iterable[str], outline: Outline, draw: Draw) -> Figures:
    """The outline's figures, as the formats of these endings need them: drawn at once, for a browser starts slowly."""
    names = figure_names(outline)
    shapes = dict.fromkeys(shape for form in forms for shape in FORMATS[form].shapes if shape.name in names)
    return render_figures(draw, tuple(shapes))


def undrawn_in(forms: Iterable[str], outline: Outline) -> tuple[tuple[str, str], ...]:
    """Scripts in which words of the outline cannot be drawn here, each with the package of a font that can.

    None where no format of these endings is drawn here: words of HTML and Markdown are drawn where they are read.
    """
    if not any(shape.form != "page" for form in forms for shape in FORMATS[form].shapes):
        return ()
    return missing(visible(json.dumps(asdict(outline), ensure_ascii=False, default=str)))


def _decode(raw: bytes, name: str) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ManifestNotReadable(f"{name} cannot be read: {error}.") from error


def _docx(outline: Outline, seal: Manifest, figures: Figures) -> bytes:
    from dashboard.briefing.docx import docx

    return docx(outline, seal, figures)


def _pptx(outline: Outline, seal: Manifest, figures: Figures) -> bytes:
    from dashboard.briefing.pptx import pptx

    return pptx(outline, seal, figures)


FORMATS: Final[Mapping[str, Format]] = {
    "html": Format(
        write=lambda outline, seal, figures: html.html(outline, seal, figures).encode(),
        seal_of=lambda raw, name: html.read_manifest(_decode(raw, name), name),
        looks_of=lambda raw, name: html.looks_of(_decode(raw, name)),
        shapes=PAGES,
    ),
    "pdf": Format(write=pdf.pdf, seal_of=pdf_seal.read_manifest, looks_of=pdf_seal.looks_of, shapes=pdf.SHAPES),
    "docx": Format(_docx, office_seal.read_manifest, office_seal.looks_of, office_figures.DOCX),
    "pptx": Format(_pptx, office_seal.read_manifest, office_seal.looks_of, office_figures.PPTX),
    "md": Format(
        write=lambda outline, seal, _figures: markdown.markdown(outline, seal).encode(),
        seal_of=lambda raw, name: markdown.read_manifest(_decode(raw, name), name),
    ),
}
"""By the ending of the file."""
