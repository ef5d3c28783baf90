"""SQL that layouts are made of: a text column of a file as a number, a day, one of our words, or a country."""

from collections.abc import Mapping

from dashboard.text.sql_literal import sql_literal


def text(column: str) -> str:
    """A column without white space around it; NULL where nothing is left."""
    return f"nullif(trim(\"{column}\"), '')"


def number(column: str) -> str:
    """A column as a number; NULL where it is none."""
    return f"""CASE WHEN NOT contains("{column}", '_') THEN try_cast(trim("{column}") AS DOUBLE) END"""


def whole_number(column: str) -> str:
    """A column as a whole number, also one that a program wrote as `3.0`; NULL where it is none.

    The database alone would take `12.5` for 13, and `0x10` for 16.
    """
    given, cast = f'trim("{column}")', f'try_cast(trim("{column}") AS BIGINT)'
    return (
        f"CASE WHEN CAST({cast} AS VARCHAR) = {given} THEN {cast} "
        f"WHEN regexp_full_match({given}, '[+-]?[0-9]+(\\.0*)?') THEN {cast} END"
    )


def day(column: str, *patterns: str) -> str:
    """A column as a day: `2025-09-04`, whatever follows it, or by the first of the patterns (strptime) that fits."""
    iso = f'try_cast(left(trim("{column}"), 10) AS DATE)'
    others = [f'CAST(try_strptime(trim("{column}"), {sql_literal(each)}) AS DATE)' for each in patterns]
    return f"coalesce({', '.join([iso, *others])})" if others else iso


def our_word(column: str, words: Mapping[str, str]) -> str:
    """One of our words for each of the publisher's; NULL for any other."""
    cases = " ".join(f"WHEN {sql_literal(theirs)} THEN {sql_literal(ours)}" for theirs, ours in words.items())
    return f'CASE trim("{column}") {cases} END'


def country(scheme: str, column: str) -> str:
    """The ISO 3166-1 alpha-2 code of a country; NULL where the code or name is not known.

    Schemes: `name` (as publishers write it, in English), `gw` (Gleditsch and Ward's numbers), `alpha-3`, `numeric`.
    """
    key = f'lower(trim("{column}"))'
    return f"(SELECT alpha_2 FROM countries WHERE scheme = {sql_literal(scheme)} AND code = {key})"


def words_of(separator: str, *columns: str) -> str:
    """The columns that have something, with a separator between them; NULL where none has."""
    return f"nullif(concat_ws({sql_literal(separator)}, {', '.join(text(each) for each in columns)}), '')"


def edtf(first: str, last: str) -> str:
    """Two days, as SQL, as one date of records: a day, a month, a year, or an interval."""
    return (
        f"CASE WHEN {first} = {last} THEN strftime({first}, '%Y-%m-%d') "
        f"WHEN {_is_year(first, last)} THEN strftime({first}, '%Y') "
        f"WHEN {_is_month(first, last)} THEN strftime({first}, '%Y-%m') "
        f"ELSE strftime({first}, '%Y-%m-%d') || '/' || strftime({last}, '%Y-%m-%d') END"
    )


def date_precision(first: str, last: str) -> str:
    """What `edtf` makes of two days: `day`, `month`, `year` or `days`."""
    return (
        f"CASE WHEN {first} = {last} THEN 'day' WHEN {_is_year(first, last)} THEN 'year' "
        f"WHEN {_is_month(first, last)} THEN 'month' WHEN {first} < {last} THEN 'days' END"
    )


def _is_year(first: str, last: str) -> str:
    return f"{first} = date_trunc('year', {first}) AND {last} = {first} + INTERVAL 1 YEAR - INTERVAL 1 DAY"


def _is_month(first: str, last: str) -> str:
    return f"{first} = date_trunc('month', {first}) AND {last} = last_day({first})"


def is_no_latitude(column: str) -> str:
    """Whether a column has something that is no latitude."""
    return _is_no_degree(column, 90)


def is_no_longitude(column: str) -> str:
    """Whether a column has something that is no longitude."""
    return _is_no_degree(column, 180)


def _is_no_degree(column: str, most: int) -> str:
    return f"{text(column)} IS NOT NULL AND coalesce(NOT {number(column)} BETWEEN -{most} AND {most}, true)"
