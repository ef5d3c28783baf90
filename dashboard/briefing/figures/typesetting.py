"""Typst, in which PDFs are set and pictures are drawn: with our fonts, confined to one folder, and offline."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from dashboard.briefing.figures.fonts import FONTS, beyond_ours
from dashboard.errors import DatelineError
from dashboard.store.temporary import temporary_folder

if TYPE_CHECKING:
    from typst import Compiler, Fonts

_TOLD: Final = 600
"""Signs of what Typst says of a fault: with its place, and without all that follows from it."""
_TEMPLATES: Final = files("dashboard") / "briefing" / "typst"


class NotTypeset(DatelineError):
    """A document that Typst refused: a fault of the template, never of what is written in it."""


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Sets one document, again and again: what has not changed since is not set anew."""

    _compiler: "Compiler"
    _folder: Path

    def add_files(self, given: Mapping[str, str]) -> None:
        """Files that the template reads, by name: data, which is never read as markup or code."""
        _write_files(self._folder, given)

    def render(self, form: Literal["pdf", "png"], **asked: Any) -> bytes:
        """The document. `asked` is what Typst's compiler takes beside. Raises `NotTypeset`."""
        from typst import TypstError

        try:
            made = self._compiler.compile(format=form, **asked)
        except TypstError as error:
            told = error.diagnostic or error.message
            first = told[max(told.find("error:"), 0) :][:_TOLD]
            raise NotTypeset(f"The document could not be typeset: {first.strip()}") from error
        if not isinstance(made, bytes):
            raise NotTypeset("The document could not be typeset: the result is not one file.")
        return made


@contextmanager
def typesetter(template: str, given: Mapping[str, str], letters: Iterable[str]) -> Iterator[Typesetter]:
    """For a template of this package. It reads what lies beside it and `given`, and nothing else.

    `letters` is all that is to be drawn: fonts of the system are looked at only where ours lack one of them, so that
    else every machine writes the same.
    """
    from typst import Compiler

    with temporary_folder() as folder:
        own = {each.name: each.read_text(encoding="utf-8") for each in _TEMPLATES.iterdir() if each.is_file()}
        _write_files(folder, {**own, **given})
        compiler = Compiler(
            folder / template,
            root=folder,
            font_paths=_fonts(with_system=bool(beyond_ours(letters))),
            package_path=Path(os.devnull),
            package_cache_path=Path(os.devnull),
        )
        yield Typesetter(compiler, folder)


def _write_files(folder: Path, given: Mapping[str, str]) -> None:
    for name, text in given.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


@lru_cache(maxsize=2)
def _fonts(*, with_system: bool) -> "Fonts":
    from typst import Fonts

    with as_file(FONTS) as folder:
        return Fonts(include_system_fonts=with_system, include_embedded_fonts=False, font_paths=[folder])
