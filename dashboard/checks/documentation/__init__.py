"""The record format and the catalogue of problems, written from the rules themselves."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.checks.documentation.explanations import Explanation, explanations_of, known_names, nearest_name
    from dashboard.checks.documentation.generated import generated_files, stale_files, write_generated
    from dashboard.checks.documentation.guides import GUIDES, guide, section_of
    from dashboard.checks.documentation.record_fields import field_order
else:
    __getattr__ = lazy(__name__, __file__)
