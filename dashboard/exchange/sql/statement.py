"""A query is read before it runs: one statement, which only reads, of tables and functions that are known.

What runs is written anew from what was read, so that nothing passes which the two parsers understand differently.
"""

import logging
import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Final

import sqlglot
from sqlglot import exp
from sqlglot.errors import ErrorLevel, SqlglotError
from sqlglot.tokenizer_core import TokenType

from dashboard.errors import DatelineError
from dashboard.exchange.sql.functions import NAMES
from dashboard.model.spelling import nearest

DIALECT: Final = "duckdb"
LONGEST: Final = 20_000
"""Characters of a query."""
DEEPEST: Final = 60
"""Levels of a query; a chain such as `a OR b OR c` is one."""
_LONGEST_CHAIN: Final = 250
_CHAINED: Final = (TokenType.R_PAREN, TokenType.DOT)
"""`f(x).g()`, of which the reader takes ever longer to read many."""
_READING: Final = (exp.Select, exp.SetOperation, exp.Values, exp.Describe, exp.Summarize, exp.Subquery, exp.Pivot)
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
_TOO_DEEP: Final = "The query is nested too deeply. Write it with fewer brackets, and IN (…) instead of many OR."
_IN_FROM: Final = (exp.Unnest, exp.Explode, exp.GenerateSeries)
"""Functions that may stand where a table does."""


class QueryRefused(DatelineError):
    """A query that is not run, or that came to no end; the message says why, and what to do."""


def checked_statement(sql: str, tables: Collection[str]) -> str:
    """The query as it may run, over `tables` alone. Raises `QueryRefused`."""
    if len(sql) > LONGEST:
        raise QueryRefused(f"The query has {len(sql):,} characters. The limit is {LONGEST:,}.")
    if any("\ud800" <= letter <= "\udfff" for letter in sql):
        raise QueryRefused("The query has bytes that are no UTF-8. Save it as UTF-8.")
    try:
        with _silent_reader():
            return _written_anew(sql, tables)
    except SqlglotError as error:
        raise QueryRefused(f"This is not SQL that can be read: {_where(error)}.") from None
    except RecursionError:
        raise QueryRefused(_TOO_DEEP) from None


def _written_anew(sql: str, tables: Collection[str]) -> str:
    kinds = [token.token_type for token in sqlglot.tokenize(sql, dialect=DIALECT)]
    if sum(pair == _CHAINED for pair in pairwise(kinds)) > DEEPEST:
        raise QueryRefused(_TOO_DEEP)
    found = [each for each in sqlglot.parse(sql, dialect=DIALECT) if each is not None]
    if len(found) != 1:
        raise QueryRefused("Write one query." if found else "Write a query, such as `SELECT * FROM events`.")
    (statement,) = found
    if not isinstance(statement, _READING):
        raise QueryRefused("A query only reads: begin it with SELECT, FROM, WITH, DESCRIBE or SUMMARIZE.")
    if isinstance(statement, exp.Select) and not (statement.expressions or statement.args.get("from_")):
        raise QueryRefused("Write what to select, such as `SELECT * FROM events`.")
    _check(statement, tables)
    return statement.sql(dialect=DIALECT, comments=False, unsupported_level=ErrorLevel.RAISE)


@contextmanager
def _silent_reader() -> Iterator[None]:
    """What the reader would warn of on the terminal is refused in a sentence anyway."""
    logger = logging.getLogger("sqlglot")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before


def _check(statement: exp.Expression, tables: Collection[str]) -> None:
    known = {name.lower() for name in tables}
    _check_depth(statement)
    for node in statement.walk():
        if isinstance(node, _WRITING):
            raise QueryRefused("A query only reads: nothing is written, attached or set.")
        if isinstance(node, exp.Describe | exp.Summarize) and not isinstance(node.this, (exp.Table, *_READING)):
            raise QueryRefused(_no_such("table", node.this.sql(dialect=DIALECT)[:80], known))
        if isinstance(node, exp.Placeholder | exp.Parameter):
            raise QueryRefused("A query has no parameters such as ? and $1: write the value itself.")
        if isinstance(node, exp.Table):
            _check_table(node, known)
        elif isinstance(node, exp.Func) and (name := _unknown_function(node)):
            raise QueryRefused(_no_such("function", name, NAMES))


