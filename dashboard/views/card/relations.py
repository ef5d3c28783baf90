"""What the card says below its claims: relations, answers, judgements, contexts and tags."""

from typing import Final

from dashboard.query.card import CardAnswer, CardJudgement, CardRelation, EventCard
from dashboard.query.marks import Mark
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Content, Markup, element, join, words
from dashboard.views.card.links import CardLinks
from dashboard.views.card.value_words import suppressed_check

MOST_RELATIONS: Final = 40
"""So many relations are listed, the event's own first."""


def links_of_card(card: EventCard, links: CardLinks) -> Markup:
    """Relations both ways, answers, judgements, contexts and tags; and what is set aside for its places."""
    relations = list(card.relations)
    left = len(relations) - MOST_RELATIONS
    lines = [
        *(_relation(each, links) for each in relations[:MOST_RELATIONS]),
        *([_line("", join(f"{count_words(left, 'more relation')} not listed here."))] if left > 0 else ()),
        *(_answer(each, links) for each in card.answers),
        *(_judgement(each, links) for each in card.judgements),
        *(_line(title, words(text)) for title, text in card.fields),
        *(_line("Place", join(words(name), ". ", suppressed_check(*each))) for name, each in card.place_checks),
    ]
    return element("div", *lines, class_="dl-links") if lines else NOTHING


def _mark(mark: Mark | None, links: CardLinks) -> Markup:
    """The mark of the claims that say so; none where the team alone does."""
    return join(links.mark(mark), " ") if mark else NOTHING


def _relation(relation: CardRelation, links: CardLinks) -> Markup:
    title = words(relation.title)
    target = links.event(relation.event, title) if relation.is_known else join(title, " (event not found)")
    own = "" if relation.mark else " The team’s own link."
    note = join(" ", words(relation.note)) if relation.note else None
    allowed = [join(" ", suppressed_check(*each)) for each in relation.suppressed]
    remark = element("span", own, note, *allowed, class_="dl-muted") if own or note or allowed else None
    return _line(join(_mark(relation.mark, links), relation.label), join(target, remark))


def _answer(answer: CardAnswer, links: CardLinks) -> Markup:
    outcome = element("b", answer.outcome)
    return _line("Answers", join(words(answer.question), " ", _mark(answer.mark, links), outcome))


def _judgement(judgement: CardJudgement, links: CardLinks) -> Markup:
    question, judged = words(judgement.question), element("b", f"{judgement.judged} ")
    note = join(" ", words(judgement.note)) if judgement.note else None
    asked = links.help("likelihood", "a likelihood")
    return _line("Judged", join(question, " ", judged, words(judgement.made), note, asked))


def _line(label: Content, content: Markup) -> Markup:
    return element("p", element("span", label, class_="dl-label"), " ", element("span", content))
