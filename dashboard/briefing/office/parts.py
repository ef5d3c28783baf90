"""The parts of a package, which is what DOCX and PPTX are: files in a zip."""

import io
import re
import zipfile
from typing import Final
from xml.etree.ElementTree import Element

_MOST_BYTES: Final = 200_000_000


def read_parts(written: bytes) -> dict[str, bytes]:
    """The content of each part, by name. Raises what `zipfile` raises, and `ValueError`."""
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        listed = package.infolist()
        if sum(each.file_size for each in listed) > _MOST_BYTES:
            raise ValueError("when unpacked, it is larger than the limit")
        if len({each.filename.lower() for each in listed}) < len(listed):
            raise ValueError("two of its parts have the same name, and programs disagree about which counts")
        return {each.filename: package.read(each) for each in listed}


def parse_part(part: bytes) -> Element:
    """A part of a package. Raises `ParseError`."""
    from defusedxml.ElementTree import fromstring  # no other command waits for it

    root: Element = fromstring(part)
    return root


def place(name: str) -> tuple[str, int]:
    """Sort key of a part's name: slide 10 comes after slide 9."""
    found = re.search(r"(\d+)\.xml$", name)
    return re.sub(r"\d+\.xml$", "", name), int(found[1]) if found else 0
