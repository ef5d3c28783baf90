"""Answers to the search box: what was found as plain data, each hit with what a press on it does."""

from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

from dashboard.app.filters import address_of
from dashboard.app.search.index_cache import search_index
from dashboard.app.shell import latest
from dashboard.query.search import COMMANDS, Hit, LitText, SearchKind, SearchResults, everything, search
from dashboard.query.texts import found_words
from dashboard.store.workspace import Workspace

_TITLES: Final = {
    SearchKind.PAGE: "Pages",
    SearchKind.ACTION: "Actions",
    SearchKind.ACTOR: "Actors",
    SearchKind.PLACE: "Places",
    SearchKind.THREAD: "Threads",
    SearchKind.QUESTION: "Questions",
    SearchKind.EVENT: "Events",
    SearchKind.CLAIM: "Claims",
    SearchKind.QUOTE: "Quotes",
    SearchKind.SOURCE: "Sources",
    SearchKind.TEXT: "Texts of sources",
    SearchKind.BRIEFING: "Briefings",
    SearchKind.VIEW: "Saved views",
}


def search_answer(typed: str) -> dict[str, Any]:
    """What has the words that were typed: groups of hits, and the words that were probably meant.

    Without words, every page and action. `ready` is false while the index is made for the first time: the box asks
    once more. Raises `NotAWorkspace`.
    """
    index = search_index()
    if index is None:
        return {"ready": False, "groups": [], "meant": None}
    found = search(index, typed) if typed.strip() else everything(index, COMMANDS)
    return {"ready": True, **_as_data(found, latest().validation.workspace)}


def _as_data(found: SearchResults, workspace: Workspace) -> dict[str, Any]:
    groups = [
        {
            "kind": group.kind.value,
            "title": _TITLES[group.kind],
            "total": group.total,
            "hits": [_hit(hit, workspace) for hit in group.hits],
        }
        for group in found.groups
    ]
    meant = found.suggestion and {"words": found.suggestion.words, "events": found.suggestion.events}
    return {"groups": groups, "meant": meant}


def _hit(hit: Hit, workspace: Workspace) -> dict[str, Any]:
    press, value = _press(hit, workspace)
    return {
        "press": press,
        "value": value,
        "href": _address(press, value),
        "title": list(_pieces(hit.title)),
        "excerpt": list(_pieces(hit.excerpt)) if hit.excerpt else [],
        "detail": hit.detail,
    }


def _address(press: str, value: str) -> str:
    """Where a link leads that is opened elsewhere; empty for what only changes this page."""
    match press:
        case "page":
            return f"./{value}"
        case "go":
            places = dict(parse_qsl(value))
            return f"./{places.pop('page', '')}?{urlencode(places)}"
        case "ask" | "saved":
            return f"./?{value}"
    return ""


def _pieces(lit: LitText) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it was searched: the browser counts characters in another way."""
    done = 0
    for start, end in lit.spans:
        yield lit.text[done:start], False
        yield lit.text[start:end], True
        done = end
    yield lit.text[done:], False


def _press(hit: Hit, workspace: Workspace) -> tuple[str, str]:
    """What is pressed, and its value, as `shell/actions.py` has them."""
    match hit.kind:
        case SearchKind.PAGE | SearchKind.ACTION:
            press, _, value = hit.id.partition(" ")
            return press, value
        case SearchKind.PLACE:
            return "ask", urlencode({"show": f"place:{hit.id}"})
        case SearchKind.VIEW:
            return "saved", address_of(workspace.views[hit.id]) if hit.id in workspace.views else ""
    return "go", urlencode(_place(hit, workspace))


def _place(hit: Hit, workspace: Workspace) -> dict[str, str]:
    match hit.kind:
        case SearchKind.ACTOR:
            return {"page": "actors", "actor": hit.id}
        case SearchKind.THREAD:
            return {"page": "threads", "thread": hit.id}
        case SearchKind.QUESTION:
            return {"question": hit.id}
        case SearchKind.SOURCE:
            return {"page": "sources", "source": hit.id}
        case SearchKind.TEXT:
            return {"page": "sources", "source": hit.id, **_in_text(hit, workspace.texts.get(hit.id, ""))}
        case SearchKind.QUOTE:
            claim, _, number = hit.where.partition("/")
            quote = workspace.events[hit.id].claims[claim].quotes[int(number)]
            return {"page": "sources", "source": quote.source, "quote": f"{hit.id}/{hit.where}"}
        case SearchKind.BRIEFING:
            return {"page": "brief", "briefing": hit.id}
    return {"event": hit.id}


def _in_text(hit: Hit, text: str) -> dict[str, str]:
    """Where in its source's text the first of the words stands that were found."""
    if hit.excerpt is None or not hit.excerpt.spans:
        return {}
    words = hit.excerpt.text[slice(*hit.excerpt.spans[0])]
    before = [start for start, _ in found_words(text, words) if start < int(hit.where)]
    return {"find": words, "hit": str(len(before) + 1)}
