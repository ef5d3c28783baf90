"""Doors of rooms: a package offers names of its modules, and loads a module when one of its names is asked for.

A room's `__init__.py` imports what it offers, and nothing else of its modules, under `if TYPE_CHECKING:`, where type
checkers and readers find it. `lazy` does these imports when they are needed (PEP 562): who wants one name does not pay
for the whole room.
"""

import ast
from collections.abc import Callable
from importlib import import_module
from pathlib import Path


def lazy(package: str, file: str) -> Callable[[str], object]:
    """The `__getattr__` of a package, by the imports that stand in its `__init__.py`."""
    tree = ast.parse(Path(file).read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    homes = {alias.name: node.module or package for node in imports for alias in node.names}

    def load(name: str) -> object:
        """The thing of this name, or a whole module of the package."""
        if not (home := homes.get(name, "")).startswith(package):
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return import_module(f"{package}.{name}") if home == package else getattr(import_module(home), name)

    return load
