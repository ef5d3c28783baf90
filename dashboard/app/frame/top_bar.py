"""The top bar: wordmark, pages, the one switch, the theme; and what opens over the page: marks and keys."""

from dashboard.app.frame.workspace_name import wordmark
from dashboard.app.parts import KEYS, button, choice, page_link, place_link
from dashboard.query.reading import Mode
from dashboard.text.markup import NOTHING, Markup, element, words
from dashboard.views.card import evidence_mark
from dashboard.views.drawing import CHECKING_MARK, EVIDENCE_MARKS


def marks_key(*, is_checking: bool = False) -> Markup:
    """Opens over the page; a press elsewhere or Escape closes it."""
    marks = [*EVIDENCE_MARKS.values(), *([CHECKING_MARK] if is_checking else [])]
    rows = [
        element("li", evidence_mark(mark.name), element("b", mark.name), element("span", mark.meaning))
        for mark in marks
    ]
    head, more = element("h3", "What the marks mean"), place_link("help", "All marks and words", mode=Mode.ASSESSED)
    return element("div", head, element("ul", *rows), more, id="dl-key", popover="auto", class_="dl-key")


def keys_sheet() -> Markup:
    """Opens over the page by its key; there, keys of one letter are switched off (`single_keys.js`)."""
    rows = [element("li", element("kbd", key), element("span", meaning)) for key, meaning in KEYS.items()]
    switch = button("single-keys", "", "Use keys of one letter", pressed=True)
    head = element("h3", "Keys", element("span", switch, class_="dl-choice"))
    said = {"id": "dl-keys", "popover": "auto", "tabindex": "-1", "role": "dialog", "aria_label": "Keys"}
    return element("div", head, element("ul", *rows), **said, class_="dl-key dl-keys")


MODES = {Mode.ASSESSED.value: "As assessed", Mode.REPORTED.value: "As reported"}
THEMES = {"light": "Light", "dark": "Dark", "system": "System"}


def bar(
    workspace: str,
    pages: dict[str, str],
    current: str,
    mode: Mode,
    search: Markup = NOTHING,
    banner: Markup = NOTHING,
) -> Markup:
    """`workspace` is its name, `pages` maps names in the address to titles, `banner` says what is wrong with files."""
    home = page_link("", wordmark(workspace), class_="dl-wordmark")
    links = [page_link(path, title, current=path == current) for path, title in pages.items()]
    switches = element("div", search, choice("Values", "mode", MODES, mode.value), _themes(), class_="dl-switches")
    return element("header", home, element("nav", *links, aria_label="Pages"), banner, switches, class_="dl-bar")


def embedded_bar(workspace: str, address: str) -> Markup:
    """The bar in another page's frame: whose records these are, and the way to all of Dateline in its own window."""
    name = element("b", words(workspace or "Dateline"))
    onward = element("a", "Open in Dateline", href=address, target="_blank", rel="noopener")
    return element("header", name, element("nav", onward, aria_label="Dateline"), class_="dl-bar dl-embedded")


def _themes() -> Markup:
    """The choice of theme, behind one button; which is pressed only the page knows."""
    ring = element(
        "path", d="M7 1A6 6 0 1 0 7 13 6 6 0 1 0 7 1Z", fill="none", stroke="currentColor", stroke_width="1.6"
    )
    half = element("path", d="M7 1A6 6 0 0 1 7 13Z", fill="currentColor")
    sign = element("svg", ring, half, viewBox="0 0 14 14", class_="dl-half", aria_hidden="true")
    options = [button("theme", value, label, pressed=False) for value, label in THEMES.items()]
    menu = element("div", *options, id="dl-themes", popover="auto", role="group", aria_label="Theme", class_="dl-menu")
    return element(
        "div",
        element("button", sign, type="button", popovertarget="dl-themes", aria_label="Theme"),
        menu,
        class_="dl-theme",
    )
