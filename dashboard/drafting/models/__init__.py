"""Events that a language model reads from a text: somebody names the endpoint, and agrees to the text being sent there.

Any endpoint with the common chat-completions interface is asked. Nothing of its answer is believed: each value is read
again from the words that it names, by the rules of `proposals`, and what these do not say is left out.
"""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.drafting.models.answers import all_proposals, use_of_answers
    from dashboard.drafting.models.endpoint import ModelEndpoint, ModelFailed, ask_model, model_endpoint
else:
    __getattr__ = lazy(__name__, __file__)
