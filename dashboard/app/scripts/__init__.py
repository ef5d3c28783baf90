"""What runs in the browser: files here, and one that briefings carry too; several are one component's module."""

from hashlib import sha256
from importlib.resources import files
from typing import Final

__all__ = ["FOLDER", "module", "plain", "script_text"]

SHARED: Final = "figure_marks"
FOLDER: Final = "dateline-scripts"
"""Where the server has the modules, below whatever path it is served at."""

_LOADER: Final = """const page = document.querySelector('script[type="module"][src*="static/js/"]').src;
export default (await import(new URL("../../{address}", page).href)).default;
"""
_served: Final[dict[str, str]] = {}


def module(*names: str) -> str:
    """The JavaScript of one component, made of these files, one after the other, each without its `.js`.

    What it gives is short, for Streamlit sends it along with every change of the component: it fetches the rest.
    """
    text = "".join(map(_text, names))
    name = f"{names[-1]}-{sha256(text.encode()).hexdigest()[:12]}.js"
    _served[name] = text
    return _LOADER.format(address=f"{FOLDER}/{name}")


def plain(name: str) -> str:
    """The name under which the server has one file of these as a script, which runs before any module."""
    text = _text(name)
    served_as = f"{name}-{sha256(text.encode()).hexdigest()[:12]}.js"
    _served[served_as] = text
    return served_as


def _text(name: str) -> str:
    folder = files("dashboard.briefing" if name == SHARED else "dashboard.app.scripts")
    return (folder / f"{name}.js").read_text(encoding="utf-8")


def script_text(name: str) -> str | None:
    """The text of the script that `module` or `plain` made under that name; None if there is none."""
    return _served.get(name)
