"""The workspace's name and summary: in the bar, at the head of the first page, and in the browser's tab."""

from typing import Final

from dashboard.store.workspace import Workspace
from dashboard.text.markup import NOTHING, Markup, element, join, words
from dashboard.text.visible import one_line

SHORT: Final = 240
"""A summary of so many characters stands there whole; a longer one is cut, and a press shows it."""


def tab_title(page: str, workspace: str) -> str:
    """What the browser's tab, its history and its bookmarks call a page."""
    return f"{page} · {one_line(workspace)}"


def wordmark(workspace: str) -> Markup:
    """The program's name and, below it, the workspace's."""
    of = element("span", words(workspace), class_="dl-of-workspace", title=one_line(workspace))
    return join(element("span", "Dateline", class_="dl-dateline"), of)


def first_words(workspace: Workspace) -> Markup:
    """The first page's heading. It is seen where the bar has no room for the name, else only read out."""
    return element("h1", words(workspace.name), class_="dl-page-name")


def name_and_summary(workspace: Workspace) -> Markup:
    """The workspace's name in full, and what it is about."""
    return join(element("h2", words(workspace.name)), _summary(workspace.about.summary if workspace.about else None))


def _summary(text: str | None) -> Markup:
    if text is None:
        return NOTHING
    if len(text) <= SHORT:
        return element("p", words(text), class_="dl-summary")
    return element("details", element("summary", words(text)), id="workspace-summary", class_="dl-summary")
