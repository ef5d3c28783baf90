"""Names and docstrings that the next reader understands: what the house's words forbid, held."""

import ast
import re
from collections import Counter
from functools import cache
from inspect import cleandoc
from itertools import pairwise
from pathlib import Path

from tests.syntax import statements, trees

ROOT = Path(__file__).resolve().parent.parent
MOST_CLASS_NAMES_TWICE = 10
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef, ast.Assign, ast.AnnAssign)
WITHOUT_A_SUBJECT = re.compile(r"(Of|Those|The same)\b")
IRREGULAR = frozenset(
    """
    begun bound brought built chosen cut done drawn fallen found given gone heard held hidden kept known
    laid led left lost made met put read said sealed seen sent set shown sought split spread taken
    thrown told torn understood written
    """.split()  # noqa: SIM905  one a line would be a page
)
NO_PARTICIPLES = frozenset({"embed", "feed", "need", "seed", "speed"})


@cache
def nodes():
    """Every node of the package's syntax trees that has a name or a body of statements, with its file."""
    return tuple(
        (path.relative_to(ROOT), node)
        for path, tree in trees().items()
        for node in (tree, *statements(tree))
        if hasattr(node, "body")
    )


def definitions():
    """Every module, class and function of the package, with where it stands."""
    for path, node in nodes():
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield f"{path}:{node.lineno} {node.name}", node
        elif isinstance(node, ast.Module):
            yield f"{path}:1", node


def docstrings():
    """Every string that stands first in a definition or directly below a constant or field, with its place."""
    for path, node in nodes():
        body = getattr(node, "body", None)
        for owner, below in pairwise([node, *body] if isinstance(body, list) else ()):
            match below:
                case ast.Expr(value=ast.Constant(value=str(text))) if isinstance(owner, DOCUMENTED):
                    yield f"{path}:{below.lineno}", cleandoc(text)


def is_participle(name):
    """Whether a name is one bare participle: `counted`, `_told`; not `count_words`, and not `seed`."""
    word = name.strip("_")
    return word in IRREGULAR or (re.fullmatch(r"[a-z]+ed", word) is not None and word not in NO_PARTICIPLES)


def test_no_function_is_named_by_a_bare_participle():
    """A function that does something is a verb, and one that returns something is a noun."""
    functions = [
        (place, node) for place, node in definitions() if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    ]
    assert len(functions) > 2000
    assert [place for place, node in functions if is_participle(node.name)] == []


def test_no_docstring_begins_without_a_subject():
    """It says what is returned or done, and of what; below a constant or field, what the value is."""
    found = list(docstrings())
    assert len(found) > 4000
    assert [place for place, text in found if WITHOUT_A_SUBJECT.match(text)] == []


def test_few_class_names_stand_twice():
    """A name that two classes have tells neither from the other."""
    names = Counter(node.name for _, node in definitions() if isinstance(node, ast.ClassDef))
    assert len([name for name, number in names.items() if number > 1]) <= MOST_CLASS_NAMES_TWICE
