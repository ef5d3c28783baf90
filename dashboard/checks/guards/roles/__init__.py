"""Guards on the roles of those who took part: who does it, to whom it is done, who mediates, who is only mentioned."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.checks.guards.roles.registry import GUARDS_ON_ROLES
    from dashboard.checks.guards.roles.sides import sides_of
    from dashboard.checks.guards.roles.tallies import acts_in
    from dashboard.checks.guards.roles.unquoted import another_who_acts
else:
    __getattr__ = lazy(__name__, __file__)
