"""Tables and GeoJSON of anybody: a file in YAML maps their columns to ours, and a guide proposes one."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.exchange.imports.mapping.layout import mapped_layout
    from dashboard.exchange.imports.mapping.mapping import SPECIAL_FORMATS, ColumnMapping, MappedColumn, MappedColumns
    from dashboard.exchange.imports.mapping.proposal import propose
else:
    __getattr__ = lazy(__name__, __file__)
