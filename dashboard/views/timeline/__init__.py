"""The timeline: events in their lanes over days and years, in the browser and on the wall."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.views.timeline.axis import Axis, TimeScale, fitting_axis
    from dashboard.views.timeline.background import AS_OF, HEAD, TODAY, DayLine, grounds_of, head_of, today_of
    from dashboard.views.timeline.figure import event_timeline
    from dashboard.views.timeline.glyphs import SignInk
    from dashboard.views.timeline.lane_layout import NARROW
    from dashboard.views.timeline.lanes import LABEL_SIZE, LABEL_WEIGHT, MARK_GAP, SHORTEST_CUT
    from dashboard.views.timeline.piecewise import piecewise_axis
    from dashboard.views.timeline.signs import DISC, RING, Sign, SignStyle, signs_of
    from dashboard.views.timeline.spans import anchors_of
    from dashboard.views.timeline.wall import wall_timeline
    from dashboard.views.timeline.window import TimeWindow
    from dashboard.views.timeline.words import about_axis, about_problems, about_signs, mark_name
else:
    __getattr__ = lazy(__name__, __file__)
