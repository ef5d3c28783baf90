"""All guards on roles."""

from typing import Final

from dashboard.checks.guards.roles.exchanged import roles_are_not_exchanged, roles_fit_the_deed
from dashboard.checks.guards.roles.unquoted import roles_are_played

GUARDS_ON_ROLES: Final = (roles_are_not_exchanged, roles_fit_the_deed, roles_are_played)
