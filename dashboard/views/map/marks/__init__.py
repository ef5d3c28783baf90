"""The marks of a map: events by place, their sizes, signs and words, and how they are drawn."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.views.map.marks.group import CARRIED_WORDS, Group, Seat, in_words, number_box, ringed_size
    from dashboard.views.map.marks.ink import Ink
    from dashboard.views.map.marks.overlaps import NEAR_PX, count_of, without_overlaps
    from dashboard.views.map.marks.problem_signs import badge_of, marks_with_problems, sign_traces, worst_problem
    from dashboard.views.map.marks.sizes import size_of
    from dashboard.views.map.marks.spots import Spot, spots_of
    from dashboard.views.map.marks.traces import halo, mark_traces
    from dashboard.views.map.marks.words import mark_words
else:
    __getattr__ = lazy(__name__, __file__)
