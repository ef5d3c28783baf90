"""Help: every mark, grade and word with what it means, made from the data that draws and checks them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.app.pages.help import words as help_words
from dashboard.app.pages.sources import STATES, state_mark
from dashboard.app.parts import KEYS, evidence_mark, place_link, problem_mark
from dashboard.app.shell import PageContext
from dashboard.checks.sources import UNKNOWN_GRADE
from dashboard.model import vocabularies
from dashboard.query.wording import chance_words
from dashboard.text.markup import NOTHING, Content, Markup, element, join, join_all
from dashboard.views.drawing import EVIDENCE_MARKS, SPECIMENS

KEY_NAMES: Final = {
    "/": "slash",
    ",": "comma",
    ".": "full-stop",
    "Ctrl S": "save",
    "Alt ↑ ↓": "move",
    "→ ←": "step",
    "Home End": "ends",
    "B": "blank",
    "S": "speaker",
    "F": "full-screen",
}
"""The name of each key, or pair of keys, in an anchor of Help."""

GUIDE_TITLES: Final = {
    "records": "Record format",
    "problems": "Problems and fixes",
    "sources": "Adding sources",
    "commands": "Commands",
    "since": "Comparing",
    "deploy": "Running a server",
}
"""The titles of the guides, by the names that `dateline docs` has for them."""


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


def help_page(page: PageContext, about: str | None, place: str) -> tuple[Markup, Markup]:
    """What stands before the figure of signs, and what stands behind it. `about` is the anchor that was asked for."""
    contents = element(
        "nav",
        *(_link(topic, page) for topic in TOPICS),
        *guide_links(page),
        class_="dl-contents",
        aria_label="Contents",
    )
    asked = about if about in anchors() else None
    missed = NOTHING
    if about and asked is None:
        missed = element("p", "Help has no entry for ", element("code", about), ".", role="status")
    at = TOPICS.index(_FIGURES)
    head = element("header", element("h1", "Help"), contents, missed)
    first = join_all(_section(topic, asked) for topic in TOPICS[:at])
    signs = element("section", _head(_FIGURES, asked))
    before = element("div", head, first, signs, class_="dl-help", data_place=place)
    rest = join_all(_section(topic, asked) for topic in TOPICS[at + 1 :])
    return before, element("div", _list(_FIGURES, asked), rest, _credits(), class_="dl-help")


def guide_links(page: PageContext) -> Iterable[Markup]:
    """Links to the pages that come with the program, which `dateline docs` prints, too."""
    for name, title in GUIDE_TITLES.items():
        yield place_link("help", title, mode=page.mode, about=f"docs-{name}")


def guide_asked(about: str | None) -> str | None:
    """The guide that the address asks for; None where it asks for none."""
    name = (about or "").removeprefix("docs-")
    return name if name in GUIDE_TITLES and name != about else None


def guide_head(name: str, page: PageContext, place: str) -> Markup:
    """What stands above a guide: the way back, and the other guides."""
    links = (place_link("help", "Help", mode=page.mode), *guide_links(page))
    contents = element("nav", *links, class_="dl-contents", aria_label="Guides")
    command = element("p", "The same in a terminal: ", element("code", f"dateline docs {name}"), class_="dl-muted")
    head = element("header", element("h1", GUIDE_TITLES[name]), contents, command)
    return element("div", head, class_="dl-help", data_place=place)


def anchors() -> frozenset[str]:
    """Every anchor that a link may name."""
    return frozenset(
        anchor for topic in TOPICS for anchor in (topic.anchor, *(_anchor(topic, entry) for entry in topic.entries()))
    )


def _anchor(topic: Topic, entry: HelpEntry) -> str:
    return f"{topic.anchor}-{entry.key.replace(' ', '-').replace('_', '-').lower()}"


def _link(topic: Topic, page: PageContext) -> Markup:
    return place_link("help", topic.title, mode=page.mode, about=topic.anchor)


def _section(topic: Topic, asked: str | None) -> Markup:
    return element("section", _head(topic, asked), _list(topic, asked))


def _head(topic: Topic, asked: str | None) -> Markup:
    title = element("h2", topic.title, id=topic.anchor, **_arrives(topic.anchor, asked))
    return join(title, element("p", topic.lead, class_="dl-muted"))


def _list(topic: Topic, asked: str | None) -> Markup:
    return element("dl", *(_entry(_anchor(topic, entry), entry, asked) for entry in topic.entries()))


def _entry(anchor: str, entry: HelpEntry, asked: str | None) -> Markup:
    parts = (element("dt", entry.term), element("dd", entry.meaning))
    return element("div", *parts, id=anchor, **_arrives(anchor, asked))


def _arrives(anchor: str, asked: str | None) -> dict[str, str | None]:
    return {"data_arrive": "start", "tabindex": "-1"} if anchor == asked else {}


def _credits() -> Markup:
    head = element("h2", "Credits", id="credits")
    return element("section", head, *(element("p", credit) for credit in vocabularies.CREDITS))


def _plain(meanings: Mapping[str, str]) -> Callable[[], Iterable[HelpEntry]]:
    return lambda: (HelpEntry(key, key, f"{meaning[:1].upper()}{meaning[1:]}") for key, meaning in meanings.items())


def _as_written(meanings: Mapping[str, str]) -> Callable[[], Iterable[HelpEntry]]:
    """The words of a vocabulary, as records have them."""
    return lambda: (
        HelpEntry(key, element("code", key), f"{meaning[:1].upper()}{meaning[1:]}") for key, meaning in meanings.items()
    )


def _marks() -> Iterable[HelpEntry]:
    for mark in EVIDENCE_MARKS.values():
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
    yield HelpEntry("number", "Number in a mark", "The number of events in one place. Press it to list them.")
    yield HelpEntry(
        "line",
        "Thin line on the map",
        "From the place of a statement to the place it is about, or from one place toward another.",
    )


def _keys() -> Iterable[HelpEntry]:
    for key, meaning in KEYS.items():
        yield HelpEntry(KEY_NAMES.get(key, key), element("kbd", key), meaning)


_FIGURES = Topic(
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
    _FIGURES,
    Topic("words", "Words", "What each word means, everywhere in Dateline.", _plain(help_words.WORDS)),
    Topic(
        "verdicts",
        "Verdicts",
        "The result of checking a claim. Computed, never stored; the three add up to all claims.",
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
