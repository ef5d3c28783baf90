"""The dashboard's SQL as Spark reads it: SQLGlot translates, and functions that Spark has not are told in others."""

import unicodedata
from functools import lru_cache
from typing import Final

import sqlglot
from sqlglot import exp

_LATIN: Final = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
"""Letters of Latin scripts with a sign on them."""
_WITH_SIGNS: Final = {
    chr(code): bare[0]
    for code in _LATIN
    if len(bare := unicodedata.normalize("NFD", chr(code))) > 1 and bare[0].isascii()
}
_SIGNS_ALONE: Final = "".join(map(chr, range(0x300, 0x370)))


@lru_cache(maxsize=256)
def spark_sql(sql: str) -> tuple[str, frozenset[str]]:
    """The query in Spark's dialect, `$name` as `:name`, and the names of the parameters that it has."""
    tree = sqlglot.parse_one(sql, read="duckdb").transform(_known_to_spark)
    names = {str(each.this) for each in tree.find_all(exp.Placeholder, exp.Parameter) if each.this}
    return tree.sql(dialect="spark"), frozenset(names)


def _known_to_spark(node: exp.Expression) -> exp.Expression:
    """`strip_accents` is told letter by letter; signs that stand alone go."""
    if isinstance(node, exp.Anonymous) and node.name.lower() == "strip_accents":
        signs, letters = "".join(_WITH_SIGNS), "".join(_WITH_SIGNS.values())
        given = [node.expressions[0], exp.Literal.string(signs + _SIGNS_ALONE), exp.Literal.string(letters)]
        return exp.Anonymous(this="translate", expressions=given)
    return node
