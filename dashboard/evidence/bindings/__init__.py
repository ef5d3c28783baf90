"""What belongs together in a sentence: a number and what it is of, a person and an office, a nationality and a noun.

Each module finds where a claim binds to one what the quotes bind to another.
"""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.evidence.bindings.attributes import exchanged_attributes, misplaced_attribute
    from dashboard.evidence.bindings.contrary_ways import contrary_way
    from dashboard.evidence.bindings.figures import misplaced_figure
    from dashboard.evidence.bindings.holders import borrowed_office
    from dashboard.evidence.bindings.partners import exchanged_partner
    from dashboard.evidence.bindings.people import misplaced_description
    from dashboard.evidence.bindings.shares import whole_for_part
    from dashboard.evidence.bindings.ways import exchanged_way
else:
    __getattr__ = lazy(__name__, __file__)
