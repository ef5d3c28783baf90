"""Countries by name, as a list or a heading has room for them."""

from dashboard.model.outlines import alpha_3, short_name


def country_name(alpha_2: str | None) -> str:
    """`South Korea` of `KR` (ISO 3166-1); the code where there is none; `No country` without a code."""
    if alpha_2 is None:
        return "No country"
    code = alpha_3(alpha_2)
    return short_name(code) if code else alpha_2
