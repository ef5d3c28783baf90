"""What Help explains, topic by topic: every mark, grade and word, from the data that draws and checks them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.app.pages.help import words as help_words
from dashboard.app.pages.sources import STATES, state_mark
from dashboard.app.parts import KEYS
from dashboard.checks.sources import UNKNOWN_GRADE
from dashboard.model import vocabularies
from dashboard.query.wording import chance_words
from dashboard.text.markup import Content, Markup, element, join, join_all
from dashboard.views.card import evidence_mark, problem_mark
from dashboard.views.drawing import CHECKING_MARK, EVIDENCE_MARKS, SPECIMENS

KEY_NAMES: Final = {
    "/": "slash",
    ",": "comma",
    ".": "full-stop",
    "Ctrl S": "save",
    "Alt ↑ ↓": "move",
    "→ ←": "step",
    "← → ↑ ↓": "words",
    "← → ↑ ↓ Home End": "figure",
    "?": "keys",
    "+ −": "zoom-time",
    "Home End": "ends",
    "B": "blank",
    "S": "speaker",
    "F": "full-screen",
}
"""The name of each key, or pair of keys, in an anchor of Help."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A section of Help. `anchor` is its place in the address: `?page=help&about=ANCHOR`."""

    anchor: str
    title: str
    lead: str
    entries: Callable[[], "Iterable[HelpEntry]"]


@dataclass(frozen=True, slots=True)
class HelpEntry:
    """A term with its meaning. Its anchor is the topic’s with its own behind: `event-types-aid`."""

    key: str
    term: Content
    meaning: Content


def _plain(meanings: Mapping[str, str]) -> Callable[[], Iterable[HelpEntry]]:
    return lambda: (HelpEntry(key, key, f"{meaning[:1].upper()}{meaning[1:]}") for key, meaning in meanings.items())


def _as_written(meanings: Mapping[str, str]) -> Callable[[], Iterable[HelpEntry]]:
    """The words of a vocabulary, as records have them."""
    return lambda: (
        HelpEntry(key, element("code", key), f"{meaning[:1].upper()}{meaning[1:]}") for key, meaning in meanings.items()
    )


def _marks() -> Iterable[HelpEntry]:
    for mark in (*EVIDENCE_MARKS.values(), CHECKING_MARK):
        yield HelpEntry(mark.name.replace(",", ""), join(evidence_mark(mark.name), " ", mark.name), mark.meaning)
    yield HelpEntry("error", join(problem_mark("error"), " error"), "A problem in the record that must be fixed.")
    yield HelpEntry(
        "warning", join(problem_mark("warning"), " warning"), "A problem in the record that may be intended."
    )


def _verdicts() -> Iterable[HelpEntry]:
    for name, meaning in help_words.VERDICTS.items():
        yield HelpEntry(name, join(evidence_mark(name), " ", name), f"{meaning[:1].upper()}{meaning[1:]}.")


def _text_states() -> Iterable[HelpEntry]:
    for state, meaning in help_words.TEXT_STATES.items():
        yield HelpEntry(
            state.value, join(state_mark(state), " ", STATES[state]), f"{meaning[:1].upper()}{meaning[1:]}."
        )


def _reliability() -> Iterable[HelpEntry]:
    for grade, meaning in vocabularies.RELIABILITY.items():
        yield HelpEntry(grade, grade, _grade_meaning(meaning, is_unknown=grade == UNKNOWN_GRADE))


def _credibility() -> Iterable[HelpEntry]:
    for grade, meaning in vocabularies.CREDIBILITY.items():
        yield HelpEntry(
            str(grade), str(grade), _grade_meaning(meaning, is_unknown=grade == max(vocabularies.CREDIBILITY))
        )


def _grade_meaning(meaning: str, *, is_unknown: bool) -> Markup:
    sign = join(evidence_mark("unknown"), " ") if is_unknown else None
    return join(sign, meaning.capitalize(), ": unknown, not worse than the others" if is_unknown else None)


def _likelihood() -> Iterable[HelpEntry]:
    for word in vocabularies.LIKELIHOOD:
        yield HelpEntry(word, element("code", word), chance_words(word))


def _types() -> Iterable[HelpEntry]:
    for name, kind in vocabularies.EVENT_TYPES.items():
        modes = join_all([element("code", mode) for mode in kind["modes"]], by=", ")
        quadrant = element("span", f"{str(kind['quad']).capitalize()}. ", class_="dl-quadrant")
        behind = element("span", " Modes: ", modes, ".", class_="dl-muted") if kind["modes"] else None
        yield HelpEntry(name, element("code", name), join(quadrant, f"{str(kind['meaning']).capitalize()}.", behind))


def _contexts() -> Iterable[HelpEntry]:
    yield HelpEntry("all", "Contexts", join_all([element("code", name) for name in vocabularies.CONTEXTS], by=", "))


