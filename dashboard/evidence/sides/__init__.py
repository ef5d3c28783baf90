"""On which side of a deed somebody stands in a sentence: who does it, to whom it is done, who does something else.

The deeds are those of a type of event. What stands before a name tells whether it is an object, and of what; what
stands behind it, what it does as a subject.
"""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.evidence.sides.side import is_left_open, side_of
    from dashboard.evidence.sides.typed_words import DeedSide, may_tell
else:
    __getattr__ = lazy(__name__, __file__)
