"""What Dateline keeps for this machine alone, in `.dateline/`: git leaves it alone, and it may always be removed."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.store.machine.machine_files import FOLDER, ignore_for_git, write_for_machine
    from dashboard.store.machine.own_key import is_signed, signature
    from dashboard.store.machine.signed_objects import read_signed, signed_bytes
    from dashboard.store.machine.this_package import package_version
else:
    __getattr__ = lazy(__name__, __file__)
