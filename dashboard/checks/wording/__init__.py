"""The guards on the wording of a claim: each compares one thing that its text says with the words that it quotes."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.checks.wording.emphasis import stronger_verbs
    from dashboard.checks.wording.names import is_name_at_its_beginning, is_no_name, may_be_a_name
    from dashboard.checks.wording.quantifiers import words_of_more
    from dashboard.checks.wording.registry import GUARDS_ON_WORDS
else:
    __getattr__ = lazy(__name__, __file__)
