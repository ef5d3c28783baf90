"""The words of a written briefing, as whoever opens it reads them."""

import re
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pptx
from docx.oxml.ns import qn

from dashboard.briefing.formats import FORMATS
from dashboard.text.visible import one_line
from tests.briefing.conftest import Case

_NOT_READ = re.compile(r"<nav.*?</nav>|<style.*?</style>|<script.*?</script>|<[^>]+>", re.DOTALL)


def words_in(form: str, case: Case, folder: Path, tool: Callable[..., str]) -> str:
    """All of them on one line, without what only lets lines break; of HTML without the list of its sections."""
    written = FORMATS[form].write(case.outline, case.seal, case.figures)
    return re.sub(r"[\s\u200b\u2060]+", " ", _words(form, written, folder, tool))


def _words(form: str, written: bytes, folder: Path, tool: Callable[..., str]) -> str:
    match form:
        case "docx":
            body = docx.Document(BytesIO(written)).element.body
            return "\n".join("".join(each.itertext(qn("w:t"))) for each in body.iter(qn("w:p")))
        case "pptx":
            slides = pptx.Presentation(BytesIO(written)).slides
            paragraphs = (each for slide in slides for each in slide.element.iter(_PARAGRAPH))
            return "\n".join("".join(each.itertext(_TEXT)) for each in paragraphs)
        case "pdf":
            (folder / "a.pdf").write_bytes(written)
            asked = [tool("pdftotext"), "-raw", "-enc", "UTF-8", folder / "a.pdf", "-"]
            return subprocess.run(asked, capture_output=True, check=True).stdout.decode()
        case "html":
            return _NOT_READ.sub("", written.decode())
    return written.decode()


_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PARAGRAPH, _TEXT = f"{_DRAWING}p", f"{_DRAWING}t"


def plain(text: str) -> str:
    """Without what holds pieces from left to right in a paragraph from right to left, which nobody sees."""
    return " ".join(one_line(text).replace("\u200e", "").split())
