"""Add: events made from the words of a source."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.app.pages.add.answers import (
        MARKING,
        MARKS_ALONE,
        NotMarked,
        refuse_other_shapes,
        told_of_mark,
        yaml_in_the_form,
    )
    from dashboard.app.pages.add.companions import companion_files
    from dashboard.app.pages.add.draft import Draft, without_empty
    from dashboard.app.pages.add.options import choices_for
    from dashboard.app.pages.add.pieces import choices_to_send, send_again
    from dashboard.app.pages.add.review import FieldProblem, field_problem, spoken_dates
    from dashboard.app.pages.add.text import readable_text
else:
    __getattr__ = lazy(__name__, __file__)
