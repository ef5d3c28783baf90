"""What runs in the browser, as text for the components that bring it there."""

from importlib.resources import files


def script(*names: str) -> str:
    """The JavaScript of one component: these files, one after the other."""
    return "".join((files("dashboard.app.scripts") / f"{name}.js").read_text(encoding="utf-8") for name in names)
