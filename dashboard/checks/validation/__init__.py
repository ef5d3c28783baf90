"""Validating a workspace: every rule on every record, and after a change on what rests on it."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.checks.validation.kept_look import KeptLook, validate_by_kept
    from dashboard.checks.validation.workspace_validation import Rule, Validation, validate, validate_workspace
else:
    __getattr__ = lazy(__name__, __file__)
