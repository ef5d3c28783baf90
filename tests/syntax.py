"""The package's syntax trees, parsed once for all tests that look at them."""

import ast
import gc
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

PACKAGE: Final = Path(__file__).resolve().parent.parent / "dashboard"
_PARTS: Final = ("body", "orelse", "finalbody", "handlers", "cases")


@cache
def trees() -> dict[Path, ast.Module]:
    """The syntax tree of every module, by its path.

    Collecting garbage meanwhile, and going through a million nodes each time afterwards, would take thrice as long.
    """
    gc.disable()
    try:
        return {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}
    finally:
        gc.freeze()
        gc.enable()


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """Every statement below a node, at any depth; no expressions: they are most nodes."""
    for part in _PARTS:
        for each in getattr(node, part, ()):
            yield each
            yield from statements(each)
