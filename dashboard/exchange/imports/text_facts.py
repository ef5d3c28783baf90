"""What holds of all texts of a column at once, so that SQL can leave out what it would do to each of them in vain."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

_SPACE = 32


@dataclass(frozen=True, slots=True)
class TextFacts:
    """Columns of a table by what holds of them; of one that is not named, nothing is known."""

    trimmed: frozenset[str] = frozenset()
    """No text begins or ends with a space, or is empty."""
    plain: frozenset[str] = frozenset()
    """No text has a letter that JSON escapes: a quotation mark, a backslash or a control."""
    full: frozenset[str] = frozenset()
    """No text is NULL."""


def facts_of(table: pa.Table) -> TextFacts:
    """What holds of the columns of a table that are text."""
    names = [each.name for each in table.schema if each.type == pa.string()]
    chunks = {name: [each for each in table.column(name).chunks if len(each)] for name in names}
    return TextFacts(
        frozenset(name for name, found in chunks.items() if all(map(_is_trimmed, found))),
        frozenset(name for name, found in chunks.items() if all(map(_is_plain, found))),
        frozenset(name for name in names if not table.column(name).null_count),
    )


def _is_trimmed(texts: pa.StringArray) -> bool:
    ends, letters = _buffers(texts)
    lengths = np.diff(ends)
    filled = lengths > 0
    if int(filled.sum()) + texts.null_count != len(texts):
        return False
    first, last = letters[ends[:-1][filled]], letters[ends[1:][filled] - 1]
    return not ((first == _SPACE).any() or (last == _SPACE).any())


def _is_plain(texts: pa.StringArray) -> bool:
    ends, letters = _buffers(texts)
    used = letters[ends[0] : ends[-1]]
    if not len(used):
        return True
    whole = used.tobytes()
    return b'"' not in whole and b"\\" not in whole and int(used.min()) >= _SPACE


def _buffers(
    texts: pa.StringArray,
) -> "tuple[np.ndarray[tuple[int], np.dtype[np.int32]], np.ndarray[tuple[int], np.dtype[np.uint8]]]":
    """Where the texts begin and end, and the letters of all of them."""
    _, ends, letters = texts.buffers()
    begins = np.frombuffer(ends, np.int32)[texts.offset : texts.offset + len(texts) + 1]
    return begins, np.frombuffer(letters or b"", np.uint8)
