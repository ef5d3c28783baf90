"""What the reader has chosen on the Events page, and links that change one thing of it."""

from dataclasses import dataclass, replace

from dashboard.query.fields import COLUMNS, FIRST_SORT, Order


@dataclass(frozen=True, slots=True)
class TableChoices:
    """The reader's choices on the Events page; all of them are in the address."""

    order: Order
    part: int
    """From 0."""
    columns: tuple[str, ...]
    """Keys, in the order of the page."""
    are_first: bool
    """Nobody has chosen columns: a narrow table then leaves some out."""
    compared: tuple[str, ...] = ()
    """Ids of events set side by side, known or not."""
    event: str | None = None

    def places(self) -> dict[str, str | None]:
        """The choices as keys of the address; None for each that has its first value."""
        sort = self.order.text
        return {
            "sort": None if sort == FIRST_SORT else sort,
            "part": str(self.part + 1) if self.part else None,
            "columns": None if self.are_first else ",".join(self.columns),
            "compare": ",".join(self.compared) or None,
            "event": self.event,
        }

    @property
    def narrow_columns(self) -> tuple[str, ...]:
        """The columns that stay in a narrow table."""
        return tuple(key for key in self.columns if not self.is_wide_only(key))

    def is_wide_only(self, column: str) -> bool:
        """Whether a narrow table leaves the column out, as it does until the reader chooses columns."""
        return self.are_first and COLUMNS[column].column.endswith("wide")

    def sorted_by(self, column: str) -> "TableChoices":
        """These choices sorted by `column` from the first part; reversed if they are sorted by it already."""
        again = self.order.column == column and not self.order.other_way
        return replace(self, order=Order(column, other_way=again), part=0)


def turned_over(column: str, columns: tuple[str, ...]) -> str:
    """`columns` with one more or one less, as the address has them."""
    return ",".join(key for key in COLUMNS if (key in columns) is not (key == column))
