"""One disagreement on the page: its sides with their words, the spread, what the team takes, and who repeats whom."""

from collections.abc import Sequence
from typing import Final

from dashboard.app.pages.disagreements.spread_figure import spread_figure
from dashboard.app.parts import PageLinks, event_link, mark_link, source_link, source_name
from dashboard.app.shell import PageContext
from dashboard.checks.sources import whole_percent
from dashboard.query.divergences import (
    Divergence,
    DivergentSide,
    OriginBranch,
    OriginTree,
    Spread,
    origin_trees,
    spreads_of,
    unit_of,
)
from dashboard.query.sources import Sources
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words
from dashboard.views.card import quote_in_sentence, thread_color

MOST_NAMED: Final = 3
MOST_BRANCHES: Final = 12
_TEAM: Final = "the team"


def divergence_line(found: Divergence, sources: Sources, page: PageContext) -> Markup:
    """The whole of it, below a heading in plain words."""
    names = [(side, _names(side, page)) for side in found.sides]
    spreads = spreads_of(found.sides)
    link = event_link(found.event.id, words(found.event.title), mode=page.mode)
    return element(
        "article",
        element("h2", _heading(found, names)),
        element("p", link, class_="dl-meta"),
        element("ul", *(_side(side, page) for side in found.sides), class_="dl-parting-sides"),
        *(spread_figure(each, names) for each in spreads),
        _in_other_units(names, spreads),
        element("p", words(found.taken), class_="dl-taken"),
        _trees(origin_trees(found.sources, sources), page),
        class_="dl-parting",
        style=f"--dl-own:{thread_color(page.thread_index(found.event))}",
    )


def _in_other_units(names: Sequence[tuple[DivergentSide, str]], spreads: Sequence[Spread]) -> Markup:
    """The numbers that lie on no range, because no other side has their unit."""
    units = {each.unit for each in spreads}
    left = [(side, name) for side, name in names if side.quantity and unit_of(side.quantity) not in units]
    if not spreads or not left:
        return NOTHING
    told = join_all((join(words(side.text), " (", words(name), ")") for side, name in left), by=", ")
    return element("p", "In another unit, and so on no range: ", told, class_="dl-meta")


def _heading(found: Divergence, names: Sequence[tuple[DivergentSide, str]]) -> Markup:
    """`When: 5 March (AP) / 6 March (TASS)`; of statements, whose they are."""
    if found.topic == "statement":
        return join(f"{found.label}: ", words(" against ".join(name or _TEAM for _, name in names)))
    told = (join(words(side.text), join(" (", words(name), ")") if name else None) for side, name in names)
    return join(f"{found.label}: ", join_all(told, by=" / "))


def _names(side: DivergentSide, page: PageContext) -> str:
    """Who says so: the team where the value is its own, else the first source; how many others do is said."""
    every = list(dict.fromkeys(source_name(page, each) for each in side.sources))
    if side.is_team_s or not every:
        return _TEAM if side.is_team_s else ""
    return f"{every[0]} and {len(every) - 1:,} more" if len(every) > 1 else every[0]


def _side(side: DivergentSide, page: PageContext) -> Markup:
    """The value with its mark, who says so, and the words."""
    shown = join_all((source_link(each, page) for each in side.sources[:MOST_NAMED]), by="; ")
    more = len(side.sources) - MOST_NAMED
    rest = f"; and {more:,} more" if more > 0 else None
    who = join(f"{_TEAM.capitalize()}: " if side.is_team_s else None, shown, rest)
    inferred = "The team infers it" if side.is_team_s and not side.sources else None
    other = None
    if side.event:
        other = join(" · in ", event_link(side.event, words(page.title_of(side.event)), mode=page.mode))
    quote = quote_in_sentence(side.quote.exact, side.quote.sentence, PageLinks(page)) if side.quote else None
    by = element("p", who if inferred is None else inferred, other, class_="dl-meta")
    value = element("p", element("b", words(side.text)))
    return element("li", mark_link(side.mark, page), element("div", value, by, quote))


def _trees(trees: Sequence[OriginTree], page: PageContext) -> Markup:
    """Each report with those that have it, folded."""
    if not trees:
        return NOTHING
    outlets = sum(len(each.branches) for each in trees)
    told = f"Who repeats whom: {count_words(len(trees), 'report')} repeated by {count_words(outlets, 'outlet')}"
    return element(
        "details",
        element("summary", told),
        element("ul", *(_tree(each, page) for each in trees), class_="dl-origin-trees"),
    )


def _tree(tree: OriginTree, page: PageContext) -> Markup:
    root = source_link(tree.source, page) if tree.source else words(tree.origin)
    kind = "the original report" if tree.source else "one original report, which is not among the sources here"
    is_held = not tree.source or tree.source in page.workspace.texts
    branches = [_branch(each, page, is_held=is_held) for each in tree.branches[:MOST_BRANCHES]]
    more = len(tree.branches) - MOST_BRANCHES
    rest = element("li", f"and {more:,} more", class_="dl-muted") if more > 0 else None
    return element("li", root, element("span", f", {kind}", class_="dl-muted"), element("ul", *branches, rest))


def _branch(branch: OriginBranch, page: PageContext, *, is_held: bool) -> Markup:
    """How much of its text is in the report; that this is not known, where one of the two texts is not held."""
    if branch.share is not None:
        told = f", {whole_percent(branch.share)} of the shorter text shared"
    elif branch.source not in page.workspace.texts:
        told = ", text not held"
    elif not is_held:
        told = ", by its description; the report’s own text is not held"
    else:
        told = ", by its description; the texts are not alike"
    beside = " · named here" if branch.is_on_a_side else None
    return element("li", source_link(branch.source, page), element("span", told, beside, class_="dl-muted"))
