"""Fonts inside a DOCX, and the names of those that stand in for the ones that are not."""

from typing import Final
from uuid import NAMESPACE_URL, uuid5

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart

from dashboard.briefing.docx.text import tag
from dashboard.briefing.figures import FONTS
from dashboard.briefing.office import FALLBACKS, FONT

_KIND: Final = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_EMBEDDED: Final = (("embedRegular", "Regular"), ("embedBold", "Bold"))
_NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def embed(document: Document) -> None:
    """Put the font of the text into the file, as ECMA-376 (part 4, 4.2.2) has it: its first 32 bytes are masked."""
    table = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    own = []
    for place, (element, weight) in enumerate(_EMBEDDED, start=1):
        key = uuid5(NAMESPACE_URL, f"{FONT}-{weight}")
        raw = (FONTS / f"{FONT}-{weight}.ttf").read_bytes()
        mask = bytes.fromhex(key.hex)[::-1]
        masked = bytes(byte ^ mask[index % 16] for index, byte in enumerate(raw[:32])) + raw[32:]
        part = PackagePart(PackURI(f"/word/fonts/font{place}.odttf"), _KIND, masked, document.part.package)
        own.append(f'<w:{element} r:id="{table.relate_to(part, _RELATION)}" w:fontKey="{{{str(key).upper()}}}"/>')
    fonts = "".join(_font(name, "".join(own) if name == FONT else "") for name in FALLBACKS)
    written = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts {_NAMESPACES}>{fonts}</w:fonts>'
    table._blob = written.encode()
    settings = document.settings.element
    settings.insert_element_before(
        tag("w:embedTrueTypeFonts"),
        "w:saveSubsetFonts",
        "w:mirrorMargins",
        "w:bordersDoNotSurroundHeader",
        "w:proofState",
        "w:defaultTabStop",
        "w:characterSpacingControl",
        "w:footnotePr",
        "w:compat",
    )


def _font(name: str, inside: str) -> str:
    return (
        f'<w:font w:name="{name}"><w:altName w:val="{FALLBACKS[name]}"/><w:panose1 w:val="020B0604020202020204"/>'
        f'<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>{inside}</w:font>'
    )
