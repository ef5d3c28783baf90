"""What the page Outlook is made of."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.app.pages.outlook.questions import likelihood_bar
else:
    __getattr__ = lazy(__name__, __file__)
