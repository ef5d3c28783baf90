"""Texts that YAML reads as something else if they are written carelessly, and any text at all."""

from hypothesis import strategies as st

_READ_AS_SOMETHING_ELSE = (
    *("", " ", "yes", "null", "2025-09-04", "12:30", "0123", "- a", "# b", "a #b", "a: b", "it's “so”"),
    *("x" * 300, "أهلا", "👩‍🚀"),
)


def any_text(*, least: int = 0, most: int | None = None) -> st.SearchStrategy[str]:
    """Texts of so many characters; halves of surrogate pairs are none, for no file can have them."""
    awkward = [text for text in _READ_AS_SOMETHING_ELSE if len(text) >= least]
    return st.text(st.characters(exclude_categories=("Cs",)), min_size=least, max_size=most) | st.sampled_from(awkward)
