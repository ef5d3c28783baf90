"""Builds the outline of a briefing from its record and the workspace."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from dashboard.briefing.compose.annex import entries, sources, with_annex
from dashboard.briefing.compose.happened import event_blocks
from dashboard.briefing.compose.judgements import key_judgement
from dashboard.briefing.compose.status import commitment, disputes, outlook, unknown
from dashboard.briefing.figures import figures
from dashboard.briefing.manifest import SEAL_NOTE
from dashboard.briefing.outline import (
    VERDICTS,
    Block,
    BriefingInput,
    BriefingSection,
    MarkingLabel,
    Outline,
    choose_events,
    statements_of,
)
from dashboard.briefing.since import changes_section
from dashboard.checks.validation import Validation
from dashboard.model import vocabularies
from dashboard.model.briefing import Briefing, OwnMarking
from dashboard.model.event import Review
from dashboard.query.reading import Mode
from dashboard.query.wording import count_words, reliance_words, verdict_counts


def outline_of(
    briefing: Briefing, validation: Validation, mode: Mode = Mode.ASSESSED, *, draws: bool = True
) -> Outline:
    """All that the briefing says. Of the same records it is the same, on whatever day: it holds as of its own.

    Claims and events that are not there are told as gone: whether it may be written is for its writer to ask.
    Unless it `draws`, its figures are named with the claims that they show, and nothing is told of them.
    """
    made = choose_events(briefing, validation, mode=mode, draws=draws)
    sections = with_annex(tuple(_sections(made)), made)
    return Outline(
        id=briefing.id,
        title=briefing.title,
        marking=_marking(briefing),
        audience=briefing.for_ or "",
        as_of=briefing.as_of.words(),
        scope=briefing.scope or "",
        review=_review(briefing.review),
        counts=_counts(made),
        verdicts=_legend(sections),
        paper=briefing.options.paper,
        sections=sections,
        annex=entries(made),
        credits=(*vocabularies.CREDITS, SEAL_NOTE),
        day=made.day,
    )


def _legend(sections: tuple[BriefingSection, ...]) -> tuple[tuple[str, str], ...]:
    used = {
        verdict
        for each in sections
        for block in each.blocks
        for found in statements_of(block)
        for verdict in found.verdicts
    }
    return tuple((word, means) for word, means in VERDICTS.items() if word in used)


def _bottom_line(made: BriefingInput) -> Iterator[Block]:
    return (made.numbering.own(sentence) for sentence in made.briefing.bottom_line)


def _judgements(made: BriefingInput) -> Iterator[Block]:
    for each in made.briefing.judgements:
        yield from key_judgement(made, each)
        yield from (made.numbering.own(sentence) for sentence in each.reasons)


_MADE: Final[Mapping[str, tuple[str, Callable[[BriefingInput], Iterator[Block]], str]]] = {
    "bottom-line": ("Bottom line", _bottom_line, "No bottom line yet."),
    "judgements": ("Key judgements", _judgements, "No key judgements."),
    "happened": ("What happened", event_blocks, "No events."),
    "commitment": ("Commitments", commitment, "No event has a commitment level."),
    "disputed": ("What is disputed", disputes, "No claims contradict each other."),
    "unknown": ("What is unknown", unknown, "No claim asks a question, and no event has unknown details."),
    "outlook": ("Outlook", outlook, "The threads have no questions."),
    "figures": ("Map and timeline", figures, "No figures selected."),
    "sources": ("Sources", sources, "Nothing is based on a source."),
}
"""Section to its title, what makes it, and what is said where it has nothing."""


CHANGES: Final = "What changed"
"""The title of the section that only exists if the options name a state to compare with."""


def title_of(section: str) -> str:
    """The heading of one of `BRIEFING_SECTIONS`."""
    return CHANGES if section == "changes" else _MADE[section][0]


def _sections(made: BriefingInput) -> Iterator[BriefingSection]:
    """The sections in their order, each with the briefing's own sentences first."""
    asked, since = made.briefing.options.sections, made.briefing.options.since
    for key in vocabularies.BRIEFING_SECTIONS:
        if key == "changes":
            yield from _changes(made) if since and (asked is None or key in asked) else ()
        elif asked is None or key in asked:
            title, blocks, empty = _MADE[key]
            own = [made.numbering.own(sentence) for sentence in made.briefing.words.get(key, ())]
            yield BriefingSection(key, title, (*own, *blocks(made)), empty)


def _changes(made: BriefingInput) -> Iterator[BriefingSection]:
    """The section of changes; if it has no blocks, its text for an empty section says why."""
    found = changes_section(made)
    yield BriefingSection("changes", CHANGES, found.blocks, found.empty)


def _marking(briefing: Briefing) -> MarkingLabel:
    marking = briefing.marking
    if isinstance(marking, OwnMarking):
        return MarkingLabel(marking.text, marking.meaning or "")
    color = vocabularies.TLP_COLORS[marking]
    return MarkingLabel(f"TLP:{marking}", vocabularies.TLP[marking], color, vocabularies.TLP_GROUND)


def _review(review: Review) -> str:
    if review.status == "reviewed":
        return f"Reviewed by {review.by}, {review.on.words() if review.on else 'date not given'}."
    if review.status == "retracted":
        return f"Retracted: {review.note or 'no reason given'}"
    return "Draft: nobody has reviewed this briefing."


def _counts(made: BriefingInput) -> str:
    ids = [reading.id for reading in made.readings]
    found = made.evidence.count(ids)
    if not any(found.values()):
        return f"{count_words(len(ids), 'event')} with no claims."
    relied = reliance_words(made.several, found, differing=made.differing)
    return f"{count_words(len(ids), 'event')}. {relied}. Claims: {verdict_counts(found)}."
