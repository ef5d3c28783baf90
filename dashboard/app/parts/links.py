"""Things that can be pressed: true links, which the page answers itself so that nothing reloads, and buttons."""

from urllib.parse import urlencode

from dashboard.app.shell import read_only
from dashboard.query.reading import Mode
from dashboard.text.markup import NOTHING, Content, Markup, element, words


def address(page: str = "", *, event: str | None = None, mode: Mode = Mode.ASSESSED, **places: str | None) -> str:
    """A link that works when copied: relative, so that a base path is kept. `places` are keys of `state.PLACES`."""
    query = _query("", event=event, **places)
    if mode is Mode.REPORTED:
        query["as"] = mode.value
    return f"./{page}{'?' + urlencode(query) if query else ''}"


def place_link(
    page: str,
    content: Content,
    *,
    mode: Mode,
    class_: str | None = None,
    name: str | None = None,
    key: str | None = None,
    **places: str | None,
) -> Markup:
    """Leads to a place: a page with what is chosen on it. `name` is for a sign; `key` presses it (`page_keys.js`)."""
    said = {"aria_label": name, "title": name, "data_key": key, "aria_keyshortcuts": key}
    return element("a", content, **link_attributes(page, mode=mode, **places), class_=class_, **said)


def link_attributes(page: str, *, mode: Mode, **places: str | None) -> dict[str, str]:
    """The attributes that make an element a link to a place."""
    href, value = address(page, mode=mode, **places), urlencode(_query(page, **places))
    return {"href": href, "data_press": "go", "data_value": value}


def edit_link(
    kind: str, id_: str, *, mode: Mode, class_: str | None = "dl-edit", content: str = "Edit"
) -> Markup | None:
    """Leads to the form of a record that exists; None with --read-only."""
    if read_only():
        return None
    return place_link("edit", content, mode=mode, class_=class_, name=f"Edit {kind} {id_}", record=f"{kind}:{id_}")


def help_link(about: str, term: str) -> Markup:
    """A small question mark that leads to what Help says of `term`; `about` is an anchor of Help.

    The sign itself is drawn by the style, so that it is no part of the text beside it.
    """
    name = f"What does {term} mean?"
    return place_link("help", None, mode=Mode.ASSESSED, class_="dl-ask", name=name, about=about)


def event_link(
    event: str,
    content: Content,
    *,
    mode: Mode,
    class_: str | None = None,
    name: str | None = None,
    key: str | None = None,
) -> Markup:
    """Selects the event. `name` is for a sign; `key` presses it (`page_keys.js`)."""
    said = {"class_": class_, "aria_label": name, "title": name, "data_key": key, "aria_keyshortcuts": key}
    return element("a", content, href=address(event=event, mode=mode), data_press="event", data_value=event, **said)


def question_link(reference: str, content: Content, *, mode: Mode) -> Markup:
    """Shows the question of `thread/question` in the card's place."""
    leads = address(question=reference, mode=mode)
    return element("a", content, href=leads, data_press="question", data_value=reference)


def page_link(
    page: str, content: Content, *, class_: str | None = None, current: bool = False, name: str | None = None
) -> Markup:
    """Goes to another page; `page` is its name in the address, empty for Situation. `name` says more than is seen."""
    said = {"class_": class_, "aria_current": "page" if current else None, "aria_label": name, "title": name}
    return element("a", content, href=address(page), data_press="page", data_value=page, **said)


def button(
    press: str,
    value: str,
    content: Content,
    *,
    name: str | None = None,
    class_: str | None = None,
    pressed: bool | None = None,
    same: str | None = None,
) -> Markup:
    """Reports `press` with `value`; `pressed` where it stands for a choice, `name` where a sign alone is seen.

    Where a press changes its `value`, `same` is what it is known by, so that the focus stays on it.
    """
    state = None if pressed is None else str(pressed).lower()
    said = {"aria_pressed": state, "aria_label": name, "title": name, "data_same": same}
    return element("button", content, type="button", data_press=press, data_value=value, class_=class_, **said)


def choice(name: str, press: str, options: dict[str, str], chosen: str | None) -> Markup:
    """Buttons side by side of which one holds, or none: value to label."""
    buttons = [button(press, value, label, pressed=value == chosen) for value, label in options.items()]
    return element("div", *buttons, role="group", aria_label=name, class_="dl-choice")


def _query(page: str, **places: str | None) -> dict[str, str]:
    return {key: value for key, value in {"page": page, **places}.items() if value}


def event_of_thread(event: str, title: str, thread: str, mode: Mode) -> Markup:
    """A link that opens the event's card beside its thread."""
    return place_link("threads", words(title), mode=mode, thread=thread, event=event)


def pager(
    page: str, part: int, parts: int, told: str, *, mode: Mode, name: str | None = None, **places: str | None
) -> Markup:
    """`Part 3 of 250` with steps to the first, previous, next and last; nothing where there is one part.

    `name` tells it from another on the page; `part` counts from 0; in the address it counts from 1.
    """
    if parts < 2:
        return NOTHING
    steps = (("First", 0), ("Previous", part - 1), ("Next", part + 1), ("Last", parts - 1))
    links = [
        place_link(page, label, mode=mode, part=str(to + 1), **places)
        if 0 <= to < parts and to != part
        else element("span", label)
        for label, to in steps
    ]
    text = element("span", f"Part {part + 1:,} of {parts:,}{', ' + told if told else ''}")
    return element("nav", text, *links, class_="dl-pager", aria_label=name or "Parts")
