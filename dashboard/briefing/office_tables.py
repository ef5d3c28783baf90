"""How wide the columns of a table are, so that it fits the paper or the slide and few words are broken."""

from collections.abc import Sequence

from dashboard.views.text_width import text_width


def column_widths(rows: Sequence[Sequence[str]], room: float, size: float, padding: float) -> list[float]:
    """Of each column, in the unit of `room` and `size`; together they are `room`. The first row is of headings.

    Every column has what its longest word needs, as far as that goes; the rest goes by how much text a column holds.
    """
    columns = list(zip(*rows, strict=True))
    share = room / len(columns)
    least = [min(max(_word(text, size) for text in column) + padding, share * 1.25) for column in columns]
    whole = [max(text_width(text, size) for text in column) + padding for column in columns]
    if sum(whole) <= room:
        return [width + (room - sum(whole)) * width / sum(whole) for width in whole]
    if sum(least) >= room:
        return [width * room / sum(least) for width in least]
    wish = [sum(min(text_width(text, size), room) for text in column) / len(column) + padding for column in columns]
    over = [max(each - small, 0.0) for each, small in zip(wish, least, strict=True)]
    left = room - sum(least)
    if not any(over):
        return [width * room / sum(least) for width in least]
    return [small + left * each / sum(over) for small, each in zip(least, over, strict=True)]


def _word(text: str, size: float) -> float:
    return max((text_width(word, size) for word in text.split()), default=0.0)
