"""What runs in the browser: modules that import each other, and a script that runs before any of them.

They are served in a folder named after the hash of all of them, so that none is mixed with one of another version.
"""

import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from posixpath import dirname, join, normpath
from typing import Final

__all__ = ["FOLDER", "address_of", "module", "needed_by", "script_text"]

FOLDER: Final = "dateline-scripts"
"""Where the server has the scripts, below whatever path it is served at."""

_SHARED: Final = "figure_marks.js"
"""Lies in `briefing`: what draws the figures of documents uses it too, as a script that is no module."""
_SHARED_EXPORTS: Final = "\nexport { markNodes, nameNode, nameUnder };\n"
_IMPORTED: Final = re.compile(r'^(?:import|\} from) .*"(\.[^"]+)";$', re.MULTILINE)
_LOADER: Final = """const page = document.querySelector('script[type="module"][src*="static/js/"]').src;
export default (await import(new URL("../../{address}", page).href)).default;
"""


def module(name: str) -> str:
    """The JavaScript of one component, whose module is the file of this name, without its `.js`.

    What it gives is short, for Streamlit sends it along with every change of the component: it fetches the rest.
    """
    return _LOADER.format(address=address_of(f"{name}.js"))


def address_of(file: str) -> str:
    """The address of one of the scripts, below whatever path the server is at; `KeyError` where there is none."""
    texts, version = _scripts()
    return f"{FOLDER}/{version}/{file}" if texts[file] else ""


def needed_by(*names: str) -> tuple[str, ...]:
    """Addresses of the modules of these names and of all that they import, each once."""
    found: dict[str, None] = {}
    waiting = [f"{name}.js" for name in names]
    while waiting:
        file = waiting.pop(0)
        if file not in found:
            found[file] = None
            waiting += [normpath(join(dirname(file), each)) for each in _IMPORTED.findall(_scripts()[0][file])]
    return tuple(map(address_of, found))


def script_text(path: str) -> str | None:
    """The text of the script that is served at this path below `FOLDER`; None of what there is not, or no longer."""
    texts, version = _scripts()
    asked, _, file = path.partition("/")
    return texts.get(file) if asked == version else None


@cache
def _scripts() -> tuple[dict[str, str], str]:
    """By path the text of each script, and the version of all together."""
    texts = {path: file.read_text(encoding="utf-8") for path, file in _files(files("dashboard.app.scripts"))}
    texts[_SHARED] = (files("dashboard.briefing") / _SHARED).read_text(encoding="utf-8") + _SHARED_EXPORTS
    return texts, sha256(repr(sorted(texts.items())).encode()).hexdigest()[:12]


def _files(folder: Traversable, above: str = "") -> Iterator[tuple[str, Traversable]]:
    for each in folder.iterdir():
        if each.is_dir():
            yield from _files(each, f"{above}{each.name}/")
        elif each.name.endswith(".js"):
            yield f"{above}{each.name}", each
