"""`dateline rename`, and what all commands that rename do and say."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.cli.renaming.report import finish_earlier_rename, rename_and_report
else:
    __getattr__ = lazy(__name__, __file__)
