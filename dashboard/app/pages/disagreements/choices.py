"""What the reader has chosen on the page Disagreements: a topic, a source, an actor; and the links that choose."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.app.parts import place_link, source_name
from dashboard.app.shell import PageContext, state
from dashboard.query.divergences import TOPICS, Divergence
from dashboard.query.wording import source_date
from dashboard.text.markup import NOTHING, Markup, element, words

PAGE: Final = "disagreements"
MOST_LISTED: Final = 40
"""So many sources, and so many actors, are listed: those with the most."""


@dataclass(frozen=True, slots=True)
class DisagreementChoices:
    """What is asked for; each empty where it is not."""

    topic: str = ""
    source: str = ""
    actor: str = ""

    @classmethod
    def now(cls) -> "DisagreementChoices":
        """What the address has."""
        topic = state.address_value("topic") or ""
        asked = [state.address_value(key) or "" for key in ("source", "actor")]
        return cls(topic if topic in TOPICS else "", *asked)

    def match(self, found: Divergence, *, but: str = "") -> bool:
        """Whether a disagreement is asked for; `but` is a choice that does not count."""
        return (
            (but == "topic" or self.topic in ("", found.topic))
            and (but == "source" or not self.source or self.source in found.sources)
            and (but == "actor" or not self.actor or self.actor in found.actors)
        )

    def places(self, **other: str | None) -> dict[str, str | None]:
        """The keys of the address for these, with some others in their place."""
        return {"topic": self.topic, "source": self.source, "actor": self.actor, **other}


def choice_bar(every: Sequence[Divergence], choices: DisagreementChoices, page: PageContext) -> Markup:
    """The topics with how many there are of each, and below them sources and actors to choose."""
    topics = Counter(each.topic for each in every if choices.match(each, but="topic"))
    links = [
        _choice("topic", "", f"All {sum(topics.values()):,}", choices, page),
        *(
            _choice("topic", key, f"{title} {topics[key]:,}", choices, page)
            for key, title in TOPICS.items()
            if topics[key]
        ),
    ]
    by_source = Counter(id_ for each in every if choices.match(each, but="source") for id_ in each.sources)
    by_actor = Counter(id_ for each in every if choices.match(each, but="actor") for id_ in each.actors)
    lists = (
        _list("source", "By source", by_source, _source_names(by_source, page), choices, page),
        _list("actor", "By actor", by_actor, {id_: page.actor_name(id_) for id_ in by_actor}, choices, page),
    )
    return element("nav", element("div", *links, class_="dl-parting-topics"), *lists, aria_label="Which disagreements")


def _source_names(ids: Iterable[str], page: PageContext) -> dict[str, str]:
    """Their names; with its day, where several have one name."""
    names = {id_: source_name(page, id_) for id_ in ids}
    several = {name for name, number in Counter(names.values()).items() if number > 1}
    known = page.workspace.sources
    return {
        id_: f"{name}, {source_date(known[id_]) or id_}" if name in several and id_ in known else name
        for id_, name in names.items()
    }


def _choice(key: str, value: str, label: str, choices: DisagreementChoices, page: PageContext) -> Markup:
    """A link that chooses a value; one that is chosen lets it go."""
    is_chosen = getattr(choices, key) == value
    to = None if is_chosen else value or None
    attributes = {"class_": "dl-chosen" if is_chosen else None}
    return place_link(PAGE, words(label), mode=page.mode, **attributes, **choices.places(**{key: to}))


def _list(
    key: str, title: str, counts: Counter[str], names: dict[str, str], choices: DisagreementChoices, page: PageContext
) -> Markup:
    if not counts:
        return NOTHING
    ordered = sorted(counts, key=lambda id_: (-counts[id_], names[id_]))
    chosen = getattr(choices, key)
    items = [
        element("li", _choice(key, id_, f"{names[id_]} {counts[id_]:,}", choices, page))
        for id_ in ordered[:MOST_LISTED]
    ]
    more = len(ordered) - MOST_LISTED
    rest = element("li", f"and {more:,} more", class_="dl-muted") if more > 0 else None
    told = f": {names.get(chosen, chosen)}" if chosen else f" {len(counts):,}"
    return element("details", element("summary", title, words(told)), element("ul", *items, rest), id=f"parting-{key}")
