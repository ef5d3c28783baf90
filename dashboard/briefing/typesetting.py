"""Typst, in which PDFs are set and pictures are drawn: with our fonts, confined to one folder, and offline."""

import os
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from dashboard.briefing.fonts import FONTS, beyond_ours
from dashboard.errors import DatelineError

if TYPE_CHECKING:
    from typst import Fonts

TEMPLATES: Final = files("dashboard") / "briefing" / "typst"


class NotTypeset(DatelineError):
    """A document that Typst refused: a fault of the template, never of what is written in it."""


def typeset(
    template: str,
    given: Mapping[str, str],
    *,
    form: Literal["pdf", "png"] = "pdf",
    letters: str = "",
    at: datetime | None = None,
    standard: str = "",
    ppi: float = 144.0,
) -> bytes:
    """A template of this package with `given` as `sys.inputs`: data, which is never read as markup or code.

    `letters` is all that is to be drawn: fonts of the system are looked at only where ours lack one of them, so that
    else every machine writes the same. `at` is when the document says that it was made. Raises `NotTypeset`.
    """
    from typst import Compiler, TypstError

    with as_file(TEMPLATES) as folder:
        compiler = Compiler(
            folder / template,
            root=folder,
            font_paths=_fonts(with_system=bool(beyond_ours(letters))),
            sys_inputs=dict(given),
            package_path=Path(os.devnull),
            package_cache_path=Path(os.devnull),
        )
        asked: dict[str, Any] = {"timestamp": at} if form == "pdf" else {"ppi": ppi}
        if standard:
            asked["pdf_standards"] = [standard]
        try:
            made = compiler.compile(format=form, **asked)
        except TypstError as error:
            raise NotTypeset(f"The document could not be typeset: {error.diagnostic or error.message}") from error
    if not isinstance(made, bytes):
        raise NotTypeset("The document could not be typeset: it is no single file.")
    return made


@lru_cache(maxsize=2)
def _fonts(*, with_system: bool) -> "Fonts":
    from typst import Fonts

    with as_file(FONTS) as folder:
        return Fonts(include_system_fonts=with_system, include_embedded_fonts=False, font_paths=[folder])
