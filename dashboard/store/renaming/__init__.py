"""Ids and keys given another name, with every reference; sources and entries removed that nothing refers to."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.store.renaming.carry_out import RenameReport, finish_interrupted, rename
    from dashboard.store.renaming.errors import NotRenamed
    from dashboard.store.renaming.fields import names_in
    from dashboard.store.renaming.lookup import targets_named
    from dashboard.store.renaming.references import Reference
    from dashboard.store.renaming.removal import StillReferredTo, remove_source, remove_unused_entries
    from dashboard.store.renaming.target import KINDS, Target
else:
    __getattr__ = lazy(__name__, __file__)