def _check_depth(statement: exp.Expression) -> None:
    """Comes first: to write a deep tree anew, node by node, takes long."""
    row, depth = [(statement, 0)], 0
    while row:
        depth += 1
        row = [
            (child, levels + (not isinstance(child, exp.Binary) or type(child) is not type(node)))
            for node, levels in row
            for child in node.iter_expressions()
        ]
        if depth > _LONGEST_CHAIN or any(levels > DEEPEST for _, levels in row):
            raise QueryRefused(_TOO_DEEP)


def _check_table(table: exp.Table, known: Collection[str]) -> None:
    if isinstance(table.this, _IN_FROM):
        return
    is_plain = isinstance(table.this, exp.Identifier) and not table.db and not table.catalog
    name = _engine_name(table.name)
    if not is_plain or (name not in known and name not in _common_tables(table)):
        raise QueryRefused(_no_such("table", table.sql(dialect=DIALECT)[:80], known))


def _common_tables(node: exp.Expr) -> set[str]:
    """The names that WITH gives where the node stands: one from elsewhere would be looked up in the engine itself."""
    found: set[str] = set()
    while (outer := node.parent) is not None:
        if isinstance(outer, exp.With):
            before = outer.expressions[: outer.expressions.index(node) + bool(outer.args.get("recursive"))]
            found |= {_engine_name(each.alias) for each in before}
        elif (given := outer.args.get("with_")) is not None and given is not node:
            found |= {_engine_name(each.alias) for each in given.expressions}
        node = outer
    return found


def _engine_name(name: str) -> str:
    """The name as the engine compares it: only A to Z have a small letter there, and the kelvin sign is no k."""
    return name.lower() if name.isascii() else name


def _no_such(what: str, name: str, names: Collection[str]) -> str:
    meant = nearest(name.lower(), names)
    listed = f" There are {', '.join(sorted(names))}." if what == "table" else ""
    return f"A query knows no {what} {name}{f': {meant}' if meant else '.'}{listed}"


def _unknown_function(function: exp.Func) -> str | None:
    """The name that a query may not call, as the function is written anew; None where it may."""
    if isinstance(function, exp.Anonymous):
        name = function.name.lower()
    elif isinstance(function, _SYNTAX) or (called := _CALL.match(function.sql(dialect=DIALECT))) is None:
        return None
    else:
        name = called[1].lower()
    return None if name in NAMES else name


_CALL: Final = re.compile(r'"?(\w+)"?(?:\(|$)')
"""A call, or a function that needs no brackets. All else is written with operators, whose parts are looked at."""
_SYNTAX: Final = (
    *_IN_FROM,
    exp.Connector,
    exp.Case,
    exp.Cast,
    exp.If,
    exp.Array,
    exp.Struct,
    exp.Interval,
    exp.Columns,
    exp.Exists,
    exp.Map,
    exp.ToMap,
)
"""What the reader counts as functions and is part of the language."""


def _where(error: SqlglotError) -> str:
    """The first line of what the reader says, without its marks for a terminal and its own words for a sign."""
    told = getattr(error, "errors", None)
    if not told:
        return str(error).splitlines()[0][:200].rstrip(".")
    first = told[0]
    description = _OWN_WORDS.sub("", first["description"]).rstrip(". ")
    if not description:
        return f"line {first['line']}, column {first['col']}"
    return f"{description}, at line {first['line']}, column {first['col']}"


_OWN_WORDS: Final = re.compile(
    r" but got <Token.*| for <class .*|^Required keyword: 'expressions' missing.*", re.DOTALL
)
