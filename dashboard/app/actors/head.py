"""The head of the page Actors: whom it is about, with sums."""

from collections.abc import Sequence

from dashboard.app.actors.words import actor_sign, kind_words
from dashboard.app.parts.links import place_link
from dashboard.app.parts.signs import evidence_mark
from dashboard.app.shown import Shown
from dashboard.model.country_names import country_name
from dashboard.query.actors import Cast, Dossier, verdicts_of
from dashboard.query.reading import Mode
from dashboard.query.wording import counted
from dashboard.text.markup import NOTHING, Content, Markup, element, joined, words


def head_of_all(cast: Cast, shown: Shown) -> Markup:
    """How many actors there are, and what is said of them."""
    active = sum(bool(dossier.events) for dossier in cast.dossiers.values())
    which = "All" if active == len(cast.dossiers) else f"{active:,}"
    said = f"{which} of them {'is' if active == 1 else 'are'} named by {counted(len(shown.readings), 'event')}"
    how = "as reported" if shown.mode is Mode.REPORTED else "as assessed"
    sayings = [saying for dossier in cast.dossiers.values() for saying in dossier.sayings]
    sums = [
        ("Events", len(shown.readings)),
        ("Deeds", len(cast.deeds)),
        ("Sayings", len(sayings)),
    ]
    title = element("h1", counted(len(cast.dossiers), "actor"))
    told = f"{said}, {how}." if cast.dossiers else "No event names anybody, and nobody is registered."
    return _head(NOTHING, title, joined(told), sums)


def head_of_one(dossier: Dossier, cast: Cast, shown: Shown) -> Markup:
    """Name, kind and country; sums of what the sections below list."""
    actor = dossier.actor
    back = place_link("actors", "Actors", mode=shown.mode)
    crumbs = element("p", back, element("span", f" {len(cast.dossiers):,}", class_="dl-count"), class_="dl-crumbs")
    place = country_name(actor.country) if actor and actor.country else ""
    offices = "; ".join(office.title for office in actor.offices) if actor else ""
    told = words(", ".join(filter(None, (kind_words(dossier), place, offices))))
    verdicts = verdicts_of(dossier.sayings)
    sums: list[tuple[Content, int]] = [
        ("Events", len(dossier.events)),
        ("Acts", len(dossier.did)),
        ("Acted on", len(dossier.received)),
        ("Said", len(dossier.sayings)),
        *(
            (joined(evidence_mark(each.value), " ", each.value.capitalize()), number)
            for each, number in verdicts.items()
            if dossier.sayings
        ),
    ]
    title = element("h1", actor_sign(dossier), words(dossier.name))
    return _head(crumbs, title, told, sums)


def _head(crumbs: Markup, title: Markup, told: Markup, sums: Sequence[tuple[Content, int]]) -> Markup:
    numbers = [element("div", element("dt", label), element("dd", f"{number:,}")) for label, number in sums]
    words_of_it = element("div", crumbs, title, element("p", told))
    return element("header", words_of_it, element("dl", *numbers), class_="dl-actor-head")
