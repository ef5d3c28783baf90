"""A query is read before it runs: one statement, which only reads, of tables and functions that are known.

What runs is written anew from what was read, so that nothing passes which the two parsers understand differently.
"""

from collections.abc import Collection
from functools import cache
from typing import Final

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from dashboard.errors import DatelineError
from dashboard.exchange.sql.functions import NAMES
from dashboard.model.spelling import nearest

DIALECT: Final = "duckdb"
LONGEST: Final = 20_000
"""Characters of a query."""
DEEPEST: Final = 60
"""Levels of a query."""
_READING: Final = (exp.Select, exp.SetOperation, exp.Values, exp.Describe, exp.Summarize, exp.Subquery)
_WRITING: Final = (
    exp.Into,
    exp.Lock,
    exp.Command,
    exp.DDL,
    exp.DML,
    exp.Copy,
    exp.Attach,
    exp.Pragma,
    exp.Set,
    exp.Use,
)
_IN_FROM: Final = (exp.Unnest, exp.Explode, exp.GenerateSeries)
"""Functions that may stand where a table does."""


class QueryRefused(DatelineError):
    """A query that is not run, or that came to no end; the message says why, and what to do."""


def checked_statement(sql: str, tables: Collection[str]) -> str:
    """The query as it may run, over `tables` alone. Raises `QueryRefused`."""
    if len(sql) > LONGEST:
        raise QueryRefused(f"The query has {len(sql):,} characters. The limit is {LONGEST:,}.")
    try:
        found = [each for each in sqlglot.parse(sql, dialect=DIALECT) if each is not None]
    except SqlglotError as error:
        raise QueryRefused(f"This is not SQL that can be read: {_where(error)}.") from None
    except RecursionError:
        raise QueryRefused("The query is nested too deeply. Write it with fewer brackets.") from None
    if len(found) != 1:
        raise QueryRefused("Write one query." if found else "Write a query, such as `SELECT * FROM events`.")
    (statement,) = found
    if not isinstance(statement, _READING):
        raise QueryRefused("A query only reads: begin it with SELECT, FROM, WITH, DESCRIBE or SUMMARIZE.")
    if isinstance(statement, exp.Select) and not (statement.expressions or statement.args.get("from_")):
        raise QueryRefused("Write what to select, such as `SELECT * FROM events`.")
    _check(statement, tables)
    return statement.sql(dialect=DIALECT, comments=False)


def _check(statement: exp.Expression, tables: Collection[str]) -> None:
    own = {each.alias.lower() for each in statement.find_all(exp.CTE)}
    known = {name.lower() for name in tables}
    for node in statement.walk():
        if isinstance(node, _WRITING):
            raise QueryRefused("A query only reads: nothing is written, attached or set.")
        if isinstance(node, exp.Describe | exp.Summarize) and not isinstance(node.this, (exp.Table, *_READING)):
            raise QueryRefused(_no_such("table", node.this.sql(dialect=DIALECT)[:80], known))
        if node.depth > DEEPEST:
            raise QueryRefused("The query is nested too deeply. Write it with fewer brackets.")
        if isinstance(node, exp.Table):
            _check_table(node, known | own, known)
        elif isinstance(node, exp.Func) and not _is_known(node):
            raise QueryRefused(_no_such("function", _name_of(node), NAMES))


def _check_table(table: exp.Table, names: Collection[str], known: Collection[str]) -> None:
    if isinstance(table.this, _IN_FROM):
        return
    is_plain = isinstance(table.this, exp.Identifier) and not table.db and not table.catalog
    if not is_plain or table.name.lower() not in names:
        raise QueryRefused(_no_such("table", table.sql(dialect=DIALECT)[:80], known))


def _no_such(what: str, name: str, names: Collection[str]) -> str:
    meant = nearest(name.lower(), names)
    listed = f" There are {', '.join(sorted(names))}." if what == "table" else ""
    return f"A query knows no {what} {name}{f': {meant}' if meant else '.'}{listed}"


def _name_of(function: exp.Func) -> str:
    return (function.name if isinstance(function, exp.Anonymous) else function.sql_name()).lower()


def _is_known(function: exp.Func) -> bool:
    if isinstance(function, exp.Anonymous):
        return function.name.lower() in NAMES
    return isinstance(function, _SYNTAX) or type(function) in _classes()


_SYNTAX: Final = (*_IN_FROM, exp.Connector, exp.Case, exp.Cast, exp.If, exp.Array, exp.Struct, exp.Interval)
"""What the reader counts as functions and is part of the language."""


@cache
def _classes() -> frozenset[type[exp.Func]]:
    """What the known functions are read as."""
    found: set[type[exp.Func]] = set()
    for name in NAMES:
        for arguments in ("", "a", "a, b", "a, b, c"):
            try:
                read = sqlglot.parse_one(f"SELECT {name}({arguments})", dialect=DIALECT)
            except SqlglotError:
                continue
            found |= {type(each) for each in read.find_all(exp.Func) if not isinstance(each, exp.Anonymous)}
    return frozenset(found)


def _where(error: SqlglotError) -> str:
    """The first line of what the reader says, without its marks for a terminal."""
    told = getattr(error, "errors", None)
    if not told:
        return str(error).splitlines()[0][:200]
    first = told[0]
    return f"{first['description'].rstrip('.')}, at line {first['line']}, column {first['col']}"
