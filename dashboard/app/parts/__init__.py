"""Parts that several pages are made of."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.app.parts.calendar_file import calendar_button
    from dashboard.app.parts.components import answer_press, host, show, show_figure
    from dashboard.app.parts.drawing_cache import sent
    from dashboard.app.parts.evidence_links import (
        Recorded,
        claim_mark,
        claims_mark,
        date_words,
        full_date,
        ground_of_recorded,
        level_words,
        mark_leading,
        recorded_mark,
        source_link,
        value_mark,
    )
    from dashboard.app.parts.figure_component import Hosted, Stand
    from dashboard.app.parts.highlight import found_elsewhere, words_searched
    from dashboard.app.parts.icons import (
        MARK_OF_CARRIED,
        carried_mark,
        evidence_mark,
        problem_mark,
        thread_color,
        thread_square,
    )
    from dashboard.app.parts.keys import FIND, KEYS, NEXT, PREVIOUS
    from dashboard.app.parts.links import (
        address,
        button,
        choice,
        event_link,
        event_of_thread,
        help_link,
        leading_to,
        page_link,
        place_link,
        question_link,
    )
    from dashboard.app.parts.paging import pager
    from dashboard.app.parts.problems import problem_lines, with_code, with_difference
    from dashboard.app.parts.quoted import quote_in_sentence
    from dashboard.app.parts.reader_aid import arrive
    from dashboard.app.parts.source_words import (
        reliability_told,
        source_name,
        strength_of_sources,
        strength_told,
        unknown_reliability,
    )
    from dashboard.app.parts.tables import as_table
else:
    __getattr__ = lazy(__name__, __file__)

__all__ = [
    "FIND",
    "KEYS",
    "MARK_OF_CARRIED",
    "NEXT",
    "PREVIOUS",
    "Hosted",
    "Recorded",
    "Stand",
    "address",
    "answer_press",
    "arrive",
    "as_table",
    "button",
    "calendar_button",
    "carried_mark",
    "choice",
    "claim_mark",
    "claims_mark",
    "date_words",
    "event_link",
    "event_of_thread",
    "evidence_mark",
    "found_elsewhere",
    "full_date",
    "ground_of_recorded",
    "help_link",
    "host",
    "leading_to",
    "level_words",
    "mark_leading",
    "page_link",
    "pager",
    "place_link",
    "problem_lines",
    "problem_mark",
    "question_link",
    "quote_in_sentence",
    "recorded_mark",
    "reliability_told",
    "sent",
    "show",
    "show_figure",
    "source_link",
    "source_name",
    "strength_of_sources",
    "strength_told",
    "thread_color",
    "thread_square",
    "unknown_reliability",
    "value_mark",
    "with_code",
    "with_difference",
    "words_searched",
]
