"""One style block for all pages: the palette as variables in light and dark, shared rules, and those in css/."""

from collections.abc import Iterator
from importlib.resources import files

from dashboard.text.markup import Markup
from dashboard.views.palette import DARK, FONT, LIGHT, Palette

_TOKENS = ("bg", "text", "muted", "line", "line2", "raised", "land", "sea", "busy", "ok", "bad", "out")


def style_block() -> Markup:
    """The `<style>` element. The theme is the reader's choice, else the system's; on paper it is light."""
    rules = "".join(_rules())
    light, dark = _variables(LIGHT), _variables(DARK)
    return Markup(
        f"<style>:root{{{light}--dl-font:{FONT}}}"
        f"@media (prefers-color-scheme: dark){{:root:not([data-theme=light]){{{dark}}}}}"
        f":root[data-theme=dark]{{{dark}}}@media print{{:root:root:root{{{light}}}}}{rules}</style>"
    )


def _rules() -> Iterator[str]:
    """What all pages share, then each page's own."""
    folder = files("dashboard.app")
    yield (folder / "styles.css").read_text(encoding="utf-8")
    for file in sorted((folder / "css").iterdir(), key=lambda file: file.name):
        yield file.read_text(encoding="utf-8")


def _variables(palette: Palette) -> str:
    tokens = {token: getattr(palette, token) for token in _TOKENS}
    tokens |= {f"thread-{index}": color for index, color in enumerate(palette.threads, start=1)}
    return "".join(f"--dl-{name}:{color};" for name, color in tokens.items()) + f"color-scheme:{palette.name};"
