"""One actor's interactions, statements and events, in order, each leading to its event."""

from collections.abc import Sequence
from typing import Final

from dashboard.app.pages.actors.words import actor_link, behind, quad_line, source_link
from dashboard.app.parts import PageLinks, claim_mark, date_words, event_link, recorded_mark
from dashboard.app.shell import PageContext
from dashboard.query.actors import AttributedClaim, Dossier, verdicts_of
from dashboard.query.disagreements import opponents_of
from dashboard.query.interactions import Interaction, Quad, ResolvedParticipant
from dashboard.query.reading import ResolvedEvent
from dashboard.query.texts import sentence_of
from dashboard.query.wording import credibility_words, speaker_pieces, without_hyphens
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words
from dashboard.views.card import quote_in_sentence, said_by, thread_square

MOST: Final = 100
"""So many rows a column shows; it says how many more there are."""
MOST_NAMED: Final = 8


def interactions_and_statements(dossier: Dossier, page: PageContext) -> Markup:
    """Three columns below the network."""
    done = element(
        "section",
        _interactions("What they did", dossier, dossier.did, page, is_doer=True),
        _interactions("What was done to them", dossier, dossier.received, page, is_doer=False),
    )
    columns = (done, _statements(dossier, page), _events(dossier, page))
    return element("div", *columns, class_="dl-actor-columns dl-of-one")


def _interactions(
    title: str, dossier: Dossier, interactions: Sequence[Interaction], page: PageContext, *, is_doer: bool
) -> Markup:
    """A section of the actor's actions, or of actions aimed at the actor, grouped by quadrant, then by date."""
    head = element("h2", f"{title} ", behind(f"{len(interactions):,}"))
    if not interactions:
        return join(head, element("p", "None in the events shown.", class_="dl-muted"))
    listed = interactions[:MOST]
    groups = []
    for quad in Quad:
        rows = [
            _interaction_row(interaction, dossier, page, is_doer=is_doer)
            for interaction in listed
            if interaction.quad is quad
        ]
        if rows:
            name = element("h3", quad_line(quad), quad.value, " ", behind(f"{len(rows):,}"))
            groups.append(join(name, element("ul", *rows, class_="dl-marked-rows")))
    return join(head, *groups, _more(len(interactions)))


def _interaction_row(interaction: Interaction, dossier: Dossier, page: PageContext, *, is_doer: bool) -> Markup:
    """The title and the date; below, the type, and the actor's own part and the others with their marks."""
    event = interaction.reading.event
    own = next(
        part for part in (interaction.initiators if is_doer else interaction.recipients) if part.actor == dossier.id
    )
    what = event.what
    modes = f" ({', '.join(map(without_hyphens, what.modes))})" if what.modes else ""
    kind = f"{without_hyphens(what.type)}{modes}" if what.type else None
    unreal = None if what.reality == "actual" else without_hyphens(what.reality)
    part = join(recorded_mark(event, own.recorded, page), " by them" if is_doer else " to them")
    told = element("small", join(kind, unreal, _others(interaction, dossier, page, is_doer=is_doer), part, by=", "))
    title = event_link(event.id, words(event.title), mode=page.mode)
    return element(
        "li", element("span", title, told), element("span", date_words(interaction.reading, page), class_="dl-level")
    )


def _others(interaction: Interaction, dossier: Dossier, page: PageContext, *, is_doer: bool) -> Markup:
    """`to Ecuador`, `by the United States`, `with Gabriela Sommerfeld`; each with the mark of how that is carried."""
    if not is_doer:
        by = interaction.initiators
        return join("by ", _actor_links(by, interaction, page)) if by else join("actor not named")
    if interaction.recipients:
        return join("to ", _actor_links(interaction.recipients, interaction, page))
    others = [part for part in interaction.initiators if part.actor != dossier.id]
    return join("with ", _actor_links(others, interaction, page)) if others else NOTHING


def _actor_links(parts: Sequence[ResolvedParticipant], interaction: Interaction, page: PageContext) -> Markup:
    names = [
        join(
            recorded_mark(interaction.reading.event, part.recorded, page),
            " ",
            actor_link(part.actor, page.actor_name(part.actor), page),
        )
        for part in parts[:MOST_NAMED]
    ]
    left = len(parts) - MOST_NAMED
    return join(join_all(names, by=", "), f" and {left:,} more" if left > 0 else None)


def _statements(dossier: Dossier, page: PageContext) -> Markup:
    """Every claim of theirs, quotes first; the verdicts add up."""
    counts = verdicts_of(dossier.sayings)
    sums = ", ".join(f"{number:,} {verdict.value}" for verdict, number in counts.items() if number)
    head = element("h2", "Statements ", behind(f"{len(dossier.sayings):,}{': ' + sums if sums else ''}"))
    if not dossier.sayings:
        return element("section", head, element("p", "No statements by them.", class_="dl-muted"))
    sayings = [_statement(saying, page) for saying in dossier.sayings[:MOST]]
    return element("section", head, *sayings, _more(len(dossier.sayings)))


def _statement(saying: AttributedClaim, page: PageContext) -> Markup:
    claim, event = saying.claim, saying.reading.event
    found = page.evidence.of(event.id, saying.key).quotes
    texts = page.workspace.texts
    quotes = [quote_in_sentence(each.quote.exact, sentence_of(each, texts), PageLinks(page)) for each in found]
    own = element("p", words(claim.text), class_="dl-own") if not quotes else None
    named = tuple(dict.fromkeys([*(quote.source for quote in claim.quotes), *claim.sources]))
    sources = join_all([source_link(id_, page) for id_ in named], by="; ")
    told = element(
        "p",
        join(f"{claim.kind.capitalize()}: {credibility_words(claim.credibility)}", sources, by=". "),
        class_="dl-meta",
    )
    with_others = (
        element("p", said_by(speaker_pieces(claim, page.actor_name)), class_="dl-meta")
        if len(claim.voices) > 1
        else None
    )
    is_disputed = bool(opponents_of(event, saying.key, page.workspace.places))
    disputed = element("p", element("b", "Disputed"), class_="dl-meta") if is_disputed else None
    where = element(
        "p",
        event_link(event.id, words(event.title), mode=page.mode),
        ", ",
        date_words(saying.reading, page),
        class_="dl-meta",
    )
    body = element("div", *quotes, own, where, with_others, told, disputed)
    return element("article", claim_mark(event, saying.key, page), body, class_="dl-claim")


def _events(dossier: Dossier, page: PageContext) -> Markup:
    """All that name them, with their roles."""
    ids = list(dossier.events)
    rows = [_event(page.by_id[id_], dossier.events[id_], page) for id_ in ids[:MOST]]
    head = element("h2", "Events by date ", behind(f"{len(ids):,}"))
    if not rows:
        return element("section", head, element("p", "None of the events shown names them.", class_="dl-muted"))
    return element("section", head, element("ul", *rows, class_="dl-rows"), _more(len(ids)))


def _event(reading: ResolvedEvent, roles: Sequence[str], page: PageContext) -> Markup:
    return element(
        "li",
        element("span", date_words(reading, page), class_="dl-when"),
        thread_square(page.thread_index(reading.event)),
        event_link(reading.id, words(reading.event.title), mode=page.mode),
        element("span", ", ".join(map(without_hyphens, roles)), class_="dl-level"),
    )


def _more(number: int) -> Markup:
    return element("p", f"{number - MOST:,} more not listed here.", class_="dl-muted") if number > MOST else NOTHING
