"""Validating a workspace: every rule on every record, and after a change on what rests on it."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.checks.validation.check_process import CheckProcess
    from dashboard.checks.validation.kept_look import KeptLook, begin_by_kept, validate_by_kept
    from dashboard.checks.validation.workspace_validation import (
        BegunValidation,
        Rule,
        Validation,
        begin_validation,
        validate,
        validate_workspace,
    )
else:
    __getattr__ = lazy(__name__, __file__)