def _signs() -> Iterable[HelpEntry]:
    for sign in SPECIMENS:
        yield HelpEntry(sign.key, sign.look, sign.meaning)
    yield HelpEntry("ring", "Ring around a mark", "Selected. On the map, a dotted ring means: somewhere inside it.")
    yield HelpEntry("area", "Hatched area", "Only the country or region is known.")
    near = (
        "The number of events in one place, or in places so near each other that their marks would overlap: the disc "
    )
    yield HelpEntry(
        "number", "Number in a mark", f"{near}covers them all. Press it to list the events, and to see them larger."
    )
    yield HelpEntry(
        "move",
        "Moving the map",
        "Drag it, or turn the wheel; on a touch screen with two fingers. Press twice on free ground to see all events "
        "again. Where a list of events has “Filter to these”, the address names their area: it can be sent.",
    )
    yield HelpEntry(
        "near",
        "From near",
        "Towns, rivers, lakes and borders of provinces are Natural Earth's. Dashed borders are disputed. Country "
        "borders follow the United Nations; dashed lines within them follow Natural Earth, which draws who is in "
        "control. We take no position. The bars at the foot are right for the middle of the map.",
    )
    yield HelpEntry(
        "drawn-area",
        "Dashed frame on the map",
        "The area that you filter by. Press Area and drag over the map; from the keyboard, arrows move the area, Shift "
        "and arrows change its size, and Enter filters. The address has it: it can be sent or saved as a view.",
    )
    yield HelpEntry(
        "show-as",
        "Show as",
        "Above the map. Marks by weight: the area of a mark is its event's weight, as the team has it (major "
        "twice normal, normal twice minor); in a broken ring, nobody has given it, and it is drawn as normal. "
        "Countries: each in a shade for its number of events; an event is counted to the country of its record, "
        "or to that in which all of its place must lie. Hexagons: all of one area on the earth, smaller the "
        "nearer you come. Striped: the places of most events there are not quoted. What belongs to none of them, "
        "such as an event of which only the country is known among hexagons, stays a mark. Press one for its "
        "events. The address and saved views have the choice; briefings and the wall have marks.",
    )
    yield HelpEntry(
        "play",
        "Playing time",
        "“As it happened” shows what had happened by a day, as we know it now. “As it was known” shows the records as "
        "they were at the end of a day, by the commits of git; without git, the events that had been reviewed by then. "
        "They are checked by today's program. Drag the slider, or the line of the day on the timeline.",
    )
    yield HelpEntry(
        "picture",
        "Pictures, full screen and frames",
        "Map and card are as high as the window lets them be; Full screen, above the map, gives them the whole screen. "
        "Download gives a figure, or the whole view, as a picture for a slide. An address with embed=true in it can be "
        "shown in a frame of another page, where the server was started with --allow-embedding; nothing can be changed "
        "there.",
    )
    yield HelpEntry(
        "line",
        "Thin line on the map",
        "From the place of a statement to the place it is about, or from one place toward another.",
    )


def _keys() -> Iterable[HelpEntry]:
    for key, meaning in KEYS.items():
        yield HelpEntry(KEY_NAMES.get(key, key), element("kbd", key), meaning)


FIGURES = Topic(
    "figures",
    "Fills and outlines",
    "The fill shows what supports a value, the outline shows doubt, the colour shows the thread. On the timeline a "
    "sign is about the date, on the map about the place. Each sign, as the timeline draws it:",
    _signs,
)
TOPICS: Final = (
    Topic(
        "marks",
        "Marks",
        "No mark without a quote or a named outside source behind it; the two never look alike.",
        _marks,
    ),
    FIGURES,
    Topic("words", "Words", "What each word means, everywhere in Dateline.", _plain(help_words.WORDS)),
    Topic(
        "verdicts",
        "Verdicts",
        "The result of checking a claim. Computed, never stored; the four add up to all claims.",
        _verdicts,
    ),
    Topic("bases", "Bases", "What an assessed value is based on.", _as_written(help_words.BASES)),
    Topic("text-states", "Texts", "The state of a source’s stored text, which is never edited.", _text_states),
    Topic(
        "text-parts",
        "Parts of texts",
        "The parts of a text that are not its body.",
        _as_written(vocabularies.TEXT_PARTS),
    ),
    Topic(
        "reliability",
        "Reliability",
        "How far a source can be relied on: the Admiralty code. F means unknown; it is not the lowest.",
        _reliability,
    ),
    Topic(
        "credibility",
        "Credibility",
        "How far a claim can be believed: the Admiralty code. 6 means unknown; it is not the lowest.",
        _credibility,
    ),
    Topic(
        "likelihood", "Likelihood", "How likely the team judges an outcome to be, in the words of ICD 203.", _likelihood
    ),
    Topic("confidence", "Confidence", help_words.CONFIDENCE_LEAD, _as_written(help_words.CONFIDENCE)),
    Topic(
        "commitment",
        "Commitment",
        "The stage that a matter had reached with an event.",
        _as_written(vocabularies.COMMITMENT),
    ),
    Topic("precisions", "Places", "How exactly a place is known.", _as_written(help_words.PRECISIONS)),
    Topic("event-types", "Event types", "What is done, by PLOVER: each type is in one of four quadrants.", _types),
    Topic("contexts", "Contexts", "What an event is about, by PLOVER. An event may have several.", _contexts),
    Topic("reality", "Reality", "Whether an event happened, by PLOVER.", _as_written(help_words.REALITY)),
    Topic("relations", "Relations", "How one event relates to another.", _as_written(help_words.RELATIONS)),
    Topic("keys", "Keys", "Everything can be done without a mouse.", _keys),
)
"""In the order of the page."""
