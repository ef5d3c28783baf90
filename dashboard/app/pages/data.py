"""Data page: what is wrong in the files, and how much there is."""

from dashboard.app.components import show
from dashboard.app.problem_list import data_page
from dashboard.app.shown import Shown


def page(shown: Shown) -> None:
    """Every problem with its mend, and counts that add up."""
    show(data_page(shown), "data")
