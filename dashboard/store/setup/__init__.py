"""Sets up a workspace: its folders and example, what git passes over, and what helps editors to write records.

`create_workspace` makes one that validates and serves at once. `write_schemas` writes JSON Schemas that know the ids of
a workspace; `SchemaRenewal` keeps them so while a program runs.
"""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.store.setup.create import (
        NOT_FOR_GIT,
        WorkspaceNotCreated,
        add_example,
        create_workspace,
        first_record,
    )
    from dashboard.store.setup.editor_files import write_settings
    from dashboard.store.setup.example import example_files
    from dashboard.store.setup.schema_files import SCHEMA_FOLDER, SchemaRenewal, write_schemas
else:
    __getattr__ = lazy(__name__, __file__)
