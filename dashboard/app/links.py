"""Things that can be pressed: true links, which the page answers itself so that nothing reloads."""

from urllib.parse import urlencode

from dashboard.app.markup import Content, Markup, element
from dashboard.query.reading import Mode


def address(page: str = "", *, event: str | None = None, mode: Mode = Mode.ASSESSED) -> str:
    """A link that works when copied: relative, so that a base path is kept.

    Pages are told apart in the query: at a longer path, Streamlit's page looks for its server below that path first.
    """
    query = {key: value for key, value in (("page", page), ("event", event)) if value}
    if mode is Mode.REPORTED:
        query["as"] = mode.value
    return f"./{'?' + urlencode(query) if query else ''}"


def event_link(event: str, content: Content, *, mode: Mode, class_: str | None = None) -> Markup:
    """Selects the event."""
    return element(
        "a", content, href=address(event=event, mode=mode), data_press="event", data_value=event, class_=class_
    )


def page_link(page: str, content: Content, *, class_: str | None = None, current: bool = False) -> Markup:
    """Goes to another page; `page` is its name in the address, empty for Situation."""
    at = "page" if current else None
    return element("a", content, href=address(page), data_press="page", data_value=page, class_=class_, aria_current=at)


def button(
    press: str,
    value: str,
    content: Content,
    *,
    name: str | None = None,
    class_: str | None = None,
    pressed: bool | None = None,
) -> Markup:
    """Reports `press` with `value`; `pressed` where it stands for a choice, `name` where a sign alone is seen."""
    state = None if pressed is None else str(pressed).lower()
    said = {"aria_pressed": state, "aria_label": name, "title": name}
    return element("button", content, type="button", data_press=press, data_value=value, class_=class_, **said)


def choice(name: str, press: str, options: dict[str, str], chosen: str) -> Markup:
    """Buttons side by side of which one holds: value to label."""
    buttons = [button(press, value, label, pressed=value == chosen) for value, label in options.items()]
    return element("div", *buttons, role="group", aria_label=name, class_="dl-choice")
