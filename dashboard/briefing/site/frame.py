"""What all pages have: the bar, the line that says what is seen and as of when, and the key to the marks."""

import re
from collections.abc import Sequence
from typing import Final

from dashboard import __version__
from dashboard.briefing.site.links import SiteLinks
from dashboard.briefing.site.publication import Publication
from dashboard.query.reading import Mode
from dashboard.text.markup import NOTHING, Content, Markup, element, join, join_all, words
from dashboard.views.card import evidence_mark
from dashboard.views.drawing import EVIDENCE_MARKS

PAGES: Final = {
    "index": "Situation",
    "events": "Events",
    "threads": "Threads",
    "actors": "Actors",
    "places": "Places",
    "sources": "Sources",
    "trust": "Trust",
    "search": "Search",
}
"""The pages of the bar: the name of the file, and what it is called."""
_POLICY: Final = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; style-src-attr 'unsafe-inline'; "
    "font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
)
"""Only files of the folder run, and nothing is fetched or sent. `'self'` is not the folder where it is a file's."""
_NAMED_MARK: Final = re.compile(r'aria-label="([^"]+)"><title>')
MODES: Final = {
    Mode.ASSESSED: "As assessed: dates, places and actors as the team holds them",
    Mode.REPORTED: "As reported: dates, places and actors as the sources give them",
}


def page(
    made: Publication,
    title: str,
    body: Markup,
    *,
    links: SiteLinks,
    current: str = "",
    scripts: Sequence[str] = (),
    every_mark: bool = False,
) -> bytes:
    """A whole page. `current` is its name in the bar; `scripts` are files of `assets/`.

    `every_mark`: whether the key has all marks, for a script that makes copies of them; else those that are seen.
    """
    shown = join(
        element("a", "To the content", href="#content", class_="skip"),
        _bar(made, current, links.up),
        _what_is_seen(made),
        element("main", body, id="content", tabindex="-1"),
    )
    parts = [_head(made, title, links.up, scripts), element("body", shown, _foot(shown, every_mark), class_="dl")]
    whole = _with_marks_drawn_once(join_all(parts, by="\n").html)
    return f'<!doctype html>\n<html lang="en">\n{whole}\n</html>\n'.encode()


def _with_marks_drawn_once(html: str) -> str:
    """The page, in which each mark is drawn once, and used wherever else it stands: a third of the bytes."""
    drawn = []
    for number, mark in enumerate(EVIDENCE_MARKS.values()):
        paths = mark.paths("var(--dl-{})".format).html
        if paths in html:
            html = html.replace(paths, f'<use href="#m{number}"></use>')
            drawn.append(f'<symbol id="m{number}" viewBox="0 0 14 14" overflow="visible">{paths}</symbol>')
    return html.replace("</body>", f'<svg class="symbols" aria-hidden="true">{"".join(drawn)}</svg></body>')


def _head(made: Publication, title: str, up: str, scripts: Sequence[str]) -> Markup:
    whole = made.title if title == made.title else f"{title} · {made.title}"
    parts = [
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="robots", content="noindex"),
        element("link", rel="icon", href="data:,"),
        element("title", " ".join(whole.split())),
        element("link", rel="stylesheet", href=f"{up}assets/style.css"),
        *(element("script", src=f"{up}assets/{each}", defer=True) for each in ("site.js", *scripts)),
    ]
    return element("head", join_all(parts, by="\n"))


def _bar(made: Publication, current: str, up: str) -> Markup:
    keys = {"search": {"aria_keyshortcuts": "Control+K", "title": "Ctrl K"}}
    links = [
        element(
            "a", title, href=f"{up}{name}.html", aria_current="page" if name == current else None, **keys.get(name, {})
        )
        for name, title in PAGES.items()
    ]
    name = element("a", words(made.title), href=f"{up}index.html", class_="name")
    return element("header", name, element("nav", *links, aria_label="Pages"), class_="bar")


def _here(name: str, current: str) -> str | None:
    return "page" if name == current else None


def _what_is_seen(made: Publication) -> Markup:
    """The moment, the mode, the filters in words, how many events, and the commit."""
    told = [
        element("b", f"As of {made.moment}"),
        element("span", made.counts),
        element("span", "as assessed" if made.mode is Mode.ASSESSED else "as reported", title=MODES[made.mode]),
        element("span", "Filters: ", words(made.filters)),
        element("span", made.state_of_records) if made.state_of_records else None,
    ]
    return element("p", join_all(told, by=" "), class_="seen")


def _foot(shown: Markup, every_mark: bool) -> Markup:
    found = EVIDENCE_MARKS if every_mark else set(_NAMED_MARK.findall(shown.html))
    items = [
        element("li", evidence_mark(each.name), " ", element("b", each.name), f": {each.meaning}", data_word=each.name)
        for each in EVIDENCE_MARKS.values()
        if each.name in found
    ]
    key = element("section", element("h2", "What the marks mean"), element("ul", *items)) if items else NOTHING
    told = (
        "These pages show the state of the moment that is named above, and do not change. They fetch and send nothing. "
        f"Written by Dateline {__version__}."
    )
    return element("footer", key, element("p", told), class_="foot")


def heading(title: Content, under: Content = None, *, above: Content = None) -> Markup:
    """The heading of a page."""
    return element("header", above, element("h1", title), element("p", under) if under else None, class_="top")
