"""Numbers that a text does not write but gives: sums, ratios, shares, conversions, rounded ones, hours, list lengths.

`is_derived` asks all of it of one figure.
"""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.evidence.derived_numbers.derivation import is_derived
    from dashboard.evidence.derived_numbers.earlier_times import takes_time_for_earlier_ones
    from dashboard.evidence.derived_numbers.lists import longest_list
    from dashboard.evidence.derived_numbers.rounding import rounded_figures
    from dashboard.evidence.derived_numbers.single_spans import unfounded_span
else:
    __getattr__ = lazy(__name__, __file__)
