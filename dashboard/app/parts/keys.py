"""The keys that the pages answer, as Help lists them."""

from typing import Final

CLEAR: Final = "Esc"
SEARCH: Final = "/"
PREVIOUS: Final = "p"
NEXT: Final = "n"
FIND: Final = "f"
BACK: Final = ","
ON: Final = "."
RUN: Final = "k"

KEYS: Final = {
    "Tab": "Goes from one link, button or mark to the next; with Shift, back.",
    "Enter": "Presses it: opens the event, follows the link. On a mark of a figure, the space bar does as well.",
    CLEAR: "Closes what is open, and empties a search; then lets the selected event go.",
    SEARCH: "Goes to the search over titles, claims and quotes.",
    BACK: "On Situation: plays time back to the date before.",
    ON: "On Situation: plays time on to the next date.",
    RUN: "On Situation: runs through time, or stops it.",
    PREVIOUS: "In a source’s text: the quote before.",
    NEXT: "In a source’s text: the next quote.",
    "Ctrl S": "On Brief: saves the briefing.",
    "Alt ↑ ↓": "On Brief: moves the event whose row has the focus.",
    "→ ←": "On the wall: the next step, the one before; so do PageDown and PageUp, as a clicker sends them, and Space.",
    "Home End": "On the wall: the first step, the last.",
    "B": "On the wall: blanks the screen, and shows it again; so does the full stop.",
    "S": "On the wall: opens the speaker’s view, with notes and quotes, which follows.",
    "F": "On the wall: full screen. D turns dark and light, Esc leaves.",
    FIND: "In a source’s text: goes to the search in it. There, Enter goes to the next hit, Shift and Enter back.",
}
"""Key, as it is written on it, to what it does."""
