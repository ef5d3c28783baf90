"""The map: events where they happened, with what leads from one place to another."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.views.map.areas import edge_trace, hatching, in_pixels
    from dashboard.views.map.basemap import disputed_borders, without_antarctica
    from dashboard.views.map.clustering import merge_spots
    from dashboard.views.map.figure import FOOT_PX, controls_edges, event_map, event_rows, map_layout
    from dashboard.views.map.frame import NARROW_PX, Viewport, close_up, frame_of, hold, move_frame
    from dashboard.views.map.imported_layer import (
        imported_bins,
        imported_description,
        imported_entry,
        imported_sentences,
        sight_of,
    )
    from dashboard.views.map.inset import INSET, LEAD
    from dashboard.views.map.label_space import LEAD_PX, LabelSpace, MapLabel, led_label
    from dashboard.views.map.legend_entries import disputed_entry, entries, problem_entries
    from dashboard.views.map.map_input import MapInput
    from dashboard.views.map.panel import Panel, lay_labels, panel_marks, panel_names, panel_of, panel_traces
else:
    __getattr__ = lazy(__name__, __file__)
