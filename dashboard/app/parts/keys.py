"""The keys that the pages answer, as Help lists them."""

from typing import Final

CLEAR: Final = "Esc"
SEARCH: Final = "/"
PREVIOUS: Final = "p"
NEXT: Final = "n"
FIND: Final = "f"
BACK: Final = ","
ON: Final = "."
RUN: Final = "r"
LATER: Final = "j"
EARLIER: Final = "k"

KEYS: Final = {
    "Tab": "Moves to the next link, button or mark. Shift+Tab moves back.",
    "Enter": "Presses it: opens the event or follows the link. On a mark of a figure, Space does the same.",
    "← → ↑ ↓ Home End": "On a figure, which Tab reaches as a whole: the next mark that way; the first, the last.",
    "+ −": "On the timeline: more or less time in sight, about the mark. Shift+← → moves along, Shift+Home shows all.",
    "I": "On a mark before a value, or in a figure: shows the words behind it, who contradicts and who repeats them.",
    "J K": "The next event in time, and the one before. On Inbox: the next item, the previous item.",
    "?": "Shows the keys. There, keys of one letter can be switched off.",
    CLEAR: "Closes what is open and clears a search; then deselects the event.",
    SEARCH: "Goes to the search of everything; Ctrl K does the same. There, ↓ and ↑ choose, Enter opens.",
    BACK: "On Situation: plays back to the previous date.",
    ON: "On Situation: plays on to the next date.",
    RUN: "On Situation: plays through time, or stops.",
    PREVIOUS: "In a source’s text: the previous quote.",
    NEXT: "In a source’s text: the next quote.",
    "Ctrl S": "On Brief, Add and Edit: saves; Ctrl Enter does the same. Edit shows the difference first.",
    "Ctrl Z": "On Add and Edit: takes the last mark or change back.",
    "← → ↑ ↓": "On Add and Edit: selects the next or previous word of the text, or line. Shift takes more.",
    "C W L A M S Q": "On Add: the selected words are a claim, date, place, actor, amount, speaker or quote.",
    "N P": "On Add: N selects the next underlined name; P proposes events.",
    "Enter E X": "On Add, of proposals: accepts the one that is looked at; opens it in the form; refuses it.",
    "R X S G": "On Inbox: read and mark; set aside; same as a source; get the article that a feed’s entry is about.",
    "Alt ↑ ↓": "On Brief: moves the focused event up or down.",
    "→ ←": "When presenting: the next or previous step. PageDown and PageUp (a clicker) and Space work too.",
    "Home End": "When presenting: the first or last step.",
    "B": "When presenting: blanks the screen, or shows it again. The full stop does the same.",
    "S": "When presenting: opens the speaker’s view, with notes and quotes. It follows the screen.",
    "F": "When presenting: full screen. D switches dark and light, Esc leaves.",
    FIND: "In a source’s text: goes to its search. There, Enter goes to the next match, Shift+Enter back.",
}
"""Key, as it is written on it, to what it does."""
