"""Parts that several pages are made of."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.app.parts.calendar_file import calendar_button
    from dashboard.app.parts.card_links import PageLinks
    from dashboard.app.parts.components import answer_press, arrive, host, place_again, show, show_figure, show_player
    from dashboard.app.parts.drawing_cache import cached_figure
    from dashboard.app.parts.evidence_links import (
        behind_part,
        claim_mark,
        claims_mark,
        date_words,
        entry_mark,
        evidence_link,
        full_date,
        level_words,
        mark_link,
        recorded_mark,
        reported_mark,
        source_link,
        support_mark,
    )
    from dashboard.app.parts.figure_component import FigureComponent, ViewState
    from dashboard.app.parts.highlight import excerpt_line, highlighted_words
    from dashboard.app.parts.keys import EARLIER, FIND, KEYS, LATER, NEXT, PREVIOUS
    from dashboard.app.parts.links import (
        address,
        button,
        choice,
        edit_link,
        event_link,
        event_of_thread,
        help_link,
        link_attributes,
        page_link,
        pager,
        place_link,
        question_link,
    )
    from dashboard.app.parts.placed import PageBox, Placed, recording
    from dashboard.app.parts.problems import problem_lines, with_difference
    from dashboard.app.parts.source_words import source_name, strength_of_sources
    from dashboard.app.parts.tables import as_table, sums_table
else:
    __getattr__ = lazy(__name__, __file__)
