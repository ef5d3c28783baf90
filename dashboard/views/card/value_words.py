"""The words beside a value on card, comparison and wall: the source's own, what it is based on, and its parts."""

from dashboard.model.allowance import Allowance
from dashboard.query.values import Basis, EventValue
from dashboard.query.wording import sentence
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words
from dashboard.views.card.links import CardLinks


def words_behind(value: EventValue) -> Markup:
    """After the value, in the second voice: the words in which the source has it."""
    return element("span", " ", words(value.as_reported), class_="dl-muted") if value.as_reported else NOTHING


def basis_words(basis: Basis, links: CardLinks) -> Markup:
    """Its purpose, its whole, its sources, or that it is inferred; then the note, and suppressed checks."""
    names = join_all([links.source(id_) for id_ in basis.sources], by="; ")
    return join(
        join("For ", words(basis.purpose)) if basis.purpose else None,
        _whole(basis.part_of, links) if basis.part_of else None,
        join("Our source: " if len(basis.sources) == 1 else "Our sources: ", names) if names.html else None,
        "Inferred" if basis.is_inferred else None,
        words(basis.note) if basis.note else None,
        *(suppressed_check(*each) for each in basis.suppressed),
        by=". ",
    )


def suppressed_check(guard: str, exception: Allowance) -> Markup:
    """An exception from a guard: its code, the words that it is for, and the reason."""
    return join(f"Check suppressed ({guard})", words(exception.scope), ": ", words(sentence(exception.reason)))


def _whole(id_: str, links: CardLinks) -> Markup:
    return join("Part of: ", links.event(id_, words(links.title_of(id_))))


def parts_with_marks(value: EventValue, links: CardLinks) -> Markup:
    """Each name of a value on a line with its mark; nothing where the value is one."""
    return join_all(
        element("div", links.mark(part.mark), element("span", words(part.name)), class_="dl-named")
        for part in value.parts
    )
